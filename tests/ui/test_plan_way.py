"""The way from the plan on Today to its reasons, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hipcoach.app.today_view import today_of
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.pages import Pages
from hipcoach.ui.plan_way import PlanWay
from hipcoach.ui.theme import Theme
from tests.fakes import FakeClock
from tests.ui.page_stand import button, click, press, settle
from tests.ui.plan_stand import DUE, MONDAY, OFFER, WHY


class Desk(QObject):
    """Whoever keeps the plan: writes down what it is asked."""

    planChanged = Signal(object)  # noqa: N815 - a signal of Qt
    whyReady = Signal(object)  # noqa: N815 - the same

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[date | None] = []
        self.answers: list[str] = []

    def ask_why(self, day: date | None) -> None:
        self.asked.append(day)

    def accept(self) -> None:
        self.answers.append("accept")

    def decline(self) -> None:
        self.answers.append("decline")


class Stand:
    """A window with the two pages, and a desk behind them."""

    def __init__(self, qtbot: QtBot) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.theme = Theme(application)
        self.content = OwnContent()
        self.window = MainWindow()
        self.pages = Pages(
            self.window, self.content, self.theme, Settings(), lambda _settings: False
        )
        self.desk = Desk()
        self.way = PlanWay(self.window, self.pages, self.desk)
        qtbot.addWidget(self.window)

    def open(self) -> None:
        """Show Today with its routines, and no plan yet."""
        self.window.show_page("today")
        self.window.show()
        now = FakeClock().now()
        self.pages.today.show_snapshot(today_of(self.content.everything(), None, None, now))

    def reads(self, words: str) -> bool:
        """Whether these words can be read."""
        settle()
        return any(
            words == one.text() and one.isVisible() for one in self.window.findChildren(QLabel)
        )

    def close(self) -> None:
        """Leave nothing behind."""
        self.theme.deleteLater()
        for one in (self.pages, self.desk):
            one.deleteLater()


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand(qtbot)
    made.open()
    yield made
    made.close()


def test_the_plan_comes_to_today(stand: Stand) -> None:
    stand.desk.planChanged.emit(DUE)
    assert stand.reads("Due today.")
    stand.desk.planChanged.emit(None)
    assert not stand.reads("Due today.")


def test_a_page_that_is_built_later_shows_the_plan_as_well(qtbot: QtBot) -> None:
    stand = Stand(qtbot)
    stand.desk.planChanged.emit(DUE)
    stand.open()
    assert stand.reads("Due today.")
    stand.close()


def test_room_is_kept_until_it_is_known_whether_there_is_a_plan(stand: Stand) -> None:
    settle()
    start = button(stand.pages.today, "Start Gentle start")
    before = start.mapTo(stand.window, start.rect().topLeft()).y()
    stand.desk.planChanged.emit(None)
    settle()
    assert before > start.mapTo(stand.window, start.rect().topLeft()).y()


def test_from_today_to_the_reasons_and_back(stand: Stand) -> None:
    stand.desk.planChanged.emit(DUE)
    settle()
    click(button(stand.pages.today, "Why is the plan like this?"))
    assert [None] == stand.desk.asked
    assert "today" == stand.window.shown
    stand.desk.whyReady.emit(WHY)
    assert "why" == stand.window.shown
    assert stand.reads(WHY.title)
    press(stand.pages.why, Qt.Key.Key_Escape)
    assert "today" == stand.window.shown


def test_one_goes_through_the_days_and_the_keyboard_stays_where_it_is(stand: Stand) -> None:
    stand.pages.today.whyRequested.emit(MONDAY)
    stand.desk.whyReady.emit(WHY)
    settle()
    earlier = button(stand.pages.why, "The day before")
    earlier.setFocus()
    click(earlier)
    stand.desk.whyReady.emit(replace(WHY, title="Monday"))
    assert [MONDAY, WHY.earlier] == stand.desk.asked
    assert stand.reads("Monday")
    assert earlier is stand.window.focusWidget()


def test_who_asks_elsewhere_is_led_back_there(stand: Stand) -> None:
    stand.window.show_page("history")
    stand.way.ask(MONDAY)
    stand.desk.whyReady.emit(WHY)
    settle()

    click(button(stand.pages.why, "To the day"))
    assert "history" == stand.window.shown

    stand.window.show_page("today")
    stand.way.ask(MONDAY)
    stand.desk.whyReady.emit(WHY)
    settle()
    click(button(stand.pages.why, "To Today"))
    assert "today" == stand.window.shown


def test_who_has_turned_away_is_not_brought_back(stand: Stand) -> None:
    stand.pages.today.whyRequested.emit(None)
    stand.window.show_page("settings")
    stand.desk.whyReady.emit(WHY)
    assert "settings" == stand.window.shown


def test_reasons_that_nobody_asked_for_turn_no_page(stand: Stand) -> None:
    stand.desk.whyReady.emit(WHY)
    assert "today" == stand.window.shown


def test_the_answer_to_the_offer_is_told(stand: Stand) -> None:
    stand.desk.planChanged.emit(OFFER)
    settle()
    click(button(stand.pages.today, "Try it"))
    click(button(stand.pages.today, "Stay at 3–4 a week"))
    assert ["accept", "decline"] == stand.desk.answers


def test_who_lifts_their_own_limit_is_back_on_today(stand: Stand) -> None:
    stand.pages.today.whyRequested.emit(None)
    stand.desk.whyReady.emit(replace(WHY, may_lift=True))
    settle()
    click(button(stand.pages.why, "Allow up to daily"))
    assert (["accept"], "today") == (stand.desk.answers, stand.window.shown)
