"""The type of a report: fonts and inks; lengths are tenths of a point."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from hipcoach.ui.charts.inks import Inks, paper_inks

POINT: Final = 10.0
"""So many of our lengths are a point: fonts are measured finely enough then."""
_TALL: Final = 1e6
_ENDS: Final = re.compile(r"([\s-]+)")
"""Where a line may end anyway."""
_SURE: Final = 0.995
"""Of a width, what words may take: on paper they are set a little differently."""
_BREAK: Final = "\u200b"
"""A place of no width at which a word may be broken."""


def font_of(points: float, *, strong: bool = False) -> QFont:
    """The font of the application in that size."""
    made = QFont()
    made.setPixelSize(round(points * POINT))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made


class Type:
    """The fonts of a report."""

    def __init__(self) -> None:
        self.title = font_of(17.0, strong=True)
        self.heading = font_of(9.6, strong=True)
        self.figures = [font_of(size, strong=True) for size in (13.0, 11.0, 9.4)]
        """For numbers that stand for much: the largest in which they have room."""
        self.body = font_of(8.0)
        self.strong = font_of(8.0, strong=True)
        self.small = font_of(6.9)
        self.inks: Inks = paper_inks(font_of(7.2))


def height_of_words(words: str, font: QFont, width: float) -> float:
    """How high words are when they are wrapped into a width."""
    metrics, room = QFontMetricsF(font), width * _SURE
    flags = int(Qt.TextFlag.TextWordWrap)
    return metrics.boundingRect(
        QRectF(0, 0, room, _TALL), flags, _breakable(words, metrics, room)
    ).height()


def put_words(
    painter: QPainter,
    spot: QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Words from the top of a spot on, wrapped into its width."""
    painter.setFont(font)
    painter.setPen(colour)
    flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip | align)
    words = _breakable(words, QFontMetricsF(font), spot.width() * _SURE)
    painter.drawText(spot, flags, words)


def _breakable(words: str, metrics: QFontMetricsF, width: float) -> str:
    """The words, of which those that are longer than a line may be broken anywhere."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    parts = _ENDS.split(words)
    return "".join(
        _BREAK.join(part) if metrics.horizontalAdvance(part) > width else part for part in parts
    )
