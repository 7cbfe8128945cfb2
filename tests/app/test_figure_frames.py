"""The picture of each moment of a session."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hipcoach.app.figure_frames import EASE_S, frame_of, scope_of
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.timeline import Phase, Segment, Timeline
from tests.app.practice import content, plan

ROUTINES = ("first-warm-up", "gentle-start", "strong-hips", "desk-reset-seated")
POSES = content().poses


def _timeline(routine: str) -> Timeline:
    return plan(routine).timeline(lambda _: 1.0)


def _frame(
    timeline: Timeline, segment: Segment, elapsed_s: float, *, moving: bool = True
) -> FigureFrame:
    return frame_of(timeline, segment, elapsed_s, POSES, moving=moving)


@pytest.mark.parametrize("routine", ROUTINES)
def test_all_of_a_step_has_one_scope(routine: str) -> None:
    timeline = _timeline(routine)
    for before, after in pairwise(timeline.segments):
        same = scope_of(timeline, before, POSES) == scope_of(timeline, after, POSES)
        assert same or before.step != after.step


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_scope_holds_all_poses_of_its_step_and_none_of_another(routine: str) -> None:
    timeline = _timeline(routine)
    for segment in timeline.segments:
        scope = _frame(timeline, segment, 0.0).scope
        assert POSES[segment.pose_to] in scope
        own = [pose for name, pose in POSES.items() if name.startswith(segment.exercise + "/")]
        assert all(pose in own for pose in scope)
        if segment.reps:
            assert POSES[segment.pose_from] in scope


def test_a_new_step_is_arrived_at_from_the_one_before() -> None:
    timeline = _timeline("first-warm-up")
    last, first = next((a, b) for a, b in pairwise(timeline.segments) if a.step != b.step)
    start, halfway, there = (_frame(timeline, first, s) for s in (0.0, EASE_S / 2, EASE_S))
    assert _frame(timeline, last, last.length_s).scope == start.scope_before
    assert pytest.approx((0.0, 0.5, 1.0)) == (start.arrived, halfway.arrived, there.arrived)


def test_within_a_step_nothing_has_to_be_arrived_at() -> None:
    timeline = _timeline("first-warm-up")
    steps = [b for a, b in pairwise(timeline.segments) if a.step == b.step]
    assert {1.0} == {_frame(timeline, segment, 0.0).arrived for segment in steps}


def test_with_reduced_motion_the_picture_has_arrived_at_once() -> None:
    timeline = _timeline("gentle-start")
    frames = [_frame(timeline, segment, 0.0, moving=False) for segment in timeline.segments]
    assert {1.0} == {frame.arrived for frame in frames}
    assert {1.0} == {frame.fade for frame in frames}


def test_hold_still_is_said_in_contractions_alone() -> None:
    timeline = _timeline("gentle-start")
    held = {
        segment.phase
        for segment in timeline.segments
        if _frame(timeline, segment, segment.length_s).holding
    }
    assert {Phase.CONTRACT} == held
