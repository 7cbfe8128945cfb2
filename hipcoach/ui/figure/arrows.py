"""Arrows: forces and movements, drawn clear of the body with a rim that stands off from it."""

from __future__ import annotations

from cmath import rect as polar
from collections.abc import Sequence
from math import atan2, cos, pi, radians, sin

from PySide6.QtGui import QPainterPath

from hipcoach.core.figure.pose import Arrow
from hipcoach.core.figure.signs import Circle, arrow_line, turn_circle
from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.core.figure.vectors import cross as cross3
from hipcoach.core.figure.vectors import distance
from hipcoach.core.figure.vectors import dot as dot3
from hipcoach.ui.figure.curve import cross, dot, line, trace, unit
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.palette import Room
from hipcoach.ui.figure.shapes import Part

WIDTH = 0.017
"""Breadth of an arrow's shaft, in body heights."""
HEAD = 0.034
"""Half of the breadth of its head."""
CLEAR = {
    "mid-thigh": 0.070,
    "knee": 0.058,
    "mid-shin": 0.055,
    "hip": 0.075,
    "shoulder": 0.05,
    "foot": 0.045,
    "ankle": 0.04,
    "palm": 0.03,
    "elbow": 0.04,
    "pelvis": 0.090,
    "waist": 0.075,
    "chest": 0.085,
    "head": 0.09,
}
"""How far flesh reaches from each anchor, in body heights: arrows start outside of it."""


SHORTEST = 0.10
"""Body heights that an arrow has at least."""
RING = 0.088
"""Radius of the ring around a limb that turns, in body heights."""
FULL_RING = 0.75
"""Cosine of the angle between limb and viewer from which all of a ring is before the limb."""
RING_OPEN = 0.36
"""How far a ring opens at least, in its radii."""
BESIDE = 0.075
"""Body heights between a hand that reaches and the arrow before it."""
BESIDE_HEAD = 0.13
"""Body heights between the middle of a head that grows tall and the arrow before it."""
SWING_AT = 0.80
"""Where along the leg a swing's arc runs."""
SWING_CLEAR = 0.16
"""Radians from the bone to where the arc starts, clear of the flesh."""
SWING_LEG = 0.40
SWING_LEAST = 0.34


def arrows(lens: Lens, body: Skeleton, signs: Sequence[Arrow], room: Room) -> list[Part]:
    """All arrows of a pose, on top of everything; two that meet stand beside each other."""
    lines = [_spine(lens, body, sign) for sign in signs if sign.kind != "turn"]
    for i, one in enumerate(lines):
        for other in lines[i + 1 :]:
            _apart(one, other, 0.105 * lens.scale)
    parts = [_painted(points, lens.scale, room) for points in lines]
    for sign in signs:
        if sign.kind == "turn":
            parts += _turn(lens, body, sign, room)
    return parts


def seen(lens: Lens, body: Skeleton, sign: Arrow) -> bool:
    """Whether a lens shows which way an arrow points: not where it points at the viewer."""
    tail, tip = arrow_line(sign, body)
    whole = distance(tail, tip) or 1.0
    return sign.kind in _CURVED or abs(lens.point(tip) - lens.point(tail)) > whole * lens.scale / 3


def _apart(one: list[complex], other: list[complex], gap: float) -> None:
    """Moves two straight arrows aside that point against each other in one place."""
    if len(one) != 2 or len(other) != 2:  # noqa: PLR2004 - curls keep their place
        return
    a, b = unit(one[1] - one[0]), unit(other[1] - other[0])
    if dot(a, b) > _AGAINST:
        return
    square = a * 1j
    off = dot((other[0] + other[1]) / 2 - (one[0] + one[1]) / 2, square)
    along = dot((other[0] + other[1]) / 2 - (one[0] + one[1]) / 2, a)
    if abs(off) >= gap or abs(along) > gap * 2:
        return
    push = (gap - abs(off)) / 2 * (1.0 if off >= 0 else -1.0)
    one[:] = [p - square * push for p in one]
    other[:] = [p + square * push for p in other]


def _turn(lens: Lens, body: Skeleton, sign: Arrow, room: Room) -> list[Part]:
    """A ring around a limb that ends in an arrow; where it passes behind, the limb hides it."""
    circle = turn_circle(sign, body)
    whole = abs(dot3(cross3(circle.start, circle.onward), lens.toward)) > FULL_RING
    nearest = atan2(dot3(circle.onward, lens.toward), dot3(circle.start, lens.toward))
    if whole:
        nearest = radians(45.0)  # its front is in the middle of the arrow
    angles = [nearest + radians(degrees) for degrees in range(-215, 66, 10)]
    points = [_on_ring(lens, circle, nearest, angle) for angle in angles]
    passes = next(i for i, angle in enumerate(angles) if angle > nearest - pi / 2)
    before = _painted(points[0 if whole else passes - 1 :], lens.scale, room)
    if whole:
        return [before]
    joints = body.side("far" if sign.at.endswith("-far") else "near")
    behind = Part(lens.depth(joints.knee) - 0.2, rimmed=False)
    hidden = line(points[: passes + 1])
    behind.stroke(hidden, room.arrow_edge, WIDTH * 1.1 * lens.scale)
    behind.stroke(hidden, room.arrow, WIDTH * 0.5 * lens.scale)
    return [behind, before]


