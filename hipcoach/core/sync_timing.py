"""When two journals are joined the next time, and what became of the last one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from hipcoach.core.backups import BackupFault
from hipcoach.core.journal import JournalFault
from hipcoach.core.sync import SyncFault
from hipcoach.core.sync_choices import SyncEvery
from hipcoach.core.value import value

PAUSES: Final[Mapping[SyncEvery, timedelta]] = MappingProxyType(
    {
        SyncEvery.HOUR: timedelta(hours=1),
        SyncEvery.FOUR_HOURS: timedelta(hours=4),
        SyncEvery.DAY: timedelta(days=1),
    }
)
"""From one time that went well to the next."""
FIRST_AGAIN: Final = timedelta(minutes=5)
"""So soon it is tried again after a failure; after each further one in twice that time."""
SOON: Final = timedelta(seconds=20)
"""After a wish: who has just opened the window, or ended a session, has other things to do."""
BROKE_OFF: Final = "broke-off"
"""The code of a try that ended without a word."""
LAST: Final = "sync-last.json"
"""The file in the data folder that keeps what became of the last time."""
_PASSING: Final = frozenset(
    {
        SyncFault.GONE,
        JournalFault.UNREACHABLE,
        JournalFault.LOCKED,
        BackupFault.IN_SESSION,
        BROKE_OFF,
    }
)
"""Codes of what mends itself: the other side isn't there just now, or somebody practises here."""
_DOUBLINGS: Final = 16
_NONE: Final = timedelta()


@value
class SyncTry:
    """What became of joining with a place, the last time it was tried."""

    where: str
    """The place, without any password."""
    at: datetime
    """When it was done, aware."""
    failures: int = 0
    """How many in a row have failed by now; 0: this one went well."""
    joined: datetime | None = None
    """When it last went well; `None`: never."""
    added: Mapping[str, int] = field(default_factory=dict)
    """New rows here, by table."""
    deleted: Mapping[str, int] = field(default_factory=dict)
    """Rows that were here until then, by table, and were deleted there."""
    left: tuple[str, ...] = ()
    """Files that could not be read to their end, and are read the next time."""
    trouble: str = ""
    """The code of what went wrong; empty: nothing."""
    said: str = ""
    """The same as a sentence, as it was said then."""

    @property
    def passing(self) -> bool:
        """Whether what went wrong may mend itself."""
        return self.trouble in _PASSING


def due_in(
    every: SyncEvery,
    last: SyncTry | None,
    now: datetime,
    *,
    wished: datetime | None = None,
    practising: bool = False,
) -> timedelta | None:
    """How long it is until the next time; `None`: it does not come by itself.

    `wished` is the moment of a wish that no try has followed. While somebody is `practising`
    nothing is due. A moment that lies after `now` was told by a clock that has been set back since,
    and says nothing about how long ago it was: then it is time.
    """
    if practising or every is SyncEvery.BY_HAND:
        return None
    if last is None:
        return _NONE if wished is None else _left(wished, SOON, now)
    usual = _left(last.at, pause_after(every, last.failures), now)
    return usual if wished is None else min(usual, _left(wished, SOON, now))


def pause_after(every: SyncEvery, failures: int) -> timedelta:
    """From a try to the next, by how many have failed in a row; raises `KeyError` by hand."""
    usual = PAUSES[every]
    if not failures:
        return usual
    doubled: int = 2 ** min(failures - 1, _DOUBLINGS)
    return min(usual, FIRST_AGAIN * doubled)


def read_try(text: str | None, where: str) -> SyncTry | None:
    """What was kept of the last try with that place; `None` where there is nothing of use."""
    try:
        found: Any = json.loads(text or "")
        last = SyncTry(
            where=str(found["where"]),
            at=_moment(found["at"]),
            failures=max(0, int(found["failures"])),
            joined=None if found["joined"] is None else _moment(found["joined"]),
            added=_counts(found["added"]),
            deleted=_counts(found["deleted"]),
            left=tuple(map(str, found["left"])),
            trouble=str(found["trouble"]),
            said=str(found["said"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    return last if last.where == where else None


def try_text(last: SyncTry) -> str:
    """The same as JSON, to be kept or handed on."""
    plain = {
        "where": last.where,
        "at": last.at.isoformat(),
        "failures": last.failures,
        "joined": last.joined and last.joined.isoformat(),
        "added": dict(last.added),
        "deleted": dict(last.deleted),
        "left": list(last.left),
        "trouble": last.trouble,
        "said": last.said,
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _left(since: datetime, pause: timedelta, now: datetime) -> timedelta:
    gone = now - since
    return _NONE if gone < _NONE else max(pause - gone, _NONE)


def _counts(found: Any) -> dict[str, int]:
    return {str(table): int(number) for table, number in found.items()}


def _moment(text: Any) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found
