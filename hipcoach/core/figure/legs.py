"""Legs: from angles to points, and down to the floor where a part is planted."""

from __future__ import annotations

from typing import NamedTuple

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.chains import Bones, Frame, chain, limb_way, reached, turned
from hipcoach.core.figure.pose import Contact, Limbs
from hipcoach.core.figure.vectors import (
    FORWARD,
    UP,
    Vec,
    along,
    distance,
    scale,
    square_to,
    sub,
)


class Leg(NamedTuple):
    """A leg in space: its bones, and how its foot is turned."""

    bones: Bones
    foot_forward: Vec  # unit, heel to ball
    foot_up: Vec  # unit, square to the sole
    toes: float  # degrees that the toes are bent up


class Sole(NamedTuple):
    """The three points that the sole stands on."""

    heel: Vec
    ball: Vec
    toe: Vec


def leg_of(limbs: Limbs, hips: Frame, outward: Vec, pelvis: Vec) -> Leg:
    """The leg as its angles say, hanging from the pelvis' midpoint."""
    way, front = limb_way(hips, outward, limbs.hip, limbs.abduction, limbs.rotation)
    root = along(pelvis, outward, body.HIP_HALF_WIDTH)
    bones = chain(root, way, front, -limbs.knee, body.THIGH, body.SHIN)
    ahead, up = turned(bones.lower_front, scale(bones.lower, -1.0), limbs.ankle)
    return Leg(bones, ahead, up, limbs.toes)


def sole_of(leg: Leg) -> Sole:
    """Heel, ball and tip of the toes, on the underside of the foot."""
    under = along(leg.bones.end, leg.foot_up, -body.ANKLE_HEIGHT)
    ball = along(under, leg.foot_forward, body.BALL_AHEAD)
    tip, _ = turned(leg.foot_forward, leg.foot_up, leg.toes)
    return Sole(along(under, leg.foot_forward, -body.HEEL_BACK), ball, along(ball, tip, body.TOES))


def instep_of(ankle: Vec, foot_forward: Vec, foot_up: Vec) -> Vec:
    """Where the laces of a foot rest on what is under them."""
    return along(along(ankle, foot_forward, body.INSTEP_AHEAD), foot_up, body.INSTEP_DEEP)


def resting(leg: Leg, part: str, surface: float = 0.0) -> tuple[Leg, Vec, float]:
    """The leg with its foot laid flat if the sole rests, the resting point, and its height.

    `surface` is how high the thing is that an instep rests on.
    """
    if part == "knee":
        return leg, leg.bones.middle, body.KNEE_ON_FLOOR
    if part == "instep":
        return leg, instep_of(leg.bones.end, leg.foot_forward, leg.foot_up), surface
    if part == "foot":
        leg = leg._replace(foot_forward=square_to(leg.foot_forward, UP, FORWARD), foot_up=UP)
        return leg, leg.bones.end, body.ANKLE_HEIGHT
    sole = sole_of(leg)
    return leg, sole.heel if part == "heel" else sole.ball, 0.0


def settled(leg: Leg, part: str, contact: Contact, surface: float = 0.0) -> tuple[Leg, float]:
    """The leg bent so that its planted part rests, and how far its angles alone had it off."""
    leg, spot, height = resting(leg, part, surface)
    x = spot[0] if contact.x is None else contact.x
    z = spot[2] if contact.z is None else contact.z
    goal = (x, height, z)
    error = distance(goal, spot)
    if part == "knee" or error < 1e-9:  # noqa: PLR2004 - already there
        return leg, error
    return _moved_foot(leg, sub(goal, spot)), error


def above_floor(leg: Leg) -> Leg:
    """The leg drawn up as far as its foot would be in the floor."""
    lowest = min(point[1] for point in sole_of(leg))
    return _moved_foot(leg, (0.0, -lowest, 0.0)) if lowest < 0.0 else leg


def _moved_foot(leg: Leg, by: Vec) -> Leg:
    end = leg.bones.end
    goal = (end[0] + by[0], end[1] + by[1], end[2] + by[2])
    return leg._replace(bones=reached(leg.bones, goal, body.THIGH, body.SHIN, 1.0))
