"""What tells that others wrote into a journal, or put another one in its place."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, func, select

from hipcoach.core.journal import JournalFault
from hipcoach.store.place import Place
from hipcoach.store.rows import TABLES

GONE: Final = "gone"


def file_stamp(place: Place) -> str:
    """Which file lies at that place; one that took its place has another. Empty for a server."""
    if place.path is None:
        return ""
    try:
        found = place.path.stat()
    except OSError:
        return GONE
    return f"{found.st_dev}-{found.st_ino}"


def check_file(place: Place, stamp: str) -> None:
    """Raise StoreError (`replaced`) where another file lies there than the one of that stamp.

    What is written to a file that was moved away is seen by nobody.
    """
    if file_stamp(place) != stamp:
        raise place.fault(JournalFault.REPLACED)


def rows_stamp(place: Place, connection: Connection) -> str:
    """Changes when others write a row; on a server when anybody does."""
    if place.path is not None:
        # Counts what other connections committed, and nothing of this one.
        return str(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
    counts = (
        select(func.count()).select_from(table).scalar_subquery() for table in TABLES.sorted_tables
    )
    return "-".join(map(str, connection.execute(select(*counts)).one()))
