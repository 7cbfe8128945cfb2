"""The database behind a journal: found sound, brought up to date, and connected."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from hipcoach.core.journal import JournalFault
from hipcoach.store.faults import told
from hipcoach.store.place import Place, make_private
from hipcoach.store.schema import (
    OURS,
    Migrations,
    State,
    bring_up_to_date,
    state_of_file,
    try_to_write,
)

ANSWER_S = 5
"""Seconds in which a server must take up a connection."""

# SQLite then lets in one writer from the start; the second waits, and sees what it did.
_AT_ONCE = "BEGIN IMMEDIATE"


def open_database(place: Place, patience_s: float = 2.0, migrations: Migrations = OURS) -> Engine:
    """The engine of a database in the newest form, ready to be read and written.

    Waits at most `patience_s` for a lock that another program holds.
    One connection, used by one thread at a time, whichever it is.
    Raises `StoreError`.
    """
    with told(place):
        if place.path is None:
            engine = _server_engine(place, patience_s)
            _prepare(place, engine, migrations)
            return engine
        make_private(place.path)
        state = state_of_file(place, place.path, patience_s, migrations.head)
        if state is not State.CURRENT:
            # Tables are rebuilt in a migration: references are checked at its end instead.
            _prepare(place, _file_engine(place, patience_s, references=False), migrations)
        engine = _file_engine(place, patience_s)
        try:
            with engine.connect().execution_options(begin=_AT_ONCE) as connection:
                try_to_write(connection)
        except BaseException:
            engine.dispose()
            raise
        return engine


def _prepare(place: Place, engine: Engine, migrations: Migrations) -> None:
    try:
        with _writing(engine) as connection:
            bring_up_to_date(place, connection, migrations)
    except BaseException:
        engine.dispose()
        raise
    if place.path:
        engine.dispose()


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    # Servers have no such word and ignore the option.
    with engine.connect().execution_options(begin=_AT_ONCE) as connection, connection.begin():
        yield connection


def _file_engine(place: Place, patience_s: float, *, references: bool = True) -> Engine:
    engine = create_engine(
        place.url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=patience_s,
        hide_parameters=True,
        # isolation_level None: the driver neither starts nor ends a transaction, `_begin` does;
        # so a migration, with all its CREATE and ALTER, is a single one.
        connect_args={
            "timeout": patience_s,
            "check_same_thread": False,
            "isolation_level": None,
        },
    )

    def connected(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # Where another program reads or writes, SQLite says busy at once, without waiting;
        # the mode stays with the file, so that a later start may set it as well.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if references else 'OFF'}")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _server_engine(place: Place, patience_s: float) -> Engine:
    arguments: dict[str, Any] = {}
    if place.url.get_backend_name() == "postgresql":
        arguments = {
            "connect_timeout": ANSWER_S,
            "options": f"-c lock_timeout={round(patience_s * 1000)}",
        }
    try:
        return create_engine(
            place.url,
            pool_size=1,
            max_overflow=0,
            pool_timeout=ANSWER_S,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={
                key: value for key, value in arguments.items() if key not in place.url.query
            },
        )
    except NoSuchModuleError as error:
        raise place.fault(JournalFault.NO_DRIVER, driver=place.url.drivername) from error
    except ModuleNotFoundError as error:
        raise place.fault(JournalFault.NO_DRIVER, driver=error.name) from error
