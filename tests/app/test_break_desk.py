"""Breaks on the desk: samples go in, snapshots come out, and the state outlives a restart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hipcoach.app.break_desk import FAR_MS, FAR_S, TICK_MS, logged
from hipcoach.app.break_snapshots import Mark
from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.breaks import (
    Guard,
    MeetingFor,
    Order,
    PauseFor,
    PauseUntil,
    Refusal,
    Snooze,
    Standing,
)
from hipcoach.core.hours import Hours
from hipcoach.core.presence import PresenceSample, Sense
from tests.app.break_stand import MONDAY, QUICK, BreakStand, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALL = PresenceSample(idle_s=0.0, locked=False, guards=frozenset({Sense.CALL}))


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[BreakStand]:
    made = BreakStand(qtbot)
    yield made
    made.close()


def test_sitting_counts_down_to_a_break(stand: BreakStand) -> None:
    assert "Next break in 1 min" == stand.line
    stand.sit(1)
    assert "Next break in less than a minute" == stand.line
    stand.sit(58)
    assert ["notice"] == stand.kinds
    stand.sit(1)
    assert ["notice", "due"] == stand.kinds
    assert "Your break is due" == stand.line
    assert Standing.OFFERED is stand.desk.snapshot.standing


def test_the_seconds_alone_are_told_to_nobody(stand: BreakStand) -> None:
    stand.sit(1)
    before = len(stand.shown)
    stand.sit(30)
    assert before == len(stand.shown)
    assert pytest.approx(29) == stand.desk.snapshot.remaining_s


def test_a_call_holds_the_break_and_the_tray_says_so(stand: BreakStand) -> None:
    stand.sit(50)
    stand.presence.now = CALL
    for _second in range(15):
        stand.clock.advance(1)
        stand.desk.tick()
    shown = stand.desk.snapshot
    assert "Held: in a call" == shown.line
    assert Mark.HELD is shown.mark
    assert not shown.owed_long
    assert ("held", "call") == logged(stand.happened[-1])


def test_a_break_held_for_long_is_marked(stand: BreakStand) -> None:
    stand.desk.tell(MeetingFor(600.0))
    stand.sit(60 + 30)
    assert not stand.desk.snapshot.owed_long
    stand.sit(1)
    assert stand.desk.snapshot.owed_long
    assert stand.shown[-1].owed_long


def test_practice_is_no_sitting(stand: BreakStand) -> None:
    stand.sit(30)
    stand.practising = True
    stand.sit(30)
    stand.practising = False
    assert pytest.approx(30, abs=1) == stand.desk.snapshot.remaining_s


def test_the_meeting_ends_with_a_question_and_one_alone(stand: BreakStand) -> None:
    stand.desk.tell(MeetingFor(10.0))
    assert stand.desk.snapshot.in_meeting
    over: list[bool] = []
    stand.desk.meetingOver.connect(lambda: over.append(True))
    stand.sit(12)
    assert [True] == over
    assert not stand.desk.snapshot.in_meeting


def test_a_meeting_that_is_ended_asks_nothing(stand: BreakStand, qtbot: QtBot) -> None:
    stand.desk.tell(MeetingFor(10.0))
    with qtbot.assertNotEmitted(stand.desk.meetingOver):
        stand.desk.tell(Order.END_MEETING)
        stand.sit(12)


def test_a_pause_is_shown_with_its_end_and_can_be_ended(stand: BreakStand) -> None:
    stand.desk.tell(PauseFor(1800.0))
    shown = stand.desk.snapshot
    assert "Paused until 09:30" == shown.line
    assert (Mark.PAUSED, True) == (shown.mark, shown.can_resume)
    stand.desk.tell(Order.RESUME)
    assert "Next break in 1 min" == stand.line
    stand.desk.tell(Order.PAUSE)
    assert "Paused until you resume" == stand.line


@pytest.mark.parametrize(
    ("days", "line"),
    [
        (1, "Paused until Tuesday, 09:00"),
        (6, "Paused until Sunday, 09:00"),
        (7, "Paused until Monday 9 March, 09:00"),
    ],
)
def test_a_pause_over_midnight_names_its_day(stand: BreakStand, days: int, line: str) -> None:
    stand.desk.tell(PauseUntil(MONDAY + timedelta(days=days)))
    assert line == stand.line


def test_what_cannot_be_done_is_said(stand: BreakStand) -> None:
    assert stand.desk.tell(Snooze(60.0)) is None
    assert Refusal.TOO_MANY is stand.desk.tell(Snooze(60.0))
    stand.desk.tell(Order.PAUSE)
    assert Refusal.NOT_NOW is stand.desk.tell(Order.START)


def test_a_break_is_taken(stand: BreakStand) -> None:
    stand.sit(60)
    stand.desk.tell(Order.START)
    assert "A break is running" == stand.line
    stand.desk.finish(15.0)
    assert "taken" == stand.kinds[-1]
    assert pytest.approx(60) == stand.desk.snapshot.remaining_s


def test_each_event_is_stored_before_it_is_told(stand: BreakStand) -> None:
    kept: list[str | None] = []
    stand.desk.happened.connect(lambda _event: kept.append(stand.keeper.kept))
    stand.sit(60)
    assert 2 == len(kept)
    assert all(text is not None for text in kept)
    assert kept[-1] == stand.keeper.kept
    assert '"stage": "offered"' in str(kept[-1])


def test_where_nothing_happens_the_state_is_stored_once_a_minute(qtbot: QtBot) -> None:
    stand = BreakStand(qtbot, BreakChoices(rhythm=replace(QUICK, interval_s=3600, notice_s=0)))
    before = stand.keeper.writes
    stand.sit(59)
    assert before == stand.keeper.writes
    stand.sit(1)
    assert before + 1 == stand.keeper.writes
    stand.close()


def test_a_restart_goes_on_from_where_it_was(qtbot: QtBot) -> None:
    first = BreakStand(qtbot)
    first.sit(40)
    first.close()
    second = BreakStand(qtbot, kept=first.keeper.kept, begin=False)
    second.clock.set_wall(MONDAY + timedelta(seconds=45))
    second.desk.start()
    assert pytest.approx(20, abs=1) == second.desk.snapshot.remaining_s
    assert [] == second.kinds
    second.close()


def test_a_restart_after_long_is_a_break(qtbot: QtBot) -> None:
    first = BreakStand(qtbot)
    first.sit(40)
    first.close()
    second = BreakStand(qtbot, kept=first.keeper.kept, begin=False)
    second.clock.set_wall(MONDAY + timedelta(seconds=140))
    second.desk.start()
    assert ["satisfied"] == second.kinds
    assert pytest.approx(60) == second.desk.snapshot.remaining_s
    second.close()


def test_half_a_break_counts_where_it_is_killed_in_the_middle(qtbot: QtBot) -> None:
    long = BreakChoices(rhythm=replace(QUICK, break_s=50))
    first = BreakStand(qtbot, long)
    first.desk.tell(Order.BREAK_NOW)
    first.sit(36)
    second = BreakStand(qtbot, long, kept=first.keeper.kept, begin=False)
    second.clock.set_wall(MONDAY + timedelta(seconds=37))
    second.desk.start()
    assert ["taken"] == second.kinds
    first.close()
    second.close()


def test_what_was_stored_and_can_not_be_read_is_a_fresh_start(qtbot: QtBot) -> None:
    stand = BreakStand(qtbot, kept="{broken", begin=False)
    anew = told(stand.desk.begunAnew)
    stand.desk.start()
    assert ["fresh_start"] == stand.kinds
    assert ["state.json.bad-1"] == anew
    assert "{broken" == stand.keeper.aside
    assert pytest.approx(60) == stand.desk.snapshot.remaining_s
    stand.close()


def test_off_is_off_and_nobody_looks(qtbot: QtBot) -> None:
    stand = BreakStand(qtbot, BreakChoices(on=False, rhythm=QUICK))
    assert not stand.presence.running
    assert "Break reminders are off" == stand.shown[-1].line
    assert not stand.shown[-1].on
    assert stand.desk.status is None
    assert Refusal.NOT_NOW is stand.desk.tell(Order.BREAK_NOW)
    stand.desk.tick()
    assert 0 == stand.presence.samples
    stand.close()


def test_switched_off_and_on_it_keeps_what_was_sat(stand: BreakStand) -> None:
    stand.sit(20)
    choices = stand.desk.choices
    stand.desk.choose(replace(choices, on=False))
    assert not stand.presence.running
    assert not stand.shown[-1].on
    stand.desk.choose(choices)
    assert stand.presence.running
    assert stand.shown[-1].on
    assert pytest.approx(40) == stand.desk.snapshot.remaining_s


def test_another_interval_keeps_what_was_sat(stand: BreakStand) -> None:
    stand.sit(20)
    rhythm = replace(QUICK, interval_s=100)
    stand.desk.choose(replace(stand.desk.choices, rhythm=rhythm))
    stand.sit(1)
    assert pytest.approx(79) == stand.desk.snapshot.remaining_s


def test_outside_the_hours_nothing_is_counted(qtbot: QtBot) -> None:
    rhythm = replace(QUICK, hours=Hours(week=((),) * 7))
    stand = BreakStand(qtbot, BreakChoices(rhythm=rhythm))
    stand.sit(90)
    assert "Outside your hours" == stand.line
    assert Mark.PAUSED is stand.desk.snapshot.mark
    assert [] == stand.kinds
    stand.close()


def test_a_reader_is_there_without_a_touch(qtbot: QtBot) -> None:
    stand = BreakStand(qtbot, BreakChoices(reading=True, rhythm=replace(QUICK, idle_after_s=10)))
    stand.sit(60, idle=True)
    assert ["notice", "due"] == stand.kinds
    stand.close()


def test_the_guards_of_the_desktop_are_those_of_the_machine() -> None:
    named = {Sense.CALL, Sense.DO_NOT_DISTURB, Sense.FULLSCREEN}
    assert {Guard.CALL, Guard.DO_NOT_DISTURB, Guard.FULLSCREEN} == {Guard(one) for one in named}


def test_it_looks_less_often_while_nothing_is_near(qtbot: QtBot) -> None:
    stand = BreakStand(qtbot, BreakChoices(rhythm=replace(QUICK, interval_s=600)))
    assert FAR_MS == stand.desk.pace_ms
    stand.sit(529)
    assert FAR_MS == stand.desk.pace_ms
    stand.sit(1)
    assert TICK_MS == stand.desk.pace_ms
    stand.desk.tell(Order.PAUSE)
    assert FAR_MS == stand.desk.pace_ms
    stand.desk.tell(PauseFor(FAR_S))
    assert TICK_MS == stand.desk.pace_ms
    stand.desk.tell(Order.RESUME)
    assert FAR_MS == stand.desk.pace_ms
    stand.desk.tell(MeetingFor(1200.0))
    assert TICK_MS == stand.desk.pace_ms
    stand.close()
