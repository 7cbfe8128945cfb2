"""What lies around the figure: the wall, the floor, the mat, and the soft shadows on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QRadialGradient,
    QTransform,
)

from hipcoach.core.figure.pose import Prop
from hipcoach.core.figure.skeleton import Joints, Skeleton
from hipcoach.core.figure.vectors import Vec, between
from hipcoach.ui.figure.curve import ellipse
from hipcoach.ui.figure.curve import ring as band
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.palette import Palette, Room, clear, mixed
from hipcoach.ui.figure.shapes import pen

HORIZON = 0.42
"""Body heights from the figure's plane to where the floor meets the wall."""
MAT_HALF = 0.24
"""Half of a mat's breadth (about 80 cm)."""
MAT_LENGTH = 1.13
"""About 190 cm."""
MAT_LONG = 1.36
"""A long one, for those who roll on it, feet and hands stretched out."""
_AT_HEAD = 0.11
"""How far the mat reaches beyond the middle of a head that lies on it."""
_AT_HANDS = 0.04
"""How far it reaches beyond the fingers of one who leans on them, face down."""
_LOW = 0.08
"""Body heights up to which a hand lies on the floor."""
_FACE_DOWN = -0.5
"""How far down a chest faces, -1 to 1, of one who is face down."""
_UPRIGHT = 0.2
"""Body heights along the floor from pelvis to head below which nobody lies."""
EMPTY = 0.94
"""Radius of the breathing ring when all air is out, in the disc's radii."""
FULL = 1.08
GLOW = 0.40
"""Radius of the bright disc on the wall, in the shorter edges of the picture."""


def wall(painter: QPainter, rect: QRectF, colours: Palette, *, ring: bool = False) -> None:
    """The wall with its bright disc, and how far the breathing ring goes.

    Drawn anew each time: two plain fills are faster than laying down a kept picture of them.
    """
    painter.fillRect(rect, colours.room.wall)
    middle, radius = disc(rect)
    if colours.room.glow != colours.room.wall:
        painter.fillPath(
            ellipse(middle, complex(radius, 0), complex(0, radius)), QBrush(colours.room.glow)
        )
    if ring:
        faint = QBrush(mixed(colours.room.glow, colours.room.ring, 0.22))
        painter.fillPath(band(middle, radius * FULL, max(1.2, radius * 0.008)), faint)


def disc(rect: QRectF) -> tuple[complex, float]:
    """Middle and radius of the bright disc on the wall."""
    radius = min(rect.width(), rect.height()) * GLOW
    return complex(rect.center().x(), rect.top() + rect.height() * 0.47), radius


def floor(painter: QPainter, rect: QRectF, lens: Lens, body: Skeleton, room: Room) -> None:
    """The floor, up to where it meets the wall; a wall that is touched stands nearer."""
    beside = next((prop.z for prop in body.props if prop.kind == "wall" and prop.z), -HORIZON)
    top = lens.point((0.0, 0.0, beside)).imag
    if top >= rect.bottom():
        return
    painter.fillRect(QRectF(rect.left(), top, rect.width(), rect.bottom() - top), room.floor)
    if beside != -HORIZON:
        high = 0.034 * lens.scale
        painter.fillRect(QRectF(rect.left(), top - high, rect.width(), high), room.skirting)
        painter.fillRect(QRectF(rect.left(), top - high, rect.width(), high * 0.12), room.card_edge)


def mat(painter: QPainter, lens: Lens, room: Room, left: float, right: float) -> None:
    """The mat under the figure, from one place along the floor to another, in body heights."""
    corners = [
        lens.point((left, 0.0, -MAT_HALF)),
        lens.point((right, 0.0, -MAT_HALF)),
        lens.point((right, 0.0, MAT_HALF)),
        lens.point((left, 0.0, MAT_HALF)),
    ]
    thick = 0.010 * lens.scale
    top = rounded_polygon(corners, 0.018 * lens.scale)
    edge = QTransform.fromTranslate(0, thick).map(top)
    painter.fillPath(edge, QBrush(room.mat_edge))
    painter.fillPath(top, QBrush(room.mat))
    inset = 0.022
    a = lens.point((left + inset * 2, 0.0, MAT_HALF - inset))
    b = lens.point((right - inset * 2, 0.0, MAT_HALF - inset))
    line = QPainterPath(QPointF(a.real, a.imag))
    line.lineTo(b.real, b.imag)
    painter.strokePath(line, pen(clear("#ffffff", 0.20), 0.004 * lens.scale))


def mat_span(bodies: Sequence[Skeleton]) -> tuple[float, float] | None:
    """From where to where the mat lies under all of these, if there is one."""
    spans = [span for span in map(_mat_under, bodies) if span is not None]
    if not spans:
        return None
    count = len(spans)
    return sum(span[0] for span in spans) / count, sum(span[1] for span in spans) / count


