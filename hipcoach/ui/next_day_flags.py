"""What else has changed since the last session: the red flags, to be looked through again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.app.phrases.safety import new_signs_words
from hipcoach.app.words import _
from hipcoach.ui.flag_list import FlagList
from hipcoach.ui.pieces import Button, column, label, left_out, row


class NextDayFlags(QWidget):
    """The list of signs; built when somebody asks for it, for most days nobody does."""

    finished = Signal(object)
    """The codes that were ticked, a tuple; empty: none of them."""

    def __init__(self) -> None:
        super().__init__()
        self._body: QVBoxLayout = column(gap=3)
        self.setLayout(self._body)
        self.hide()

    def open(self) -> None:
        """Show the list, with nothing ticked."""
        left_out(self._body)
        flags = FlagList()
        done = Button(_("&Continue"), "primary")
        done.setEnabled(False)
        done.clicked.connect(lambda: self._finish(flags.advice.flags))
        flags.changed.connect(lambda: done.setEnabled(flags.answered))
        back = Button(_("&Back"), "", "back")
        back.clicked.connect(lambda: self._finish(()))
        buttons = row(done, back)
        buttons.addStretch(1)
        self._body.addWidget(label(_("What has changed?"), "heading"))
        self._body.addWidget(label(new_signs_words(), "soft"))
        self._body.addWidget(flags)
        self._body.addLayout(buttons)
        self.show()
        flags.setFocus()

    def _finish(self, flags: tuple[str, ...]) -> None:
        self.hide()
        self.finished.emit(flags)
