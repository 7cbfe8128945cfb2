from __future__ import annotations

import pytest

from hipcoach.core.figure.pose import ANCHORS, WAYS, Arrow, Contact, Limbs, Pose
from hipcoach.core.figure.signs import arrow_line, turn_circle
from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.figure.vectors import Vec, cross, distance, dot, sub, unit

LYING = solve(
    Pose(
        trunk=-90,
        near=Limbs(hip=90, knee=90),
        far=Limbs(ankle=-25),
        planted=(Contact("back"), Contact("heel-far")),
    )
)


def way(at: str, direction: str, skeleton: Skeleton = LYING) -> Vec:
    tail, tip = arrow_line(Arrow("push", at, direction, 1.0), skeleton)
    return sub(tip, tail)


@pytest.mark.parametrize("at", ANCHORS)
@pytest.mark.parametrize("direction", WAYS)
def test_every_arrow_has_its_length(at: str, direction: str) -> None:
    tail, tip = arrow_line(Arrow("push", at, direction, 0.12), LYING)
    assert pytest.approx(0.12) == distance(tail, tip)


@pytest.mark.parametrize(
    ("at", "direction", "expected"),
    [
        ("mid-thigh-near", "thigh-back", (1, 0, 0)),
        ("mid-thigh-near", "thigh-front", (-1, 0, 0)),
        ("palm-near", "thigh-front", (-1, 0, 0)),
        ("mid-shin-near", "shin-front", (0, 1, 0)),
        ("mid-shin-near", "shin-back", (0, -1, 0)),
        ("knee-near", "along-thigh", (0, 1, 0)),
        ("knee-near", "into-hip", (0, -1, 0)),
        ("knee-near", "outward", (0, 0, 1)),
        ("knee-far", "outward", (0, 0, -1)),
        ("knee-near", "inward", (0, 0, -1)),
        ("chest", "headward", (-1, 0, 0)),
        ("chest", "footward", (1, 0, 0)),
        ("chest", "forward", (0, 1, 0)),
        ("chest", "backward", (0, -1, 0)),
        ("head", "up", (0, 1, 0)),
        ("head", "down", (0, -1, 0)),
    ],
)
def test_arrows_point_in_the_figures_terms(
    at: str, direction: str, expected: tuple[int, int, int]
) -> None:
    assert pytest.approx(expected, abs=0.02) == way(at, direction)


def test_the_tuck_goes_down_and_under() -> None:
    x, y, _ = way("pelvis", "posterior", solve(Pose()))
    assert y < -0.9
    assert x < 0


def test_an_arrow_starts_on_its_limb() -> None:
    tail, _ = arrow_line(Arrow("push", "mid-thigh-near", "up"), LYING)
    assert LYING.near.hip[1] < tail[1] < LYING.near.knee[1]
    tail, _ = arrow_line(Arrow("push", "mid-shin-near", "up"), LYING)
    assert LYING.near.knee[0] < tail[0] < LYING.near.ankle[0]
    tail, _ = arrow_line(Arrow("swing", "foot-far", "up"), LYING)
    assert LYING.far.heel[1] < tail[1] < LYING.far.toe[1]
    tail, _ = arrow_line(Arrow("tuck", "pelvis", "posterior"), LYING)
    assert LYING.pelvis == tail


@pytest.mark.parametrize(("half", "way_out"), [("near", 1), ("far", -1)])
@pytest.mark.parametrize(("direction", "sign"), [("outward", 1), ("inward", -1)])
def test_a_turn_goes_around_its_limb(half: str, way_out: int, direction: str, sign: int) -> None:
    circle = turn_circle(Arrow("turn", f"mid-thigh-{half}", direction), LYING)
    joints = LYING.near if half == "near" else LYING.far
    assert joints.thigh_front == circle.start
    assert pytest.approx((0, 0, sign * way_out), abs=1e-6) == circle.onward
    assert pytest.approx(0.0, abs=1e-9) == dot(circle.onward, sub(joints.knee, joints.hip))
    line, _ = arrow_line(Arrow("turn", f"mid-thigh-{half}", direction), LYING)
    assert line == circle.middle


def test_a_turn_can_go_around_the_shin() -> None:
    circle = turn_circle(Arrow("turn", "mid-shin-near", "inward"), LYING)
    shin = unit(sub(LYING.near.ankle, LYING.near.knee))
    assert pytest.approx(1.0) == abs(dot(cross(circle.start, circle.onward), shin))
    assert circle.onward[2] < -0.9
