from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.checks import out_of_range
from hipcoach.core.figure.motion import (
    chest_rise,
    eased_at,
    far_apart,
    pose_at,
    there_and_back,
)
from hipcoach.core.figure.pose import Arrow, Contact, Grip, Half, Limbs, Pose, Prop
from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.figure.vectors import distance
from tests.core.figure.bodies import free_poses, poses

HOOK = Limbs(hip=45, knee=95.3, ankle=-39.7)
LYING = Pose(
    trunk=-90, near=HOOK, far=HOOK, planted=(Contact("back"), Contact("head"), Contact("foot-far"))
)
BEHIND = (Grip("near", "thigh-near"), Grip("far", "thigh-near"))
BEFORE = (Grip("near", "thigh-front-near"), Grip("far", "thigh-front-near"))
ARMS = {"shoulder": 8.0, "elbow": 45.0}
PICKED_UP = replace(
    LYING, near=Limbs(hip=92, knee=95, **ARMS), far=replace(HOOK, **ARMS), grips=BEHIND
)
CLOSER = replace(PICKED_UP, near=replace(PICKED_UP.near, hip=112, knee=115))
POINTS = ("knee", "ankle", "toe", "elbow", "palm", "fingers")
SIDES: tuple[Half, ...] = ("near", "far")

fractions = st.floats(0, 1)


def walk(start: Pose, end: Pose, steps: int = 60) -> Iterator[Skeleton]:
    return (solve(pose_at(start, end, step / steps)) for step in range(steps + 1))


@given(poses(), poses())
def test_a_move_starts_and_ends_with_the_very_poses(start: Pose, end: Pose) -> None:
    assert start is pose_at(start, end, 0.0)
    assert end is pose_at(start, end, 1.0)
    assert start is pose_at(start, end, -0.5)
    assert end is pose_at(start, end, 1.5)


@given(free_poses(), free_poses(), fractions)
def test_a_move_stays_within_the_joints_ranges(start: Pose, end: Pose, fraction: float) -> None:
    # A shoulder has many ways to say the same: compare those that have one.
    def plain(pose: Pose) -> Pose:
        arm = {"shoulder_abduction": 10.0, "wrist": 0.0, "pronation": 0.0}
        return replace(pose, near=replace(pose.near, **arm), far=replace(pose.far, **arm))

    assert () == out_of_range(pose_at(plain(start), plain(end), fraction))


@given(free_poses(), free_poses(), fractions)
def test_angles_stay_between_the_ends(start: Pose, end: Pose, fraction: float) -> None:
    way = pose_at(start, end, fraction)
    for angle in ("hip", "abduction", "knee", "ankle", "elbow"):
        a, b = getattr(start.near, angle), getattr(end.near, angle)
        assert min(a, b) - 0.01 <= getattr(way.near, angle) <= max(a, b) + 0.01
    assert min(start.trunk, end.trunk) <= way.trunk <= max(start.trunk, end.trunk)


@given(poses(), poses(), fractions)
def test_the_same_fraction_gives_the_same_pose(start: Pose, end: Pose, fraction: float) -> None:
    assert pose_at(start, end, fraction) == pose_at(start, end, fraction)


def test_every_angle_of_the_body_moves() -> None:
    names = [f.name for f in fields(Pose) if f.type == "float" and f.name not in {"x", "hinge"}]
    assert len(names) == 10
    tens: dict[str, Any] = dict.fromkeys(names, 10.0)
    end = replace(Pose(), **tens)
    assert dict.fromkeys(names, 5.0) == {
        name: getattr(pose_at(Pose(), end, 0.5), name) for name in names
    }


def test_a_move_is_gentle_at_both_ends() -> None:
    assert (0.0, 0.5, 1.0) == (eased_at(-1), eased_at(0.5), eased_at(2))
    assert eased_at(0.1) < 0.05
    assert eased_at(0.9) > 0.95


def test_hands_stay_on_what_both_ends_hold() -> None:
    for skeleton in walk(PICKED_UP, CLOSER):
        for side in SIDES:
            assert "thigh-near" == skeleton.side(side).grip
            assert skeleton.side(side).grip_error < 0.02


def test_a_planted_foot_does_not_slide() -> None:
    ankles = [skeleton.far.ankle for skeleton in walk(PICKED_UP, CLOSER)]
    assert max(distance(ankles[0], ankle) for ankle in ankles) < 1e-6
    heights = {round(ankle[1], 6) for ankle in ankles}
    assert {body.ANKLE_HEIGHT} == heights


def test_a_planted_foot_goes_straight_to_its_other_spot() -> None:
    # The knee falls out to the side and the hip turns: the angles alone would swing the foot.
    end = replace(LYING, far=replace(HOOK, abduction=30, rotation=20, hip=40, knee=92))
    way = [skeleton.far.ankle for skeleton in walk(LYING, end)]
    first, last = way[0], way[-1]
    assert distance(first, last) > 0.03
    for ankle in way:
        detour = distance(first, ankle) + distance(ankle, last) - distance(first, last)
        assert detour < 1e-6


