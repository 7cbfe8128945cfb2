"""Where a pose's arrows are in space."""

from __future__ import annotations

from typing import NamedTuple

from hipcoach.core.figure.pose import Arrow, half_of
from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.core.figure.vectors import (
    UP,
    Vec,
    along,
    between,
    cross,
    dot,
    scale,
    sub,
    unit,
)


def arrow_line(arrow: Arrow, skeleton: Skeleton) -> tuple[Vec, Vec]:
    """Tail and tip of an arrow. The tail is on the bone: draw it clear of the flesh.

    A `tuck` arrow is the chord of a curl: behind the pelvis, from the belt down and under.
    For a `turn` see `turn_circle`: its line is how the front of the limb sets off.
    """
    start = _start(arrow.at, skeleton)
    return start, along(start, _way(arrow, skeleton), arrow.length)


class Circle(NamedTuple):
    """A circle around a limb: at an angle it is `middle` + r (`start` cos + `onward` sin)."""

    middle: Vec
    start: Vec  # unit: the front of the limb
    onward: Vec  # unit: the way the front turns


def turn_circle(arrow: Arrow, skeleton: Skeleton) -> Circle:
    """The circle of a `turn` arrow, square to the limb that it is at."""
    place, half = half_of(arrow.at)
    joints = skeleton.side(half or "near")
    way = sub(joints.knee, joints.hip)
    front = joints.thigh_front
    if place in {"mid-shin", "ankle"}:
        way, front = sub(joints.ankle, joints.knee), joints.shin_front
    onward = unit(cross(unit(way), front))
    if (dot(onward, joints.outward) > 0) != (arrow.way == "outward"):
        onward = scale(onward, -1.0)
    return Circle(_start(arrow.at, skeleton), front, onward)


def _start(at: str, skeleton: Skeleton) -> Vec:
    place, half = half_of(at)
    if half is None:
        point: Vec = getattr(skeleton, place)
        return point
    joints = skeleton.side(half)
    if place == "mid-thigh":
        return between(joints.hip, joints.knee, 0.6)
    if place == "mid-shin":
        return between(joints.knee, joints.ankle, 0.5)
    if place == "foot":
        return between(joints.heel, joints.toe, 0.5)
    joint: Vec = getattr(joints, place)
    return joint


def _way(arrow: Arrow, skeleton: Skeleton) -> Vec:
    _, half = half_of(arrow.at)
    joints = skeleton.side(half or "near")
    pelvis, chest = skeleton.pelvis_frame, skeleton.chest_frame
    ways: dict[str, Vec] = {
        "forward": chest.forward,
        "backward": scale(chest.forward, -1.0),
        "headward": chest.up,
        "footward": scale(chest.up, -1.0),
        "outward": joints.outward,
        "inward": scale(joints.outward, -1.0),
        "up": UP,
        "down": scale(UP, -1.0),
        "thigh-front": joints.thigh_front,
        "thigh-back": scale(joints.thigh_front, -1.0),
        "shin-front": joints.shin_front,
        "shin-back": scale(joints.shin_front, -1.0),
        "along-thigh": unit(sub(joints.knee, joints.hip)),
        "into-hip": unit(sub(joints.hip, joints.knee)),
        "posterior": unit(sub(scale(pelvis.up, -1.0), scale(pelvis.forward, 0.2))),
    }
    return ways[arrow.way]
