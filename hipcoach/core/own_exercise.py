"""An exercise that somebody was given, by a physiotherapist perhaps, as it is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from hipcoach.core.bounds import LONGEST_LINE, MOST_SET_UP
from hipcoach.core.exercise import Dose, Method, Position
from hipcoach.core.side import Side
from hipcoach.core.value import value

METHODS: Final = (Method.HOLD, Method.REPETITIONS)
"""How it may be done."""
MOST_PICTURES: Final = 3
LONGEST_NAME: Final = 8
"""Words: it is said together with the side."""
Said = Mapping[Side, str]
"""What is said of either side."""


@value
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


def missing(exercise: OwnExercise, pictures: int) -> tuple[str, str]:
    """What it lacks first, as a code and what it is about; two empty texts: nothing."""
    if not exercise.name.strip():
        return "name", ""
    if len(exercise.name.split()) > LONGEST_NAME:
        return "long-name", ""
    if not exercise.how:
        return "how", ""
    if len(exercise.how) > MOST_SET_UP:
        return "many-lines", ""
    long = [line for line in exercise.how if len(line.split()) > LONGEST_LINE]
    if long:
        return "long-line", long[0]
    return ("", "") if pictures else ("picture", "")
