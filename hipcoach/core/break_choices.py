"""What a person chooses about stretch breaks: whether, how often, when, and with what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from hipcoach.core.breaks.settings import BreakSettings
from hipcoach.core.errors import KnownError
from hipcoach.core.value import value

READER_IDLE_S: Final = 900.0
"""Somebody who reads or watches is taken to be there for so long without a touch."""
BACKGROUNDS: Final = ("ask", "keep", "quit")
"""What closing the window does: ask, go on reminding, or quit."""
WINDOWS: Final = ("small", "large")
"""In what a break is followed."""
_LONGEST_NAME: Final = 200


@value
class BreakChoices:
    """The choices; without arguments the usual ones."""

    on: bool = True
    """Whether there are reminders at all."""
    background: str = BACKGROUNDS[0]
    routine: str = ""
    """Id of the routine of a break; empty: standing, seated and kneeling by turns."""
    window: str = WINDOWS[0]
    reading: bool = False
    """Whether the person mostly reads or watches, and seldom touches anything."""
    rhythm: BreakSettings = BreakSettings()

    @property
    def in_force(self) -> BreakSettings:
        """The rhythm as the machine keeps it."""
        if not self.reading:
            return self.rhythm
        return replace(self.rhythm, idle_after_s=max(self.rhythm.idle_after_s, READER_IDLE_S))

    def table(self) -> dict[str, Any]:
        """All of them as plain values, as a file holds them."""
        own = {name: getattr(self, name) for name in _OWN}
        return {**own, **self.rhythm.table()}

    def with_entry(self, name: str, found: object) -> BreakChoices:
        """The same but for one entry of that table.

        Raises KeyError for an unknown name, ValueError or KnownError for what it can't be.
        """
        if name not in _OWN:
            return replace(self, rhythm=self.rhythm.with_table({name: found}))
        if not _OWN[name](found):
            raise ValueError(f"{name} can't be {found!r}")
        changed: dict[str, Any] = {name: found}
        return replace(self, **changed)


_OWN: Final = {
    "on": lambda found: isinstance(found, bool),
    "background": lambda found: found in BACKGROUNDS,
    "routine": lambda found: (
        isinstance(found, str) and len(found) <= _LONGEST_NAME and found.isprintable()
    ),
    "window": lambda found: found in WINDOWS,
    "reading": lambda found: isinstance(found, bool),
}
"""Whether an entry of that name can have this value."""


def mended(table: Mapping[str, object]) -> tuple[BreakChoices, tuple[tuple[str, bool], ...]]:
    """The choices of a table, and (name, whether there is such an entry) of what can't be used."""
    choices, wrong = BreakChoices(), []
    for name, found in table.items():
        try:
            choices = choices.with_entry(name, found)
        except KeyError:
            wrong.append((name, False))
        except (KnownError, TypeError, ValueError):
            wrong.append((name, True))
    return choices, tuple(wrong)