def test_a_planted_knee_and_foot_stay_while_one_leans() -> None:
    tall = Pose(
        near=Limbs(hip=0, knee=90, ankle=-50, toes=-20),
        far=Limbs(hip=91.2, knee=91.2),
        planted=(Contact("knee-near"), Contact("foot-far")),
    )
    lean = replace(
        tall, near=replace(tall.near, hip=-7, knee=83), far=Limbs(hip=91.2, knee=98.2, ankle=7)
    )
    first, *others = walk(tall, lean)
    for skeleton in others:
        assert distance(first.near.knee, skeleton.near.knee) < 1e-6
        assert distance(first.far.ankle, skeleton.far.ankle) < 0.006


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (LYING, PICKED_UP),
        (PICKED_UP, CLOSER),
        (PICKED_UP, replace(PICKED_UP, grips=BEFORE)),
        (PICKED_UP, replace(PICKED_UP, far=Limbs(ankle=-25), planted=LYING.planted[:2])),
    ],
)
def test_nothing_jumps(start: Pose, end: Pose) -> None:
    steps = 240
    for before, after in pairwise(walk(start, end, steps)):
        for side in SIDES:
            for point in POINTS:
                a, b = (getattr(skeleton.side(side), point) for skeleton in (before, after))
                assert distance(a, b) < 2.0 / steps, f"{side} {point}"


def test_hands_change_over_around_the_thigh_and_not_through_it() -> None:
    end = replace(PICKED_UP, grips=BEFORE)
    for skeleton in walk(PICKED_UP, end):
        leg, palm = skeleton.near, skeleton.near.palm
        share = (palm[1] - leg.hip[1]) / (leg.knee[1] - leg.hip[1])
        on_bone = tuple(h + (k - h) * share for h, k in zip(leg.hip, leg.knee, strict=True))
        assert distance(palm, (on_bone[0], on_bone[1], on_bone[2])) > 0.035


DESK = Prop("desk", 0.17, 0.565)
STAND = Pose(grips=(Grip("near", "desk"),), props=(DESK,), near=Limbs(elbow=80))
STEPPED = replace(
    STAND,
    near=Limbs(hip=-8, knee=5, ankle=13, elbow=80),
    far=Limbs(hip=12, knee=20, ankle=8),
)


def test_a_foot_that_goes_to_another_spot_is_lifted() -> None:
    middle = solve(pose_at(STAND, STEPPED, 0.5))
    assert middle.near.ankle[1] > body.ANKLE_HEIGHT + 0.01
    assert pytest.approx(0.0, abs=1e-6) == middle.far.heel[1]


def test_no_foot_goes_through_the_floor_on_its_way() -> None:
    back = Pose(near=Limbs(hip=-18, knee=20, ankle=5), planted=(Contact("foot-far"),))
    front = Pose(near=Limbs(hip=50, knee=5), planted=(Contact("foot-far"),))
    for skeleton in walk(back, front):
        assert min(skeleton.near.heel[1], skeleton.near.ball[1], skeleton.near.toe[1]) > -1e-6


def test_what_teaches_belongs_to_the_end() -> None:
    end = replace(CLOSER, hold_still=True, inset="front")
    way = pose_at(PICKED_UP, end, 0.2)
    assert (True, "front") == (way.hold_still, way.inset)


def test_a_repetition_comes_back_to_where_it_began() -> None:
    assert LYING == there_and_back(LYING, PICKED_UP, 0.0)
    assert PICKED_UP == there_and_back(LYING, PICKED_UP, 0.5)
    assert LYING == there_and_back(LYING, PICKED_UP, 3.0)
    out = there_and_back(LYING, PICKED_UP, 0.2)
    assert out == pose_at(LYING, PICKED_UP, 0.4)
    assert pytest.approx(out.near.hip) == there_and_back(LYING, PICKED_UP, 0.8).near.hip


def test_floor_and_standing_are_far_apart() -> None:
    assert far_apart(LYING, Pose())
    kneeling = Pose(near=Limbs(knee=90, ankle=-50), planted=(Contact("knee-near"),))
    assert far_apart(Pose(), kneeling)
    bent = Limbs(hip=60)
    assert far_apart(Pose(), Pose(trunk=60, near=bent, far=bent))
    assert not far_apart(LYING, PICKED_UP)
    assert not far_apart(STAND, STEPPED)


def test_the_chest_rises_a_few_millimetres_and_sinks_again() -> None:
    tall_mm = 1700
    breath = [chest_rise(second / 10, breaths_a_minute=10) * tall_mm for second in range(61)]
    assert pytest.approx(0.0) == breath[0]
    assert pytest.approx(0.0, abs=1e-6) == breath[60]
    assert 3 < max(breath) < 5
    assert 24 == breath.index(max(breath))


MARCH_NEAR = Pose(near=Limbs(hip=70, knee=80), planted=(Contact("foot-far"),))
MARCH_FAR = Pose(far=Limbs(hip=70, knee=80), planted=(Contact("foot-near"),))


