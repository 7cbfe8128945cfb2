"""Lines over time, with the plan behind them."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from hipcoach.app.chart_snapshots import Band, Line, LineChart, LinePoint
from hipcoach.ui.charts.axes import paint_words
from hipcoach.ui.charts.drawing import Place
from hipcoach.ui.charts.inks import Inks
from hipcoach.ui.charts.marks import paint_disc, paint_square, paint_stripes, paint_turn
from hipcoach.ui.charts.plot import Plot

HEIGHT: Final = 12.5
"""In heights of a line of text, for values up to ten."""
_LEVELS: Final = 7
"""Up to so many values less height does."""
_SHAPE: Final = 0.46
"""Width of a value's shape, in heights of a line of text; less where they stand close."""
_LEAST: Final = 0.26
"""What would be smaller than this has no shape."""


class LineDrawing:
    """A line chart in some room."""

    def __init__(self, chart: LineChart, area: QRectF, inks: Inks) -> None:
        self._chart = chart
        self._inks = inks
        self._top = area.top()
        self._lane = inks.unit * 1.25
        self._plot = Plot(chart, area, inks, above=self._lane, air=inks.unit * 0.4)

    @staticmethod
    def height(chart: LineChart, unit: float) -> float:
        """How high it wants to be."""
        return unit * (HEIGHT if chart.most > _LEVELS else HEIGHT * 0.72)

    def places(self) -> list[Place]:
        """A column for each stop."""
        return self._plot.places()

    def paint(self, painter: QPainter) -> None:
        """All of it."""
        for band in self._chart.bands:
            self._paint_band(painter, band)
        self._paint_band_words(painter)
        self._plot.paint_values(painter)
        for mark in self._chart.marks:
            self._paint_stem(painter, mark.at)
        painter.save()
        around = self._inks.unit * 0.5
        spot = self._plot.spot.adjusted(-around, -around, around, around)
        painter.setClipRect(spot, Qt.ClipOperation.IntersectClip)
        # The dashed line lies on top, so that the full one is seen through it.
        for number, line in enumerate(self._chart.lines):
            self._paint_line(painter, line, dashed=number > 0)
        painter.restore()
        self._paint_marks(painter)
        self._plot.paint_time(painter)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        begin, end = self._plot.time.place(band.first), self._plot.time.place(band.last)
        spot = QRectF(begin, self._plot.spot.top(), end - begin, self._plot.spot.height())
        painter.fillRect(spot, self._inks.band(0 if band.stopped else band.level))
        if band.stopped:
            painter.setPen(self._inks.line)
            paint_stripes(painter, spot, self._inks, gap=0.6)

    def _paint_band_words(self, painter: QPainter) -> None:
        """The levels over the plot, where there is room for their words."""
        unit = self._inks.unit
        marks = [self._plot.time.place(mark.at) for mark in self._chart.marks]
        for band in self._chart.bands:
            begin, end = self._plot.time.place(band.first), self._plot.time.place(band.last)
            begin = max(begin, self._plot.spot.left())
            if any(abs(mark - begin) < unit for mark in marks):
                begin += unit * 0.75
            width = self._inks.width(band.words)
            if not band.words or begin + width + unit * 0.7 > end:
                continue
            spot = QRectF(begin, self._top, width, unit)
            paint_words(painter, spot, band.words, self._inks)

    def _paint_stem(self, painter: QPainter, at: float) -> None:
        across = self._plot.time.place(at)
        painter.setPen(self._inks.hair(self._inks.soft))
        painter.drawLine(QLineF(across, self._plot.spot.top(), across, self._plot.spot.bottom()))

    def _paint_marks(self, painter: QPainter) -> None:
        edge = self._inks.unit * 0.86
        end = float("-inf")
        for mark in sorted(self._chart.marks, key=lambda mark: mark.at):
            across = self._plot.time.place(mark.at)
            if across - edge / 2 < end:
                continue  # one that would lie on another is told by its stem, and by the words
            end = across + edge / 2
            spot = QRectF(across - edge / 2, self._top + self._inks.unit * 0.1, edge, edge)
            paint_turn(painter, spot, mark.action, self._inks)

    def _paint_line(self, painter: QPainter, line: Line, *, dashed: bool) -> None:
        inks = self._inks
        colour = inks.ink if dashed else inks.accent
        edge = self._edge(line)
        for known, group in groupby(line.points, lambda point: point.value is not None):
            points = list(group)
            if not known:
                continue
            self._paint_spread(painter, points, dashed=dashed)
            path = QPainterPath(self._spot(points[0]))
            for point in points[1:]:
                path.lineTo(self._spot(point))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(inks.stroke(colour, 0.1 if dashed else 0.13, dashed=dashed))
            painter.drawPath(path)
            for point in points if edge >= _LEAST * inks.unit or len(points) == 1 else ():
                shape = paint_square if dashed else paint_disc
                shape(painter, self._spot(point), max(edge, _LEAST * inks.unit), inks)

    def _paint_spread(self, painter: QPainter, points: list[LinePoint], *, dashed: bool) -> None:
        """From the least to the most of each point, beside each other where there are two lines."""
        inks = self._inks
        aside = inks.unit * (0.16 if dashed else -0.16) * (len(self._chart.lines) > 1)
        painter.setPen(inks.stroke(inks.soft if dashed else inks.faint, 0.06))
        for point in points:
            if point.most > point.least:
                across = self._plot.time.place(point.at) + aside
                painter.drawLine(
                    QLineF(
                        across,
                        self._plot.values.place(point.least),
                        across,
                        self._plot.values.place(point.most),
                    )
                )

    def _edge(self, line: Line) -> float:
        """How large the shapes of its values are: so that most of them stand apart."""
        places = [
            self._plot.time.place(point.at) for point in line.points if point.value is not None
        ]
        gaps = sorted(after - before for before, after in pairwise(places))
        widest = _SHAPE * self._inks.unit
        return min(widest, gaps[len(gaps) // 2] * 0.6) if gaps else widest

    def _spot(self, point: LinePoint) -> QPointF:
        assert point.value is not None
        return QPointF(self._plot.time.place(point.at), self._plot.values.place(point.value))
