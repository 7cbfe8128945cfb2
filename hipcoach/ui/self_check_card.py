"""The quiet card on the Today page that asks for a look at one's own hips."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, label, row


class SelfCheckCard(QFrame):
    """A sentence and a button; hidden while no look is due, or a red flag applies."""

    openRequested = Signal()
    """Take the look."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._words = label("", "soft")
        self.button = Button(_("Take a &look"), "quiet", "forward", name=_("Look at your own hips"))
        self.button.clicked.connect(self.openRequested)
        self._blocked = False
        line = row(self._words, self.button, gap=4, margin=3)
        line.setContentsMargins(line.contentsMargins().left() * 2, *[line.spacing() // 2] * 3)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say this; empty: there is nothing to say."""
        self._words.setText(words)
        self._show()

    def block(self, *, blocked: bool) -> None:
        """Know whether a red flag applies."""
        self._blocked = blocked
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._words.text()) and not self._blocked)
