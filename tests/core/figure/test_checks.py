from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from hipcoach.core.figure.checks import Problem, out_of_range, problems
from hipcoach.core.figure.pose import Contact, Grip, Limbs, Pose, Prop
from tests.core.figure.bodies import poses


def codes(pose: Pose) -> list[tuple[str, str]]:
    return [(problem.code, problem.field) for problem in problems(pose)]


HOOK = Limbs(hip=45, knee=95.3, ankle=-39.7)
LYING = Pose(
    trunk=-90, near=HOOK, far=HOOK, planted=(Contact("back"), Contact("head"), Contact("foot-far"))
)


def test_a_sound_pose_has_no_problems() -> None:
    assert [] == codes(Pose())
    assert [] == codes(LYING)


@given(poses())
def test_angles_within_the_ranges_are_never_out_of_range(pose: Pose) -> None:
    assert () == out_of_range(pose)


@pytest.mark.parametrize(
    ("joint", "sound", "wrong"),
    [
        ("hip", 120, 122),
        ("hip", -20, -22),
        ("abduction", 50, 52),
        ("abduction", -30, -32),
        ("rotation", 60, 62),
        ("rotation", -40, -42),
        ("knee", 140, 142),
        ("knee", 0, -2),
        ("ankle", 25, 27),
        ("ankle", -50, -52),
        ("shoulder", 180, 182),
        ("shoulder", -60, -62),
        ("elbow", 150, 152),
        ("elbow", 0, -2),
    ],
)
def test_joints_end_where_they_end(joint: str, sound: float, wrong: float) -> None:
    assert () == out_of_range(Pose(far=replace(Limbs(), **{joint: sound})))
    (problem,) = out_of_range(Pose(far=replace(Limbs(), **{joint: wrong})))
    assert ("out-of-range", f"far.{joint}", wrong) == (problem.code, problem.field, problem.value)
    assert sound in {problem.least, problem.most}


def test_the_trunk_has_ranges_too() -> None:
    assert [("out-of-range", "pelvic_tilt")] == codes(Pose(pelvic_tilt=40))


def test_a_hip_bends_further_with_the_knee_out_to_the_side() -> None:
    deep = Limbs(hip=130, knee=120)
    assert [("out-of-range", "near.hip")] == codes(replace(LYING, near=deep))
    assert [] == codes(replace(LYING, near=replace(deep, abduction=25)))


def test_a_bent_hip_turns_further_out_with_the_knee_to_the_side() -> None:
    turned = Limbs(hip=100, abduction=25, rotation=74, knee=105)
    assert [] == codes(replace(LYING, near=turned))
    for less in ({"hip": 80.0}, {"abduction": 15.0}, {"rotation": 77.0}):
        spoiled = replace(LYING, near=replace(turned, **less))
        assert [("out-of-range", "near.rotation")] == codes(spoiled)


def test_an_arm_that_must_twist_to_meet_a_thing_is_out_of_range() -> None:
    desk = Prop("desk", -0.3, 0.8)
    found = codes(Pose(near=Limbs(elbow=40), grips=(Grip("near", "desk"),), props=(desk,)))
    assert ("out-of-range", "near.shoulder") in found


def test_a_planted_foot_that_floats_is_off_its_surface() -> None:
    floating = replace(LYING, far=replace(HOOK, hip=60))
    assert ("off-surface", "planted") in codes(floating)


def test_a_planted_foot_out_of_reach_floats() -> None:
    short = Pose(far=Limbs(hip=80, knee=90), planted=(Contact("foot-near"), Contact("heel-far")))
    assert ("off-surface", "planted") in codes(short)


@pytest.mark.parametrize(
    "part", ["foot-far", "toes-far", "heel-far", "knee-far", "pelvis", "shoulders", "back"]
)
def test_what_floats_is_named(part: str) -> None:
    raised = Pose(far=Limbs(hip=90), planted=(Contact("foot-near"), Contact(part)))
    assert ("off-surface", f"planted.{part}") in codes(raised)


def test_a_head_off_the_floor_is_not_planted() -> None:
    assert ("off-surface", "planted.head") in codes(replace(LYING, neck=20))


def test_a_back_that_is_not_level_is_not_planted() -> None:
    assert ("off-surface", "planted.back") in codes(replace(LYING, trunk=-85))


def test_a_planted_sole_wants_the_ankle_that_fits() -> None:
    assert [("sole-tilted", "far.ankle")] == codes(replace(LYING, far=replace(HOOK, ankle=-20)))


def test_a_hand_that_does_not_reach_is_a_problem() -> None:
    desk = Prop("desk", 0.6, 0.6)
    pose = Pose(near=Limbs(elbow=40), grips=(Grip("near", "desk"),), props=(desk,))
    assert ("hand-short", "hands.near") in codes(pose)


def test_nobody_holds_what_is_not_there() -> None:
    assert [("no-prop", "hands.near")] == codes(Pose(grips=(Grip("near", "strap"),)))


def test_a_foot_in_the_floor_is_below_it() -> None:
    pose = Pose(near=Limbs(ankle=-40), planted=(Contact("foot-far"),))
    found = {problem.field: problem for problem in problems(pose)}
    assert "below-floor" == found["near.toe"].code
    assert found["near.toe"].value < -0.05


def test_a_head_in_the_floor_is_below_it() -> None:
    pose = replace(LYING, neck=-20, planted=(Contact("back"),))
    assert [("below-floor", "head")] == codes(pose)


def test_a_problem_says_how_far_it_may_go() -> None:
    (problem,) = problems(Pose(near=Limbs(knee=150)))
    assert Problem("out-of-range", "near.knee", 150, 0.0, 140.0) == problem
