"""Journals joined through a folder that something carries from computer to computer.

Each computer writes one file of its own and reads those of the others: no file is ever written by
two, so that nothing has to be locked and nothing can be in conflict. What was read is remembered,
and read again only when it is another file by now, or the journal has fewer rows than it had.
Rows only come, but for what is deleted, which is remembered by an id: so two journals are alike
where they have as many rows and have deleted the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import Any, Final

from hipcoach.core.value import value

ID_LETTERS: Final = 12
_NAME: Final = re.compile(r"hipcoach-journal-([0-9a-f]{12})\.json")
Counts = Mapping[str, int]


class SyncFault(StrEnum):
    """Why nothing was joined with another place: codes of `KnownError`, with `where`."""

    GONE = "sync-gone"
    """There is no such folder now."""
    SELF = "sync-self"
    """It is this journal itself."""


@value
class SyncPlace:
    """What is remembered of a folder or a server."""

    seen: Mapping[str, str] = field(default_factory=dict)
    """By the name of a file: which one of it was read, as a stamp of its size and time."""
    written: str = ""
    """The stamp of our own file as we wrote it."""
    counts: Counts = field(default_factory=dict)
    """Rows by table that the journal had then."""
    forgotten: tuple[str, ...] = ()
    """Ids of what was deleted then."""


@value
class SyncState:
    """What is remembered between one time and the next."""

    computer: str
    """Of this computer; twelve letters made at random."""
    host: str
    """The name of the computer that the letters were made for: a data folder may be copied."""
    places: Mapping[str, SyncPlace] = field(default_factory=dict)
    """By their address."""
    unwiped: bool = False
    """Of what was deleted here, traces may stand on the disk still."""

    def at(self, where: str) -> SyncPlace:
        """What is remembered of a place."""
        return self.places.get(where, SyncPlace())

    def with_place(self, where: str, place: SyncPlace) -> SyncState:
        """The same with another memory of one place."""
        return replace(self, places={**self.places, where: place})


@value
class SyncDone:
    """What has come of joining with another place."""

    added: Counts
    """New rows here, by table."""
    carried: Counts
    """New rows there, by table; for a folder: none of them but those that were not written yet."""
    skipped: tuple[tuple[str, Exception], ...] = ()
    """(file, what is wrong with it) of what was left for the next time."""
    deleted: Counts = field(default_factory=dict)
    """Rows that were here until now, by table: they were deleted there."""
    wiped: bool = True
    """False: of these, traces may stand on the disk until the next time."""


def file_name(computer: str) -> str:
    """The file of a computer."""
    return f"hipcoach-journal-{computer}.json"


def files_of_others(names: Iterable[str], computer: str) -> tuple[str, ...]:
    """The files of other computers among all that lies in a folder, sorted."""
    return tuple(sorted(name for name in names if _NAME.fullmatch(name) and computer not in name))


def unread(place: SyncPlace, name: str, stamp: str, counts: Counts) -> bool:
    """Whether a file has to be read, by its stamp and the rows that the journal has now."""
    return place.seen.get(name) != stamp or _fewer(place, counts)


def unwritten(
    place: SyncPlace, stamp: str, counts: Counts, forgotten: tuple[str, ...] = ()
) -> bool:
    """Whether our own file has to be written; its stamp is empty where there is none."""
    if not stamp or place.written != stamp:
        return True
    return dict(place.counts) != dict(counts) or place.forgotten != forgotten


def read_state(text: str | None, host: str) -> SyncState | None:
    """What was remembered; `None` where there is nothing of use, or of another computer."""
    try:
        found: Any = json.loads(text or "")
        state = SyncState(
            computer=str(found["computer"]),
            host=str(found["host"]),
            places={
                str(where): SyncPlace(
                    {str(name): str(stamp) for name, stamp in place["seen"].items()},
                    str(place["written"]),
                    {str(table): int(number) for table, number in place["counts"].items()},
                    tuple(str(one) for one in place.get("forgotten", ())),
                )
                for where, place in found["places"].items()
            },
            unwiped=bool(found.get("unwiped", False)),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    good = _NAME.fullmatch(file_name(state.computer)) and state.host == host
    return state if good else None


def state_text(state: SyncState) -> str:
    """The same as text, to be kept."""
    places = {
        where: {
            "seen": dict(one.seen),
            "written": one.written,
            "counts": dict(one.counts),
            "forgotten": list(one.forgotten),
        }
        for where, one in state.places.items()
    }
    plain = {
        "computer": state.computer,
        "host": state.host,
        "places": places,
        "unwiped": state.unwiped,
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _fewer(place: SyncPlace, counts: Counts) -> bool:
    """Whether the journal has lost rows since: it was deleted, or an older copy taken back."""
    return any(counts.get(table, 0) < number for table, number in place.counts.items())
