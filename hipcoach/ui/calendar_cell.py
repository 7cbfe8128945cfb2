"""One day of the calendar, painted: its number, sessions, breaks, and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from hipcoach.app.history_snapshots import CalendarDay, MonthSnapshot
from hipcoach.ui import day_marks as marks
from hipcoach.ui.day_table import DayPainter, Index

_FULL_MINUTES: Final = 20.0
"""A bar as wide as the day, unless a day of the month has more."""
_ROOMY: Final = 1.35
"""Lines of words that sessions and what is below them need."""
_LOW: Final = 0.36
"""The same where they stand in one row; with less, sessions stand beside the number."""
_SMALL: Final = 0.87
_STRIP: Final = 0.24
"""Of the height that is left, the share of the strip of sessions."""
_AIR: Final = 6.0
_TILE: Final = 2.5
"""Around a tile, so that two stand apart."""
NUMBER_AT: Final = 10
"""Pixels from the edge of its place at which the number of a day begins."""
_OUTSIDE: Final = 0.45
"""How much is seen of what lies in another month."""
_Mark = Callable[[QPainter, QRectF], None]


class CalendarCell(DayPainter):
    """Paints the days of one month."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._days: dict[tuple[int, int], CalendarDay] = {}
        self._full = _FULL_MINUTES

    def measure(self, month: MonthSnapshot) -> None:
        """Paint that month from now on."""
        self._days = {
            (row, place): day
            for row, week in enumerate(month.weeks)
            for place, day in enumerate(week)
        }
        longest = (sum(bar.minutes for bar in day.bars) for day in month.days)
        self._full = max(_FULL_MINUTES, *longest)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """A day on its tile."""
        day = self._days.get((index.row(), index.column()))
        if day is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QRectF(option.rect).adjusted(_TILE, _TILE, -_TILE, -_TILE)
        self._paint_tile(painter, tile, day)
        if index == self.view.currentIndex() and day.inside:
            self._paint_keys(painter, tile)
        font = QFont(self.view.font())
        line = QFontMetricsF(font).height()
        inner = tile.adjusted(NUMBER_AT - _TILE, _AIR - 2, -_AIR, -_AIR + 1)
        inner.setTop(min(inner.top(), tile.center().y() - line / 2 - 1))
        self._paint_number(painter, inner, day, font, line)
        if not day.inside:
            painter.setOpacity(_OUTSIDE)
        self._paint_marks(painter, inner, day, line)
        font.setPixelSize(max(9, round(QFontMetricsF(font).height() * _SMALL / 1.36)))
        below = inner.adjusted(0, line + 4, 0, 0)
        if below.height() >= line * _ROOMY:
            high = min(line * 0.7, max(5.0, below.height() * _STRIP))
            self._paint_bars(painter, below, day, high)
            self._paint_foot(painter, below, day, font)
        elif below.height() >= line * _LOW:
            self._paint_low(painter, inner.adjusted(0, line, 0, 0), day, font)
        else:
            beside = inner.adjusted(line * 1.5, 0, -line, 0)
            beside.setTop(tile.center().y() - line / 6)
            self._paint_bars(painter, beside, day, line / 3)
        painter.restore()

    def _paint_tile(self, painter: QPainter, tile: QRectF, day: CalendarDay) -> None:
        tokens = self.colours.tokens
        painter.setPen(QPen(QColor(tokens.line), 1.0) if day.inside else Qt.PenStyle.NoPen)
        ground = tokens.surface if day.inside else tokens.window
        if day.day == self.pointed:
            ground = tokens.sunken
            painter.setPen(QPen(QColor(tokens.edge), 1.0))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(tile, 8, 8)

    def _paint_keys(self, painter: QPainter, tile: QRectF) -> None:
        """The ring around the day that the keys are on; thin while they are elsewhere."""
        tokens = self.colours.tokens
        held = self.view.hasFocus()
        painter.setPen(QPen(QColor(tokens.focus if held else tokens.edge), 3.0 if held else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tile, 8, 8)

    def _paint_number(
        self, painter: QPainter, inner: QRectF, day: CalendarDay, font: QFont, line: float
    ) -> None:
        tokens = self.colours.tokens
        number = str(day.day.day)
        spot = QRectF(inner.left(), inner.top(), line * 1.5, line + 2)
        ink = tokens.ink if day.inside and not day.ahead else tokens.ink_soft
        if day.today:
            font.setWeight(QFont.Weight.DemiBold)
            ink = tokens.on_accent
            words = QFontMetricsF(font).horizontalAdvance(number)
            ground = QRectF(0, 0, max(words + line * 0.6, line + 4), line + 4)
            ground.moveCenter(QRectF(spot.left(), spot.top(), words, spot.height()).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(spot, flags, number)
        font.setWeight(QFont.Weight.Normal)

    def _paint_marks(self, painter: QPainter, inner: QRectF, day: CalendarDay, line: float) -> None:
        """From the right: how it felt or what was on plan, then what else there is."""
        edge = line * 0.8
        spot = QRectF(inner.right() - edge, inner.top() + (line - edge) / 2 + 1, edge, edge)
        for paint in self._marks_of(day):
            if spot.left() < inner.left() + line * 1.6:
                break
            paint(painter, spot)
            spot.translate(-edge - 4, 0)

    def _marks_of(self, day: CalendarDay) -> Iterator[_Mark]:
        colours = self.colours
        if day.tolerance is not None:
            yield partial(marks.paint_tolerance, tolerance=day.tolerance, colours=colours)
        elif day.due:
            yield partial(marks.paint_due, colours=colours)
        elif day.rest and not day.ahead:
            yield partial(marks.paint_rest, colours=colours)
        if day.turned is not None:
            yield partial(marks.paint_turn, action=day.turned, colours=colours)
        if day.flagged:
            yield partial(marks.paint_flag, colours=colours)
        if day.cleared:
            yield partial(marks.paint_cleared, colours=colours)
        if day.noted:
            yield partial(marks.paint_note, colours=colours)

    def _paint_bars(self, painter: QPainter, below: QRectF, day: CalendarDay, high: float) -> None:
        """A strip of sessions, each as long as its minutes in the routine's colour."""
        left = below.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in day.bars:
            wide = max(high, below.width() * bar.minutes / self._full)
            strip = QRectF(left, below.top(), min(wide, below.right() - left), high)
            if strip.width() <= 0:
                break
            painter.setBrush(QColor(self.colours.routine(bar.colour)))
            painter.drawRoundedRect(strip, high / 3, high / 3)
            left = strip.right() + 3

    def _paint_foot(self, painter: QPainter, below: QRectF, day: CalendarDay, font: QFont) -> None:
        """Breaks as ticks at the left, the minutes at the right."""
        tokens = self.colours.tokens
        painter.setFont(font)
        measure = QFontMetricsF(font)
        row = QRectF(
            below.left(), below.bottom() - measure.height(), below.width(), measure.height()
        )
        words = measure.horizontalAdvance(day.minutes_words)
        if day.minutes_words and words <= row.width():
            painter.setPen(QColor(tokens.ink if day.inside else tokens.ink_soft))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(row, flags, day.minutes_words)
            row.setWidth(row.width() - words - _AIR)
        self._paint_breaks(painter, row, day.breaks)

    def _paint_low(self, painter: QPainter, row: QRectF, day: CalendarDay, font: QFont) -> None:
        """All in one row where a tile is low: sessions, else breaks, and the minutes."""
        self._paint_foot(painter, row, replace(day, breaks=0 if day.bars else day.breaks), font)
        words = QFontMetricsF(font).height()
        high = words * 0.5
        left = QRectF(row.left(), row.bottom() - (words + high) / 2, row.width() * 0.45, high)
        self._paint_bars(painter, left, day, high)

    def _paint_breaks(self, painter: QPainter, row: QRectF, breaks: int) -> None:
        soft = QColor(self.colours.tokens.ink_soft)
        high, step = row.height() * 0.55, 6.0
        fits = int((row.width() + 3) // step)
        shown = breaks if breaks <= fits else 1
        tick = QRectF(row.left(), row.center().y() - high / 2, 3.0, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        for _number in range(shown if fits else 0):
            painter.drawRoundedRect(tick, 1.5, 1.5)
            tick.translate(step, 0)
        if shown < breaks and fits:
            painter.setPen(soft)
            rest = row.adjusted(step, 0, 0, 0)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rest, left, f"×{breaks}")
