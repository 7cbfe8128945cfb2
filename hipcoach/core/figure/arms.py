"""Arms: from angles to points, onto what the hand holds, and down to the floor."""

from __future__ import annotations

from math import copysign, sqrt
from typing import NamedTuple

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.chains import Bones, Frame, chain, limb_way, reached, turned
from hipcoach.core.figure.holds import Hold, Surroundings, hold_of
from hipcoach.core.figure.pose import Contact, Grip, Half, Limbs
from hipcoach.core.figure.vectors import (
    FORWARD,
    UP,
    Vec,
    along,
    cross,
    distance,
    dot,
    mix,
    scale,
    square_to,
    sub,
    unit,
)

_SHRUG = 0.03  # how far a shoulder rises, in body heights
_OUT = 0.02  # how far inside of its shoulder an elbow may be and still rather goes out


class Arm(NamedTuple):
    """An arm in space."""

    bones: Bones
    hand_forward: Vec  # unit, wrist to the fingers
    palm_faces: Vec  # unit, out of the palm
    grip: str = ""  # what the hand holds
    grip_error: float = 0.0  # how far the palm stays from it, in body heights

    @property
    def palm(self) -> Vec:
        """The middle of the palm."""
        return along(self.bones.end, self.hand_forward, body.PALM)


def arm_of(limbs: Limbs, chest: Frame, shoulders: Vec, half: Half) -> Arm:
    """The arm as its angles say, from the midpoint of the shoulders."""
    outward = chest.near if half == "near" else scale(chest.near, -1.0)
    root = along(shoulders, outward, body.SHOULDER_HALF_WIDTH)
    root = along(root, chest.up, _SHRUG * limbs.shrug)
    way, front = limb_way(
        chest, outward, limbs.shoulder, limbs.shoulder_abduction, limbs.shoulder_rotation
    )
    bones = chain(root, way, front, limbs.elbow, body.UPPER_ARM, body.FOREARM)
    palm, little = turned(*neutral_hand(bones, half), limbs.pronation)
    ahead, palm = turned(bones.lower, scale(palm, -1.0), limbs.wrist)
    ahead, _ = turned(ahead, little, -limbs.wrist_side)
    return Arm(bones, ahead, scale(palm, -1.0))


def leaning(arm: Arm, contact: Contact, outward: Vec) -> tuple[Arm, float]:
    """The arm with its forearm on the floor, and how far its angles alone had it off."""
    root, free = arm.bones.root, arm.bones.middle
    goal = (
        free[0] if contact.x is None else contact.x,
        body.ELBOW_ON_FLOOR,
        free[2] if contact.z is None else contact.z,
    )
    sunk = min(root[1] - goal[1], body.UPPER_ARM)
    level = sqrt(max(body.UPPER_ARM**2 - sunk**2, 0.0))
    # Over its own elbow a body that is low makes that go out to the side.
    ahead = max(-level, min(level, goal[0] - root[0]))
    aside = copysign(sqrt(level**2 - ahead**2), goal[2] - root[2] + _OUT * outward[2])
    elbow = (root[0] + ahead, root[1] - sunk, root[2] + aside)
    drop = (body.ELBOW_ON_FLOOR - body.WRIST_ON_FLOOR) / body.FOREARM
    flat = square_to(arm.bones.lower, UP, FORWARD)
    upper, lower = unit(sub(elbow, root)), unit((flat[0], -drop, flat[2]))
    wrist = along(elbow, lower, body.FOREARM)
    front = square_to(lower, upper, arm.bones.upper_front)
    bent = dot(lower, upper)
    below = square_to(mix(front, bent, upper, -dot(lower, front)), lower)
    bones = Bones(root, elbow, wrist, upper, lower, front, below)
    off = max(distance(elbow, free), distance(wrist, arm.bones.end))
    return Arm(bones, flat, (0.0, -1.0, 0.0), "floor"), off


def neutral_hand(bones: Bones, half: Half) -> tuple[Vec, Vec]:
    """Where the palm of the unturned hand faces, and the way away from its thumb."""
    palm = cross(bones.lower_front, bones.lower)
    return palm if half == "near" else scale(palm, -1.0), scale(bones.lower_front, -1.0)


def holding(arm: Arm, grips: list[Grip], half: Half, outward: Vec, around: Surroundings) -> Arm:
    """The arm with its palm on what it holds, or on the way between two such things."""
    if not grips:
        return arm
    holds = [(hold_of(grip.on, half, around, arm.palm), grip.share) for grip in grips]
    goal = _blend([(hold.point, share) for hold, share in holds], arm.palm)
    goal = along(goal, outward, sum(grip.clear for grip in grips))
    straight = reached(arm.bones, goal, body.UPPER_ARM, body.FOREARM + body.PALM, -1.0)
    ahead = unit(_blend([(h.fingers or straight.lower, s) for h, s in holds], straight.lower))
    wrist = along(goal, ahead, -body.PALM)
    bones = reached(arm.bones, wrist, body.UPPER_ARM, body.FOREARM, -1.0)
    faces = _blend([(_palm_way(hold), share) for hold, share in holds], arm.palm_faces)
    held = Arm(bones, ahead, square_to(faces, ahead, arm.palm_faces))
    most = max(grips, key=lambda grip: grip.share)
    return held._replace(grip=most.on, grip_error=distance(held.palm, goal))


def _palm_way(hold: Hold) -> Vec:
    return scale(hold.out, -1.0)


def _blend(parts: list[tuple[Vec, float]], rest: Vec) -> Vec:
    """The parts in their shares, and of `rest` what is left to one."""
    total = scale(rest, 1.0 - sum(share for _, share in parts))
    for vec, share in parts:
        total = along(total, vec, share)
    return total
