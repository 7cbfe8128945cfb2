from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given

from hipcoach.core.balance import (
    BOTH,
    Balance,
    Seconds,
    Volume,
    balance_of,
    stretches,
    suggest,
    work_of,
)
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.exercise import Contraction, Dose, Exercise, Goal, Method
from hipcoach.core.journal import HOLDS, SegmentDone, SessionOpened, SessionRecord, Shell
from hipcoach.core.routine import Routine, Sides, Step
from hipcoach.core.side import Side
from tests.core.sessions import Case, cases, exercise, rung

AT = datetime(2026, 1, 5, 18, tzinfo=UTC)
LEFT, RIGHT = Side


def _exercise(name: str, *goals: Goal, muscles: tuple[str, ...] = (), **changed: Any) -> Exercise:
    plain = exercise(name, dose=Dose(hold_s=30.0))
    return replace(plain, goals=goals, muscles=muscles, **changed)


BEND = _exercise("bend", Goal.FLEXION, muscles=("glute-max",))
OPEN = _exercise("open", Goal.EXTENSION, muscles=("iliopsoas", "tfl"))
STRONG = _exercise("strong", Goal.STRENGTH, muscles=("glute-max",))
SWING = _exercise(
    "swing",
    Goal.EXTENSION,
    muscles=("iliopsoas",),
    method=Method.REPETITIONS,
    dose=Dose(reps=10, rep_s=2.0),
)
ALL = {each.id: each for each in (BEND, OPEN, STRONG, SWING)}


def _record(*done: tuple[str, Side | None, float], phase: str = "work") -> SessionRecord:
    opened = SessionOpened(UUID(int=1), AT, "UTC", "routine", Shell.WINDOW, RIGHT, (), 600.0, "1.0")
    segments = tuple(
        SegmentDone(
            UUID(int=index + 2),
            opened.id,
            AT + timedelta(seconds=index),
            index,
            index,
            phase,
            name,
            side,
            1,
            seconds,
            seconds,
            completed=True,
        )
        for index, (name, side, seconds) in enumerate(done)
    )
    return SessionRecord(opened, segments, (), None, None)


def _routine(name: str, *steps: Step, order: int = 0) -> Routine:
    return Routine(name, steps, "teal", order=order)


def _step(each: Exercise, **changed: Any) -> Step:
    return Step(each.id, each.dose, **changed)


def test_a_week_is_counted_by_direction_and_muscle() -> None:
    found = balance_of(
        [
            _record(("bend", LEFT, 60), ("bend", RIGHT, 60)),
            _record(("open", RIGHT, 40), ("open", LEFT, 30)),
        ],
        ALL,
    )

    assert (Seconds(60, 60), Seconds(30, 40)) == (found.flexion, found.extension)
    assert {
        "glute-max": Seconds(60, 60),
        "iliopsoas": Seconds(30, 40),
        "tfl": Seconds(30, 40),
    } == found.muscles


def test_a_muscle_has_the_minutes_of_the_side_that_had_less() -> None:
    found = balance_of([_record(("open", RIGHT, 90), ("open", LEFT, 30))], ALL)

    assert (0.5, 0.0) == (found.minutes("tfl"), found.minutes("glute-max"))


def test_work_without_sides_counts_for_both() -> None:
    assert Seconds(30, 30) == balance_of([_record(("bend", None, 30))], ALL).flexion


def test_only_what_is_practised_counts() -> None:
    assert Balance() == balance_of([_record(("bend", LEFT, 60), phase="rest")], ALL)
    assert (
        Seconds(60, 0) == balance_of([_record(("bend", LEFT, 60), phase="contract")], ALL).flexion
    )


def test_an_exercise_that_is_gone_is_left_out() -> None:
    assert Balance() == balance_of([_record(("gone", LEFT, 60))], ALL)


def test_strength_and_swings_stretch_no_muscle() -> None:
    found = balance_of([_record(("strong", None, 60), ("swing", None, 20))], ALL)

    assert {} == found.muscles
    assert (Seconds(), Seconds(20, 20)) == (found.flexion, found.extension)
    assert [True, True, False, False] == [stretches(each) for each in ALL.values()]


@pytest.mark.parametrize(
    ("seconds", "volume"),
    [
        (0, Volume.LITTLE),
        (299, Volume.LITTLE),
        (300, Volume.ENOUGH),
        (600, Volume.ENOUGH),
        (601, Volume.PLENTY),
    ],
)
def test_five_to_ten_minutes_are_enough(seconds: float, volume: Volume) -> None:
    assert volume is balance_of([_record(("bend", None, seconds))], ALL).volume("glute-max")


