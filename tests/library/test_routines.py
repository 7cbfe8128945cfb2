"""The routines that come with HipCoach: their order, and what is fair to hips and sides."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest

from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.cueing import estimate_s
from hipcoach.core.exercise import Goal, Method, Position
from hipcoach.core.routine import Routine
from hipcoach.core.side import Side
from hipcoach.core.timeline import Timeline
from hipcoach.library.load import load_library, load_wording

LIBRARY = load_library()
WORDING = load_wording()
ROUTINES = sorted(LIBRARY.routines.values(), key=lambda routine: routine.order)
WARM_UPS = ("first-warm-up", "ramp-warm-up")
BEGIN_COLD = {
    *("gentle-start", "cool-down", "roll-and-release"),
    *("desk-reset", "desk-reset-seated", "desk-reset-kneeling"),
}
"""So gentle, so short, or done after sport: they need no warming up."""

every = pytest.mark.parametrize("routine", ROUTINES, ids=[routine.id for routine in ROUTINES])


def _timeline(routine: Routine) -> Timeline:
    return compile_timeline(
        routine,
        LIBRARY.exercises,
        lambda text: estimate_s(WORDING.words(text)),
        CompileOptions(),
    )


def _practised_s(timeline: Timeline, side: Side) -> dict[str, float]:
    """Seconds of work by exercise on one side."""
    seconds: dict[str, float] = {}
    for segment in timeline.segments:
        if segment.phase.practised and segment.side is side:
            seconds[segment.exercise] = seconds.get(segment.exercise, 0.0) + segment.length_s
    return seconds


def test_newcomers_are_offered_gentle_start_first() -> None:
    assert "gentle-start" == ROUTINES[0].id
    assert len(ROUTINES) == len({routine.order for routine in ROUTINES})


@every
def test_both_sides_work_alike(routine: Routine) -> None:
    timeline = _timeline(routine)

    assert _practised_s(timeline, Side.LEFT) == _practised_s(timeline, Side.RIGHT)


@every
def test_nobody_gets_up_only_to_lie_down_again(routine: Routine) -> None:
    positions = [LIBRARY.exercises[step.exercise].position for step in routine.steps]
    visited = [position for position, _ in groupby(positions)]

    assert len(visited) == len(set(visited))


@every
def test_what_is_long_begins_with_moving(routine: Routine) -> None:
    first = LIBRARY.exercises[routine.steps[0].exercise]

    assert (Goal.WARM_UP in first.goals) is (routine.id not in BEGIN_COLD)


@every
def test_no_two_lines_are_said_at_once(routine: Routine) -> None:
    cues = _timeline(routine).cues

    assert [] == [(one, two) for one, two in pairwise(cues) if one.end_s > two.at_s + 1e-6]


@pytest.mark.parametrize("name", WARM_UPS)
def test_a_warm_up_stays_on_its_feet_and_holds_nothing_for_long(name: str) -> None:
    routine = LIBRARY.routines[name]
    exercises = [LIBRARY.exercises[step.exercise] for step in routine.steps]
    holds = [
        step.dose.hold_s
        for step, exercise in zip(routine.steps, exercises, strict=True)
        if exercise.method is Method.HOLD
    ]

    assert {Position.STANDING} == {exercise.position for exercise in exercises}
    assert max(holds) <= 20


def test_balanced_hips_holds_a_minute_a_side_of_thigh_and_flexors_and_bends_as_well() -> None:
    seconds = _practised_s(_timeline(LIBRARY.routines["balanced-hips"]), Side.RIGHT)

    assert 60 == seconds["standing-quad"]
    assert 60 == seconds["half-kneeling-hip-flexor"]
    assert seconds["knee-to-chest-pnf"] >= 30


@pytest.mark.parametrize(
    ("name", "position"),
    [
        ("desk-reset", Position.STANDING),
        ("desk-reset-seated", Position.SEATED),
        ("desk-reset-kneeling", Position.KNEELING),
    ],
)
def test_each_desk_reset_opens_the_hips_in_its_own_position(name: str, position: Position) -> None:
    (step,) = LIBRARY.routines[name].steps
    exercise = LIBRARY.exercises[step.exercise]

    assert position is exercise.position
    assert Goal.EXTENSION in exercise.goals
