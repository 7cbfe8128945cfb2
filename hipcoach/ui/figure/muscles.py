"""Muscles that glow: soft patches drawn once on a straight body, and bent along with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QFile, QIODevice, QPointF, QXmlStreamReader
from PySide6.QtGui import QColor, QPainterPath, QTransform

from hipcoach.core.figure.pose import Muscle
from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.core.figure.vectors import Vec, dot
from hipcoach.ui.figure.curve import WINDING, unit
from hipcoach.ui.figure.curve import dot as dot_flat
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.outline import Outline
from hipcoach.ui.figure.palette import Person, Room, clear, mixed
from hipcoach.ui.figure.shapes import Part

RESOURCE: Final = ":/figure/muscles.svg"
SOURCE: Final = Path(__file__).parents[3] / "assets" / "figure" / "muscles.svg"
RIM: Final = 1.40
"""How far a glow reaches beyond the muscle's drawing, as a factor."""
LAYERS: Final = (1.0, 0.935, 0.865, 0.785, 0.69, 0.58, 0.45)
"""How large the layers of a glow are, from its faint rim to its middle."""
STRENGTH: Final = (0.07, 0.18, 0.32, 0.47, 0.63, 0.79, 0.93)
"""How much of the accent each layer has. They are opaque: several times faster than blending."""
OUTLINED: Final = 0.78
"""How large the outline of a muscle is that is hidden by the body, as a glow's layers are."""
OUTLINE: Final = 0.0045
"""Breadth of that outline, in body heights."""
THROUGH: Final = 0.22
"""How much of the accent shows within it."""
SPANS: Final = {
    "thigh": (0.0, 1.0),
    "shin": (1.0, 2.0),
    "pelvis": (-0.46, 0.80),
    "trunk": (0.80, 2.0),
}
"""From where to where along its silhouette a bone's drawing reaches."""


class Piece(NamedTuple):
    """A closed shape on a straight bone: 0 to 1 along it, and −1 (back) to 1 (front) across."""

    bone: str
    points: tuple[tuple[float, float], ...]
    """Its start, then two handles and an end for each curve."""
    middle: tuple[float, float]


@lru_cache(maxsize=1)
def pieces() -> dict[str, tuple[Piece, ...]]:
    """The drawn pieces of every muscle, by its name."""
    found: dict[str, list[Piece]] = {}
    reader = QXmlStreamReader(_drawing())
    while not reader.atEnd():
        if reader.readNext() is not QXmlStreamReader.TokenType.StartElement:
            continue
        given = reader.attributes()
        bone = given.value("data-bone")
        if bone:
            name = given.value("id").removesuffix(f"-{bone}")
            found.setdefault(name, []).append(_piece(bone, given.value("d")))
    return {name: tuple(drawn) for name, drawn in found.items()}


def _drawing() -> str:
    file = QFile(RESOURCE)
    if file.open(QIODevice.OpenModeFlag.ReadOnly):
        return bytes(file.readAll().data()).decode()
    return SOURCE.read_text("utf-8")


