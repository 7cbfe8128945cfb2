"""The year as a map of days: a row for each month, more ground for more minutes."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from hipcoach.app.history_snapshots import YearDay, YearSnapshot
from hipcoach.ui.day_marks import paint_turn
from hipcoach.ui.day_table import (
    NOWHERE,
    DayPainter,
    Days,
    DayTable,
    Index,
    months_on,
    steps_on,
)

_DAYS: Final = 31
_MONTHS: Final = 12
_CLOSE: Final = "QHeaderView::section { padding: 0; }"
_SMALL: Final = 0.87
"""Size of the names of months and days, as a share of that of the text."""
_LEAST: Final = 9
_AIR: Final = 0.2
"""Between two numbers of days, in sizes of their font."""
_LINE: Final = 1.1
"""Least height of a row, in the same."""
_NUMBERS: Final = 1.6
"""And of the numbers of days above."""
_PLACE: Final = (15, 13)
"""Pixels that a day needs, so that the steps can be told apart."""
_LONGEST: Final = 1.3
"""Most that a place is longer one way than the other: so it fills its room."""
GROUND: Final = (0.0, 0.42, 0.6, 0.78, 0.96)
"""For each step the share of a place's edge that is filled: seen without any colour."""
INK: Final = (0.0, 0.45, 0.62, 0.8, 1.0)
"""And how strong the colour is."""


class YearMap(DayTable):
    """Shows a year."""

    monthChosen = Signal(int)
    """1 to 12: a month that is to be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("year")
        self._months = _Months(self)
        self.use(self._months, _Spot(self))
        self._written = 0
        """Pixels in which months and days are written; 0: as everywhere."""
        names = self.verticalHeader()
        names.setSectionsClickable(True)
        names.sectionClicked.connect(lambda row: self.monthChosen.emit(row + 1))
        names.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.horizontalHeader().setStyleSheet(_CLOSE)

    def show_year(self, year: YearSnapshot, selected: date) -> None:
        """Show a year with the keys on a day of it."""
        self._months.show_year(year)
        self.call(str(year.year))
        self.select(selected)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Enough to tell the steps apart; what is written gets along with it."""
        wide, high = _PLACE
        return QSize(_DAYS * wide + round(_LEAST * self._named()), (_MONTHS + 1) * high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write months and days as large as their places allow."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The same in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # The font of what is written follows a moment later.
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """From the width of all of it: that of the days alone changes with what is written."""
        font = QFontMetricsF(self.font())
        size = self.fontInfo().pixelSize()
        numbered = max(font.horizontalAdvance(str(day)) for day in range(1, _DAYS + 1)) / size
        across = self.width() / (_DAYS * (numbered + _AIR) + self._named())
        down = self.height() / (_MONTHS * _LINE + _NUMBERS)
        fits = max(_LEAST, int(min(across, down)))
        written = fits if fits < round(size * _SMALL) else 0
        if written == self._written:
            return
        self._written = written
        sheet = f"QHeaderView, QHeaderView::section {{ font-size: {written}px; }}"
        self.horizontalHeader().setStyleSheet(f"{sheet} {_CLOSE}" if written else _CLOSE)
        self.verticalHeader().setStyleSheet(sheet if written else "")

    def _named(self) -> float:
        """Width of the name of a month with some air, in sizes of its font."""
        font = QFontMetricsF(self.font())
        names = self._months.names or ("",)
        longest = max(font.horizontalAdvance(name) for name in names)
        return longest / self.fontInfo().pixelSize() + 1.0

    def reached(self, day: date, key: Qt.Key) -> date | None:
        """Where a key leads from a day; `None`: nowhere."""
        back = -1 if self.isRightToLeft() else 1
        steps = {Qt.Key.Key_Left: -back, Qt.Key.Key_Right: back}
        months = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -_MONTHS,
            Qt.Key.Key_PageDown: _MONTHS,
        }
        if key in steps:
            return steps_on(day, steps[key])
        if key in months:
            return months_on(day, months[key])
        if key == Qt.Key.Key_Home:
            return day.replace(month=1, day=1)
        return day.replace(month=_MONTHS, day=31) if key == Qt.Key.Key_End else None


class _Months(Days):
    """The days of a year by months."""

    _year: YearSnapshot | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Those of the months."""
        return tuple(name for name, _days in self._year.months) if self._year else ()

    def show_year(self, year: YearSnapshot) -> None:
        """Hold another year."""
        self.beginResetModel()
        self._year = year
        self.endResetModel()

    def day(self, index: Index) -> YearDay | None:
        """The day in a place; `None`: there is none."""
        if self._year is None or not index.isValid():
            return None
        days = self._year.months[index.row()][1]
        return days[index.column()] if index.column() < len(days) else None

    def place(self, day: date) -> Index:
        """Where a day is."""
        if self._year is None or day.year != self._year.year:
            return NOWHERE
        return self.index(day.month - 1, day.day - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Months."""
        return 0 if parent.isValid() or self._year is None else len(self._year.months)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Days of a month."""
        return 0 if parent.isValid() or self._year is None else _DAYS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Months at the side, numbers of days above."""
        told = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if self._year is None or role not in told:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._year.months[section][0]
        return str(section + 1)


class _Spot(DayPainter):
    """Paints the days of a year."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A square on its place; the more was done the larger and the stronger."""
        days = index.model()
        day = days.day(index) if isinstance(days, _Months) else None
        if day is None:
            return
        tokens = self.colours.tokens
        cell = QRectF(option.rect)
        wide = min(cell.width(), cell.height() * _LONGEST) - 3
        high = min(cell.height(), cell.width() * _LONGEST) - 3
        place = QRectF(0, 0, wide, high)
        place.moveCenter(cell.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed = day.day == self.pointed
        painter.setPen(QPen(QColor(tokens.edge if pointed else tokens.line), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush if day.ahead else QColor(tokens.surface))
        painter.drawRoundedRect(place, 3, 3)
        if day.step:
            self._fill(painter, place, day.step)
        if day.turned is not None:
            self._mark(painter, place, day)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day.today:
            painter.setPen(QPen(QColor(tokens.accent), 2.0))
            painter.drawRoundedRect(place.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
        if index == self.view.currentIndex():
            held = self.view.hasFocus()
            painter.setPen(QPen(QColor(tokens.focus if held else tokens.edge), 3 if held else 1.5))
            painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), 4, 4)
        painter.restore()

    def _mark(self, painter: QPainter, place: QRectF, day: YearDay) -> None:
        """What the plan began to do: in the middle, or on a ground of its own in the corner."""
        assert day.turned is not None
        edge = min(place.width(), place.height()) * (0.58 if day.step else 0.7)
        mark = QRectF(0, 0, edge, edge)
        mark.moveCenter(place.center())
        if day.step:
            mark.moveBottomRight(place.bottomRight() + QPointF(2, 2))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.tokens.surface))
            painter.drawEllipse(mark.adjusted(-2, -2, 2, 2))
        paint_turn(painter, mark, day.turned, self.colours)

    def _fill(self, painter: QPainter, place: QRectF, step: int) -> None:
        ink = QColor(self.colours.tokens.accent)
        ink.setAlphaF(INK[step])
        ground = QRectF(0, 0, place.width() * GROUND[step], place.height() * GROUND[step])
        ground.moveCenter(place.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(ground, 2.5, 2.5)
