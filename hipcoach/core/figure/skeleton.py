"""The skeleton: a pose solved into points and directions, ready to be seen by any camera."""

from __future__ import annotations

from typing import NamedTuple

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.arms import Arm, arm_of, holding, leaning
from hipcoach.core.figure.chains import Frame, turned
from hipcoach.core.figure.holds import Surroundings
from hipcoach.core.figure.legs import Leg, above_floor, leg_of, settled, sole_of
from hipcoach.core.figure.place import LEG_PARTS, pelvis_place, surface_of
from hipcoach.core.figure.pose import Contact, Half, Pose, Prop, half_of
from hipcoach.core.figure.trunk import trunk_frames
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
    pelvis = pose.pelvis_at or pelvis_place(pose, frames)
    near_leg = leg_of(pose.near, hips, hips.near, pelvis)
    far_leg = leg_of(pose.far, hips, scale(hips.near, -1.0), pelvis)
    off = 0.0
    for contact in pose.planted:
        part, half = half_of(contact.part)
        if half == "near":
            near_leg, error = _set_down(near_leg, part, contact, pose)
        elif half == "far":
            far_leg, error = _set_down(far_leg, part, contact, pose)
        else:
            continue
        off = max(off, error)
    if pose.moving:
        near_leg, far_leg = above_floor(near_leg), above_floor(far_leg)
    waist = along(pelvis, pelvis_frame.up, body.LOW_SPINE)
    shoulders = along(waist, chest.up, body.RIBS)
    neck = along(shoulders, chest.up, body.NECK_RISE)
    neck_up, neck_ahead = turned(chest.up, chest.forward, pose.neck)
    head = along(neck, neck_up, body.NECK)
    head_frame = Frame(*turned(neck_up, neck_ahead, pose.nod), chest.near)
    legs = near_leg.bones, far_leg.bones
    around = Surroundings(pelvis, pelvis_frame, *legs, hips.near, head, head_frame, pose.props)
    near_arm, error = _arm("near", pose, chest, shoulders, around)
    far_arm, other = _arm("far", pose, chest, shoulders, around)
    off = max(off, error, other)
    near = _joints(near_leg, near_arm, chest.near)
    far = _joints(far_leg, far_arm, scale(chest.near, -1.0))
    return Skeleton(
        pelvis=pelvis,
        waist=waist,
        chest=along(waist, chest.up, body.RIBS * 0.5),
        shoulders=shoulders,
        neck=neck,
        head=head,
        pelvis_frame=pelvis_frame,
        chest_frame=chest,
        head_frame=head_frame,
        near=near,
        far=far,
        strap=_strap(pose, near, far),
        props=pose.props,
        contact_error=off,
    )


def _set_down(leg: Leg, part: str, contact: Contact, pose: Pose) -> tuple[Leg, float]:
    if part not in LEG_PARTS:
        return leg, 0.0
    return settled(leg, part, contact, surface_of(part, pose.props))


def _arm(
    half: Half, pose: Pose, chest: Frame, shoulders: Vec, around: Surroundings
) -> tuple[Arm, float]:
    outward = chest.near if half == "near" else scale(chest.near, -1.0)
    arm = arm_of(pose.near if half == "near" else pose.far, chest, shoulders, half)
    for contact in pose.planted:
        if contact.part == f"forearm-{half}":
            return leaning(arm, contact, outward)
    grips = [grip for grip in pose.grips if grip.hand == half]
    return holding(arm, grips, half, outward, around), 0.0


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
    """From palm to palm behind the near thigh, just above the knee's crease.

    Around an ankle: from the near palm around the front of that ankle, and back.
    """
    strap = next((prop for prop in pose.props if prop.kind == "strap"), None)
    if strap is None:
        return ()
    around = between(near.hip, near.knee, 0.8)
    behind, ends = along(around, near.thigh_front, -0.046), (near.palm, far.palm)
    apart = scale(near.outward, 0.035)
    if strap.around == "ankle":
        behind, ends = along(near.ankle, near.shin_front, 0.022), (near.palm, near.palm)
        apart = scale(near.outward, 0.022)
    return (ends[0], add(behind, apart), sub(behind, apart), ends[1])
