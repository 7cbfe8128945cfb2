"""Words in a box: as large as asked for, smaller before they are cut, cut only at the last."""

from __future__ import annotations

from functools import lru_cache
from math import floor
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from hipcoach.core.value import value

PITCH: Final = 1.75
"""From one line to the next, in heights of a capital."""
_RISE: Final = 1.34
"""Room above a baseline in the same unit: a capital with its accent."""


@value
class FittedText:
    """Words broken into lines, with the font that makes them fit."""

    lines: tuple[str, ...]
    font: QFont
    cap: float
    """Height of a capital in pixels."""
    width: float
    """Of the longest line, in pixels."""
    cut: bool
    """Whether something had to be left out."""

    @property
    def height(self) -> float:
        """Of all lines, in pixels."""
        return len(self.lines) * PITCH * self.cap

    def draw(self, painter: QPainter, box: QRectF, align: Qt.AlignmentFlag) -> None:
        """Draw the lines in the middle of the box's height, with the painter's pen."""
        painter.setFont(self.font)
        metrics = QFontMetricsF(self.font)
        baseline = box.top() + (box.height() - self.height) / 2 + _RISE * self.cap
        for line in self.lines:
            slack = box.width() - metrics.horizontalAdvance(line)
            part = {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignRight: 1.0}
            x = box.left() + slack * part.get(align, 0.5)
            painter.drawText(round(x), round(baseline), line)
            baseline += PITCH * self.cap


def sized(font: QFont, pixels: int) -> QFont:
    """The same font so many pixels high, its outlines unbent so that it scales evenly."""
    made = QFont(font)
    made.setPixelSize(max(1, pixels))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def for_capitals(font: QFont, cap: float) -> QFont:
    """The same font with capitals of so many pixels, at most."""
    return sized(font, floor(cap / _cap_share(font.family(), font.weight())))


@lru_cache(maxsize=32)
def _cap_share(family: str, weight: QFont.Weight) -> float:
    """Height of a capital as a share of the font's size."""
    font = QFont(family)
    font.setWeight(weight)
    return QFontMetricsF(sized(font, 200)).capHeight() / 200 or 0.7


def fit(
    text: str,
    font: QFont,
    box: tuple[float, float],
    cap: float,
    *,
    lines: int = 1,
    least: float = 8.0,
) -> FittedText:
    """The words in a box of (width, height) pixels, on at most so many lines.

    Capitals are `cap` pixels high where that fits, less where it doesn't, `least` before
    the end is cut.
    """
    share = _cap_share(font.family(), font.weight())
    low, high = max(1, round(least / share)), max(1, floor(cap / share))
    if not _fits(text, sized(font, high), share, box, lines):
        if low >= high or not _fits(text, sized(font, low), share, box, lines):
            return _cut(text, sized(font, min(low, high)), share, box, lines)
        while high - low > 1:
            middle = (low + high) // 2
            if _fits(text, sized(font, middle), share, box, lines):
                low = middle
            else:
                high = middle
        high = low
    chosen = sized(font, high)
    broken = _balanced(text, chosen, box[0])
    widest = max((width for _line, width in broken), default=0.0)
    return FittedText(tuple(line for line, _w in broken), chosen, high * share, widest, cut=False)


def _broken(
    text: str, font: QFont, width: float, mode: QTextOption.WrapMode
) -> list[tuple[str, float]]:
    """The lines of a text in a width, each with the width it takes."""
    if not text:
        return []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(mode)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        words = text[start : start + line.textLength()].rstrip()
        found.append((words, line.naturalTextWidth()))
    layout.endLayout()
    return found


def _fits(text: str, font: QFont, share: float, box: tuple[float, float], lines: int) -> bool:
    """Whether all of it can be read in the box."""
    broken = _broken(text, font, box[0], QTextOption.WrapMode.WordWrap)
    height = len(broken) * PITCH * share * font.pixelSize()
    return (
        len(broken) <= lines
        and height <= box[1] + 0.5
        and all(width <= box[0] for _line, width in broken)
    )


def _balanced(text: str, font: QFont, width: float) -> list[tuple[str, float]]:
    """As few lines as the width allows, each about as long as the others."""
    mode = QTextOption.WrapMode.WordWrap
    best = _broken(text, font, width, mode)
    if len(best) < 2:  # noqa: PLR2004 - one line is balanced
        return best
    low, high = floor(width / len(best) / 2), floor(width)
    while high - low > 4:  # noqa: PLR2004 - pixels that nobody sees
        middle = (low + high) // 2
        tried = _broken(text, font, middle, mode)
        if len(tried) == len(best) and all(taken <= middle for _line, taken in tried):
            best, high = tried, middle
        else:
            low = middle
    return best


def _cut(text: str, font: QFont, share: float, box: tuple[float, float], lines: int) -> FittedText:
    """As much as the box holds, its end given up for an ellipsis."""
    cap = share * font.pixelSize()
    room = max(1, min(lines, floor((box[1] + 0.5) / (PITCH * cap))))
    broken = _broken(text, font, box[0], QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    kept = [line for line, _width in broken[:room]]
    metrics = QFontMetricsF(font)
    if len(broken) > room:
        rest = text[text.index(kept[-1], sum(map(len, kept[:-1]))) :]
        kept[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box[0])
    widest = max((metrics.horizontalAdvance(line) for line in kept), default=0.0)
    return FittedText(tuple(kept), font, cap, widest, cut=len(broken) > room)
