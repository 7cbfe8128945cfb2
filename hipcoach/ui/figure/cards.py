"""Small pictures in the picture: another view of the moment, and the worst fault crossed out."""

from __future__ import annotations

from cmath import phase
from cmath import rect as polar
from collections.abc import Sequence
from functools import lru_cache, reduce

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPaintEngine, QPainter, QPen

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.pose import Arrow, Pose
from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.figure.vectors import Vec, along, distance, dot, sub, unit
from hipcoach.core.side import Side
from hipcoach.ui.figure import ground, teach
from hipcoach.ui.figure.arrows import arrows, seen, shaft
from hipcoach.ui.figure.curve import line
from hipcoach.ui.figure.framing import extent, legs_extent, solved
from hipcoach.ui.figure.lens import Box, Lens, View, bounds, fitted, union
from hipcoach.ui.figure.lens import lens as lens_of
from hipcoach.ui.figure.palette import Palette, clear
from hipcoach.ui.figure.person import person
from hipcoach.ui.figure.props import parts_of
from hipcoach.ui.figure.shapes import paint, pen

INSET = 0.35
"""Edge of the inset, in the shorter edges of the picture."""
HEAD = 0.11
"""Body heights around the middle of a head that an inset stays clear of."""
LIMB = 0.03
DASHES = 1.42
"""How far the line reaches from which a thigh's angle is measured, in lengths of the thigh."""
FAULT = 0.24
GAP = 0.035
_LAID_OUT = 0.45
"""Share of a thigh's length that a view shows at least where its angle is marked."""
_SHOWN = 6.0
"""Degrees out of the body's own plane from which the angle of a thigh is marked."""


def inset(
    painter: QPainter,
    rect: QRectF,
    frame: FigureFrame,
    side: Lens,
    bodies: Sequence[Skeleton],
    colours: Palette,
) -> None:
    """The same moment seen from in front (of one who lies: from the feet) or from above.

    It keeps clear of all `bodies`, as the lens of the picture sees them.
    """
    view: View = "top" if frame.pose.inset == "top" else "front"
    mirrored = frame.side is Side.LEFT
    place = inset_place(rect, frame, side, bodies)
    insets = [pose for pose in frame.scope if pose.inset == frame.pose.inset] or [frame.pose]
    boxes = [_inset_box(solved(pose), view, turns=_turns(frame.pose)) for pose in insets]
    box = reduce(union, boxes)
    _lay(painter, place, frame.pose, view, colours, box, mirrored=mirrored, wrong=False)


def inset_place(rect: QRectF, frame: FigureFrame, side: Lens, bodies: Sequence[Skeleton]) -> QRectF:
    """The first corner that neither the bodies nor the badge need, or that with the most room."""
    edge = min(rect.width(), rect.height())
    size, gap = edge * INSET, edge * GAP
    left, right = rect.left() + gap, rect.right() - gap - size
    top, bottom = rect.top() + gap, rect.bottom() - gap - size
    ahead, behind = (left, right) if frame.side is Side.LEFT else (right, left)
    corners = [(ahead, top), (behind, top), (ahead, bottom), (behind, bottom)]
    if frame.holding:
        corners.remove((left, top))  # the badge's
    taken = [spot for body in bodies for spot in _spots(side, body)]
    rooms = [_room(QRectF(x, y, size, size), taken) for x, y in corners]
    free = next((i for i, room in enumerate(rooms) if room >= 0.0), rooms.index(max(rooms)))
    return QRectF(*corners[free], size, size)


def _spots(side: Lens, body: Skeleton) -> list[tuple[complex, float]]:
    """What must be seen of a body: points of the picture, and how far around them."""
    spots = [(side.point(body.head), HEAD * side.scale)]
    for joints in (body.near, body.far):
        points = (joints.shoulder, joints.elbow, joints.fingers, joints.knee, joints.toe)
        spots += [(side.point(point), LIMB * side.scale) for point in points]
    return spots


def _room(place: QRectF, taken: Sequence[tuple[complex, float]]) -> float:
    """How far the nearest of these stays clear of a place, in pixels; negative: inside."""
    middle = complex(place.center().x(), place.center().y())
    half = place.width() / 2
    room = 1e9
    for spot, reach in taken:
        away = spot - middle
        room = min(room, max(abs(away.real), abs(away.imag)) - half - reach)
    return room


def fault(painter: QPainter, rect: QRectF, pose: Pose, colours: Palette, *, mirrored: bool) -> None:
    """A fault, small and crossed out, before the figure's feet."""
    edge = min(rect.width(), rect.height())
    size, gap = edge * FAULT, edge * GAP
    x = rect.left() + gap if mirrored else rect.right() - gap - size * 1.3
    place = QRectF(x, rect.bottom() - gap - size, size * 1.3, size)
    box = extent(solve(pose), "side")
    _lay(painter, place, pose, "side", colours, box, mirrored=mirrored, wrong=True)


