"""The skeleton: a pose solved into points and directions, ready to be seen by any camera."""

from __future__ import annotations

from math import asin, degrees, radians, sin
from typing import NamedTuple

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.chains import (
    Bones,
    Frame,
    chain,
    limb_way,
    moved,
    reached,
    turned,
)
from hipcoach.core.figure.holds import Surroundings, hold_of
from hipcoach.core.figure.pose import Contact, Grip, Half, Limbs, Pose, Prop, half_of
from hipcoach.core.figure.vectors import (
    FORWARD,
    TOWARD_VIEWER,
    UP,
    Vec,
    add,
    along,
    between,
    distance,
    scale,
    square_to,
    sub,
    unit,
)


class Joints(NamedTuple):
    """The points and directions of one side of the body. Points in body heights, rest unit."""

    hip: Vec
    knee: Vec
    ankle: Vec
    heel: Vec  # on the sole, below and behind the ankle
    ball: Vec  # on the sole, where the toes bend
    toe: Vec  # tip, on the sole
    shoulder: Vec
    elbow: Vec
    wrist: Vec
    palm: Vec  # the middle of the palm
    fingers: Vec  # the finger tips of the straight hand
    thigh_front: Vec  # square to the thigh, toward the kneecap's side
    shin_front: Vec
    foot_forward: Vec  # heel to ball
    foot_up: Vec  # square to the sole, toward the shin
    arm_front: Vec  # square to the upper arm, toward the biceps
    forearm_front: Vec
    hand_forward: Vec  # wrist to the fingers
    palm_faces: Vec  # out of the palm, toward what it touches
    outward: Vec  # away from the middle of the body
    grip: str  # what this hand holds, or ""
    grip_error: float  # how far the palm is from what it holds, body heights


class Skeleton(NamedTuple):
    """A body in space: figure faces +x, floor at y = 0, near side at +z. In body heights."""

    pelvis: Vec  # midpoint of the hip joints
    waist: Vec
    chest: Vec  # middle of the rib cage
    shoulders: Vec  # midpoint of the shoulder joints
    neck: Vec  # base of the neck
    head: Vec  # centre of the head
    pelvis_frame: Frame
    chest_frame: Frame
    head_frame: Frame  # up: toward the crown; forward: the way the face looks
    near: Joints
    far: Joints
    strap: tuple[Vec, ...]  # hand, behind the thigh, hand; empty without a strap
    props: tuple[Prop, ...]
    contact_error: float  # furthest that a planted part's angles alone were off, body heights

    def side(self, half: Half) -> Joints:
        """The joints of the near or the far side."""
        return self.near if half == "near" else self.far


class _Foot(NamedTuple):
    forward: Vec
    up: Vec


def _points(ankle: Vec, foot: _Foot, toes: float) -> tuple[Vec, Vec, Vec]:
    sole = along(ankle, foot.up, -body.ANKLE_HEIGHT)
    ball = along(sole, foot.forward, body.BALL_AHEAD)
    tip, _ = turned(foot.forward, foot.up, toes)
    return along(sole, foot.forward, -body.HEEL_BACK), ball, along(ball, tip, body.TOES)


def _trunk(pose: Pose) -> tuple[Frame, Frame, Frame]:
    """The frames in which the thighs hang, in which the pelvis is, and in which the chest is."""
    up, forward = turned(UP, FORWARD, pose.trunk)
    trunk = Frame(up, forward, TOWARD_VIEWER)
    hips = _rolled(trunk, pose.pelvis_turn, pose.pelvis_drop)
    back, front = turned(hips.up, hips.forward, -pose.pelvic_tilt)
    pelvis = Frame(back, front, hips.near)
    # The ribs answer the pelvis, so that the shoulders stay on the trunk's line.
    answer = degrees(asin(body.LOW_SPINE / body.RIBS * sin(radians(pose.pelvic_tilt))))
    back, front = turned(trunk.up, trunk.forward, answer - pose.arch)
    chest = _rolled(Frame(back, front, trunk.near), pose.twist, -pose.side_bend)
    return hips, pelvis, chest


def _rolled(frame: Frame, turn: float, drop: float) -> Frame:
    near, forward = turned(frame.near, frame.forward, turn)
    near, up = turned(near, scale(frame.up, -1.0), drop)
    return Frame(scale(up, -1.0), forward, near)


def _leg(limbs: Limbs, hips: Frame, outward: Vec) -> tuple[Bones, _Foot]:
    way, front = limb_way(hips, outward, limbs.hip, limbs.abduction, limbs.rotation)
    root = scale(outward, body.HIP_HALF_WIDTH)
    bones = chain(root, way, front, -limbs.knee, body.THIGH, body.SHIN)
    ahead, up = turned(bones.lower_front, scale(bones.lower, -1.0), limbs.ankle)
    return bones, _Foot(ahead, up)


