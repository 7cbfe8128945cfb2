"""Hands: mittens with a thumb, that wrap what they hold."""

from __future__ import annotations

from math import cos, radians, sin

from hipcoach.core.figure.skeleton import Joints
from hipcoach.core.figure.vectors import add, along, cross, mix, scale, unit
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.outline import Station, bone, outline, rounded
from hipcoach.ui.figure.palette import Person
from hipcoach.ui.figure.shapes import Part

PALM = (
    Station(-0.10, 0.012, 0.013, 0.015),
    Station(0.25, 0.014, 0.013, 0.020),
    Station(0.65, 0.013, 0.012, 0.023),
    Station(1.0, 0.010, 0.011, 0.023),
)
FINGERS = (
    Station(0.0, 0.010, 0.011, 0.023),
    Station(0.5, 0.009, 0.009, 0.020),
    Station(0.9, 0.007, 0.007, 0.014),
)
THUMB = (
    Station(0.0, 0.009, 0.009, 0.010),
    Station(0.5, 0.008, 0.008, 0.008),
    Station(0.95, 0.005, 0.005, 0.006),
)
KNUCKLES = 0.062
"""Body heights from the wrist to where the fingers bend."""
FINGER = 0.050
CURLS = {
    "thigh": 62.0,
    "shin": 58.0,
    "ankle": 70.0,
    "strap": 100.0,
    "knee": 34.0,
    "hip": 16.0,
    "floor": 0.0,
    "desk": 4.0,
    "wall": 0.0,
    "chair": 60.0,
    "": 24.0,
}
"""Degrees that the fingers bend around what they hold."""


def curl_of(grip: str) -> float:
    """How far the fingers bend, in degrees."""
    return CURLS.get(grip.split("-")[0], 20.0)


def hand(lens: Lens, joints: Joints, person: Person, light: complex, *, near: bool) -> Part:
    """A hand at the end of its arm."""
    part = Part(lens.depth(joints.palm) + 0.012)
    ahead, faces = joints.hand_forward, joints.palm_faces
    broad = cross(ahead, faces)
    thumb_side = broad if near else scale(broad, -1.0)
    knuckles = along(joints.wrist, ahead, KNUCKLES)
    turn = radians(curl_of(joints.grip))
    fingers_way = unit(mix(ahead, cos(turn), faces, sin(turn)))
    fingers_front = unit(mix(faces, cos(turn), ahead, -sin(turn)))
    tips = along(knuckles, fingers_way, FINGER)
    shape = outline(
        [
            bone(lens, joints.wrist, knuckles, faces, broad, PALM),
            bone(lens, knuckles, tips, fingers_front, broad, FINGERS),
        ]
    )
    root = add(along(joints.wrist, ahead, 0.020), scale(thumb_side, 0.014))
    way = unit(add(add(scale(ahead, 0.80), scale(thumb_side, 0.42)), scale(faces, 0.45)))
    end = along(root, way, 0.046)
    thumb = outline([bone(lens, root, end, faces, thumb_side, THUMB)])
    pieces = [
        (lens.depth(end), thumb.path(tip=rounded(thumb.ribs[-1]))),
        (lens.depth(joints.palm), shape.path(tip=rounded(shape.ribs[-1]))),
    ]
    for _, path in sorted(pieces, key=lambda piece: piece[0]):
        part.fill(path, person.skin.base)
    part.fill(shape.shade(light), person.skin.shade)
    return part
