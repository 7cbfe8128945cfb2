"""The skeleton: a pose solved into points and directions, ready to be seen by any camera."""

from __future__ import annotations

from typing import NamedTuple

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.arms import Arm, arm_of, holding
from hipcoach.core.figure.chains import Frame, turned
from hipcoach.core.figure.holds import Surroundings
from hipcoach.core.figure.legs import Leg, above_floor, leg_of, resting, settled, sole_of
from hipcoach.core.figure.pose import Half, Pose, Prop, half_of
from hipcoach.core.figure.trunk import TrunkFrames, trunk_frames
from hipcoach.core.figure.vectors import (
    Vec,
    add,
    along,
    between,
    scale,
    sub,
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


def solve(pose: Pose) -> Skeleton:
    """The skeleton of a pose.

    The first planted part puts the body where it is and rests exactly where it should;
    the other planted parts, and hands that hold something, are brought there by bending
    their limb. Pure; about 0.1 ms.
    """
    frames = trunk_frames(pose)
    hips, pelvis_frame, chest = frames
    pelvis = pose.pelvis_at or _pelvis_place(pose, frames)
    near_leg = leg_of(pose.near, hips, hips.near, pelvis)
    far_leg = leg_of(pose.far, hips, scale(hips.near, -1.0), pelvis)
    off = 0.0
    for contact in pose.planted:
        part, half = half_of(contact.part)
        if half == "near":
            near_leg, error = settled(near_leg, part, contact)
        elif half == "far":
            far_leg, error = settled(far_leg, part, contact)
        else:
            continue
        off = max(off, error)
    if pose.moving:
        near_leg, far_leg = above_floor(near_leg), above_floor(far_leg)
    waist = along(pelvis, pelvis_frame.up, body.LOW_SPINE)
    shoulders = along(waist, chest.up, body.RIBS)
    around = Surroundings(
        pelvis, pelvis_frame, near_leg.bones, far_leg.bones, hips.near, pose.props
    )
    near_arm = _arm("near", pose, chest, shoulders, around)
    far_arm = _arm("far", pose, chest, shoulders, around)
    near = _joints(near_leg, near_arm, chest.near)
    far = _joints(far_leg, far_arm, scale(chest.near, -1.0))
    neck = along(shoulders, chest.up, body.NECK_RISE)
    neck_up, neck_ahead = turned(chest.up, chest.forward, pose.neck)
    crown, face = turned(neck_up, neck_ahead, pose.nod)
    return Skeleton(
        pelvis=pelvis,
        waist=waist,
        chest=along(waist, chest.up, body.RIBS * 0.5),
        shoulders=shoulders,
        neck=neck,
        head=along(neck, neck_up, body.NECK),
        pelvis_frame=pelvis_frame,
        chest_frame=chest,
        head_frame=Frame(crown, face, chest.near),
        near=near,
        far=far,
        strap=_strap(pose, near, far),
        props=pose.props,
        contact_error=off,
    )


def _pelvis_place(pose: Pose, frames: TrunkFrames) -> Vec:
    """Where the pelvis is when the first planted part rests on its spot."""
    if not pose.planted:
        return (pose.x, body.HIP_ON_FLOOR, 0.0)
    first = pose.planted[0]
    x = pose.x if first.x is None else first.x
    part, half = half_of(first.part)
    hips = frames.hips
    if half is None:
        rise = frames.pelvis.up[1] * body.LOW_SPINE + frames.chest.up[1] * body.RIBS
        return (x, body.HIP_ON_FLOOR - (rise if part == "shoulders" else 0.0), 0.0)
    limbs, outward = (pose.near, hips.near) if half == "near" else (pose.far, scale(hips.near, -1))
    _, spot, height = resting(leg_of(limbs, hips, outward, (0.0, 0.0, 0.0)), part)
    return (x - spot[0], height - spot[1], 0.0)


def _arm(half: Half, pose: Pose, chest: Frame, shoulders: Vec, around: Surroundings) -> Arm:
    outward = chest.near if half == "near" else scale(chest.near, -1.0)
    arm = arm_of(pose.near if half == "near" else pose.far, chest, shoulders, half)
    return holding(arm, [grip for grip in pose.grips if grip.hand == half], half, outward, around)


def _joints(leg: Leg, arm: Arm, outward: Vec) -> Joints:
    sole = sole_of(leg)
    return Joints(
        hip=leg.bones.root,
        knee=leg.bones.middle,
        ankle=leg.bones.end,
        heel=sole.heel,
        ball=sole.ball,
        toe=sole.toe,
        shoulder=arm.bones.root,
        elbow=arm.bones.middle,
        wrist=arm.bones.end,
        palm=arm.palm,
        fingers=along(arm.bones.end, arm.hand_forward, body.HAND),
        thigh_front=leg.bones.upper_front,
        shin_front=leg.bones.lower_front,
        foot_forward=leg.foot_forward,
        foot_up=leg.foot_up,
        arm_front=arm.bones.upper_front,
        forearm_front=arm.bones.lower_front,
        hand_forward=arm.hand_forward,
        palm_faces=arm.palm_faces,
        outward=outward,
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
