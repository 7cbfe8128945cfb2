"""Days on which nothing reminds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy, QWidget

from hipcoach.app.phrases.break_settings import day_off_words
from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, column, label, left_out, row


class ScrolledDate(QDateEdit):
    """A date that stays when the page is scrolled under the pointer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class DaysOff(QWidget):
    """A list of dates, to add to and to take from."""

    changed = Signal(object)
    """A frozenset of `date`: other days are off."""

    def __init__(self) -> None:
        super().__init__()
        self._days: frozenset[date] = frozenset()
        self._list = column(gap=1)
        self._date = ScrolledDate()
        self._date.setDisplayFormat("yyyy-MM-dd")
        self._date.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._date.setAccessibleName(_("A day off"))
        self._date.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._add = Button(_("&Add day off"), "filter", "plus")
        self._add.clicked.connect(self._take_in)
        line = row(self._date, self._add, gap=2)
        line.addStretch(1)
        self.setLayout(column(self._list, line, gap=2))

    def show_days(self, days: Iterable[date]) -> None:
        """Show these; nothing is told."""
        if frozenset(days) != self._days:
            self._days = frozenset(days)
            self._fill()

    def begin_at(self, day: date) -> None:
        """Offer this day first."""
        self._date.setDate(QDate(day.year, day.month, day.day))

    def _take_in(self) -> None:
        found = self._date.date()
        self._let_hold(self._days | {date(found.year(), found.month(), found.day())})

    def _let_hold(self, days: frozenset[date]) -> None:
        if days != self._days:
            self._days = days
            self._fill()
            self.changed.emit(days)

    def _fill(self) -> None:
        left_out(self._list)
        for day in sorted(self._days):
            words = day_off_words(day)
            gone = Button("", "subtle", "close", name=_("Remove {day}").format(day=words))
            gone.setToolTip(gone.accessibleName())
            gone.clicked.connect(partial(self._let_hold, self._days - {day}))
            line = row(label(words, wrap=False), gone, gap=2)
            line.addStretch(1)
            self._list.addLayout(line)