def _flat(foot: _Foot, share: float) -> _Foot:
    up = unit(between(foot.up, UP, share))
    return _Foot(square_to(foot.forward, up, FORWARD), up)


def _spot(part: str, bones: Bones, foot: _Foot, toes: float) -> tuple[Vec, float]:
    """Where a planted part of a leg is, and the height at which it rests."""
    if part == "knee":
        return bones.middle, body.KNEE_ON_FLOOR
    if part == "foot":
        return bones.end, body.ANKLE_HEIGHT
    heel, ball, _ = _points(bones.end, foot, toes)
    return (heel, 0.0) if part == "heel" else (ball, 0.0)


def solve(pose: Pose) -> Skeleton:
    """The skeleton of a pose: its first planted part rests where it should, to the hair; the
    other planted parts and the hands that hold something are brought there by bending the limb.
    """  # noqa: D205 - one sentence
    hips, pelvis_frame, chest_frame = _trunk(pose)
    outward: dict[Half, Vec] = {"near": hips.near, "far": scale(hips.near, -1.0)}
    legs = {half: _leg(limbs, hips, outward[half]) for half, limbs in _sides(pose)}
    pelvis = pose.pelvis_at or _pelvis_place(pose, legs)
    off = 0.0
    for half, (bones, foot) in legs.items():
        legs[half] = (moved(bones, pelvis), foot)
    for contact in pose.planted:
        part, side = half_of(contact.part)
        if side is not None:
            toes = pose.near.toes if side == "near" else pose.far.toes
            legs[side], error = _settled(legs[side], contact, part, toes)
            off = max(off, error)
    return _whole(pose, pelvis, (pelvis_frame, chest_frame), legs, outward, off)


def _sides(pose: Pose) -> tuple[tuple[Half, Limbs], tuple[Half, Limbs]]:
    return ("near", pose.near), ("far", pose.far)


def _pelvis_place(pose: Pose, legs: dict[Half, tuple[Bones, _Foot]]) -> Vec:
    if not pose.planted:
        return (pose.x, body.HIP_ON_FLOOR, 0.0)
    first = pose.planted[0]
    part, side = half_of(first.part)
    if side is not None:
        bones, foot = legs[side]
        if part == "foot":
            foot = _flat(foot, 1.0)
        toes = pose.near.toes if side == "near" else pose.far.toes
        spot, height = _spot(part, bones, foot, toes)
        return (pose.x - spot[0] if first.x is None else first.x - spot[0], height - spot[1], 0.0)
    return (pose.x if first.x is None else first.x, body.HIP_ON_FLOOR, 0.0)


def _settled(
    leg: tuple[Bones, _Foot], contact: Contact, part: str, toes: float
) -> tuple[tuple[Bones, _Foot], float]:
    """The leg with its planted part where it rests, and how far that was from the angles'."""
    bones, foot = leg
    if part == "foot":
        foot = _flat(foot, contact.share)
    spot, height = _spot(part, bones, foot, toes)
    goal = (
        spot[0] if contact.x is None else contact.x,
        height,
        spot[2] if contact.z is None else contact.z,
    )
    by = scale(sub(goal, spot), contact.share)
    error = distance(goal, spot) * contact.share
    if part == "knee" or error < 1e-9:  # noqa: PLR2004 - already there
        return (bones, foot), error
    return (reached(bones, add(bones.end, by), body.THIGH, body.SHIN), foot), error


def _whole(  # noqa: PLR0913, PLR0917 - everything that the body is made of
    pose: Pose,
    pelvis: Vec,
    frames: tuple[Frame, Frame],
    legs: dict[Half, tuple[Bones, _Foot]],
    outward: dict[Half, Vec],
    contact_error: float,
) -> Skeleton:
    pelvis_frame, chest_frame = frames
    waist = along(pelvis, pelvis_frame.up, body.LOW_SPINE)
    shoulders = along(waist, chest_frame.up, body.RIBS)
    neck = along(shoulders, chest_frame.up, body.NECK_RISE)
    neck_up, neck_ahead = turned(chest_frame.up, chest_frame.forward, pose.neck)
    head = along(neck, neck_up, body.NECK)
    crown, face = turned(neck_up, neck_ahead, pose.nod)
    around = Surroundings(
        pelvis=pelvis,
        pelvis_frame=pelvis_frame,
        near_leg=legs["near"][0],
        far_leg=legs["far"][0],
        outward_near=outward["near"],
        props=pose.props,
    )
    near = _joints(pose.near, legs["near"], _arm("near", pose, shoulders, chest_frame, around))
    far = _joints(pose.far, legs["far"], _arm("far", pose, shoulders, chest_frame, around))
    return Skeleton(
        pelvis=pelvis,
        waist=waist,
        chest=along(waist, chest_frame.up, body.RIBS * 0.5),
        shoulders=shoulders,
        neck=neck,
        head=head,
        pelvis_frame=pelvis_frame,
        chest_frame=chest_frame,
        head_frame=Frame(crown, face, chest_frame.near),
        near=near,
        far=far,
        strap=_strap(pose, near, far),
        props=pose.props,
        contact_error=contact_error,
    )


