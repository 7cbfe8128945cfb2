"""The whole picture: room, person and lessons, from a frame and a look."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import chest_rise
from hipcoach.core.figure.pose import Pose
from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.core.side import Side
from hipcoach.ui.figure import cards, ground, teach
from hipcoach.ui.figure.arrows import arrows, seen
from hipcoach.ui.figure.extras import PLAIN, Extras
from hipcoach.ui.figure.framing import shot_in, solved
from hipcoach.ui.figure.lens import Lens, fitted
from hipcoach.ui.figure.own_picture import draw_own
from hipcoach.ui.figure.palette import Look, Palette, palette
from hipcoach.ui.figure.person import person
from hipcoach.ui.figure.props import parts_of
from hipcoach.ui.figure.shapes import Fill, Part, paint

Span: TypeAlias = tuple[float, float] | None
CONTOUR = 0.010
"""Breadth of the outlines of high contrast, half of it covered, in body heights."""
STEP = 0.5
"""Pixels in which the chest rises with the breath."""


def draw_figure(
    painter: QPainter,
    rect: QRectF,
    frame: FigureFrame,
    look: Look,
    extras: Extras = PLAIN,
) -> None:
    """Paints a frame into a rectangle of the painter: a pure function of its arguments.

    Everything is laid out in device pixels, so that curves stay round at any scale.
    """
    colours = palette(look)
    if frame.pose.picture:
        draw_own(painter, rect, frame, colours)
        return
    if frame.leaving is not None and frame.leaving.picture:
        frame = replace(frame, leaving=None)
    ratio = painter.device().devicePixelRatioF()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    device = painter.device()
    if not rect.contains(QRectF(0, 0, device.width() / ratio, device.height() / ratio)):
        painter.setClipRect(rect)  # drawing is faster without
    painter.scale(1.0 / ratio, 1.0 / ratio)
    area = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
    _draw(painter, area, frame, colours, extras)
    painter.restore()


def _draw(
    painter: QPainter, rect: QRectF, frame: FigureFrame, colours: Palette, extras: Extras
) -> None:
    mirrored = frame.side is Side.LEFT
    body = solved(frame.pose)
    shot = shot_in(frame)
    window = extras.window or shot.window
    lens = fitted(
        "side", window, rect.x(), rect.y(), rect.width(), rect.height(), mirrored=mirrored
    )
    ground.wall(painter, rect, colours, ring=frame.breathing)
    if frame.breathing:
        teach.breathing_ring(painter, rect, colours, frame.breath_s)
    ground.floor(painter, rect, lens, body, colours.room)
    if frame.ghost is not None:
        _ghost(painter, lens, solved(frame.ghost), colours)
    if frame.leaving is not None and frame.fade < 1.0:
        leaving = FigureFrame(frame.leaving, frame.side, teaching=False)
        _faded(painter, rect, leaving, lens, colours, shot.mat, 1.0 - frame.fade)
    if frame.fade < 1.0:
        _faded(painter, rect, frame, lens, colours, shot.mat, frame.fade)
    else:
        _person(painter, lens, frame, body, colours, shot.mat)
    edge = min(rect.width(), rect.height())
    if frame.holding:
        radius = edge * 0.062
        corner = complex(rect.left() + radius * 1.7, rect.top() + radius * 1.7)
        teach.hold_badge(painter, corner, radius, colours, extras.hold_text)
    if frame.pose.inset != "none" and frame.teaching and frame.fade >= 1.0:
        bodies = [solved(pose) for pose in frame.scope] or [body]
        cards.inset(painter, rect, frame, lens, bodies, colours)
    if extras.fault is not None:
        cards.fault(painter, rect, extras.fault, colours, mirrored=mirrored)


def _person(
    painter: QPainter,
    lens: Lens,
    frame: FigureFrame,
    body: Skeleton,
    colours: Palette,
    mat: Span,
) -> None:
    if mat is not None and any(prop.kind == "mat" for prop in body.props):
        ground.mat(painter, lens, colours.room, *mat)
    ground.shadows(painter, lens, body, colours.room)
    step = STEP / lens.scale
    rise = round(chest_rise(frame.breath_s) / step) * step
    parts = _parts(frame.pose, frame.teaching, lens, colours, rise)
    paint(painter, parts, colours.room.outline, CONTOUR * lens.scale)


@lru_cache(maxsize=2)
def _parts(
    pose: Pose, teaching: bool, lens: Lens, colours: Palette, rise: float
) -> tuple[Part, ...]:
    """All shapes of a moment, far ones first; kept while nothing moves, as in a hold."""
    body = solved(pose)
    there = pose.inset != "none"
    muscles = pose.muscles if teaching else ()
    parts = person(lens, body, colours, muscles, rise, through=not there)
    parts += parts_of(lens, body, colours)
    if teaching:
        # What only the other view can show is shown there alone.
        signs = [sign for sign in pose.arrows if not there or seen(lens, body, sign)]
        parts += arrows(lens, body, signs, colours.room)
    return tuple(parts)


def _ghost(painter: QPainter, lens: Lens, body: Skeleton, colours: Palette) -> None:
    """The pose to come: one flat shape behind the person."""
    parts = person(lens, body, colours, (), 0.0)
    paint(painter, [_flat(part, colours.room.ghost) for part in parts])


def _flat(part: Part, colour: QColor) -> Part:
    return Part(part.depth, [Fill(m.path, colour) for m in part.marks if isinstance(m, Fill)])


def _faded(
    painter: QPainter,
    rect: QRectF,
    frame: FigureFrame,
    lens: Lens,
    colours: Palette,
    mat: Span,
    opacity: float,
) -> None:
    """The person drawn once and laid down translucently, so that limbs don't show through."""
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        painter.save()
        painter.setOpacity(opacity)
        _person(painter, lens, frame, solved(frame.pose), colours, mat)
        painter.restore()
        return
    width, height = round(rect.width()), round(rect.height())
    layer = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(Qt.GlobalColor.transparent)
    inner = QPainter(layer)
    inner.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner.translate(-rect.left(), -rect.top())
    _person(inner, lens, frame, solved(frame.pose), colours, mat)
    inner.end()
    painter.save()
    painter.setOpacity(opacity)
    painter.drawImage(rect.topLeft(), layer)
    painter.restore()
