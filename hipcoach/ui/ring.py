"""The countdown: a ring that empties around big digits."""

from __future__ import annotations

from math import ceil, cos, pi, sin
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from hipcoach.app.words import _
from hipcoach.core.timeline import Phase
from hipcoach.core.value import value
from hipcoach.ui.fitted_text import FittedText, fit, for_capitals
from hipcoach.ui.tokens import LIGHT, Tokens

DIGITS: Final = 0.39
"""Height of the digits as a share of the ring's diameter."""
_STROKE: Final = 0.036
_STRONG: Final = 1.7
"""A contraction's ring is so much thicker: seen without its colour too."""
_MIDDLE: Final = 0.455
"""Where the digits' middle is, from the top."""
_WORDS: Final = (0.19, 0.685, 0.62, 0.16)
"""Left, top, width and height of the word below the digits."""
_TURN: Final = 5760
"""A full turn in sixteenths of a degree, as Qt counts."""
_LATE_S: Final = 0.001
"""What rounding may add to a whole second."""

# Plum lies far from teal, from the blue of left and from the orange of right.
_CONTRACT: Final = {"light": "#9a2d6c", "dark": "#f394c6", "high-contrast": "#ff8fe0"}


@value
class Count:
    """What the ring shows."""

    remaining_s: float = 0.0
    length_s: float = 0.0
    phase: Phase = Phase.ANNOUNCE
    words: str = ""
    resting: bool = False
    """Whether the count stands still, as in a pause."""
    numberless: bool = False
    """Whether another number is the one to read now, as when counting in."""

    @property
    def digits(self) -> str:
        """Whole seconds that are left, the one in hand counted; empty where nothing is counted."""
        if self.length_s <= 0 or self.numberless:
            return ""
        seconds = max(0, ceil(self.remaining_s - _LATE_S))
        return f"{seconds // 60}:{seconds % 60:02}" if seconds >= 100 else str(seconds)  # noqa: PLR2004 - what two digits hold

    def share(self, *, by_second: bool) -> float:
        """How much of the ring is left, 0 to 1."""
        if self.length_s <= 0:
            return 0.0
        left = ceil(self.remaining_s - _LATE_S) if by_second else self.remaining_s
        return min(1.0, max(0.0, left / self.length_s))


