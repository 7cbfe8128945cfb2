"""The way to the history, through it, to the reasons of a day, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from hipcoach.app.history_snapshots import MonthSnapshot
from hipcoach.ui.history_way import HistoryWay
from tests.ui.history_stand import FULL, SESSION, STORY, TODAY, month
from tests.ui.page_stand import button, click, press, settle
from tests.ui.way_stand import WayStand


class Desk(QObject):
    """Keeps nothing; what it is asked is written down."""

    monthReady = Signal(object)  # noqa: N815 - Qt's way
    yearReady = Signal(object)  # noqa: N815 - the same
    dayReady = Signal(object)  # noqa: N815 - the same
    today = TODAY
    first = None

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Any] = []

    def ask_month(self, year: int, number: int) -> None:
        self.asked.append((year, number))

    def ask_year(self, year: int) -> None:
        self.asked.append(year)

    def ask_day(self, day: date) -> None:
        self.asked.append(day)

    def note(self, day: date, words: str) -> None:
        self.asked.append((day, words))

    def withdraw(self, session: UUID, withdrawn: bool) -> None:
        self.asked.append((session, withdrawn))

    def close_day(self) -> None:
        self.asked.append("closed")

    def forget(self) -> None:
        self.asked.append("anew")

    def rest(self) -> None:
        self.asked.append("at rest")


class Stand(WayStand):
    """A window with the History page."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.history = Desk()
        self.whys: list[date] = []
        way: Any = HistoryWay
        way(self.window, self.pages, self.history, self.whys.append, self.desk.tell)

    def asked(self) -> list[Any]:
        """What was asked since the last time."""
        asked, self.history.asked = self.history.asked, []
        return asked

    def show_month(self, shown: MonthSnapshot) -> None:
        """Let the journal answer."""
        self.history.monthReady.emit(shown)
        settle()


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand(qtbot)
    made.open("history")
    made.show_month(month())
    yield made
    made.leave()
    made.history.deleteLater()


def test_each_time_it_is_seen_it_is_read_anew(stand: Stand) -> None:
    assert ["anew", (2026, 3)] == stand.asked()[-2:]

    stand.window.show_page("today")
    assert ["at rest"] == stand.asked()

    stand.window.show_page("history")
    assert ["anew", (2026, 3)] == stand.asked()


def test_a_day_is_opened_and_left_with_the_keys_on_it(stand: Stand) -> None:
    page = stand.pages.history
    page.calendar.go_to(FULL)
    stand.asked()

    press(page.calendar.grid, Qt.Key.Key_Return)
    assert [FULL] == stand.asked()
    stand.history.dayReady.emit(STORY)
    assert FULL == page.told

    press(page, Qt.Key.Key_Escape)
    selected = page.calendar.grid.selected
    assert page.told is None
    assert ["closed"] == stand.asked()
    assert selected is not None
    assert FULL == selected.day
    assert page.calendar.grid.hasFocus()


def test_who_walks_on_in_the_stories_comes_back_to_the_last_of_them(stand: Stand) -> None:
    page = stand.pages.history
    stand.history.dayReady.emit(STORY)
    press(page, Qt.Key.Key_PageUp)
    assert FULL - timedelta(days=1) == stand.asked()[-1]

    press(page, Qt.Key.Key_Escape)

    selected = page.calendar.grid.selected
    assert selected is not None
    assert FULL == selected.day


def test_a_story_that_was_left_for_another_page_is_told_anew(stand: Stand) -> None:
    stand.history.dayReady.emit(STORY)
    stand.window.show_page("today")
    stand.asked()

    stand.window.show_page("history")

    assert FULL == stand.asked()[-1]
    assert FULL == stand.pages.history.told


def test_corrections_go_to_the_desk(stand: Stand) -> None:
    stand.history.dayReady.emit(STORY)
    story = stand.pages.history.story
    settle()
    stand.asked()

    button(story, "This was not me").click()
    story.notes.written.emit(FULL, "A long drive.")

    assert [(SESSION, True), (FULL, "A long drive.")] == stand.asked()


def test_the_reasons_of_a_day_are_asked_for(stand: Stand) -> None:
    stand.history.dayReady.emit(STORY)

    click(button(stand.pages.history.story, "Why?"))

    assert [FULL] == stand.whys


def test_escape_leads_from_the_calendar_to_today(stand: Stand) -> None:
    press(stand.pages.history.calendar.grid, Qt.Key.Key_Escape)

    assert "today" == stand.window.shown


def test_the_same_days_can_be_seen_as_charts(stand: Stand) -> None:
    button(stand.pages.history, "Trends").click()
    assert "trends" == stand.window.shown
