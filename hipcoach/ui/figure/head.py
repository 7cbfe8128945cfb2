"""The head: an egg that follows the neck, a shape of hair, a hint of face and ear."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hipcoach.core.figure.anatomy import HEAD_HEIGHT
from hipcoach.core.figure.vectors import dot
from hipcoach.ui.figure.body import Spine
from hipcoach.ui.figure.curve import blob, ellipse, line
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.palette import HairStyle, Palette
from hipcoach.ui.figure.shapes import Part

# Points of the profile: forward and up from the middle of the head, in heights of the head.
FACE = (
    (-0.02, 0.50),
    (0.20, 0.44),
    (0.33, 0.28),
    (0.365, 0.12),
    (0.362, 0.04),
    (0.448, -0.085),
    (0.405, -0.135),
    (0.372, -0.16),
    (0.388, -0.23),
    (0.368, -0.32),
    (0.348, -0.42),
    (0.25, -0.485),
    (0.10, -0.42),
    (-0.05, -0.33),
    (-0.22, -0.30),
    (-0.38, -0.14),
    (-0.43, 0.08),
    (-0.36, 0.32),
    (-0.20, 0.46),
)
CHIN_SHADOW = (
    (0.10, -0.40),
    (-0.02, -0.30),
    (-0.24, -0.26),
    (-0.25, -0.36),
    (-0.08, -0.44),
    (0.045, -0.545),
)
HAIR = {
    HairStyle.CROP: (
        (0.35, 0.33),
        (0.27, 0.49),
        (0.02, 0.575),
        (-0.24, 0.52),
        (-0.43, 0.33),
        (-0.475, 0.08),
        (-0.41, -0.12),
        (-0.32, -0.22),
        (-0.22, -0.20),
        (-0.14, -0.02),
        (-0.03, 0.03),
        (0.01, 0.20),
        (0.16, 0.29),
    ),
    HairStyle.BUN: (
        (0.33, 0.31),
        (0.24, 0.46),
        (0.00, 0.545),
        (-0.24, 0.50),
        (-0.42, 0.32),
        (-0.475, 0.08),
        (-0.42, -0.14),
        (-0.30, -0.27),
        (-0.21, -0.20),
        (-0.14, -0.02),
        (-0.03, 0.03),
        (0.01, 0.20),
        (0.14, 0.30),
    ),
    HairStyle.BOB: (
        (0.34, 0.30),
        (0.26, 0.48),
        (0.00, 0.58),
        (-0.27, 0.53),
        (-0.47, 0.32),
        (-0.53, 0.02),
        (-0.51, -0.26),
        (-0.43, -0.43),
        (-0.20, -0.46),
        (0.05, -0.40),
        (0.09, -0.20),
        (0.05, 0.04),
        (0.09, 0.22),
        (0.20, 0.30),
    ),
    HairStyle.CURLS: (
        (0.30, 0.26),
        (0.40, 0.38),
        (0.34, 0.54),
        (0.20, 0.60),
        (0.06, 0.70),
        (-0.12, 0.66),
        (-0.28, 0.68),
        (-0.40, 0.54),
        (-0.55, 0.46),
        (-0.56, 0.28),
        (-0.65, 0.14),
        (-0.57, -0.02),
        (-0.58, -0.18),
        (-0.45, -0.25),
        (-0.34, -0.33),
        (-0.22, -0.22),
        (-0.13, -0.10),
        (-0.04, 0.02),
        (0.02, 0.18),
        (0.16, 0.26),
    ),
}
# Seen from in front: to the side and up.
OVAL = (
    (0.0, 0.50),
    (0.24, 0.43),
    (0.345, 0.20),
    (0.335, -0.08),
    (0.255, -0.33),
    (0.10, -0.485),
)
FRINGE = (
    (0.335, -0.02),
    (0.375, 0.18),
    (0.28, 0.46),
    (0.0, 0.575),
)
_FACING = 0.6
"""Cosine of the angle to the viewer from which a face is no profile."""


class _Plane(NamedTuple):
    """The plane in which a head is drawn."""

    middle: complex
    ahead: complex
    up: complex

    def at(self, f: float, u: float) -> complex:
        return self.middle + self.ahead * f + self.up * u

    def all(self, points: Iterable[tuple[float, float]]) -> list[complex]:
        return [self.at(f, u) for f, u in points]


def head(lens: Lens, body: Spine, colours: Palette) -> Part:
    """The head as this lens sees it: in profile, from in front, or its hair alone."""
    frame = body.head_frame
    part = Part(lens.depth(body.head) + 0.003)
    middle = lens.point(body.head)
    ahead = lens.way(frame.forward) * HEAD_HEIGHT
    up = lens.way(frame.up) * HEAD_HEIGHT
    facing = dot(frame.forward, lens.toward)
    if abs(dot(frame.up, lens.toward)) > _FACING:
        _from_the_crown(part, middle, lens.scale * HEAD_HEIGHT, colours)
    elif abs(facing) > _FACING:
        across = lens.way(frame.near) * HEAD_HEIGHT
        _frontal(part, _Plane(middle, across, up), colours, away=facing < 0)
    else:
        _profile(part, _Plane(middle, ahead, up), colours)
    return part


def _profile(part: Part, plane: _Plane, colours: Palette) -> None:
    at, size = plane.at, abs(plane.up)
    skin, hair, style = colours.near.skin, colours.hair, colours.look.hair_style
    part.fill(blob(plane.all(CHIN_SHADOW), (0, 2, 3, 5)), skin.shade)
    part.fill(blob(plane.all(FACE)), skin.base)
    if style is HairStyle.BUN:
        bun = at(-0.36, 0.56)
        part.fill(ellipse(bun, plane.ahead * 0.17, plane.up * 0.17), hair.base)
        part.fill(ellipse(bun - plane.up * 0.02, plane.ahead * 0.10, plane.up * 0.10), hair.shade)
        part.fill(ellipse(bun + plane.up * 0.03, plane.ahead * 0.11, plane.up * 0.105), hair.base)
    if style in HAIR:
        part.fill(blob(plane.all(HAIR[style])), hair.base)
    if style is not HairStyle.BOB:
        part.fill(ellipse(at(-0.075, -0.07), plane.ahead * 0.068, plane.up * 0.10), skin.base)
        ear = [at(-0.035, -0.025), at(-0.075, -0.005), at(-0.10, -0.06), at(-0.07, -0.11)]
        part.stroke(line(ear), skin.shade, size * 0.024)
    part.fill(ellipse(at(0.20, -0.14), plane.ahead * 0.08, plane.up * 0.06), colours.blush)
    part.fill(ellipse(at(0.255, 0.03), plane.ahead * 0.023, plane.up * 0.040), colours.face)
    part.stroke(
        line([at(0.19, 0.145), at(0.25, 0.168), at(0.315, 0.148)]), colours.face, size * 0.022
    )
    part.stroke(
        line([at(0.255, -0.245), at(0.30, -0.278), at(0.352, -0.262)]), colours.face, size * 0.020
    )


def _frontal(part: Part, plane: _Plane, colours: Palette, *, away: bool) -> None:
    at, size = plane.at, abs(plane.up)
    skin, hair, style = colours.near.skin, colours.hair, colours.look.hair_style
    if style is HairStyle.BOB:
        locks = [(0.0, 0.56), (0.40, 0.30), (0.45, -0.10), (0.40, -0.44), (0.16, -0.46)]
        part.fill(blob(plane.all(_both_sides(locks))), hair.shade)
    if style is HairStyle.CURLS:
        part.fill(ellipse(at(0.0, 0.20), plane.ahead * 0.50, plane.up * 0.50), hair.base)
    if style is HairStyle.BUN:
        part.fill(ellipse(at(0.0, 0.62), plane.ahead * 0.16, plane.up * 0.15), hair.base)
    for sign in (-1.0, 1.0):
        ear = at(0.345 * sign, -0.05)
        part.fill(ellipse(ear, plane.ahead * 0.06, plane.up * 0.095), skin.shade)
    part.fill(blob(plane.all(_both_sides(OVAL))), skin.base)
    if away:
        if style is not HairStyle.NONE:
            part.fill(ellipse(at(0.0, 0.08), plane.ahead * 0.37, plane.up * 0.48), hair.base)
        return
    if style is not HairStyle.NONE:
        cap = [*plane.all(_both_sides(FRINGE)), *plane.all([(-0.24, 0.27), (0.05, 0.34)])]
        cap.append(at(0.26, 0.24))
        part.fill(blob(cap), hair.base)
    for sign in (-1.0, 1.0):
        part.fill(
            ellipse(at(0.135 * sign, 0.02), plane.ahead * 0.026, plane.up * 0.038), colours.face
        )
        brow = [at(0.075 * sign, 0.125), at(0.14 * sign, 0.148), at(0.20 * sign, 0.12)]
        part.stroke(line(brow), colours.face, size * 0.022)
        cheek = at(0.19 * sign, -0.14)
        part.fill(ellipse(cheek, plane.ahead * 0.07, plane.up * 0.055), colours.blush)
    part.stroke(
        line([at(0.0, -0.02), at(0.03, -0.115), at(-0.005, -0.13)]), skin.shade, size * 0.024
    )
    part.stroke(
        line([at(-0.08, -0.25), at(0.0, -0.285), at(0.08, -0.25)]), colours.face, size * 0.022
    )


def _both_sides(
    half: list[tuple[float, float]] | tuple[tuple[float, float], ...],
) -> list[tuple[float, float]]:
    """The points of one side from the middle on, closed by their mirror images."""
    points = list(half)
    return points + [(-x, y) for x, y in points[::-1] if abs(x) > 1e-6]  # noqa: PLR2004 - on the middle line


def _from_the_crown(part: Part, middle: complex, size: float, colours: Palette) -> None:
    bald = colours.look.hair_style is HairStyle.NONE
    part.fill(
        ellipse(middle, complex(size * 0.40, 0), complex(0, size * 0.42)),
        colours.near.skin.base if bald else colours.hair.base,
    )
