"""The history on the desk: months, years and days are asked of the journal, and kept at hand.

What it takes to tell of them is imported in the journal's thread: the window never waits.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.plan_desk import PlanDesk
from hipcoach.core.errors import KnownError
from hipcoach.ports import Clock, ContentSource, Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from hipcoach.app.day_snapshots import DayStory
    from hipcoach.app.history_snapshots import MonthSnapshot, YearSnapshot
    from hipcoach.core.content import Content
    from hipcoach.core.history import DayHistory
    from hipcoach.core.tolerance import Tolerance

MONTHS: Final = 12
KEPT: Final = 36
"""So many months are kept at hand; with one more all but the newest are let go."""
_Page = tuple[int, int]
"""(year, month); month 0 is the whole year."""


class HistoryDesk(QObject):
    """Gives months, years and days.

    Months and years that were shown, and those beside them, are there at once.
    """

    monthReady = Signal(object)
    """A `MonthSnapshot`: the one that was asked for last."""
    yearReady = Signal(object)
    """A `YearSnapshot`: the one that was asked for last."""
    dayReady = Signal(object)
    """A `DayStory`: the one that was asked for last."""

    def __init__(
        self,
        content: ContentSource,
        clock: Clock,
        worker: JournalWorker,
        plan: PlanDesk,
        first_weekday: Callable[[], int] | None = None,
    ) -> None:
        """`first_weekday` gives the day on which weeks begin, 0 for Monday; else the system."""
        super().__init__()
        self._content = content
        self._clock = clock
        self._worker = worker
        self._plan = plan
        self._first_weekday = first_weekday
        self._at_hand: dict[_Page, MonthSnapshot | YearSnapshot] = {}
        self._under_way: set[_Page] = set()
        self._wanted: _Page | None = None
        self._day: date | None = None
        """Whose story is shown."""
        self._classes: Mapping[date, Tolerance] | None = None
        """Of the plan, worked out once."""
        self._turn = 0
        """Counts how often everything was forgotten: what was read before that is old."""
        # What is wanted now comes first, and its picture.
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._fetch_beside)
        plan.planChanged.connect(lambda _plan: self.forget())

    @property
    def today(self) -> date:
        """The practice day of now."""
        return self._plan.today

    @property
    def first(self) -> date | None:
        """The first day of which is known how it was tolerated."""
        return min(self._felt(), default=None)

    def ask_month(self, year: int, month: int) -> None:
        """Have a month shown, and those beside it made ready."""
        self._ask((year, month))
        self._ahead.start()

    def ask_year(self, year: int) -> None:
        """Have a year shown."""
        self._ask((year, 0))
        self._ahead.start()

    def ask_day(self, day: date) -> None:
        """Have the story of a day told; it is told again when something of it changes."""
        try:
            content = self._content.everything()
        except KnownError:
            return  # who shows the day says what is wrong
        self._day = day
        now, today, classes = self._clock.now(), self.today, self._felt()
        known = self._plan.known
        answers = known.log.next_day if known else ()

        def tell(journal: Journal) -> DayStory:
            from hipcoach.app.day_view import day_story, read_day

            return day_story(read_day(journal, day, classes, answers, now), content, today)

        self._worker.read(tell, self._show_day, lambda _error: None)

    def note(self, day: date, words: str) -> None:
        """Keep what was written to a day."""
        from hipcoach.core.corrections import Note

        self._plan.keep(Note(self._clock.new_id(), self._clock.now(), day, words))

    def withdraw(self, session: UUID, withdrawn: bool) -> None:
        """Leave a session out of plan and counts, or take it back in."""
        from hipcoach.core.corrections import Withdrawal

        row = Withdrawal(self._clock.new_id(), self._clock.now(), session, withdrawn)
        self._plan.keep(row)

    def close_day(self) -> None:
        """The story of a day is not looked at any more."""
        self._day = None

    def forget(self) -> None:
        """Read anew what is asked for from now on, and what is shown at once."""
        self._at_hand.clear()
        self._under_way.clear()
        self._classes = None
        self._turn += 1
        if self._wanted is not None:
            self._fetch(self._wanted)
        if self._day is not None:
            self.ask_day(self._day)

    def rest(self) -> None:
        """Nobody looks any more."""
        self._wanted = self._day = None

    def _felt(self) -> Mapping[date, Tolerance]:
        if self._classes is None:
            known = self._plan.known
            self._classes = known.ramp.classes() if known else {}
        return self._classes

    def _ask(self, page: _Page) -> None:
        self._wanted = page
        if page in self._at_hand:
            self._show(page, self._at_hand[page])
        else:
            self._fetch(page)

    def _fetch_beside(self) -> None:
        """Make what is beside the page that is shown ready, and the year of a month."""
        if self._wanted is None:
            return
        year, month = self._wanted
        pages = [(year - 1, 0), (year + 1, 0)]
        if month:
            pages = [_month_before(year, month), _month_after(year, month), (year, 0)]
        for page in pages:
            self._fetch(page)

    def _fetch(self, page: _Page) -> None:
        if page in self._at_hand or page in self._under_way:
            return
        try:
            content = self._content.everything()
        except KnownError:
            return  # who shows the day says what is wrong
        self._under_way.add(page)
        turn, told = self._turn, self._teller(page, content)
        self._worker.read(
            told,
            lambda snapshot: self._take(page, turn, snapshot),
            lambda _error: self._take(page, turn, told(None), read=False),
        )

    def _teller(self, page: _Page, content: Content) -> Callable[[Journal | None], Any]:
        """What makes a page of the calendar, in the journal's thread; an empty one without it."""
        now, today, first = self._clock.now(), self.today, self.first
        classes, known = self._felt(), self._plan.known
        next_day = known.plan.next_day if known else None
        from hipcoach.app.plan_view import first_weekday as usual

        first_weekday = (self._first_weekday or usual)()
        year, month = page

        def tell(journal: Journal | None) -> MonthSnapshot | YearSnapshot:
            from hipcoach.app import history_view as view

            def days(span: tuple[date, date]) -> tuple[DayHistory, ...]:
                return read_days(journal, span, classes, now)

            if not month:
                return view.year_snapshot(
                    year,
                    days(view.year_span(year)),
                    content,
                    today,
                    first=first,
                    unread=journal is None,
                )
            return view.month_snapshot(
                year,
                month,
                days(view.month_span(year, month, first_weekday)),
                content,
                today,
                next_day=next_day,
                first=first,
                unread=journal is None,
            )

        return tell

    def _take(
        self, page: _Page, turn: int, snapshot: MonthSnapshot | YearSnapshot, *, read: bool = True
    ) -> None:
        if turn != self._turn:
            return
        self._under_way.discard(page)
        if page == self._wanted:
            self._show(page, snapshot)
        if len(self._at_hand) >= KEPT:
            self._at_hand.clear()
        if read:
            self._at_hand[page] = snapshot

    def _show_day(self, story: DayStory) -> None:
        if story.day == self._day:
            self.dayReady.emit(story)

    def _show(self, page: _Page, snapshot: MonthSnapshot | YearSnapshot) -> None:
        (self.monthReady if page[1] else self.yearReady).emit(snapshot)


def read_days(
    journal: Journal | None,
    span: tuple[date, date],
    classes: Mapping[date, Tolerance],
    now: datetime,
) -> tuple[DayHistory, ...]:
    """The days from the first to the last of a span, empty without a journal.

    Raises StoreError.
    """
    from hipcoach.core.history import HistoryLog, days_of_history, moments_around

    first, last = span
    log = journal.history(*moments_around(first, last, now)) if journal else HistoryLog()
    return days_of_history(log, classes if journal else {}, first, last)


def _month_before(year: int, month: int) -> _Page:
    return (year, month - 1) if month > 1 else (year - 1, MONTHS)


def _month_after(year: int, month: int) -> _Page:
    return (year, month + 1) if month < MONTHS else (year + 1, 1)
