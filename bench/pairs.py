"""Two things measured in turn, so that a busy machine weighs on both alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Pair:
    """The medians of a thing and of its floor."""

    own: float
    floor: float

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.own / self.floor


def in_turn(own: Callable[[], float], floor: Callable[[], float], rounds: int) -> Pair:
    """Both measured `rounds` times, one after the other, after one that does not count."""
    own()
    floor()
    found = [(own(), floor()) for _ in range(rounds)]
    return Pair(median(one for one, _ in found), median(other for _, other in found))


def row(measure: str, pair: Pair, unit: str, limit: float) -> tuple[str, str, str, bool]:
    """The row of the table for a ratio."""
    value = f"{pair.ratio:.2f}× ({pair.own:.0f} / {pair.floor:.0f} {unit})"
    return measure, value, f"at most {limit:g}×", pair.ratio <= limit
