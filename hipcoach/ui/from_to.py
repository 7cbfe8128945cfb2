"""Two dates: from one day to another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.app.spans import FromTo
from hipcoach.app.words import pgettext
from hipcoach.ui.days_off import ScrolledDate
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import column, label, row


class FromToFields(QWidget):
    """Both days can be typed, and stepped through by the arrow keys; the first stays the first."""

    changed = Signal(object)
    """A `FromTo` that the person has chosen."""

    def __init__(self) -> None:
        super().__init__()
        since, until = pgettext("day", "From"), pgettext("day", "To")
        self._first, self._last = _field(since), _field(until)
        self._first.dateChanged.connect(lambda first: self._take(first, self._last))
        self._last.dateChanged.connect(lambda last: self._take(last, self._first))
        line = FoldingRow(_named(since, self._first), _named(until, self._last), gap=4)
        self.setLayout(column(line, gap=0))
        self.setFocusProxy(self._first)

    @property
    def span(self) -> FromTo:
        """What stands there; what is being typed counts as it is."""
        for field in (self._first, self._last):
            field.interpretText()
        return FromTo(_day(self._first), _day(self._last))

    def offer(self, earliest: date, latest: date) -> None:
        """Let no day before or after these be chosen; nothing is told."""
        for field in (self._first, self._last):
            with QSignalBlocker(field):
                field.setDateRange(_as_qt(earliest), _as_qt(latest))

    def show_span(self, first: date, last: date) -> None:
        """Show these days; nothing is told."""
        for field, day in ((self._first, first), (self._last, last)):
            with QSignalBlocker(field):
                field.setDate(_as_qt(day))

    def _take(self, day: QDate, other: ScrolledDate) -> None:
        """Carry the other end along where the two would cross."""
        with QSignalBlocker(other):
            if self._first.date() > self._last.date():
                other.setDate(day)
        self.changed.emit(self.span)


def _field(name: str) -> ScrolledDate:
    made = ScrolledDate()
    made.setDisplayFormat("yyyy-MM-dd")
    # What is half typed would carry the other end with it.
    made.setKeyboardTracking(False)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def _named(words: str, field: ScrolledDate) -> QWidget:
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
