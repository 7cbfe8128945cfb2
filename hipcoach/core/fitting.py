"""A routine made to fit: without what somebody can't kneel for, or has no props for.

What stands in for an exercise is a list and no rule: it serves the same goal, asks for no more,
and was chosen by hand, as a physiotherapist would swap one for the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from hipcoach.core.errors import UsageError
from hipcoach.core.exercise import Exercise, Position
from hipcoach.core.plan_log import AboutYou
from hipcoach.core.routine import Routine, Step
from hipcoach.core.value import value

ON_THE_KNEES: Final = frozenset({"plank"})
"""Exercises that are not done kneeling, and rest on the knees all the same."""
STAND_INS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "half-kneeling-hip-flexor": ("desk-split-stance", "seated-edge-hip-flexor"),
        "couch-stretch": ("standing-quad", "desk-split-stance", "seated-edge-hip-flexor"),
        "desk-split-stance": ("seated-edge-hip-flexor",),
        "seated-edge-hip-flexor": ("desk-split-stance",),
        "standing-quad": ("desk-split-stance", "seated-edge-hip-flexor"),
        "bird-dog": ("glute-bridge", "sit-to-stand", "glute-squeeze"),
        "plank": ("glute-bridge", "glute-squeeze"),
        "glute-bridge": ("sit-to-stand", "glute-squeeze"),
        "clamshell": ("glute-squeeze",),
        "knee-to-chest-strap": ("supine-knee-to-chest", "seated-figure-4"),
        "knee-to-chest-twist": ("seated-figure-4",),
        "knee-to-chest-pnf": ("seated-figure-4",),
        "knee-to-chest-positions": ("seated-figure-4",),
        "knee-to-chest-vectors": ("seated-figure-4",),
        "supine-knee-to-chest": ("seated-figure-4",),
        "leg-swings": ("stand-march",),
        "seated-pelvic-tilt": ("stand-march",),
    }
)
"""What takes the place of an exercise, the nearest first."""


@value
class LeftOut:
    """An exercise that is not in the routine any more, and why."""

    exercise: str
    kneeling: bool
    """Whether it loads the knees of somebody who can't kneel."""
    props: tuple[str, ...]
    """Codes of the props that it needs and that are not at hand."""
    instead: str = ""
    """The exercise in its place; empty: none."""


@value
class Fitted:
    """A routine as somebody can do it."""

    routine: Routine
    left_out: tuple[LeftOut, ...] = ()
    """Each exercise once, in the order of the routine."""


def hindrance(exercise: Exercise, about: AboutYou | None) -> LeftOut | None:
    """Why somebody can't do an exercise; `None`: they can, as far as they have said."""
    if about is None:
        return None
    on_knees = exercise.position is Position.KNEELING or exercise.id in ON_THE_KNEES
    kneeling = about.kneels is False and on_knees
    missing = (
        () if about.props is None else tuple(p for p in exercise.props if p not in about.props)
    )
    return LeftOut(exercise.id, kneeling, missing) if kneeling or missing else None


def needed_props(exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Codes of all props that some exercise can't do without, the most wanted first."""
    wanted = Counter(prop for one in exercises.values() for prop in one.props)
    return tuple(sorted(wanted, key=lambda prop: (-wanted[prop], prop)))


def fits(routine: Routine, exercises: Mapping[str, Exercise], about: AboutYou | None) -> bool:
    """Whether somebody can do all of a routine, so that nothing else has to be read for it."""
    return not any(hindrance(exercises[step.exercise], about) for step in routine.steps)


def fitted(routine: Routine, exercises: Mapping[str, Exercise], about: AboutYou | None) -> Fitted:
    """The routine without what somebody can't do, and with what stands in for it.

    What stands in is taken from `exercises`; it is not there twice, and nothing that comes
    later on the ramp stands in. It has the step's dose where it is done in the same way, else
    its own.
    Raises UsageError (`nothing-fits`) where nothing would be left; details: `kneeling`, `props`.
    """
    steps: list[Step] = []
    gone: dict[str, LeftOut] = {}
    taken = {step.exercise for step in routine.steps}
    for step in routine.steps:
        hindered = hindrance(exercises[step.exercise], about)
        if hindered is None:
            steps.append(step)
            continue
        if step.exercise not in gone:
            instead = _stand_in(step.exercise, exercises, about, taken)
            gone[step.exercise] = replace(hindered, instead=instead)
            taken.add(instead)
        instead = gone[step.exercise].instead
        if instead:
            steps.append(_with(step, exercises[step.exercise], exercises[instead]))
    if not steps:
        raise UsageError("nothing-fits", _why(gone.values()))
    return Fitted(replace(routine, steps=tuple(steps)), tuple(gone.values()))


def _stand_in(
    name: str, exercises: Mapping[str, Exercise], about: AboutYou | None, taken: Collection[str]
) -> str:
    """What takes the place of an exercise; empty where nothing does."""
    for other in STAND_INS.get(name, ()):
        if other in taken or other not in exercises:
            continue
        one = exercises[other]
        later = one.locked or one.acknowledge or one.off_by_default
        if not later and hindrance(one, about) is None:
            return other
    return ""


def _with(step: Step, was: Exercise, now: Exercise) -> Step:
    """A step with another exercise, on the person's own rung of that."""
    dose = step.dose if was.method is now.method else now.dose
    return replace(step, exercise=now.id, dose=dose, rung=None)


def _why(gone: Iterable[LeftOut]) -> dict[str, object]:
    """What is in the way of a whole routine."""
    rows = tuple(gone)
    props = dict.fromkeys(prop for one in rows for prop in one.props)
    return {"kneeling": any(one.kneeling for one in rows), "props": tuple(props)}
