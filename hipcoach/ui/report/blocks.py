"""The parts of a report, each as high as it needs to be in the width of the page."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from hipcoach.app.chart_snapshots import ChartSnapshot, Table
from hipcoach.app.report_snapshots import Entries, Figure, ReportSnapshot
from hipcoach.ui.charts.choose import drawing_of, height_of
from hipcoach.ui.charts.legend import legend_height, paint_legend
from hipcoach.ui.report.type import POINT, Type, height_of_words, put_words

_GAP: Final = 3 * POINT
_DAY: Final = 66 * POINT
"""Width of the days before entries."""
_BESIDE: Final = 9 * POINT
"""Between two columns of a table."""
_NAME: Final = 170 * POINT
"""Length of the line for a name."""
_NUMBER: Final = 0.088
"""Width of a column of numbers, as a share of the table's."""
_WORDY: Final = (0, 4, 5)
"""Columns of the exercises that hold words; the others hold numbers."""


class Block(Protocol):
    """A part of a report."""

    def height(self, width: float) -> float:
        """How high it is in that width."""
        ...

    def paint(self, painter: QPainter, spot: QRectF) -> None:
        """Paint it; the spot is as high as was asked for."""
        ...


def line_height(font: QFont) -> float:
    """From one line to the next."""
    return QFontMetricsF(font).height()


class Head:
    """What it is, of when, and room for a name."""

    def __init__(self, report: ReportSnapshot, type_: Type) -> None:
        self._report = report
        self._type = type_

    def height(self, _width: float) -> float:
        """Title, span, and a line below."""
        return line_height(self._type.title) + line_height(self._type.heading) + 3.5 * _GAP

    def paint(self, painter: QPainter, spot: QRectF) -> None:
        """The title at the left, the name at the right."""
        kind, report, inks = self._type, self._report, self._type.inks
        put_words(painter, spot, report.title, kind.title, inks.ink)
        below = spot.adjusted(0, line_height(kind.title) + 0.3 * _GAP, 0, 0)
        put_words(painter, below, report.span, kind.heading, inks.ink)
        right = QRectF(spot.right() - _NAME, spot.top(), _NAME, spot.height())
        line = spot.top() + line_height(kind.title) * 0.78
        painter.setPen(inks.hair(inks.soft))
        name = QFontMetricsF(kind.body).horizontalAdvance(report.name) + 2 * _GAP
        painter.drawLine(QLineF(right.left() + name, line, right.right(), line))
        words = QRectF(right.left(), line - line_height(kind.body) * 0.9, name, 0)
        put_words(painter, words, report.name, kind.body, inks.soft)
        end = Qt.AlignmentFlag.AlignRight
        under = right.adjusted(0, line_height(kind.title) + 0.6 * _GAP, 0, 0)
        put_words(painter, under, report.made, kind.small, inks.soft, end)
        painter.setPen(inks.stroke(inks.ink, 0.13))
        bottom = spot.bottom() - _GAP
        painter.drawLine(QLineF(spot.left(), bottom, spot.right(), bottom))


class Figures:
    """Numbers in a row, each with its words below."""

    def __init__(self, figures: tuple[Figure, ...], type_: Type) -> None:
        self._figures = figures
        self._type = type_

    def height(self, width: float) -> float:
        """The number and as many lines of words as the longest needs."""
        column = width / len(self._figures) - 2 * _GAP
        kind = self._type
        numbers = line_height(self._font(column))
        words = max(height_of_words(one.words, kind.small, column) for one in self._figures)
        return numbers + words + _GAP

    def paint(self, painter: QPainter, spot: QRectF) -> None:
        """Columns of equal width, with hairlines between."""
        kind, inks = self._type, self._type.inks
        width = spot.width() / len(self._figures)
        column = width - 2 * _GAP
        font = self._font(column)
        numbers = line_height(font)
        for place, one in enumerate(self._figures):
            left = spot.left() + place * width + (2 * _GAP if place else 0)
            number = QRectF(left, spot.top(), column, numbers)
            put_words(painter, number, one.value, font, inks.ink)
            words = QRectF(left, spot.top() + numbers, column, spot.height())
            put_words(painter, words, one.words, kind.small, inks.soft)
            if place:
                painter.setPen(inks.hair())
                across = left - _GAP
                painter.drawLine(QLineF(across, spot.top(), across, spot.bottom() - _GAP))

    def _font(self, column: float) -> QFont:
        """The largest font in which every number stands in one line."""
        fonts = self._type.figures
        for font in fonts:
            metrics = QFontMetricsF(font)
            if all(metrics.horizontalAdvance(one.value) <= column * 0.97 for one in self._figures):
                return font
        return fonts[-1]


