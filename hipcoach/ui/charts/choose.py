"""The drawing that goes with a chart."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from hipcoach.app.chart_snapshots import BarChart, Chart, GridChart, LineChart, RungChart
from hipcoach.ui.charts.bars import BarDrawing
from hipcoach.ui.charts.drawing import Drawing
from hipcoach.ui.charts.grid import GridDrawing
from hipcoach.ui.charts.inks import Inks
from hipcoach.ui.charts.lines import LineDrawing
from hipcoach.ui.charts.rungs import RungDrawing


def drawing_of(chart: Chart, area: QRectF, inks: Inks) -> Drawing:
    """The chart in that room."""
    match chart:
        case LineChart():
            return LineDrawing(chart, area, inks)
        case BarChart():
            return BarDrawing(chart, area, inks)
        case RungChart():
            return RungDrawing(chart, area, inks)
        case GridChart():
            return GridDrawing(chart, area, inks)


def height_of(chart: Chart, unit: float) -> float:
    """How high a chart wants to be, given the height of a line of text."""
    match chart:
        case LineChart():
            return LineDrawing.height(chart, unit)
        case BarChart():
            return BarDrawing.height(chart, unit)
        case RungChart():
            return RungDrawing.height(chart, unit)
        case GridChart():
            return GridDrawing.height(chart, unit)
