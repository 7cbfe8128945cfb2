"""Points and directions in three dimensions as plain tuples, and what one does with them.

x points forward (the way the figure faces), y up, z toward the viewer of the side picture.
Lengths are in body heights.
"""

from __future__ import annotations

from math import sqrt
from typing import TypeAlias

Vec: TypeAlias = tuple[float, float, float]

FORWARD: Vec = (1.0, 0.0, 0.0)
UP: Vec = (0.0, 1.0, 0.0)
TOWARD_VIEWER: Vec = (0.0, 0.0, 1.0)


def add(a: Vec, b: Vec) -> Vec:
    """The sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """The way from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, factor: float) -> Vec:
    """The vector `factor` times as long."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def along(start: Vec, direction: Vec, length: float) -> Vec:
    """The point `length` from `start` in `direction`."""
    return (
        start[0] + direction[0] * length,
        start[1] + direction[1] * length,
        start[2] + direction[2] * length,
    )


def mix(a: Vec, share_a: float, b: Vec, share_b: float) -> Vec:
    """The two vectors added in the given shares."""
    return (
        a[0] * share_a + b[0] * share_b,
        a[1] * share_a + b[1] * share_b,
        a[2] * share_a + b[2] * share_b,
    )


def between(a: Vec, b: Vec, fraction: float) -> Vec:
    """The point at `fraction` of the way from `a` (0) to `b` (1)."""
    return (
        a[0] + (b[0] - a[0]) * fraction,
        a[1] + (b[1] - a[1]) * fraction,
        a[2] + (b[2] - a[2]) * fraction,
    )


def dot(a: Vec, b: Vec) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The vector square to both, right-handed."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def norm(a: Vec) -> float:
    """The length."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    """How far apart two points are."""
    return norm(sub(a, b))


def unit(a: Vec, otherwise: Vec = UP) -> Vec:
    """The direction of `a` with length 1; `otherwise` where `a` has no length."""
    length = norm(a)
    if length < 1e-9:  # noqa: PLR2004 - nothing to point with
        return otherwise
    return (a[0] / length, a[1] / length, a[2] / length)


def square_to(a: Vec, axis: Vec, otherwise: Vec = UP) -> Vec:
    """The direction of the part of `a` that is square to the unit vector `axis`."""
    return unit(along(a, axis, -dot(a, axis)), otherwise)
