"""How far the whole routine has come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipcoach.app.words import _
from hipcoach.ui.tokens import LIGHT, Tokens


class ProgressLine(QWidget):
    """A line that fills from left to right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._pixels = -1
        self._tokens = LIGHT
        self.setAccessibleName(_("Progress"))

    def show_progress(self, share: float) -> None:
        """Show how much is done, 0 to 1; repaints when the line has grown by a pixel."""
        self._share = min(1.0, max(0.0, share))
        pixels = round(self._share * self.width() * self.devicePixelRatioF())
        if pixels == self._pixels:
            return
        self._pixels = pixels
        self.setAccessibleDescription(f"{self._share:.0%}")
        self.update()

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        strong = self._tokens.name == "high-contrast"
        painter.fillRect(whole, QColor(self._tokens.surface if strong else self._tokens.line))
        done = QRectF(whole)
        done.setWidth(whole.width() * self._share)
        painter.fillRect(done, QColor(self._tokens.accent))
        if strong:
            painter.fillRect(QRectF(0, whole.bottom() - 1, whole.width(), 1), QColor("#ffffff"))
