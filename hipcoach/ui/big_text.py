"""A label whose words fill the room they are given."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from hipcoach.ui.fitted_text import FittedText, fit


class BigText(QLabel):
    """Words to be read from afar: they shrink before they are cut, and move nothing around."""

    def __init__(
        self,
        parent: QWidget,
        *,
        lines: int = 1,
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._lines = lines
        self._weight = weight
        self._align = align
        self._cap = 16.0
        self._ink = QColor(Qt.GlobalColor.black)
        self._fitted: FittedText | None = None

    def show_words(self, words: str) -> None:
        """Show other words; the same ones cost nothing."""
        if words != self.text():
            self.setText(words)
            self._fitted = None
            self.update()

    def place(self, box: QRect, cap: float) -> None:
        """Take this room, with capitals of so many pixels at most."""
        self._cap = cap
        self._fitted = None
        self.setGeometry(box)
        self.update()

    def ink(self, colour: str) -> None:
        """Write in this colour."""
        self._ink = QColor(colour)
        self.update()

    @property
    def fitted(self) -> FittedText:
        """The words as they are drawn now."""
        if self._fitted is None:
            font = QFont(self.font())
            font.setWeight(self._weight)
            box = (float(self.width()), float(self.height()))
            self._fitted = fit(self.text(), font, box, self._cap, lines=self._lines)
        return self._fitted

    def sizeHint(self) -> QSize:
        """Nothing: the room is given, not asked for."""
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Nothing, as above."""
        return QSize(0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew when the font changes."""
        if event.type() == QEvent.Type.FontChange:
            self._fitted = None
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        painter.setPen(self._ink)
        self.fitted.draw(painter, QRectF(self.rect()), self._align)
