"""What is being done, and what became of it: the last lines of a card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy

from hipcoach.app.data_snapshots import Outcome, Work
from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, column, label, row

HUNDRED = 100


class DeedStrip(QFrame):
    """A line that fills, with the way to call it off; then a sentence. Hidden without either."""

    callOffRequested = Signal()
    """What is being done is not to be done."""
    folderRequested = Signal(str)
    """The folder of this file is to be shown."""
    bringBackRequested = Signal(object)
    """The `Leftover` that is to come in all the same."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._path = ""
        self._said = ""
        self._words = label("")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line = QProgressBar()
        self._line.setTextVisible(False)
        self._line.setRange(0, HUNDRED)
        self._line.setAccessibleName(_("Progress"))
        fixed = QSizePolicy.Policy.Fixed
        self.call_off = Button(_("C&all off"))
        self.call_off.setSizePolicy(fixed, fixed)
        self.call_off.clicked.connect(self.callOffRequested)
        self._folder = Button(_("Show in folder"), "link")
        self._folder.setSizePolicy(fixed, fixed)
        self._folder.clicked.connect(lambda: self.folderRequested.emit(self._path))
        self._outcome: Outcome | None = None
        self._back = Button(_("Bring it back…"), "link")
        self._back.setSizePolicy(fixed, fixed)
        self._back.clicked.connect(self._ask_back)
        head = row(self._words, self.call_off, gap=3)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._line, self._folder, self._back, gap=2, margin=3))
        self.show_deed(None, None)

    @property
    def said(self) -> str:
        """What can be read; empty: nothing."""
        return self._words.text()

    def show_deed(self, work: Work | None, outcome: Outcome | None) -> None:
        """Show what is being done, or else what became of it."""
        words = work.words if work else outcome.words if outcome else ""
        self._outcome = None if work else outcome
        self._path = self._outcome.path if self._outcome else ""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._line.setVisible(work is not None and work.share is not None)
        if work is not None and work.share is not None:
            self._line.setValue(round(work.share * HUNDRED))
        self.call_off.setVisible(work is not None and work.stoppable)
        self._folder.setVisible(bool(self._path))
        self._back.setVisible(bool(self._outcome and self._outcome.leftover))
        self._dress(wrong=work is None and outcome is not None and outcome.wrong)
        self.setVisible(bool(words))
        if words and words != self._said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._said = words

    def _ask_back(self) -> None:
        if self._outcome is not None and self._outcome.leftover is not None:
            self.bringBackRequested.emit(self._outcome.leftover)

    def _dress(self, *, wrong: bool) -> None:
        """Stand out, more where something is wrong."""
        role = "banner" if wrong else "told"
        if self.property("role") != role:
            self.setProperty("role", role)
            for widget in (self, self._words, self.call_off, self._folder, self._back):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
