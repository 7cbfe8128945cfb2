"""A span of the journal, read piece by piece and folded into what trends and a report tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from hipcoach.app.plan_book import PlanKnown, read_plan
from hipcoach.core.break_hours import BreakEnds, break_hours
from hipcoach.core.held import ExerciseTrend, HeldOn, exercise_trends, held_on
from hipcoach.core.history import DayHistory, HistoryLog, days_of_history, moments_around
from hipcoach.core.practice_day import START, moment_of, practice_day
from hipcoach.core.trends import Trends, trends_of
from hipcoach.core.value import value
from hipcoach.ports import Journal

SLICE: Final = timedelta(days=182)
"""So much is read at once: sessions of ten years, with all their segments, would fill memory."""
_DAY: Final = timedelta(days=1)


@value
class SpanFacts:
    """What is known of a span of days, both ends in it."""

    first: date
    last: date
    today: date
    days: tuple[DayHistory, ...]
    trends: Trends
    exercises: tuple[ExerciseTrend, ...]
    breaks: Mapping[tuple[int, int], BreakEnds]
    """By (weekday, hour)."""
    known: PlanKnown
    """Of today."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be told at all."""
        return self.trends.empty and not self.breaks


def first_day(known: PlanKnown) -> date | None:
    """The first day of which the journal knows a session."""
    mine = (row for row in known.log.practice if not row.withdrawn)
    return min((practice_day(row.at) for row in mine), default=None)


def read_facts(
    journal: Journal, now: datetime, first: date | None, last: date, first_weekday: int = 0
) -> SpanFacts:
    """All of a span at once; without `first` from the first session on. Raises StoreError."""
    known = read_plan(journal, now)
    begin = first or min(first_day(known) or last, last)
    held = [row for part in slices(begin, last) for row in read_held(journal, now, *part)]
    return facts_of(journal, now, known, (begin, last), held, first_weekday)


def facts_of(
    journal: Journal,
    now: datetime,
    known: PlanKnown,
    span: tuple[date, date],
    held: Sequence[HeldOn],
    first_weekday: int,
) -> SpanFacts:
    """The same, where the plan and what was held have been read; raises StoreError."""
    first, last = span
    log: HistoryLog = journal.history(*moments_around(first, last, now))
    days = days_of_history(log, known.ramp.classes(), first, last)
    return SpanFacts(
        first,
        last,
        practice_day(now),
        days,
        trends_of(days, known.ramp, first_weekday),
        exercise_trends(held),
        break_hours(log.breaks, first, last),
        known,
    )


def slices(first: date, last: date) -> Iterator[tuple[date, date]]:
    """A span in parts of half a year."""
    begin = first
    while begin <= last:
        end = min(begin + SLICE - _DAY, last)
        yield begin, end
        begin = end + _DAY


def read_held(journal: Journal, now: datetime, first: date, last: date) -> tuple[HeldOn, ...]:
    """What was held on these days; raises StoreError."""
    margin = 2 * _DAY
    since = moment_of(first, START, now) - margin
    until = moment_of(last, START, now) + _DAY + margin
    found = held_on(journal.sessions(since, until))
    return tuple(one for one in found if first <= one.day <= last)
