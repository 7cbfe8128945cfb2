"""The cameras: from points in space to a flat picture, for either side of the body."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from hipcoach.core.figure.vectors import Vec
from hipcoach.core.side import Side


class Camera(StrEnum):
    """Where one looks from; all cameras are orthographic."""

    SIDE = "side"  # from +z: the figure faces right, the near side is in front
    FRONT = "front"  # from +x: face to face, or from the feet of one who lies
    TOP = "top"  # from above: the near side is at the bottom


class Seen(NamedTuple):
    """A point as a camera sees it."""

    x: float  # right
    y: float  # up
    depth: float  # toward the viewer


def seen(point: Vec, camera: Camera, side: Side = Side.RIGHT) -> Seen:
    """The point in the picture, in body heights.

    One who faces right shows the right side, so the right side is seen as it is
    and the left side mirrored.
    """
    x, y, z = point
    if camera is Camera.SIDE:
        across, up, depth = x, y, z
    elif camera is Camera.FRONT:
        across, up, depth = -z, y, x
    else:
        across, up, depth = x, -z, y
    return Seen(across if side is Side.RIGHT else -across, up, depth)
