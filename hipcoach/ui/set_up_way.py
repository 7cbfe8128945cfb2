"""The way to the questions about the person: after the first ones, from Today and the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject

from hipcoach.app.set_up import SetUp, set_up_of
from hipcoach.core.plan import TARGETS
from hipcoach.core.safety import Advice

if TYPE_CHECKING:
    from hipcoach.app.plan_snapshots import PlanSnapshot
    from hipcoach.core.plan_log import AboutYou
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages
    from hipcoach.ui.set_up_card import SetUpCard

CODE: Final = "set-up"
"""The name of the page."""


class SetsUp(Protocol):
    """What knows the person, and keeps what they say about themselves."""

    planChanged: Any
    """A signal with a `PlanSnapshot`, or with `None` where there is no plan."""

    @property
    def about(self) -> AboutYou | None:
        """What was said last."""
        ...

    @property
    def level(self) -> int:
        """Of the plan, 1 to 3."""
        ...

    def set_up(self, said: SetUp) -> None:
        """Keep what was said."""
        ...


class SetUpWay(QObject):
    """Joins the page and the line on Today to what knows the person."""

    def __init__(
        self, window: MainWindow, pages: Pages, desk: SetsUp, start: Callable[[str], None]
    ) -> None:
        """`start` begins a session of a routine."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._desk = desk
        self._start = start
        self._plan: PlanSnapshot | None = None
        self._card: SetUpCard | None = None
        pages.built.connect(self._join)
        window.placeChanged.connect(self._turned)
        window.aboutToClose.connect(self._keep)
        desk.planChanged.connect(self._learn)

    def _join(self, code: str) -> None:
        """Join a page that has just been built."""
        pages = self._pages
        match code:
            case "set-up":
                pages.set_up.finished.connect(self._desk.set_up)
                pages.set_up.startRequested.connect(self._start)
                pages.set_up.leaveRequested.connect(lambda: self._window.show_page("today"))
            case "today":
                from hipcoach.ui.set_up_card import SetUpCard  # noqa: PLC0415 - the page first

                self._card = SetUpCard()
                self._card.openRequested.connect(self._open)
                pages.today.add_card(self._card)
                self._show_card()
            case "settings":
                pages.settings.aboutRequested.connect(self._open)
            case "first-start":
                pages.first_start.answered.connect(self._follow)

    def _open(self) -> None:
        self._window.show_page(CODE)

    def _turned(self, code: str) -> None:
        if code == CODE:
            least, _most = TARGETS[self._desk.level]
            routine = self._plan.routine if self._plan else ""
            self._pages.set_up.begin(set_up_of(self._desk.about), least, routine)
        else:
            self._keep()

    def _keep(self) -> None:
        """Whatever leads away from the page: what was said there is not lost."""
        if self._pages.has(CODE):
            self._pages.set_up.tell()

    def _follow(self, found: Advice) -> None:
        """Go on from the first questions, where no session waits and nothing speaks against it."""
        waits = self._window.running or self._window.shown in {"session", "stop"}
        if found.may_start and self._desk.about is None and not waits:
            self._open()

    def _learn(self, plan: PlanSnapshot | None) -> None:
        self._plan = plan
        self._show_card()

    def _show_card(self) -> None:
        if self._card is None or not self._pages.has("today"):
            return
        from hipcoach.app.phrases.set_up import card_words  # noqa: PLC0415 - the page comes first

        plan, about = self._plan, self._desk.about
        least, _most = TARGETS[self._desk.level]
        told = plan is not None and plan.stop is None
        self._card.show_words(
            card_words(set_up_of(about), least, known=about is not None) if told else ""
        )
