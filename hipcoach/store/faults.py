"""Errors of databases, drivers and disks, told as `StoreError`."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import (
    DBAPIError,
    DisconnectionError,
    OperationalError,
    SQLAlchemyError,
    StatementError,
)

from hipcoach.core.journal import JournalFault
from hipcoach.store.place import Place

BESIDE = 64 * 1024
"""Bytes that the smaller of those files may need at once."""

# Result codes of SQLite: https://www.sqlite.org/rescode.html
_OF_SQLITE = {
    sqlite3.SQLITE_PERM: JournalFault.NO_PERMISSION,
    sqlite3.SQLITE_AUTH: JournalFault.NO_PERMISSION,
    sqlite3.SQLITE_BUSY: JournalFault.LOCKED,
    sqlite3.SQLITE_LOCKED: JournalFault.LOCKED,
    sqlite3.SQLITE_READONLY: JournalFault.READ_ONLY,
    sqlite3.SQLITE_IOERR: JournalFault.DISK_FAILS,
    sqlite3.SQLITE_CORRUPT: JournalFault.DAMAGED,
    sqlite3.SQLITE_NOTADB: JournalFault.DAMAGED,
    sqlite3.SQLITE_FULL: JournalFault.DISK_FULL,
}

# SQLSTATE, whole or by class: https://www.postgresql.org/docs/current/errcodes-appendix.html
_OF_SQLSTATE = {
    "25006": JournalFault.READ_ONLY,
    "28": JournalFault.NO_PERMISSION,
    "42501": JournalFault.NO_PERMISSION,
    "53100": JournalFault.DISK_FULL,
    "55P03": JournalFault.LOCKED,
    "58": JournalFault.DISK_FAILS,
    "08": JournalFault.UNREACHABLE,
    "57P": JournalFault.UNREACHABLE,
    "53300": JournalFault.UNREACHABLE,
    "XX001": JournalFault.DAMAGED,
    "XX002": JournalFault.DAMAGED,
}

_OF_ERRNO = {
    errno.EACCES: JournalFault.NO_PERMISSION,
    errno.EPERM: JournalFault.NO_PERMISSION,
    errno.EROFS: JournalFault.READ_ONLY,
    errno.ENOSPC: JournalFault.DISK_FULL,
    errno.EDQUOT: JournalFault.DISK_FULL,
    errno.EEXIST: JournalFault.NOT_A_JOURNAL,
    errno.EISDIR: JournalFault.NOT_A_JOURNAL,
    errno.ENOTDIR: JournalFault.NOT_A_JOURNAL,
}


@contextmanager
def told(place: Place) -> Iterator[None]:
    """Errors of the world from here on are raised as `StoreError`; bugs stay what they are."""
    try:
        yield
    except StatementError as error:
        if not isinstance(error, DBAPIError) and error.orig is not None:
            raise error.orig from None
        raise place.fault(fault_of(error, place.path), error=_kind(error)) from error
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise place.fault(fault_of(error, place.path), error=_kind(error)) from error


def fault_of(error: Exception, path: Path | None = None) -> JournalFault:
    """The fault behind an error of SQLAlchemy, of a driver or of the system."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(cause, sqlite3.Error):
        return _sqlite_fault(cause, path)
    if isinstance(cause, OSError) and cause.errno is not None:
        fault = _OF_ERRNO.get(cause.errno, JournalFault.DISK_FAILS)
        return _seen_at(path) if fault is JournalFault.NO_PERMISSION and path else fault
    return _server_fault(error, getattr(cause, "sqlstate", None))


def _sqlite_fault(error: sqlite3.Error, path: Path | None) -> JournalFault:
    # The lower eight bits are the primary code; the rest tells details.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_IOERR and path is not None and _no_room(path):
        return JournalFault.DISK_FULL
    if code == sqlite3.SQLITE_CANTOPEN and path is not None:
        return _seen_at(path)
    return _OF_SQLITE.get(code, JournalFault.FAILED)


def _server_fault(error: Exception, sqlstate: str | None) -> JournalFault:
    state = sqlstate or ""
    for length in (5, 3, 2):
        if state[:length] in _OF_SQLSTATE:
            return _OF_SQLSTATE[state[:length]]
    lost = isinstance(error, DisconnectionError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )
    # Without a state the server never spoke.
    silent = isinstance(error, OperationalError) and not state
    return JournalFault.UNREACHABLE if lost or silent else JournalFault.FAILED


def _seen_at(path: Path) -> JournalFault:
    """Why a file can't be opened: SQLite and the system tell less than one look at it."""
    nearest = path
    while not os.path.exists(nearest):  # noqa: PTH110  -- Path.exists raises where it may not look
        nearest = nearest.parent
    # As the user in force, where the system can tell: not the one who started the program.
    readable = os.access(nearest, os.R_OK, effective_ids=os.access in os.supports_effective_ids)
    return JournalFault.READ_ONLY if readable else JournalFault.NO_PERMISSION


def _no_room(path: Path) -> bool:
    """Whether the disk is too full for the files that SQLite keeps beside a journal in use."""
    try:
        return shutil.disk_usage(path.parent).free < BESIDE
    except OSError:
        return False


def _kind(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return getattr(cause, "sqlite_errorname", None) or type(cause).__name__
