"""Simple pictures for the articles: a round of push and relax, the ramp of weeks, the desk."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from hipcoach.app.words import _, ngettext
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.pose import Contact, Grip, Limbs, Pose, Prop
from hipcoach.ui.anatomy.hip_view import ground
from hipcoach.ui.anatomy.inks import INKS, Inks
from hipcoach.ui.figure.arrows import shaft
from hipcoach.ui.figure.palette import Look, RoomTheme
from hipcoach.ui.figure.scene import draw_figure
from hipcoach.ui.figure.shapes import pen

BREAK_MIN: Final = 5
"""Minutes of the hour that the clock beside the desk shows as a break."""
WEEKS: Final = ((1, 4), (1, 3, 5), (0, 2, 4, 6), tuple(range(7)))
"""Days of practice in a week, at each step of the ramp."""
_SITTING: Final = Limbs(hip=88.0, knee=90.0, shoulder=22.0, elbow=72.0, pronation=80.0)
_DESK: Final = Pose(
    near=_SITTING,
    far=_SITTING,
    trunk=-2.0,
    planted=(Contact("seat"), Contact("foot-near"), Contact("foot-far")),
    grips=(Grip("near", "desk"), Grip("far", "desk")),
    props=(Prop("chair", 0.0, 0.27), Prop("desk", 0.22, 0.4)),
)


def draw_cycle(painter: QPainter, area: QRectF, theme: RoomTheme) -> None:
    """Push, let go, ease deeper: three steps on a ring, and beside it what each asks for."""
    inks = INKS[theme]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QRectF(area.left(), area.top(), area.width() * 0.48, area.height())
    painter.fillRect(area, inks.wall)
    ground(painter, ring, inks)
    middle = complex(ring.center().x(), ring.center().y())
    radius = min(ring.width(), ring.height()) * 0.32
    steps = (
        (_("Push"), _("3 to 5 seconds, nothing moves"), inks.psoas, 84.0, -24.0),
        (_("Let go"), _("2 or 3 seconds, breathe out"), inks.accent, -36.0, -144.0),
        (_("Ease deeper"), _("as far as is offered, and rest"), inks.iliacus, -156.0, -264.0),
    )
    beside = QRectF(ring.right(), area.top() + 18, area.right() - ring.right() - 18, 0)
    beside.setHeight((area.height() - 36) / len(steps))
    for number, (words, detail, colour, first, last) in enumerate(steps, 1):
        _arc(painter, middle, radius, (first, last), colour)
        angle = (first + last) / 2 * pi / 180
        _number(painter, middle + radius * complex(cos(angle), -sin(angle)), number, inks)
        _say(painter, beside, (f"{number}  {words}", detail), inks)
        beside.translate(0, beside.height())
    painter.restore()


def draw_ramp(painter: QPainter, area: QRectF, theme: RoomTheme) -> None:
    """A row of seven days for each step; days of practice are filled."""
    inks = INKS[theme]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, inks.wall)
    names = (_("Week 1"), _("Then, if all is well"), _("And then"), _("If you like"))
    rows = len(WEEKS)
    room = area.adjusted(24, 18, -24, -18)
    high = room.height() / rows
    left = room.width() * 0.30
    pitch = min((room.width() * 0.52) / 7, high)
    for number, (name, days) in enumerate(zip(names, WEEKS, strict=True)):
        top = room.top() + number * high
        strip = QRectF(room.left(), top, left - 12, high)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.setPen(inks.text)
        painter.drawText(strip, int(flags | Qt.AlignmentFlag.AlignRight), name)
        for day in range(7):
            centre = QPointF(room.left() + left + pitch * (day + 0.5), top + high / 2)
            _dot(painter, centre, pitch * 0.32, inks, filled=day in days)
        count = QRectF(room.left() + left + pitch * 7 + 10, top, room.width(), high)
        count.setRight(room.right())
        painter.setPen(inks.soft)
        painter.drawText(count, int(flags | Qt.AlignmentFlag.AlignLeft), times_a_week(len(days)))
    painter.restore()


def times_a_week(days: int) -> str:
    """So many days of seven, in words."""
    if days >= len(WEEKS[-1]):
        return _("daily")
    return ngettext("{days} × a week", "{days} × a week", days).format(days=days)


def draw_desk(painter: QPainter, area: QRectF, look: Look) -> None:
    """Somebody at a desk, at ease, and an hour with its break."""
    inks = INKS[look.theme]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_figure(painter, area, FigureFrame(_DESK, None, teaching=False), look)
    radius = min(area.width(), area.height()) * 0.14
    centre = QPointF(area.left() + radius * 1.8, area.top() + radius * 1.6)
    _clock(painter, centre, radius, inks)
    painter.restore()


def _clock(painter: QPainter, centre: QPointF, radius: float, inks: Inks) -> None:
    painter.setPen(pen(inks.text, max(2.0, radius * 0.06)))
    painter.setBrush(inks.wall)
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.accent)
    face = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    share = 360 * BREAK_MIN / 60
    painter.drawPie(face.adjusted(3, 3, -3, -3), (90 - 0) * 16, round(share * 16))
    painter.setPen(pen(inks.text, max(1.5, radius * 0.05)))
    for hour in range(12):
        way = complex(cos(hour * pi / 6), sin(hour * pi / 6))
        inner, outer = way * radius * 0.82, way * radius * 0.92
        painter.drawLine(_near(centre, inner), _near(centre, outer))
    for way, length in ((-1j, 0.72), (complex(-0.5, -0.87), 0.5)):
        painter.drawLine(centre, _near(centre, way * radius * length))


def _near(centre: QPointF, way: complex) -> QPointF:
    return QPointF(centre.x() + way.real, centre.y() + way.imag)


def _dot(painter: QPainter, centre: QPointF, radius: float, inks: Inks, *, filled: bool) -> None:
    painter.setPen(QPen(QBrush(inks.accent if filled else inks.soft), 1.6))
    painter.setBrush(inks.accent if filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)


def _arc(
    painter: QPainter, middle: complex, radius: float, ends: tuple[float, float], colour: QColor
) -> None:
    """A bent arrow clockwise around a middle, from one angle to a smaller one, in degrees."""
    first, last = ends
    points = [
        middle + radius * complex(cos(a), -sin(a))
        for a in ((first + (last - first) * i / 14) * pi / 180 for i in range(15))
    ]
    arrow = shaft(points, radius * 0.17, radius * 0.16)
    painter.fillPath(arrow, QBrush(colour))


def _number(painter: QPainter, spot: complex, number: int, inks: Inks) -> None:
    radius = painter.fontMetrics().height() * 0.72
    painter.setPen(pen(inks.wall, 2.0))
    painter.setBrush(inks.text)
    painter.drawEllipse(QPointF(spot.real, spot.imag), radius, radius)
    place = QRectF(spot.real - radius, spot.imag - radius, radius * 2, radius * 2)
    painter.setPen(inks.wall)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))


def _say(painter: QPainter, room: QRectF, words: tuple[str, str], inks: Inks) -> None:
    """A title and a line under it, in the middle of the room's height."""
    title, detail = words
    flags = int(Qt.TextFlag.TextWordWrap)
    font = QFont(painter.font())
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    under = QFontMetricsF(font).boundingRect(room, flags, detail).height()
    high = QFontMetricsF(strong).boundingRect(room, flags, title).height()
    top = room.center().y() - (high + under) / 2
    painter.setPen(inks.text)
    painter.setFont(strong)
    painter.drawText(QRectF(room.left(), top, room.width(), high), flags, title)
    painter.setPen(inks.soft)
    painter.setFont(font)
    painter.drawText(QRectF(room.left(), top + high, room.width(), under + 2), flags, detail)
