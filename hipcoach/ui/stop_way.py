"""The way to the page that refers, from wherever a sign was ticked, and out of it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject

from hipcoach.app.plan_snapshots import Cleared, PlanSnapshot
from hipcoach.core.safety import Advice

if TYPE_CHECKING:
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

CODE: Final = "stop"
"""The name of the page."""
CLOSED: Final = frozenset({"self-check", "set-up"})
"""Pages that lead on to practice: while it is stopped, the referral is shown in their place."""
BUSY: Final = frozenset({"session", "check-in"})
"""Pages that come to their end first."""


class Clears(Protocol):
    """What knows whether practice is stopped, and keeps what ends that."""

    planChanged: Any
    """A signal with a `PlanSnapshot`, or with `None` where there is no plan."""

    def clear(self, cleared: Cleared) -> None:
        """Keep a clearance."""
        ...


class StopWay(QObject):
    """Shows the referral at once where a sign is ticked, and whenever the plan comes to a stop.

    A stop that was there when the window opened is told on Today, and turns no page.
    """

    def __init__(
        self, window: MainWindow, pages: Pages, desk: Clears, today: Callable[[], date]
    ) -> None:
        """`today` gives the practice day."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._desk = desk
        self._today = today
        self._plan: PlanSnapshot | None = None
        self._ticked: Advice | None = None
        """What was ticked just now, until the plan knows of it."""
        self._fresh = False
        """Whether all that stops practice was ticked just now."""
        self._waits = False
        """Whether the referral is to be shown when a page has come to its end."""
        self._clearing = False
        """Whether a clearance was recorded of which the plan doesn't know yet."""
        pages.built.connect(self._join)
        window.placeChanged.connect(self._turned)
        desk.planChanged.connect(self._learn)

    @property
    def stop(self) -> Advice | None:
        """Why practice is stopped; `None`: it isn't."""
        return self._ticked or (self._plan.stop if self._plan else None)

    def refer(self, found: Advice) -> None:
        """Signs were ticked: say what to do now, before the journal has answered."""
        if found.may_start:
            return
        self._fresh = self.stop is None
        self._ticked, self._clearing = found, False
        self._turn()

    def open_clearance(self) -> None:
        """Show the page with the record of a clearance open."""
        if self.stop is not None:
            self._window.show_page(CODE)
            self._pages.stop.open_clearance()

    def _join(self, code: str) -> None:
        """Join a page that has just been built."""
        pages = self._pages
        match code:
            case "stop":
                pages.stop.cleared.connect(self._clear)
                pages.stop.leaveRequested.connect(lambda: self._window.show_page("today"))
            case "first-start":
                pages.first_start.answered.connect(self.refer)
                pages.first_start.clearanceRequested.connect(self.open_clearance)
            case "self-check":
                pages.self_check.flagsAnswered.connect(self.refer)
            case "today":
                pages.today.clearanceRequested.connect(self.open_clearance)

    def _turned(self, code: str) -> None:
        if code == CODE:
            self._show()
            self._pages.stop.begin(fresh=self._fresh)
            return
        self._fresh = False
        if self.stop is not None and (code in CLOSED or self._waits):
            self._turn()

    def _learn(self, plan: PlanSnapshot | None) -> None:
        before, first = self.stop, self._plan is None
        self._plan = plan
        if plan is not None and plan.stop is not None:
            self._ticked = None
        if self.stop is None:
            self._waits = self._clearing = False
            if self._window.shown == CODE:
                self._window.show_page("today")
        elif before is None and not first and not self._clearing:
            self._fresh = bool(self.stop.flags)
            self._turn()
        elif self._window.shown == CODE:
            self._show()

    def _turn(self) -> None:
        """Turn to the page, or wait for the end of one that can't be left."""
        self._waits = self._window.running or self._window.shown in BUSY
        if not self._waits:
            self._window.show_page(CODE)

    def _show(self) -> None:
        stop, plan = self.stop, self._plan
        if stop is None:
            return
        stopped = plan if plan and plan.stop else None
        self._pages.stop.show_stop(
            stop,
            self._today(),
            why=stopped.reason if stopped else "",
            since=stopped.stopped_since if stopped else None,
        )

    def _clear(self, cleared: Cleared) -> None:
        self._ticked, self._clearing = None, True
        self._desk.clear(cleared)
        self._window.show_page("today")
