"""The poses that HipCoach ships, held to the facts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import cos, radians, sin
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.checks import problems
from hipcoach.core.figure.motion import far_apart, pose_at
from hipcoach.core.figure.pose import Half, Pose
from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.figure.vectors import distance, dot
from hipcoach.library.poses import load_poses

NAMES = {
    "supine-knee-to-chest": "start hold-1 hold-2 hold-3 hold-4 fault",
    "knee-to-chest-pnf": (
        "start push-gentle pull-gentle hold-gentle push pull push-deeper pull-deeper hold fault"
    ),
    "knee-to-chest-positions": "start out midline past fault",
    "knee-to-chest-strap": "start hold-1 hold-2 fault",
    "half-kneeling-hip-flexor": "tall tuck press arm lean fault",
    "desk-split-stance": "stand hold-1 hold-2 hold-3 fault",
    "leg-swings": "stand back-1 front-1 back-2 front-2 back-3 front-3 fault",
    "knee-to-chest-vectors": "start lengthwise footward turn-in turn-out fault",
    "knee-to-chest-twist": "start hold-1 hold-2 fault",
    "couch-stretch": "start hold-1 hold-2 fault",
    "standing-quad": "stand hold-1 hold-2 hold-3 fault",
    "walking-lunge": "stand back-1 front-1 back-2 front-2 fault",
    "stand-march": "stand back-1 front-1 back-2 front-2 fault",
    "glute-squeeze": "stand hold-1 fault",
    "plank": "start hold-1 hold-2 fault",
    "bird-dog": "start hold-1 hold-2 fault",
    "glute-bridge": "start back-1 front-1 back-2 front-2 fault",
    "foam-roll-quad": "start back-1 front-1 back-2 front-2 fault",
    "foam-roll-hip-flexor": "start back-1 front-1 fault",
    "foam-roll-outer-thigh": "start back-1 front-1 fault",
    "ball-iliacus": "start hold-1 hold-2 fault",
    "clamshell": "start back-1 front-1 back-2 front-2 fault",
    "seated-pelvic-tilt": "start back-1 front-1 fault",
    "seated-edge-hip-flexor": "start hold-1 hold-2 fault",
    "sit-to-stand": "back-1 front-1 fault",
    "seated-figure-4": "start hold-1 hold-2 fault",
}
ALL = [(exercise, name) for exercise, names in NAMES.items() for name in names.split()]
# Exercises whose repetition takes the whole body along.
TRAVELS = {"walking-lunge", "sit-to-stand", "foam-roll-quad"}
SIDES: tuple[Half, ...] = ("near", "far")
INCH = 0.0254 / 1.7  # of somebody 1.7 m tall, in body heights


@cache
def poses(exercise: str) -> Mapping[str, Pose]:
    return load_poses(files("hipcoach.library") / "content" / "exercises" / exercise)


def solved(exercise: str, name: str) -> Skeleton:
    return solve(poses(exercise)[name])


@pytest.mark.parametrize("exercise", NAMES)
def test_an_exercise_has_the_poses_that_it_names(exercise: str) -> None:
    assert set(NAMES[exercise].split()) == set(poses(exercise))


@pytest.mark.parametrize(("exercise", "name"), ALL)
def test_no_pose_floats_sinks_or_bends_too_far(exercise: str, name: str) -> None:
    assert () == problems(poses(exercise)[name])


@pytest.mark.parametrize(("exercise", "name"), ALL)
def test_the_angles_say_what_the_hands_and_feet_then_do(exercise: str, name: str) -> None:
    # The solver mends what is off a little; data that needs more than that isn't honest.
    assert solved(exercise, name).contact_error < 0.007


@pytest.mark.parametrize("exercise", NAMES)
def test_no_limb_leaps_between_two_poses(exercise: str) -> None:
    shown = [pose for name, pose in poses(exercise).items() if name != "fault"]
    steps = 120
    for start, end in pairwise(shown):
        assert exercise in TRAVELS or not far_apart(start, end)
        way = [solve(pose_at(start, end, step / steps)) for step in range(steps + 1)]
        for before, after in pairwise(way):
            for side in SIDES:
                here, there = before.side(side), after.side(side)
                for point in ("knee", "ankle", "toe", "elbow", "palm", "fingers"):
                    assert distance(getattr(here, point), getattr(there, point)) < 2.5 / steps
                assert min(there.heel[1], there.ball[1], there.toe[1]) > -0.006
                assert there.grip_error < 0.02


@pytest.mark.parametrize("exercise", NAMES)
def test_the_fault_can_be_told_from_every_other_picture(exercise: str) -> None:
    wrong = solved(exercise, "fault")
    for name in poses(exercise):
        if name != "fault":
            right = solved(exercise, name)
            apart = distance(wrong.head, right.head), distance(wrong.near.knee, right.near.knee)
            assert max(apart) > 0.03, name


# The poses below were checked by a kinematic model of their own (side view, no widths).
REFERENCE = Path(__file__).parents[1] / "data" / "figure" / "reference_poses.json"


def reference(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(
        pose for pose in json.loads(REFERENCE.read_text()) if pose["id"] == name
    )
    return found


def flat_chain(
    start: tuple[float, float], *bones: tuple[float, float]
) -> list[tuple[float, float]]:
    """Points along bones of (angle from straight down, length)."""
    points = [start]
    for angle, length in bones:
        x, y = points[-1]
        points.append((x + length * sin(radians(angle)), y - length * cos(radians(angle))))
    return points[1:]


def expected_leg(pose: Mapping[str, Any], half: str) -> list[tuple[float, float]]:
    limb, lean = pose[half], -pose["trunk"]
    thigh = lean + limb["hip"]
    return flat_chain((0.0, 0.0), (thigh, body.THIGH), (thigh - limb["knee"], body.SHIN))


def expected_palm(pose: Mapping[str, Any], half: str) -> tuple[float, float]:
    limb, lean = pose[half], pose["trunk"]
    shoulder = (body.TRUNK * sin(radians(lean)), body.TRUNK * cos(radians(lean)))
    upper = limb["sho"] - lean
    forearm = (upper + limb["elbow"], body.FOREARM + body.PALM)
    return flat_chain(shoulder, (upper, body.UPPER_ARM), forearm)[-1]


@pytest.mark.parametrize(
    ("checked", "exercise", "name", "legs"),
    [
        ("hook_lying", "supine-knee-to-chest", "start", ("near", "far")),
        ("ktc_start", "supine-knee-to-chest", "hold-1", ("near",)),
        ("ktc_hold", "supine-knee-to-chest", "hold-4", ("near", "far")),
        ("ktc_pnf_push", "knee-to-chest-pnf", "push", ("near", "far")),
        ("ktc_pnf_pull", "knee-to-chest-pnf", "pull", ("near", "far")),
        ("ktc_strap", "knee-to-chest-strap", "hold-2", ("near", "far")),
        ("hk_start", "half-kneeling-hip-flexor", "tall", ("near", "far")),
        ("hk_start", "half-kneeling-hip-flexor", "press", ("near", "far")),
        ("hk_lean", "half-kneeling-hip-flexor", "lean", ("near", "far")),
        ("stand", "desk-split-stance", "stand", ("near", "far")),
        ("desk_split", "desk-split-stance", "hold-2", ("near", "far")),
        ("swing_fwd", "leg-swings", "front-3", ("near", "far")),
        ("swing_back", "leg-swings", "back-3", ("near", "far")),
    ],
)
def test_legs_are_where_the_checked_poses_have_them(
    checked: str, exercise: str, name: str, legs: tuple[Half, ...]
) -> None:
    pose, skeleton = reference(checked), solved(exercise, name)
    assert pytest.approx(pose["hip_xy"][1], abs=0.012) == skeleton.pelvis[1]
    for half in legs:
        joints = skeleton.side(half)
        found = [
            (point[0] - joints.hip[0], point[1] - joints.hip[1])
            for point in (joints.knee, joints.ankle)
        ]
        for wanted, is_at in zip(expected_leg(pose, half), found, strict=True):
            assert pytest.approx(wanted, abs=0.02) == is_at, half


@pytest.mark.parametrize(
    ("checked", "exercise", "name", "half"),
    [
        ("ktc_hold", "supine-knee-to-chest", "hold-4", "near"),
        ("ktc_pnf_push", "knee-to-chest-pnf", "push", "near"),
        ("ktc_pnf_pull", "knee-to-chest-pnf", "pull", "near"),
        ("ktc_strap", "knee-to-chest-strap", "hold-2", "near"),
        ("hk_press", "half-kneeling-hip-flexor", "press", "near"),
        ("hk_arm", "half-kneeling-hip-flexor", "lean", "near"),
        ("desk_split", "desk-split-stance", "hold-2", "near"),
    ],
)
def test_hands_are_about_where_the_checked_poses_have_them(
    checked: str, exercise: str, name: str, half: Half
) -> None:
    skeleton = solved(exercise, name)
    palm = skeleton.side(half).palm
    found = (palm[0] - skeleton.pelvis[0], palm[1] - skeleton.pelvis[1])
    # The checked poses hold on to the bones' lines; flesh is up to half a thigh's breadth.
    assert pytest.approx(expected_palm(reference(checked), half), abs=0.07) == found


def test_knee_to_chest_goes_deeper_by_the_rung_and_never_past_the_hip() -> None:
    hips = [poses("supine-knee-to-chest")[f"hold-{rung}"].near.hip for rung in range(1, 5)]
    assert [90, 105, 110, 115] == hips


def test_the_other_leg_lies_long_only_on_the_later_rungs() -> None:
    knees = [poses("supine-knee-to-chest")[f"hold-{rung}"].far.knee > 60 for rung in range(1, 5)]
    assert [True, True, False, False] == knees


@pytest.mark.parametrize("name", ["push", "push-gentle", "push-deeper"])
def test_a_push_is_held_behind_the_thigh_with_two_forces_that_meet(name: str) -> None:
    assert_two_forces("push", name, behind=True)


@pytest.mark.parametrize("name", ["pull", "pull-gentle", "pull-deeper"])
def test_a_pull_is_held_on_the_front_of_the_thigh(name: str) -> None:
    assert_two_forces("pull", name, behind=False)


def assert_two_forces(kind: str, name: str, *, behind: bool) -> None:
    pose = poses("knee-to-chest-pnf")[name]
    leg, hands = pose.arrows
    assert pose.hold_still
    assert (kind, "press") == (leg.kind, hands.kind)
    assert {leg.way, hands.way} == {"thigh-front", "thigh-back"}
    assert ("thigh-back" if behind else "thigh-front") == leg.way
    joints = solve(pose).near
    side = dot(
        (joints.palm[0] - joints.hip[0], joints.palm[1] - joints.hip[1], 0.0), joints.thigh_front
    )
    assert behind == (side < 0)


def test_nothing_moves_but_the_hands_between_a_contraction_and_the_next() -> None:
    gentle = poses("knee-to-chest-pnf")
    assert gentle["push-gentle"].near.hip == gentle["pull-gentle"].near.hip


def test_the_three_positions_differ_from_the_feet() -> None:
    knees = {
        name: solved("knee-to-chest-positions", name).near for name in ("out", "midline", "past")
    }
    across = {name: joints.knee[2] - joints.hip[2] for name, joints in knees.items()}
    assert across["out"] > 0.1
    assert pytest.approx(0.0, abs=1e-6) == across["midline"]
    assert -0.05 < across["past"] < -0.02
    assert {"front"} == {pose.inset for pose in poses("knee-to-chest-positions").values()}


def test_nothing_turns_the_leg_in_past_the_middle() -> None:
    assert 0.0 == poses("knee-to-chest-positions")["past"].near.rotation


def test_the_lean_is_one_to_three_inches_upright_and_tucked() -> None:
    arm, lean = (poses("half-kneeling-hip-flexor")[name] for name in ("arm", "lean"))
    inches = (solve(lean).pelvis[0] - solve(arm).pelvis[0]) / INCH
    assert 1 <= inches <= 3
    assert 0.0 == lean.trunk
    assert 10.0 == lean.pelvic_tilt


@pytest.mark.parametrize("name", ["tall", "tuck", "press", "arm"])
def test_nobody_leans_before_the_last_rung(name: str) -> None:
    pose = poses("half-kneeling-hip-flexor")[name]
    assert (0.0, 0.0, 90.0) == (pose.trunk, pose.near.hip, pose.near.knee)


def test_the_tuck_is_the_only_change_from_tall() -> None:
    tall, tuck = (solved("half-kneeling-hip-flexor", name) for name in ("tall", "tuck"))
    assert tall.pelvis == tuck.pelvis
    assert tuck.pelvis_frame.up[0] < tall.pelvis_frame.up[0] - 0.15


def test_a_fault_of_the_back_is_a_hollow_back() -> None:
    for exercise in ("half-kneeling-hip-flexor", "desk-split-stance", "leg-swings"):
        pose = poses(exercise)["fault"]
        assert pose.pelvic_tilt < -10
        assert pose.arch > 5


def test_swings_grow_and_the_trunk_stays_upright() -> None:
    swings = poses("leg-swings")
    assert [-8, -15, -20] == [swings[f"back-{rung}"].near.hip for rung in (1, 2, 3)]
    assert [25, 40, 55] == [swings[f"front-{rung}"].near.hip for rung in (1, 2, 3)]
    assert {0.0} == {pose.trunk for name, pose in swings.items() if name != "fault"}
