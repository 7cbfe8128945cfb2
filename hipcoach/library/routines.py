"""Routines out of their files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, Final, TypeGuard

from hipcoach.core.bounds import DOSES, MOST_STEPS, NAME_LENGTH, REST_S, SUMMARY_LENGTH, dose_of
from hipcoach.core.errors import ContentError
from hipcoach.core.exercise import Exercise
from hipcoach.core.routine import Routine, Sides, Step
from hipcoach.core.wording import RoutineWords
from hipcoach.library.reading import (
    Field,
    Place,
    Shape,
    as_it_is,
    bounded,
    choice,
    nearest,
    number,
    read_what_can_be,
    short_text,
    text,
    whole,
)

_ROUTINE: Final[Shape] = {
    "colour": Field(text),
    "order": Field(whole(0, 999), 0),
    "minutes": Field(number(0.5, 60), 0.0),
    "words": Field(as_it_is),
    "steps": Field(as_it_is),
}
_WORDS: Final[Shape] = {
    "name": Field(short_text(NAME_LENGTH)),
    "summary": Field(short_text(SUMMARY_LENGTH)),
}
_STEP: Final[Shape] = {
    "exercise": Field(text),
    "rung": Field(whole(1, 9), None),
    "sides": Field(choice(Sides), Sides.BOTH),
    "rest_s": Field(bounded(REST_S), REST_S.default),
}
_OF_ANY: Final[Shape] = {
    **{name: Field(as_it_is, None) for fields in DOSES.values() for name in fields},
    **{name: field for name, field in _STEP.items() if name != "exercise"},
}
"""A step whose exercise is not known: nobody can say what its dose may hold."""

Known = Callable[[str], Exercise]
"""Gives an exercise by its id."""
Read = tuple[dict[str, Any], list[ContentError]]


def read_routine(
    name: str, raw: object, place: Place, known: Collection[str], exercise: Known
) -> tuple[Routine, RoutineWords]:
    """A routine and its words; `exercise` gives those that it names, `known` are their ids.

    A step takes from the exercise's own dose what it does not set itself.
    Raises ContentError for the first fault.
    """
    found, faults = _read(raw, place, known, exercise)
    if faults:
        raise faults[0]
    routine = Routine(name, found["steps"], found["colour"], found["order"], found["minutes"])
    return routine, RoutineWords(**found["words"])


def routine_faults(
    raw: object, place: Place, known: Collection[str], exercise: Known
) -> tuple[ContentError, ...]:
    """Everything that is wrong with a routine, each fault by itself."""
    return tuple(_read(raw, place, known, exercise)[1])


def _read(raw: object, place: Place, known: Collection[str], exercise: Known) -> Read:
    """What can be read of a routine, and everything that is wrong with it."""
    found, faults = read_what_can_be(raw, _ROUTINE, place)
    if "words" in found:
        found["words"], wrong = read_what_can_be(found["words"], _WORDS, place.within("words"))
        faults = [*wrong, *faults]
    if "steps" in found:
        try:
            steps = _listed(found["steps"], place)
        except ContentError as fault:
            return found, [*faults, fault]
        found["steps"] = ()
        for number_, step in enumerate(steps, 1):
            made, wrong = _step(step, place.within(f"steps.{number_}"), known, exercise)
            found["steps"] += (made,)
            faults += wrong
    return found, faults


def _listed(steps: object, place: Place) -> list[object]:
    if not isinstance(steps, list):
        place.refuse("wrong-type", "steps", wanted="list")
    if not steps:
        place.refuse("missing-field", "steps")
    if len(steps) > MOST_STEPS:
        place.refuse("out-of-bounds", "steps", value=len(steps), least=1, most=MOST_STEPS)
    return steps


def _step(
    raw: object, place: Place, known: Collection[str], exercise: Known
) -> tuple[Step | None, list[ContentError]]:
    """A step, or everything that is wrong with it."""
    try:
        practised = _exercise(raw, place, known, exercise)
    except ContentError as fault:
        rest = {name: raw[name] for name in raw if name != "exercise"} if _is_table(raw) else {}
        return None, [fault, *read_what_can_be(rest, _OF_ANY, place)[1]]
    shape = {**_STEP, "rung": Field(whole(1, len(practised.rungs)), None), **_dose(practised)}
    found, faults = read_what_can_be(raw, shape, place)
    if not practised.sided and found.get("sides", Sides.BOTH) is not Sides.BOTH:
        faults.append(ContentError("no-sides", file=place.file, entry=place.entry, field="sides"))
    if faults:
        return None, faults
    own = {name: found.pop(name) for name in _STEP}
    dose = replace(practised.dose, **found)
    return Step(practised.id, dose, own["rung"], own["sides"], own["rest_s"]), []


def _is_table(raw: object) -> TypeGuard[dict[str, object]]:
    return isinstance(raw, dict)


def _exercise(raw: object, place: Place, known: Collection[str], exercise: Known) -> Exercise:
    """The exercise that a step names; raises ContentError where it names none."""
    if not isinstance(raw, dict):
        place.refuse("wrong-type", "", wanted="table")
    if "exercise" not in raw:
        place.refuse("missing-field", "exercise")
    name = text(raw["exercise"], place, "exercise")
    if name not in known:
        place.refuse("unknown-exercise", "exercise", value=name, nearest=nearest(name, known))
    return exercise(name)


def _dose(practised: Exercise) -> Mapping[str, Field]:
    """The shape of a dose of this exercise, its own where nothing is given."""
    return {
        name: Field(bounded(bound), getattr(practised.dose, name))
        for name, bound in dose_of(practised).items()
    }
