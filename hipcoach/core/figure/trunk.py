"""The trunk: two masses, pelvis and ribs, that turn on their own."""

from __future__ import annotations

from math import asin, degrees, radians, sin
from typing import NamedTuple

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.chains import Frame, turned
from hipcoach.core.figure.pose import Pose
from hipcoach.core.figure.vectors import FORWARD, TOWARD_VIEWER, UP, scale


class TrunkFrames(NamedTuple):
    """How the parts of the trunk are turned."""

    hips: Frame  # in which the thighs hang: the trunk's line, whatever the tilt of the pelvis
    pelvis: Frame
    chest: Frame


def trunk_frames(pose: Pose) -> TrunkFrames:
    """The trunk of a pose."""
    up, ahead = turned(UP, FORWARD, pose.trunk)
    near, forward = turned(TOWARD_VIEWER, ahead, pose.roll)
    trunk = Frame(up, forward, near)
    hips = _rolled(trunk, pose.pelvis_turn, pose.pelvis_drop)
    back, front = turned(hips.up, hips.forward, -pose.pelvic_tilt)
    pelvis = Frame(back, front, hips.near)
    # The ribs answer the pelvis, so that the shoulders stay on the trunk's line.
    answer = degrees(asin(body.LOW_SPINE / body.RIBS * sin(radians(pose.pelvic_tilt))))
    back, front = turned(trunk.up, trunk.forward, answer - pose.arch)
    chest = _rolled(Frame(back, front, trunk.near), pose.twist, -pose.side_bend)
    return TrunkFrames(hips, pelvis, chest)


def _rolled(frame: Frame, turn: float, drop: float) -> Frame:
    near, forward = turned(frame.near, frame.forward, turn)
    near, down = turned(near, scale(frame.up, -1.0), drop)
    return Frame(scale(down, -1.0), forward, near)
