"""Rows of days found, deleted, and wiped from the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, delete, exists, func, select

from hipcoach.core.backups import BackupFault
from hipcoach.core.errors import KnownError
from hipcoach.core.exchange import FORGOTTEN, TABLES
from hipcoach.core.forgotten import Forgotten, days_told, is_gone
from hipcoach.core.practice_day import practice_day
from hipcoach.core.value import value
from hipcoach.store.faults import told
from hipcoach.store.moments import local
from hipcoach.store.place import Place
from hipcoach.store.rows import ENDS, EVENTS, SEGMENTS, SESSIONS
from hipcoach.store.rows import TABLES as SQL_TABLES

PATIENCE_S: Final = 10.0
BATCH: Final = 500
MARGIN: Final = timedelta(days=2)
"""No time zone and no night moves a row further from the midnight that its day begins with."""
QUIET: Final = timedelta(minutes=15)
"""Who was followed by no row for so long has left the session without an end."""

Span = tuple[date, date]
Chosen = Mapping[str, list[UUID]]
"""Ids by table; what belongs to a session goes with it and is not among them."""


@value
class Found:
    """Rows that are to go."""

    ids: Chosen
    days: Span | None
    """The first and the last of their practice days."""


def rows_of_days(connection: Connection, span: Span | None) -> Chosen:
    """The rows of these practice days, first and last among them; `None`: every row."""
    if span is None:
        return {name: list(connection.scalars(select(_table(name).c.id))) for name in _chosen()}
    return {
        name: [key for key, _, _ in _between(connection, _table(name), span)] for name in _chosen()
    }


def forgotten_rows(connection: Connection, kept: Sequence[Forgotten]) -> Found:
    """The rows that are here although they were deleted; `kept` as they stand."""
    ids: dict[str, list[UUID]] = {}
    days: set[date] = set()
    for name in _chosen():
        found: set[UUID] = set()
        for mark in kept:
            if mark.gone:
                span = (mark.first, mark.last) if mark.first and mark.last else None
                for key, at, about in _between(connection, _table(name), span, mark.at):
                    gone = [day for day in about if is_gone(kept, at, day)]
                    if gone:
                        found.add(key)
                        days.update(gone)
        ids[name] = [*found]
    return Found(ids, (min(days), max(days)) if days else None)


def counted(connection: Connection, chosen: Chosen) -> Mapping[str, int]:
    """How many rows of each table that is, with all that belongs to sessions."""
    counts = {name: len(keys) for name, keys in chosen.items()}
    for name in _of_sessions():
        c = _table(name).c
        counts[name] = sum(
            connection.scalar(select(func.count()).where(c.session_id.in_(some))) or 0
            for some in _batches(chosen["sessions"])
        )
    return counts


def delete_rows(connection: Connection, chosen: Chosen, now: datetime) -> Mapping[str, int]:
    """Delete them with all that belongs to sessions; how many rows of each table they were.

    Raises KnownError (`forget-in-session`) where one of them is a session that is going on.
    """
    _refuse_in_session(connection, chosen["sessions"], now)
    if connection.dialect.name == "sqlite":
        # For the time until the file is written anew; not every SQLite is built to do it.
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    counts: dict[str, int] = {}
    for name in _of_sessions():
        column = _table(name).c.session_id
        counts[name] = _delete(connection, _table(name), column, chosen["sessions"])
    for name, keys in chosen.items():
        counts[name] = _delete(connection, _table(name), _table(name).c.id, keys)
    return counts


def wipe(place: Place, engine: Engine, tables: Collection[str]) -> None:
    """Write the journal anew without what was deleted from these tables.

    Of a server its tables alone: its own logs are its owner's affair.
    Raises StoreError, and KnownError (`forget-not-wiped`) where somebody reads a file just now:
    what was deleted may still stand in the file beside it then.
    """
    with told(place):
        if place.path is not None:
            _wipe_file(place)
        elif engine.dialect.name == "postgresql":
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                for name in tables:
                    connection.exec_driver_sql(f"VACUUM (FULL) {name}")


def _wipe_file(place: Place) -> None:
    assert place.path
    opened = sqlite3.connect(place.path, timeout=PATIENCE_S, isolation_level=None)
    with closing(opened) as connection:
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise KnownError(BackupFault.NOT_WIPED.value, {"path": place.path})


def _between(
    connection: Connection, table: Table, span: Span | None, before: datetime | None = None
) -> Iterator[tuple[UUID, datetime, Collection[date]]]:
    """(id, when, practice days) of rows that are about these days.

    By the day they have, and those that a plan rests on; or else by the clock.
    With `before` those alone that were written before it.
    """
    for key, at, days in _about(connection, table, span, before):
        if span is None or any(span[0] <= day <= span[1] for day in days):
            yield key, at, days


def _about(
    connection: Connection, table: Table, span: Span | None, before: datetime | None
) -> Iterator[tuple[UUID, datetime, Collection[date]]]:
    """The same of all rows that may be about these days."""
    c = table.c
    early = [] if before is None else [c.at < before]
    if "reasons" in c and "day" in c:
        # They rest on what was before: no earlier plan tells of these days.
        late = [] if span is None else [c.day >= span[0]]
        asked = select(c.id, c.at, c.day, c.reasons).where(*early, *late)
        for key, at, day, reasons in connection.execute(asked):
            yield key, at, days_told(day, reasons)
    elif "day" in c:
        within = [] if span is None else [c.day.between(*span)]
        for key, at, day in connection.execute(select(c.id, c.at, c.day).where(*early, *within)):
            yield key, at, (day,)
    else:
        near = [] if span is None else [c.at >= _midnight(span[0]) - MARGIN]
        near += [] if span is None else [c.at < _midnight(span[1]) + MARGIN]
        asked = select(c.id, c.at, c.offset_s).where(*early, *near)
        ahead_s: int | None
        for key, at, ahead_s in connection.execute(asked):
            yield key, at, (practice_day(local(at, ahead_s)),)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _refuse_in_session(connection: Connection, sessions: Iterable[UUID], now: datetime) -> None:
    """Rows that are still to come would have no session."""
    ended = exists().where(ENDS.c.session_id == SESSIONS.c.id)
    for some in _batches(sessions):
        asked = select(SESSIONS.c.id, SESSIONS.c.at).where(SESSIONS.c.id.in_(some), ~ended)
        for key, opened in connection.execute(asked).all():
            told = (
                connection.scalar(select(func.max(c.at)).where(c.session_id == key))
                for c in (SEGMENTS.c, EVENTS.c)
            )
            newest = max([opened, *(at for at in told if at is not None)])
            if now - QUIET < newest <= now:
                raise KnownError(BackupFault.IN_SESSION.value)


def _delete(connection: Connection, table: Table, column: Any, keys: Iterable[UUID]) -> int:
    return sum(
        connection.execute(delete(table).where(column.in_(some))).rowcount
        for some in _batches(keys)
    )


def _batches(keys: Iterable[UUID]) -> Iterator[list[UUID]]:
    left = iter(keys)
    while some := list(islice(left, BATCH)):
        yield some


def _chosen() -> list[str]:
    """The tables whose rows have a day of their own."""
    return [
        name for name, fields in TABLES.items() if name != FORGOTTEN and "session_id" not in fields
    ]


def _of_sessions() -> list[str]:
    return [name for name, fields in TABLES.items() if "session_id" in fields]


def _table(name: str) -> Table:
    return SQL_TABLES.tables[name]
