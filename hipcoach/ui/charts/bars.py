"""Bars over time, with the range that was asked for behind each."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from hipcoach.app.chart_snapshots import Bar, BarChart
from hipcoach.ui.charts.drawing import Place
from hipcoach.ui.charts.inks import Inks
from hipcoach.ui.charts.marks import paint_stripes
from hipcoach.ui.charts.plot import Plot

HEIGHT: Final = 9.5
"""In heights of a line of text."""
_SHARE: Final = 0.62
"""Of its time that a bar is wide."""

_WIDEST: Final = 3.2
"""Most of the width of a bar, in heights of a line of text."""


class BarDrawing:
    """A bar chart in some room."""

    def __init__(self, chart: BarChart, area: QRectF, inks: Inks) -> None:
        self._chart = chart
        self._inks = inks
        self._plot = Plot(chart, area, inks, above=inks.unit * 0.4)

    @staticmethod
    def height(_chart: BarChart, unit: float) -> float:
        """How high it wants to be."""
        return unit * HEIGHT

    def places(self) -> list[Place]:
        """A column for each bar."""
        return self._plot.places()

    def paint(self, painter: QPainter) -> None:
        """All of it."""
        for bar in self._chart.bars:
            self._paint_target(painter, bar)
        self._plot.paint_values(painter)
        for bar in self._chart.bars:
            self._paint_bar(painter, bar)
        self._paint_edges(painter)
        painter.setPen(self._inks.hair(self._inks.soft))
        painter.drawLine(QLineF(self._plot.spot.bottomLeft(), self._plot.spot.bottomRight()))
        self._plot.paint_time(painter)

    def _paint_target(self, painter: QPainter, bar: Bar) -> None:
        if bar.least is None or bar.most is None:
            return
        painter.fillRect(self._between(bar, bar.least, bar.most), self._inks.band(2))

    def _paint_edges(self, painter: QPainter) -> None:
        """The upper and the lower end of what was asked for, as steps over the bars."""
        inks = self._inks
        for edge, dashed in ((0, False), (1, True)):
            path, open_ = QPainterPath(), False
            for bar in self._chart.bars:
                asked = (bar.least, bar.most)[edge]
                if not asked:
                    open_ = False
                    continue
                begin, end = self._plot.time.place(bar.first), self._plot.time.place(bar.last)
                at = self._plot.values.place(asked)
                path.lineTo(begin, at) if open_ else path.moveTo(begin, at)
                path.lineTo(end, at)
                open_ = True
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(inks.stroke(inks.ink, 0.07, dashed=dashed))
            painter.drawPath(path)

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        if bar.value is None:
            return
        inks = self._inks
        slot = self._between(bar, 0.0, bar.value)
        inset = (slot.width() - min(slot.width() * _SHARE, inks.unit * _WIDEST)) / 2
        spot = slot.adjusted(inset, 0, -inset, 0)
        if bar.value == 0:
            painter.setPen(inks.stroke(inks.soft, 0.12))
            painter.drawLine(QLineF(spot.bottomLeft(), spot.bottomRight()))
            return
        if bar.open:
            painter.fillRect(spot, inks.ground)
            painter.setPen(inks.accent)
            paint_stripes(painter, spot, inks, gap=0.32)
            painter.setPen(inks.stroke(inks.accent, 0.07))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(spot)
            return
        painter.fillRect(spot, inks.accent)

    def _between(self, bar: Bar, least: float, most: float) -> QRectF:
        begin, end = self._plot.time.place(bar.first), self._plot.time.place(bar.last)
        top, bottom = self._plot.values.place(most), self._plot.values.place(least)
        return QRectF(begin, top, end - begin, bottom - top)
