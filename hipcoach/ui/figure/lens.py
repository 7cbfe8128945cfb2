"""Cameras: how points of the room become points of the picture.

Pictures are laid out with complex numbers: the real part runs right, the imaginary part down,
in device pixels, so that every curve is built at the size at which it is seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from hipcoach.core.figure.vectors import Vec, cross, dot
from hipcoach.core.value import value

View: TypeAlias = Literal["side", "front", "top"]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom in body heights, right and down positive."""

ASIDE = 0.15
"""How far a depth of one body height moves a thing sideways in the side picture."""
RISE = 0.10
"""How far it moves a thing up: the floor is seen a little from above.

The side picture is an oblique one: what lies in the body's own plane keeps its true angles, and
the far limbs still show beside the near ones.
"""

_AXES: dict[View, tuple[Vec, Vec, Vec]] = {
    "side": ((1.0, 0.0, -ASIDE), (0.0, 1.0, -RISE), (0.0, 0.0, 1.0)),
    "front": ((0.0, 0.0, -1.0), (-RISE, 1.0, 0.0), (1.0, 0.0, 0.0)),
    "top": ((1.0, 0.0, 0.0), (0.0, 0.0, -1.0), (0.0, 1.0, 0.0)),
}
"""Of each view the picture's right, its up, and the way toward the viewer, in the room."""


@value
class Lens:
    """A lens without perspective: where it stands, and how large and where its picture is."""

    view: View
    right: Vec
    up: Vec
    toward: Vec
    scale: float
    """Device pixels in one body height."""
    origin: complex
    """Where the middle of the room's floor is, in device pixels."""

    def way(self, v: Vec) -> complex:
        """A direction of the room, in pixels."""
        x, y, z = v
        right_x, right_y, right_z = self.right
        up_x, up_y, up_z = self.up
        return complex(
            (x * right_x + y * right_y + z * right_z) * self.scale,
            -(x * up_x + y * up_y + z * up_z) * self.scale,
        )

    def point(self, v: Vec) -> complex:
        """A point of the room, in pixels."""
        return self.origin + self.way(v)

    def floor(self, v: Vec) -> float:
        """How far down the picture the floor under a point is; without end seen from above."""
        if self.view == "top":
            return 1e9
        return self.point((v[0], 0.0, v[2])).imag

    def depth(self, v: Vec) -> float:
        """How near to the viewer a point is, in body heights."""
        return dot(v, self.toward)

    @property
    def hand(self) -> float:
        """1 where the picture is as the room is, −1 where it is its mirror image."""
        return 1.0 if dot(cross(self.right, self.up), self.toward) > 0 else -1.0


def lens(view: View, scale: float, origin: complex, *, mirrored: bool = False) -> Lens:
    """A lens; mirrored, its picture is the exact mirror image of the other side's."""
    right, up, toward = _AXES[view]
    if mirrored:
        right = (-right[0], -right[1], -right[2])
    return Lens(view, right, up, toward, scale, origin)


def bounds(view: View, points: Iterable[Vec]) -> Box:
    """The box that holds all points as a lens sees them, not mirrored."""
    right, up, _ = _AXES[view]
    xs: list[float] = []
    ys: list[float] = []
    for v in points:
        xs.append(dot(v, right))
        ys.append(-dot(v, up))
    return min(xs), min(ys), max(xs), max(ys)


def union(a: Box, b: Box) -> Box:
    """The box around two boxes."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def fitted(
    view: View,
    box: Box,
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    mirrored: bool = False,
) -> Lens:
    """The lens that shows `box` as large as it fits into a rectangle of pixels, centred."""
    scale = min(width / (box[2] - box[0]), height / (box[3] - box[1]))
    across = (box[0] + box[2]) / 2 * scale
    down = (box[1] + box[3]) / 2 * scale
    middle = complex(left + width / 2, top + height / 2)
    return lens(
        view, scale, middle - complex(-across if mirrored else across, down), mirrored=mirrored
    )
