"""The pictures of the self-check, held to the same facts as the exercises' own."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, degrees

import pytest

from hipcoach.core.figure.checks import problems
from hipcoach.core.figure.pose import Pose
from hipcoach.core.figure.skeleton import solve
from hipcoach.core.self_check import QUESTIONS, Question
from hipcoach.core.self_check_poses import range_pose, sign_pose

LOOKS = [(question, code) for question in QUESTIONS if question.looks for code in question.choices]
SIGNS = [question.topic for question in QUESTIONS if not question.looks]
POSES = {
    **{f"{question.key} {code}": range_pose(question, code) for question, code in LOOKS},
    **{str(topic): sign_pose(topic) for topic in SIGNS},
}


def _thigh(pose: Pose) -> float:
    """How far the near thigh stands up from lying flat, in degrees."""
    leg = solve(pose).near
    return degrees(atan2(leg.knee[1] - leg.hip[1], leg.knee[0] - leg.hip[0]))


@pytest.mark.parametrize("name", POSES)
def test_a_body_can_do_it_and_hands_meet_what_they_hold(name: str) -> None:
    assert [] == [*problems(POSES[name])]


@pytest.mark.parametrize("name", POSES)
def test_no_muscle_glows_that_would_name_a_cause(name: str) -> None:
    assert () == POSES[name].muscles


@pytest.mark.parametrize(
    ("code", "least", "most"),
    [("short", 60, 85), ("upright", 85, 95), ("past-upright", 100, 115), ("belly", 118, 130)],
)
def test_a_knee_comes_as_far_as_its_answer_says(code: str, least: float, most: float) -> None:
    for question in QUESTIONS:
        if code in question.choices:
            assert least <= _thigh(range_pose(question, code)) <= most


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one.looks], ids=lambda q: q.key)
def test_each_answer_can_be_told_from_the_next(question: Question) -> None:
    angles = [_thigh(range_pose(question, code)) for code in question.choices]
    assert all(abs(one - other) >= 10 for one, other in pairwise(angles))


def test_a_thigh_that_rests_lies_on_the_bed_and_the_shin_hangs_beyond_it() -> None:
    (hang,) = [one for one in QUESTIONS if one.key == "leg-hang/left"]
    pose = range_pose(hang, "rests")
    bed, leg = pose.props[0], solve(pose).near
    assert abs(_thigh(pose)) <= 8
    assert leg.hip[0] < bed.x < leg.knee[0]
    assert leg.ankle[1] < bed.y
    assert 0 < leg.toe[1]
    assert all(
        solve(range_pose(hang, code)).near.knee[1] > leg.knee[1] for code in ("high", "above")
    )
