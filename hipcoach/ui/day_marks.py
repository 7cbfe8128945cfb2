"""The marks in a day of the calendar; each has a shape of its own, so that no colour is needed.

As in the week on Today: a tick went well, a wave was a sign to take it easier, a dash is rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from hipcoach.core.plan import Action
from hipcoach.core.tolerance import Tolerance
from hipcoach.ui.history_colours import HistoryColours

_TICK: Final = ((0.28, 0.53), (0.44, 0.68), (0.73, 0.35))
_OCTAGON: Final = ((0.3, 0.0), (0.7, 0.0), (1.0, 0.3), (1.0, 0.7), (0.7, 1.0), (0.3, 1.0),
                   (0.0, 0.7), (0.0, 0.3))  # fmt: skip
_DIAMOND: Final = ((0.5, -0.04), (1.04, 0.5), (0.5, 1.04), (-0.04, 0.5))
_UP: Final = ((0.5, 0.12), (0.92, 0.56), (0.66, 0.56), (0.66, 0.9), (0.34, 0.9), (0.34, 0.56),
              (0.08, 0.56))  # fmt: skip


def paint_tolerance(
    painter: QPainter, spot: QRectF, tolerance: Tolerance, colours: HistoryColours
) -> None:
    """How a day was: a disc with a tick, one with a wave, a diamond with a bar, a ring with a ?."""
    ink, edge = QColor(colours.tolerance(tolerance)), spot.width()
    on = _pen(QColor(colours.tokens.surface), edge / 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    match tolerance:
        case Tolerance.GREEN:
            painter.drawEllipse(spot)
            _stroke(painter, on)
            painter.drawPolyline(_shape(spot, _TICK))
        case Tolerance.AMBER:
            painter.drawEllipse(spot)
            _stroke(painter, on)
            painter.drawPath(_wave(spot))
        case Tolerance.RED:
            painter.drawPolygon(_shape(spot, _DIAMOND))
            _stroke(painter, on)
            painter.drawLine(_at(spot, 0.5, 0.26), _at(spot, 0.5, 0.54))
            painter.drawPoint(_at(spot, 0.5, 0.74))
        case Tolerance.UNKNOWN:
            _stroke(painter, _pen(ink, edge / 12))
            inset = edge / 24
            painter.drawEllipse(spot.adjusted(inset, inset, -inset, -inset))
            font = painter.font()
            font.setPixelSize(max(7, round(edge * 0.72)))
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, "?")


def paint_turn(painter: QPainter, spot: QRectF, action: Action, colours: HistoryColours) -> None:
    """What the plan began to do: an arrow up or down, a ring that begins, an octagon for a stop."""
    tokens, edge = colours.tokens, spot.width()
    painter.setPen(Qt.PenStyle.NoPen)
    match action:
        case Action.ADVANCE:
            painter.setBrush(QColor(tokens.accent))
            painter.drawPolygon(_shape(spot, _UP))
        case Action.BACK_OFF:
            painter.setBrush(QColor(colours.amber))
            painter.drawPolygon(_shape(spot, [(across, 1 - down) for across, down in _UP]))
        case Action.STOP_REFER:
            painter.setBrush(QColor(tokens.danger))
            painter.drawPolygon(_shape(spot, _OCTAGON))
            _stroke(painter, _pen(QColor(tokens.surface), edge / 6))
            painter.drawLine(_at(spot, 0.27, 0.5), _at(spot, 0.73, 0.5))
        case Action.START:
            _stroke(painter, _pen(QColor(tokens.ink_soft), edge / 8))
            inset = edge / 7
            painter.drawArc(spot.adjusted(inset, inset, -inset, -inset), 60 * 16, 300 * 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.ink_soft))
            painter.drawPolygon(_shape(spot, ((0.55, -0.05), (0.95, 0.24), (0.5, 0.42))))
        case Action.HOLD:
            pass


def paint_flag(painter: QPainter, spot: QRectF, colours: HistoryColours) -> None:
    """A red flag that was answered: a flag."""
    ink = QColor(colours.tokens.danger)
    _stroke(painter, _pen(ink, spot.width() / 9))
    painter.drawLine(_at(spot, 0.25, 0.08), _at(spot, 0.25, 0.95))
    painter.setBrush(ink)
    painter.drawPolygon(_shape(spot, ((0.25, 0.1), (0.85, 0.3), (0.25, 0.52))))


def paint_cleared(painter: QPainter, spot: QRectF, colours: HistoryColours) -> None:
    """A clearance: an octagon, open, with a tick."""
    ink = QColor(colours.tokens.accent)
    _stroke(painter, _pen(ink, spot.width() / 10))
    painter.drawPolygon(_shape(spot.adjusted(0.6, 0.6, -0.6, -0.6), _OCTAGON))
    painter.drawPolyline(_shape(spot, _TICK))


def paint_note(painter: QPainter, spot: QRectF, colours: HistoryColours) -> None:
    """Something that was written to the day: lines on a sheet."""
    _stroke(painter, _pen(QColor(colours.tokens.ink_soft), spot.width() / 11))
    painter.drawRoundedRect(spot.adjusted(1.5, 0.5, -1.5, -0.5), 1.5, 1.5)
    for down in (0.33, 0.52, 0.71):
        painter.drawLine(_at(spot, 0.3, down), _at(spot, 0.7, down))


def paint_break(painter: QPainter, spot: QRectF, colours: HistoryColours) -> None:
    """A stretch break that was taken: a tick of a ruler."""
    tick = QRectF(0, 0, spot.width() * 0.22, spot.height() * 0.7)
    tick.moveCenter(spot.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.tokens.ink_soft))
    painter.drawRoundedRect(tick, tick.width() / 2, tick.width() / 2)


def paint_rest(painter: QPainter, spot: QRectF, colours: HistoryColours) -> None:
    """A rest day, on plan: a dash."""
    _stroke(painter, _pen(QColor(colours.tokens.ink_soft), spot.width() / 10))
    painter.drawLine(_at(spot, 0.2, 0.5), _at(spot, 0.8, 0.5))


def paint_due(painter: QPainter, spot: QRectF, colours: HistoryColours) -> None:
    """A session on plan: a ring with a dot in it."""
    ink, edge = QColor(colours.tokens.accent), spot.width()
    _stroke(painter, _pen(ink, edge / 9))
    inset = edge / 18
    painter.drawEllipse(spot.adjusted(inset, inset, -inset, -inset))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(spot.center(), edge / 7, edge / 7)


def _stroke(painter: QPainter, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _pen(colour: QColor, width: float) -> QPen:
    made = QPen(colour, max(1.0, width))
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def _at(spot: QRectF, across: float, down: float) -> QPointF:
    """A point in a mark, as shares of its width and height."""
    return QPointF(spot.x() + across * spot.width(), spot.y() + down * spot.height())


def _shape(spot: QRectF, corners: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([_at(spot, across, down) for across, down in corners])


def _wave(spot: QRectF) -> QPainterPath:
    path = QPainterPath(_at(spot, 0.25, 0.54))
    path.cubicTo(_at(spot, 0.38, 0.3), _at(spot, 0.48, 0.42), _at(spot, 0.5, 0.5))
    path.cubicTo(_at(spot, 0.52, 0.58), _at(spot, 0.62, 0.7), _at(spot, 0.75, 0.46))
    return path
