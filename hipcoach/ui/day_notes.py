"""What was written to a day, and room to write more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from hipcoach.app.day_snapshots import NoteStory
from hipcoach.app.phrases.day_story import note_too_long_words
from hipcoach.app.words import _
from hipcoach.core.corrections import LONGEST_NOTE
from hipcoach.ui.pieces import Button, column, label, left_out, row
from hipcoach.ui.session_actions import keyed

_LINES = 3


class DayNotes(QFrame):
    """Notes are kept as they are; words that were not kept yet wait with their day."""

    written = Signal(object, str)
    """A `date`, and what is to be kept with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._day = date.min
        self._drafts: dict[date, str] = {}
        self._notes = column(gap=2)
        self._words = QPlainTextEdit()
        self._words.setAccessibleName(_("A note to this day"))
        self._words.setPlaceholderText(_("Worth knowing later: a long drive, a new chair…"))
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(self._words.fontMetrics().lineSpacing() * _LINES + 24)
        self._too_long = label("", "small")
        self._too_long.hide()
        self._keep = Button(_("&Keep the note"))
        self._keep.clicked.connect(self._write)
        self._words.textChanged.connect(self._weigh)
        keyed(self._words, "", ("Ctrl+Return", "Ctrl+Enter")).triggered.connect(self._keep.click)
        line = row(self._keep, self._too_long)
        line.addStretch(1)
        head = label(_("Notes"), "heading")
        self.setLayout(column(head, self._notes, self._words, line, gap=2, margin=5))
        self._weigh()

    def show_notes(self, day: date, notes: Sequence[NoteStory]) -> None:
        """Show what was written to a day."""
        if day != self._day:
            self._drafts[self._day] = self._words.toPlainText()
            self._day = day
            self._words.setPlainText(self._drafts.pop(day, ""))
        left_out(self._notes)
        for note in notes:
            self._notes.addLayout(column(label(note.words), label(note.when, "small"), gap=0))

    def _write(self) -> None:
        words = self._words.toPlainText().strip()
        if self._keep.isEnabled():
            self._words.clear()
            self.written.emit(self._day, words)

    def _weigh(self) -> None:
        length = len(self._words.toPlainText().strip())
        self._keep.setEnabled(0 < length <= LONGEST_NOTE)
        self._too_long.setVisible(length > LONGEST_NOTE)
        if length > LONGEST_NOTE:
            self._too_long.setText(note_too_long_words(length, LONGEST_NOTE))
