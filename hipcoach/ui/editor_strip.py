"""A routine in pictures, from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.app.editor_view import StepView
from hipcoach.app.words import _
from hipcoach.ui.picture import PictureBook

_HIGH: Final = 48
_WIDE: Final = 64
_GAP: Final = 4
_LEAST: Final = 12


class PictureStrip(QWidget):
    """One small picture for each step; they come closer where there are many."""

    chosen = Signal(int)
    """The index of the step that was clicked."""

    def __init__(self, book: PictureBook) -> None:
        super().__init__()
        self._book = book
        self._poses: tuple[str, ...] = ()
        self._drawn: dict[str, QPixmap] = {}
        self._current = 0
        self.setFixedHeight(_HIGH + 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        book.changed.connect(self._draw_anew)

    def show_steps(self, steps: Sequence[StepView]) -> None:
        """Show these steps, in order."""
        self._poses = tuple(step.pose for step in steps)
        names = ", ".join(step.name for step in steps)
        self.setAccessibleName(_("In order: {names}").format(names=names) if names else "")
        self.update()

    def mark(self, index: int) -> None:
        """Mark a step as the one that is chosen."""
        self._current = index
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step that was clicked."""
        index = int(event.position().x() // self._pitch) if self._poses else -1
        if 0 <= index < len(self._poses):
            self.chosen.emit(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pictures, the chosen one in a frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, pose in enumerate(self._poses):
            left = index * self._pitch + 2
            painter.drawPixmap(round(left), 4, self._pixmap(pose))
        if self._poses:
            left = min(self._current, len(self._poses) - 1) * self._pitch + 2
            accent: QColor = self.palette().color(QPalette.ColorRole.Accent)
            painter.setPen(QPen(accent, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPixmap(round(left), 4, self._pixmap(self._poses[self._current_there]))
            painter.drawRoundedRect(QRectF(left, 4, _WIDE, _HIGH), 7, 7)
        painter.end()

    @property
    def _current_there(self) -> int:
        return min(self._current, len(self._poses) - 1)

    @property
    def _pitch(self) -> float:
        """Pixels from one picture to the next."""
        room = (self.width() - _WIDE - 4) / max(1, len(self._poses) - 1)
        return max(_LEAST, min(_WIDE + _GAP, room))

    def _pixmap(self, pose: str) -> QPixmap:
        if pose not in self._drawn:
            size = QSize(_WIDE, _HIGH)
            self._drawn[pose] = self._book.pixmap(pose, size, self.devicePixelRatioF())
        return self._drawn[pose]

    def _draw_anew(self) -> None:
        self._drawn.clear()
        self.update()
