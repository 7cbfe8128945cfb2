"""The whole picture: room, person and lessons, from a frame and a look."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPaintEngine

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import chest_rise
from hipcoach.core.figure.pose import Pose
from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.side import Side
from hipcoach.ui.figure import ground, teach
from hipcoach.ui.figure.arrows import arrows
from hipcoach.ui.figure.framing import extent, window_of
from hipcoach.ui.figure.lens import Box, Lens, View, fitted
from hipcoach.ui.figure.palette import Look, Palette, palette
from hipcoach.ui.figure.person import person
from hipcoach.ui.figure.props import parts_of
from hipcoach.ui.figure.shapes import Fill, Part, paint

INSET = 0.30
"""Edge of the inset, in the shorter edges of the picture."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What a caller may add to a frame."""

    window: Box | None = None
    """What part of the side view is shown; by default what the frame's poses need."""
    hold_text: str = ""
    """Words under the hold-still badge, translated by the caller."""
    fault: Pose | None = None
    """The worst fault, shown small and crossed out."""


PLAIN = Extras()


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
    ratio = painter.device().devicePixelRatioF()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect)
    painter.scale(1.0 / ratio, 1.0 / ratio)
    area = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
    _draw(painter, area, frame, colours, extras)
    painter.restore()


def _draw(
    painter: QPainter, rect: QRectF, frame: FigureFrame, colours: Palette, extras: Extras
) -> None:
    mirrored = frame.side is Side.LEFT
    body = solve(frame.pose)
    window = extras.window or _window(frame, body)
    lens = fitted(
        "side", window, rect.x(), rect.y(), rect.width(), rect.height(), mirrored=mirrored
    )
    _wall(painter, rect, colours)
    ground.floor(painter, rect, lens, body, colours.room)
    if frame.breathing:
        teach.breathing_ring(painter, rect, colours, frame.breath_s)
    if frame.ghost is not None:
        _ghost(painter, lens, solve(frame.ghost), colours)
    if frame.leaving is not None and frame.fade < 1.0:
        leaving = FigureFrame(frame.leaving, frame.side, teaching=False)
        _faded(painter, rect, leaving, lens, colours, 1.0 - frame.fade)
    if frame.fade < 1.0:
        _faded(painter, rect, frame, lens, colours, frame.fade)
    else:
        _person(painter, lens, frame, body, colours)
    edge = min(rect.width(), rect.height())
    if frame.holding or (frame.teaching and frame.pose.hold_still):
        radius = edge * 0.062
        corner = complex(rect.left() + radius * 1.7, rect.top() + radius * 1.7)
        teach.hold_badge(painter, corner, radius, colours, extras.hold_text)
    if frame.pose.inset != "none" and frame.teaching and frame.fade >= 1.0:
        _inset(painter, rect, frame.pose, frame.pose.inset, colours, mirrored=mirrored)
    if extras.fault is not None:
        _fault(painter, rect, extras.fault, colours, mirrored=mirrored)


def _window(frame: FigureFrame, body: Skeleton) -> Box:
    others = [solve(pose) for pose in (frame.ghost, frame.leaving) if pose is not None]
    return window_of([body, *others])


def _wall(painter: QPainter, rect: QRectF, colours: Palette) -> None:
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        ground.wall(painter, rect, colours)
    else:
        image = ground.wall_image(round(rect.width()), round(rect.height()), colours)
        painter.drawImage(rect.topLeft(), image)


def _person(
    painter: QPainter, lens: Lens, frame: FigureFrame, body: Skeleton, colours: Palette
) -> None:
    span = ground.mat_span(body)
    if span is not None:
        ground.mat(painter, lens, colours.room, *span)
    ground.shadows(painter, lens, body, colours.room)
    rise = chest_rise(frame.breath_s)
    muscles = frame.pose.muscles if frame.teaching else ()
    parts = person(lens, body, colours, muscles, rise)
    parts += parts_of(lens, body, colours)
    if frame.teaching:
        parts += arrows(lens, body, frame.pose.arrows, colours.room)
    paint(painter, parts)


