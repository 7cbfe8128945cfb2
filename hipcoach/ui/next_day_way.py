"""The way of the question how it felt: onto the Today page, and to what keeps the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

from hipcoach.app.plan_snapshots import Asked, PlanSnapshot, Told

if TYPE_CHECKING:
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.next_day_card import NextDayCard
    from hipcoach.ui.pages import Pages


class Asks(Protocol):
    """What knows the open questions and keeps the answers."""

    planChanged: Any
    """A signal with a `PlanSnapshot`, or with `None` where there is no plan."""

    def tell(self, told: Told) -> None:
        """Keep an answer."""
        ...


class NextDayWay(QObject):
    """Joins the card on Today to what knows the open questions."""

    def __init__(self, window: MainWindow, pages: Pages, desk: Asks) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._desk = desk
        self._asked: tuple[Asked, ...] = ()
        self._card: NextDayCard | None = None
        pages.built.connect(self._join)
        desk.planChanged.connect(self._show_plan)

    def ask(self) -> None:
        """Turn to the question, with the keys on it: somebody has opened its notification."""
        self._window.show_page("today")
        if self._card is not None and self._card.isVisible():
            self._card.setFocus()

    def _join(self, code: str) -> None:
        """Put the card on a Today page that has just been built."""
        if code == "today":
            from hipcoach.ui.next_day_card import NextDayCard  # noqa: PLC0415 - the page comes first

            self._card = NextDayCard()
            self._card.told.connect(self._desk.tell)
            self._pages.today.add_card(self._card)
            # Only now: what is shown before it has its place is a window of its own.
            self._card.show_asked(self._asked)

    def _show_plan(self, plan: PlanSnapshot | None) -> None:
        # Where all is stopped there is nothing to weigh; the referral comes first.
        self._asked = () if plan is None or plan.stop else plan.asked
        if self._card is not None and self._pages.has("today"):
            self._card.show_asked(self._asked)
