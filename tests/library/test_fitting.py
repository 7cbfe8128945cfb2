"""What stands in for an exercise is in the library, and is what it promises to be."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from hipcoach.core.errors import UsageError
from hipcoach.core.exercise import Position
from hipcoach.core.fitting import ON_THE_KNEES, STAND_INS, fits, fitted
from hipcoach.core.plan_log import AboutYou
from hipcoach.library.load import load_library

LIBRARY = load_library()
PAIRS = [(name, other) for name, others in STAND_INS.items() for other in others]
USUAL = ("mat", "pad", "strap", "desk", "wall", "chair", "couch")


def about(*, kneels: bool, props: tuple[str, ...] | None) -> AboutYou:
    return AboutYou(UUID(int=1), datetime(2026, 3, 2, tzinfo=UTC), kneels=kneels, props=props)


@pytest.mark.parametrize(("name", "other"), PAIRS)
def test_it_serves_the_same_goal_and_comes_no_later(name: str, other: str) -> None:
    was, now = LIBRARY.exercises[name], LIBRARY.exercises[other]
    assert {*was.goals} & {*now.goals}
    assert not any((now.locked, now.acknowledge, now.off_by_default))
    assert now.position is not Position.KNEELING
    assert name != other


def test_what_rests_on_the_knees_is_in_the_library() -> None:
    assert {*LIBRARY.exercises} >= ON_THE_KNEES


@pytest.mark.parametrize("name", LIBRARY.routines)
def test_whoever_can_not_kneel_can_do_every_routine(name: str) -> None:
    found = fitted(LIBRARY.routines[name], LIBRARY.exercises, about(kneels=False, props=None))
    kneeling = Position.KNEELING
    assert not [
        step for step in found.routine.steps
        if LIBRARY.exercises[step.exercise].position is kneeling
    ]  # fmt: skip
    assert len(LIBRARY.routines[name].steps) == len(found.routine.steps)


@pytest.mark.parametrize("name", LIBRARY.routines)
def test_with_what_most_people_have_only_rolling_is_missing(name: str) -> None:
    person, routine = about(kneels=True, props=USUAL), LIBRARY.routines[name]
    rolls = "roll" in name
    assert fits(routine, LIBRARY.exercises, person) is not rolls
    if rolls:
        with pytest.raises(UsageError, match="nothing-fits"):
            fitted(routine, LIBRARY.exercises, person)