def _lay(
    painter: QPainter,
    place: QRectF,
    pose: Pose,
    view: View,
    colours: Palette,
    box: Box,
    *,
    mirrored: bool,
    wrong: bool,
) -> None:
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        _draw(painter, place, pose, view, colours, box, mirrored=mirrored, wrong=wrong)
        return
    width, height = round(place.width()), round(place.height())
    image = _image(width, height, pose, view, colours, box, mirrored, wrong)
    painter.drawImage(QRectF(round(place.x()), round(place.y()), width, height), image)


@lru_cache(maxsize=8)
def _image(
    width: int,
    height: int,
    pose: Pose,
    view: View,
    colours: Palette,
    box: Box,
    mirrored: bool,
    wrong: bool,
) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(0, 0, width, height)
    _draw(painter, place, pose, view, colours, box, mirrored=mirrored, wrong=wrong)
    painter.end()
    return image


def _draw(
    painter: QPainter,
    place: QRectF,
    pose: Pose,
    view: View,
    colours: Palette,
    box: Box,
    *,
    mirrored: bool,
    wrong: bool,
) -> None:
    inner = place.adjusted(2, 2, -2, -2)
    teach.card(painter, inner, colours, colours.room.wrong if wrong else None)
    body = solve(pose)
    pad = place.width() * 0.06
    area = place.adjusted(pad, pad, -pad, -pad)
    turns = _turns(pose)
    lens = fitted(view, box, area.x(), area.y(), area.width(), area.height(), mirrored=mirrored)
    painter.setClipRect(inner.adjusted(2, 2, -2, -2))
    ground.shadows(painter, lens, body, colours.room)
    muscles = () if wrong else pose.muscles
    parts = person(lens, body, colours, muscles, 0.0, arms=wrong, through=False)
    if wrong:
        parts += parts_of(lens, body, colours)
    else:
        parts += arrows(lens, body, _signs(lens, body, pose, turns=turns), colours.room)
    paint(painter, parts, colours.room.outline, 0.016 * lens.scale)
    if not wrong and not turns:
        _thigh_angle(painter, lens, body, colours)
    painter.setClipping(False)
    if wrong:
        teach.cross_out(painter, inner, colours)


def _turns(pose: Pose) -> bool:
    return any(sign.kind == "turn" for sign in pose.arrows)


def _inset_box(body: Skeleton, view: View, *, turns: bool) -> Box:
    box = legs_extent(body, view, far=not turns)
    return box if turns else union(box, bounds(view, _thigh_reach(body)))


def _signs(lens: Lens, body: Skeleton, pose: Pose, *, turns: bool) -> list[Arrow]:
    """The arrows that only this view shows; where a thigh goes is marked as an angle already."""
    aside = lens_of("side", 1.0, 0j)
    return [
        sign
        for sign in pose.arrows
        if seen(lens, body, sign)
        and (turns or not (seen(aside, body, sign) or sign.at.startswith(("knee", "mid-thigh"))))
    ]


def _thigh_reach(body: Skeleton) -> list[Vec]:
    """How far the marks of a thigh's angle reach."""
    joints = body.near
    away = sub(joints.knee, joints.hip)
    near = body.pelvis_frame.near
    straight = unit(along(away, near, -dot(away, near)))
    return [
        along(joints.hip, away, DASHES),
        along(joints.hip, straight, DASHES * distance(joints.knee, joints.hip)),
    ]


def _thigh_angle(painter: QPainter, lens: Lens, body: Skeleton, colours: Palette) -> None:
    """The working thigh as an arrow, and how far it is from the line straight ahead."""
    joints = body.near
    thigh = unit(sub(joints.knee, joints.hip))
    near = body.pelvis_frame.near
    straight: Vec = unit(along(thigh, near, -dot(thigh, near)))
    hip, knee = lens.point(joints.hip), lens.point(joints.knee)
    reach = abs(knee - hip)
    way = lens.way(straight)
    whole = distance(joints.hip, joints.knee) * lens.scale
    if reach < whole * _LAID_OUT or abs(way) < 1.0:
        return  # the thigh points at the viewer
    ahead = way / abs(way)
    dashes = QPen(QBrush(clear(colours.room.badge, 0.8)), 0.011 * lens.scale)
    dashes.setDashPattern([2.4, 2.2])
    dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.strokePath(line([hip, hip + ahead * reach * DASHES]), dashes)
    angle = phase((knee - hip) / ahead)
    width, head = 0.026 * lens.scale, 0.042 * lens.scale
    arrow = shaft([hip, knee + (knee - hip) * 0.22], width, head)
    painter.strokePath(arrow, pen(colours.room.arrow_edge, 0.016 * lens.scale))
    painter.fillPath(arrow, QBrush(colours.room.arrow))
    if abs(angle) * 57.3 < _SHOWN:
        return
    arc = [hip + ahead * polar(reach * 1.30, angle * i / 6) for i in range(7)]
    painter.strokePath(line(arc), pen(colours.room.arrow, 0.012 * lens.scale))
