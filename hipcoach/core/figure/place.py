"""Where a body is: the first part that a pose names rests, and the rest follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Final

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.arms import arm_of
from hipcoach.core.figure.legs import Leg, leg_of, resting
from hipcoach.core.figure.pose import RESTS_ON, Contact, Half, Pose, Prop, half_of
from hipcoach.core.figure.trunk import TrunkFrames
from hipcoach.core.figure.vectors import Vec, along, scale

LEG_PARTS: Final = frozenset({"foot", "toes", "heel", "knee", "instep"})
"""The parts that a leg is bent for, so that they rest."""
_UPRIGHT: Final = 0.2  # of a thigh's length along the floor, below which it lies on nothing


def prop_under(part: str, props: Sequence[Prop]) -> Prop | None:
    """The thing in the picture that a part rests on; None: the floor, or nothing is there."""
    kind = RESTS_ON.get(part)
    return next((prop for prop in props if prop.kind == kind), None)


def surface_of(part: str, props: Sequence[Prop]) -> float:
    """How high the thing is that a part rests on, in body heights."""
    prop = prop_under(part, props)
    if prop is None:
        return 0.0
    return 2.0 * body.BALL if prop.kind == "ball" else prop.y


def groin_of(hip: Vec, forward: Vec) -> Vec:
    """The skin before a hip joint, just inside the front hip bone."""
    return along(hip, forward, body.GROIN_DEEP)


def pelvis_place(pose: Pose, frames: TrunkFrames) -> Vec:
    """Where the pelvis is when the first planted part rests on its spot."""
    if not pose.planted:
        return (pose.x, body.HIP_ON_FLOOR, 0.0)
    first = pose.planted[0]
    x = pose.x if first.x is None else first.x
    part, half = half_of(first.part)
    surface = surface_of(part, pose.props)
    if half is not None:
        return _under_limb(pose, frames, first, x, surface)
    if part == "seat":
        return (x, surface + body.HIP_ON_SEAT, 0.0)
    if part == "side":
        return (x, body.PELVIS_BREADTH / 2.0, 0.0)
    rise = frames.pelvis.up[1] * body.LOW_SPINE + frames.chest.up[1] * body.RIBS
    return (x, body.HIP_ON_FLOOR - (rise if part == "shoulders" else 0.0), 0.0)


def _under_limb(pose: Pose, frames: TrunkFrames, first: Contact, x: float, surface: float) -> Vec:
    part, half = half_of(first.part)
    limbs, sign = (pose.near, 1.0) if half == "near" else (pose.far, -1.0)
    outward = scale(frames.hips.near, sign)
    origin = (0.0, 0.0, 0.0)
    if part == "forearm":
        spot, height = _elbow(pose, frames, half or "near"), body.ELBOW_ON_FLOOR
    elif part in LEG_PARTS:
        _, spot, height = resting(leg_of(limbs, frames.hips, outward, origin), part, surface)
    elif part == "thigh":
        return (x, _rolling_height(leg_of(limbs, frames.hips, outward, origin), x, pose.props), 0.0)
    else:
        hip = along(origin, outward, body.HIP_HALF_WIDTH)
        spot, height = groin_of(hip, frames.pelvis.forward), surface
    return (x - spot[0], height - spot[1], 0.0)


def _rolling_height(leg: Leg, x: float, props: Sequence[Prop]) -> float:
    """How high the pelvis is, over `x`, when a thigh lies on the roller."""
    roller = prop_under("thigh", props)
    hip, (ahead, rise, _) = leg.bones.root, leg.bones.upper
    if roller is None or abs(ahead) < _UPRIGHT:
        return body.HIP_ON_FLOOR
    clear = (body.ROLLER + body.THIGH_DEEP) * hypot(ahead, rise) / abs(ahead)
    return body.ROLLER + clear - rise * (roller.x - x - hip[0]) / ahead - hip[1]


def _elbow(pose: Pose, frames: TrunkFrames, half: Half) -> Vec:
    """The elbow from the pelvis, as the angles say."""
    waist = scale(frames.pelvis.up, body.LOW_SPINE)
    shoulders = along(waist, frames.chest.up, body.RIBS)
    limbs = pose.near if half == "near" else pose.far
    return arm_of(limbs, frames.chest, shoulders, half).bones.middle