def _on_ring(lens: Lens, circle: Circle, nearest: float, angle: float) -> complex:
    """A point of the ring, which is seen a little from above wherever the lens has it edge-on."""
    a, b = lens.way(circle.start) * RING, lens.way(circle.onward) * RING
    limb = unit(lens.way(cross3(circle.start, circle.onward)), 1j)
    spot = a * cos(angle) + b * sin(angle)
    open_by = dot(a * cos(nearest) + b * sin(nearest), limb)
    least = RING_OPEN * RING * lens.scale
    if abs(open_by) < least:
        spot -= limb * dot(spot, limb)
        spot += limb * (least if open_by > 0 else -least) * cos(angle - nearest)
    return lens.point(circle.middle) + spot


_CURVED = frozenset({"tuck", "swing", "turn"})
_AGAINST = -0.6
"""Cosine of the angle below which two arrows point against each other."""


def _spine(lens: Lens, body: Skeleton, sign: Arrow) -> list[complex]:
    """The middle line of an arrow, from its tail to its tip."""
    tail3, tip3 = arrow_line(sign, body)
    tail, tip = lens.point(tail3), lens.point(tip3)
    if sign.kind == "tuck":
        return _tuck(lens, body)
    if sign.kind == "swing":
        return _swing(lens, body, sign, tail, tip)
    place = sign.at.removesuffix("-near").removesuffix("-far")
    clear = CLEAR.get(place, 0.05) * lens.scale
    if place == "palm":
        joints = body.side("far" if sign.at.endswith("-far") else "near")
        fingers = lens.point(joints.fingers) - lens.point(joints.palm)
        clear += max(dot(fingers, unit(tip - tail)), 0.0)
    way = unit(tip - tail)
    length = max(abs(tip - tail), SHORTEST * lens.scale)
    if sign.kind == "press":
        end = tail - way * (clear + 0.012 * lens.scale)
        return [end - way * length, end]
    if sign.kind == "reach":
        # Beside the hand that reaches, or it would leave the picture.
        beside = BESIDE_HEAD if place == "head" else BESIDE
        side = lens.way(body.chest_frame.forward) * beside
        start = tail + side - way * length * 0.55
    else:
        start = tail + way * clear
    return [start, start + way * length]


def _painted(points: list[complex], scale: float, room: Room) -> Part:
    part = Part(9.0, rimmed=False)
    shape = shaft(points, WIDTH * scale, HEAD * scale)
    part.stroke(shape, room.arrow_edge, 0.012 * scale)
    part.fill(shape, room.arrow)
    return part


def shaft(points: list[complex], width: float, head: float) -> QPainterPath:
    """A tapered arrow along a smooth line."""
    ends = unit(points[-1] - points[-2])
    neck = points[-1] - ends * head * 1.45
    reach = abs(points[-1] - neck)
    spine = [p for p in points[:-1] if abs(points[-1] - p) > reach * 1.15] or points[:1]
    spine.append(neck)
    n = len(spine)
    left: list[complex] = []
    right: list[complex] = []
    for i, p in enumerate(spine):
        way = unit(spine[min(i + 1, n - 1)] - spine[max(i - 1, 0)])
        if i == n - 1:
            way = ends
        half = width * (0.32 + 0.26 * i / (n - 1))
        left.append(p + way * 1j * half)
        right.append(p - way * 1j * half)
    path = QPainterPath()
    trace(path, left, closed=False)
    barb, tip = neck + ends * 1j * head * 0.92, points[-1]
    other = neck - ends * 1j * head * 0.92
    for p in (barb, tip, other):
        path.lineTo(p.real, p.imag)
    trace(path, right[::-1], closed=False, go_on=True)
    path.closeSubpath()
    return path


def _arc(middle: complex, start: complex, angle: float, steps: int = 7) -> list[complex]:
    way = start - middle
    return [middle + way * polar(1.0, angle * i / steps) for i in range(steps + 1)]


def _tuck(lens: Lens, body: Skeleton) -> list[complex]:
    """A curl behind the pelvis, from the belt down and under."""
    frame = body.pelvis_frame
    middle = lens.point(body.pelvis)
    up, ahead = lens.way(frame.up), lens.way(frame.forward)
    reach = 0.118
    start = middle + up * reach * 0.55 - ahead * reach * 0.86
    turn = 1.0 if (ahead.conjugate() * up).imag < 0 else -1.0
    return _arc(middle, start, -turn * pi * 0.52)


def _swing(lens: Lens, body: Skeleton, sign: Arrow, tail: complex, tip: complex) -> list[complex]:
    """An arc around the hip, before the shin on the side to which it swings."""
    joints = body.side("far" if sign.at.endswith("-far") else "near")
    hip = lens.point(joints.hip)
    out = tail - hip
    turn = 1.0 if cross(out, tip - tail) > 0 else -1.0
    start = hip + out * SWING_AT * polar(1.0, turn * SWING_CLEAR)
    return _arc(hip, start, turn * max(sign.length / SWING_LEG, SWING_LEAST))