def _piece(bone: str, drawn: str) -> Piece:
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", drawn)]
    points = tuple((x / 100, -y / 100) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
    middle = (
        sum(p[0] for p in points) / len(points),
        sum(p[1] for p in points) / len(points),
    )
    return Piece(bone, points, middle)


class Canvas(NamedTuple):
    """The silhouettes on which muscles are drawn, of one half of the body."""

    leg: Outline
    seat: Outline
    chest: Outline


class Layers(NamedTuple):
    """Where glows go."""

    seen: Part
    hidden: Part | None
    """Over what hides a muscle, which shows through as an outline; `None`: it stays hidden."""
    cover: QPainterPath | None
    """The other leg, where it is before this one."""


def glow(
    lens: Lens,
    body: Skeleton,
    muscles: Sequence[Muscle],
    canvas: Canvas,
    room: Room,
    tones: Person,
    layers: Layers,
) -> None:
    """Adds the soft patches of one side's muscles to a part that lies over the silhouettes.

    Layers of one colour are one shape, so that neighbours flow into each other.
    """
    patches: dict[tuple[int, int, int], QPainterPath] = {}
    for muscle in muscles:
        accent = room.muscle if muscle.works else room.stretch
        behind = _empty()
        for piece in pieces().get(muscle.name, ()):
            shape, front = _place(piece.bone, body, muscle, canvas)
            points = _bent(lens, piece, shape, front)
            middle = sum(points) / len(points)
            away = dot(front, lens.toward) * piece.middle[1] < -_AWAY
            if away or _covered(middle, layers.cover):
                behind.addPath(_sized(_patch(points), middle, OUTLINED))
                continue
            patch = _patch(points)
            cloth = tones.top if piece.bone == "trunk" else tones.trousers
            for layer, size in enumerate(LAYERS):
                key = layer, cloth.base.rgb(), accent.rgb()
                patches.setdefault(key, _empty()).addPath(_sized(patch, middle, size))
        if layers.hidden is not None and not behind.isEmpty():
            whole = behind.simplified()
            layers.hidden.fill(whole, clear(accent, THROUGH))
            layers.hidden.stroke(whole, accent, OUTLINE * lens.scale)
    for layer, under, ink in sorted(patches):
        layers.seen.fill(patches[layer, under, ink], _tints(under, ink)[layer])


def _covered(spot: complex, cover: QPainterPath | None) -> bool:
    return cover is not None and cover.contains(QPointF(spot.real, spot.imag))


def _empty() -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(WINDING)
    return path


_AWAY = 0.2
"""How far a muscle must face away from the viewer to be hidden by the body."""


@lru_cache(maxsize=32)
def _tints(under: int, accent: int) -> tuple[QColor, ...]:
    return tuple(mixed(QColor(under), QColor(accent), share) for share in STRENGTH)


def _place(bone: str, body: Skeleton, muscle: Muscle, canvas: Canvas) -> tuple[Outline, Vec]:
    joints = body.side(muscle.half)
    if bone == "thigh":
        return canvas.leg, joints.thigh_front
    if bone == "shin":
        return canvas.leg, joints.shin_front
    if bone == "pelvis":
        return canvas.seat, body.pelvis_frame.forward
    return canvas.chest, body.chest_frame.forward


def _bent(lens: Lens, piece: Piece, shape: Outline, front: Vec) -> list[complex]:
    """The points of a piece and its curves, on the body, its rim kept inside the silhouette."""
    first, last = SPANS[piece.bone]
    least = first if piece.bone == "trunk" else first - 0.08  # the belt stays in sight
    way = lens.way(front)
    ahead = unit(way) * min(abs(way) / lens.scale, 1.0)
    mid_u, mid_v = piece.middle
    result: list[complex] = []
    for u, v in piece.points:
        at = first + (last - first) * (mid_u + (u - mid_u) * RIM)
        rib = shape.rib(min(max(at, least), last))
        facing = dot_flat(rib.normal, ahead)
        across = (v - mid_v) * (RIM if facing >= 0 else -RIM) + mid_v * facing
        across = min(max(across, -0.98), 0.98)
        result.append(rib.middle + rib.normal * (rib.left if across > 0 else rib.right) * across)
    return result


def _patch(points: list[complex]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(WINDING)
    path.moveTo(points[0].real, points[0].imag)
    for i in range(1, len(points) - 2, 3):
        a, b, c = points[i : i + 3]
        path.cubicTo(a.real, a.imag, b.real, b.imag, c.real, c.imag)
    path.closeSubpath()
    return path


def _sized(path: QPainterPath, middle: complex, size: float) -> QPainterPath:
    """The same shape smaller, around its middle."""
    keep = 1.0 - size
    return QTransform(size, 0.0, 0.0, size, middle.real * keep, middle.imag * keep).map(path)
