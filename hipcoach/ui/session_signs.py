"""The signs on the control bar, drawn on a grid of 24 by 24 with a round pen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from hipcoach.ui.fitted_text import fit

_GRID: Final = 24.0


def draw_sign(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw the sign of that name into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = min(box.width(), box.height()) / _GRID
    painter.translate(box.center())
    painter.scale(scale, scale)
    painter.translate(-_GRID / 2, -_GRID / 2)
    pen = QPen(colour, 1.9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[name](painter, colour)
    painter.restore()


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _solid(painter: QPainter, colour: QColor, *points: tuple[float, float]) -> None:
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _back(painter: QPainter, colour: QColor) -> None:
    _solid(painter, colour, (18.5, 6), (18.5, 18), (9, 12))
    _line(painter, (5.5, 6), (5.5, 18))


def _next(painter: QPainter, colour: QColor) -> None:
    _solid(painter, colour, (5.5, 6), (5.5, 18), (15, 12))
    _line(painter, (18.5, 6), (18.5, 18))


def _pause(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    for left in (6.2, 14.2):
        painter.drawRoundedRect(QRectF(left, 5.5, 3.6, 13), 0.8, 0.8)


def _play(painter: QPainter, colour: QColor) -> None:
    _solid(painter, colour, (8, 5.5), (8, 18.5), (18.5, 12))


def _easier(painter: QPainter, _colour: QColor) -> None:
    """A stair that goes down."""
    _line(painter, (3.5, 6), (9, 6), (9, 12), (14.5, 12), (14.5, 18), (20.5, 18))


def _pinch(painter: QPainter, _colour: QColor) -> None:
    """A bolt: something sharp."""
    _line(painter, (13.5, 3.5), (6.5, 13.5), (12, 13.5), (10.5, 20.5), (17.5, 10.5), (12, 10.5))
    _line(painter, (12, 10.5), (13.5, 3.5))


def _swap(painter: QPainter, _colour: QColor) -> None:
    _line(painter, (4, 8.5), (20, 8.5))
    _line(painter, (16.5, 5), (20, 8.5), (16.5, 12))
    _line(painter, (20, 16.5), (4, 16.5))
    _line(painter, (7.5, 13), (4, 16.5), (7.5, 20))


def _stop(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(6.5, 6.5, 11, 11), 1.6, 1.6)


def _mute(painter: QPainter, colour: QColor) -> None:
    _solid(painter, colour, (4, 9.5), (7.5, 9.5), (12, 5.5), (12, 18.5), (7.5, 14.5), (4, 14.5))
    _line(painter, (15.5, 9.5), (20.5, 14.5))
    _line(painter, (20.5, 9.5), (15.5, 14.5))


def _keys(painter: QPainter, _colour: QColor) -> None:
    """A keyboard."""
    painter.drawRoundedRect(QRectF(2.8, 6, 18.4, 12), 2.4, 2.4)
    for x in (6.8, 10.3, 13.8, 17.3):
        _line(painter, (x, 10), (x, 10))
    _line(painter, (8.5, 14.2), (15.5, 14.2))


def _seconds(words: str) -> Callable[[QPainter, QColor], None]:
    def drawn(painter: QPainter, _colour: QColor) -> None:
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Bold)
        fitted = fit(words, font, (30.0, 20.0), 8.6, least=2.0)
        fitted.draw(painter, QRectF(-3, 1, 30, 22), Qt.AlignmentFlag.AlignHCenter)

    return drawn


_SIGNS: Final[dict[str, Callable[[QPainter, QColor], None]]] = {
    "back": _back,
    "next": _next,
    "pause-resume": _pause,
    "play": _play,
    "easier": _easier,
    "pinch": _pinch,
    "swap": _swap,
    "longer": _seconds("+10"),
    "shorter": _seconds("−10"),
    "stop": _stop,
    "mute": _mute,
    "keys": _keys,
}
