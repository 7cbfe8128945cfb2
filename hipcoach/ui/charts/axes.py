"""The axes of a chart: labels that never touch, lines that are only just seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from hipcoach.app.chart_snapshots import Tick, Ticks
from hipcoach.core.value import value
from hipcoach.ui.charts.inks import Inks

AIR: Final = 0.55
"""Least room between two labels, in heights of a line."""


@value
class Scale:
    """From values to places along one direction."""

    first: float
    last: float
    begin: float
    end: float

    def place(self, at: float) -> float:
        """Where a value stands."""
        share = (at - self.first) / ((self.last - self.first) or 1.0)
        return self.begin + share * (self.end - self.begin)


def fitting(ticks: Ticks, scale: Scale, inks: Inks, edges: tuple[float, float]) -> list[Tick]:
    """The finest set of labels of which none touches another, within the edges.

    Where even the coarsest is too close, every second of it is left out, and so on.
    """
    for chosen in ticks.sets:
        if _fits(chosen, scale, inks, edges, middle=ticks.stands_at):
            return _within(chosen, scale, inks, edges, middle=ticks.stands_at)
    left = list(ticks.sets[-1]) if ticks.sets else []
    while len(left) > 1 and not _fits(left, scale, inks, edges, middle=ticks.stands_at):
        left = left[::2]
    return _within(left, scale, inks, edges, middle=ticks.stands_at)


def label_spot(tick: Tick, scale: Scale, inks: Inks, *, middle: bool) -> tuple[float, float]:
    """Where a label begins and ends along its axis."""
    width = inks.width(tick.words)
    begin = scale.place(tick.at) - (width / 2 if middle else 0.0)
    return begin, begin + width


def _within(
    ticks: Sequence[Tick], scale: Scale, inks: Inks, edges: tuple[float, float], *, middle: bool
) -> list[Tick]:
    """Without those that would hang over an edge."""
    return [
        tick
        for tick in ticks
        if edges[0] <= label_spot(tick, scale, inks, middle=middle)[0]
        and label_spot(tick, scale, inks, middle=middle)[1] <= edges[1]
    ]


def _fits(
    ticks: Sequence[Tick], scale: Scale, inks: Inks, edges: tuple[float, float], *, middle: bool
) -> bool:
    end = float("-inf")
    for tick in _within(ticks, scale, inks, edges, middle=middle):
        begin, until = label_spot(tick, scale, inks, middle=middle)
        if begin < end + AIR * inks.unit:
            return False
        end = until
    return bool(ticks)


def paint_time(
    painter: QPainter, ticks: Ticks, scale: Scale, plot: QRectF, inks: Inks, right: float
) -> None:
    """The labels under a plot, with a short stroke for each; they may reach up to `right`."""
    top = plot.bottom() + inks.unit * 0.3
    for tick in fitting(ticks, scale, inks, (plot.left() - inks.unit, right)):
        at = scale.place(tick.at)
        painter.setPen(inks.hair(inks.soft))
        painter.drawLine(QLineF(at, plot.bottom(), at, plot.bottom() + inks.unit * 0.22))
        begin, end = label_spot(tick, scale, inks, middle=ticks.stands_at)
        paint_words(painter, QRectF(begin, top, end - begin, inks.unit), tick.words, inks)


def paint_values(
    painter: QPainter, ticks: Iterable[Tick], scale: Scale, plot: QRectF, inks: Inks
) -> None:
    """The labels left of a plot, and a line across it for each; what would touch is left out."""
    last = float("inf")
    for tick in ticks:
        at = scale.place(tick.at)
        painter.setPen(inks.hair())
        painter.drawLine(QLineF(plot.left(), at, plot.right(), at))
        if at > last - inks.unit:
            continue
        last = at
        width = inks.width(tick.words)
        spot = QRectF(plot.left() - inks.unit * 0.4 - width, at - inks.unit / 2, width, inks.unit)
        paint_words(painter, spot, tick.words, inks)


def paint_words(
    painter: QPainter,
    spot: QRectF,
    words: str,
    inks: Inks,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Words in the soft ink, in the middle of the height; never cut off at the side."""
    painter.setPen(inks.soft)
    painter.setFont(inks.font)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(spot, int(flags), words)


def widest(ticks: Iterable[Tick], inks: Inks) -> float:
    """The width of the widest label."""
    return max((inks.width(tick.words) for tick in ticks), default=0.0)
