"""The one way in which something that went wrong is said: calm, with what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, label, row


class Banner(QFrame):
    """A message with what can be done about it; hidden while there is nothing to say."""

    actionRequested = Signal()
    """What the banner offers was asked for."""
    dismissed = Signal()
    """The message was read and put away."""

    def __init__(self, parent: QWidget | None = None, *, dismissable: bool = True) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._words = label("")
        self._action = Button("")
        self._dismiss = Button("")
        self._dismissable = dismissable
        self._action.clicked.connect(self.actionRequested)
        self._dismiss.clicked.connect(self._put_away)
        layout = row(self._words, self._action, self._dismiss, gap=4, margin=4)
        layout.setStretch(0, 1)
        layout.setAlignment(self._action, Qt.AlignmentFlag.AlignTop)
        layout.setAlignment(self._dismiss, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.setFocusProxy(self._action)
        self.hide()

    def show_message(self, words: str, *, action: str = "", grave: bool = False) -> None:
        """Say this; empty words hide the banner. `action` is the button's label, if any."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.setAccessibleName(words)
        self._action.setText(action)
        self._action.setAccessibleName(action.replace("&", ""))
        self._action.setVisible(bool(action))
        self._dismiss.setText(_("Dismiss"))
        self._dismiss.setAccessibleName(_("Dismiss"))
        self._dismiss.setVisible(self._dismissable)
        self.setProperty("tone", "danger" if grave else "")
        for widget in (self, self._words, self._action, self._dismiss):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.setVisible(bool(words))

    def _put_away(self) -> None:
        self.hide()
        self.dismissed.emit()