class CountdownRing(QWidget):
    """The seconds that are left, as digits and as a ring that empties clockwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Count()
        self._tokens = LIGHT
        self._by_second = False
        self._drawn: tuple[object, ...] = ()
        self._sweep = 0
        self._words: FittedText | None = None
        self.setAccessibleName(_("Countdown"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_count(self, count: Count) -> None:
        """Show another moment; repaints what has changed since the last one."""
        before, self._count = self._count, count
        if count.words != before.words:
            self._words = None
        still = (count.digits, count.phase, count.words, count.resting)
        sweep = self._sweep_now()
        if still != self._drawn:
            self._drawn = still
            self._sweep = sweep
            self._say()
            self.update()
        elif sweep != self._sweep:
            self.update(self._between(sweep, self._sweep))
            self._sweep = sweep

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self.update()

    def step_by_second(self, wish: bool) -> None:
        """Move once a second (reduced motion), or smoothly."""
        self._by_second = wish
        self.update()

    @property
    def colour(self) -> str:
        """The colour that the phase has in this theme."""
        if self._count.phase is Phase.CONTRACT:
            return _CONTRACT[self._tokens.name]
        return self._tokens.accent if self._count.phase is Phase.WORK else self._tokens.ink_soft

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words anew."""
        self._words = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the words anew in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._words = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, and the digits where they are touched."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ring(painter)
        if event.rect().intersects(self._inside()):
            self._draw_digits(painter)
            self._draw_words(painter)

    def _say(self) -> None:
        """Let a screen reader that asks read the count; it isn't told of every second."""
        seconds = _("{seconds} seconds left").format(seconds=self._count.digits)
        said = [self._count.words, seconds if self._count.digits else ""]
        self.setAccessibleDescription(", ".join(part for part in said if part))

    def _face(self) -> QRectF:
        """The square in which everything is drawn."""
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _stroke(self) -> float:
        strong = _STRONG if self._count.phase is Phase.CONTRACT else 1.0
        return max(3.0, self._face().width() * _STROKE * strong)

    def _track(self) -> QRectF:
        """The square around the middle of the ring's stroke; the same for every thickness."""
        inset = max(3.0, self._face().width() * _STROKE * _STRONG) / 2 + 1
        return self._face().adjusted(inset, inset, -inset, -inset)

    def _inside(self) -> QRect:
        """The square in which digits and words are."""
        inset = round(self._face().width() * 0.14)
        return self._face().toRect().adjusted(inset, inset, -inset, -inset)

    def _sweep_now(self) -> int:
        return round(_TURN * self._count.share(by_second=self._by_second))

    def _between(self, one: int, other: int) -> QRect:
        """What a change from one sweep to another touches."""
        if abs(one - other) > _TURN // 8:
            return self.rect()
        track, reach = self._track(), self._stroke() / 2 + 2
        radius = track.width() / 2
        spots = QRectF()
        for sweep in (one, (one + other) / 2, other):
            spot = _on_circle(track.center(), radius, sweep)
            spots |= QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach)
        return spots.toAlignedRect()

    def _draw_ring(self, painter: QPainter) -> None:
        stroke = self._stroke()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        thin = 1.5 if self._tokens.name == "high-contrast" else stroke
        painter.setPen(QPen(QColor(self._tokens.line), thin))
        painter.drawEllipse(self._track())
        sweep = self._sweep_now()
        if sweep <= 0:
            return
        colour = QColor(self.colour)
        if self._count.resting:
            colour = _between_colours(colour, QColor(self._tokens.window))
        round_cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, round_cap))
        # It empties clockwise from the top: what is left ends where a clock's twelve is.
        painter.drawArc(self._track(), _TURN // 4, sweep)

    def _draw_digits(self, painter: QPainter) -> None:
        digits = self._count.digits
        if not digits:
            return
        face = self._face()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        cap = DIGITS * face.width()
        cap *= min(1.0, 0.70 * face.width() / _width(digits, for_capitals(font, cap)))
        made = for_capitals(font, cap)
        painter.setFont(made)
        painter.setPen(QColor(self._tokens.ink_soft if self._count.resting else self._tokens.ink))
        metrics, slot = QFontMetricsF(made), _slot(made)
        x = face.center().x() - _width(digits, made) / 2
        baseline = face.top() + _MIDDLE * face.height() + metrics.capHeight() / 2
        for digit in digits:
            advance = metrics.horizontalAdvance(digit)
            room = slot if digit.isdigit() else advance
            painter.drawText(QPointF(x + (room - advance) / 2, baseline), digit)
            x += room

    def _draw_words(self, painter: QPainter) -> None:
        face = self._face()
        left, top, width, height = (part * face.width() for part in _WORDS)
        if self._words is None:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            cap = 0.085 * face.width()
            self._words = fit(self._count.words, font, (width, height), cap, least=7)
        painter.setPen(QColor(self._tokens.ink_soft if self._count.resting else self.colour))
        box = QRectF(face.left() + left, face.top() + top, width, height)
        self._words.draw(painter, box, Qt.AlignmentFlag.AlignHCenter)


def _between_colours(one: QColor, other: QColor) -> QColor:
    """The colour half-way."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*((first + second) // 2 for first, second in pairs))


def _slot(font: QFont) -> float:
    """The width that every digit gets, so that none moves when another changes."""
    metrics = QFontMetricsF(font)
    return max(metrics.horizontalAdvance(digit) for digit in "0123456789")


def _width(digits: str, font: QFont) -> float:
    metrics, slot = QFontMetricsF(font), _slot(font)
    return sum(slot if digit.isdigit() else metrics.horizontalAdvance(digit) for digit in digits)


def _on_circle(centre: QPointF, radius: float, sweep: float) -> QPointF:
    """The point where a sweep from twelve o'clock ends, counted against the clock."""
    angle = pi / 2 + 2 * pi * sweep / _TURN
    return QPointF(centre.x() + radius * cos(angle), centre.y() - radius * sin(angle))
