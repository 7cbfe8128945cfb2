"""Copies of this person's journal: made day by day, shown, and taken back."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.core.backups import (
    BackupFault,
    BackupKind,
    BackupShown,
    backup_name,
    read_name,
)
from hipcoach.core.errors import KnownError, UsageError
from hipcoach.core.practice_day import practice_day

# ruff: noqa: PLC0415 - SQLAlchemy takes its time, and not every start writes

if TYPE_CHECKING:
    from hipcoach.bootstrap.environment import Environment
    from hipcoach.store.place import Place

_log = logging.getLogger(__name__)


class DailyBackup:
    """To be called after every write: the first of a day makes a copy.

    What goes wrong is noted in the log: a full disk must not keep anybody from practising. That
    the journal is damaged, for every page of it is looked at, is raised as StoreError.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._clock = environment.clock()
        self._done: date | None = None

    def __call__(self) -> None:
        """Make the copy of this day, if there is none yet."""
        from hipcoach.core.journal import JournalFault
        from hipcoach.store.backups import keep_backups

        now = self._clock.now()
        if practice_day(now) == self._done:
            return
        self._done = practice_day(now)
        try:
            keep_backups(place(self._environment), now)
        except (KnownError, OSError) as error:
            code = getattr(error, "code", type(error).__name__)
            if code == JournalFault.DAMAGED:
                raise
            _log.warning("No backup today: %s", code)


def place(environment: Environment) -> Place:
    """Where this person's journal is."""
    from hipcoach.store.place import place_of

    return place_of(environment.journal_place)


def back_up(environment: Environment, target: Path | None) -> BackupShown:
    """Copy the journal into this file, or among the other copies.

    Raises StoreError, KnownError (`backup-on-server`, `unwritable`, `of-journal`).
    """
    from hipcoach.store import backups

    where = place(environment)
    if target is not None:
        _check_target(where, target)
    if where.path is not None and not where.path.exists():
        environment.open_journal().close()  # who has recorded nothing has an empty one
    name = backup_name(environment.clock().now(), BackupKind.BY_HAND)
    made = backups.back_up(where, target or backups.backups_folder(where) / name)
    return BackupShown(made, backups.contents_of(made))


def _check_target(where: Place, target: Path) -> None:
    """Raise KnownError where a file can't be, or is the journal itself."""
    from hipcoach.store.place import companions

    try:
        if target.exists() and not target.is_file():
            raise KnownError("unwritable", {"path": target})
        folder = target.absolute().parent.resolve()
    except OSError as error:
        raise KnownError("unwritable", {"path": target}) from error
    if where.path is None:
        return
    own = where.path.resolve()
    if folder / target.name in (own, *companions(own)):
        raise KnownError(BackupFault.OF_JOURNAL.value, {"path": target})


def backups_shown(environment: Environment) -> tuple[BackupShown, ...]:
    """All copies, the newest first; raises KnownError (`backup-on-server`)."""
    from hipcoach.store.backups import backups_of

    return tuple(backup_shown(path) for path in backups_of(place(environment)))


def backup_shown(path: Path) -> BackupShown:
    """A journal's file with what is in it, if that can be read."""
    from hipcoach.store.backups import contents_of

    try:
        contents = contents_of(path)
    except KnownError:
        contents = None
    return BackupShown(path, contents, *_kind_and_moment(path))


def present(environment: Environment) -> BackupShown | None:
    """The journal as it is now, where it is a file and there is one."""
    path = place(environment).path
    return backup_shown(path) if path is not None and path.exists() else None


def plain_backups(environment: Environment) -> dict[str, object]:
    """All copies and the journal as it is now, for programs; docs/journal.md tells the fields.

    Raises KnownError (`backup-on-server`).
    """
    found = backups_shown(environment)
    now = present(environment)
    return {
        "backups": [_plain(one, number) for number, one in enumerate(found, start=1)],
        "now": _plain(now, None) if now else None,
    }


def _plain(shown: BackupShown, number: int | None) -> dict[str, object]:
    contents = shown.contents
    days = (contents.first, contents.last) if contents else (None, None)
    first, last = (day.isoformat() if day else None for day in days)
    return {
        "number": number,
        "path": str(shown.path),
        "kind": shown.kind.value if shown.kind else None,
        "made": shown.made.isoformat() if shown.made else None,
        "readable": contents is not None,
        "sessions": contents.rows_of("sessions") if contents else None,
        "breaks": contents.rows_of("break_events") if contents else None,
        "first": first,
        "last": last,
    }


def _kind_and_moment(path: Path) -> tuple[BackupKind | None, datetime | None]:
    """Why and when a copy was made: its name says it, or the file itself."""
    from hipcoach.store.backups import UPGRADES

    name = read_name(path.name)
    if name is not None:
        return name.kind, name.at
    if UPGRADES not in path.name:
        return None, None
    return BackupKind.BEFORE_UPGRADE, datetime.fromtimestamp(path.stat().st_mtime, UTC)


def chosen(environment: Environment, word: str) -> Path:
    """The file that is meant: the number of a copy, counted from the newest, or a path.

    Raises UsageError (`no-file`), KnownError (`backup-none`).
    """
    from hipcoach.store.backups import backups_of

    if word.isascii() and word.isdecimal() and not _is_file(Path(word)):
        found = backups_of(place(environment))
        if not 1 <= int(word) <= len(found):
            raise KnownError(BackupFault.NONE.value, {"number": word})
        return found[int(word) - 1]
    path = Path(word).expanduser().absolute()
    if not _is_file(path):
        raise UsageError("no-file", {"name": path})
    return path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long, a folder that is closed
        return False


def restore(environment: Environment, source: Path, *, damaged: bool = False) -> Path | None:
    """Put a copy in the place of the journal; where the present one is now, if there was any.

    `damaged` says of the present one that it is, where its pages may look sound.
    What was deleted since comes back with it, and for other computers as well; but not where it
    takes the place of a damaged journal.
    Raises StoreError, KnownError (`backup-on-server`).
    """
    from hipcoach.bootstrap.mending import take_in
    from hipcoach.store import backups
    from hipcoach.store.forgetting import marks_kept

    where, clock = place(environment), environment.clock()
    now = clock.now()
    with marks_kept(where, now, clock.new_id(), damaged=damaged):
        aside = backups.restore(where, source, now, damaged=damaged)
    take_in(environment)
    return aside


def look_through(environment: Environment) -> None:
    """Look at every page of a journal in a file: 0.2 s for ten years. Opening one looks at few.

    Raises StoreError, of a damaged one `JournalFault.DAMAGED`: `JournalMending` helps then.
    """
    from hipcoach.store.backups import contents_of

    path = place(environment).path
    if path is not None and path.exists():
        contents_of(path)
