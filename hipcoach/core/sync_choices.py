"""With which place the journal of this computer is joined, and how often."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from hipcoach.core.value import value

HIDDEN: Final = "***"
"""What stands in an address where its password is."""
NO_ADDRESS: Final = "sync-no-address"
"""The code of what looks like the address of a database, and is none."""
_LONGEST: Final = 2000
# A password ends at the last @ before the options: one that holds an @ shows nothing of itself.
_ADDRESS: Final = re.compile(
    r"(?P<user>[^:/]+://[^:/]*):(?P<password>.*)@(?P<rest>[^@]*)", re.DOTALL
)


class SyncEvery(StrEnum):
    """How often two journals are joined."""

    HOUR = "hour"
    FOUR_HOURS = "4-hours"
    DAY = "day"
    BY_HAND = "by-hand"
    """Only when it is asked for."""


@value
class SyncChoices:
    """The choices; without arguments nothing is joined."""

    where: str = ""
    """A folder, or the address of a database, which may hold a password; empty: off."""
    every: SyncEvery = SyncEvery.HOUR

    @property
    def on(self) -> bool:
        """Whether there is a place to join with."""
        return bool(self.where)

    @property
    def shown(self) -> str:
        """The place for people to read: no password is in it, and no options are."""
        return shown_place(self.where)

    def with_typed(self, typed: str) -> SyncChoices:
        """The same with a place as a person typed it; the password that was hidden is kept."""
        where = typed.strip()
        if where == self.shown:
            return self
        kept, new = _ADDRESS.fullmatch(self.where), _ADDRESS.fullmatch(where)
        if kept and new and new["password"] == HIDDEN:
            where = f"{new['user']}:{kept['password']}@{new['rest']}"
        return replace(self, where=where)

    def table(self) -> dict[str, object]:
        """Both as plain values, as a file holds them."""
        return {"where": self.where, "every": self.every.value}


def shown_place(where: str) -> str:
    """A folder as it is; an address without its password and its options."""
    if "://" not in where:
        return where
    found = _ADDRESS.fullmatch(where)
    if found:
        return f"{found['user']}:{HIDDEN}@{found['rest'].partition('?')[0]}"
    return where.partition("?")[0]


def mended(table: Mapping[str, object]) -> tuple[SyncChoices, tuple[tuple[str, bool], ...]]:
    """The choices of a table, and (name, whether there is such an entry) of what can't be used."""
    choices, wrong = SyncChoices(), []
    for name, found in table.items():
        if name == "where" and isinstance(found, str) and _usable(found):
            choices = replace(choices, where=found.strip())
        elif name == "every" and isinstance(found, str) and found in set(SyncEvery):
            choices = replace(choices, every=SyncEvery(found))
        else:
            wrong.append((name, name in {"where", "every"}))
    return choices, tuple(wrong)


def _usable(where: str) -> bool:
    # An empty string is printable.
    return len(where) <= _LONGEST and where.isprintable()
