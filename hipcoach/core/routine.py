"""A routine: exercises in order, each with its dose."""

from __future__ import annotations

from enum import StrEnum

from hipcoach.core.exercise import Dose
from hipcoach.core.value import value


class Sides(StrEnum):
    """Which sides of the body an exercise is done on."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


@value
class Step:
    """One exercise within a routine."""

    exercise: str
    dose: Dose
    rung: int | None = None
    """The rung that the routine asks for; `None`: the person's own."""
    sides: Sides = Sides.BOTH
    """Means nothing where the exercise has no sides."""
    rest_s: float = 0.0
    """Least seconds until the next exercise is announced; after the last one it means nothing."""


@value
class Routine:
    """Steps in order."""

    id: str
    steps: tuple[Step, ...]
    colour: str
    """Name of its colour in the history."""
    order: int = 0
    """Where it stands when routines are offered: the smallest first."""
    minutes: float = 0.0
    """Minutes that its words promise, everything being said in full; 0: it promises none."""
