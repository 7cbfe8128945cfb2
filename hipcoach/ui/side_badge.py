"""The side that works: colour, letter and word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hipcoach.app.words import _, pgettext
from hipcoach.core.side import Side
from hipcoach.ui.fitted_text import FittedText, fit
from hipcoach.ui.tokens import LIGHT, Tokens


class SideBadge(QWidget):
    """A badge whose letter stands at the side that it means; empty where no side works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side | None = None
        self._words = ""
        self._tokens = LIGHT
        self._cap = 16.0
        self._at_left = False
        self._fitted: tuple[FittedText, FittedText] | None = None

    def show_side(self, side: Side | None, words: str) -> None:
        """Show a side with its word; the same one costs nothing."""
        if (side, words) == (self._side, self._words):
            return
        self._side, self._words = side, words
        self._fitted = None
        self.setAccessibleName(_("Side: {side}").format(side=words) if side else "")
        self.update()

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self.update()

    def write(self, cap: float, *, at_left: bool) -> None:
        """Write with capitals of so many pixels at most, at the left of the room or amid it."""
        self._cap, self._at_left = cap, at_left
        self._fitted = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words anew."""
        self._fitted = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the words anew in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._fitted = None
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge in the middle of its room."""
        if self._side is None:
            return
        letter, word = self._fit(self._side)
        left = self._side is Side.LEFT
        ground = QColor(self._tokens.left if left else self._tokens.right)
        written = QColor(self._tokens.on_left if left else self._tokens.on_right)
        tall = self._tall()
        gap = tall * 0.30
        wide = min(float(self.width()), tall + gap * 2 + word.width)
        start = 0.0 if self._at_left else (self.width() - wide) / 2
        pill = QRectF(start, (self.height() - tall) / 2, wide, tall)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, tall / 2, tall / 2)
        inset = tall * 0.09
        disc_left = pill.left() if left else pill.right() - tall
        disc = QRectF(disc_left, pill.top(), tall, tall).adjusted(inset, inset, -inset, -inset)
        painter.setBrush(written)
        painter.drawEllipse(disc)
        painter.setPen(ground)
        letter.draw(painter, disc, Qt.AlignmentFlag.AlignHCenter)
        painter.setPen(written)
        edge = gap * 0.6
        room = pill.adjusted(tall, 0, -edge, 0) if left else pill.adjusted(edge, 0, -tall, 0)
        word.draw(painter, room, Qt.AlignmentFlag.AlignHCenter)

    def _tall(self) -> float:
        """Height of the pill."""
        return min(float(self.height()), self._cap * 2.1)

    def _fit(self, side: Side) -> tuple[FittedText, FittedText]:
        if self._fitted is None:
            letters = {Side.LEFT: pgettext("side", "L"), Side.RIGHT: pgettext("side", "R")}
            font = QFont(self.font())
            font.setWeight(QFont.Weight.Bold)
            tall = self._tall()
            letter = fit(letters[side], font, (tall, tall), self._cap * 0.95)
            font.setWeight(QFont.Weight.DemiBold)
            room = self.width() - tall * 1.6
            self._fitted = letter, fit(self._words, font, (room, tall), self._cap * 0.9)
        return self._fitted
