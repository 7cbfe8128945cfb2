"""The line on Today that leads to the questions about the person, and tells the days that suit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, label, row


class SetUpCard(QFrame):
    """A sentence and a button; hidden while there is nothing to say."""

    openRequested = Signal()
    """Show the questions."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._words = label("", "soft")
        self._open = Button(_("About &you…"), "link", name=_("About you"))
        self._open.clicked.connect(self.openRequested)
        line = row(self._words, self._open, gap=4)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say this; empty: nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))
