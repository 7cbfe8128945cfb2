"""Another computer's journal: joined in time, never in a session, and never told twice."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hipcoach.app.sync_desk import COMMAND, FIRST_S, LEAST_S, LONGEST_S, LOOK_S, SyncDesk
from hipcoach.app.sync_view import SyncSnapshot
from hipcoach.core.sync_choices import SyncChoices, SyncEvery
from hipcoach.core.sync_timing import FIRST_AGAIN, SOON, SyncTry, try_text
from tests.fakes import FakeClock, FakeErrands

NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)
HOUR = timedelta(hours=1)
SERVER = "postgresql://me:sesame@server/hipcoach"


class Stand:
    """A desk with somebody who runs its command, and what was kept of that."""

    def __init__(self, choices: SyncChoices) -> None:
        self.clock = FakeClock(NOW)
        self.errands = FakeErrands()
        self.kept: str | None = None
        self.keeps = True
        self.practising = False
        self.told: list[SyncSnapshot] = []
        self.came = 0
        self.desk = SyncDesk(
            self.clock,
            lambda: self.errands,
            lambda: self.kept,
            choices,
            lambda: self.practising,
        )
        self.desk.changed.connect(self.told.append)
        self.desk.journalChanged.connect(self._count)

    @property
    def runs(self) -> int:
        """How often the command was asked for."""
        assert {COMMAND} >= set(self.errands.begun)
        return len(self.errands.begun)

    @property
    def waits_s(self) -> float | None:
        """Seconds until the desk looks again; `None`: it doesn't."""
        (timer,) = self.desk.findChildren(QTimer)
        return timer.interval() / 1000 if timer.isActive() else None

    def end(self, **outcome: object) -> None:
        """Let the command be done, as the place is now."""
        last = SyncTry(self.desk.choices.shown, self.clock.now(), joined=self.clock.now())
        text = try_text(replace(last, **outcome))  # type: ignore[arg-type] # as the test has them
        if self.keeps:
            self.kept = text
        self.errands.end(text, status=int("trouble" in outcome))

    def pass_time(self, time: timedelta) -> None:
        """Let so much time go by, and the desk look."""
        self.clock.set_wall(self.clock.now() + time)
        self.desk.look()

    def _count(self) -> None:
        self.came += 1


def at(where: str = "/sync", every: SyncEvery = SyncEvery.HOUR) -> SyncChoices:
    return SyncChoices(where, every)


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    del qtbot
    made = Stand(at())
    yield made
    made.desk.deleteLater()


def test_it_begins_a_little_later_and_comes_again_in_time(stand: Stand) -> None:
    stand.desk.start()
    assert (0, FIRST_S) == (stand.runs, stand.waits_s)

    stand.desk.look()
    assert (1, LONGEST_S) == (stand.runs, stand.waits_s)
    stand.end()
    stand.pass_time(HOUR - timedelta(seconds=1))
    assert 1 == stand.runs
    stand.pass_time(timedelta(seconds=1))
    assert 2 == stand.runs


def test_it_wakes_no_more_often_than_is_needed(stand: Stand) -> None:
    stand.desk.look()
    stand.end()
    assert LOOK_S == stand.waits_s
    stand.pass_time(HOUR - timedelta(seconds=90))
    assert 90 == stand.waits_s


def test_where_no_place_is_chosen_nothing_ticks(qtbot: QtBot) -> None:
    del qtbot
    stand = Stand(SyncChoices())
    stand.desk.start()
    stand.desk.wish()
    stand.desk.look()
    stand.desk.join_now()
    assert (0, None) == (stand.runs, stand.waits_s)


def test_by_hand_it_joins_when_asked_alone(qtbot: QtBot) -> None:
    del qtbot
    stand = Stand(at(every=SyncEvery.BY_HAND))
    stand.desk.wish()
    stand.pass_time(timedelta(days=9))
    assert (0, None) == (stand.runs, stand.waits_s)
    stand.desk.join_now()
    stand.end()
    assert (1, None) == (stand.runs, stand.waits_s)


def test_a_wish_is_heeded_soon_and_once(stand: Stand) -> None:
    stand.desk.look()
    stand.end()
    stand.desk.wish()
    assert SOON.total_seconds() == stand.waits_s
    stand.pass_time(SOON)
    stand.end()
    assert (2, LOOK_S) == (stand.runs, stand.waits_s)


def test_to_begin_puts_no_wish_off(stand: Stand) -> None:
    stand.desk.wish()
    stand.desk.start()
    assert SOON.total_seconds() == stand.waits_s


def test_while_somebody_practises_it_waits(stand: Stand) -> None:
    stand.practising = True
    stand.desk.look()
    assert (0, LOOK_S) == (stand.runs, stand.waits_s)
    stand.practising = False
    stand.desk.look()
    assert 1 == stand.runs


def test_what_is_being_joined_makes_way_for_a_session(stand: Stand) -> None:
    stand.desk.make_way()
    stand.desk.look()
    stand.desk.make_way()
    assert 0 == stand.errands.called_off
    stand.practising = True
    stand.desk.make_way()
    assert (1, LOOK_S) == (stand.errands.called_off, stand.waits_s)
    assert "Not joined yet." == stand.told[-1].line


