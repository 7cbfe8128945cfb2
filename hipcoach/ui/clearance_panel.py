"""The record that a professional has said yes: on which day, who, and in what words."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QLayout, QLineEdit, QPlainTextEdit, QWidget

from hipcoach.app.phrases.safety import lack_words
from hipcoach.app.plan_snapshots import Cleared
from hipcoach.app.words import _, language
from hipcoach.core.clearing import Lack, lacks
from hipcoach.ui.pieces import GAPS, Button, column, grown, label, row

LONGEST_NAME: Final = 120
LONGEST_WORDS: Final = 2000
_LINES: Final = 80
"""Pixels of height of the words."""


class ClearancePanel(QFrame):
    """Three fields, all of them wanted; what is wrong with one is said below it."""

    cleared = Signal(object)
    """A `Cleared`."""
    leaveRequested = Signal()
    """Nothing is to be recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._today: date | None = None
        self._since: date | None = None
        self._day = QDateEdit()
        locale = QLocale(language())
        self._day.setLocale(locale)
        # Its weekday is known when the day is.
        long = locale.dateFormat(QLocale.FormatType.LongFormat)
        self._day.setDisplayFormat(long.replace("dddd,", "").strip())
        # A style sheet reaches no further than the frame of a field with a date.
        inner = self._day.findChild(QLineEdit)
        assert isinstance(inner, QLineEdit), "a date is written in a line"
        inner.setTextMargins(GAPS.space(2), 0, GAPS.space(2), 0)
        self._day.setAccessibleName(_("When was it?"))
        self._by = QLineEdit()
        self._by.setMaxLength(LONGEST_NAME)
        self._by.setPlaceholderText(_("such as: Dr Weber, physiotherapist"))
        self._by.setAccessibleName(_("Who was it?"))
        self._words = QPlainTextEdit()
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(grown(self, _LINES))
        self._words.setPlaceholderText(_("such as: exercise is fine, no deep squats for a month"))
        self._words.setAccessibleName(_("What did they say?"))
        self._wrong = {lack: label(lack_words(lack), "worst") for lack in Lack}
        self._fields: tuple[tuple[QWidget, tuple[Lack, ...]], ...] = (
            (self._day, (Lack.IN_FUTURE, Lack.BEFORE_STOP)),
            (self._by, (Lack.NOBODY,)),
            (self._words, (Lack.NO_WORDS,)),
        )
        keep = Button(_("&Record it"), "primary", "check")
        keep.clicked.connect(self._record)
        leave = Button(_("&Cancel"))
        leave.clicked.connect(self.leaveRequested)
        buttons = row(keep, leave)
        buttons.addStretch(1)
        whole = column(label(_("A professional has cleared you"), "heading"), gap=4, margin=5)
        for field, lacking in self._fields:
            whole.addLayout(self._field(field, lacking))
        whole.addWidget(label(_("It is kept in your journal, on this computer."), "soft"))
        whole.addLayout(buttons)
        self.setLayout(whole)
        self.setFocusProxy(self._day)

    def ask(self, today: date, since: date | None) -> None:
        """Begin anew; `since` is the day on which practice was stopped, where that is known."""
        self._today, self._since = today, since
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._by.clear()
        self._words.clear()
        self._show(())

    def _field(self, field: QWidget, lacking: tuple[Lack, ...]) -> QLayout:
        """A field below its question, and above what may be wrong with it."""
        asks = label(field.accessibleName(), "strong")
        asks.setBuddy(field)
        return column(asks, field, *(self._wrong[lack] for lack in lacking), gap=1)

    def _show(self, found: tuple[Lack, ...]) -> None:
        for lack, words in self._wrong.items():
            words.setVisible(lack in found)
        for field, lacking in self._fields:
            told = [lack_words(lack) for lack in lacking if lack in found]
            field.setAccessibleDescription(" ".join(told))

    def _record(self) -> None:
        at = self._day.date()
        day = date(at.year(), at.month(), at.day())
        by, words = self._by.text().strip(), self._words.toPlainText().strip()[:LONGEST_WORDS]
        found = lacks(day, by, words, today=self._today or day, since=self._since)
        self._show(found)
        if not found:
            self.cleared.emit(Cleared(day, by, words))
            return
        next(field for field, lacking in self._fields if found[0] in lacking).setFocus()
