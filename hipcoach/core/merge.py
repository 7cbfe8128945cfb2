"""How two journals become one: rows are told apart by their ids, and nothing is ever edited.

So joining is a union, without what one of the two has forgotten: in whichever order, and however
often, the journals end up equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from hipcoach.core.exchange import (
    FORGOTTEN,
    TABLES,
    CarriedRow,
    ExchangeError,
    ExchangeFault,
)
from hipcoach.core.forgotten import Forgotten, days_told, is_gone
from hipcoach.core.practice_day import practice_day
from hipcoach.core.value import value

if TYPE_CHECKING:
    from uuid import UUID

MARKS_MOST: Final = 10_000
"""Nobody deletes so often: each of them is held against all others."""
_PLACES: Final = {
    table: {name: place for place, name in enumerate(fields)} for table, fields in TABLES.items()
}
"""Where in its values a row has what."""


@value
class Joined:
    """What has come of joining another journal with this one, in rows by table."""

    added: Mapping[str, int]
    """New here."""
    left_out: Mapping[str, int]
    """Of the other journal, and gone: they were deleted here or there."""
    deleted: Mapping[str, int]
    """That were here until now, and deleted there."""
    wiped: bool = True
    """False: of what was deleted, traces may stand on the disk still."""


def news(
    known: Mapping[UUID, tuple[object, ...]], rows: Iterable[CarriedRow]
) -> dict[UUID, CarriedRow]:
    """Those of some rows of one table that a journal does not have yet.

    `known` holds, by id, the values of the rows that it has with the same ids.
    Raises `ExchangeError` (`CONFLICT`) where the same row says two things.
    """
    found: dict[UUID, CarriedRow] = {}
    for row in rows:
        key: UUID = row.values[0]
        before = known.get(key)
        if before is None and key in found:
            before = found[key].values
        if before is None:
            found[key] = row
        elif before != row.values:
            raise ExchangeError(
                ExchangeFault.CONFLICT.value,
                {"line": row.line, "table": row.table, "id": str(key)},
            )
    return found


def forgotten_first(rows: Iterable[CarriedRow]) -> tuple[list[Forgotten], Iterator[CarriedRow]]:
    """What the rows of a journal say of what was deleted, and the rows after that.

    Raises `ExchangeError` (`BAD_SPAN`, `NOT_OURS` where they are without end), and while the rest
    is taken `LATE`.
    """
    left = iter(rows)
    found: list[Forgotten] = []
    for row in left:
        if row.table != FORGOTTEN:
            return found, _others(chain([row], left))
        if len(found) == MARKS_MOST:
            raise ExchangeError(ExchangeFault.NOT_OURS.value, {"line": row.line})
        found.append(forgotten_of(row))
    return found, iter(())


def forgotten_of(row: CarriedRow) -> Forgotten:
    """What a row says of what was deleted; raises `ExchangeError` (`BAD_SPAN`)."""
    key, at, ahead_s, first, last, gone = row.values
    if (first is None) != (last is None) or (first is not None and first > last):
        details = {"line": row.line, "table": row.table, "field": "last", "value": str(last)}
        raise ExchangeError(ExchangeFault.BAD_SPAN.value, details)
    return Forgotten(key, _local(at, ahead_s), first, last, gone)


def row_of(mark: Forgotten) -> CarriedRow:
    """The row that says so."""
    ahead = mark.at.utcoffset() or timedelta()
    at, ahead_s = mark.at.astimezone(UTC), round(ahead.total_seconds())
    return CarriedRow(FORGOTTEN, (mark.id, at, ahead_s, mark.first, mark.last, mark.gone))


class Sieve:
    """Lets through what no one has forgotten; knows which sessions it has held back.

    `kept` are the forgettings as they stand, the newest first.
    With `all_through` it holds nothing back, and knows which days that were forgotten have
    come with it.
    """

    def __init__(self, kept: Sequence[Forgotten], *, all_through: bool = False) -> None:
        self._kept = kept
        self._newest = kept[0].at if kept else None
        self._all_through = all_through
        self._sessions: set[UUID] = set()
        self._held_back: Counter[str] = Counter()
        self._days: set[date] = set()

    @property
    def held_back(self) -> Mapping[str, int]:
        """How many rows of each table were not let through."""
        return +self._held_back

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that were forgotten and have come through all the same."""
        return (min(self._days), max(self._days)) if self._days else None

    def through(self, rows: list[CarriedRow]) -> list[CarriedRow]:
        """Those of some rows that no one has forgotten; sessions come before what is theirs."""
        if self._newest is None:
            return rows
        left = [row for row in rows if not self._gone(row)]
        if len(left) < len(rows):
            self._held_back[rows[0].table] += len(rows) - len(left)
        return left

    def _gone(self, row: CarriedRow) -> bool:
        places, values = _PLACES[row.table], row.values
        if "session_id" in places:
            return values[places["session_id"]] in self._sessions
        at: datetime = values[places["at"]]
        if self._newest is None or at >= self._newest:
            return False
        gone = [day for day in _days_of(places, values) if is_gone(self._kept, at, day)]
        if not gone:
            return False
        if self._all_through:
            self._days.update(gone)
            return False
        if row.table == "sessions":
            self._sessions.add(values[0])
        return True


def _days_of(places: Mapping[str, int], values: tuple[Any, ...]) -> Iterable[date]:
    """The practice days that a row is about: its own and what it tells of, or else by the clock."""
    if "day" not in places:
        return (practice_day(_local(values[places["at"]], values[places["offset_s"]])),)
    day: date = values[places["day"]]
    return days_told(day, values[places["reasons"]]) if "reasons" in places else (day,)


def _local(at: datetime, ahead_s: int | None) -> datetime:
    return at.astimezone(timezone(timedelta(seconds=ahead_s or 0)))


def _others(rows: Iterable[CarriedRow]) -> Iterator[CarriedRow]:
    for row in rows:
        if row.table == FORGOTTEN:
            details = {"line": row.line, "table": row.table}
            raise ExchangeError(ExchangeFault.LATE.value, details)
        yield row
