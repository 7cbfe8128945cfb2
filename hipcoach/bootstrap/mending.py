"""A journal in a file that is damaged: found, written beside, and mended."""

# ruff: noqa: PLC0415 - SQLAlchemy takes its time, and the tray starts without it
from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hipcoach.core.backups import BackupShown, Rescue
from hipcoach.core.errors import KnownError

if TYPE_CHECKING:
    from hipcoach.bootstrap.environment import Environment
    from hipcoach.ports import Journal

_log = logging.getLogger(__name__)

SPARE: Final = "-meanwhile"
"""At the end of the name of the journal that takes the rows of a damaged one."""


def opened(environment: Environment) -> Journal:
    """This person's journal, with what was kept beside it while it was damaged.

    One without a byte in it is damaged where there are copies of it: a disk or a power cut has
    emptied it, and a new one in its place would hide that.
    Raises StoreError.
    """
    from hipcoach.bootstrap.backups import place
    from hipcoach.core.journal import JournalFault
    from hipcoach.store.journal import open_journal

    where = place(environment)
    if _emptied(where.path):
        from hipcoach.store.backups import backups_of

        if backups_of(where):
            raise where.fault(JournalFault.DAMAGED)
    journal = open_journal(environment.journal_place)
    take_in(environment)
    return journal


def look_daily(environment: Environment) -> None:
    """Look at every page of a journal in a file, on a day of which there is no copy yet.

    A copy is looked at page by page when it is made, and a journal that was not closed when it is
    opened: once a day is enough for what creeps in while nobody looks, and ten years of it would
    cost each start 0.2 s of a disk that has enough to do.
    Raises StoreError.
    """
    from hipcoach.bootstrap.backups import look_through, place
    from hipcoach.store.backups import copied_today

    where = place(environment)
    if where.path is not None and not copied_today(where, environment.clock().now()):
        look_through(environment)


def spare_of(environment: Environment) -> Callable[[], Journal] | None:
    """What opens the journal beside a damaged one; `None`: it is on a server, which mends it."""
    where = environment.journal_place
    if isinstance(where, str) and not where.startswith("sqlite"):
        return None

    def spare() -> Journal:
        from hipcoach.store.journal import open_journal

        path = _spare_path(environment)
        assert path is not None
        return open_journal(path)

    return spare


def take_in(environment: Environment) -> None:
    """Join what was kept beside the journal with it; what goes wrong leaves it where it is."""
    from hipcoach.store.place import companions

    path = _spare_path(environment)
    if path is None or not path.exists():
        return
    from hipcoach.store.carried import open_carried

    try:
        with (
            closing(open_carried(path)) as spare,
            closing(open_carried(environment.journal_place)) as journal,
        ):
            journal.join(spare.rows, environment.clock().now())
        for file in (path, *companions(path)):
            file.unlink(missing_ok=True)
    except (KnownError, OSError) as error:
        code = getattr(error, "code", type(error).__name__)
        _log.warning("What was kept beside the journal stays there: %s", code)


class JournalMending:
    """What helps where a journal in a file is damaged; keeps to `Mending`."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._stamp = ""
        """Of the damaged file (`file_stamp`)."""

    def find(self, besides: Collection[Path]) -> Rescue:
        """What there is to go on from, but these; raises StoreError."""
        from hipcoach.bootstrap.backups import backup_shown, place
        from hipcoach.store.backups import newest_good, sessions_since
        from hipcoach.store.watching import file_stamp

        where = place(self._environment)
        self._stamp = file_stamp(where)
        found = newest_good(where, besides)
        newest = backup_shown(found[0]) if found else None
        since = sessions_since(where, newest.made) if newest and newest.made else None
        return Rescue(str(where.path), newest, since)

    def copies(self) -> tuple[BackupShown, ...]:
        """All copies, the newest first."""
        from hipcoach.bootstrap.backups import backups_shown

        return backups_shown(self._environment)

    def look_again(self) -> None:
        """Raise StoreError while the damaged file lies in its place, or another damaged one."""
        from hipcoach.bootstrap.backups import look_through, place
        from hipcoach.core.journal import JournalFault
        from hipcoach.store.watching import file_stamp

        where = place(self._environment)
        if file_stamp(where) == self._stamp:
            raise where.fault(JournalFault.DAMAGED)
        look_through(self._environment)

    def restore(self, source: Path) -> Path | None:
        """Go on from a copy; where the damaged journal is now. Raises StoreError."""
        from hipcoach.bootstrap.backups import restore

        return restore(self._environment, source, damaged=True)

    def begin_anew(self) -> Path:
        """Make room for an empty journal; where the damaged one is now. Raises StoreError."""
        from hipcoach.bootstrap.backups import place
        from hipcoach.store.backups import set_aside

        return set_aside(place(self._environment), self._environment.clock().now())


def _emptied(path: Path | None) -> bool:
    try:
        return path is not None and path.is_file() and not path.stat().st_size
    except OSError:  # who may not look is told so when it is opened
        return False


def _spare_path(environment: Environment) -> Path | None:
    from hipcoach.bootstrap.backups import place

    path = place(environment).path
    return path.with_stem(path.stem + SPARE) if path is not None else None
