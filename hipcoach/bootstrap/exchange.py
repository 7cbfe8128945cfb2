"""The journal out and in: files written whole or not at all, rows joined all or none.

`step` is told, from time to time, which share of it is done, from 0 to 1; what it raises ends it.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from hipcoach import __version__
from hipcoach.bootstrap.environment import Environment
from hipcoach.core.backups import BackupFault
from hipcoach.core.errors import KnownError, UsageError
from hipcoach.core.exchange import CarriedRow, ExchangeError, ExchangeFault
from hipcoach.core.exchange_text import rows_of, text_of
from hipcoach.core.merge import Joined, forgotten_first
from hipcoach.system.paths import PRIVATE_FOLDER, whole_file

if TYPE_CHECKING:
    from hipcoach.store.carried import CarriedJournal

Step = Callable[[float], None]
CHUNK: Final = 2**16
OFTEN: Final = 1000
"""Rows between two words about how far it is."""
DATABASE: Final = b"SQLite format 3\0"
"""How a journal, or a copy of one, begins: https://www.sqlite.org/fileformat.html#the_database_header"""


def export_journal(environment: Environment, file: IO[bytes], step: Step) -> None:
    """Write the whole journal as JSON; raises StoreError."""
    now = environment.clock().now()
    with carried(environment) as journal:
        for text in text_of(_told(journal, step), __version__, now):
            file.write(text.encode())
    step(1.0)


def import_journal(
    environment: Environment, path: Path, step: Step, *, bring_back: bool = False
) -> Joined:
    """Join the journal in a file with this one; what has come of it.

    What was deleted since is left out, but for `bring_back`. All of it or nothing.
    Raises UsageError where there is no such file, ExchangeError, StoreError, and KnownError
    (`forget-in-session`).
    """
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():
            # Read more than once; what runs through a pipe is gone by then.
            raise ExchangeError(ExchangeFault.NOT_OURS.value, {"file": str(path)})
        path.open("rb").close()
    except FileNotFoundError:
        raise UsageError("no-file", {"name": path}) from None
    except OSError as error:
        raise UsageError("unreadable-file", {"name": path, "reason": error.strerror}) from None
    clock = environment.clock()
    brought_back = clock.new_id() if bring_back else None
    with carried(environment) as journal:
        try:
            _kept_before(environment, journal, path)
            joined = journal.join(lambda: rows_of(_chunks(path, step)), clock.now(), brought_back)
        except ExchangeError as error:
            error.details["file"] = str(path)
            raise
    step(1.0)
    return joined


def _kept_before(environment: Environment, journal: CarriedJournal, path: Path) -> None:
    """See to it that there is a backup of this day where a file tells to delete.

    What a file says is not always what its reader knows of it.
    """
    from hipcoach.bootstrap.backups import place  # noqa: PLC0415 - seldom needed
    from hipcoach.store.backups import keep_backups  # noqa: PLC0415 - the same

    now = environment.clock().now()
    marks, _others = forgotten_first(rows_of(_chunks(path, lambda _share: None)))
    known = {one.id for one in journal.forgotten(now)}
    if any(one.gone and one.id not in known for one in marks):
        keep_backups(place(environment), now)


@contextmanager
def carried(environment: Environment) -> Iterator[CarriedJournal]:
    """This person's journal as a whole; raises StoreError."""
    from hipcoach.store.carried import open_carried  # noqa: PLC0415 - SQLAlchemy takes its time

    journal = open_carried(environment.journal_place)
    try:
        yield journal
    finally:
        journal.close()


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """A file that is there whole in the end, for its owner alone.

    Raises KnownError (`unwritable`, `no-room`, `of-journal`).
    """
    try:
        if path.exists() and not path.is_file():
            raise KnownError("unwritable", {"path": path})
        if _of_journal(path):
            raise KnownError(BackupFault.OF_JOURNAL.value, {"path": path})
        with whole_file(path) as file:
            yield file
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise KnownError("no-room" if full else "unwritable", {"path": path}) from error


def _of_journal(path: Path) -> bool:
    """Whether a database is there, or one that the file belongs to; may raise `OSError`."""
    for file in (path, *(path.with_name(path.name.removesuffix(end)) for end in ("-wal", "-shm"))):
        if file.is_file():
            with file.open("rb") as opened:
                if opened.read(len(DATABASE)) == DATABASE:
                    return True
    return False


def made_folder(path: Path) -> Path:
    """A folder, made for its owner alone where it is missing; raises KnownError."""
    try:
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError("unwritable", {"path": path}) from error
    return path


def _told(journal: CarriedJournal, step: Step) -> Iterator[CarriedRow]:
    """All rows, with a word now and then about how far it is."""
    total = sum(journal.counts().values())
    for number, row in enumerate(journal.rows()):
        if number % OFTEN == 0:
            step(number / max(1, total))
        yield row


def _chunks(path: Path, step: Step) -> Iterator[bytes]:
    size = max(1, path.stat().st_size)
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
            step(min(1.0, file.tell() / size))
