"""What lies over the picture: paused, counting in, getting ready, and short notices."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hipcoach.ui.big_text import BigText
from hipcoach.ui.fitted_text import PITCH
from hipcoach.ui.tokens import LIGHT, Tokens

ROUND = 14.0
"""Radius of the picture's corners, in pixels."""


class Veil(QWidget):
    """Large words over a picture that steps back; a click anywhere on it counts as one."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self._cap = 16.0
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = BigText(self, weight=QFont.Weight.Bold, align=middle)
        self._under = BigText(self, lines=2, align=middle)
        self._clear = False
        self.hide()

    @property
    def words(self) -> tuple[str, str]:
        """What is read on it."""
        return self._title.text(), self._under.text()

    def say(self, title: str, under: str = "", *, clear: bool = False) -> None:
        """Show words over the picture; `clear` lets the picture through, for a count."""
        if not self.isHidden() and (title, under, clear) == (*self.words, self._clear):
            return
        self._clear = clear
        self._title.show_words(title)
        self._under.show_words(under)
        self._lay_out()
        self.show()
        self.raise_()
        self.update()

    def write(self, cap: float) -> None:
        """Write with capitals of about so many pixels."""
        self._cap = cap
        self._lay_out()

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self._title.ink(tokens.ink)
        self._under.ink(tokens.ink)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in the middle."""
        super().resizeEvent(event)
        self._lay_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Count as a click on the picture."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the veil."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(self._tokens.sunken)
        ground.setAlphaF(0.66 if self._clear else 0.86)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), ROUND, ROUND)

    def _lay_out(self) -> None:
        edge = round(min(self.width(), self.height()) * 0.06)
        across, tall = self.width() - 2 * edge, self.height() - 2 * edge
        if across <= 0 or tall <= 0:
            return
        count = self._title.text().isdigit()
        cap = min(self._cap * (4.5 if count else 1.5), tall / (1.9 if count else 4.4))
        low = round(cap * PITCH * 0.6 * 2) if self._under.text() else 0
        self._title.place(QRect(edge, edge, across, tall - low), cap)
        self._under.place(QRect(edge, edge, across, low), cap * 0.6)
        high, low = (round(part.fitted.height) + 1 for part in (self._title, self._under))
        top = edge + (tall - high - low) // 2
        self._title.place(QRect(edge, top, across, high), cap)
        self._under.place(QRect(edge, top + high, across, low), cap * 0.6)


class Notice(QWidget):
    """A short word on what was just asked for, at the foot of the picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self._room = QRect()
        self._cap = 12.0
        self._words = BigText(
            self, lines=2, weight=QFont.Weight.DemiBold, align=Qt.AlignmentFlag.AlignHCenter
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Show a word; empty hides it."""
        if words == self._words.text():
            return
        self._words.show_words(words)
        self._lay_out()
        self.setVisible(bool(words))
        self.raise_()

    def place(self, room: QRect, cap: float) -> None:
        """Lie at the foot of this room."""
        self._room, self._cap = room, cap
        self._lay_out()

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self._words.ink(tokens.window)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.ink))
        radius = min(self.height() / 2, self._cap * 1.15)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _lay_out(self) -> None:
        pad = round(self._cap * 1.1)
        widest = max(1, round(self._room.width() * 0.8) - 2 * pad)
        self._words.place(QRect(pad, 0, widest, round(PITCH * 2 * self._cap)), self._cap)
        fitted = self._words.fitted
        wide = min(widest, round(fitted.width) + 2)
        tall = round(fitted.height + self._cap * 0.6)
        self._words.place(QRect(pad, 0, wide, tall), self._cap)
        # In the lower left corner: feet are mostly in the middle, the inset is above.
        edge = round(self._cap * 0.8)
        top = self._room.bottom() - tall - edge
        self.setGeometry(self._room.left() + edge, top, wide + 2 * pad, tall)
