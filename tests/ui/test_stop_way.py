"""From any page where a sign is ticked to the referral, and out of it by a clearance alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.app.plan_snapshots import Cleared
from hipcoach.core.safety import Advice, RedFlag, advice
from hipcoach.ui.stop_way import StopWay
from tests.ui.page_stand import button
from tests.ui.way_stand import TODAY, WELL, WayStand, stopped

FEVER = advice([RedFlag.FEVER])
NOT_URGENT = Advice(None, ())
CLEARED = Cleared(TODAY, "Dr Weber", "Go on.")
MISTAKE = "I ticked that by mistake…"


class Stand(WayStand):
    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.way = StopWay(self.window, self.pages, self.desk, lambda: TODAY)

    @property
    def offers_mistake(self) -> bool:
        try:
            return button(self.pages.stop, MISTAKE).isVisible()
        except AssertionError:
            return False


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand(qtbot)
    made.open()
    yield made
    made.leave()


def test_a_plan_that_was_stopped_before_turns_no_page(stand: Stand) -> None:
    stand.desk.planChanged.emit(stopped(FEVER))
    assert "today" == stand.window.shown


def test_a_plan_that_stops_now_shows_the_referral(stand: Stand) -> None:
    stand.desk.planChanged.emit(WELL)
    stand.desk.planChanged.emit(stopped(FEVER))
    assert "stop" == stand.window.shown
    assert stand.offers_mistake


def test_a_stop_without_a_sign_is_no_mistake(stand: Stand) -> None:
    stand.desk.planChanged.emit(WELL)
    stand.desk.planChanged.emit(stopped(NOT_URGENT))
    assert "stop" == stand.window.shown
    assert not stand.offers_mistake


@pytest.mark.parametrize("code", ["first-start", "self-check"])
def test_a_tick_refers_before_the_journal_has_answered(stand: Stand, code: str) -> None:
    stand.window.show_page(code)
    page = stand.pages.first_start if code == "first-start" else stand.pages.self_check
    signal = page.answered if code == "first-start" else page.flagsAnswered  # type: ignore[union-attr] # as above
    signal.emit(advice([]))
    assert code == stand.window.shown
    signal.emit(FEVER)
    assert "stop" == stand.window.shown
    assert stand.offers_mistake
    stand.desk.planChanged.emit(WELL)
    assert "stop" == stand.window.shown
    stand.desk.planChanged.emit(stopped(FEVER))
    assert stand.offers_mistake


def test_a_further_sign_is_no_mistake_that_would_lift_the_others(stand: Stand) -> None:
    stand.desk.planChanged.emit(stopped(FEVER))
    stand.way.refer(advice([RedFlag.CALF, RedFlag.FEVER]))
    assert "stop" == stand.window.shown
    assert not stand.offers_mistake


def test_who_has_left_the_page_can_not_call_it_a_mistake_any_more(stand: Stand) -> None:
    stand.way.refer(FEVER)
    stand.window.show_page("library")
    stand.window.show_page("stop")
    assert not stand.offers_mistake


def test_a_clearance_is_handed_on_and_leads_back_to_today(stand: Stand) -> None:
    stand.desk.planChanged.emit(WELL)
    stand.way.refer(FEVER)
    stand.pages.stop.cleared.emit(CLEARED)
    assert [CLEARED] == stand.desk.cleared
    assert "today" == stand.window.shown
    stand.desk.planChanged.emit(stopped(FEVER))
    assert "today" == stand.window.shown
    stand.desk.planChanged.emit(WELL)
    stand.desk.planChanged.emit(stopped(NOT_URGENT))
    assert "stop" == stand.window.shown


def test_a_clearance_from_elsewhere_ends_the_page_too(stand: Stand) -> None:
    stand.desk.planChanged.emit(stopped(FEVER))
    stand.way.open_clearance()
    assert "stop" == stand.window.shown
    stand.desk.planChanged.emit(WELL)
    assert "today" == stand.window.shown


def test_a_clearance_can_be_opened_from_today(stand: Stand) -> None:
    stand.way.open_clearance()
    assert "today" == stand.window.shown
    stand.desk.planChanged.emit(stopped(FEVER))
    stand.pages.today.clearanceRequested.emit()
    assert "stop" == stand.window.shown
    assert button(stand.pages.stop, "Record it").isVisible()


def test_the_look_at_the_hips_waits_while_all_is_stopped(stand: Stand) -> None:
    stand.desk.planChanged.emit(stopped(FEVER))
    stand.window.show_page("self-check")
    assert "stop" == stand.window.shown
    stand.window.show_page("first-start")
    assert "first-start" == stand.window.shown


def test_the_questions_after_a_session_come_to_their_end_first(stand: Stand) -> None:
    stand.desk.planChanged.emit(WELL)
    stand.window.show_page("check-in")
    stand.desk.planChanged.emit(stopped(NOT_URGENT))
    assert "check-in" == stand.window.shown
    stand.window.show_page("today")
    assert "stop" == stand.window.shown
    stand.window.show_page("today")
    assert "today" == stand.window.shown
