"""The way to the history, and through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hipcoach.app.history_desk import HistoryDesk
    from hipcoach.app.plan_snapshots import Told
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

CODE = "history"
"""The name of the page."""


class HistoryWay(QObject):
    """Joins the page to what reads the journal."""

    def __init__(
        self,
        window: MainWindow,
        pages: Pages,
        desk: HistoryDesk,
        ask_why: Callable[[date], None],
        tell: Callable[[Told], None],
    ) -> None:
        """`ask_why` leads to the reasons of a day, `tell` keeps how one felt."""
        super().__init__(window)
        self._ask_why = ask_why
        self._tell = tell
        self._window = window
        self._pages = pages
        self._desk = desk
        pages.built.connect(self._join)
        window.placeChanged.connect(self._turned)

    def _join(self, code: str) -> None:
        """Join a page that has just been built."""
        if code != CODE:
            return
        calendar = self._pages.history.calendar
        calendar.monthWanted.connect(self._desk.ask_month)
        calendar.yearWanted.connect(self._desk.ask_year)
        calendar.startWanted.connect(self._leave)
        calendar.leaveWanted.connect(self._leave)
        calendar.dayChosen.connect(self._desk.ask_day)
        story = self._pages.history.story
        story.dayWanted.connect(self._desk.ask_day)
        story.leaveWanted.connect(self._close_day)
        story.whyWanted.connect(self._ask_why)
        story.told.connect(self._tell)
        story.notes.written.connect(self._desk.note)
        story.withdrawalWanted.connect(self._desk.withdraw)
        self._desk.monthReady.connect(calendar.show_month)
        self._desk.yearReady.connect(calendar.show_year)
        self._desk.dayReady.connect(self._pages.history.show_day)

    def _turned(self, code: str) -> None:
        """What may have changed meanwhile is read anew when the page is seen."""
        if code == CODE:
            self._desk.forget()
            page = self._pages.history
            page.calendar.open_at(self._desk.today, self._desk.first)
            if page.tells and page.story.story is not None:
                self._desk.ask_day(page.story.story.day)
        else:
            self._desk.rest()

    def _close_day(self) -> None:
        self._desk.close_day()
        self._pages.history.show_calendar()

    def _leave(self) -> None:
        self._window.show_page("today")
