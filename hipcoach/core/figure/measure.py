"""The joint angles that a skeleton really has, as one would measure them on it."""

from __future__ import annotations

from dataclasses import replace
from math import asin, atan2, degrees
from typing import NamedTuple

from hipcoach.core.figure.chains import Frame, turned
from hipcoach.core.figure.pose import Limbs, Pose
from hipcoach.core.figure.skeleton import Joints, Skeleton
from hipcoach.core.figure.trunk import trunk_frames
from hipcoach.core.figure.vectors import Vec, cross, dot, scale, sub, unit


class Measured(NamedTuple):
    """The angles of both sides, in degrees."""

    near: Limbs
    far: Limbs


def measured(pose: Pose, skeleton: Skeleton) -> Measured:
    """The angles of a solved pose: the pose's own, but for limbs that were bent to meet a thing."""
    frames = trunk_frames(pose)
    hips, chest = frames.hips, frames.chest
    return Measured(
        _limbs(pose.near, skeleton.near, hips, chest, 1.0),
        _limbs(pose.far, skeleton.far, hips, chest, -1.0),
    )


def _limbs(limbs: Limbs, joints: Joints, hips: Frame, chest: Frame, side: float) -> Limbs:
    thigh, shin = unit(sub(joints.knee, joints.hip)), unit(sub(joints.ankle, joints.knee))
    arm, forearm = unit(sub(joints.elbow, joints.shoulder)), unit(sub(joints.wrist, joints.elbow))
    hip, abduction, rotation = _ball(thigh, joints.thigh_front, hips, scale(hips.near, side))
    flexion, lift, twist = _ball(arm, joints.arm_front, chest, scale(chest.near, side))
    pronation, wrist, bent = _hand(joints, forearm, side)
    return replace(
        limbs,
        hip=hip,
        abduction=abduction,
        rotation=rotation,
        knee=_hinge(shin, thigh, scale(joints.thigh_front, -1.0)),
        ankle=_hinge(joints.foot_forward, joints.shin_front, scale(shin, -1.0)),
        shoulder=flexion,
        shoulder_abduction=lift,
        shoulder_rotation=twist,
        elbow=_hinge(forearm, arm, joints.arm_front),
        pronation=pronation,
        wrist=wrist,
        wrist_side=bent,
    )


def _ball(way: Vec, front: Vec, frame: Frame, outward: Vec) -> tuple[float, float, float]:
    """Flexion, abduction and rotation of a bone in a ball joint."""
    abduction = degrees(asin(max(-1.0, min(1.0, dot(way, outward)))))
    flexion = degrees(atan2(dot(way, frame.forward), -dot(way, frame.up)))
    if flexion < -100.0:  # noqa: PLR2004 - nobody reaches so far behind: it came over the top
        flexion += 360.0
    straight, square = turned(scale(frame.up, -1.0), frame.forward, flexion)
    _, out = turned(straight, outward, abduction)
    return flexion, abduction, degrees(atan2(dot(front, out), dot(front, square)))


def _hinge(way: Vec, zero: Vec, plus: Vec) -> float:
    return degrees(atan2(dot(way, plus), dot(way, zero)))


def _hand(joints: Joints, forearm: Vec, side: float) -> tuple[float, float, float]:
    """Pronation of the forearm, and how the wrist is bent back and toward the thumb."""
    front = joints.forearm_front
    inward = scale(cross(front, forearm), side)
    wrist = degrees(asin(max(-1.0, min(1.0, dot(joints.palm_faces, forearm)))))
    pronation = degrees(atan2(-dot(joints.palm_faces, front), dot(joints.palm_faces, inward)))
    palm, little = turned(inward, scale(front, -1.0), pronation)
    ahead, _ = turned(forearm, scale(palm, -1.0), wrist)
    return pronation, wrist, -_hinge(joints.hand_forward, ahead, little)
