"""How it stands with breaks, as a quiet line that leads to their page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, row


class BreakLine(QWidget):
    """One line such as `Next break in 24 min`; pressed, it leads on."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._button = Button("", "subtle", "clock")
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self.pressed)
        line = row(self._button)
        line.addStretch(1)
        self.setLayout(line)

    def show_words(self, words: str) -> None:
        """Say this."""
        self._button.setText(words)
        self._button.setAccessibleName(_("{line}. To the Breaks page").format(line=words))
