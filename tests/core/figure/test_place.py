from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.checks import problems
from hipcoach.core.figure.pose import Contact, Grip, Half, Limbs, Pose, Prop
from hipcoach.core.figure.skeleton import solve
from hipcoach.core.figure.vectors import Vec, distance, dot, sub

SIDES: tuple[Half, ...] = ("near", "far")


def near(expected: Vec) -> object:
    return pytest.approx(expected, abs=1e-6)


def codes(pose: Pose) -> list[tuple[str, str]]:
    return [(problem.code, problem.field) for problem in problems(pose)]


def planted(*parts: str) -> tuple[Contact, ...]:
    return tuple(map(Contact, parts))


# Sitting

SEATED = Limbs(hip=90, knee=90)
CHAIR = Prop("chair", 0.0, 0.235)
SIT = Pose(
    near=SEATED, far=SEATED, planted=planted("seat", "foot-near", "foot-far"), props=(CHAIR,)
)


def test_one_who_sits_is_a_hips_flesh_above_the_seat() -> None:
    assert near((0.0, 0.235 + body.HIP_ON_SEAT, 0.0)) == solve(SIT).pelvis
    assert [] == codes(SIT)


def test_a_seat_that_is_too_high_or_missing_is_noticed() -> None:
    stands = replace(SIT, planted=planted("foot-near", "foot-far", "seat"))
    assert [] == codes(stands)
    high = replace(stands, props=(replace(CHAIR, y=0.26),))
    assert [("off-surface", "planted.seat")] == codes(high)
    assert ("no-prop", "planted.seat") in codes(replace(stands, props=()))


# Lying on a side

SIDE = Pose(
    trunk=83,
    roll=-90,
    near=Limbs(hip=45, knee=90),
    far=Limbs(hip=45, knee=90, shoulder=160),
    planted=planted("side"),
)


def test_a_body_rolls_about_the_line_of_its_trunk() -> None:
    over = solve(replace(SIDE, trunk=90))
    assert near((0.0, 1.0, 0.0)) == over.near.outward
    assert near((0.0, 0.0, 1.0)) == over.chest_frame.forward
    prone = solve(replace(SIDE, trunk=90, roll=35))
    assert prone.near.hip[1] < prone.pelvis[1] < prone.far.hip[1]
    up = solve(Pose(roll=30))
    assert up.near.shoulder[0] > 0.05
    assert up.near.hip[0] > 0.02


def test_one_who_lies_on_the_side_is_as_high_as_broad() -> None:
    assert pytest.approx(body.PELVIS_BREADTH / 2) == solve(SIDE).pelvis[1]
    assert ("off-surface", "planted.side") not in codes(SIDE)
    assert ("off-surface", "planted.side") in codes(replace(SIDE, trunk=60))


# On the forearms

ON_ARMS = Limbs(shoulder=80, elbow=90)
PLANK = Pose(
    trunk=80.0,
    near=replace(ON_ARMS, ankle=8, toes=70),
    far=replace(ON_ARMS, ankle=8, toes=70),
    planted=planted("toes-near", "toes-far", "forearm-near", "forearm-far"),
)


def test_a_forearm_rests_from_elbow_to_palm() -> None:
    assert [] == codes(PLANK)
    for half in SIDES:
        arm = solve(PLANK).side(half)
        assert pytest.approx(body.ELBOW_ON_FLOOR, abs=0.005) == arm.elbow[1]
        assert pytest.approx(body.WRIST_ON_FLOOR, abs=0.005) == arm.wrist[1]
        assert near((0.0, -1.0, 0.0)) == arm.palm_faces
        assert arm.fingers[0] > arm.elbow[0]
        assert pytest.approx(body.UPPER_ARM) == distance(arm.shoulder, arm.elbow)


def test_a_forearm_that_the_angles_have_in_the_air_is_off_its_surface() -> None:
    high = replace(PLANK, trunk=70)
    assert ("off-surface", "planted") in codes(high)
    assert ("off-surface", "planted.forearm-near") in codes(high)
    tilted = replace(PLANK, far=replace(PLANK.far, elbow=70))
    assert [("off-surface", "planted")] == codes(tilted)


def test_forearms_can_carry_the_body() -> None:
    spot = Contact("forearm-near", 0.3)
    skeleton = solve(replace(PLANK, planted=(spot, Contact("forearm-far"))))
    assert pytest.approx(0.3) == skeleton.near.elbow[0]
    assert pytest.approx(body.ELBOW_ON_FLOOR) == skeleton.near.elbow[1]


@pytest.mark.parametrize("half", SIDES)
def test_an_elbow_under_a_low_shoulder_goes_out_to_the_side(half: Half) -> None:
    low = replace(PLANK, trunk=84)
    elbow = solve(low).side(half).elbow
    pinned = replace(low, planted=(*low.planted[:2], Contact(f"forearm-{half}", elbow[0] - 0.02)))
    moved = solve(pinned).side(half)
    assert pytest.approx(elbow[0] - 0.02) == moved.elbow[0]
    assert abs(moved.elbow[2]) > abs(moved.shoulder[2]) + 0.02


