"""The way to the look at one's own hips, through it, and on to the routine that fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipcoach.app.coach import Coach
from hipcoach.core.safety import Advice

if TYPE_CHECKING:
    from hipcoach.app.snapshots import SelfCheckResult
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

CODE = "self-check"
"""The name of the page."""


class SelfCheckWay(QObject):
    """Joins the page, and the card on Today, to what they ask for."""

    def __init__(
        self, window: MainWindow, pages: Pages, coach: Coach, start: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._coach = coach
        self._start = start
        self._card = ""
        pages.built.connect(self._join)
        window.placeChanged.connect(self._turned)
        coach.self_check.cardChanged.connect(self._show_card)
        coach.self_check.resultReady.connect(self._show_result)

    def _join(self, code: str) -> None:
        """Join a page that has just been built."""
        if code == "today":
            card = self._pages.today.self_check
            card.openRequested.connect(lambda: self._window.show_page(CODE))
            card.show_words(self._card)
        elif code == CODE:
            page = self._pages.self_check
            page.flagsAnswered.connect(self._keep_flags)
            page.finished.connect(self._coach.self_check.finish)
            page.startRequested.connect(self._start)
            page.leaveRequested.connect(lambda: self._window.show_page("today"))

    def _turned(self, code: str) -> None:
        if code == CODE:
            self._pages.self_check.begin(self._coach.flags)

    def _keep_flags(self, advice: Advice) -> None:
        self._coach.answer_safety(advice.flags)

    def _show_card(self, words: str) -> None:
        self._card = words
        if self._pages.has("today"):
            self._pages.today.self_check.show_words(words)

    def _show_result(self, result: SelfCheckResult) -> None:
        self._pages.self_check.show_result(result)
