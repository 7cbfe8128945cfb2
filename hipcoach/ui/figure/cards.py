"""Small pictures in the picture: another view of the moment, and the worst fault crossed out."""

from __future__ import annotations

from cmath import phase
from cmath import rect as polar
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPaintEngine, QPainter, QPen

from hipcoach.core.figure.pose import Pose
from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.figure.vectors import Vec, along, dot, sub, unit
from hipcoach.ui.figure import ground, teach
from hipcoach.ui.figure.arrows import shaft
from hipcoach.ui.figure.curve import line
from hipcoach.ui.figure.framing import extent, legs_extent
from hipcoach.ui.figure.lens import Lens, View, fitted
from hipcoach.ui.figure.palette import Palette, clear
from hipcoach.ui.figure.person import person
from hipcoach.ui.figure.props import parts_of
from hipcoach.ui.figure.shapes import paint, pen

INSET = 0.35
"""Edge of the inset, in the shorter edges of the picture."""
FAULT = 0.24
GAP = 0.035
_SHOWN = 6.0
"""Degrees out of the body's own plane from which the angle of a thigh is marked."""


def inset(painter: QPainter, rect: QRectF, pose: Pose, colours: Palette, *, mirrored: bool) -> None:
    """The same moment seen from in front (of one who lies: from the feet) or from above."""
    edge = min(rect.width(), rect.height())
    size, gap = edge * INSET, edge * GAP
    x = rect.left() + gap if mirrored else rect.right() - gap - size
    place = QRectF(x, rect.top() + gap, size, size)
    view: View = "top" if pose.inset == "top" else "front"
    _lay(painter, place, pose, view, colours, mirrored=mirrored, wrong=False)


def fault(painter: QPainter, rect: QRectF, pose: Pose, colours: Palette, *, mirrored: bool) -> None:
    """A fault, small and crossed out, before the figure's feet."""
    edge = min(rect.width(), rect.height())
    size, gap = edge * FAULT, edge * GAP
    x = rect.left() + gap if mirrored else rect.right() - gap - size * 1.3
    place = QRectF(x, rect.bottom() - gap - size, size * 1.3, size)
    _lay(painter, place, pose, "side", colours, mirrored=mirrored, wrong=True)


def _lay(
    painter: QPainter,
    place: QRectF,
    pose: Pose,
    view: View,
    colours: Palette,
    *,
    mirrored: bool,
    wrong: bool,
) -> None:
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        _draw(painter, place, pose, view, colours, mirrored=mirrored, wrong=wrong)
        return
    width, height = round(place.width()), round(place.height())
    image = _image(width, height, pose, view, colours, mirrored, wrong)
    painter.drawImage(QRectF(round(place.x()), round(place.y()), width, height), image)


@lru_cache(maxsize=8)
def _image(
    width: int, height: int, pose: Pose, view: View, colours: Palette, mirrored: bool, wrong: bool
) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(0, 0, width, height)
    _draw(painter, place, pose, view, colours, mirrored=mirrored, wrong=wrong)
    painter.end()
    return image


def _draw(
    painter: QPainter,
    place: QRectF,
    pose: Pose,
    view: View,
    colours: Palette,
    *,
    mirrored: bool,
    wrong: bool,
) -> None:
    inner = place.adjusted(2, 2, -2, -2)
    teach.card(painter, inner, colours, colours.room.wrong if wrong else None)
    body = solve(pose)
    pad = place.width() * 0.06
    area = place.adjusted(pad, pad, -pad, -pad)
    box = extent(body, view) if wrong else legs_extent(body, view)
    lens = fitted(view, box, area.x(), area.y(), area.width(), area.height(), mirrored=mirrored)
    painter.setClipRect(inner.adjusted(2, 2, -2, -2))
    ground.shadows(painter, lens, body, colours.room)
    muscles = () if wrong else pose.muscles
    parts = person(lens, body, colours, muscles, 0.0, arms=wrong)
    if wrong:
        parts += parts_of(lens, body, colours)
    paint(painter, parts, colours.room.outline, 0.016 * lens.scale)
    painter.setClipping(False)
    if wrong:
        teach.cross_out(painter, inner, colours)
    else:
        _thigh_angle(painter, lens, body, colours)


def _thigh_angle(painter: QPainter, lens: Lens, body: Skeleton, colours: Palette) -> None:
    """The working thigh as an arrow, and how far it is from the line straight ahead."""
    joints = body.near
    thigh = unit(sub(joints.knee, joints.hip))
    near = body.pelvis_frame.near
    straight: Vec = unit(along(thigh, near, -dot(thigh, near)))
    hip, knee = lens.point(joints.hip), lens.point(joints.knee)
    reach = abs(knee - hip)
    way = lens.way(straight)
    if reach < 1.0 or abs(way) < 1.0:
        return
    ahead = way / abs(way)
    dashes = QPen(QBrush(clear(colours.room.badge, 0.8)), 0.011 * lens.scale)
    dashes.setDashPattern([2.4, 2.2])
    dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.strokePath(line([hip, hip + ahead * reach * 1.42]), dashes)
    angle = phase((knee - hip) / ahead)
    width, head = 0.026 * lens.scale, 0.042 * lens.scale
    arrow = shaft([hip, knee + (knee - hip) * 0.22], width, head)
    painter.strokePath(arrow, pen(colours.room.arrow_edge, 0.016 * lens.scale))
    painter.fillPath(arrow, QBrush(colours.room.arrow))
    if abs(angle) * 57.3 < _SHOWN:
        return
    arc = [hip + ahead * polar(reach * 1.30, angle * i / 6) for i in range(7)]
    painter.strokePath(line(arc), pen(colours.room.arrow, 0.012 * lens.scale))
