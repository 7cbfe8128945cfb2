"""What teaches beside the figure: the hold-still badge, the breathing ring, the crossed fault."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath

from hipcoach.core.figure.motion import chest_rise
from hipcoach.ui.figure.curve import ellipse, ring
from hipcoach.ui.figure.ground import EMPTY, FULL, disc
from hipcoach.ui.figure.palette import Palette, clear, mixed
from hipcoach.ui.figure.shapes import pen

FULL_BREATH = 0.0025
"""How far a chest rises at most, in body heights: a full ring."""


def breathing_ring(painter: QPainter, rect: QRectF, colours: Palette, seconds: float) -> None:
    """A slow ring on the wall that widens with the breath in and narrows with the breath out."""
    share = chest_rise(seconds) / FULL_BREATH
    middle, radius = disc(rect)
    low, high = radius * EMPTY, radius * FULL
    reach = low + (high - low) * share
    line = max(2.0, radius * 0.014)
    colour = colours.room.ring
    painter.fillPath(ring(middle, reach, line), QBrush(mixed(colours.room.glow, colour, 0.75)))


def hold_badge(
    painter: QPainter, middle: complex, radius: float, colours: Palette, text: str = ""
) -> None:
    """A raised palm in a round badge: hold still. The text, if any, stands below."""
    room = colours.room
    painter.fillPath(
        ellipse(middle + 1j * radius * 0.08, complex(radius, 0), complex(0, radius)),
        QBrush(clear(room.shadow, 0.20)),
    )
    painter.fillPath(ellipse(middle, complex(radius, 0), complex(0, radius)), QBrush(room.badge))
    painter.fillPath(_palm(middle, radius * 0.62), QBrush(room.badge_ink))
    if text:
        painter.save()
        font = QFont(painter.font())
        font.setPixelSize(max(9, round(radius * 0.42)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(room.badge)
        box = QRectF(
            middle.real - radius * 4, middle.imag + radius * 1.15, radius * 8, radius * 0.8
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, text)
        painter.restore()


def _palm(middle: complex, size: float) -> QPainterPath:
    """An open hand, fingers up."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    x, y = middle.real, middle.imag + size * 0.08

    def bar(left: float, top: float, right: float, bottom: float) -> None:
        box = QRectF(
            QPointF(x + left * size, y + top * size), QPointF(x + right * size, y + bottom * size)
        )
        half = box.width() / 2
        path.addRoundedRect(box, half, half)

    bar(-0.52, -0.62, -0.30, 0.30)
    bar(-0.25, -0.88, -0.03, 0.30)
    bar(0.02, -0.92, 0.24, 0.30)
    bar(0.29, -0.72, 0.51, 0.30)
    palm = QRectF(
        QPointF(x - 0.52 * size, y - 0.08 * size), QPointF(x + 0.51 * size, y + 0.86 * size)
    )
    path.addRoundedRect(palm, size * 0.40, size * 0.40)
    thumb = QPainterPath(QPointF(x + 0.40 * size, y + 0.62 * size))
    thumb.cubicTo(
        x + 0.62 * size,
        y + 0.42 * size,
        x + 0.74 * size,
        y + 0.10 * size,
        x + 0.90 * size,
        y - 0.02 * size,
    )
    thumb.cubicTo(
        x + 1.06 * size,
        y - 0.02 * size,
        x + 1.06 * size,
        y + 0.16 * size,
        x + 0.98 * size,
        y + 0.26 * size,
    )
    thumb.cubicTo(
        x + 0.84 * size,
        y + 0.60 * size,
        x + 0.66 * size,
        y + 0.86 * size,
        x + 0.20 * size,
        y + 0.86 * size,
    )
    thumb.closeSubpath()
    path.addPath(thumb)
    return path


def card(painter: QPainter, rect: QRectF, colours: Palette, rim: QColor | None = None) -> None:
    """The ground of a small picture in the picture."""
    path = QPainterPath()
    radius = min(rect.width(), rect.height()) * 0.10
    path.addRoundedRect(rect, radius, radius)
    painter.fillPath(path, QBrush(colours.room.card))
    width = max(1.5, rect.width() * 0.012)
    painter.strokePath(path, pen(rim or colours.room.card_edge, width))


def cross_out(painter: QPainter, rect: QRectF, colours: Palette) -> None:
    """A cross in the corner of a small picture: not like this."""
    radius = min(rect.width(), rect.height()) * 0.13
    middle = complex(rect.right() - radius * 1.3, rect.top() + radius * 1.3)
    painter.fillPath(
        ellipse(middle, complex(radius, 0), complex(0, radius)), QBrush(colours.room.wrong)
    )
    arm = radius * 0.42
    path = QPainterPath()
    for way in (1 + 1j, 1 - 1j):
        a, b = middle - way * arm, middle + way * arm
        path.moveTo(a.real, a.imag)
        path.lineTo(b.real, b.imag)
    painter.strokePath(path, pen(colours.room.card, radius * 0.26))
