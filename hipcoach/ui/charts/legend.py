"""What the shapes in a chart stand for, in lines as wide as the room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from hipcoach.app.chart_snapshots import Sign
from hipcoach.core.plan import Action
from hipcoach.ui.charts.axes import paint_words
from hipcoach.ui.charts.inks import Inks
from hipcoach.ui.charts.marks import paint_disc, paint_square, paint_stripes, paint_turn

_TURNS: Final = {
    Sign.UP: Action.ADVANCE,
    Sign.DOWN: Action.BACK_OFF,
    Sign.STOP: Action.STOP_REFER,
    Sign.AGAIN: Action.START,
}
_SIGN: Final = 1.9
"""Width of a sign, in heights of a line of text."""
_LINE: Final = 1.35
"""From one line to the next, in the same."""

Signs = Sequence[tuple[Sign, str]]


def legend_height(legend: Signs, width: float, inks: Inks) -> float:
    """How high the legend is in that width."""
    rows = {row for row, _left, _sign, _words in _placed(legend, width, inks)}
    return len(rows) * inks.unit * _LINE


def paint_legend(painter: QPainter, legend: Signs, area: QRectF, inks: Inks) -> None:
    """Each sign with its words."""
    unit = inks.unit
    for row, left, sign, words in _placed(legend, area.width(), inks):
        top = area.top() + row * unit * _LINE
        _paint_sign(painter, QRectF(area.left() + left, top, unit * 1.5, unit), sign, inks)
        spot = QRectF(area.left() + left + unit * _SIGN, top, inks.width(words), unit)
        paint_words(painter, spot, words, inks)


def _placed(legend: Signs, width: float, inks: Inks) -> Iterable[tuple[int, float, Sign, str]]:
    """(row, left, sign, words) of each."""
    row, left = 0, 0.0
    metrics = QFontMetricsF(inks.font)
    for sign, told in legend:
        room = width - inks.unit * _SIGN
        words = metrics.elidedText(told, Qt.TextElideMode.ElideRight, room)
        wide = inks.unit * _SIGN + inks.width(words)
        if left and left + wide > width:
            row, left = row + 1, 0.0
        yield row, left, sign, words
        left += wide + inks.unit * 1.3


def _paint_sign(painter: QPainter, spot: QRectF, sign: Sign, inks: Inks) -> None:
    middle, unit = spot.center(), inks.unit
    box = QRectF(middle.x() - unit * 0.38, middle.y() - unit * 0.38, unit * 0.76, unit * 0.76)
    wide = QRectF(spot.left(), middle.y() - unit * 0.38, spot.width(), unit * 0.76)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match sign:
        case Sign.FIRST_LINE:
            painter.setPen(inks.stroke(inks.accent, 0.13))
            painter.drawLine(QLineF(spot.left(), middle.y(), spot.right(), middle.y()))
            paint_disc(painter, middle, unit * 0.46, inks)
        case Sign.SECOND_LINE:
            painter.setPen(inks.stroke(inks.ink, 0.1, dashed=True))
            painter.drawLine(QLineF(spot.left(), middle.y(), spot.right(), middle.y()))
            paint_square(painter, middle, unit * 0.46, inks)
        case Sign.SPREAD:
            painter.setPen(inks.stroke(inks.faint, 0.06))
            painter.drawLine(QLineF(middle.x(), spot.top(), middle.x(), spot.bottom()))
            paint_disc(painter, middle, unit * 0.46, inks)
        case Sign.BANDS:
            _paint_bands(painter, wide, inks)
        case Sign.STOPPED:
            painter.setPen(inks.line)
            paint_stripes(painter, wide, inks, gap=0.4)
        case Sign.TARGET:
            painter.fillRect(wide, inks.band(2))
            painter.setPen(inks.stroke(inks.ink, 0.07, dashed=True))
            painter.drawLine(QLineF(wide.topLeft(), wide.topRight()))
            painter.setPen(inks.stroke(inks.ink, 0.07))
            painter.drawLine(QLineF(wide.bottomLeft(), wide.bottomRight()))
        case Sign.BAR | Sign.TAKEN:
            painter.fillRect(box, inks.accent)
        case Sign.OPEN_BAR | Sign.SATISFIED:
            painter.setPen(inks.accent)
            paint_stripes(painter, box, inks, gap=0.28)
            _frame(painter, box, inks)
        case Sign.SKIPPED:
            _frame(painter, box, inks)
        case _:
            paint_turn(painter, box, _TURNS[sign], inks)


def _paint_bands(painter: QPainter, spot: QRectF, inks: Inks) -> None:
    third = spot.width() / 3
    for level in (1, 2, 3):
        part = QRectF(spot.left() + (level - 1) * third, spot.top(), third, spot.height())
        painter.fillRect(part, inks.band(level))
    painter.setPen(inks.hair())
    painter.drawRect(spot)


def _frame(painter: QPainter, box: QRectF, inks: Inks) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(inks.stroke(inks.accent, 0.065))
    painter.drawRect(box)
