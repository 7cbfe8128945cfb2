"""A choice as it stands on a page: what it is, and its control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from hipcoach.ui.pieces import GAPS


class OptionRow(QWidget):
    """Words and their control, beside each other where there is room for both."""

    def __init__(self, words: QLayout, control: QWidget) -> None:
        super().__init__()
        self._control = control
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAPS.space(2))
        self._layout.addLayout(words, 1)
        self._layout.addWidget(control, 1, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control under its words where it needs more than half."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self._control.sizeHint().width() * 2 <= self.width()
        self._layout.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
