"""A question in letters that are read from the floor."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from hipcoach.ui.fitted_text import fit


class Question(QLabel):
    """Words as large as asked for, smaller where there is no room for them."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(90)
        self.cap = 40.0
        """Height of a capital in pixels, at most."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words in the middle."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        room = (float(self.width()), float(self.height()))
        fitted = fit(self.text(), font, room, self.cap, lines=3)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        fitted.draw(painter, QRectF(self.rect()), Qt.AlignmentFlag.AlignHCenter)
        painter.end()
