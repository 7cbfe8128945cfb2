"""The choice of what is to be deleted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.app.data_snapshots import Wish
from hipcoach.app.words import _, pgettext
from hipcoach.ui.break_rows import FewChoices
from hipcoach.ui.days_off import ScrolledDate
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, column, label, row
from hipcoach.ui.tick import Tick

LONG_AGO: Final = date(2000, 1, 1)
"""Where the first day is not known."""
NIGHT: Final = timedelta(days=1)
"""What is done after midnight belongs to the day before."""
DAYS, EVERYTHING = "days", "everything"


class DeletePanel(QWidget):
    """Some days or everything, with the copies or without."""

    deleteRequested = Signal(object)
    """A `Wish`; nothing is deleted before a question."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = False
        self._offered: tuple[object, date] | None = None
        """The days that were offered last, with the day that it was."""
        choices = ((DAYS, _("Some days")), (EVERYTHING, _("Everything")))
        self._what = FewChoices(_("Delete"), choices, self._choose)
        self._what.show_choice(DAYS)
        since, until = pgettext("day", "From"), pgettext("day", "To")
        self._first, self._last = _date(since), _date(until)
        self._first.dateChanged.connect(self._push)
        self._last.dateChanged.connect(self._pull)
        ends = _beside(since, self._first), _beside(until, self._last)
        self._days = FoldingRow(*ends, gap=4)
        self.copies = Tick(_("Delete every copy of the journal as well"))
        """Whether the copies go, too; hidden where there can be none."""
        self._go = Button(_("&Delete…"), "", "bin")
        self._go.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._go.clicked.connect(self._ask)
        what = row(self._what, gap=0)
        what.addStretch(1)
        self.setLayout(column(what, self._days, self.copies, self._go, gap=3))
        self.setFocusProxy(self._what)

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        span = None if self._whole else (_day(self._first), _day(self._last))
        return Wish(span, self.copies.isChecked())

    def show_days(self, days: tuple[date, date] | None, today: date) -> None:
        """Offer the days of which something is recorded; what was chosen among them stays."""
        if (days, today) == self._offered:
            return
        self._offered = days, today
        first, last = days or (LONG_AGO, today)
        for end in (self._first, self._last):
            end.setDateRange(_as_qt(first - NIGHT), _as_qt(max(last, today)))
        self._first.setDate(_as_qt(last))
        self._last.setDate(_as_qt(last))

    def rest(self, resting: bool) -> None:
        """Let nothing be asked for now, or again."""
        self._go.setEnabled(not resting)

    def _choose(self, code: str) -> None:
        self._whole = code == EVERYTHING
        self._days.setVisible(not self._whole)

    def _push(self, first: QDate) -> None:
        """Let the last day never lie before the first."""
        self._last.setDate(max(first, self._last.date()))

    def _pull(self, last: QDate) -> None:
        """Let the first day never lie after the last."""
        self._first.setDate(min(last, self._first.date()))

    def _ask(self) -> None:
        self.deleteRequested.emit(self.wish)


def _date(name: str) -> ScrolledDate:
    made = ScrolledDate()
    made.setDisplayFormat("yyyy-MM-dd")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def _beside(words: str, field: ScrolledDate) -> QWidget:
    made = QWidget()
    name = label(words, wrap=False)
    name.setBuddy(field)
    made.setLayout(row(name, field, gap=2))
    return made


def _as_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(field: ScrolledDate) -> date:
    found = field.date()
    return date(found.year(), found.month(), found.day())
