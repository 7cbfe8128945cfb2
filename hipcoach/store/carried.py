"""A journal as a whole: all its rows carried out, and those of another one joined to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, func, select
from sqlalchemy.exc import IntegrityError

from hipcoach.core.errors import KnownError
from hipcoach.core.exchange import TABLES, CarriedRow, ExchangeError, ExchangeFault
from hipcoach.core.forgotten import Forgotten
from hipcoach.core.journal import JournalFault
from hipcoach.core.merge import Joined, Sieve, forgotten_first, news
from hipcoach.store.database import open_database
from hipcoach.store.deleting import delete_rows, forgotten_rows, wipe
from hipcoach.store.faults import told
from hipcoach.store.forgetting import add_mark, marks_in, put_marks
from hipcoach.store.place import Place, place_of
from hipcoach.store.rows import SESSIONS
from hipcoach.store.rows import TABLES as SQL_TABLES

BATCH: Final = 500
"""Rows that are asked for and written together."""
PATIENCE_S: Final = 10.0
"""Seconds that another program may keep the journal to itself."""
TRIES: Final = 3
"""Two who join the same rows with one server at once get in each other's way now and then."""


class CarriedJournal:
    """All rows of a journal; has a connection of its own, for one thread at a time.

    Every method may raise `StoreError`.
    """

    def __init__(self, place: Place, engine: Engine) -> None:
        self._place = place
        self._engine = engine

    def counts(self) -> Mapping[str, int]:
        """How many rows each table has."""
        with self._reading() as connection:
            return {
                name: connection.scalar(select(func.count()).select_from(_table(name))) or 0
                for name in TABLES
            }

    def rows(self) -> Iterator[CarriedRow]:
        """Every row as of one moment: sessions before what belongs to them, each table by time.

        The journal is held open until all are taken, or the iterator is closed.
        """
        with self._reading() as connection:
            for name in TABLES:
                table = _table(name)
                asked = select(table).order_by(table.c.at, table.c.id)
                streamed = connection.execution_options(yield_per=BATCH)
                for row in streamed.execute(asked):
                    yield CarriedRow(name, tuple(row))

    def forgotten(self, now: datetime) -> tuple[Forgotten, ...]:
        """What was deleted here or elsewhere, as it stands, the newest first."""
        with self._reading() as connection:
            return marks_in(connection, now)

    def join(
        self,
        rows: Callable[[], Iterable[CarriedRow]],
        now: datetime,
        brought_back: UUID | None = None,
    ) -> Joined:
        """Add the rows that are not here yet, all or none.

        What was deleted there is deleted here as well, and what was deleted here stays so; with
        `brought_back`, the id for a row that says so, what was deleted comes back with the rows.
        `rows` begins anew each time it is called.
        Raises `ExchangeError` with `CONFLICT`, `NO_SESSION`, `LATE`, `BAD_SPAN`, and what `rows`
        raises; KnownError (`forget-in-session`). Nothing was changed then.
        """
        for last in (False,) * (TRIES - 1) + (True,):
            with told(self._place):
                try:
                    joined = self._join(rows(), now, brought_back)
                except IntegrityError:  # somebody else has just written the same row
                    if last:
                        raise
                else:
                    return replace(joined, wiped=not joined.deleted or self.wipe(joined.deleted))
        raise AssertionError

    def wipe(self, tables: Collection[str] = ()) -> bool:
        """Leave no trace of what was deleted on the disk; whether that could be done just now."""
        try:
            wipe(self._place, self._engine, tables or [*TABLES])
        except KnownError:
            return False
        return True

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _join(self, rows: Iterable[CarriedRow], now: datetime, brought_back: UUID | None) -> Joined:
        added: Counter[str] = Counter()
        begun = self._engine.connect().execution_options(begin="BEGIN IMMEDIATE")
        with begun as connection, connection.begin():
            marks, others = forgotten_first(rows)
            kept = put_marks(connection, marks, now)
            deleted = delete_rows(connection, forgotten_rows(connection, kept).ids, now)
            sieve = Sieve(kept, all_through=brought_back is not None)
            sessions = set(connection.scalars(select(SESSIONS.c.id)))
            for name, batch in _batches(others):
                added[name] += _add(connection, name, sieve.through(batch), sessions)
            if brought_back and sieve.days:
                add_mark(connection, Forgotten(brought_back, now, *sieve.days, gone=False))
        return Joined(+added, sieve.held_back, +Counter(deleted))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        server = self._place.path is None
        options = {"isolation_level": "REPEATABLE READ"} if server else {}
        try:
            with told(self._place), self._engine.connect() as connection:
                yield connection.execution_options(**options)
        except ValueError as error:
            raise self._place.fault(JournalFault.DAMAGED, error=type(error).__name__) from error


def open_carried(where: Path | str, patience_s: float = PATIENCE_S) -> CarriedJournal:
    """The journal at a path or URL as a whole, made where there is none; raises `StoreError`."""
    place = place_of(where)
    return CarriedJournal(place, open_database(place, patience_s))


def _add(connection: Connection, name: str, batch: list[CarriedRow], sessions: set[UUID]) -> int:
    """Write what is new among some rows of a table; how many they were."""
    if not batch:
        return 0
    table = _table(name)
    asked = select(table).where(table.c.id.in_([row.values[0] for row in batch]))
    known = {row[0]: tuple(row) for row in connection.execute(asked)}
    new = news(known, batch).values()
    if table is SESSIONS.table:
        sessions |= {row.values[0] for row in new}
    elif "session_id" in table.c:
        for row in new:
            if row.values[1] not in sessions:
                details = {"line": row.line, "table": name, "session": str(row.values[1])}
                raise ExchangeError(ExchangeFault.NO_SESSION.value, details)
    if new:
        names = [column.name for column in table.columns]
        connection.execute(
            table.insert(), [dict(zip(names, row.values, strict=True)) for row in new]
        )
    return len(new)


def _batches(rows: Iterable[CarriedRow]) -> Iterator[tuple[str, list[CarriedRow]]]:
    """Rows that follow each other in one table, some hundred at a time."""
    for name, of_table in groupby(rows, attrgetter("table")):
        while batch := list(islice(of_table, BATCH)):
            yield name, batch


def _table(name: str) -> Table:
    return SQL_TABLES.tables[name]
