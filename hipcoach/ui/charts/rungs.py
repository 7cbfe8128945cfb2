"""Rungs over time: a row of steps for each exercise."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from hipcoach.app.chart_snapshots import RungChart, RungRow, RungStop
from hipcoach.ui.charts.axes import Scale, paint_time, paint_words
from hipcoach.ui.charts.drawing import Place
from hipcoach.ui.charts.inks import Inks

ROW: Final = 2.9
"""Height of a row, in heights of a line of text."""
_NAMES: Final = 0.34
"""Most of the width that the names may have."""


class RungDrawing:
    """A chart of rungs in some room."""

    def __init__(self, chart: RungChart, area: QRectF, inks: Inks) -> None:
        self._chart = chart
        self._area = area
        self._inks = inks
        unit = inks.unit
        wanted = max((inks.width(words) for one in chart.rows for words in (one.name, one.note)),
                     default=0.0)  # fmt: skip
        self._names = min(wanted + unit, area.width() * _NAMES)
        self._plot = area.adjusted(self._names, 0, -unit * 0.5, -unit * 1.5)
        self._time = Scale(chart.first, chart.last, self._plot.left(), self._plot.right())

    @staticmethod
    def height(chart: RungChart, unit: float) -> float:
        """How high it wants to be."""
        return unit * (ROW * max(1, len(chart.rows)) + 1.5)

    def places(self) -> list[Place]:
        """A spot for each run at a rung."""
        return [
            Place(number, self._slot(number, run), run.words)
            for number, row in enumerate(self._chart.rows)
            for run in row.runs
        ]

    def paint(self, painter: QPainter) -> None:
        """All of it."""
        for number, row in enumerate(self._chart.rows):
            self._paint_row(painter, number, row)
        paint_time(
            painter, self._chart.time, self._time, self._plot, self._inks, self._area.right()
        )

    def _paint_row(self, painter: QPainter, number: int, row: RungRow) -> None:
        inks, whole = self._inks, self._row(number)
        unit = inks.unit
        painter.setPen(inks.hair())
        painter.drawLine(QLineF(self._area.left(), whole.bottom(), whole.right(), whole.bottom()))
        metrics = QFontMetricsF(inks.font)
        room = self._names - unit * 0.8
        for place, words in ((0.42, row.name), (1.42, row.note)):
            told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            spot = QRectF(self._area.left(), whole.top() + place * unit, room, unit)
            ink = inks.ink if place < 1 else inks.soft
            painter.setFont(inks.font)
            painter.setPen(ink)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(spot, int(flags), told)
        for rung in range(1, row.rungs + 1):
            at = self._height(number, rung)
            painter.setPen(inks.hair())
            painter.drawLine(QLineF(self._plot.left(), at, self._plot.right(), at))
        self._paint_steps(painter, number, row)

    def _paint_steps(self, painter: QPainter, number: int, row: RungRow) -> None:
        inks = self._inks
        path, filled = QPainterPath(), QPainterPath()
        ground = self._row(number).bottom() - inks.unit * 0.3
        for place, run in enumerate(row.runs):
            at = self._height(number, run.rung)
            begin, end = self._ends(row, place)
            path.moveTo(begin, at) if not place else path.lineTo(begin, at)
            path.lineTo(end, at)
            filled.addRect(QRectF(begin, at, end - begin, ground - at))
        painter.fillPath(filled, inks.band(2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(inks.stroke(inks.accent, 0.15))
        painter.drawPath(path)
        for place, run in enumerate(row.runs):
            begin, end = self._ends(row, place)
            at, width = self._height(number, run.rung), inks.width(str(run.rung))
            first = place == 0
            if end - begin > width + inks.unit * (0.6 if first else 0.9):
                spot = QRectF(begin + inks.unit * 0.3, at - inks.unit * 1.04, width, inks.unit)
                paint_words(painter, spot, str(run.rung), inks)

    def _ends(self, row: RungRow, place: int) -> tuple[float, float]:
        """From where to where a run is drawn: up to the next one, and the last to its own end."""
        run = row.runs[place]
        begin = self._time.place(run.first)
        if place + 1 < len(row.runs):
            return begin, self._time.place(row.runs[place + 1].first)
        return begin, max(self._time.place(run.last), begin + self._inks.unit * 0.3)

    def _row(self, number: int) -> QRectF:
        height = self._inks.unit * ROW
        return QRectF(
            self._plot.left(), self._plot.top() + number * height, self._plot.width(), height
        )

    def _height(self, number: int, rung: int) -> float:
        """Where a rung lies in its row."""
        whole, unit = self._row(number), self._inks.unit
        most = max(self._chart.rows[number].rungs, rung, 2)
        low, high = whole.bottom() - unit * 0.55, whole.top() + unit * 1.15
        return low - (max(rung, 1) - 1) / (most - 1) * (low - high)

    def _slot(self, number: int, run: RungStop) -> QRectF:
        whole = self._row(number)
        begin, end = self._ends(self._chart.rows[number], self._place_of(number, run))
        return QRectF(begin, whole.top(), end - begin, whole.height())

    def _place_of(self, number: int, run: RungStop) -> int:
        return self._chart.rows[number].runs.index(run)
