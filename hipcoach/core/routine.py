"""A routine: exercises in order, each with its dose."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.exercise import Dose


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise within a routine."""

    exercise: str
    dose: Dose
    rung: int | None = None
    """The rung that the routine asks for; `None`: the person's own."""


@dataclass(frozen=True, slots=True)
class Routine:
    """Steps in order."""

    id: str
    steps: tuple[Step, ...]
    colour: str
    """Name of its colour in the history."""
    order: int = 0
    """Where it stands when routines are offered: the smallest first."""
