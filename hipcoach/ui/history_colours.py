"""The colours of the history: of routines by name, and of how days were tolerated.

None of them carries a meaning alone: bars are named below the calendar, marks have shapes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from hipcoach.core.tolerance import Tolerance
from hipcoach.core.value import value
from hipcoach.ui.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

OTHER: Final = ""
"""The colour of a routine that has none, or one that is not known here."""


@value
class HistoryColours:
    """As `#rrggbb`, for one theme."""

    routines: Mapping[str, str]
    """By the names that routines give; `OTHER` for all that are not there."""
    amber: str
    """Of days that were a sign to take it easier."""
    tokens: Tokens

    def routine(self, name: str) -> str:
        """The colour of that name."""
        return self.routines.get(name, self.routines[OTHER])

    def tolerance(self, tolerance: Tolerance) -> str:
        """The colour of a day that was tolerated so."""
        return {
            Tolerance.GREEN: self.tokens.accent,
            Tolerance.AMBER: self.amber,
            Tolerance.RED: self.tokens.danger,
            Tolerance.UNKNOWN: self.tokens.ink_soft,
        }[tolerance]


def _named(**routines: str) -> Mapping[str, str]:
    other = routines.pop("other")
    return MappingProxyType({**routines, OTHER: other})


_ROUTINES: Final[Mapping[str, Mapping[str, str]]] = {
    LIGHT.name: _named(
        blue="#2f6fb7",
        teal="#0f7f76",
        amber="#b46a00",
        green="#4d8a1f",
        rose="#c2446c",
        violet="#7b55b9",
        other="#69757a",
    ),
    DARK.name: _named(
        blue="#7db4ff",
        teal="#63cdbd",
        amber="#f0b35a",
        green="#a3d36a",
        rose="#f590b2",
        violet="#bda4f4",
        other="#98a7ab",
    ),
    HIGH_CONTRAST.name: _named(
        blue="#6cc4ff",
        teal="#4de8d4",
        amber="#ffb000",
        green="#a8f070",
        rose="#ff9ac0",
        violet="#cbb0ff",
        other="#ffffff",
    ),
}
_AMBER: Final = {LIGHT.name: "#a85f00", DARK.name: "#f0b35a", HIGH_CONTRAST.name: "#ffb000"}


def history_colours(tokens: Tokens) -> HistoryColours:
    """The colours of the history in a theme."""
    return HistoryColours(_ROUTINES[tokens.name], _AMBER[tokens.name], tokens)
