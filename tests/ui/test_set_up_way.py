"""The questions about the person within the window: after the first ones, and again later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.app.phrases.set_up import aim_words
from hipcoach.app.set_up import SetUp, row_of
from hipcoach.core.aims import Aim
from hipcoach.core.safety import RedFlag, advice
from hipcoach.ui.set_up_card import SetUpCard
from hipcoach.ui.set_up_way import SetUpWay
from hipcoach.ui.tick import Tick
from tests.ui.page_stand import button, click, settle
from tests.ui.way_stand import WELL, WayStand, stopped

NONE = advice([])
AT = datetime(2026, 3, 4, tzinfo=UTC)
SAID = SetUp(goals=("sitting",), weekdays=(1, 4), time="18:00")


class Stand(WayStand):
    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.started: list[str] = []
        self.way = SetUpWay(self.window, self.pages, self.desk, self.started.append)

    def knows(self, said: SetUp) -> None:
        self.desk.about = row_of(said, UUID(int=1), AT)
        self.desk.planChanged.emit(WELL)

    @property
    def card(self) -> SetUpCard:
        (found,) = self.pages.today.findChildren(SetUpCard)
        return found


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand(qtbot)
    made.open()
    yield made
    made.leave()


def test_the_first_questions_lead_on_to_it(stand: Stand) -> None:
    stand.window.show_page("first-start")
    stand.pages.first_start.answered.emit(NONE)
    assert "set-up" == stand.window.shown


def test_a_sign_does_not_lead_on_to_it(stand: Stand) -> None:
    stand.window.show_page("first-start")
    stand.pages.first_start.answered.emit(advice([RedFlag.FEVER]))
    assert "first-start" == stand.window.shown


def test_who_has_told_is_not_asked_again(stand: Stand) -> None:
    stand.knows(SAID)
    stand.window.show_page("first-start")
    stand.pages.first_start.answered.emit(NONE)
    assert "first-start" == stand.window.shown


def test_a_session_that_has_begun_is_not_held_up(stand: Stand) -> None:
    stand.window.show_page("first-start")
    stand.window.set_running(running=True)
    stand.pages.first_start.answered.emit(NONE)
    assert "first-start" == stand.window.shown


def test_what_was_said_is_handed_on_and_shown_the_next_time(stand: Stand) -> None:
    stand.window.show_page("set-up")
    stand.pages.set_up.finished.emit(SAID)
    assert [SAID] == stand.desk.set_ups
    stand.pages.set_up.leaveRequested.emit()
    assert "today" == stand.window.shown
    stand.knows(SAID)
    stand.window.show_page("set-up")
    for _step in range(5):
        click(button(stand.pages.set_up, "Continue"))
    assert 1 == len(stand.desk.set_ups[1:])
    assert SAID.weekdays == stand.desk.set_ups[1].weekdays


@pytest.mark.parametrize("away", ["library", "closed"])
def test_whatever_leads_away_what_was_said_is_kept(stand: Stand, away: str) -> None:
    stand.window.show_page("set-up")
    stand.pages.set_up.begin(SAID)
    words = aim_words(Aim.SITTING)
    (tick,) = [one for one in stand.pages.set_up.findChildren(Tick) if one.text() == words]
    tick.toggle()
    click(button(stand.pages.set_up, "Continue"))
    if away == "closed":
        stand.window.close()
    else:
        stand.window.show_page(away)
    assert [replace(SAID, goals=())] == stand.desk.set_ups


def test_at_the_end_the_suggested_routine_can_be_started(stand: Stand) -> None:
    stand.knows(SAID)
    stand.window.show_page("set-up")
    for _step in range(5):
        click(button(stand.pages.set_up, "Skip this question"))
    settle()
    click(button(stand.pages.set_up, "Start now"))
    assert [WELL.routine] == stand.started


def test_it_can_be_opened_from_today_and_the_settings(stand: Stand) -> None:
    stand.desk.planChanged.emit(WELL)
    click(button(stand.card, "About you"))
    assert "set-up" == stand.window.shown
    stand.window.show_page("settings")
    click(button(stand.pages.settings, "About you"))
    assert "set-up" == stand.window.shown


def test_today_tells_the_days_that_were_proposed(stand: Stand) -> None:
    assert stand.card.isHidden()
    stand.desk.planChanged.emit(WELL)
    assert not stand.card.isHidden()
    stand.knows(SAID)
    assert "Tuesday and Friday at 18:00" in stand.card._words.text()
    stand.knows(SetUp(goals=("sport",)))
    assert stand.card.isHidden()


def test_nothing_is_asked_while_all_is_stopped(stand: Stand) -> None:
    stand.desk.planChanged.emit(stopped(advice([RedFlag.FEVER])))
    assert stand.card.isHidden()


def test_a_today_page_that_is_built_later_has_the_line_too(qtbot: QtBot) -> None:
    stand = Stand(qtbot)
    stand.desk.planChanged.emit(WELL)
    stand.open()
    assert not stand.card.isHidden()
    stand.leave()
