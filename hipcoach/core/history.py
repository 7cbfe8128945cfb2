"""The days looked back on: what was done on each, how it felt and what was on plan.

A calendar, a list in the terminal and a report show the same days; they are grouped here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from hipcoach.core.evidence import Day, Row, day_of
from hipcoach.core.plan_log import Clearance, NextDayAnswers, PlanDecided, PracticeRow
from hipcoach.core.practice_day import START, moment_of, practice_day
from hipcoach.core.value import value

if TYPE_CHECKING:
    from hipcoach.core.corrections import Note
    from hipcoach.core.journal import SafetyAnswers
    from hipcoach.core.plan import Action, Plan
    from hipcoach.core.tolerance import Tolerance

MARGIN: Final = timedelta(days=8)
"""Rows so much older and younger than a span are read with it: the plan before its first day,
answers that were given days later, and what was done in another time zone."""
_DAY: Final = timedelta(days=1)
_One = TypeVar("_One")


@value
class BreakSeen:
    """Something that happened to a stretch break, without its settings."""

    at: datetime
    """In the local time of its day."""
    kind: str


@value
class HistoryLog:
    """The rows of the journal from a span of time, each kind by time."""

    practice: tuple[PracticeRow, ...] = ()
    """Sessions that are closed."""
    next_day: tuple[NextDayAnswers, ...] = ()
    safety: tuple[SafetyAnswers, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    """All that there are, whenever they were recorded."""
    plans: tuple[PlanDecided, ...] = ()
    breaks: tuple[BreakSeen, ...] = ()
    notes: tuple[Note, ...] = ()
    """Of days between, whenever they were written."""


@value
class DayHistory:
    """One practice day; most fields are empty where nothing happened."""

    day: date
    felt: Day
    """What is known of how it felt, as the plan has it."""
    sessions: tuple[PracticeRow, ...] = ()
    """By time, stretch breaks among them; withdrawn ones are not."""
    withdrawn: tuple[PracticeRow, ...] = ()
    """Sessions that were somebody else's."""
    notes: tuple[Note, ...] = ()
    """What was written to the day, by time."""
    breaks: tuple[tuple[str, int], ...] = ()
    """(what happened to a stretch break, how often), sorted by name."""
    tolerance: Tolerance | None = None
    """`None` for a day without practice, or not known yet."""
    plan: Plan | None = None
    """The newest that was kept for the day."""
    turned: Action | None = None
    """What the plan did on this day and not on the one before: a mark in a calendar."""
    clearances: tuple[Clearance, ...] = ()
    """Given on this day."""

    @property
    def held_s(self) -> float:
        """Seconds of holds, contractions and repetitions."""
        return sum(row.held_s for row in self.sessions)

    @property
    def rest_on_plan(self) -> bool:
        """Whether no session was done, and none was wanted."""
        if self.plan is None or self.plan.stopped or self.felt.practised:
            return False
        return not self.plan.due(self.day)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be told of it, a plan apart."""
        told = (self.sessions, self.withdrawn, self.breaks, self.clearances, self.notes)
        return not (any(told) or self.felt.tells)

    def count(self, kind: str) -> int:
        """How often something happened to a stretch break, such as `taken`."""
        return dict(self.breaks).get(kind, 0)


def moments_around(first: date, last: date, now: datetime) -> tuple[datetime, datetime]:
    """Since when and until when rows are read to tell of these practice days.

    `now` is any moment in the person's zone.
    """
    earliest, latest = date.min + 2 * MARGIN, date.max - 2 * MARGIN
    first, last = max(first, earliest), min(last, latest)
    return moment_of(first, START, now) - MARGIN, moment_of(last, START, now) + _DAY + MARGIN


def days_of_history(
    log: HistoryLog,
    classes: Mapping[date, Tolerance],
    first: date,
    last: date,
    felt: Mapping[date, Day] | None = None,
) -> tuple[DayHistory, ...]:
    """Every practice day from the first to the last of them, by date.

    `classes` says how each day was tolerated (`Ramp.classes`): that takes what came long before.
    `felt` has the days that are known of the plan (`Diary.days`), where it has been folded.
    """
    sessions = _by_day(log.practice, lambda row: practice_day(row.at))
    known = _felt(sessions, log, first, last) if felt is None else felt
    breaks = _by_day(log.breaks, lambda row: practice_day(row.at))
    notes = _by_day(log.notes, lambda row: row.day)
    cleared = _by_day(log.clearances, lambda row: row.day)
    plans, turns = _plans(log.plans)
    return tuple(
        DayHistory(
            day,
            known.get(day) or Day(day),
            sessions=tuple(row for row in sessions.get(day, ()) if not row.withdrawn),
            withdrawn=tuple(row for row in sessions.get(day, ()) if row.withdrawn),
            notes=tuple(notes.get(day, ())),
            breaks=tuple(sorted(Counter(row.kind for row in breaks.get(day, ())).items())),
            tolerance=classes.get(day),
            plan=plans.get(day),
            turned=turns.get(day),
            clearances=tuple(cleared.get(day, ())),
        )
        for day in _days(first, last)
    )


def _felt(
    sessions: Mapping[date, list[PracticeRow]], log: HistoryLog, first: date, last: date
) -> Mapping[date, Day]:
    """How these days of a log felt."""
    felt: dict[date, list[Row]] = defaultdict(list)
    for day, rows in sessions.items():
        felt[day] += rows
    for answers in log.next_day:
        felt[answers.day].append(answers)
    for flags in log.safety:
        felt[practice_day(flags.at)].append(flags)
    for clearance in log.clearances:
        felt[clearance.day].append(clearance)
    return {day: day_of(day, rows) for day, rows in felt.items() if first <= day <= last}


def _days(first: date, last: date) -> Iterable[date]:
    return (first + number * _DAY for number in range((last - first).days + 1))


def _by_day(rows: Iterable[_One], day: Callable[[_One], date]) -> dict[date, list[_One]]:
    found: dict[date, list[_One]] = defaultdict(list)
    for row in rows:
        found[day(row)].append(row)
    return found


def _plans(rows: Iterable[PlanDecided]) -> tuple[dict[date, Plan], dict[date, Action]]:
    """The newest plan of each day, and what it did where the day before did something else."""
    plans = {row.day: row.plan for row in sorted(rows, key=lambda row: (row.day, row.at, row.id))}
    turns, before = {}, None
    for day, plan in plans.items():
        if before is not None and plan.action is not before:
            turns[day] = plan.action
        before = plan.action
    return plans, turns
