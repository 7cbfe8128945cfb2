"""Trends on the desk: read bit by bit, and only what was asked for last is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.app.spans import SpanChoice
from hipcoach.app.trends_desk import TrendsDesk
from hipcoach.core.span_sums import SpanSums
from tests.app.coach_stand import DAMAGED, PATIENCE_S, CoachStand
from tests.app.span_stand import Diary, every
from tests.fakes import MemoryJournal


class TrendsStand(CoachStand):
    """A desk beside the coach, of which everything is written down; day 400 is today."""

    def __init__(self, qtbot: QtBot, diary: Diary) -> None:
        super().__init__(qtbot, diary.journal)
        self.clock.set_wall(diary.at(400, 22))
        self.desk = TrendsDesk(self.content, self.clock, self.worker, 0)
        self.shown: list[Any] = []
        self.reports: list[Any] = []
        self.told: list[str] = []
        self.desk.changed.connect(self.shown.append)
        self.desk.reportReady.connect(self.reports.append)
        self.desk.troubleChanged.connect(self.told.append)
        self.desk.reportFailed.connect(self.told.append)


class Counting(MemoryJournal):
    """A journal that knows of which days its sums were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.spans: list[date] = []

    def sums(self, first: date, last: date) -> SpanSums:
        """The sums, noted down."""
        self.spans.append(first)
        return super().sums(first, last)


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[TrendsStand]:
    made = TrendsStand(qtbot, Diary().practised(*every(4, 0, 400)))
    yield made
    made.close()


def test_a_span_is_read_and_shown(stand: TrendsStand) -> None:
    stand.begin()
    stand.desk.show(SpanChoice.FOUR_WEEKS)
    stand.qtbot.waitUntil(lambda: bool(stand.shown))

    (shown,) = stand.shown
    assert "10 Mar to 6 Apr 2027" == shown.title
    assert ["pain", "soreness", "weeks", "rungs", "breaks"] == [one.code for one in shown.charts]


def test_nothing_of_a_long_span_is_lost(stand: TrendsStand) -> None:
    stand.begin()
    stand.desk.show(SpanChoice.ALL)
    stand.qtbot.waitUntil(lambda: bool(stand.shown))

    (rung,) = (one for one in stand.shown[0].charts if one.code == "rungs")
    assert "101" == rung.table.rows[0][1]


def test_what_was_asked_for_before_is_not_shown_any_more(stand: TrendsStand) -> None:
    stand.begin()
    stand.desk.show(SpanChoice.ALL)
    stand.desk.show(SpanChoice.FOUR_WEEKS)
    stand.qtbot.waitUntil(lambda: bool(stand.shown))
    stand.written()

    assert ["10 Mar to 6 Apr 2027"] == [one.title for one in stand.shown]


def test_what_comes_after_another_was_asked_for_is_not_shown(stand: TrendsStand) -> None:
    stand.begin()
    stand.desk.show(SpanChoice.ALL)
    read = Event()
    stand.worker.read(lambda _journal: read.set(), lambda _none: None, lambda _error: None)
    assert read.wait(PATIENCE_S)  # it is there, and was not handed out yet
    stand.desk.show(SpanChoice.FOUR_WEEKS)
    stand.qtbot.waitUntil(lambda: bool(stand.shown))
    stand.written()

    assert ["10 Mar to 6 Apr 2027"] == [one.title for one in stand.shown]


def test_nothing_is_read_of_what_nobody_waits_for(qtbot: QtBot) -> None:
    diary = Diary()
    diary.journal = asked = Counting()
    stand = TrendsStand(qtbot, diary.practised(*every(4, 0, 400)))
    for span in (*SpanChoice, SpanChoice.FOUR_WEEKS):
        stand.desk.show(span)
    stand.begin()
    qtbot.waitUntil(lambda: bool(stand.shown))
    stand.written()
    stand.close()

    assert [date(2027, 3, 10)] == asked.spans


def test_a_report_is_read_whatever_is_shown_meanwhile(stand: TrendsStand) -> None:
    stand.begin()
    stand.desk.report(SpanChoice.YEAR)
    stand.desk.show(SpanChoice.FOUR_WEEKS)
    stand.qtbot.waitUntil(lambda: bool(stand.shown and stand.reports))

    assert "7 Apr 2026 to 6 Apr 2027" == stand.reports[0].span


def test_a_report_of_nothing_is_a_word_on_what_to_do(qtbot: QtBot) -> None:
    stand = TrendsStand(qtbot, Diary())
    stand.begin()
    stand.desk.report(SpanChoice.YEAR)
    qtbot.waitUntil(lambda: bool(stand.told))
    stand.close()

    assert stand.told[0].startswith("Here you will see how practice went")
    assert [] == stand.reports


def test_a_journal_that_cannot_be_read_is_told_of(stand: TrendsStand) -> None:
    stand.begin()
    stand.written()  # the plan's row: it would be tried again, before all that is read
    stand.journal.fault = DAMAGED
    stand.desk.show(SpanChoice.YEAR)
    stand.qtbot.waitUntil(lambda: bool(stand.told))

    assert "is damaged" in stand.told[0]
    assert [] == stand.shown
