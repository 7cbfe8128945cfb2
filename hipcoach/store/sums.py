"""What a span of days adds up to, worked out by the database: no row of it leaves that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Connection, Integer, cast, extract, func, select

from hipcoach.core.break_hours import ENDS, break_ends
from hipcoach.core.held import HeldOn
from hipcoach.core.history import moments_around
from hipcoach.core.journal import EventKind
from hipcoach.core.practice_day import ROLLS_OVER
from hipcoach.core.span_sums import SpanSums
from hipcoach.store.practice import withdrawn
from hipcoach.store.rows import BREAK_EVENTS, EVENTS, HELD, SEGMENTS, SESSIONS
from hipcoach.store.tables import RowTable

_HOUR_S: Final = 3600
_DAY_S: Final = 24 * _HOUR_S
_ROLLS_OVER_S: Final = int(ROLLS_OVER.total_seconds())
_FIRST_DAY: Final = date(1970, 1, 1).toordinal()
_FIRST_WEEKDAY: Final = date(1970, 1, 1).weekday()
_UTC: Final = datetime(1970, 1, 1, tzinfo=UTC)


def span_sums(connection: Connection, first: date, last: date) -> SpanSums:
    """The sums of these practice days, both ends in it."""
    return SpanSums(
        tuple(_held(connection, first, last)), break_ends(_ends(connection, first, last))
    )


def _held(connection: Connection, first: date, last: date) -> Iterator[HeldOn]:
    """What was held of each exercise on each day, by both."""
    told = _events(connection, first, last)
    c = SEGMENTS.c
    holds = func.sum(cast(c.completed, Integer))
    asked = _by_exercise(
        connection, SEGMENTS, first, last, func.max(c.rung), holds, func.sum(c.held_s)
    )
    for day, exercise, rung, holds_, held_s in connection.execute(asked.where(HELD)).all():
        yield HeldOn(
            _day(day),
            exercise,
            rung,
            holds_,
            held_s,
            pinches=told.get((day, exercise, EventKind.PINCH), 0),
            eased=told.get((day, exercise, EventKind.EASIER), 0),
        )


def _events(connection: Connection, first: date, last: date) -> Mapping[tuple[int, str, str], int]:
    """How often there was what kind of event, by number of the day and exercise."""
    kind = EVENTS.c.kind
    asked = _by_exercise(connection, EVENTS, first, last, kind, func.count()).group_by(kind)
    asked = asked.where(kind.in_([EventKind.PINCH.value, EventKind.EASIER.value]))
    return {(day, name, kind): number for day, name, kind, number in connection.execute(asked)}


def _by_exercise(
    connection: Connection, table: RowTable[Any], first: date, last: date, *sums: ColumnElement[Any]
) -> Any:
    """Sums over what belongs to sessions of these days, by number of the day and exercise."""
    of, c = SESSIONS.c, table.c
    second = _second(connection, SESSIONS)
    day = ((second - _ROLLS_OVER_S) // _DAY_S).label("practice_day")
    asked = select(day, c.exercise, *sums).join_from(
        table.table, SESSIONS.table, c.session_id == of.id
    )
    asked = asked.where(*_on_days(SESSIONS, second, first, last))
    if gone := withdrawn(connection):
        asked = asked.where(of.id.not_in(list(gone)))
    return asked.group_by("practice_day", c.exercise).order_by("practice_day", c.exercise)


def _ends(
    connection: Connection, first: date, last: date
) -> Iterator[tuple[tuple[int, int], str, int]]:
    """How many breaks ended at which (weekday, hour), by what happened."""
    second, kind = _second(connection, BREAK_EVENTS), BREAK_EVENTS.c.kind
    weekday = ((second // _DAY_S + _FIRST_WEEKDAY) % 7).label("weekday")
    hour = (second // _HOUR_S % 24).label("hour_of_day")
    asked = select(weekday, hour, kind, func.count()).where(
        *_on_days(BREAK_EVENTS, second, first, last), kind.in_(sorted(ENDS))
    )
    for weekday_, hour_, kind_, number in connection.execute(
        asked.group_by("weekday", "hour_of_day", kind)
    ):
        yield (weekday_, hour_), kind_, number


def _on_days(
    table: RowTable[Any], second: ColumnElement[int], first: date, last: date
) -> tuple[ColumnElement[bool], ...]:
    """Rows of these practice days; by the moment, too, for which there is an index."""
    since, until = moments_around(first, last, _UTC)
    begin = (first.toordinal() - _FIRST_DAY) * _DAY_S + _ROLLS_OVER_S
    end = (last.toordinal() + 1 - _FIRST_DAY) * _DAY_S + _ROLLS_OVER_S
    at = table.c.at
    return (at >= since, at < until, second >= begin, second < end)


def _second(connection: Connection, table: RowTable[Any]) -> ColumnElement[int]:
    """Seconds that the clock on the wall had counted since 1970."""
    second: ColumnElement[Any] = extract("epoch", table.c.at)
    if connection.dialect.name != "sqlite":  # which alone leaves parts of a second out
        second = func.floor(second)
    return cast(second, BigInteger) + table.c.offset_s


def _day(number: int) -> date:
    return date.fromordinal(_FIRST_DAY + number)
