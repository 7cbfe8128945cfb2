"""The way to the history, and through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from hipcoach.app.history_desk import HistoryDesk
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

CODE = "history"
"""The name of the page."""


class HistoryWay(QObject):
    """Joins the page to what reads the journal."""

    def __init__(self, window: MainWindow, pages: Pages, desk: HistoryDesk) -> None:
        super().__init__(window)
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
        self._desk.monthReady.connect(calendar.show_month)
        self._desk.yearReady.connect(calendar.show_year)

    def _turned(self, code: str) -> None:
        """What may have changed meanwhile is read anew when the page is seen."""
        if code == CODE:
            self._desk.forget()
            self._pages.history.calendar.open_at(self._desk.today, self._desk.first)
        else:
            self._desk.rest()

    def _leave(self) -> None:
        self._window.show_page("today")
