"""The head: an egg that follows the neck, a shape of hair, a hint of face and ear."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath

from hipcoach.core.figure.anatomy import HEAD_HEIGHT
from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.curve import blob, ellipse, line
from hipcoach.ui.figure.palette import HairStyle, Palette
from hipcoach.ui.figure.shapes import Part

# Points forward and up from the middle of the head, in heights of the head.
FACE = (
    (-0.02, 0.50),
    (0.20, 0.44),
    (0.33, 0.28),
    (0.365, 0.12),
    (0.365, 0.04),
    (0.445, -0.085),
    (0.405, -0.13),
    (0.375, -0.16),
    (0.385, -0.23),
    (0.37, -0.33),
    (0.34, -0.43),
    (0.24, -0.485),
    (0.10, -0.42),
    (-0.05, -0.33),
    (-0.22, -0.30),
    (-0.38, -0.14),
    (-0.43, 0.08),
    (-0.36, 0.32),
    (-0.20, 0.46),
)
CROP = (
    (0.33, 0.31),
    (0.24, 0.46),
    (0.00, 0.555),
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
)
BOB = (
    (0.33, 0.30),
    (0.25, 0.47),
    (0.00, 0.575),
    (-0.27, 0.52),
    (-0.46, 0.32),
    (-0.52, 0.02),
    (-0.50, -0.26),
    (-0.40, -0.44),
    (-0.20, -0.47),
    (0.02, -0.42),
    (0.03, -0.20),
    (0.02, 0.04),
    (0.08, 0.22),
    (0.20, 0.30),
)


def head(lens: Lens, body: Skeleton, colours: Palette) -> Part:
    """The head as this lens sees it."""
    frame = body.head_frame
    part = Part(lens.depth(body.head) + 0.003)
    middle = lens.point(body.head)
    ahead = lens.way(frame.forward) * HEAD_HEIGHT
    up = lens.way(frame.up) * HEAD_HEIGHT

    def at(f: float, u: float) -> complex:
        return middle + ahead * f + up * u

    def shape(points: tuple[tuple[float, float], ...]) -> QPainterPath:
        return blob([at(f, u) for f, u in points])

    size = abs(up)
    skin = colours.near.skin
    part.fill(shape(FACE), skin.base)
    style = colours.look.hair_style
    if style is HairStyle.BUN:
        part.fill(ellipse(at(-0.36, 0.56), ahead * 0.17, up * 0.17), colours.hair.base)
    if style is not HairStyle.NONE:
        part.fill(shape(BOB if style is HairStyle.BOB else CROP), colours.hair.base)
    if style is not HairStyle.BOB:
        part.fill(ellipse(at(-0.07, -0.06), ahead * 0.065, up * 0.095), skin.base)
        part.stroke(
            line([at(-0.04, -0.01), at(-0.08, 0.0), at(-0.09, -0.08)]), skin.shade, size * 0.022
        )
    part.fill(ellipse(at(0.25, 0.03), ahead * 0.024, up * 0.040), colours.face)
    part.stroke(
        line([at(0.19, 0.145), at(0.25, 0.165), at(0.31, 0.145)]), colours.face, size * 0.024
    )
    part.stroke(
        line([at(0.25, -0.245), at(0.29, -0.275), at(0.345, -0.265)]), colours.face, size * 0.022
    )
    part.fill(ellipse(at(0.20, -0.14), ahead * 0.08, up * 0.06), colours.blush)
    return part
