"""Where a journal is kept: a file of SQLite, or a server."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from hipcoach.core.errors import StoreError
from hipcoach.core.journal import JournalFault
from hipcoach.core.value import value

OWNER_FILE = 0o600
OWNER_FOLDER = 0o700
EVERYBODY_ELSE = 0o077


@value
class Place:
    """The address of a journal."""

    url: URL
    path: Path | None
    """Of the SQLite file; `None` for a server."""

    def fault(self, fault: JournalFault, **details: object) -> StoreError:
        """A `StoreError` that says where; passwords and options of the address are left out."""
        if self.path is not None:
            return StoreError(fault.value, {"path": str(self.path), **details})
        shown = self.url.set(query={}).render_as_string(hide_password=True)
        return StoreError(fault.value, {"url": shown, **details})


def place_of(where: Path | str) -> Place:
    """The place that a path or a SQLAlchemy URL names.

    Raises `StoreError` with `bad-url`, also for SQLite in memory (a journal that
    forgets is none) and for drivers of SQLite that want an event loop or a key.
    """
    if isinstance(where, Path) or "://" not in where:
        path = Path(where).absolute()
        return Place(URL.create("sqlite", database=str(path)), path)
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        # From None: the address may hold a password, and the cause quotes it.
        raise StoreError(JournalFault.BAD_URL.value) from None
    if url.get_backend_name() != "sqlite":
        return Place(url, None)
    database = url.database or ""
    known = url.drivername in {"sqlite", "sqlite+pysqlite"}
    if not known or database in {"", ":memory:"} or database.startswith("file:"):
        raise Place(url, None).fault(JournalFault.BAD_URL)
    path = Path(database).absolute()
    return Place(url.set(database=str(path)), path)


def make_private(path: Path) -> None:
    """Make the folder and an empty file where they are missing, for the owner's eyes alone.

    A file that is there loses the rights of others and keeps all else;
    a folder that is there stays as its owner made it.
    May raise `OSError`.
    """
    _make_folder(path.parent)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_FILE))
    except FileExistsError:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder", str(path)) from None
        # SQLite gives its -wal and -shm files the rights of the main file.
        for file in (path, *companions(path)):
            with suppress(FileNotFoundError, PermissionError):
                mode = file.stat().st_mode
                if mode & EVERYBODY_ELSE:
                    file.chmod(mode & ~EVERYBODY_ELSE & 0o777)


def companions(path: Path) -> tuple[Path, Path]:
    """The two files that SQLite keeps beside a journal in use."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def _make_folder(folder: Path) -> None:
    # `Path.mkdir(parents=True)` gives the mode to the last folder only.
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(OWNER_FOLDER, exist_ok=True)
