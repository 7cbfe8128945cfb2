from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.chains import Frame
from hipcoach.core.figure.pose import Contact, Grip, Limbs, Pose, Prop
from hipcoach.core.figure.skeleton import Joints, Skeleton, solve
from hipcoach.core.figure.vectors import Vec, cross, distance, dot, norm, sub
from tests.core.figure.bodies import poses

CLOSE = 1e-6


def mirrored(vec: Vec) -> Vec:
    return (vec[0], vec[1], -vec[2])


def near(expected: Vec) -> object:
    return pytest.approx(expected, abs=CLOSE)


def lengths(joints: Joints) -> dict[str, float]:
    return {
        "thigh": distance(joints.hip, joints.knee),
        "shin": distance(joints.knee, joints.ankle),
        "heel to ball": distance(joints.heel, joints.ball),
        "toes": distance(joints.ball, joints.toe),
        "upper arm": distance(joints.shoulder, joints.elbow),
        "forearm": distance(joints.elbow, joints.wrist),
        "palm": distance(joints.wrist, joints.palm),
        "hand": distance(joints.wrist, joints.fingers),
    }


LENGTHS = {
    "thigh": body.THIGH,
    "shin": body.SHIN,
    "heel to ball": body.HEEL_BACK + body.BALL_AHEAD,
    "toes": body.TOES,
    "upper arm": body.UPPER_ARM,
    "forearm": body.FOREARM,
    "palm": body.PALM,
    "hand": body.HAND,
}


@given(poses())
def test_no_pose_stretches_a_bone(pose: Pose) -> None:
    skeleton = solve(pose)
    assert pytest.approx(LENGTHS, abs=CLOSE) == lengths(skeleton.near)
    assert pytest.approx(LENGTHS, abs=CLOSE) == lengths(skeleton.far)
    assert pytest.approx(body.LOW_SPINE) == distance(skeleton.pelvis, skeleton.waist)
    assert pytest.approx(body.RIBS) == distance(skeleton.waist, skeleton.shoulders)
    assert pytest.approx(body.NECK) == distance(skeleton.neck, skeleton.head)
    hips = distance(skeleton.near.hip, skeleton.far.hip)
    assert pytest.approx(2 * body.HIP_HALF_WIDTH) == hips


@given(poses())
def test_directions_are_square_and_of_length_one(pose: Pose) -> None:
    skeleton = solve(pose)
    for frame in (skeleton.pelvis_frame, skeleton.chest_frame, skeleton.head_frame):
        assert_frame(frame)
    for joints in (skeleton.near, skeleton.far):
        assert_square(joints.thigh_front, sub(joints.knee, joints.hip))
        assert_square(joints.shin_front, sub(joints.ankle, joints.knee))
        assert_square(joints.foot_forward, joints.foot_up)
        assert_square(joints.arm_front, sub(joints.elbow, joints.shoulder))
        assert_square(joints.forearm_front, sub(joints.wrist, joints.elbow))
        assert_square(joints.palm_faces, joints.hand_forward)


def assert_frame(frame: Frame) -> None:
    # Forward x up is the near side for one who faces right: a frame never turns inside out.
    assert near(frame.near) == cross(frame.forward, frame.up)
    assert_square(frame.forward, frame.up)


def assert_square(direction: Vec, other: Vec) -> None:
    assert pytest.approx(1.0) == norm(direction)
    assert pytest.approx(0.0, abs=CLOSE) == dot(direction, other)


@given(poses())
def test_exchanging_the_sides_mirrors_the_body(pose: Pose) -> None:
    other = {"near": "far", "far": "near"}

    def swapped(name: str) -> str:
        what, _, half = name.rpartition("-")
        return f"{what}-{other[half]}" if half in other else name

    skeleton = solve(pose)
    exchanged = solve(
        replace(
            pose,
            near=pose.far,
            far=pose.near,
            roll=-pose.roll,
            side_bend=-pose.side_bend,
            twist=-pose.twist,
            pelvis_turn=-pose.pelvis_turn,
            pelvis_drop=-pose.pelvis_drop,
            planted=tuple(Contact(swapped(contact.part)) for contact in pose.planted),
            grips=tuple(
                Grip("far" if grip.hand == "near" else "near", swapped(grip.on))
                for grip in pose.grips
            ),
        )
    )
    assert near(mirrored(skeleton.head)) == exchanged.head
    for here, there in ((skeleton.near, exchanged.far), (skeleton.far, exchanged.near)):
        for point in ("knee", "ankle", "toe", "elbow", "palm", "palm_faces", "outward"):
            assert near(mirrored(getattr(here, point))) == getattr(there, point), point


