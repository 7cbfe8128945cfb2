"""What became of stretch breaks, by weekday and hour of the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from hipcoach.core.value import value

TAKEN: Final = frozenset({"taken"})
SATISFIED: Final = frozenset({"satisfied"})
SKIPPED: Final = frozenset({"skipped", "missed", "cut_short"})
"""Turned away, offered in vain, or given up before half of it was done."""
ENDS: Final = TAKEN | SATISFIED | SKIPPED
"""All that ends a break; an offer that is put off goes on."""


@value
class BreakEnds:
    """How many breaks ended in each way."""

    taken: int = 0
    satisfied: int = 0
    """Time away was the break."""
    skipped: int = 0

    @property
    def all(self) -> int:
        """How many there were."""
        return self.taken + self.satisfied + self.skipped

    def adding(self, other: BreakEnds) -> BreakEnds:
        """Both together."""
        return BreakEnds(
            self.taken + other.taken,
            self.satisfied + other.satisfied,
            self.skipped + other.skipped,
        )


def break_ends(
    seen: Iterable[tuple[tuple[int, int], str, int]],
) -> Mapping[tuple[int, int], BreakEnds]:
    """How breaks ended, by (weekday, hour), from what happened there and how often.

    Hours in which none ended are left out.
    """
    found: dict[tuple[int, int], BreakEnds] = {}
    for hour, kind, number in seen:
        if kind in ENDS:
            found[hour] = found.get(hour, BreakEnds()).adding(_ended(kind, number))
    return dict(sorted(found.items()))


def all_ends(cells: Iterable[BreakEnds]) -> BreakEnds:
    """All of them together."""
    found = BreakEnds()
    for one in cells:
        found = found.adding(one)
    return found


def _ended(kind: str, number: int) -> BreakEnds:
    """So many breaks that ended by that event."""
    if kind in TAKEN:
        return BreakEnds(taken=number)
    return BreakEnds(satisfied=number) if kind in SATISFIED else BreakEnds(skipped=number)
