"""Copies of a journal in a file, made while it is in use, looked into, and taken back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Final

from hipcoach.core.backups import (
    BackupFault,
    BackupKind,
    JournalContents,
    backup_name,
    daily_due,
    named,
    surplus,
)
from hipcoach.core.errors import KnownError, StoreError
from hipcoach.core.exchange import FORGOTTEN, TABLES
from hipcoach.core.journal import JournalFault
from hipcoach.store.database import open_database
from hipcoach.store.faults import told
from hipcoach.store.place import OWNER_FILE, OWNER_FOLDER, Place, companions, place_of
from hipcoach.store.schema import State, state_of_file

FOLDER: Final = "backups"
"""Beside the journal."""
PATIENCE_S: Final = 10.0
UPGRADES: Final = "-before-upgrade-"
"""In the names of copies that are made before a migration."""
NEW: Final = ".new"
"""In the names of those that are not finished yet, which begin with a dot as well."""


def backups_folder(place: Place) -> Path:
    """Where the copies of a journal are; raises KnownError (`backup-on-server`)."""
    if place.path is None:
        shown = place.url.set(query={}).render_as_string(hide_password=True)
        raise KnownError(BackupFault.ON_SERVER.value, {"url": shown})
    return place.path.parent / FOLDER


def keep_backups(place: Place, now: datetime) -> Path | None:
    """Make the daily copy if this day has none yet, and drop those that are too old.

    The copy; `None` where there was nothing to do, and for a journal on a server.
    A journal that is damaged makes no copy and costs no older one.
    Raises StoreError.
    """
    if place.path is None or not place.path.exists():
        return None
    folder = backups_folder(place)
    if copied_today(place, now):
        return None
    made = back_up(place, folder / backup_name(now, BackupKind.DAILY))
    for name in surplus(names_in(folder)):
        with suppress(OSError):
            (folder / name).unlink()
    return made


def copied_today(place: Place, now: datetime) -> bool:
    """Whether this practice day has its copy, as far as one sees.

    Raises KnownError (`backup-on-server`).
    """
    folder = backups_folder(place)
    try:
        return not daily_due(names_in(folder), now)
    except StoreError:  # closed to us: nobody is kept from practising by that
        return False


def back_up(place: Place, target: Path) -> Path:
    """Copy the journal as of this moment into a file, whole or not at all, and give its path.

    Raises StoreError, KnownError (`backup-on-server`).
    """
    backups_folder(place)
    assert place.path
    target = target.absolute()
    with told(place):
        state_of_file(place, place.path, PATIENCE_S)
    with told(place_of(target)):
        target.parent.mkdir(OWNER_FOLDER, parents=True, exist_ok=True)
        with _temporary(target) as copy:
            _copy(place, place.path, copy)
            _alone(copy)
            copy.replace(target)
    return target


def backups_of(place: Place) -> tuple[Path, ...]:
    """The copies of a journal, the newest first: those in its folder, then from before upgrades."""
    folder = backups_folder(place)
    assert place.path
    ours = [folder / one.name for one in named(names_in(folder))]
    pattern = f"{place.path.stem}{UPGRADES}*{place.path.suffix}"
    return (*ours, *sorted(place.path.parent.glob(pattern), reverse=True))


def contents_of(path: Path) -> JournalContents:
    """What is in a journal's file, which is not touched; every page of it is looked at.

    Raises StoreError with `damaged`, `not-a-journal`, `newer`.
    """
    place, path = place_of(path), path.absolute()
    with told(place):
        if not path.is_file() or state_of_file(place, path, PATIENCE_S) is State.NEW:
            raise place.fault(JournalFault.NOT_A_JOURNAL)
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            _check(place, connection)
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
            counts, moments = [], []
            for name in TABLES:
                if name == FORGOTTEN:  # nothing to take back
                    continue
                asked = f"SELECT count(*), min(at), max(at) FROM {name}"  # noqa: S608 - our own names
                found = connection.execute(asked).fetchone() if name in tables else (0, None, None)
                counts.append((name, int(found[0])))
                moments += [str(at) for at in found[1:] if at is not None]
    if not any(number for _, number in counts):
        return JournalContents(tuple(counts), None, None)
    try:
        days = [date.fromisoformat(at[:10]) for at in (min(moments), max(moments))]
    except ValueError:
        raise place.fault(JournalFault.DAMAGED) from None
    return JournalContents(tuple(counts), *days)


def newest_good(
    place: Place, besides: Collection[Path] = ()
) -> tuple[Path, JournalContents] | None:
    """The newest copy that can be taken back, with what is in it; none of those `besides`."""
    for path in backups_of(place):
        if path in besides:
            continue
        try:
            return path, contents_of(path)
        except StoreError:
            continue
    return None


def restore(place: Place, source: Path, now: datetime, *, damaged: bool = False) -> Path | None:
    """Put a copy in the place of the journal, and give the path of what was there before.

    A sound journal is copied aside, a damaged one is moved aside with all that belongs to it;
    `damaged` says that it is, where its pages may look sound.
    Programs that have a sound one open go on with what is put in its place.
    Raises StoreError, KnownError (`backup-on-server`); the journal is as it was then.
    """
    folder = backups_folder(place)
    assert place.path
    contents_of(source)
    with told(place):
        folder.mkdir(OWNER_FOLDER, parents=True, exist_ok=True)
        with _temporary(place.path) as copy:
            _copy(place_of(source), source, copy)
            open_database(place_of(copy)).dispose()  # in the newest form
            _alone(copy)
            if not place.path.exists():
                copy.replace(place.path)
                return None
            name = backup_name(now, BackupKind.BEFORE_RESTORE)
            aside = None if damaged else _copied_aside(place, _free(folder / name))
            if aside is not None:
                _copy(place_of(copy), copy, place.path)
                return aside
            aside = _set_aside(place.path, now, leave=True)
            copy.replace(place.path)
            return aside


def set_aside(place: Place, now: datetime) -> Path:
    """Move a damaged journal, with the two files beside it, to where it is in nobody's way.

    Raises StoreError; it is where it was then.
    """
    assert place.path
    with told(place):
        return _set_aside(place.path, now)


def sessions_since(place: Place, moment: datetime) -> int | None:
    """How many sessions a journal has that began after a moment; `None`: can't be told.

    Asked of a damaged one, it says what is in no copy from before; its file is not touched.
    """
    assert place.path
    asked = "SELECT count(*) FROM sessions WHERE at > ?"
    # As SQLAlchemy writes moments; they are in UTC.
    since = f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"
    try:
        with closing(sqlite3.connect(f"{place.path.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute(asked, (since,)).fetchone()[0])
    except sqlite3.Error:
        return None


def names_in(folder: Path) -> list[str]:
    """The names of what is in a folder, if there is one; raises StoreError."""
    if not os.path.lexists(folder):
        return []
    with told(place_of(folder)):
        return [path.name for path in folder.iterdir()]


def _copied_aside(place: Place, target: Path) -> Path | None:
    """Copy the present journal; `None`: it is damaged, and has to be moved."""
    assert place.path
    if not place.path.stat().st_size:
        return None
    try:
        return back_up(place, target)
    except StoreError as error:
        if error.code not in {JournalFault.DAMAGED, JournalFault.NOT_A_JOURNAL}:
            raise
        return None


def _set_aside(path: Path, now: datetime, *, leave: bool = False) -> Path:
    """Where a journal is now; with `leave` it is also where it was, alone, to be replaced.

    Whoever is killed before that finds it damaged as before, and no empty one in its place.
    May raise `OSError`.
    """
    stem = f"{path.stem}-damaged-{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}"
    aside = _free(path.with_name(stem + path.suffix))
    linked = leave and _linked(path, aside)
    moved: list[tuple[Path, Path]] = []
    try:
        for file, kept in zip(companions(path), companions(aside), strict=True):
            if file.exists():
                file.replace(kept)
                moved.append((file, kept))
        if not linked:
            path.replace(aside)
    except OSError:
        for file, kept in moved:
            kept.replace(file)
        if linked:
            aside.unlink()
        raise
    return aside


def _linked(path: Path, other: Path) -> bool:
    """Give a file a second name; whether this disk can do that."""
    try:
        os.link(path, other)
    except OSError:
        return False
    return True


def _copy(place: Place, source: Path, target: Path) -> None:
    """Let the target hold what the source holds, in one transaction, and look at every page."""
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True, timeout=PATIENCE_S)) as one,
        closing(sqlite3.connect(target, timeout=PATIENCE_S)) as other,
    ):
        one.backup(other)
        _check(place, other)


def _alone(copy: Path) -> None:
    """Let everything be in the one file."""
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _check(place: Place, connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise place.fault(JournalFault.DAMAGED)


@contextmanager
def _temporary(target: Path) -> Iterator[Path]:
    """An empty file beside the target, its owner's alone; gone in the end, if it is still there."""
    path = _free(target.with_name(f".{target.name}{NEW}"))
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_FILE))
    try:
        yield path
    finally:
        for file in (path, *companions(path), path.with_name(f"{path.name}-journal")):
            file.unlink(missing_ok=True)


def _free(path: Path) -> Path:
    """The path, or one with a number where there is such a file."""
    if not path.exists():
        return path
    tried = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(one for one in tried if not one.exists())