def test_one_at_a_time(stand: Stand) -> None:
    stand.desk.join_now()
    stand.desk.join_now()
    stand.desk.wish()
    assert (1, LONGEST_S) == (stand.runs, stand.waits_s)
    assert stand.told[-1].joining


def test_failures_bring_it_back_sooner_with_growing_pauses(stand: Stand) -> None:
    stand.desk.look()
    stand.end(trouble="sync-gone", failures=1)
    assert FIRST_AGAIN.total_seconds() == stand.waits_s
    stand.pass_time(FIRST_AGAIN)
    stand.end(trouble="sync-gone", failures=2)
    assert 2 * FIRST_AGAIN.total_seconds() == stand.waits_s
    assert stand.told[-1].trouble


def test_what_has_come_is_told_once_and_only_then(stand: Stand) -> None:
    stand.desk.look()
    stand.end()
    assert 0 == stand.came
    stand.desk.join_now()
    stand.end(added={"sessions": 2})
    assert 1 == stand.came
    assert "New here: 2 sessions." in stand.told[-1].more
    stand.desk.join_now()
    stand.end(deleted={"sessions": 2})
    assert 2 == stand.came


def test_what_broke_off_is_a_failure_too(stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    stand.desk.look()
    stand.end()
    for number in (1, 2):
        stand.desk.join_now()
        with caplog.at_level(logging.WARNING):
            stand.errands.end("", status=1, trouble=f"Traceback {SERVER}")
        assert number * FIRST_AGAIN.total_seconds() == stand.waits_s
    assert "Joining broke off; your journal here goes on as ever." == stand.told[-1].line
    assert "Last joined today at 18:00." in stand.told[-1].more
    assert "sesame" not in caplog.text


def test_what_cannot_be_kept_is_remembered(stand: Stand) -> None:
    stand.keeps = False
    stand.desk.look()
    stand.end()
    assert (1, LOOK_S) == (stand.runs, stand.waits_s)
    assert "Joined today at 18:00." == stand.told[-1].line


def test_what_somebody_joined_by_hand_counts(stand: Stand) -> None:
    stand.desk.look()
    stand.end()
    later = NOW + HOUR / 2
    stand.kept = try_text(SyncTry("/sync", later, joined=later))
    stand.pass_time(HOUR)
    assert 1 == stand.runs
    assert "Joined today at 18:30." == stand.desk.snapshot.line


def test_what_was_called_off_is_no_failure_and_comes_again(stand: Stand) -> None:
    stand.desk.look()
    stand.errands.call_off(1)
    assert (1, LEAST_S) == (stand.runs, stand.waits_s)
    assert not stand.told[-1].trouble


def test_a_server_that_fell_silent_is_given_up(
    stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    stand.desk.look()
    with caplog.at_level(logging.WARNING):
        stand.desk.look()
    assert (1, 1) == (stand.runs, stand.errands.called_off)
    assert "Joining broke off; your journal here goes on as ever." == stand.told[-1].line
    assert FIRST_AGAIN.total_seconds() == stand.waits_s
    stand.desk.join_now()
    stand.errands.end("", status=1, called_off=True)
    assert FIRST_AGAIN.total_seconds() == stand.waits_s


def test_another_place_is_joined_at_once_even_by_hand(stand: Stand, qtbot: QtBot) -> None:
    stand.desk.look()
    stand.end()
    stand.desk.choose(at(SERVER, SyncEvery.BY_HAND))
    assert "Not joined yet." == stand.told[-1].line
    qtbot.waitUntil(lambda: 2 == stand.runs)
    assert "sesame" not in str(stand.told) + str(stand.errands.begun)


def test_another_place_takes_the_turn_of_the_one_that_is_being_joined(stand: Stand) -> None:
    stand.desk.look()
    stand.desk.choose(at("/elsewhere", SyncEvery.BY_HAND))
    assert (1, 2) == (stand.errands.called_off, stand.runs)
    stand.end()
    assert "Joined today at 18:00." == stand.told[-1].line


def test_what_came_of_the_former_place_is_told_all_the_same(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = try_text(SyncTry("/sync", NOW, added={"sessions": 1}))
    monkeypatch.setattr(stand.errands, "call_off", lambda _number: None)  # it comes too late
    stand.desk.look()
    stand.desk.choose(at(""))
    stand.errands.end(old)
    assert (1, 1) == (stand.runs, stand.came)
    assert not stand.told[-1].on


def test_turned_off_it_rests(stand: Stand) -> None:
    stand.desk.look()
    stand.end()
    stand.desk.choose(at(""))
    assert stand.waits_s is None
    assert not stand.told[-1].on
    stand.pass_time(timedelta(days=9))
    assert 1 == stand.runs


def test_another_rhythm_holds_at_once_and_joins_nothing(stand: Stand) -> None:
    stand.desk.look()
    stand.end()
    stand.desk.choose(at(every=SyncEvery.DAY))
    stand.pass_time(2 * HOUR)
    assert 1 == stand.runs
    stand.desk.choose(at(every=SyncEvery.HOUR))
    assert (1, LEAST_S) == (stand.runs, stand.waits_s)


def test_a_clock_that_was_set_back_stalls_nothing(stand: Stand) -> None:
    stand.desk.look()
    stand.end()
    stand.pass_time(-timedelta(days=400))
    assert 2 == stand.runs
    stand.end()
    assert (2, LOOK_S) == (stand.runs, stand.waits_s)