def test_one_who_stands_is_as_tall_as_the_table_says() -> None:
    skeleton = solve(Pose())
    assert pytest.approx(1.0, abs=0.005) == skeleton.head[1] + body.HEAD_HEIGHT / 2
    assert pytest.approx(body.THIGH + body.SHIN + body.ANKLE_HEIGHT) == skeleton.pelvis[1]
    assert near((0.0, 0.0, 1.0)) == skeleton.near.outward
    assert near((1.0, 0.0, 0.0)) == skeleton.head_frame.forward


def bent(**angles: float) -> Joints:
    return solve(Pose(near=Limbs(**angles), planted=(Contact("foot-far"),))).near


def relative(to: Vec, point: Vec) -> Vec:
    return sub(point, to)


def test_flexion_brings_thigh_and_arm_forward() -> None:
    leg = bent(hip=90)
    assert near((body.THIGH, 0.0, 0.0)) == relative(leg.hip, leg.knee)
    assert near((0.0, 1.0, 0.0)) == leg.thigh_front
    arm = bent(shoulder=90)
    assert near((body.UPPER_ARM, 0.0, 0.0)) == relative(arm.shoulder, arm.elbow)


def test_a_knee_bends_back_and_an_elbow_forward() -> None:
    assert near((-body.SHIN, 0.0, 0.0)) == relative(bent(knee=90).knee, bent(knee=90).ankle)
    arm = bent(elbow=90)
    assert near((body.FOREARM, 0.0, 0.0)) == relative(arm.elbow, arm.wrist)


def test_abduction_takes_the_knee_outward_and_leaves_the_side_view_alone() -> None:
    leg = bent(hip=90, abduction=30)
    assert pytest.approx(body.THIGH / 2) == relative(leg.hip, leg.knee)[2]
    assert pytest.approx(0.0, abs=CLOSE) == relative(leg.hip, leg.knee)[1]


def test_outward_rotation_of_a_bent_leg_brings_the_foot_inward() -> None:
    leg = bent(hip=90, knee=90, rotation=30)
    assert pytest.approx(-body.SHIN / 2) == relative(leg.knee, leg.ankle)[2]


def test_dorsiflexion_lifts_the_toes() -> None:
    leg = solve(Pose(near=Limbs(hip=30, ankle=20), planted=(Contact("foot-far"),))).near
    flat = solve(Pose(near=Limbs(hip=30), planted=(Contact("foot-far"),))).near
    assert leg.toe[1] > flat.toe[1] + 0.03


def test_the_tuck_tips_the_pelvis_back_and_keeps_the_trunk_upright() -> None:
    skeleton = solve(Pose(pelvic_tilt=10))
    assert skeleton.pelvis_frame.up[0] < -0.15
    assert pytest.approx(skeleton.pelvis[0], abs=0.002) == skeleton.shoulders[0]


def test_an_arched_back_tips_the_ribs_and_not_the_pelvis() -> None:
    skeleton = solve(Pose(arch=15))
    assert skeleton.chest_frame.up[0] < -0.2
    assert near((0.0, 1.0, 0.0)) == skeleton.pelvis_frame.up


def test_a_bent_neck_takes_the_head_forward_and_a_nod_looks_down() -> None:
    assert solve(Pose(neck=20)).head[0] > 0.02
    nodding = solve(Pose(nod=20))
    assert nodding.head_frame.forward[1] < -0.3
    assert near(solve(Pose()).head) == nodding.head


def test_side_bend_goes_away_from_the_near_side() -> None:
    assert solve(Pose(side_bend=10)).head[2] < -0.02


def test_lowering_the_near_hip_lowers_it() -> None:
    skeleton = solve(Pose(pelvis_drop=10, planted=(Contact("pelvis"),)))
    assert skeleton.near.hip[1] < skeleton.far.hip[1]


def test_turning_the_pelvis_brings_the_near_hip_forward() -> None:
    skeleton = solve(Pose(pelvis_turn=20, planted=(Contact("pelvis"),)))
    assert skeleton.near.hip[0] > skeleton.far.hip[0]


@pytest.mark.parametrize(
    ("part", "point", "height"),
    [
        ("foot-near", "ankle", body.ANKLE_HEIGHT),
        ("toes-near", "ball", 0.0),
        ("heel-near", "heel", 0.0),
        ("knee-near", "knee", body.KNEE_ON_FLOOR),
    ],
)
def test_what_carries_the_body_rests_where_it_should(part: str, point: str, height: float) -> None:
    pose = Pose(trunk=10, near=Limbs(hip=25, knee=70, ankle=12), planted=(Contact(part),), x=0.3)
    spot = getattr(solve(pose).near, point)
    assert pytest.approx((0.3, height)) == spot[:2]


