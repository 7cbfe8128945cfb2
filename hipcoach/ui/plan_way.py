"""The way from Today to the reasons of the plan, and back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from hipcoach.app.plan_snapshots import PlanSnapshot, WhySnapshot
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

CODE = "why"
"""The name of the page."""


class PlanSource(Protocol):
    """What keeps the plan."""

    planChanged: Any
    """A signal with a `PlanSnapshot`, or with `None` where there is no plan."""
    whyReady: Any
    """A signal with a `WhySnapshot`."""

    def ask_why(self, day: date | None) -> None:
        """Tell the reasons of that day; `None`: of today."""
        ...

    def accept(self) -> None:
        """Take the next level."""
        ...

    def decline(self) -> None:
        """Stay at the level of now."""
        ...


class PlanWay(QObject):
    """Joins the plan on Today, and the page of its reasons, to what keeps the plan."""

    def __init__(self, window: MainWindow, pages: Pages, desk: PlanSource) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._desk = desk
        self._plan: PlanSnapshot | None = None
        self._expected = True
        """Whether a plan is on its way."""
        self._asking = False
        """Whether reasons were asked for, and nobody has turned away since."""
        self._back_to = "today"
        """The page on which they were asked for."""
        pages.built.connect(self._join)
        window.placeChanged.connect(self._turned)
        desk.planChanged.connect(self._show_plan)
        desk.whyReady.connect(self._show_why)

    def _join(self, code: str) -> None:
        """Join a page that has just been built."""
        if code == "today":
            page = self._pages.today
            page.whyRequested.connect(self.ask)
            page.acceptRequested.connect(self._desk.accept)
            page.declineRequested.connect(self._desk.decline)
            if self._expected:
                page.expect_plan()
            else:
                page.show_plan(self._plan)
        elif code == CODE:
            self._pages.why.dayRequested.connect(self.ask)
            self._pages.why.liftRequested.connect(self._lift)
            self._pages.why.leaveRequested.connect(self._leave)

    def _turned(self, code: str) -> None:
        if code != CODE:
            self._asking = False

    def _lift(self) -> None:
        """What follows from it is on Today."""
        self._desk.accept()
        self._window.show_page("today")

    def _leave(self) -> None:
        self._window.show_page(self._back_to)

    def _show_plan(self, plan: PlanSnapshot | None) -> None:
        self._plan, self._expected = plan, False
        if self._pages.has("today"):
            self._pages.today.show_plan(plan)

    def ask(self, day: date | None) -> None:
        """Show the reasons of that day, `None`: of today; the way back leads to where one was."""
        self._asking = True
        if self._window.shown != CODE:
            self._back_to = self._window.shown
        self._desk.ask_why(day)

    def _show_why(self, why: WhySnapshot) -> None:
        if not self._asking:
            return
        if self._window.shown != CODE:
            self._window.show_page(CODE)
        self._pages.why.lead_back(to_history=self._back_to == "history")
        self._pages.why.show_snapshot(why)