def _mat_under(body: Skeleton) -> tuple[float, float] | None:
    mat = next((prop for prop in body.props if prop.kind == "mat"), None)
    if mat is None:
        return None
    if mat.x:
        return mat.x - MAT_LONG / 2, mat.x + MAT_LONG / 2
    along = body.head[0] - body.pelvis[0]
    if abs(along) < _UPRIGHT:
        return body.pelvis[0] - MAT_LENGTH / 2, body.pelvis[0] + MAT_LENGTH / 2
    if along < 0:
        return body.head[0] - _AT_HEAD, body.head[0] - _AT_HEAD + MAT_LENGTH
    end = body.head[0] + _AT_HEAD
    if body.chest_frame.forward[1] < _FACE_DOWN:
        hands = (body.near.fingers, body.far.fingers)
        reach = max((hand[0] + _AT_HANDS for hand in hands if hand[1] < _LOW), default=end)
        if reach > end:
            return reach - MAT_LONG, reach
    return end - MAT_LENGTH, end


def rounded_polygon(corners: list[complex], radius: float) -> QPainterPath:
    """A polygon with softly rounded corners."""
    path = QPainterPath()
    n = len(corners)
    for i, corner in enumerate(corners):
        before, after = corners[i - 1], corners[(i + 1) % n]
        a = corner + _clipped(before - corner, radius)
        b = corner + _clipped(after - corner, radius)
        if i:
            path.lineTo(a.real, a.imag)
        else:
            path.moveTo(a.real, a.imag)
        path.quadTo(corner.real, corner.imag, b.real, b.imag)
    path.closeSubpath()
    return path


def _clipped(way: complex, most: float) -> complex:
    length = abs(way)
    return way * min(most / length, 0.45) if length > 0 else 0j


@lru_cache(maxsize=6)
def _soft(colour: int) -> QBrush:
    """A round shadow of radius 1 that fades out."""
    ink = QColor.fromRgba(colour)
    gradient = QRadialGradient(QPointF(0, 0), 1.0)
    gradient.setColorAt(0.0, ink)
    gradient.setColorAt(0.45, clear(ink, ink.alphaF() * 0.62))
    gradient.setColorAt(1.0, clear(ink, 0.0))
    return QBrush(gradient)


_DISC = QRectF(-1, -1, 2, 2)
_SPRITE = 192


@lru_cache(maxsize=6)
def _sprite(colour: int) -> QImage:
    """The same as a small picture: laying one down stretched is many times faster."""
    image = QImage(_SPRITE, _SPRITE // 3, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(_SPRITE / 2, _SPRITE / 6)
    painter.scale(_SPRITE / 2, _SPRITE / 6)
    painter.setBrush(_soft(colour))
    painter.drawEllipse(_DISC)
    painter.end()
    return image


def _lay(
    painter: QPainter,
    centre: complex,
    half_x: float,
    half_y: float,
    colour: int,
    strength: float = 1.0,
) -> None:
    before = painter.opacity()
    painter.setOpacity(before * strength)
    place = QRectF(centre.real - half_x, centre.imag - half_y, half_x * 2, half_y * 2)
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        painter.save()
        painter.translate(centre.real, centre.imag)
        painter.scale(half_x, half_y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_soft(colour))
        painter.drawEllipse(_DISC)
        painter.restore()
    else:
        painter.drawImage(place, _sprite(colour))
    painter.setOpacity(before)


def shadows(painter: QPainter, lens: Lens, body: Skeleton, room: Room) -> None:
    """Soft ellipses where the body is near the floor."""
    if lens.view == "top":
        return
    spots: list[tuple[Vec, Vec, float]] = []
    for joints in (body.far, body.near):
        spots += _limb_spots(joints)
    spots.append((body.pelvis, body.shoulders, 0.075))
    spots.append((body.head, body.head, 0.055))
    for prop in body.props:
        if prop.kind == "wall" and prop.z and lens.view == "side":
            _hand_shadow(painter, lens, body, prop, room)
    colour = clear(room.shadow, 0.34).rgba()
    for a, b, broad in spots:
        _shadow(painter, lens, a, b, broad, colour)


def _limb_spots(joints: Joints) -> list[tuple[Vec, Vec, float]]:
    return [
        (joints.heel, joints.toe, 0.030),
        (joints.knee, joints.ankle, 0.035),
        (joints.elbow, joints.fingers, 0.024),
    ]


def _shadow(painter: QPainter, lens: Lens, a: Vec, b: Vec, broad: float, colour: int) -> None:
    middle = between(a, b, 0.5)
    height = max(middle[1] - broad, 0.0)
    strength = 1.0 - height / 0.30
    if strength <= 0.12:  # noqa: PLR2004 - too faint to be seen
        return
    centre = lens.point((middle[0], 0.0, middle[2]))
    across = abs(lens.point((a[0], 0.0, a[2])) - lens.point((b[0], 0.0, b[2]))) / 2
    spread = 1.0 + height * 2.0
    half_x = across + (broad + 0.035) * spread * lens.scale
    half_y = (broad * 0.30 + 0.012) * spread * lens.scale
    _lay(painter, centre, half_x, half_y, colour, strength)


def _hand_shadow(painter: QPainter, lens: Lens, body: Skeleton, prop: Prop, room: Room) -> None:
    """Where a hand leans on the wall behind the figure."""
    for joints in (body.near, body.far):
        if joints.grip == "wall":
            middle = between(joints.palm, joints.fingers, 0.3)
            centre = lens.point((middle[0], middle[1] - 0.02, prop.z))
            size = 0.08 * lens.scale
            _lay(painter, centre, size, size, clear(room.shadow, 0.26).rgba())
