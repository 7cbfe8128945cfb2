"""Copies of the journal: when one is due, which are kept, and which one helps where it is damaged.

What a copy is and when it was made stands in its name, so that a folder of them needs no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from hipcoach.core.practice_day import practice_day
from hipcoach.core.value import value

KEPT: Final = 7
"""Daily copies, the newest of them."""
SUFFIX: Final = ".sqlite"
_NAME: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z-(daily|by-hand|before-restore|before-upgrade)(?:-\d+)?\.sqlite"
)


class BackupFault(StrEnum):
    """Why a copy can't be made or taken back: codes of `KnownError`, with `path` in their details.

    Copies that can't be read are told as `StoreError`, by the codes of `JournalFault`.
    """

    ON_SERVER = "backup-on-server"
    """The journal is no file."""
    OF_JOURNAL = "of-journal"
    """What is to be written would take the place of a journal."""
    NONE = "backup-none"
    """There are no copies; details: `number` where one was asked for."""
    NOT_CONFIRMED = "not-confirmed"
    """Nobody was there to say yes."""
    IN_SESSION = "forget-in-session"
    """A session that is going on would be deleted with its days; nothing was."""
    NOT_WIPED = "forget-not-wiped"
    """Deleted; but a program that reads the journal keeps traces of it on the disk."""


class BackupKind(StrEnum):
    """Why a copy was made; the words stand in names of files and never change."""

    DAILY = "daily"
    BY_HAND = "by-hand"
    BEFORE_RESTORE = "before-restore"
    BEFORE_UPGRADE = "before-upgrade"
    """Beside the journal, and so far under a name without a moment."""


@value
class BackupName:
    """What the name of a copy says."""

    name: str
    at: datetime
    """In UTC."""
    kind: BackupKind


@value
class JournalContents:
    """What is in a journal, in figures."""

    counts: tuple[tuple[str, int], ...]
    """(table, rows), for each table."""
    first: date | None
    """Day of the oldest row; `None` where there is none."""
    last: date | None

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(number for _, number in self.counts)

    def rows_of(self, table: str) -> int:
        """The rows of one table."""
        return dict(self.counts).get(table, 0)


@value
class BackupShown:
    """A copy of the journal, as it can be chosen."""

    path: Path
    contents: JournalContents | None
    """`None`: it can't be read."""
    kind: BackupKind | None = None
    """Why it was made; `None`: it is the journal itself, or a file from elsewhere."""
    made: datetime | None = None
    """When, in UTC."""


@value
class Rescue:
    """What can be done about a journal that is damaged."""

    damaged: str
    """Where it is."""
    newest: BackupShown | None
    """The newest copy that is sound; `None`: there is none."""
    sessions_since: int | None = None
    """So many are in the damaged one and not in that copy; `None`: nobody can tell."""


def backup_name(at: datetime, kind: BackupKind) -> str:
    """The name of a copy that is made at a moment."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{kind.value}{SUFFIX}"


def read_name(name: str) -> BackupName | None:
    """What a name says; `None` for a file that is no copy of ours."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    day, hour, minute, second, kind = found.groups()
    try:
        at = datetime.fromisoformat(f"{day}T{hour}:{minute}:{second}+00:00")
    except ValueError:
        return None
    return BackupName(name, at, BackupKind(kind))


def named(names: Iterable[str]) -> tuple[BackupName, ...]:
    """The copies among files, the newest first."""
    found = [one for one in map(read_name, names) if one]
    return tuple(sorted(found, key=lambda one: (one.at, one.name), reverse=True))


def daily_due(names: Iterable[str], now: datetime) -> bool:
    """Whether this practice day has no daily copy yet; `now` is a local time."""
    today = practice_day(now)
    return not any(
        one.kind is BackupKind.DAILY and practice_day(one.at.astimezone(now.tzinfo)) == today
        for one in named(names)
    )


def surplus(names: Iterable[str]) -> tuple[str, ...]:
    """The daily copies that are older than those that are kept; others are never among them."""
    daily = [one.name for one in named(names) if one.kind is BackupKind.DAILY]
    return tuple(daily[KEPT:])
