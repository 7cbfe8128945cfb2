"""An exercise that somebody was given, by a physiotherapist perhaps, as it is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from hipcoach.core.exercise import Dose, Method, Position
from hipcoach.core.side import Side

METHODS: Final = (Method.HOLD, Method.REPETITIONS)
"""How it may be done."""
MOST_PICTURES: Final = 3
MOST_LINES: Final = 3
"""So many lines are said before it begins."""
Said = Mapping[Side, str]
"""What is said of either side."""


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """Everything about it but its pictures."""

    name: str
    how: tuple[str, ...]
    """What to do, in lines that are read and said."""
    position: Position
    method: Method
    sided: bool
    dose: Dose
    lines: Mapping[str, Said] = field(default_factory=dict)
    """What else is said, by code of the line."""


def codes(exercise: OwnExercise) -> tuple[str, ...]:
    """Codes of the lines that it needs beside what to do."""
    found = ("announce", "safety", "intent", "breathing", "pinch")
    return (*found, "switch") if exercise.sided else found
