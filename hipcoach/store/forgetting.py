"""Rows deleted for good: not only out of reach, but gone from the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, delete, select

from hipcoach.core.backups import BackupFault, named
from hipcoach.core.errors import KnownError
from hipcoach.core.exchange import TABLES
from hipcoach.core.practice_day import practice_day
from hipcoach.store.backups import FOLDER, UPGRADES
from hipcoach.store.database import open_database
from hipcoach.store.faults import told
from hipcoach.store.moments import local
from hipcoach.store.place import Place, companions
from hipcoach.store.rows import TABLES as SQL_TABLES

PATIENCE_S: Final = 10.0
BATCH: Final = 500
MARGIN: Final = timedelta(days=2)
"""No time zone and no night moves a row further from the midnight that its day begins with."""

Span = tuple[date, date]


def to_forget(place: Place, span: Span | None) -> Mapping[str, int]:
    """How many rows of each table would be deleted; as `forget` takes the span.

    Raises StoreError.
    """
    with told(place), _opened(place) as engine, engine.connect() as connection:
        return {name: len(ids) for name, ids in _chosen(connection, span).items()}


def forget(place: Place, span: Span | None) -> Mapping[str, int]:
    """Delete the rows of these practice days, first and last among them; `None`: every row.

    Sessions go with all that belongs to them, answers and plans by the day that they are about.
    How many rows of each table they were. The file is written anew without them.
    Raises StoreError, and KnownError (`forget-not-wiped`) where somebody reads the journal just
    now: the rows are deleted then, and may still stand in the file beside it.
    """
    with told(place), _opened(place) as engine:
        begun = engine.connect().execution_options(begin="BEGIN IMMEDIATE")
        with begun as connection, connection.begin():
            chosen = _chosen(connection, span)
            for name in [*TABLES][::-1]:
                _delete(connection, _table(name), chosen[name])
        if place.path is None:
            _vacuum_server(engine)
    if place.path is not None:
        with told(place):
            _wipe(place.path)
    return {name: len(ids) for name, ids in chosen.items()}


def forget_copies(place: Place) -> int:
    """Delete every copy of the journal that HipCoach has made; how many they were.

    Copies from before upgrades and damaged journals that were set aside are among them.
    Raises StoreError.
    """
    if place.path is None:
        return 0
    found = list(_copies(place.path))
    with told(place):
        for path in found:
            for file in (path, *companions(path)):
                file.unlink(missing_ok=True)
    return len(found)


@contextmanager
def _opened(place: Place) -> Iterator[Engine]:
    """The engine of a journal, let go of in the end."""
    engine = open_database(place, PATIENCE_S)
    try:
        yield engine
    finally:
        engine.dispose()


def _chosen(connection: Connection, span: Span | None) -> dict[str, list[UUID]]:
    """The ids of what is meant, by table."""
    found: dict[str, list[UUID]] = {}
    for name in TABLES:
        table = _table(name)
        if span is None:
            found[name] = list(connection.scalars(select(table.c.id)))
        elif "session_id" in table.c:
            sessions = set(found["sessions"])
            rows = connection.execute(select(table.c.id, table.c.session_id))
            found[name] = [key for key, session in rows if session in sessions] if sessions else []
        else:
            found[name] = [*_of_days(connection, table, span)]
    return found


def _of_days(connection: Connection, table: Table, span: Span) -> Iterator[UUID]:
    """The ids of rows that belong to these days: by their own, or else by the clock."""
    first, last = span
    c = table.c
    if "day" in c:
        yield from connection.scalars(select(c.id).where(c.day >= first, c.day <= last))
        return
    since, until = (datetime.combine(day, time(), UTC) for day in (first, last))
    near = c.at >= since - MARGIN, c.at < until + MARGIN
    for key, at, ahead_s in connection.execute(select(c.id, c.at, c.offset_s).where(*near)):
        if first <= practice_day(local(at, ahead_s)) <= last:
            yield key


def _delete(connection: Connection, table: Table, ids: Iterable[UUID]) -> None:
    left = iter(ids)
    while some := list(islice(left, BATCH)):
        connection.execute(delete(table).where(table.c.id.in_(some)))


def _wipe(path: Path) -> None:
    """Write the file anew without what was deleted, and empty the log beside it."""
    with closing(sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None)) as connection:
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise KnownError(BackupFault.NOT_WIPED.value, {"path": path})


def _vacuum_server(engine: Engine) -> None:
    """The same on a server, as far as its database goes; its own logs are its owner's affair."""
    if engine.dialect.name != "postgresql":
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for name in TABLES:
            connection.exec_driver_sql(f"VACUUM (FULL) {name}")


def _copies(path: Path) -> Iterator[Path]:
    folder = path.parent / FOLDER
    with suppress(OSError):
        yield from (folder / one.name for one in named(file.name for file in folder.iterdir()))
    for pattern in (f"{path.stem}{UPGRADES}*{path.suffix}", f"{path.stem}-damaged-*{path.suffix}"):
        yield from path.parent.glob(pattern)


def _table(name: str) -> Table:
    return SQL_TABLES.tables[name]
