"""The small shapes in charts; each is known by its outline, so that no colour is needed.

As in the calendar: an arrow up or down, a ring that begins anew, an octagon for a stop.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from hipcoach.core.plan import Action
from hipcoach.ui.charts.inks import Inks

_OCTAGON: Final = ((0.3, 0.0), (0.7, 0.0), (1.0, 0.3), (1.0, 0.7), (0.7, 1.0), (0.3, 1.0),
                   (0.0, 0.7), (0.0, 0.3))  # fmt: skip
_UP: Final = ((0.5, 0.06), (0.96, 0.54), (0.68, 0.54), (0.68, 0.94), (0.32, 0.94), (0.32, 0.54),
              (0.04, 0.54))  # fmt: skip


def paint_turn(painter: QPainter, spot: QRectF, action: Action, inks: Inks) -> None:
    """What the plan began to do, in a square."""
    painter.setPen(Qt.PenStyle.NoPen)
    match action:
        case Action.ADVANCE:
            painter.setBrush(inks.accent)
            painter.drawPolygon(_shape(spot, _UP))
        case Action.BACK_OFF:
            painter.setBrush(inks.ink)
            painter.drawPolygon(_shape(spot, [(across, 1 - down) for across, down in _UP]))
        case Action.STOP_REFER:
            painter.setBrush(inks.alarm)
            painter.drawPolygon(_shape(spot, _OCTAGON))
            painter.setPen(inks.stroke(inks.ground, 0.11))
            painter.drawLine(QLineF(_at(spot, 0.28, 0.5), _at(spot, 0.72, 0.5)))
        case _:
            painter.setBrush(inks.ground)
            painter.setPen(inks.stroke(inks.ink, 0.1))
            inset = spot.width() * 0.14
            painter.drawEllipse(spot.adjusted(inset, inset, -inset, -inset))


def paint_disc(painter: QPainter, at: QPointF, edge: float, inks: Inks) -> None:
    """A value of the first line."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.accent)
    painter.drawEllipse(at, edge / 2, edge / 2)


def paint_square(painter: QPainter, at: QPointF, edge: float, inks: Inks) -> None:
    """A value of the second line: hollow, so that one below it is still seen."""
    painter.setPen(inks.stroke(inks.ink, 0.085))
    painter.setBrush(inks.ground)
    half = edge * 0.45
    painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))


def paint_stripes(painter: QPainter, spot: QRectF, inks: Inks, *, gap: float = 0.42) -> None:
    """Slanted lines across a spot, as lines: a pattern would be too fine on paper."""
    step = inks.unit * gap
    painter.save()
    painter.setClipRect(spot, Qt.ClipOperation.IntersectClip)
    painter.setPen(inks.stroke(painter.pen().color(), 0.065))
    at = spot.left() - spot.height()
    while at < spot.right():
        painter.drawLine(QLineF(at, spot.bottom(), at + spot.height(), spot.top()))
        at += step
    painter.restore()


def _at(spot: QRectF, across: float, down: float) -> QPointF:
    return QPointF(spot.x() + across * spot.width(), spot.y() + down * spot.height())


def _shape(spot: QRectF, corners: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([_at(spot, across, down) for across, down in corners])
