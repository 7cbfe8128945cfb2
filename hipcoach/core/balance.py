"""What a week of practice amounts to: bending against opening the hip, and each muscle's minutes.

More than about ten minutes a week add no range to a muscle, and how often they are spread makes
no difference (Ingram et al. 2024, *Sports Medicine*, doi 10.1007/s40279-024-02143-9): shown,
never demanded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final

from hipcoach.core.exercise import Exercise, Goal, Method
from hipcoach.core.journal import HOLDS, SessionRecord
from hipcoach.core.routine import Routine, Sides, Step
from hipcoach.core.side import Side
from hipcoach.core.value import value

ENOUGH_MINUTES: Final = 5.0
"""Minutes of stretch a week that a muscle should have."""
MOST_MINUTES: Final = 10.0
"""Minutes a week beyond which nothing is gained."""
LEANS: Final = 2.0
"""Where one direction has more than so many times the other, the week leans to it; our own."""
BOTH: Final = tuple(Side)


class Volume(StrEnum):
    """How a muscle's minutes stand to what the evidence asks for."""

    LITTLE = "little"
    ENOUGH = "enough"
    PLENTY = "plenty"


@value
class Seconds:
    """Seconds of work on each side of the body."""

    left: float = 0.0
    right: float = 0.0

    @property
    def less(self) -> float:
        """Of the side that had less."""
        return min(self.left, self.right)

    def adding(self, seconds: float, sides: Iterable[Side]) -> Seconds:
        """With so many seconds more on each of the sides."""
        sides = tuple(sides)
        return Seconds(
            self.left + seconds * (Side.LEFT in sides), self.right + seconds * (Side.RIGHT in sides)
        )


@value
class Balance:
    """What some practice amounts to."""

    flexion: Seconds = field(default_factory=Seconds)
    """Of exercises that bend the hip."""
    extension: Seconds = field(default_factory=Seconds)
    """Of exercises that open it."""
    muscles: Mapping[str, Seconds] = field(default_factory=dict)
    """Seconds of stretch, by the muscle's code."""

    def minutes(self, muscle: str) -> float:
        """Minutes of stretch that a muscle had, on the side that had less."""
        return self.muscles.get(muscle, Seconds()).less / 60

    def volume(self, muscle: str) -> Volume:
        """How these minutes stand to a week's."""
        minutes = self.minutes(muscle)
        if minutes < ENOUGH_MINUTES:
            return Volume.LITTLE
        return Volume.ENOUGH if minutes <= MOST_MINUTES else Volume.PLENTY

    @property
    def leans_to(self) -> Goal | None:
        """The direction of which there is far more than of the other; `None`: in balance."""
        bent, opened = self.flexion.less, self.extension.less
        if bent > LEANS * opened:
            return Goal.FLEXION
        return Goal.EXTENSION if opened > LEANS * bent else None

    def adding(self, exercise: Exercise, seconds: float, sides: Iterable[Side]) -> Balance:
        """With so many seconds of an exercise on each of the sides."""
        sides = tuple(sides)
        flexion, extension, muscles = self.flexion, self.extension, dict(self.muscles)
        if Goal.FLEXION in exercise.goals:
            flexion = flexion.adding(seconds, sides)
        if Goal.EXTENSION in exercise.goals:
            extension = extension.adding(seconds, sides)
        if stretches(exercise):
            for muscle in exercise.muscles:
                muscles[muscle] = muscles.get(muscle, Seconds()).adding(seconds, sides)
        return Balance(flexion, extension, muscles)


def stretches(exercise: Exercise) -> bool:
    """Whether its seconds count as stretch: bending or opening, and held."""
    directions = {Goal.FLEXION, Goal.EXTENSION}
    return exercise.method is not Method.REPETITIONS and bool(directions & set(exercise.goals))


def balance_of(records: Iterable[SessionRecord], exercises: Mapping[str, Exercise]) -> Balance:
    """What sessions amount to, stretch breaks among them; exercises that are gone are left out."""
    found = Balance()
    for record in records:
        for row in record.segments:
            if row.phase in HOLDS and row.exercise in exercises:
                sides = BOTH if row.side is None else (row.side,)
                found = found.adding(exercises[row.exercise], row.held_s, sides)
    return found


def work_of(
    routine: Routine, exercises: Mapping[str, Exercise], balance: Balance | None = None
) -> Balance:
    """What a routine amounts to, on top of what was done before."""
    found = balance or Balance()
    for step in routine.steps:
        exercise = exercises[step.exercise]
        found = found.adding(exercise, _seconds(step, exercise), _sides(step, exercise))
    return found


def suggest(
    routines: Iterable[Routine], exercises: Mapping[str, Exercise], balance: Balance
) -> str | None:
    """The routine that keeps a week in balance best, after what was done in it.

    First that the week leans nowhere, then the most minutes where a muscle has too few, then the
    least difference between the directions, then the order in which routines are offered.
    `None` where there is none to choose from.
    """

    def merit(routine: Routine) -> tuple[bool, float, float, int, str]:
        after = work_of(routine, exercises, balance)
        apart = abs(after.flexion.less - after.extension.less)
        filled = _lacking(balance, exercises) - _lacking(after, exercises)
        return (after.leans_to is not None, -filled, apart, routine.order, routine.id)

    return min(routines, key=merit).id if (routines := tuple(routines)) else None


def _lacking(balance: Balance, exercises: Mapping[str, Exercise]) -> float:
    """Minutes by which all the muscles together have too few."""
    known = {muscle for one in exercises.values() if stretches(one) for muscle in one.muscles}
    return sum(max(0.0, ENOUGH_MINUTES - balance.minutes(muscle)) for muscle in sorted(known))


def _sides(step: Step, exercise: Exercise) -> tuple[Side, ...]:
    if not exercise.sided or step.sides is Sides.BOTH:
        return BOTH
    return (Side(step.sides.value),)


def _seconds(step: Step, exercise: Exercise) -> float:
    """Seconds of holds, contractions or repetitions on a side."""
    dose = step.dose
    match exercise.method:
        case Method.REPETITIONS:
            once = dose.reps * dose.rep_s
        case Method.CONTRACTIONS:
            directions = len(exercise.rung(step.rung or exercise.default_rung).contractions)
            once = dose.cycles * directions * dose.contract_s + dose.hold_s
        case Method.HOLD:
            once = max(1, dose.reps) * dose.hold_s
    return dose.sets * once
