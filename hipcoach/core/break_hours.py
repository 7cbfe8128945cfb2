"""What became of stretch breaks, by weekday and hour of the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from hipcoach.core.history import BreakSeen
from hipcoach.core.practice_day import practice_day
from hipcoach.core.value import value

TAKEN: Final = frozenset({"taken"})
SATISFIED: Final = frozenset({"satisfied"})
SKIPPED: Final = frozenset({"skipped", "missed", "cut_short"})
"""Turned away, offered in vain, or given up before half of it was done."""


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


def break_hours(
    seen: Iterable[BreakSeen], first: date, last: date
) -> Mapping[tuple[int, int], BreakEnds]:
    """How breaks of these practice days ended, by (weekday, hour) of the clock; 0 is Monday.

    Hours in which none ended are left out.
    """
    ways: Counter[tuple[int, int, str]] = Counter()
    for row in seen:
        way = _way(row.kind)
        if way and first <= practice_day(row.at) <= last:
            ways[row.at.weekday(), row.at.hour, way] += 1
    return {
        (weekday, hour): BreakEnds(
            *(ways[weekday, hour, way] for way in ("taken", "satisfied", "skipped"))
        )
        for weekday, hour in sorted({(weekday, hour) for weekday, hour, _way in ways})
    }


def all_ends(cells: Iterable[BreakEnds]) -> BreakEnds:
    """All of them together."""
    found = BreakEnds()
    for one in cells:
        found = found.adding(one)
    return found


def _way(kind: str) -> str:
    """In which way a break ended by that event; empty: it did not end."""
    if kind in TAKEN:
        return "taken"
    if kind in SATISFIED:
        return "satisfied"
    return "skipped" if kind in SKIPPED else ""