def test_one_who_lies_rests_on_the_back() -> None:
    skeleton = solve(Pose(trunk=-90, planted=(Contact("back"),)))
    assert pytest.approx(body.HIP_ON_FLOOR) == skeleton.pelvis[1]
    assert pytest.approx(body.HIP_ON_FLOOR) == skeleton.shoulders[1]
    assert skeleton.head[0] < skeleton.pelvis[0]
    assert near((0.0, 1.0, 0.0)) == skeleton.head_frame.forward


def test_shoulders_that_carry_the_body_lie_on_the_floor() -> None:
    skeleton = solve(Pose(trunk=-100, pelvic_tilt=10, planted=(Contact("shoulders"),)))
    assert pytest.approx(body.HIP_ON_FLOOR) == skeleton.shoulders[1]
    assert skeleton.pelvis[1] > 0.09


def test_a_second_foot_is_bent_down_to_the_floor() -> None:
    pose = Pose(near=Limbs(hip=10, knee=25, ankle=10), far=Limbs(hip=15, knee=30, ankle=15))
    foot = solve(pose).near
    assert (0.0, 0.0) == pytest.approx((foot.heel[1], foot.ball[1]), abs=CLOSE)
    assert solve(pose).contact_error > 0.004


LYING = Pose(
    trunk=-90,
    near=Limbs(hip=105, knee=100, shoulder=8, elbow=45),
    far=Limbs(shoulder=8, elbow=45),
    planted=(Contact("back"),),
)


@pytest.mark.parametrize("on", ["thigh-near", "thigh-front-near", "shin-near"])
def test_hands_meet_what_they_hold(on: str) -> None:
    near_leg = replace(LYING.near, hip=115, knee=125)
    skeleton = solve(replace(LYING, near=near_leg, grips=(Grip("near", on), Grip("far", on))))
    for joints in (skeleton.near, skeleton.far):
        assert on == joints.grip
        assert joints.grip_error < 0.02
    assert 0.03 < distance(skeleton.near.palm, skeleton.far.palm) < 0.09


def behind(skeleton: Skeleton) -> float:
    """How far the near palm is behind the near thigh."""
    leg = skeleton.near
    return -dot(sub(leg.palm, leg.hip), leg.thigh_front)


def test_behind_the_thigh_and_in_front_of_it_are_two_places() -> None:
    def held(on: str) -> float:
        return behind(solve(replace(LYING, grips=(Grip("near", on),))))

    assert held("thigh-near") > 0.02
    assert held("thigh-front-near") < -0.04


def test_a_palm_turns_to_what_it_holds() -> None:
    skeleton = solve(replace(LYING, grips=(Grip("near", "thigh-front-near"),)))
    assert dot(skeleton.near.palm_faces, skeleton.near.thigh_front) < -0.6


def test_a_hand_out_of_reach_says_so() -> None:
    desk = Prop("desk", 2.0, 0.6)
    skeleton = solve(Pose(grips=(Grip("near", "desk"),), props=(desk,)))
    assert skeleton.near.grip_error > 1.0


def test_a_hand_on_the_desk_lies_flat_on_it() -> None:
    desk = Prop("desk", 0.2, 0.55)
    hand = solve(Pose(near=Limbs(elbow=60), grips=(Grip("near", "desk"),), props=(desk,))).near
    assert near((1.0, 0.0, 0.0)) == hand.hand_forward
    assert near((0.0, -1.0, 0.0)) == hand.palm_faces
    assert 0.0 < hand.palm[1] - desk.y < 0.02


def test_a_hand_on_the_hip_is_on_its_own_side() -> None:
    arms = Limbs(shoulder=-25, shoulder_abduction=30, elbow=80)
    skeleton = solve(Pose(near=arms, far=arms, grips=(Grip("near", "hip"), Grip("far", "hip"))))
    assert skeleton.near.palm[2] > 0.05
    assert skeleton.far.palm[2] < -0.05
    assert skeleton.near.elbow[0] < skeleton.near.palm[0]


def test_the_strap_runs_from_hand_to_hand_behind_the_thigh() -> None:
    skeleton = solve(replace(LYING, props=(Prop("strap"),)))
    first, *middle, last = skeleton.strap
    assert (first, last) == (skeleton.near.palm, skeleton.far.palm)
    leg = skeleton.near
    assert all(dot(sub(point, leg.hip), leg.thigh_front) < -0.03 for point in middle)
    assert solve(LYING).strap == ()


def test_a_shrug_lifts_the_shoulder() -> None:
    assert bent(shrug=1).shoulder[1] > bent().shoulder[1] + 0.02


def test_a_moving_foot_gives_way_to_the_floor() -> None:
    pose = Pose(near=Limbs(hip=5, ankle=-40), planted=(Contact("foot-far"),))
    assert solve(pose).near.toe[1] < -0.03
    assert solve(replace(pose, moving=True)).near.toe[1] > -CLOSE
