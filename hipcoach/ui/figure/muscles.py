"""Muscles that glow: soft patches drawn once on a straight body, and bent along with it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET  # noqa: S405 - reads our own file only

from PySide6.QtCore import QFile, QIODevice
from PySide6.QtGui import QPainterPath

from hipcoach.core.figure.pose import Muscle
from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.core.figure.vectors import Vec, dot
from hipcoach.ui.figure.curve import dot as flat_dot
from hipcoach.ui.figure.curve import unit
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.outline import Outline
from hipcoach.ui.figure.palette import Room, clear
from hipcoach.ui.figure.shapes import Part

RESOURCE: Final = ":/figure/muscles.svg"
SOURCE: Final = Path(__file__).parents[3] / "assets" / "figure" / "muscles.svg"
LAYERS: Final = ((1.30, 0.20), (1.08, 0.32), (0.80, 0.50))
"""How large and how opaque the layers of a patch are, from its faint rim to its middle."""
SPANS: Final = {
    "thigh": (0.0, 1.0),
    "shin": (1.0, 2.0),
    "pelvis": (-0.46, 0.80),
    "trunk": (0.64, 2.0),
}
"""From where to where along its silhouette a bone's drawing reaches."""


class Piece(NamedTuple):
    """A closed shape on a straight bone: 0 to 1 along it, and −1 (back) to 1 (front) across."""

    bone: str
    start: tuple[float, float]
    curves: tuple[tuple[tuple[float, float], tuple[float, float], tuple[float, float]], ...]
    middle: tuple[float, float]


@lru_cache(maxsize=1)
def pieces() -> dict[str, tuple[Piece, ...]]:
    """The drawn pieces of every muscle, by its name."""
    found: dict[str, list[Piece]] = {}
    for element in ET.fromstring(_drawing()).iter():  # noqa: S314 - our own file
        bone = element.get("data-bone")
        if bone is None:
            continue
        name = element.get("id", "").removesuffix(f"-{bone}")
        found.setdefault(name, []).append(_piece(bone, element.get("d", "")))
    return {name: tuple(drawn) for name, drawn in found.items()}


def _drawing() -> bytes:
    file = QFile(RESOURCE)
    if file.open(QIODevice.OpenModeFlag.ReadOnly):
        return bytes(file.readAll().data())
    return SOURCE.read_bytes()


def _piece(bone: str, drawn: str) -> Piece:
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", drawn)]
    points = [
        (x / 100, -y / 100) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    ]
    curves = tuple(
        (points[i], points[i + 1], points[i + 2]) for i in range(1, len(points) - 2, 3)
    )
    middle = (
        sum(p[0] for p in points) / len(points),
        sum(p[1] for p in points) / len(points),
    )
    return Piece(bone, points[0], curves, middle)


class Canvas(NamedTuple):
    """The silhouettes on which muscles are drawn, of one half of the body."""

    leg: Outline
    seat: Outline
    chest: Outline


def glow(
    lens: Lens, body: Skeleton, muscle: Muscle, canvas: Canvas, room: Room, part: Part
) -> None:
    """Adds a muscle's soft patch to a part that lies over the silhouettes."""
    colour = room.muscle if muscle.works else room.stretch
    for piece in pieces().get(muscle.name, ()):
        shape, front = _place(piece.bone, body, muscle, canvas)
        turned = dot(front, lens.toward)
        if turned * piece.middle[1] < -_AWAY:
            continue
        for size, alpha in LAYERS:
            path = _bent(lens, piece, shape, front, size)
            part.fill(path, clear(colour, alpha))


_AWAY = 0.2
"""How far a muscle must face away from the viewer to be hidden by the body."""


def _place(
    bone: str, body: Skeleton, muscle: Muscle, canvas: Canvas
) -> tuple[Outline, Vec]:
    joints = body.side(muscle.half)
    if bone == "thigh":
        return canvas.leg, joints.thigh_front
    if bone == "shin":
        return canvas.leg, joints.shin_front
    if bone == "pelvis":
        return canvas.seat, body.pelvis_frame.forward
    return canvas.chest, body.chest_frame.forward


def _bent(lens: Lens, piece: Piece, shape: Outline, front: Vec, size: float) -> QPainterPath:
    first, last = SPANS[piece.bone]
    ahead = unit(lens.way(front)) * min(abs(lens.way(front)) / lens.scale, 1.0)
    mid_u, mid_v = piece.middle
    base = 1 if piece.bone == "shin" else 0

    def at(point: tuple[float, float]) -> complex:
        u = mid_u + (point[0] - mid_u) * size
        v = point[1] - mid_v
        rib = shape.rib(min(max(first + (last - first) * u, base - 0.05), last))
        facing = flat_dot(rib.normal, ahead)
        sign = 1.0 if facing >= 0 else -1.0
        across = sign * v * size + mid_v * facing
        across = min(max(across, -0.98), 0.98)
        reach = rib.left if across > 0 else rib.right
        return rib.middle + rib.normal * reach * across

    path = QPainterPath()
    start = at(piece.start)
    path.moveTo(start.real, start.imag)
    for one, two, end in piece.curves:
        a, b, c = at(one), at(two), at(end)
        path.cubicTo(a.real, a.imag, b.real, b.imag, c.real, c.imag)
    path.closeSubpath()
    return path