# On a couch, a roller, a ball

COUCH = Pose(
    trunk=8,
    near=Limbs(hip=-17, knee=126, ankle=-38),
    far=Limbs(hip=104.4, knee=100.6, ankle=4.2),
    planted=planted("knee-near", "foot-far", "instep-near"),
    props=(Prop("couch", -0.128, 0.256),),
)


def test_the_laces_rest_on_the_couch() -> None:
    assert [] == codes(COUCH)
    assert ("off-surface", "planted") in codes(replace(COUCH, props=(Prop("couch", -0.13, 0.29),)))
    assert ("no-prop", "planted.instep-near") in codes(replace(COUCH, props=()))
    high = replace(COUCH, props=(Prop("couch", -0.13, 1.5),))
    assert ("off-surface", "planted.instep-near") in codes(high)


PRONE = Limbs(hip=-9, knee=10, ankle=-50)
ROLLER = Prop("roller", -0.42)
ROLLS = Pose(
    trunk=81, near=PRONE, far=PRONE, planted=planted("thigh-near"), x=-0.3, props=(ROLLER,)
)


@pytest.mark.parametrize("x", [-0.35, -0.42, -0.5])
def test_a_thigh_lies_on_the_roller_wherever_that_is(x: float) -> None:
    pose = replace(ROLLS, props=(replace(ROLLER, x=x),))
    assert [] == codes(pose)
    hip, knee = solve(pose).near.hip, solve(pose).near.knee
    share = (x - hip[0]) / (knee[0] - hip[0])
    above = hip[1] + (knee[1] - hip[1]) * share
    assert pytest.approx(2 * body.ROLLER + body.THIGH_DEEP, abs=0.002) == above


def test_a_thigh_off_the_roller_is_noticed() -> None:
    away = replace(ROLLS, props=(replace(ROLLER, x=-0.8),))
    assert ("off-surface", "planted.thigh-near") in codes(away)
    assert ("no-prop", "planted.thigh-near") in codes(replace(ROLLS, props=()))


def test_a_groin_lies_on_the_ball() -> None:
    pose = Pose(
        trunk=83,
        near=PRONE,
        far=PRONE,
        planted=planted("groin-near"),
        x=0.1,
        props=(Prop("ball", 0.1, z=0.05),),
    )
    hip = solve(pose).near.hip
    assert hip[1] > 2 * body.BALL + 0.9 * body.GROIN_DEEP
    assert [] == codes(pose)
    assert ("no-prop", "planted.groin-near") in codes(replace(pose, props=()))
    on_back = replace(pose, planted=planted("back", "groin-near"), trunk=-90)
    assert ("off-surface", "planted.groin-near") in codes(on_back)


# What hands hold

BENT = Pose(
    trunk=-90,
    near=Limbs(hip=100, knee=112, shoulder=30, shoulder_abduction=8, elbow=40),
    far=Limbs(hip=45, knee=95.3, ankle=-39.7, shoulder=30, shoulder_abduction=8, elbow=40),
    planted=planted("back", "head", "foot-far"),
)


def test_hands_on_the_kneecap_lie_on_the_end_of_the_thigh() -> None:
    pose = replace(BENT, grips=(Grip("near", "kneecap-near"), Grip("far", "kneecap-near")))
    assert [] == codes(pose)
    joints = solve(pose).near
    assert dot(sub(joints.palm, joints.knee), sub(joints.knee, joints.hip)) > 0.006


def test_hands_lie_against_both_sides_of_a_shin() -> None:
    pose = replace(BENT, grips=(Grip("near", "shin-out-near"), Grip("far", "shin-in-near")))
    skeleton = solve(pose)
    assert skeleton.near.palm[2] > skeleton.near.knee[2] + 0.03
    assert skeleton.far.palm[2] < skeleton.near.knee[2] - 0.03
    assert skeleton.near.palm_faces[2] < -0.9
    assert skeleton.far.palm_faces[2] > 0.9


def test_the_forehead_lies_on_one_hand_on_the_other() -> None:
    arms = Limbs(shoulder=150, shoulder_abduction=45, elbow=110)
    pose = Pose(
        trunk=84,
        near=arms,
        far=arms,
        planted=planted("pelvis"),
        grips=(Grip("near", "forehead"), Grip("far", "forehead")),
    )
    skeleton = solve(pose)
    brow, upper, lower = skeleton.head[1], skeleton.near.palm[1], skeleton.far.palm[1]
    assert lower < upper < brow - 0.05
    assert skeleton.near.palm_faces[1] < -0.9
    assert skeleton.near.grip_error < 0.02


def test_a_strap_around_the_ankle_goes_from_the_hand_and_back() -> None:
    pose = Pose(
        near=Limbs(knee=108, shoulder=-30, elbow=20),
        planted=planted("foot-far"),
        grips=(Grip("near", "strap"),),
        props=(Prop("strap", around="ankle"),),
    )
    skeleton = solve(pose)
    first, *around, last = skeleton.strap
    assert skeleton.near.palm == first == last
    assert all(distance(point, skeleton.near.ankle) < 0.04 for point in around)