@pytest.mark.parametrize(
    ("bent", "opened", "leans"),
    [
        (0, 0, None),
        (60, 60, None),
        (60, 30, None),
        (61, 30, Goal.FLEXION),
        (30, 60, None),
        (30, 61, Goal.EXTENSION),
        (10, 0, Goal.FLEXION),
    ],
)
def test_a_week_leans_where_one_direction_has_more_than_twice_the_other(
    bent: float, opened: float, leans: Goal | None
) -> None:
    found = balance_of([_record(("bend", None, bent), ("open", None, opened))], ALL)

    assert leans is found.leans_to


def test_the_routine_that_takes_the_lean_away_is_suggested() -> None:
    routines = [_routine("bending", _step(BEND)), _routine("opening", _step(OPEN))]
    bent = balance_of([_record(("bend", None, 60))], ALL)
    opened = balance_of([_record(("open", None, 60))], ALL)

    assert "opening" == suggest(routines, ALL, bent)
    assert "bending" == suggest(routines, ALL, opened)


def test_balance_goes_before_minutes() -> None:
    both = _routine("both", _step(BEND), _step(OPEN))
    long = _routine("long", Step("open", Dose(hold_s=120.0)), _step(BEND))

    assert "both" == suggest([long, both], ALL, Balance())


def test_then_the_one_that_fills_most() -> None:
    short = _routine("a-short-one", _step(BEND), _step(OPEN))
    full = _routine("full", _step(BEND), _step(OPEN), _step(BEND), _step(OPEN))

    assert "full" == suggest([short, full], ALL, Balance())
    done = balance_of([_record(("bend", None, 600), ("open", None, 600))], ALL)
    assert "a-short-one" == suggest([short, full], ALL, done)


def test_then_the_one_that_is_nearest_to_even_then_order_then_id() -> None:
    done = balance_of([_record(("bend", None, 640), ("open", None, 600))], ALL)
    opening = _routine("z-opening", _step(OPEN), order=9)
    bending = _routine("a-bending", _step(BEND))

    assert "z-opening" == suggest([bending, opening], ALL, done)
    twins = [_routine("b", _step(BEND), order=2), _routine("c", _step(BEND), order=1)]
    assert "c" == suggest(twins, ALL, done)
    assert "b" == suggest([twins[0], replace(twins[1], order=2)], ALL, done)


def test_without_routines_nothing_is_suggested() -> None:
    assert suggest([], ALL, Balance()) is None


@given(cases(adjusted=False))
def test_a_routine_amounts_to_what_its_session_holds(case: Case) -> None:
    exercises = {
        name: replace(each, goals=(Goal.FLEXION,)) for name, each in case.exercises.items()
    }
    timeline = compile_timeline(
        case.routine, exercises, case.length_s, CompileOptions(first_side=case.options.first_side)
    )
    held = Balance()
    for segment in timeline.segments:
        if segment.phase in HOLDS:
            sides = BOTH if segment.side is None else (segment.side,)
            held = held.adding(exercises[segment.exercise], segment.length_s, sides)

    found = work_of(case.routine, exercises).flexion
    assert pytest.approx((held.flexion.left, held.flexion.right)) == (found.left, found.right)


def test_a_routine_on_one_side_works_that_side() -> None:
    one = _routine("one", _step(BEND, sides=Sides.LEFT))
    flat = {"bend": replace(BEND, sided=False)}

    assert Seconds(30, 0) == work_of(one, ALL).flexion
    assert Seconds(30, 30) == work_of(one, flat).flexion


def test_a_routine_with_a_rung_of_its_own_works_on_that() -> None:
    push = Contraction("push", "a", "a", placed=False)
    ladder = (rung(1, contractions=(push,)), rung(2, contractions=(push, push)))
    each = replace(BEND, method=Method.CONTRACTIONS, rungs=ladder)
    dose = Dose(sets=2, cycles=3, contract_s=5.0, hold_s=15.0)

    assert Seconds(60, 60) == work_of(_routine("r", Step("bend", dose)), {"bend": each}).flexion
    assert (
        Seconds(90, 90)
        == work_of(_routine("r", Step("bend", dose, rung=2)), {"bend": each}).flexion
    )
