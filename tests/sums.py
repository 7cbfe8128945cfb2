"""What a span of days adds up to, row by row: what a database works out is held against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from hipcoach.core.break_hours import break_ends
from hipcoach.core.break_log import BreakLogged
from hipcoach.core.held import HeldOn
from hipcoach.core.journal import HOLDS, EventKind, SegmentDone, SessionRecord
from hipcoach.core.practice_day import practice_day
from hipcoach.core.span_sums import SpanSums


def sums_of(
    records: Iterable[SessionRecord], breaks: Iterable[BreakLogged], first: date, last: date
) -> SpanSums:
    """The sums of these days."""
    own = [
        one for one in records if not one.withdrawn and first <= practice_day(one.opened.at) <= last
    ]
    ended = [row for row in breaks if first <= practice_day(row.at) <= last]
    return SpanSums(
        _held_on(own), break_ends(((row.at.weekday(), row.at.hour), row.kind, 1) for row in ended)
    )


def _held_on(records: Iterable[SessionRecord]) -> tuple[HeldOn, ...]:
    holds: dict[tuple[date, str], list[SegmentDone]] = defaultdict(list)
    told: dict[tuple[date, str], list[EventKind]] = defaultdict(list)
    for record in records:
        day = practice_day(record.opened.at)
        for row in record.segments:
            if row.phase in HOLDS:
                holds[day, row.exercise].append(row)
        for event in record.events:
            told[day, event.exercise].append(event.kind)
    return tuple(
        HeldOn(
            day,
            exercise,
            rung=max(row.rung for row in rows),
            holds=sum(row.completed for row in rows),
            held_s=sum(row.held_s for row in rows),
            pinches=told[day, exercise].count(EventKind.PINCH),
            eased=told[day, exercise].count(EventKind.EASIER),
        )
        for (day, exercise), rows in sorted(holds.items())
    )
