"""Routines out of their files."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from hipcoach.core.exercise import Dose, Exercise, Method
from hipcoach.core.routine import Routine, Step
from hipcoach.core.wording import RoutineWords
from hipcoach.library.exercises import DOSES, REPEATING, repeats
from hipcoach.library.reading import (
    Field,
    Place,
    Shape,
    as_it_is,
    nearest,
    number,
    read_table,
    table,
    text,
    whole,
)
from hipcoach.library.words import ROUTINE

_ROUTINE: Final[Shape] = {
    "colour": Field(text),
    "order": Field(whole(0, 999), 0),
    "minutes": Field(number(0.5, 60), 0.0),
    "words": Field(table(ROUTINE)),
    "steps": Field(as_it_is),
}
_STEP: Final[Shape] = {"exercise": Field(text), "rung": Field(whole(1, 9), None)}


def read_routine(
    name: str,
    raw: object,
    place: Place,
    known: Collection[str],
    exercise: Callable[[str], Exercise],
) -> tuple[Routine, RoutineWords]:
    """A routine and its words; `exercise` gives those that it names, `known` are their ids.

    A step takes from the exercise's own dose what it does not set itself.
    """
    found = read_table(raw, _ROUTINE, place)
    if not isinstance(found["steps"], list):
        place.refuse("wrong-type", "steps", wanted="list")
    if not found["steps"]:
        place.refuse("missing-field", "steps")
    steps = tuple(
        _step(step, place.within(f"steps.{number}"), known, exercise)
        for number, step in enumerate(found["steps"], 1)
    )
    routine = Routine(name, steps, found["colour"], found["order"], found["minutes"])
    return routine, RoutineWords(**found["words"])


def _step(
    raw: object, place: Place, known: Collection[str], exercise: Callable[[str], Exercise]
) -> Step:
    if not isinstance(raw, dict):
        place.refuse("wrong-type", "", wanted="table")
    named = read_table({name: raw[name] for name in _STEP if name in raw}, _STEP, place)
    if named["exercise"] not in known:
        place.refuse(
            "unknown-exercise",
            "exercise",
            value=named["exercise"],
            nearest=nearest(named["exercise"], known),
        )
    practised = exercise(named["exercise"])
    rung = named["rung"]
    if rung is not None and rung > len(practised.rungs):
        place.refuse("out-of-bounds", "rung", value=rung, least=1, most=len(practised.rungs))
    dose = {
        name: Field(field.read, getattr(practised.dose, name))
        for name, field in DOSES[practised.method].items()
        if practised.method is not Method.HOLD or name not in REPEATING or repeats(practised)
    }
    given = {name: value for name, value in raw.items() if name not in _STEP}
    return Step(practised.id, Dose(**read_table(given, dose, place)), rung)
