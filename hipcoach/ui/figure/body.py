"""The trunk: rib cage and pelvis, each with its own angle, joined by a waist that bends."""

from __future__ import annotations

from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.core.figure.vectors import along
from hipcoach.ui.figure.camera import Camera
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
    Station(0.88, 0.056, 0.061, 0.104),
    Station(1.02, 0.040, 0.053, 0.100),
    Station(1.12, 0.028, 0.044, 0.070),
    Station(1.20, 0.026, 0.036, 0.042),
)
NECK = (
    Station(0.0, 0.032, 0.036, 0.036),
    Station(0.25, 0.026, 0.029, 0.029),
    Station(0.60, 0.026, 0.026, 0.027),
    Station(1.0, 0.030, 0.026, 0.028),
)
BELT = (0.64, 0.80)
"""Where the waistband is, along the way from hips to waist."""


def pelvis_outline(camera: Camera, body: Skeleton) -> Outline:
    """The silhouette of the pelvis in its trousers."""
    frame = body.pelvis_frame
    return outline([bone(camera, body.pelvis, body.waist, frame.forward, frame.near, PELVIS)])


def chest_outline(camera: Camera, body: Skeleton) -> Outline:
    """The silhouette of the top, from under the belt to the neck."""
    low, high = body.pelvis_frame, body.chest_frame
    return outline(
        [
            bone(camera, body.pelvis, body.waist, low.forward, low.near, BELLY),
            bone(camera, body.waist, body.shoulders, high.forward, high.near, RIBS),
        ]
    )


def neck_outline(camera: Camera, body: Skeleton) -> Outline:
    """The silhouette of the neck; it meets the skull behind its middle."""
    base = along(along(body.neck, body.chest_frame.up, -0.03), body.chest_frame.forward, -0.008)
    top = along(body.head, body.head_frame.forward, -0.012)
    return outline([bone(camera, base, top, body.head_frame.forward, body.head_frame.near, NECK)])


def trunk(camera: Camera, body: Skeleton, person: Person, light: complex) -> list[Part]:
    """Neck, top and trousers' seat."""
    depth = camera.depth(body.waist)
    neck = Part(depth - 0.002)
    neck_shape = neck_outline(camera, body)
    neck.fill(neck_shape.path(), person.skin.base)
    neck.fill(neck_shape.shade(light), person.skin.shade)
    part = Part(depth)
    chest = chest_outline(camera, body)
    part.fill(chest.path(), person.top.base)
    part.fill(chest.shade(light, 0.7), person.top.shade)
    seat = pelvis_outline(camera, body)
    part.fill(seat.path(root=cap(seat, 0.5)), person.trousers.base)
    part.fill(seat.shade(light, 0.7), person.trousers.shade)
    part.fill(seat.between(*BELT, cover=1.02), person.band.base)
    return [neck, part]
