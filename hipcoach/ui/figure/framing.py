"""Framing: what part of the room a picture shows, so that it neither jumps nor swims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import eased_at
from hipcoach.core.figure.pose import Pose
from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.figure.vectors import Vec
from hipcoach.ui.figure.ground import MAT_HALF, mat_span
from hipcoach.ui.figure.lens import ASIDE, Box, View, bounds, union

WIDTH = 1.22
"""Least width of a picture, in body heights: one who lies fits in."""
HEIGHT = 0.92
"""Least height."""
BELOW = 0.13
"""Floor that is seen before the figure."""
SUNK = 0.07
"""How much more of it is seen before one who lies."""
ABOVE = 0.07
"""Air over the head."""
FLESH = 0.05
"""How far a body reaches beyond its joints."""


solved = lru_cache(maxsize=8)(solve)
"""The skeleton of a pose, kept for as long as it is on show."""


def extent(body: Skeleton, view: View) -> Box:
    """The box around a body as a camera sees it, with its flesh."""
    points: list[Vec] = [body.pelvis, body.shoulders]
    for joints in (body.near, body.far):
        points += [joints.knee, joints.ankle, joints.heel, joints.toe]
        points += [joints.elbow, joints.fingers, joints.shoulder]
    box = bounds(view, points)
    head = bounds(view, [body.head])
    head = (head[0] - 0.09, head[1] - 0.09, head[2] + 0.09, head[3] + 0.09)
    grown = (box[0] - FLESH, box[1] - FLESH, box[2] + FLESH, box[3] + FLESH)
    return union(grown, head)


def legs_extent(body: Skeleton, view: View, *, far: bool = True) -> Box:
    """The box around pelvis and legs, where arms and head don't matter; or the near leg alone."""
    points: list[Vec] = [body.pelvis, body.waist] if far else [body.pelvis, body.near.palm]
    for joints in (body.near, body.far) if far else (body.near,):
        points += [joints.knee, joints.ankle, joints.ball]
    left, top, right, bottom = bounds(view, points)
    grown = FLESH * 1.2
    return left - grown, top - grown, right + grown, bottom + grown


class Shot(NamedTuple):
    """What part of the room a picture shows, and where the mat lies in it."""

    window: Box
    mat: tuple[float, float] | None
    """From where to where along the floor; `None` without a mat."""

    def toward(self, other: Shot, share: float) -> Shot:
        """The shot so far on the way to another one; a mat of one of the two stays as it is."""
        if share >= 1.0:
            return other
        a, b = self.window, other.window
        left, top, right, bottom = (p + (q - p) * share for p, q in zip(a, b, strict=True))
        mat = other.mat or self.mat
        if self.mat and other.mat:
            start, end = (p + (q - p) * share for p, q in zip(self.mat, other.mat, strict=True))
            mat = start, end
        return Shot((left, top, right, bottom), mat)


def shot_of(bodies: Sequence[Skeleton]) -> Shot:
    """The shot in which all these bodies find room on one mat that lies still."""
    return Shot(window_of(bodies), mat_span(bodies))


def shot_in(frame: FigureFrame) -> Shot:
    """The shot in which a frame is seen: that of its scope, or of its poses where it has none."""
    if not frame.scope:
        poses = (frame.pose, frame.ghost, frame.leaving)
        return shot_of([solved(pose) for pose in poses if pose is not None])
    shot = _scoped(frame.scope)
    if frame.arrived < 1.0 and frame.scope_before:
        return _scoped(frame.scope_before).toward(shot, eased_at(frame.arrived))
    return shot


@lru_cache(maxsize=8)
def _scoped(poses: tuple[Pose, ...]) -> Shot:
    return shot_of([solve(pose) for pose in poses])


def window_of(bodies: Sequence[Skeleton]) -> Box:
    """The part of the side view that holds all these bodies.

    Small movements leave it as it is; it follows a figure that is elsewhere.
    """
    box = extent(bodies[0], "side")
    for other in bodies[1:]:
        box = union(box, extent(other, "side"))
    span = mat_span(bodies)
    if span is not None:
        reach = MAT_HALF * ASIDE + 0.03
        box = min(box[0], span[0] - reach), box[1], max(box[2], span[1] + reach), box[3]
    middle = (box[0] + box[2]) / 2
    if span is None:
        middle *= _smooth((abs(middle) - 0.08) / 0.20)
    half = max(WIDTH / 2, box[2] - middle, middle - box[0])
    top = box[1] - ABOVE
    # A low figure leaves air above itself; where it is in the picture doesn't depend on it.
    bottom = BELOW + min(max(HEIGHT - BELOW + top, 0.0), SUNK)
    return middle - half, min(top, bottom - HEIGHT), middle + half, bottom


def _smooth(share: float) -> float:
    bounded = min(max(share, 0.0), 1.0)
    return bounded * bounded * (3.0 - 2.0 * bounded)
