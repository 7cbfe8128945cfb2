"""A routine leaves out what somebody can't do, and never asks for more than they have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.errors import UsageError
from hipcoach.core.exercise import Dose, Exercise, Method, Position
from hipcoach.core.fitting import (
    ON_THE_KNEES,
    STAND_INS,
    LeftOut,
    fits,
    fitted,
    hindrance,
    needed_props,
)
from hipcoach.core.plan_log import AboutYou
from hipcoach.core.routine import Routine, Sides, Step
from tests.core.sessions import exercise

PROPS = ("mat", "pad", "desk", "chair", "wall", "roller")
NAMES = sorted({*STAND_INS, *(one for ones in STAND_INS.values() for one in ones), "own-one"})


def about(*, kneels: bool | None = None, props: tuple[str, ...] | None = None) -> AboutYou:
    return AboutYou(UUID(int=1), datetime(2026, 3, 2, tzinfo=UTC), kneels=kneels, props=props)


def made(name: str, *props: str, position: Position = Position.STANDING) -> Exercise:
    return replace(exercise(name, position=position), props=props)


def routine(*names: str) -> Routine:
    return Routine("mine", tuple(Step(name, Dose(hold_s=20.0)) for name in names), "teal")


HALF_KNEELING = made("half-kneeling-hip-flexor", "pad", position=Position.KNEELING)
SPLIT = made("desk-split-stance", "desk")
EDGE = made("seated-edge-hip-flexor", "chair", position=Position.SEATED)
MARCH = made("stand-march")
KNOWN: Mapping[str, Exercise] = {one.id: one for one in (HALF_KNEELING, SPLIT, EDGE, MARCH)}
TWO = routine("stand-march", "half-kneeling-hip-flexor")


def test_who_was_never_asked_is_spared_nothing() -> None:
    for unknown in (None, about()):
        assert TWO == fitted(TWO, KNOWN, unknown).routine
        assert fits(TWO, KNOWN, unknown)


def test_standing_takes_the_place_of_kneeling() -> None:
    found = fitted(TWO, KNOWN, about(kneels=False))
    assert ["stand-march", "desk-split-stance"] == [one.exercise for one in found.routine.steps]
    why = LeftOut("half-kneeling-hip-flexor", kneeling=True, props=(), instead="desk-split-stance")
    assert (why,) == found.left_out


def test_who_can_kneel_and_has_the_pad_keeps_it() -> None:
    assert TWO == fitted(TWO, KNOWN, about(kneels=True, props=("pad",))).routine


def test_a_prop_that_is_not_at_hand_is_named() -> None:
    (why,) = fitted(TWO, KNOWN, about(kneels=True, props=("desk",))).left_out
    assert ("pad",) == why.props
    assert not why.kneeling


def test_the_next_one_stands_in_where_the_nearest_has_no_prop() -> None:
    (why,) = fitted(TWO, KNOWN, about(kneels=False, props=("pad", "chair"))).left_out
    assert "seated-edge-hip-flexor" == why.instead


def test_without_anything_in_its_place_it_is_left_out() -> None:
    found = fitted(TWO, KNOWN, about(kneels=False, props=("pad",)))
    assert ["stand-march"] == [one.exercise for one in found.routine.steps]
    assert "" == found.left_out[0].instead


def test_what_is_in_the_routine_already_does_not_stand_in() -> None:
    both = routine("desk-split-stance", "half-kneeling-hip-flexor")
    (why,) = fitted(both, KNOWN, about(kneels=False)).left_out
    assert "seated-edge-hip-flexor" == why.instead


def test_two_never_have_the_same_in_their_place() -> None:
    couch = made("couch-stretch", "couch", position=Position.KNEELING)
    known = {**KNOWN, couch.id: couch}
    found = fitted(routine("half-kneeling-hip-flexor", "couch-stretch"), known, about(kneels=False))
    instead = [why.instead for why in found.left_out]
    assert ["desk-split-stance", "seated-edge-hip-flexor"] == instead


def test_what_comes_twice_is_replaced_twice_and_told_once() -> None:
    twice = routine("half-kneeling-hip-flexor", "stand-march", "half-kneeling-hip-flexor")
    found = fitted(twice, KNOWN, about(kneels=False))
    steps = [one.exercise for one in found.routine.steps]
    assert ["desk-split-stance", "stand-march", "desk-split-stance"] == steps
    assert 1 == len(found.left_out)


def test_what_lies_and_rests_on_the_knees_is_left_out_too() -> None:
    plank = made("plank", position=Position.LYING)
    assert hindrance(plank, about(kneels=False))
    assert hindrance(plank, about(kneels=True)) is None


@pytest.mark.parametrize(
    "later",
    [{"locked_until_level": 2}, {"acknowledge": True}, {"off_by_default": True}],
)
def test_what_comes_later_does_not_stand_in(later: dict[str, int]) -> None:
    known = {**KNOWN, SPLIT.id: replace(SPLIT, **later)}  # type: ignore[arg-type] # one of three
    (why,) = fitted(TWO, known, about(kneels=False)).left_out
    assert "seated-edge-hip-flexor" == why.instead


def test_a_dose_goes_on_where_it_is_done_in_the_same_way() -> None:
    step = Step("half-kneeling-hip-flexor", Dose(hold_s=42.0), rung=3, sides=Sides.LEFT, rest_s=9)
    one = Routine("mine", (step,), "teal")
    (same,) = fitted(one, KNOWN, about(kneels=False)).routine.steps
    assert replace(step, exercise="desk-split-stance", rung=None) == same
    swung = replace(SPLIT, method=Method.REPETITIONS, dose=Dose(reps=8, rep_s=2.0))
    (other,) = fitted(one, {**KNOWN, SPLIT.id: swung}, about(kneels=False)).routine.steps
    assert swung.dose == other.dose


def test_a_routine_of_which_nothing_is_left_says_why() -> None:
    with pytest.raises(UsageError) as told:
        fitted(
            routine("half-kneeling-hip-flexor"), KNOWN, about(kneels=False, props=("mat", "roller"))
        )
    assert ("nothing-fits", True, ("pad",)) == (
        told.value.code,
        told.value.details["kneeling"],
        told.value.details["props"],
    )


def test_only_props_that_something_needs_are_asked_for() -> None:
    optional = replace(MARCH, optional_props=("roller",))
    again = made("leg-swings", "desk")
    known = {one.id: one for one in (HALF_KNEELING, EDGE, optional, SPLIT, again)}
    assert ("desk", "chair", "pad") == needed_props(known)


EXERCISES = st.fixed_dictionaries(
    {
        name: st.builds(
            lambda position, props, method, later, name=name: replace(
                exercise(name, position=position, method=method),
                props=props,
                locked_until_level=later,
            ),
            st.sampled_from(Position),
            st.lists(st.sampled_from(PROPS), max_size=2, unique=True).map(tuple),
            st.sampled_from(Method),
            st.sampled_from([0, 0, 2]),
        )
        for name in NAMES
    }
)
ROUTINES = st.lists(st.sampled_from(NAMES), min_size=1, max_size=6).map(lambda n: routine(*n))
ABOUT = st.builds(
    lambda kneels, props: about(kneels=kneels, props=props),
    st.sampled_from([None, True, False]),
    st.none() | st.lists(st.sampled_from(PROPS), unique=True).map(tuple),
)


@given(ROUTINES, EXERCISES, ABOUT)
def test_nothing_is_left_that_somebody_can_not_do(
    asked: Routine, known: Mapping[str, Exercise], person: AboutYou
) -> None:
    try:
        found = fitted(asked, known, person)
    except UsageError:
        assert all(hindrance(known[step.exercise], person) for step in asked.steps)
        return
    assert fits(found.routine, known, person)
    assert 0 < len(found.routine.steps) <= len(asked.steps)
    kept = [step for step in asked.steps if hindrance(known[step.exercise], person) is None]
    ours = {why.instead for why in found.left_out}
    assert kept == [step for step in found.routine.steps if step.exercise not in ours]
    gone = {why.exercise for why in found.left_out}
    assert gone == {step.exercise for step in asked.steps} - {step.exercise for step in kept}
    assert fits(asked, known, person) is (not gone)


@given(ROUTINES, EXERCISES, ABOUT)
def test_who_can_do_more_is_left_out_less(
    asked: Routine, known: Mapping[str, Exercise], person: AboutYou
) -> None:
    able = replace(person, kneels=True, props=None if person.props is None else PROPS)
    hindered = {step.exercise for step in asked.steps if hindrance(known[step.exercise], person)}
    assert hindered >= {s.exercise for s in asked.steps if hindrance(known[s.exercise], able)}


def test_nothing_on_the_knees_stands_in() -> None:
    assert not ON_THE_KNEES & {one for ones in STAND_INS.values() for one in ones}
