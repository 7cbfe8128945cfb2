"""What the poses of each exercise must and must not show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import acos, atan2, degrees
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.legs import instep_of
from hipcoach.core.figure.motion import pose_at, there_and_back
from hipcoach.core.figure.pose import Half, Pose, Prop
from hipcoach.core.figure.signs import arrow_line
from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.figure.vectors import Vec, between, distance, dot, sub, unit
from hipcoach.library.poses import load_poses

SIDES: tuple[Half, ...] = ("near", "far")
INCH = 0.0254 / 1.7  # of somebody 1.7 m tall, in body heights
REFERENCE = Path(__file__).parents[1] / "data" / "figure" / "reference_poses.json"


@cache
def poses(exercise: str) -> Mapping[str, Pose]:
    return load_poses(files("hipcoach.library") / "content" / "exercises" / exercise)


def solved(exercise: str, name: str) -> Skeleton:
    return solve(poses(exercise)[name])


def tilt(start: Vec, end: Vec) -> float:
    """How far a line is off straight down in the side view, plus forward, in degrees."""
    return degrees(atan2(end[0] - start[0], start[1] - end[1]))


def prop(pose: Pose, kind: str) -> Prop:
    return next(prop for prop in pose.props if prop.kind == kind)


def reference(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(
        pose for pose in json.loads(REFERENCE.read_text()) if pose["id"] == name
    )
    return found


@pytest.mark.parametrize(
    ("checked", "exercise", "name", "legs"),
    [
        ("couch_regress", "couch-stretch", "hold-1", "near far"),
        ("couch_full", "couch-stretch", "hold-2", "near far"),
        ("quad", "standing-quad", "hold-2", "near far"),
        ("lunge", "walking-lunge", "front-2", "far near"),  # there near is the leg behind
        ("plank", "plank", "hold-2", "near far"),
        ("plank_knee", "plank", "hold-1", "near far"),
        ("quadruped", "bird-dog", "start", "near far"),
        ("bird_dog", "bird-dog", "hold-2", "far near"),  # there far is the leg that reaches
        ("bridge", "glute-bridge", "front-2", "near far"),
        ("stand", "stand-march", "stand", "near far"),
        ("sit", "seated-pelvic-tilt", "start", "near far"),
        ("sit_edge", "seated-edge-hip-flexor", "hold-2", "near far"),
        ("ktc_pnf_push", "knee-to-chest-vectors", "footward", "near"),
    ],
)
def test_legs_point_where_the_checked_poses_have_them(
    checked: str, exercise: str, name: str, legs: str
) -> None:
    pose, skeleton = reference(checked), solved(exercise, name)
    for there, here in zip(legs.split(), SIDES, strict=False):
        limb, joints = pose[there], skeleton.side(here)
        off = limb["hip"] - pose["trunk"] - tilt(joints.hip, joints.knee)
        assert pytest.approx(0.0, abs=8) == (off + 180) % 360 - 180
        bend = degrees(
            acos(dot(unit(sub(joints.knee, joints.hip)), unit(sub(joints.ankle, joints.knee))))
        )
        assert pytest.approx(limb["knee"], abs=8) == bend


# Couch stretch


@pytest.mark.parametrize("name", ["start", "hold-1", "hold-2"])
def test_the_shin_leans_back_onto_the_couch_and_stands_at_no_wall(name: str) -> None:
    joints = solved("couch-stretch", name).near
    assert 24 <= 180 - abs(tilt(joints.knee, joints.ankle)) <= 32
    couch = prop(poses("couch-stretch")[name], "couch")
    laces = instep_of(joints.ankle, joints.foot_forward, joints.foot_up)
    assert laces[0] < couch.x - 0.03
    assert couch.x < joints.knee[0]
    assert joints.knee[0] - couch.x < 0.15


def test_knee_and_laces_stay_while_the_trunk_rises() -> None:
    easy, tall = (poses("couch-stretch")[name] for name in ("hold-1", "hold-2"))
    first = solve(easy).near
    for step in range(11):
        joints = solve(pose_at(easy, tall, step / 10)).near
        assert distance(first.knee, joints.knee) < 0.006
        assert distance(first.ankle, joints.ankle) < 0.006


def test_the_tall_couch_stretch_stays_within_the_hip() -> None:
    easy, tall = (poses("couch-stretch")[name] for name in ("hold-1", "hold-2"))
    assert (25.0, 8.0) == (easy.trunk, tall.trunk)
    assert tall.near.hip == -17
    assert {"knee-far"} == {grip.on for grip in easy.grips}


# Standing quad stretch


def test_a_strap_serves_until_the_hand_can_reach_the_ankle() -> None:
    strap, hand, tuck = (poses("standing-quad")[f"hold-{rung}"] for rung in (1, 2, 3))
    assert strap.near.knee < 125
    assert hand.near.knee >= 130
    assert "strap" in {prop.kind for prop in strap.props}
    assert "ankle-near" in {grip.on for grip in hand.grips if grip.hand == "near"}
    assert hand.pelvic_tilt + 5 < tuck.pelvic_tilt
    assert {0.0} == {pose.trunk for pose in (strap, hand, tuck)}


@pytest.mark.parametrize("name", ["hold-1", "hold-2", "hold-3"])
def test_the_knees_stay_together(name: str) -> None:
    skeleton = solved("standing-quad", name)
    assert abs(skeleton.near.knee[0] - skeleton.far.knee[0]) < 0.05
    assert 0.0 == poses("standing-quad")[name].near.abduction


# Lunge


def test_the_knee_behind_stops_an_inch_or_two_above_the_floor() -> None:
    low = solved("walking-lunge", "front-2")
    assert 1 <= (low.far.knee[1] - body.KNEE_ON_FLOOR) / INCH <= 2
    assert pytest.approx(0.0, abs=2) == tilt(low.near.knee, low.near.ankle)
    assert low.far.heel[1] > 0.08
    assert poses("walking-lunge")["front-2"].trunk <= 10


def test_the_foot_behind_stays_through_a_step() -> None:
    back, front = (poses("walking-lunge")[name] for name in ("back-2", "front-2"))
    balls = [solve(there_and_back(back, front, step / 40)).far.ball for step in range(41)]
    assert max(distance(balls[0], ball) for ball in balls) < 0.01


# Plank


def test_a_plank_is_one_line() -> None:
    for name, end in (("hold-1", "knee"), ("hold-2", "ankle")):
        skeleton = solved("plank", name)
        line = tilt(skeleton.shoulders, getattr(skeleton.near, end))
        assert pytest.approx(line, abs=1.5) == tilt(skeleton.shoulders, skeleton.pelvis)
    assert (
        7
        <= tilt(solved("plank", "hold-2").shoulders, solved("plank", "hold-2").near.ankle) + (90)
        <= 11
    )


def test_elbows_are_under_the_shoulders() -> None:
    for name in ("hold-1", "hold-2"):
        joints = solved("plank", name).near
        assert pytest.approx(joints.shoulder[0], abs=0.02) == joints.elbow[0]


# Bird-dog


def test_leg_and_arm_reach_level_and_not_higher() -> None:
    skeleton = solved("bird-dog", "hold-2")
    assert pytest.approx(-90, abs=2) == tilt(skeleton.near.hip, skeleton.near.ankle)
    assert pytest.approx(90, abs=3) == tilt(skeleton.far.shoulder, skeleton.far.wrist)
    assert 74 <= poses("bird-dog")["hold-2"].trunk <= 78
    assert solved("bird-dog", "fault").near.ankle[1] > skeleton.near.ankle[1] + 0.1


def test_the_back_does_not_move_while_limbs_reach() -> None:
    start, end = (poses("bird-dog")[name] for name in ("start", "hold-2"))
    first = solve(start)
    for step in range(11):
        skeleton = solve(pose_at(start, end, step / 10))
        assert distance(first.pelvis, skeleton.pelvis) < 1e-6
        assert distance(first.shoulders, skeleton.shoulders) < 1e-6


# Bridge


def test_the_bridge_is_one_line_over_upright_shins() -> None:
    top = solved("glute-bridge", "front-2")
    line = tilt(top.shoulders, top.near.knee)
    assert pytest.approx(line, abs=1.5) == tilt(top.shoulders, top.pelvis)
    assert pytest.approx(0.0, abs=3) == tilt(top.near.knee, top.near.ankle)
    assert 110 <= poses("glute-bridge")["front-2"].near.knee <= 120


def test_shoulders_and_feet_stay_through_a_bridge() -> None:
    down, up = (poses("glute-bridge")[name] for name in ("back-2", "front-2"))
    for step in range(21):
        skeleton = solve(there_and_back(down, up, step / 20))
        assert pytest.approx(body.HIP_ON_FLOOR, abs=0.012) == skeleton.shoulders[1]
        assert pytest.approx(-0.288, abs=0.016) == skeleton.shoulders[0]
        assert pytest.approx(0.2, abs=1e-6) == skeleton.far.ankle[0]
        assert skeleton.head[1] > body.HIP_ON_FLOOR - 0.01


# Clamshell


@pytest.mark.parametrize(("rung", "least", "most"), [(1, 22, 28), (2, 30, 40)])
def test_the_shell_opens_with_feet_together_and_pelvis_still(
    rung: int, least: float, most: float
) -> None:
    shut, opened = (poses("clamshell")[f"{end}-{rung}"] for end in ("back", "front"))
    first, last = solve(shut), solve(opened)
    foot, hip = first.near.ankle, first.near.hip
    axis = unit(sub(foot, hip))
    ways = []
    for skeleton in (first, last):
        knee = sub(skeleton.near.knee, hip)
        flat = dot(knee, axis)
        ways.append(unit(sub(knee, (axis[0] * flat, axis[1] * flat, axis[2] * flat))))
    assert least <= degrees(acos(dot(*ways))) <= most
    for step in range(21):
        skeleton = solve(there_and_back(shut, opened, step / 20))
        assert distance(foot, skeleton.near.ankle) < 0.02
        assert first.pelvis_frame == skeleton.pelvis_frame


def test_straighter_hips_come_first_and_rolling_back_is_the_fault() -> None:
    shells = poses("clamshell")
    assert shells["back-1"].near.hip < shells["back-2"].near.hip == 45
    assert solve(shells["fault"]).chest_frame.forward[1] > 0.4
    assert abs(solve(shells["front-2"]).chest_frame.forward[1]) < 0.01


# Rolling


ROLLS = [
    ("foam-roll-quad", 1),
    ("foam-roll-quad", 2),
    ("foam-roll-hip-flexor", 1),
    ("foam-roll-outer-thigh", 1),
]


@pytest.mark.parametrize(("exercise", "rung"), ROLLS)
def test_the_roller_rolls_half_as_far_as_the_body_and_stays_under_it(
    exercise: str, rung: int
) -> None:
    back, front = (poses(exercise)[f"{end}-{rung}"] for end in ("back", "front"))
    far = solve(front).pelvis[0] - solve(back).pelvis[0]
    rolled = prop(front, "roller").x - prop(back, "roller").x
    assert pytest.approx(far / 2, abs=1e-6) == rolled
    first = solve(back).near
    for step in range(21):
        pose = there_and_back(back, front, step / 20)
        joints, x = solve(pose).near, prop(pose, "roller").x
        share = (x - joints.hip[0]) / (joints.knee[0] - joints.hip[0])
        on_bone = between(joints.hip, joints.knee, max(share, 0.0))
        lies = on_bone[1] - 2 * body.ROLLER - body.THIGH_DEEP
        assert pytest.approx(0.0, abs=0.012) == lies
        assert distance(first.elbow, joints.elbow) < 0.08
        assert abs(first.elbow[0] - joints.elbow[0]) < 0.01


@pytest.mark.parametrize(("exercise", "rung"), ROLLS)
def test_no_roller_comes_onto_a_kneecap(exercise: str, rung: int) -> None:
    for end in ("back", "front"):
        pose = poses(exercise)[f"{end}-{rung}"]
        joints, x = solve(pose).near, prop(pose, "roller").x
        share = (x - joints.hip[0]) / (joints.knee[0] - joints.hip[0])
        assert -0.1 < share < 0.8


def test_the_body_turns_toward_the_roller_for_the_front_and_the_side_of_the_hip() -> None:
    assert 30 <= poses("foam-roll-hip-flexor")["back-1"].roll <= 45
    side = solved("foam-roll-outer-thigh", "back-1")
    assert side.near.hip[1] < side.far.hip[1] - 0.08
    assert side.pelvis_frame.forward[1] < -0.3


# Ball


def test_the_ball_is_inside_the_hip_bone_and_never_under_the_belly() -> None:
    for name in ("start", "hold-1", "hold-2"):
        pose = poses("ball-iliacus")[name]
        ball, skeleton = prop(pose, "ball"), solve(pose)
        assert pytest.approx(skeleton.near.hip[2], abs=0.01) == ball.z
        assert abs(ball.x - skeleton.near.hip[0]) < 0.03
    fault = poses("ball-iliacus")["fault"]
    assert 0.0 == prop(fault, "ball").z
    assert fault.arch > 5
    assert fault.pelvic_tilt < 0


def test_the_forehead_rests_so_that_the_back_stays_long() -> None:
    for name in ("hold-1", "hold-2"):
        pose = poses("ball-iliacus")[name]
        assert {"forehead"} == {grip.on for grip in pose.grips}
        assert (0.0, 0.0) == (pose.arch, pose.pelvic_tilt)
    assert 85 == poses("ball-iliacus")["hold-2"].near.knee


# Sitting


def test_only_the_pelvis_rocks_on_the_seat() -> None:
    back, front = (poses("seated-pelvic-tilt")[name] for name in ("back-1", "front-1"))
    assert 10 <= back.pelvic_tilt <= 15
    assert -15 <= front.pelvic_tilt <= -10
    first = solve(back)
    for step in range(11):
        skeleton = solve(pose_at(back, front, step / 10))
        assert distance(first.shoulders, skeleton.shoulders) < 0.006
        assert distance(first.near.knee, skeleton.near.knee) < 1e-6


def test_the_leg_beside_the_chair_is_straight_at_the_hip() -> None:
    rungs = [poses("seated-edge-hip-flexor")[f"hold-{rung}"] for rung in (1, 2)]
    assert [8, 0] == [pose.near.hip for pose in rungs]
    for pose in rungs:
        chair = prop(pose, "chair")
        assert chair.z + 0.13 < solve(pose).near.knee[2] - 0.03
        assert pose.near.toes >= 60
    assert solve(rungs[1]).near.palm[1] > solve(rungs[1]).head[1] + 0.1


def test_an_ankle_lies_on_the_other_knee() -> None:
    for name in ("hold-1", "hold-2"):
        skeleton = solved("seated-figure-4", name)
        shin = [between(skeleton.near.knee, skeleton.near.ankle, step / 20) for step in range(21)]
        apart = min(distance(point, skeleton.far.knee) for point in shin)
        assert 0.055 < apart < 0.085
        assert min(point[1] for point in shin) > skeleton.far.knee[1] + 0.02
    assert [0, 20] == [poses("seated-figure-4")[f"hold-{rung}"].trunk for rung in (1, 2)]
    assert "top" == poses("seated-figure-4")["hold-1"].inset


def test_one_leans_over_the_feet_before_leaving_the_seat() -> None:
    sit, stand = (poses("sit-to-stand")[name] for name in ("back-1", "front-1"))
    seat = solve(sit).pelvis[1]
    for step in range(41):
        pose = there_and_back(sit, stand, step / 40)
        skeleton = solve(pose)
        ankle = skeleton.far.ankle
        assert pytest.approx(0.0, abs=1e-6) == ankle[0]
        rising = seat + 0.04 < skeleton.pelvis[1] < 0.45
        if rising:
            assert pose.trunk > 18
            assert skeleton.shoulders[0] > -0.06
    assert (0.0, 0.0) == (sit.trunk, stand.trunk)


# Standing


def test_a_march_lifts_the_knee_to_seventy_or_eighty() -> None:
    march = poses("stand-march")
    assert 70 <= march["front-2"].near.hip == march["back-2"].far.hip <= 80
    assert march["front-1"].near.hip == march["back-1"].far.hip < 60
    for rung in (1, 2):
        back, front = march[f"back-{rung}"], march[f"front-{rung}"]
        for step in range(21):
            skeleton = solve(there_and_back(back, front, step / 20))
            assert pytest.approx(0.0, abs=1e-6) == min(skeleton.near.heel[1], skeleton.far.heel[1])
            assert pytest.approx(0.53) == skeleton.pelvis[1]


def test_a_squeeze_moves_nothing_but_the_tail() -> None:
    stand, squeeze = solved("glute-squeeze", "stand"), solved("glute-squeeze", "hold-1")
    assert stand.pelvis == squeeze.pelvis
    assert distance(stand.head, squeeze.head) < 0.012
    assert poses("glute-squeeze")["hold-1"].hold_still
    glutes = {muscle.half for muscle in poses("glute-squeeze")["hold-1"].muscles}
    assert set(SIDES) == glutes


# Knee to chest


VECTORS = ("lengthwise", "footward", "turn-in", "turn-out")


@pytest.mark.parametrize("name", VECTORS)
def test_hands_hold_against_the_leg_and_nothing_moves(name: str) -> None:
    pose = poses("knee-to-chest-vectors")[name]
    assert pose.hold_still
    assert len(pose.grips) == 2
    leg, hands = pose.arrows
    assert leg.kind in {"push", "turn"}
    assert hands.kind in {"press", "pull"}


def test_the_forces_of_leg_and_hands_are_opposite() -> None:
    for name in ("lengthwise", "footward"):
        pose = poses("knee-to-chest-vectors")[name]
        ways = [sub(*reversed(arrow_line(arrow, solve(pose)))) for arrow in pose.arrows]
        assert dot(unit(ways[0]), unit(ways[1])) < -0.9
    turning = poses("knee-to-chest-vectors")
    assert {"inward"} == {arrow.way for arrow in turning["turn-in"].arrows}
    assert {"outward"} == {arrow.way for arrow in turning["turn-out"].arrows}


def test_a_hand_is_on_the_side_to_which_the_foot_would_go() -> None:
    # Rolling the thigh in takes the foot outward, rolling it out takes the foot inward.
    held = {
        name: {grip.on for grip in poses("knee-to-chest-vectors")[name].grips} for name in VECTORS
    }
    assert {"shin-out-near", "kneecap-near"} == held["turn-in"]
    assert {"shin-in-near", "kneecap-near"} == held["turn-out"]
    assert {"kneecap-near"} == held["lengthwise"]
    assert {"thigh-near"} == held["footward"]
    turned = {poses("knee-to-chest-vectors")[name].near.rotation for name in VECTORS}
    assert {0.0} == turned


def test_the_twist_is_slight_and_the_shoulders_stay_down() -> None:
    level, slight, fault = (poses("knee-to-chest-twist")[n] for n in ("hold-1", "hold-2", "fault"))
    assert 0.0 == level.pelvis_turn < slight.pelvis_turn <= 10
    assert fault.pelvis_turn > 30
    assert 0.0 == slight.twist
    assert slight.near.hip <= 110
    assert -10 <= slight.near.abduction < 0
