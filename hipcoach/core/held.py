"""What was held of each exercise, and the rung that it was at, over a span of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from hipcoach.core.value import value


@value
class HeldOn:
    """What was held of an exercise on a practice day."""

    day: date
    exercise: str
    rung: int
    """The highest that was held."""
    holds: int
    """Holds, contractions and sets of repetitions that were completed."""
    held_s: float
    pinches: int = 0
    eased: int = 0
    """How often it was made easier in mid-session."""


@value
class RungRun:
    """Practice days in a row with an exercise at one rung."""

    first: date
    last: date
    rung: int


@value
class ExerciseTrend:
    """An exercise over a span of days."""

    exercise: str
    days: int
    """On which it was practised."""
    holds: int
    held_s: float
    pinches: int
    eased: int
    runs: tuple[RungRun, ...]
    """By time, at least one."""

    @property
    def climbed(self) -> int:
        """Rungs from the first to the last of these days; below 0 it went down."""
        return self.runs[-1].rung - self.runs[0].rung


def exercise_trends(held: Iterable[HeldOn]) -> tuple[ExerciseTrend, ...]:
    """The exercises that were practised, the one that was held longest first."""
    by_exercise: dict[str, list[HeldOn]] = defaultdict(list)
    for one in held:
        by_exercise[one.exercise].append(one)
    found = (
        _trend(name, sorted(rows, key=lambda row: row.day)) for name, rows in by_exercise.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.held_s, one.exercise)))


def _trend(exercise: str, rows: list[HeldOn]) -> ExerciseTrend:
    runs = []
    for rung, group in groupby(rows, lambda row: row.rung):
        run = list(group)
        runs.append(RungRun(run[0].day, run[-1].day, rung))
    return ExerciseTrend(
        exercise,
        days=len({row.day for row in rows}),
        holds=sum(row.holds for row in rows),
        held_s=sum(row.held_s for row in rows),
        pinches=sum(row.pinches for row in rows),
        eased=sum(row.eased for row in rows),
        runs=tuple(runs),
    )
