"""Hands: mittens with a thumb, that wrap what they hold."""

from __future__ import annotations

from math import cos, radians, sin

from hipcoach.core.figure.pose import half_of
from hipcoach.core.figure.skeleton import Joints
from hipcoach.core.figure.vectors import Vec, add, along, cross, dot, mix, scale, square_to, unit
from hipcoach.ui.figure.curve import cross as cross_flat
from hipcoach.ui.figure.curve import line
from hipcoach.ui.figure.curve import unit as unit_flat
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.outline import Bone, Outline, Station, bone, cap, outline, rounded
from hipcoach.ui.figure.palette import Person
from hipcoach.ui.figure.shapes import Part

PALM = (
    Station(-0.10, 0.012, 0.013, 0.015),
    Station(0.45, 0.014, 0.013, 0.022),
    Station(1.0, 0.010, 0.011, 0.023),
)
FINGERS = (
    Station(0.0, 0.010, 0.011, 0.023),
    Station(0.85, 0.007, 0.007, 0.014),
)
THUMB = (
    Station(0.0, 0.009, 0.009, 0.010),
    Station(0.9, 0.005, 0.005, 0.006),
)
KNUCKLES = 0.062
"""Body heights from the wrist to where the fingers bend."""
BROADSIDE = 0.6
"""Share of a hand's breadth that is seen at least where its fingers are told apart."""
FINGER = 0.050
CURLS = {
    "thigh": 62.0,
    "shin": 58.0,
    "shin-in": 8.0,
    "shin-out": 8.0,
    "kneecap": 46.0,
    "forehead": 4.0,
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
    return CURLS.get(half_of(grip)[0], 20.0)


WRAPPED = ("thigh", "thigh-front", "shin", "ankle")
"""What a hand goes around, so that its fingers are on the other side of it."""


def hands_parts(
    lens: Lens,
    joints: Joints,
    person: Person,
    light: complex,
    *,
    near: bool,
    depth: float,
    behind: float,
) -> list[Part]:
    """A hand at the end of its arm at `depth`; fingers that go around a leg are at `behind`."""
    ahead, faces = joints.hand_forward, joints.palm_faces
    broad = cross(ahead, faces)
    thumb_side = broad if near else scale(broad, -1.0)
    knuckles = along(joints.wrist, ahead, KNUCKLES)
    wraps = half_of(joints.grip)[0] in WRAPPED
    fingers_way, fingers_front = _fingers(joints, wraps=wraps)
    tips = along(knuckles, fingers_way, FINGER)
    fingers = bone(lens, knuckles, tips, fingers_front, cross(fingers_way, fingers_front), FINGERS)
    palm = bone(lens, joints.wrist, knuckles, faces, broad, PALM)
    part = Part(depth)
    thumb = _thumb(lens, joints, thumb_side)
    thumb_first = dot(thumb_side, lens.toward) < 0 and not wraps
    if thumb_first:
        part.fill(thumb.path(tip=rounded(thumb.ribs[-1])), person.skin.base)
    parts = [part]
    if wraps:
        hidden = Part(behind)
        around = outline([fingers])
        hidden.fill(around.path(root=cap(around), tip=rounded(around.ribs[-1])), person.skin.shade)
        parts.append(hidden)
        back = outline([palm])
        part.fill(back.path(tip=rounded(back.ribs[-1], 0.6)), person.skin.base)
        if near:
            part.fill(back.shade(light), person.skin.shade)
    else:
        shape = outline([palm, fingers])
        part.fill(shape.path(tip=rounded(shape.ribs[-1])), person.skin.base)
        if near:
            part.fill(shape.shade(light), person.skin.shade)
            _between_fingers(lens, part, fingers, person)
    if not thumb_first:
        part.fill(thumb.path(tip=rounded(thumb.ribs[-1])), person.skin.base)
    return parts


def _between_fingers(lens: Lens, part: Part, fingers: Bone, person: Person) -> None:
    """Two fine lines where a hand's broad side is seen."""
    way = fingers.end - fingers.start
    if abs(cross_flat(unit_flat(way), fingers.side)) < BROADSIDE * lens.scale:
        return
    for aside in (-0.0065, 0.0065):
        start = fingers.start + way * 0.22 + fingers.side * aside
        end = fingers.start + way * 1.02 + fingers.side * aside * 0.75
        part.stroke(line([start, end]), person.skin.shade, 0.0028 * lens.scale)


def _fingers(joints: Joints, *, wraps: bool) -> tuple[Vec, Vec]:
    """Which way the fingers point, and which way their inside faces."""
    ahead, faces = joints.hand_forward, joints.palm_faces
    if wraps:
        inward = scale(joints.outward, -1.0)
        way = unit(add(scale(inward, 0.9), scale(faces, 0.35)))
        return way, square_to(faces, way, ahead)
    turn = radians(curl_of(joints.grip))
    return (
        unit(mix(ahead, cos(turn), faces, sin(turn))),
        unit(mix(faces, cos(turn), ahead, -sin(turn))),
    )


def _thumb(lens: Lens, joints: Joints, thumb_side: Vec) -> Outline:
    ahead, faces = joints.hand_forward, joints.palm_faces
    root = add(along(joints.wrist, ahead, 0.020), scale(thumb_side, 0.014))
    way = unit(add(add(scale(ahead, 0.80), scale(thumb_side, 0.42)), scale(faces, 0.45)))
    end = along(root, way, 0.046)
    return outline([bone(lens, root, end, faces, thumb_side, THUMB)])
