"""Weekdays against hours: each square as large as there were breaks, as full as they were kept."""

from __future__ import annotations

from math import sqrt
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from hipcoach.app.chart_snapshots import Cell, GridChart
from hipcoach.ui.charts.axes import paint_words
from hipcoach.ui.charts.drawing import Place
from hipcoach.ui.charts.inks import Inks
from hipcoach.ui.charts.marks import paint_stripes

ROW: Final = 2.05
"""Height of a row, in heights of a line of text."""
_WIDEST: Final = 4.4
"""Most of the width of a column, in the same."""
_LEAST: Final = 0.3
"""Edge of the smallest square, as a share of the largest."""


class GridDrawing:
    """A grid in some room."""

    def __init__(self, chart: GridChart, area: QRectF, inks: Inks) -> None:
        self._chart = chart
        self._area = area
        self._inks = inks
        unit = inks.unit
        left = max((inks.width(words) for words in chart.rows), default=0.0) + unit * 0.7
        wide = area.width() - left
        self._column = min(wide / max(1, len(chart.columns)), unit * _WIDEST)
        self._origin = QPointF(area.left() + left, area.top() + unit * 0.2)
        self._most = max((one.all for one in chart.cells), default=1)

    @staticmethod
    def height(chart: GridChart, unit: float) -> float:
        """How high it wants to be."""
        return unit * (ROW * len(chart.rows) + 1.7)

    def places(self) -> list[Place]:
        """A spot for each hour in which anything ended."""
        return [Place(cell.row, self._slot(cell.row, cell.column), cell.words)
                for cell in self._chart.cells]  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        """All of it."""
        inks, unit = self._inks, self._inks.unit
        known = {(cell.row, cell.column) for cell in self._chart.cells}
        for row, name in enumerate(self._chart.rows):
            slot = self._slot(row, 0)
            spot = QRectF(self._area.left(), slot.center().y() - unit / 2, unit, unit)
            paint_words(painter, spot, name, inks)
            for column in range(len(self._chart.columns)):
                if (row, column) not in known:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(inks.line)
                    painter.drawEllipse(self._slot(row, column).center(), unit / 13, unit / 13)
        for cell in self._chart.cells:
            self._paint_cell(painter, cell)
        self._paint_columns(painter)

    def _paint_columns(self, painter: QPainter) -> None:
        """The hours under the grid; every second or third where they would touch."""
        inks, unit = self._inks, self._inks.unit
        widest = max((inks.width(words) for words in self._chart.columns), default=0.0)
        step = max(1, -(-int(widest + unit * 0.5) // max(1, int(self._column))))
        top = self._origin.y() + len(self._chart.rows) * ROW * unit + unit * 0.3
        for column in range(0, len(self._chart.columns), step):
            slot = self._slot(0, column)
            words = self._chart.columns[column]
            spot = QRectF(slot.center().x() - inks.width(words) / 2, top, 1, unit)
            paint_words(painter, spot, words, inks)

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        """A glass: full as far as breaks were taken, striped where time away was one."""
        inks = self._inks
        slot = self._slot(cell.row, cell.column)
        full = min(slot.width(), slot.height()) - inks.unit * 0.2
        edge = full * max(_LEAST, sqrt(cell.all / self._most))
        middle = slot.center()
        glass = QRectF(middle.x() - edge / 2, middle.y() - edge / 2, edge, edge)
        painter.fillRect(glass, inks.ground)
        taken = glass.height() * cell.taken / cell.all
        away = glass.height() * cell.satisfied / cell.all
        striped = QRectF(glass.left(), glass.bottom() - taken - away, edge, away)
        painter.setPen(inks.accent)
        paint_stripes(painter, striped, inks, gap=0.26)
        painter.fillRect(QRectF(glass.left(), glass.bottom() - taken, edge, taken), inks.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(inks.stroke(inks.accent, 0.065))
        painter.drawRect(glass)

    def _slot(self, row: int, column: int) -> QRectF:
        height = ROW * self._inks.unit
        return QRectF(
            self._origin.x() + column * self._column,
            self._origin.y() + row * height,
            self._column,
            height,
        )
