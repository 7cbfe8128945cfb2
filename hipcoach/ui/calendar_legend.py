"""What the colours and marks of a calendar mean, in a line that breaks where it must."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.app.history_snapshots import DaySign, Legend
from hipcoach.ui.day_marks import (
    paint_break,
    paint_cleared,
    paint_due,
    paint_flag,
    paint_note,
    paint_rest,
    paint_tolerance,
    paint_turn,
)
from hipcoach.ui.history_colours import HistoryColours, history_colours
from hipcoach.ui.tokens import LIGHT
from hipcoach.ui.year_map import GROUND, INK

_SMALL: Final = 0.87
_BETWEEN: Final = 18.0
_Sign = Callable[[QPainter, QRectF], None]
_SIGNS: Final[Mapping[DaySign, Callable[..., None]]] = {
    DaySign.REST: paint_rest,
    DaySign.DUE: paint_due,
    DaySign.BREAKS: paint_break,
    DaySign.FLAG: paint_flag,
    DaySign.CLEARED: paint_cleared,
    DaySign.NOTE: paint_note,
}


class CalendarLegend(QWidget):
    """Signs with their words, of what is in the month or the year that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._colours: HistoryColours = history_colours(LIGHT)
        self._legend = Legend()
        self._steps: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_legend(self, legend: Legend, steps: tuple[str, ...] = ()) -> None:
        """Tell what these mean: of a month, or the steps of a year."""
        self._legend, self._steps = legend, steps
        self.setAccessibleName(", ".join(words for _sign, words in self._signs()))
        self.updateGeometry()
        self.update()

    def show_colours(self, colours: HistoryColours) -> None:
        """Show everything in these colours."""
        self._colours = colours
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        spots = list(self._spots(width))
        return round(spots[-1][0].bottom()) + 2 if spots else 0

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        """As narrow as it must be."""
        return QSize(100, self.heightForWidth(max(100, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The signs and their words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._font()
        for spot, sign, words in self._spots(self.width()):
            edge = spot.height() * 0.72
            mark = QRectF(spot.left(), spot.center().y() - edge / 2, edge, edge)
            painter.save()
            sign(painter, mark)
            painter.restore()
            painter.setFont(font)
            painter.setPen(QColor(self._colours.tokens.ink_soft))
            text = spot.adjusted(edge + 6, 0, 2, 0)
            painter.drawText(
                text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
            )
        painter.end()

    def _spots(self, width: float) -> Iterator[tuple[QRectF, _Sign, str]]:
        """Where each sign stands with its words."""
        measure = QFontMetricsF(self._font())
        line = measure.height()
        left = top = 0.0
        for sign, words in self._signs():
            wide = line * 0.72 + 6 + measure.horizontalAdvance(words)
            if left and left + wide > width:
                left, top = 0.0, top + line + 3
            yield QRectF(left, top, wide, line), sign, words
            left += wide + _BETWEEN

    def _signs(self) -> Iterator[tuple[_Sign, str]]:
        for colour, name in self._legend.routines:
            yield partial(self._bar, colour=colour), name
        for tolerance, words in self._legend.tolerances:
            yield (
                partial(paint_tolerance, tolerance=tolerance, colours=self._colours),
                words,
            )
        for action, words in self._legend.turns:
            yield partial(paint_turn, action=action, colours=self._colours), words
        for code, words in self._legend.signs:
            yield partial(_SIGNS[code], colours=self._colours), words
        for step, words in enumerate(self._steps, 1):
            yield partial(self._step, step=step), words

    def _bar(self, painter: QPainter, spot: QRectF, *, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.routine(colour)))
        high = spot.height() * 0.55
        bar = QRectF(spot.left(), spot.center().y() - high / 2, spot.width(), high)
        painter.drawRoundedRect(bar, high / 3, high / 3)

    def _step(self, painter: QPainter, spot: QRectF, *, step: int) -> None:
        ink = QColor(self._colours.tokens.accent)
        ink.setAlphaF(INK[step])
        edge = spot.width() * GROUND[step]
        ground = QRectF(0, 0, edge, edge)
        ground.moveCenter(spot.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(ground, 2, 2)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(self.fontInfo().pixelSize() * _SMALL)))
        return font
