"""A span of the journal, read and folded into what trends and a report tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from hipcoach.app.plan_book import PlanKnown, read_plan
from hipcoach.core.break_hours import BreakEnds
from hipcoach.core.corrections import Note
from hipcoach.core.evidence import Day
from hipcoach.core.held import ExerciseTrend, exercise_trends
from hipcoach.core.history import DayHistory, HistoryLog, days_of_history, moments_around
from hipcoach.core.practice_day import practice_day
from hipcoach.core.trends import Trends, trends_of
from hipcoach.core.value import value
from hipcoach.ports import Journal


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
    """All of a span; without `first` from the first session on. Raises StoreError."""
    known = read_plan(journal, now)
    begin = first or min(first_day(known) or last, last)
    log = journal.history(*moments_around(begin, last, now))
    return _facts(journal, known, log, (begin, last), first_weekday)


def charted_facts(
    journal: Journal, known: PlanKnown, span: tuple[date, date], first_weekday: int
) -> SpanFacts:
    """The same of days that were read before, as far as charts need it; raises StoreError.

    Its days lack the plans that were kept for them, and what happened to their breaks.
    """
    since, until = moments_around(*span, known.at)
    log = HistoryLog(
        practice=tuple(row for row in known.log.practice if since <= row.at < until),
        clearances=known.log.clearances,
        notes=journal.all_of(Note),
    )
    felt = {one.day: one for one in known.diary.days}
    return _facts(journal, known, log, span, first_weekday, felt)


def _facts(
    journal: Journal,
    known: PlanKnown,
    log: HistoryLog,
    span: tuple[date, date],
    first_weekday: int,
    felt: Mapping[date, Day] | None = None,
) -> SpanFacts:
    days = days_of_history(log, known.ramp.classes(), *span, felt)
    sums = journal.sums(*span)
    return SpanFacts(
        *span,
        known.day,
        days,
        trends_of(days, known.ramp, first_weekday),
        exercise_trends(sums.held),
        sums.breaks,
        known,
    )
