"""The calendar: a month or a year, and a line that says in words what a day shows."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from hipcoach.app.history_snapshots import MonthSnapshot, YearSnapshot
from hipcoach.app.words import _
from hipcoach.ui.calendar_grid import CalendarGrid
from hipcoach.ui.calendar_legend import CalendarLegend
from hipcoach.ui.day_table import DayTable, OneDay, months_on
from hipcoach.ui.history_colours import HistoryColours
from hipcoach.ui.history_head import MONTHS, HistoryHead
from hipcoach.ui.pieces import Button, column, frame, grown, label, row
from hipcoach.ui.session_actions import keyed
from hipcoach.ui.year_map import YearMap

LOW: Final = 560
"""Pixels of height below which the days alone are shown."""


class CalendarPage(QWidget):
    """Walks through days, months and years; what is not at hand is asked for."""

    monthWanted = Signal(int, int)
    """(year, month)."""
    yearWanted = Signal(int)
    dayChosen = Signal(object)
    """The `date` of a day that is to be opened."""
    startWanted = Signal()
    """Back to Today, to begin something."""
    trendsWanted = Signal()
    """The same days as charts."""
    leaveWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._day = date.min
        """On which the keys are."""
        self._today = date.min
        self._first: date | None = None
        self._yearly = False
        self.head = HistoryHead()
        self.grid, self.map = CalendarGrid(), YearMap()
        self._views = QStackedWidget()
        self._advice = label("", "lead")
        self._start = Button(_("To &Today"), "quiet")
        self._start.clicked.connect(self.startWanted)
        advice = row(self._advice, self._start)
        advice.setStretch(0, 1)
        self._empty = frame("hero", advice)
        advice.setContentsMargins(16, 8, 16, 8)
        self._summary = label("", "strong")
        self._legend = CalendarLegend()
        self._line = label("")
        self._open = Button(_("&Open the day"), "", "journal")
        self._open.clicked.connect(lambda: self.dayChosen.emit(self._day))
        foot = row(self._line, self._open, gap=4)
        foot.setStretch(0, 1)
        self._foot = frame("card", foot)
        foot.setContentsMargins(16, 8, 12, 8)
        for view in (self.grid, self.map):
            self._views.addWidget(view)
            view.dayWanted.connect(self.go_to)
            view.dayChosen.connect(self._choose)
            view.dayPointed.connect(self._tell)
            view.turned.connect(self._turn)
        self._whole = column(
            self.head, self._empty, self._summary, self._views, self._legend, self._foot, gap=2
        )
        self._whole.setStretch(3, 1)
        self._all = QWidget()
        self._all.setLayout(self._whole)
        self._room = _scrolled(self._all)
        self.setLayout(column(self._room, gap=0))
        self.map.monthChosen.connect(self._open_month)
        self.head.turned.connect(self._turn)
        self.head.picked.connect(self._pick)
        self.head.trendsWanted.connect(self.trendsWanted)
        self.head.todayWanted.connect(lambda: self.go_to(self._today))
        self.head.viewWanted.connect(self._show_view)
        keyed(self, "", ("T",)).triggered.connect(lambda: self.go_to(self._today))
        keyed(self, "", ("Y",)).triggered.connect(lambda: self._show_view(not self._yearly))
        keyed(self, "", ("Esc",)).triggered.connect(self._go_back)

    @property
    def view(self) -> DayTable:
        """What is shown: the month or the year."""
        return self.map if self._yearly else self.grid

    @property
    def line(self) -> str:
        """What is said of the day that is pointed at, or that the keys are on."""
        return self._line.text()

    def open_at(self, today: date, first: date | None) -> None:
        """Begin on today, or stay where it stood; `first` is the first day of which is known."""
        begins = self._today != today
        self._today, self._first = today, first
        if begins:
            self._day = today
        self._ask()

    def show_month(self, month: MonthSnapshot) -> None:
        """Show a month, if it is the one that is wanted."""
        if self._yearly or (month.year, month.month) != (self._day.year, self._day.month):
            return
        self.grid.show_month(month, self._day)
        self._show_words(month.summary, month.advice)
        self._start.setVisible((month.year, month.month) == (self._today.year, self._today.month))
        self._legend.show_legend(month.legend)
        self._tell(None)

    def show_year(self, year: YearSnapshot) -> None:
        """Show a year, if it is the one that is wanted."""
        if not self._yearly or year.year != self._day.year:
            return
        self.map.show_year(year, self._day)
        self._show_words(year.summary, year.advice)
        self._start.setVisible(year.year == self._today.year)
        self._legend.show_legend(year.legend, year.steps)
        self._tell(None)

    def show_colours(self, colours: HistoryColours) -> None:
        """Show everything in these colours."""
        for part in (self.grid, self.map, self._legend):
            part.show_colours(colours)

    def go_to(self, day: date) -> None:
        """Put the keys on a day, and turn to its page."""
        before, self._day = self._day, day
        same = before.year == day.year and (self._yearly or before.month == day.month)
        if same:
            self.view.select(day)
            self._tell(None)
            self._follow()
        else:
            self._ask()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the days."""
        super().focusInEvent(event)
        self.view.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the days where there is little."""
        super().resizeEvent(event)
        self._weigh()

    def _weigh(self) -> None:
        roomy = self.height() >= grown(self, LOW)
        self._legend.setVisible(roomy)
        self._summary.setVisible(roomy and bool(self._summary.text()))

    def _follow(self) -> None:
        """Keep the day that the keys are on in sight, where not all of it fits the window."""
        place = self.view.visualRect(self.view.currentIndex()).center()
        spot = self.view.viewport().mapTo(self._all, place)
        self._room.ensureVisible(spot.x(), spot.y(), 0, grown(self, 40))

    def _ask(self) -> None:
        first = min(self._first or self._today, self._day)
        last = max(self._today, self._day)
        with QSignalBlocker(self.head):
            years = range(first.year, last.year + 2)
            self.head.show_page(self._day, yearly=self._yearly, years=years)
        if self._yearly:
            self.yearWanted.emit(self._day.year)
        else:
            self.monthWanted.emit(self._day.year, self._day.month)

    def _turn(self, pages: int) -> None:
        try:
            self.go_to(months_on(self._day, pages * (MONTHS if self._yearly else 1)))
        except OverflowError:
            return

    def _pick(self, year: int, month: int) -> None:
        months = (year - self._day.year) * MONTHS + month - self._day.month
        self.go_to(months_on(self._day, months))

    def _open_month(self, month: int) -> None:
        self._day = months_on(self._day, month - self._day.month)
        self._show_view(yearly=False)

    def _show_view(self, yearly: bool) -> None:
        self._yearly = yearly
        self._views.setCurrentWidget(self.view)
        self._ask()
        self.view.setFocus()

    def _choose(self, day: date) -> None:
        self._day = day
        self.dayChosen.emit(day)

    def _go_back(self) -> None:
        if self._yearly:
            self._show_view(yearly=False)
        else:
            self.leaveWanted.emit()

    def _show_words(self, summary: str, advice: str) -> None:
        self._summary.setText(summary)
        self._weigh()
        self._advice.setText(advice)
        self._empty.setVisible(bool(advice))

    def _tell(self, pointed: OneDay | None) -> None:
        """Say in words what is pointed at, else where the keys are."""
        day = pointed or self.view.selected
        self._line.setText(day.words if day else "")
        self._line.setMinimumHeight(grown(self, 36))
        self._open.setEnabled(day is not None and not day.ahead)


def _scrolled(inner: QWidget) -> QScrollArea:
    """Room for all of it: with large words it is higher than a small window."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for part in (inner, made):
        part.setProperty("role", "page")
    made.setWidget(inner)
    return made
