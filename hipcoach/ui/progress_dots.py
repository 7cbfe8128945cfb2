"""How far a few questions have come: a dot for each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.app.words import _


class ProgressDots(QWidget):
    """Filled dots are done, the long one is now; in words for who can't see them."""

    def __init__(self, total: int) -> None:
        super().__init__()
        self._total = total
        self._place = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_place(0)

    def show_place(self, place: int) -> None:
        """Show which question is asked, from 0."""
        self._place = place
        number = min(place + 1, self._total)
        words = _("Question {number} of {total}").format(number=number, total=self._total)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        return QSize((self._total + 1) * self._step(), self._step())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots."""
        role, colours, step = QPalette.ColorRole, self.palette(), self._step()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across = step / 2
        for number in range(self._total):
            ink = colours.color(role.Accent if number <= self._place else role.Mid)
            thick = QPen(ink, step / 2)
            thick.setCapStyle(thick.capStyle().RoundCap)
            painter.setPen(thick)
            length = step if number == self._place else 0.01
            start = QPointF(across, step / 2)
            painter.drawLine(start, start + QPointF(length, 0))
            across += step + (step if number == self._place else 0)
        painter.end()

    def _step(self) -> int:
        return round(self.fontMetrics().height() * 0.7)
