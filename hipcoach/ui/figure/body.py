"""The trunk: rib cage and pelvis, each with its own angle, joined by a waist that bends."""

from __future__ import annotations

from typing import Protocol

from hipcoach.core.figure.chains import Frame
from hipcoach.core.figure.vectors import Vec, along
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.outline import Outline, Station, bone, cap, outline
from hipcoach.ui.figure.palette import Person
from hipcoach.ui.figure.shapes import Part

PELVIS = (
    Station(-0.46, 0.026, 0.042, 0.060),
    Station(-0.30, 0.044, 0.064, 0.084),
    Station(-0.06, 0.054, 0.073, 0.094),
    Station(0.24, 0.057, 0.069, 0.092),
    Station(0.52, 0.056, 0.057, 0.084),
    Station(0.80, 0.053, 0.048, 0.076),
)
BELLY = (
    Station(0.50, 0.055, 0.056, 0.083),
    Station(0.76, 0.054, 0.049, 0.077),
    Station(1.0, 0.053, 0.046, 0.074),
)
RIBS = (
    Station(0.0, 0.053, 0.046, 0.074),
    Station(0.20, 0.056, 0.049, 0.077),
    Station(0.45, 0.063, 0.057, 0.087),
    Station(0.68, 0.066, 0.062, 0.096),
    Station(0.86, 0.058, 0.062, 0.106),
    Station(1.00, 0.042, 0.056, 0.112),
    Station(1.08, 0.031, 0.047, 0.088),
    Station(1.15, 0.022, 0.038, 0.044),
)
NECK = (
    Station(0.0, 0.034, 0.032, 0.036),
    Station(0.25, 0.025, 0.027, 0.029),
    Station(0.60, 0.023, 0.025, 0.026),
    Station(1.0, 0.026, 0.028, 0.028),
)
BELT = (0.64, 0.80)
"""Where the waistband is, along the way from hips to waist."""


class Spine(Protocol):
    """The points and directions of the trunk, as a skeleton has them."""

    @property
    def pelvis(self) -> Vec:
        """Midpoint of the hip joints."""
        ...

    @property
    def waist(self) -> Vec:
        """Where the trunk bends."""
        ...

    @property
    def shoulders(self) -> Vec:
        """Midpoint of the shoulder joints."""
        ...

    @property
    def neck(self) -> Vec:
        """Base of the neck."""
        ...

    @property
    def head(self) -> Vec:
        """Centre of the head."""
        ...

    @property
    def pelvis_frame(self) -> Frame:
        """How the pelvis is turned."""
        ...

    @property
    def chest_frame(self) -> Frame:
        """How the rib cage is turned."""
        ...

    @property
    def head_frame(self) -> Frame:
        """How the head is turned."""
        ...


def pelvis_outline(lens: Lens, body: Spine) -> Outline:
    """The silhouette of the pelvis in its trousers."""
    frame = body.pelvis_frame
    return outline([bone(lens, body.pelvis, body.waist, frame.forward, frame.near, PELVIS)])


def chest_outline(lens: Lens, body: Spine, breath: float = 0.0) -> Outline:
    """The silhouette of the top, from under the belt to the neck; breath lifts the chest."""
    low, high = body.pelvis_frame, body.chest_frame
    ribs = [
        s._replace(front=s.front + breath * lifted)
        for s, lifted in zip(RIBS, (0.6, 0.9, 1.0, 1.0, 0.8, 0.4, 0.0, 0.0), strict=True)
    ]
    return outline(
        [
            bone(lens, body.pelvis, body.waist, low.forward, low.near, BELLY),
            bone(lens, body.waist, body.shoulders, high.forward, high.near, ribs),
        ]
    )


def neck_outline(lens: Lens, body: Spine) -> Outline:
    """The silhouette of the neck; it meets the skull behind its middle."""
    base = along(along(body.neck, body.chest_frame.up, -0.03), body.chest_frame.forward, -0.014)
    top = along(body.head, body.head_frame.forward, -0.010)
    return outline([bone(lens, base, top, body.head_frame.forward, body.head_frame.near, NECK)])


def neck_part(lens: Lens, body: Spine, person: Person, light: complex) -> Part:
    """The neck."""
    part = Part(lens.depth(body.waist) - 0.002)
    shape = neck_outline(lens, body)
    part.fill(shape.path(), person.skin.base)
    part.fill(shape.shade(light, 0.8, start=0), person.skin.shade)
    return part


def top_part(lens: Lens, body: Spine, shape: Outline, person: Person, light: complex) -> Part:
    """The top over belly and chest."""
    part = Part(lens.depth(body.waist))
    part.fill(shape.path(tip=_neckline(shape)), person.top.base)
    part.fill(shape.shade(light, 0.7), person.top.shade)
    return part


def seat_part(lens: Lens, body: Spine, shape: Outline, person: Person, light: complex) -> Part:
    """The trousers' seat, and the belt line that shows how the pelvis is tilted."""
    part = Part(lens.depth(body.waist) + 0.001)
    part.fill(shape.path(root=cap(shape, 0.5)), person.trousers.base)
    part.fill(shape.shade(light, 0.7), person.trousers.shade)
    part.fill(shape.between(*BELT, cover=1.02), person.band.base)
    return part


def _neckline(chest: Outline) -> tuple[complex, ...]:
    """A round collar."""
    rib = chest.ribs[-1]
    down = rib.normal * 1j
    wide = rib.left + rib.right
    left = rib.middle + rib.normal * rib.left
    right = rib.middle - rib.normal * rib.right
    way = right - left
    return (left + way * 0.3 + down * wide * 0.13, left + way * 0.7 + down * wide * 0.15)
