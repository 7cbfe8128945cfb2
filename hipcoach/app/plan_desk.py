"""The plan on the desk: shown, explained, and told what was felt.

What it takes to tell of it is imported when the journal has spoken: the first picture comes
sooner.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.core.errors import KnownError
from hipcoach.ports import Clock, ContentSource

if TYPE_CHECKING:
    from datetime import date

    from hipcoach.app.plan_book import PlanKnown
    from hipcoach.app.plan_snapshots import Asked, Cleared, Told
    from hipcoach.app.set_up import SetUp
    from hipcoach.core.content import Content
    from hipcoach.core.plan_log import AboutYou
    from hipcoach.ports import Journal, JournalEntry

MINUTE_MS: Final = 60_000
DAILY: Final = 3
"""The level that is offered, and may be declined."""


class PlanDesk(QObject):
    """Shows the plan, and keeps what is said to it."""

    planChanged = Signal(object)
    """A `PlanSnapshot`, or `None` where the journal can't be read."""
    whyReady = Signal(object)
    """A `WhySnapshot`."""
    changed = Signal()
    """Something was written down that the plan rests on."""

    def __init__(self, content: ContentSource, clock: Clock, worker: JournalWorker) -> None:
        super().__init__()
        self._content = content
        self._clock = clock
        self._worker = worker
        self._known: PlanKnown | None = None
        self._minutes = QTimer(self)
        self._minutes.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._minutes.setInterval(MINUTE_MS)
        self._minutes.timeout.connect(self.turn_day)

    @property
    def about(self) -> AboutYou | None:
        """What the person said about themselves last."""
        return self._known.about if self._known else None

    @property
    def today(self) -> date:
        """The practice day of now."""
        from hipcoach.core.practice_day import practice_day

        return practice_day(self._clock.now())

    @property
    def level(self) -> int:
        """Of the plan, 1 to 3; 1 while nothing is known."""
        return self._known.plan.level if self._known else 1

    @property
    def known(self) -> PlanKnown | None:
        """What the journal said last; `None` while nothing is known."""
        return self._known

    def learn(self, known: PlanKnown | None) -> None:
        """Take in what the journal says; the plan of today is kept with its reasons.

        It is shown with Today: to read all content now would hold up a session that starts.
        """
        from hipcoach.app.plan_book import keep_plan

        self._known = known
        self._minutes.start()
        if known is not None:
            self._worker.write(lambda journal: keep_plan(journal, self._clock, known))

    def turn_day(self) -> None:
        """Ask for the plan of a new practice day, where one has begun under an open window."""
        if self._known is not None and self._known.day != self.today:
            self.changed.emit()

    def show(self) -> None:
        """Show the plan as it was read last."""
        from hipcoach.app.plan_view import first_weekday, plan_snapshot, week_begins
        from hipcoach.core.balance import balance_of
        from hipcoach.core.practice_day import practice_day

        known = self._known
        try:
            content = self._content.everything()
        except KnownError:
            known = None  # who shows the day says what is wrong
        if known is None:
            self.planChanged.emit(None)
            return
        first = first_weekday()
        begins = week_begins(known.day, first)
        week = [row for row in known.week if practice_day(row.opened.at) >= begins]
        shown = plan_snapshot(
            known.plan,
            known.log,
            content,
            known.day,
            classes=known.ramp.classes(),
            first_weekday=first,
            breaks_taken=known.breaks_taken,
            balance=balance_of(week, content.exercises),
            asked=self._asked(known),
        )
        self.planChanged.emit(replace(shown, changed=_changed(shown.routine, known, content)))

    def ask_why(self, day: date | None) -> None:
        """Tell the reasons of that day; `None`: of today."""
        from hipcoach.core.plan_log import PlanDecided

        about = day or self.today
        self._worker.read(
            lambda journal: journal.all_of(PlanDecided),
            lambda rows: self._tell_why(rows, about),
            lambda _error: None,
        )

    def tell(self, told: Told) -> None:
        """Keep how a practice day felt afterwards, and what else was ticked with it."""
        from hipcoach.core.journal import SafetyAnswers
        from hipcoach.core.plan_log import NextDayAnswers

        now = self._clock.now()
        rows: list[JournalEntry] = [
            NextDayAnswers(
                self._clock.new_id(),
                now,
                told.day,
                told.days_after,
                told.reply,
                told.pain,
                told.soreness,
                told.sketchy,
            )
        ]
        if told.flags:
            rows.append(SafetyAnswers(self._clock.new_id(), now, told.flags))
        self.keep(*rows)

    def clear(self, cleared: Cleared) -> None:
        """Keep a clearance: the only end of a stop."""
        from hipcoach.core.plan_log import Clearance

        now = self._clock.now()
        self.keep(Clearance(self._clock.new_id(), now, cleared.day, cleared.by, cleared.words))

    def set_up(self, said: SetUp) -> None:
        """Keep what the person says about themselves."""
        from hipcoach.app.set_up import row_of

        self.keep(row_of(said, self._clock.new_id(), self._clock.now()))

    def accept(self) -> None:
        """Take the next level, up to daily."""
        self._wish(DAILY)

    def decline(self) -> None:
        """Stay below daily."""
        self._wish(DAILY - 1)

    def _wish(self, level: int) -> None:
        from hipcoach.core.plan_log import Ceiling

        self.keep(Ceiling(self._clock.new_id(), self._clock.now(), level))

    def keep(self, *rows: JournalEntry) -> None:
        """Keep rows that the plan may rest on; all that is shown follows."""

        def write(journal: Journal) -> None:
            for row in rows:
                journal.add(row)

        self._worker.write(write)
        self.changed.emit()

    def _asked(self, known: PlanKnown) -> tuple[Asked, ...]:
        """The questions of days before that are open."""
        from hipcoach.app.phrases.next_day import asked_words
        from hipcoach.app.plan_snapshots import Asked
        from hipcoach.app.plan_view import practised
        from hipcoach.core.asking import open_questions

        found = open_questions(practised(known.log), known.log.next_day, self._clock.now())
        return tuple(
            Asked(
                one.day,
                one.days_after,
                asked_words(one.day, one.days_after, known.day),
                quiet=one.quiet,
            )
            for one in found
        )

    def _tell_why(self, rows: Any, day: date) -> None:
        from hipcoach.app.plan_view import practised, why_snapshot

        days = practised(self._known.log) if self._known else frozenset()
        self.whyReady.emit(why_snapshot(rows, day, days))


def _changed(routine: str, known: PlanKnown, content: Content) -> tuple[str, ...]:
    """What is otherwise in that routine: what somebody can't do, and what moved on the ladder."""
    if not routine:
        return ()
    from hipcoach.app.phrases.fitting import left_out_words
    from hipcoach.app.phrases.rungs import rung_words
    from hipcoach.core.fitting import fitted
    from hipcoach.core.rungs import rungs_of

    words = content.wording.exercises
    fit = fitted(content.routines[routine], content.exercises, known.about)
    steps = dict.fromkeys(step.exercise for step in fit.routine.steps)
    exercises = [content.exercises[name] for name in steps]
    moves = rungs_of(known.log.practice, known.ramp, exercises, known.day).reasons
    told = (*left_out_words(fit.left_out, words), *(rung_words(one, words) for one in moves))
    return tuple(filter(None, told))
