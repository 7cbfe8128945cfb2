"""Arrows: forces and movements, drawn clear of the body with a rim that stands off from it."""

from __future__ import annotations

from cmath import rect as polar
from math import pi

from PySide6.QtGui import QPainterPath

from hipcoach.core.figure.pose import Arrow
from hipcoach.core.figure.signs import arrow_line
from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.ui.figure.curve import polygon, trace, unit
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.palette import Room
from hipcoach.ui.figure.shapes import Part

WIDTH = 0.017
"""Breadth of an arrow's shaft, in body heights."""
HEAD = 0.034
"""Half of the breadth of its head."""
CLEAR = {"mid-thigh": 0.070, "knee": 0.058, "mid-shin": 0.055, "hip": 0.075, "shoulder": 0.05,
         "foot": 0.045, "ankle": 0.04, "palm": 0.03, "elbow": 0.04, "pelvis": 0.090,
         "waist": 0.075, "chest": 0.085, "head": 0.09}
"""How far flesh reaches from each anchor, in body heights: arrows start outside of it."""


def arrow(lens: Lens, body: Skeleton, sign: Arrow, room: Room) -> Part:
    """One arrow, on top of everything."""
    part = Part(9.0)
    tail3, tip3 = arrow_line(sign, body)
    tail, tip = lens.point(tail3), lens.point(tip3)
    scale = lens.scale
    if sign.kind == "tuck":
        points = _tuck(lens, body)
    elif sign.kind == "swing":
        points = _swing(lens, body, sign, tail, tip)
    else:
        place = sign.at.removesuffix("-near").removesuffix("-far")
        way = unit(tip - tail)
        start = tail + way * CLEAR.get(place, 0.05) * scale
        length = max(abs(tip - tail), 0.085 * scale)
        points = [start, start + way * length]
        if sign.kind == "pull":
            points.reverse()
            points = [points[1], points[0]]
        if sign.kind == "press":
            back = tail - way * (CLEAR.get(place, 0.05) + 0.012) * scale
            points = [back - way * length, back]
    shape = shaft(points, WIDTH * scale, HEAD * scale)
    part.stroke(shape, room.arrow_edge, 0.013 * scale)
    part.fill(shape, room.arrow)
    return part


def shaft(points: list[complex], width: float, head: float) -> QPainterPath:
    """A tapered arrow along a smooth line."""
    ends = unit(points[-1] - points[-2])
    neck = points[-1] - ends * head * 1.45
    spine = [*points[:-1], neck]
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
    return _arc(middle, start, -turn * pi * 0.60)


def _swing(
    lens: Lens, body: Skeleton, sign: Arrow, tail: complex, tip: complex
) -> list[complex]:
    """An arc around the hip, on the side of the foot to which it swings."""
    joints = body.side("far" if sign.at.endswith("-far") else "near")
    hip = lens.point(joints.hip)
    way = tip - tail
    out = tail - hip
    side = 1.0 if (out.conjugate() * way).imag > 0 else -1.0
    angle = sign.length / 0.49
    start = hip + out * (1.0 + 0.055 * lens.scale / max(abs(out), 1.0))
    return _arc(hip, start * 1.0 + (start - hip) * 0.0, side * angle)[0:] if angle else [tail, tip]


__all__ = ["arrow", "polygon", "shaft"]
