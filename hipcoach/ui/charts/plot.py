"""The room in which values stand over time, with an axis for both."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from hipcoach.app.chart_snapshots import BarChart, LineChart
from hipcoach.ui.charts.axes import Scale, paint_time, paint_values, widest
from hipcoach.ui.charts.drawing import Place
from hipcoach.ui.charts.inks import Inks


class Plot:
    """What lines and bars are drawn into, within an area that has room for the labels, too."""

    def __init__(
        self,
        chart: LineChart | BarChart,
        area: QRectF,
        inks: Inks,
        *,
        above: float,
        air: float = 0.0,
    ) -> None:
        """`above` is the room over it, `air` that over its highest value, in pixels."""
        self._chart = chart
        self._right = area.right()
        self._inks = inks
        unit = inks.unit
        left = widest(chart.values, inks) + unit * 0.5
        self.spot = area.adjusted(left, above, -unit * 0.5, -unit * 1.5)
        self.time = Scale(chart.first, chart.last, self.spot.left(), self.spot.right())
        self.values = Scale(0.0, chart.most or 1.0, self.spot.bottom(), self.spot.top() + air)

    def places(self) -> list[Place]:
        """A column for each stop."""
        found = []
        for stop in self._chart.stops:
            begin, end = self.time.place(stop.first), self.time.place(stop.last)
            spot = QRectF(begin, self.spot.top(), end - begin, self.spot.height())
            found.append(Place(0, spot, stop.words))
        return found

    def paint_values(self, painter: QPainter) -> None:
        """The labels of the values, and a line across for each."""
        paint_values(painter, self._chart.values, self.values, self.spot, self._inks)

    def paint_time(self, painter: QPainter) -> None:
        """The labels below."""
        paint_time(painter, self._chart.time, self.time, self.spot, self._inks, self._right)
