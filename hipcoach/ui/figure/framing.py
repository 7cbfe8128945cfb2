"""Framing: what part of the room a picture shows, so that it neither jumps nor swims."""

from __future__ import annotations

from collections.abc import Sequence

from hipcoach.core.figure.skeleton import Skeleton
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


def legs_extent(body: Skeleton, view: View) -> Box:
    """The box around pelvis and legs, where arms and head don't matter."""
    points: list[Vec] = [body.pelvis, body.waist]
    for joints in (body.near, body.far):
        points += [joints.knee, joints.ankle, joints.ball]
    left, top, right, bottom = bounds(view, points)
    grown = FLESH * 1.2
    return left - grown, top - grown, right + grown, bottom + grown


def _with_mat(body: Skeleton) -> Box:
    box = extent(body, "side")
    span = mat_span(body)
    if span is None:
        return box
    reach = MAT_HALF * ASIDE + 0.03
    return min(box[0], span[0] - reach), box[1], max(box[2], span[1] + reach), box[3]


def window_of(bodies: Sequence[Skeleton]) -> Box:
    """The part of the side view that holds all these bodies.

    Small movements leave it as it is; it follows a figure that is elsewhere.
    """
    boxes = [_with_mat(body) for body in bodies]
    box = boxes[0]
    for other in boxes[1:]:
        box = union(box, other)
    middle = (box[0] + box[2]) / 2
    if not any(prop.kind == "mat" for body in bodies for prop in body.props):
        middle *= _smooth((abs(middle) - 0.08) / 0.20)
    half = max(WIDTH / 2, box[2] - middle, middle - box[0])
    top = box[1] - ABOVE
    # A low figure leaves air above itself; where it is in the picture doesn't depend on it.
    bottom = BELOW + min(max(HEIGHT - BELOW + top, 0.0), SUNK)
    return middle - half, min(top, bottom - HEIGHT), middle + half, bottom


def _smooth(share: float) -> float:
    bounded = min(max(share, 0.0), 1.0)
    return bounded * bounded * (3.0 - 2.0 * bounded)
