"""The way to the history, and through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hipcoach.app.day_snapshots import DayStory
    from hipcoach.app.history_desk import HistoryDesk
    from hipcoach.app.plan_snapshots import Told
    from hipcoach.ui.day_story import DayStoryPage
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

CODE = "history"
"""The name of the page."""
LATER_MS = 300
"""So long after the calendar the page of a day is made ready."""


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
        self._joined: DayStoryPage | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._join_story)
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
        calendar.trendsWanted.connect(lambda: self._window.show_page("trends"))
        calendar.dayChosen.connect(self._desk.ask_day)
        self._desk.monthReady.connect(calendar.show_month)
        self._desk.yearReady.connect(calendar.show_year)
        self._desk.dayReady.connect(self._show_day)

    def _turned(self, code: str) -> None:
        """What may have changed meanwhile is read anew when the page is seen."""
        if code == CODE:
            self._desk.forget()
            page = self._pages.history
            page.calendar.open_at(self._desk.today, self._desk.first)
            if page.told is not None:
                self._desk.ask_day(page.told)
            self._later.start()
        else:
            self._later.stop()
            self._desk.rest()

    def _show_day(self, story: DayStory) -> None:
        self._join_story()
        self._pages.history.show_day(story)

    def _join_story(self) -> None:
        """Join the page of a day, once it is made."""
        page = self._pages.history
        if self._joined is page.story:
            return
        story = self._joined = page.story
        story.dayWanted.connect(self._desk.ask_day)
        story.leaveWanted.connect(self._close_day)
        story.whyWanted.connect(self._ask_why)
        story.told.connect(self._tell)
        story.notes.written.connect(self._desk.note)
        story.withdrawalWanted.connect(self._desk.withdraw)

    def _close_day(self) -> None:
        self._desk.close_day()
        self._pages.history.show_calendar()

    def _leave(self) -> None:
        self._window.show_page("today")
