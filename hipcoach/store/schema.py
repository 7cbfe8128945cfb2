"""The form of the tables: which one a database has, and how it comes to the newest.

A new database is made from the tables as they are now; Alembic, which is slow
to import, is only needed where an older one has to be brought up to date.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection
from contextlib import closing
from enum import Enum, auto
from itertools import count
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    false,
    func,
    inspect,
    select,
)

from hipcoach.core.journal import JournalFault
from hipcoach.core.value import value
from hipcoach.store.place import OWNER_FILE, Place, companions
from hipcoach.store.rows import TABLES

VERSION_TABLE = "journal_schema"
_TURN = 0x68_69_70
"""What programs of ours agree on to wait for each other at a server."""

# As Alembic makes it; kept apart from the other tables, which it compares.
_VERSION = Table(
    VERSION_TABLE,
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name=f"{VERSION_TABLE}_pkc"),
)


@value
class Migrations:
    """A folder of Alembic scripts, and the newest form they lead to."""

    folder: Path
    head: str
    """Four digits; the forms are numbered in order."""


OURS = Migrations(Path(__file__).parent / "migrations", "0005")


class State(Enum):
    """How a database stands to this program."""

    NEW = auto()
    """Empty."""
    OLDER = auto()
    CURRENT = auto()


def state_of_file(place: Place, path: Path, patience_s: float, head: str = OURS.head) -> State:
    """How a file stands, found without a write to it.

    Pages are checked one by one (SQLite's quick check) where the last program let go
    without closing, or an upgrade is ahead.
    Raises `StoreError` with `damaged`, `not-a-journal` or `newer`, and `sqlite3.Error`.
    """
    torn = any(file.exists() and file.stat().st_size for file in companions(path)[:1])
    address = f"{path.as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=patience_s)) as connection:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        tables = {str(name) for (name,) in found}
        version = None
        if VERSION_TABLE in tables:
            version = connection.execute("SELECT version_num FROM journal_schema").fetchone()
        state = _state(place, tables, str(version[0]) if version else None, head)
        if torn or state is State.OLDER:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise place.fault(JournalFault.DAMAGED)
    return state


def state_of(place: Place, connection: Connection, head: str = OURS.head) -> State:
    """How the database behind a connection stands; raises as `state_of_file` does."""
    tables = set(inspect(connection).get_table_names())
    version = None
    if VERSION_TABLE in tables:
        version = connection.scalar(select(_VERSION.c.version_num))
    return _state(place, tables, version, head)


def bring_up_to_date(place: Place, connection: Connection, migrations: Migrations = OURS) -> None:
    """Give a new database its tables, an older one the newest form.

    The connection is in a transaction that holds all of it.
    A file is copied aside before it is changed; the copy goes where nothing was changed.
    """
    if connection.dialect.name == "postgresql":
        # Of two programs that come to an empty server at once one alone may make the tables.
        connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
    state = state_of(place, connection, migrations.head)
    if state is State.NEW:
        TABLES.create_all(connection)
        _VERSION.create(connection)
        connection.execute(_VERSION.insert().values(version_num=OURS.head))
    elif state is State.OLDER:
        copy = copy_aside(place.path) if place.path else None
        try:
            upgrade(connection, migrations)
            _check_references(place, connection)
        except BaseException:
            if copy:
                copy.unlink()
            raise


def try_to_write(connection: Connection) -> None:
    """A write that changes nothing: what can only be read shows itself now, not in mid-session."""
    connection.execute(_VERSION.update().where(false()).values(version_num=OURS.head))


def copy_aside(path: Path) -> Path:
    """A copy of the journal as it stands, in a new file beside it; the newest number is the last.

    May raise `OSError` and `sqlite3.Error`.
    """
    for number in count(1):
        copy = path.with_name(f"{path.stem}-before-upgrade-{number}{path.suffix}")
        try:
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_FILE))
            break
        except FileExistsError:
            continue
    try:
        with (
            closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
    except BaseException:
        copy.unlink()
        raise
    return copy


def upgrade(connection: Connection, migrations: Migrations) -> None:
    """Run the migrations that are missing, in the transaction of the connection."""
    from alembic import command  # noqa: PLC0415  -- slow and large, and seldom needed
    from alembic.config import Config  # noqa: PLC0415  -- the same

    config = Config()
    # Its options are read by configparser, to which a percent sign is a reference.
    config.set_main_option("script_location", str(migrations.folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, migrations.head)


def _state(place: Place, tables: Collection[str], version: str | None, head: str) -> State:
    if not tables:
        return State.NEW
    if version is None:
        raise place.fault(JournalFault.NOT_A_JOURNAL)
    if version == head:
        return State.CURRENT
    if version.isdecimal() and int(version) < int(head):
        return State.OLDER
    raise place.fault(JournalFault.NEWER, found=version, known=head)


def _check_references(place: Place, connection: Connection) -> None:
    if place.path and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise place.fault(JournalFault.DAMAGED)