def test_one_who_marches_puts_a_foot_down_before_lifting_the_other() -> None:
    middle = solve(pose_at(MARCH_NEAR, MARCH_FAR, 0.5))
    assert pytest.approx(0.0, abs=1e-6) == middle.near.ball[1] == middle.far.ball[1]
    for skeleton in walk(MARCH_NEAR, MARCH_FAR):
        lower = min(skeleton.near.heel[1], skeleton.far.heel[1])
        assert pytest.approx(0.0, abs=1e-6) == lower


def test_marching_shows_what_the_leg_to_come_works_with() -> None:
    end = replace(MARCH_FAR, arrows=(Arrow("lean", "knee-far", "up"),))
    for fraction in (0.2, 0.5, 0.8):
        assert end.arrows == pose_at(MARCH_NEAR, end, fraction).arrows


def test_arms_swing_through_the_middle_of_a_march() -> None:
    start = replace(MARCH_NEAR, near=replace(MARCH_NEAR.near, shoulder=-20))
    end = replace(MARCH_FAR, near=Limbs(shoulder=30))
    assert pytest.approx(5.0) == pose_at(start, end, 0.5).near.shoulder


def test_a_heel_rises_while_the_ball_of_the_foot_stays() -> None:
    on_toes = replace(
        STAND,
        near=Limbs(hip=-15, knee=12, ankle=15, toes=12, elbow=80),
        far=Limbs(hip=19.7, knee=32, ankle=12.3),
        planted=(Contact("foot-far"), Contact("toes-near")),
        x=0.0,
    )
    lunge = replace(on_toes, planted=(Contact("toes-near"), Contact("foot-far")), x=0.071)
    stand = replace(STAND, planted=(Contact("foot-near"), Contact("foot-far")))
    balls = [skeleton.near.ball for skeleton in walk(stand, lunge)]
    assert max(distance(balls[0], ball) for ball in balls) < 1e-3


def test_a_roller_rolls_with_the_body() -> None:
    start = replace(LYING, props=(Prop("roller", 0.1), Prop("mat")))
    end = replace(LYING, props=(Prop("roller", 0.3, 0.2, 0.1),))
    assert (Prop("roller", 0.2, 0.1, 0.05),) == pose_at(start, end, 0.5).props
    assert (Prop("roller", 0.2, 0.1, 0.05), Prop("mat")) == pose_at(end, start, 0.5).props


def test_a_body_rolls_over_on_the_way() -> None:
    assert 20.0 == pose_at(LYING, replace(LYING, roll=40), 0.5).roll
    assert far_apart(LYING, replace(LYING, roll=60))


SEATED = Pose(
    near=Limbs(hip=90, knee=90),
    far=Limbs(hip=90, knee=90),
    planted=(Contact("foot-far"), Contact("foot-near")),
    hinge=30.0,
)


@pytest.mark.parametrize(("start", "end"), [(SEATED, Pose()), (Pose(), SEATED)])
def test_one_who_gets_up_leans_forward_before_rising(start: Pose, end: Pose) -> None:
    way = [pose_at(start, end, step / 40) for step in range(41)]
    leans = [pose.trunk for pose in (way if start is SEATED else way[::-1])]
    assert pytest.approx(30.0, abs=0.5) == max(leans)
    assert leans.index(max(leans)) < 17
    assert 0.0 == leans[0] == leans[-1]
    deepest = max(way, key=lambda pose: pose.trunk)
    # Upright the weight would be behind the heels.
    assert solve(deepest).shoulders[0] > solve(replace(deepest, trunk=0.0)).shoulders[0] + 0.1
    assert deepest.near.hip > deepest.trunk + 40


def test_a_forearm_stays_where_it_leans() -> None:
    arms, legs = {"shoulder": 80.0, "elbow": 90.0}, {"ankle": 8.0, "toes": 70.0}
    side = Limbs(**arms, **legs)
    parts = ("toes-near", "toes-far", "forearm-near", "forearm-far")
    start = Pose(trunk=80, near=side, far=side, planted=tuple(map(Contact, parts)))
    # The body goes forward over the elbows, and so lower.
    ahead = replace(side, shoulder=55, elbow=115)
    end = replace(start, trunk=82.5, near=ahead, far=ahead, x=0.075)
    for skeleton in walk(start, end):
        elbow = solve(start).near.elbow
        assert pytest.approx(elbow[0], abs=0.01) == skeleton.near.elbow[0]
        assert pytest.approx(body.ELBOW_ON_FLOOR, abs=0.005) == skeleton.near.elbow[1]


def test_a_hand_goes_from_a_strap_straight_to_what_it_holds() -> None:
    arm = {"shoulder": -30.0, "elbow": 20.0}
    start = Pose(
        near=Limbs(hip=-5, knee=110, **arm),
        planted=(Contact("foot-far"),),
        grips=(Grip("near", "strap"),),
        props=(Prop("strap", around="ankle"),),
    )
    end = replace(start, near=Limbs(hip=-5, knee=135, **arm), grips=(Grip("near", "ankle-near"),))
    palms = [skeleton.near.palm for skeleton in walk(start, end)]
    whole = distance(palms[0], palms[-1])
    assert sum(distance(a, b) for a, b in pairwise(palms)) < whole * 1.2
    assert max(distance(a, b) for a, b in pairwise(palms)) < whole / 20