class _Arm(NamedTuple):
    bones: Bones
    hand_forward: Vec
    palm_faces: Vec
    outward: Vec
    grip: str
    grip_error: float


def _arm(half: Half, pose: Pose, shoulders: Vec, chest: Frame, around: Surroundings) -> _Arm:
    limbs = pose.near if half == "near" else pose.far
    outward = chest.near if half == "near" else scale(chest.near, -1.0)
    root = along(shoulders, outward, body.SHOULDER_HALF_WIDTH)
    root = along(root, chest.up, 0.03 * limbs.shrug)
    way, front = limb_way(
        chest, outward, limbs.shoulder, limbs.shoulder_abduction, limbs.shoulder_rotation
    )
    bones = chain(root, way, front, limbs.elbow, body.UPPER_ARM, body.FOREARM)
    inward = square_to(scale(outward, -1.0), bones.lower, scale(bones.lower_front, -1.0))
    free = _Arm(bones, bones.lower, inward, outward, "", 0.0)
    grips = [grip for grip in pose.grips if grip.hand == half]
    return _held(free, grips, half, around) if grips else free


def _held(arm: _Arm, grips: list[Grip], half: Half, around: Surroundings) -> _Arm:
    """The arm with its palm on what it holds."""
    bones = arm.bones
    palm = along(bones.end, bones.lower, body.PALM)
    holds = [(hold_of(grip.on, half, around, palm), grip.share) for grip in grips]
    left = 1.0 - sum(share for _, share in holds)
    target = _blend([(hold.point, share) for hold, share in holds], palm, left)
    straight = reached(bones, target, body.UPPER_ARM, body.FOREARM + body.PALM)
    ahead = _blend(
        [(hold.fingers or straight.lower, share) for hold, share in holds], straight.lower, left
    )
    ahead = unit(ahead, straight.lower)
    bones = reached(bones, along(target, ahead, -body.PALM), body.UPPER_ARM, body.FOREARM)
    faces = _blend([(scale(hold.out, -1.0), share) for hold, share in holds], arm.palm_faces, left)
    most = max(grips, key=lambda grip: grip.share)
    return _Arm(
        bones,
        ahead,
        square_to(faces, ahead, arm.palm_faces),
        arm.outward,
        most.on,
        distance(along(bones.end, ahead, body.PALM), target),
    )


def _blend(parts: list[tuple[Vec, float]], rest: Vec, left: float) -> Vec:
    total = scale(rest, left)
    for vec, share in parts:
        total = along(total, vec, share)
    return total


def _joints(limbs: Limbs, leg: tuple[Bones, _Foot], arm: _Arm) -> Joints:
    bones, foot = leg
    heel, ball, toe = _points(bones.end, foot, limbs.toes)
    return Joints(
        hip=bones.root,
        knee=bones.middle,
        ankle=bones.end,
        heel=heel,
        ball=ball,
        toe=toe,
        shoulder=arm.bones.root,
        elbow=arm.bones.middle,
        wrist=arm.bones.end,
        palm=along(arm.bones.end, arm.hand_forward, body.PALM),
        fingers=along(arm.bones.end, arm.hand_forward, body.HAND),
        thigh_front=bones.upper_front,
        shin_front=bones.lower_front,
        foot_forward=foot.forward,
        foot_up=foot.up,
        arm_front=arm.bones.upper_front,
        forearm_front=arm.bones.lower_front,
        hand_forward=arm.hand_forward,
        palm_faces=arm.palm_faces,
        outward=arm.outward,
        grip=arm.grip,
        grip_error=arm.grip_error,
    )


def _strap(pose: Pose, near: Joints, far: Joints) -> tuple[Vec, ...]:
    """From palm to palm behind the near thigh, just above the knee's crease."""
    if not any(prop.kind == "strap" for prop in pose.props):
        return ()
    behind = along(between(near.hip, near.knee, 0.8), near.thigh_front, -0.046)
    apart = scale(near.outward, 0.035)
    return (near.palm, add(behind, apart), sub(behind, apart), far.palm)
