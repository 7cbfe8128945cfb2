"""The window with its pages, for a way in front of a desk that keeps nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from hipcoach.app.plan_snapshots import Cleared, PlanSnapshot, Told
from hipcoach.app.set_up import SetUp
from hipcoach.core.plan import Action
from hipcoach.core.plan_log import AboutYou
from hipcoach.core.safety import Advice
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.pages import Pages
from hipcoach.ui.theme import Theme
from tests.ui.page_stand import application, let_go

TODAY = date(2026, 3, 4)
WELL = PlanSnapshot(
    action=Action.HOLD,
    headline="A session is on plan today",
    reason="All is well.",
    week=(),
    week_words="1 of 2 sessions this week",
    routine="gentle-start",
)


class FakeDesk(QObject):
    """Keeps what it is handed, and says of the plan what a test wants."""

    planChanged = Signal(object)  # noqa: N815 - Qt's way

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Told] = []
        self.cleared: list[Cleared] = []
        self.set_ups: list[SetUp] = []
        self.about: AboutYou | None = None
        self.level = 1

    def tell(self, told: Told) -> None:
        self.told.append(told)

    def clear(self, cleared: Cleared) -> None:
        self.cleared.append(cleared)

    def set_up(self, said: SetUp) -> None:
        self.set_ups.append(said)


class WayStand:
    """Real window and pages; the plan is what the desk is made to say."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.theme = Theme(application())
        self.window = MainWindow()
        self.pages = Pages(self.window, OwnContent(), self.theme, Settings(), lambda _one: False)
        self.desk = FakeDesk()

    def open(self, page: str = "today") -> None:
        """Open the window on a page."""
        self.window.show_page(page)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def leave(self) -> None:
        """Let go of it all."""
        self.window.set_running(running=False)
        self.window.close()
        let_go(self.window, self.theme, self.pages, self.desk)


def stopped(found: Advice, reason: str = "") -> PlanSnapshot:
    """A plan that has stopped."""
    return PlanSnapshot(
        action=Action.STOP_REFER,
        headline="Practice is paused",
        reason=reason,
        week=(),
        week_words="",
        routine="",
        stop=found,
    )
