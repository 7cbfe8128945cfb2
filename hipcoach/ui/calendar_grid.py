"""The month as a grid of days."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QSize, Qt

from hipcoach.app.history_snapshots import CalendarDay, MonthSnapshot
from hipcoach.ui.calendar_cell import NUMBER_AT, CalendarCell
from hipcoach.ui.day_table import NOWHERE, Days, DayTable, Index, OneDay, months_on, steps_on

_DAYS: Final = 7


class CalendarGrid(DayTable):
    """Shows the weeks of a month."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("calendar")
        self._month: MonthSnapshot | None = None
        self._weeks = _Weeks(self)
        self._cell = CalendarCell(self)
        self.use(self._weeks, self._cell)
        names = self.horizontalHeader()
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setStyleSheet(f"QHeaderView::section {{ padding-left: {NUMBER_AT}px; }}")
        self.number_weeks(on=False)

    def show_month(self, month: MonthSnapshot, selected: date) -> None:
        """Show a month with the keys on a day of it."""
        self._month = month
        self._cell.measure(month)
        self._weeks.show_month(month)
        self.call(month.title)
        self.select(selected)

    def number_weeks(self, *, on: bool) -> None:
        """Tell the number of each week, or not."""
        self.verticalHeader().setVisible(on)

    def minimumSizeHint(self) -> QSize:
        """Enough for a number and its marks in each cell."""
        line = self.fontMetrics().height()
        return QSize(round(_DAYS * 2.5 * line), line * 2 + 5 * round(line * 2.4))

    def may_hold_keys(self, day: OneDay) -> bool:
        """Whether it is a day of the month: the others are opened and turn no page."""
        return (day.day.year, day.day.month) == self._shown()

    def reached(self, day: date, key: Qt.Key) -> date | None:
        """Where a key leads from a day; `None`: nowhere."""
        back = -1 if self.isRightToLeft() else 1
        steps = {
            Qt.Key.Key_Left: -back,
            Qt.Key.Key_Right: back,
            Qt.Key.Key_Up: -_DAYS,
            Qt.Key.Key_Down: _DAYS,
        }
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in steps:
            return steps_on(day, steps[key])
        if key in pages:
            return months_on(day, pages[key])
        if key == Qt.Key.Key_Home:
            return day.replace(day=1)
        return steps_on(months_on(day.replace(day=1), 1), -1) if key == Qt.Key.Key_End else None

    def _shown(self) -> tuple[int, int] | None:
        return (self._month.year, self._month.month) if self._month else None


class _Weeks(Days):
    """The days of a month by weeks."""

    _month: MonthSnapshot | None = None

    def show_month(self, month: MonthSnapshot) -> None:
        """Hold another month."""
        self.beginResetModel()
        self._month = month
        self.endResetModel()

    def day(self, index: Index) -> CalendarDay | None:
        """The day in a place; `None`: there is none."""
        if self._month is None or not index.isValid():
            return None
        return self._month.weeks[index.row()][index.column()]

    def place(self, day: date) -> Index:
        """Where a day is."""
        if self._month is None:
            return NOWHERE
        week, weekday = divmod((day - self._month.weeks[0][0].day).days, _DAYS)
        return self.index(week, weekday)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Weeks."""
        return 0 if parent.isValid() or self._month is None else len(self._month.weeks)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Days of a week."""
        return 0 if parent.isValid() or self._month is None else _DAYS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Weekdays above, numbers of weeks at the side."""
        if self._month is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            shown = role == Qt.ItemDataRole.DisplayRole
            return str(self._month.week_numbers[section]) if shown else None
        short, full = self._month.weekdays[section]
        told = {Qt.ItemDataRole.DisplayRole: short, Qt.ItemDataRole.AccessibleTextRole: full}
        return told.get(Qt.ItemDataRole(role))