def _ghost(painter: QPainter, lens: Lens, body: Skeleton, colours: Palette) -> None:
    """The pose to come: one flat shape behind the person."""
    parts = person(lens, body, colours, (), 0.0)
    paint(painter, [_flat(part, colours.room.ghost) for part in parts])


def _flat(part: Part, colour: QColor) -> Part:
    return Part(part.depth, [Fill(m.path, colour) for m in part.marks if isinstance(m, Fill)])


def _faded(  # noqa: PLR0913 - a faded figure needs what a figure needs
    painter: QPainter,
    rect: QRectF,
    frame: FigureFrame,
    lens: Lens,
    colours: Palette,
    opacity: float,
) -> None:
    """The person drawn once and laid down translucently, so that limbs don't show through."""
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        painter.save()
        painter.setOpacity(opacity)
        _person(painter, lens, frame, solve(frame.pose), colours)
        painter.restore()
        return
    width, height = round(rect.width()), round(rect.height())
    layer = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(Qt.GlobalColor.transparent)
    inner = QPainter(layer)
    inner.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner.translate(-rect.left(), -rect.top())
    _person(inner, lens, frame, solve(frame.pose), colours)
    inner.end()
    painter.save()
    painter.setOpacity(opacity)
    painter.drawImage(rect.topLeft(), layer)
    painter.restore()


def _inset(  # noqa: PLR0913 - as above
    painter: QPainter,
    rect: QRectF,
    pose: Pose,
    view: View,
    colours: Palette,
    *,
    mirrored: bool,
) -> None:
    """The same moment from another side, in a corner that the figure leaves free."""
    edge = min(rect.width(), rect.height())
    size = edge * INSET
    gap = edge * 0.035
    x = rect.left() + gap if mirrored else rect.right() - gap - size
    place = QRectF(x, rect.top() + gap, size, size)
    _small(painter, place, pose, view, colours, mirrored=mirrored)


def _fault(
    painter: QPainter, rect: QRectF, pose: Pose, colours: Palette, *, mirrored: bool
) -> None:
    edge = min(rect.width(), rect.height())
    gap = edge * 0.035
    size = edge * 0.24
    x = rect.left() + gap if mirrored else rect.right() - gap - size * 1.25
    place = QRectF(x, rect.bottom() - gap - size, size * 1.25, size)
    _small(painter, place, pose, "side", colours, mirrored=mirrored, wrong=True)


def _small(  # noqa: PLR0913 - as above
    painter: QPainter,
    place: QRectF,
    pose: Pose,
    view: View,
    colours: Palette,
    *,
    mirrored: bool,
    wrong: bool = False,
) -> None:
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        _card(painter, place, pose, view, colours, mirrored=mirrored, wrong=wrong)
        return
    width, height = round(place.width()), round(place.height())
    image = _card_image(width, height, pose, view, colours, mirrored, wrong)
    painter.drawImage(QRectF(round(place.x()), round(place.y()), width, height), image)


@lru_cache(maxsize=8)
def _card_image(  # noqa: PLR0913 - what a card shows
    width: int, height: int, pose: Pose, view: View, colours: Palette, mirrored: bool, wrong: bool
) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _card(
        painter, QRectF(0, 0, width, height), pose, view, colours, mirrored=mirrored, wrong=wrong
    )
    painter.end()
    return image


def _card(  # noqa: PLR0913 - what a card shows
    painter: QPainter,
    place: QRectF,
    pose: Pose,
    view: View,
    colours: Palette,
    *,
    mirrored: bool,
    wrong: bool,
) -> None:
    rim = colours.room.wrong if wrong else None
    inner = place.adjusted(2, 2, -2, -2)
    teach.card(painter, inner, colours, rim)
    body = solve(pose)
    pad = place.width() * 0.06
    lens = fitted(
        view,
        extent(body, view),
        place.x() + pad,
        place.y() + pad,
        place.width() - 2 * pad,
        place.height() - 2 * pad,
        mirrored=mirrored,
    )
    ground.shadows(painter, lens, body, colours.room)
    muscles = () if wrong else pose.muscles
    paint(painter, [*person(lens, body, colours, muscles, 0.0), *parts_of(lens, body, colours)])
    if wrong:
        teach.cross_out(painter, inner, colours)


__all__ = ["Extras", "QBrush", "draw_figure"]