class ChartBlock:
    """A chart with its title, what it shows, and its legend."""

    def __init__(self, shown: ChartSnapshot, type_: Type, share: float = 1.0) -> None:
        """`share`: how much of its usual height it has."""
        self._shown = shown
        self._type = type_
        self._share = share

    def height(self, width: float) -> float:
        """Title, words, chart, legend."""
        found = self._top(width)
        if self._shown.chart is not None:
            inks = self._type.inks
            found += self._chart() + legend_height(self._shown.legend, width, inks) + _GAP
        return found

    def paint(self, painter: QPainter, spot: QRectF) -> None:
        """All of it."""
        kind, inks = self._type, self._type.inks
        put_words(painter, spot, self._shown.title, kind.heading, inks.ink)
        below = spot.adjusted(0, line_height(kind.heading) + 0.3 * _GAP, 0, 0)
        put_words(painter, below, self._shown.words, kind.body, inks.soft)
        if self._shown.chart is None:
            return
        top = spot.top() + self._top(spot.width())
        area = QRectF(spot.left(), top, spot.width(), self._chart())
        drawing_of(self._shown.chart, area, inks).paint(painter)
        legend = QRectF(spot.left(), area.bottom() + 0.7 * _GAP, spot.width(), 0)
        paint_legend(painter, self._shown.legend, legend, inks)

    def _top(self, width: float) -> float:
        words = height_of_words(self._shown.words, self._type.body, width)
        return line_height(self._type.heading) + words + 1.3 * _GAP

    def _chart(self) -> float:
        assert self._shown.chart is not None
        return height_of(self._shown.chart, self._type.inks.unit) * self._share


class TableBlock:
    """A table; the columns with words take the room that numbers leave."""

    def __init__(self, title: str, table: Table, type_: Type) -> None:
        self._title = title
        self._table = table
        self._type = type_

    def height(self, width: float) -> float:
        """Title, header and rows."""
        rows = sum(self._row_height(cells, width) for cells in self._table.rows)
        header = self._row_height(self._table.header, width, header=True)
        return line_height(self._type.heading) + header + rows + 1.5 * _GAP

    def paint(self, painter: QPainter, spot: QRectF) -> None:
        """The header in the soft ink, a hairline under each row."""
        kind, inks = self._type, self._type.inks
        put_words(painter, spot, self._title, kind.heading, inks.ink)
        top = spot.top() + line_height(kind.heading) + 0.5 * _GAP
        for place, cells in enumerate((self._table.header, *self._table.rows)):
            header = place == 0
            height = self._row_height(cells, spot.width(), header=header)
            font = kind.small if header else kind.body
            left = spot.left()
            for column, words in enumerate(cells):
                width = self._widths(spot.width())[column]
                cell = QRectF(left, top + 0.35 * _GAP, width - _BESIDE, height)
                number = column not in _WORDY
                align = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
                put_words(painter, cell, words, font, inks.soft if header else inks.ink, align)
                left += width
            top += height
            painter.setPen(inks.hair(inks.soft if header else None))
            painter.drawLine(QLineF(spot.left(), top, spot.right(), top))

    def _row_height(self, cells: tuple[str, ...], width: float, *, header: bool = False) -> float:
        font = self._type.small if header else self._type.body
        widths = self._widths(width)
        highest = max(
            height_of_words(words, font, column - _BESIDE)
            for words, column in zip(cells, widths, strict=True)
        )
        return highest + 0.8 * _GAP

    def _widths(self, width: float) -> list[float]:
        """Narrow columns for numbers, the rest for words, of which names get a little more."""
        columns = len(self._table.header)
        numbers = width * _NUMBER
        words = width - numbers * (columns - len(_WORDY))
        shares = dict(zip(_WORDY, (0.40, 0.30, 0.30), strict=True))
        return [words * shares[one] if one in shares else numbers for one in range(columns)]


class EntriesBlock:
    """Days and what happened on them."""

    def __init__(self, entries: Entries, type_: Type) -> None:
        self._entries = entries
        self._type = type_

    def height(self, width: float) -> float:
        """Title and lines."""
        lines = sum(
            height_of_words(words, self._type.body, width - _DAY) + 0.5 * _GAP
            for _day, words in self._entries.lines
        )
        return line_height(self._type.heading) + lines + _GAP

    def paint(self, painter: QPainter, spot: QRectF) -> None:
        """The days at the left, the words hanging beside them."""
        kind, inks = self._type, self._type.inks
        put_words(painter, spot, self._entries.title, kind.heading, inks.ink)
        top = spot.top() + line_height(kind.heading) + 0.5 * _GAP
        for day, words in self._entries.lines:
            height = height_of_words(words, kind.body, spot.width() - _DAY)
            put_words(painter, QRectF(spot.left(), top, _DAY, height), day, kind.strong, inks.ink)
            beside = QRectF(spot.left() + _DAY, top, spot.width() - _DAY, height)
            put_words(painter, beside, words, kind.body, inks.ink)
            top += height + 0.5 * _GAP


class Paragraph:
    """A title and some sentences."""

    def __init__(self, title: str, words: str, type_: Type) -> None:
        self._title = title
        self._words = words
        self._type = type_

    def height(self, width: float) -> float:
        """As many lines as it takes."""
        words = height_of_words(self._words, self._type.body, width)
        return line_height(self._type.heading) + words + _GAP

    def paint(self, painter: QPainter, spot: QRectF) -> None:
        """The title, the words."""
        kind, inks = self._type, self._type.inks
        put_words(painter, spot, self._title, kind.heading, inks.ink)
        below = spot.adjusted(0, line_height(kind.heading) + 0.3 * _GAP, 0, 0)
        put_words(painter, below, self._words, kind.body, inks.ink)
