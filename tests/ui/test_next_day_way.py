"""The question how it felt within the window: on Today, and from its notification."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipcoach.app.phrases.next_day import asked_words
from hipcoach.app.plan_snapshots import Asked, Told
from hipcoach.core.plan_log import Reply, Soreness
from hipcoach.core.safety import RedFlag, advice
from hipcoach.ui.next_day_card import NextDayCard
from hipcoach.ui.next_day_way import NextDayWay
from tests.ui.page_stand import press, settle
from tests.ui.way_stand import TODAY, WELL, WayStand, stopped

DAY = TODAY - timedelta(days=1)
ASKS = replace(WELL, asked=(Asked(DAY, 1, asked_words(DAY, 1, TODAY)),))


class Stand(WayStand):
    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.way = NextDayWay(self.window, self.pages, self.desk)

    @property
    def card(self) -> NextDayCard:
        (found,) = self.pages.today.findChildren(NextDayCard)
        return found


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand(qtbot)
    made.open()
    yield made
    made.leave()


def test_from_the_notification_to_the_answer_in_three_keys(stand: Stand) -> None:
    stand.desk.planChanged.emit(ASKS)
    stand.window.show_page("library")
    stand.way.ask()
    settle()
    for key in (Qt.Key.Key_2, Qt.Key.Key_M, Qt.Key.Key_Y):
        press(QApplication.focusWidget(), key)
    assert [Told(DAY, 1, Reply.ANSWERED, 2, Soreness.MILD, sketchy=False)] == stand.desk.told


def test_without_a_question_the_notification_leads_to_today(stand: Stand) -> None:
    stand.window.show_page("library")
    stand.way.ask()
    assert "today" == stand.window.shown
    assert stand.card.isHidden()


def test_nothing_is_asked_while_all_is_stopped_or_unknown(stand: Stand) -> None:
    for plan in (replace(stopped(advice([RedFlag.FEVER])), asked=ASKS.asked), None):
        stand.desk.planChanged.emit(ASKS)
        assert not stand.card.isHidden()
        stand.desk.planChanged.emit(plan)
        assert stand.card.isHidden()


def test_a_page_that_is_built_later_asks_as_well(qtbot: QtBot) -> None:
    stand = Stand(qtbot)
    stand.desk.planChanged.emit(ASKS)
    stand.open()
    assert not stand.card.isHidden()
    stand.leave()
