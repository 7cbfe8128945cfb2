"""Offers: what is shown when a break is due, what its buttons do, and what is written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from hipcoach.app.break_offers import in_force
from hipcoach.app.break_snapshots import OfferSnapshot
from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.breaks import BreakSettings, MeetingFor, Order, Standing
from hipcoach.core.hours import Hours, read_range
from hipcoach.core.journal import CloseReason, Purpose
from hipcoach.core.notice import (
    Notice,
    NoticeButton,
    NoticeClosed,
    NoticeEnd,
    NoticePressed,
    NoticeSupport,
)
from hipcoach.core.presence import PresenceSample, Sense
from tests.app.break_stand import MONDAY, QUICK, BreakStand, told
from tests.store import samples

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NO_BUTTONS = NoticeSupport("Stand-in", 0)
CALL = PresenceSample(idle_s=0.0, locked=False, guards=frozenset({Sense.CALL}))


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[BreakStand]:
    made = BreakStand(qtbot)
    yield made
    made.close()


def test_a_short_word_comes_before_the_break(stand: BreakStand) -> None:
    stand.sit(50)
    notice = stand.notifier.shown["break"]
    assert "Stretch break in 10 seconds" == notice.title
    assert () == notice.buttons


def test_a_break_is_offered_with_its_answers(stand: BreakStand) -> None:
    stand.sit(60)
    notice = stand.notifier.shown["break"]
    assert "Time for a stretch break" == notice.title
    assert "Desk reset" in notice.text
    assert ["start", "snooze-5", "snooze-15", "skip"] == stand.buttons
    assert 0 == notice.lasts_s
    assert [] == stand.windows


def test_start_leads_through_the_routine(stand: BreakStand) -> None:
    stand.sit(60)
    stand.press("start")
    assert ["desk-reset"] == stand.begun
    assert {} == stand.notifier.shown
    stand.offers.finish(15.0)
    assert "taken" == stand.kinds[-1]


def test_positions_take_turns(stand: BreakStand) -> None:
    for _time in range(4):
        stand.sit(60)
        stand.press("start")
        stand.offers.finish(20.0)
        stand.rest()
    turns = ["desk-reset", "desk-reset-seated", "desk-reset-kneeling", "desk-reset"]
    assert turns == stand.begun


def test_a_snooze_keeps_whose_turn_it_is(stand: BreakStand) -> None:
    stand.sit(60)
    stand.press("snooze-5")
    assert "snoozed" == stand.kinds[-1]
    assert {} == stand.notifier.shown
    stand.sit(300)
    assert ["start", "skip"] == stand.buttons
    stand.press("start")
    assert ["desk-reset"] == stand.begun


def test_the_routine_that_was_chosen_is_led_through(qtbot: QtBot) -> None:
    stand = BreakStand(qtbot, BreakChoices(routine="gentle-start", rhythm=QUICK))
    stand.sit(60)
    stand.press("start")
    assert ["gentle-start"] == stand.begun
    stand.close()


def test_a_routine_that_is_gone_is_no_end_of_breaks(qtbot: QtBot) -> None:
    stand = BreakStand(qtbot, BreakChoices(routine="deleted", rhythm=QUICK))
    stand.sit(60)
    stand.press("start")
    assert ["desk-reset"] == stand.begun
    stand.close()


def test_skip_begins_anew(stand: BreakStand) -> None:
    stand.sit(60)
    stand.press("skip")
    assert "skipped" == stand.kinds[-1]
    assert {} == stand.notifier.shown
    assert pytest.approx(60) == stand.desk.snapshot.remaining_s


def test_one_snooze_too_many_is_refused_with_a_sentence(stand: BreakStand) -> None:
    stand.sit(60)
    stand.press("snooze-5")
    stand.sit(300)
    stand.offers.press("snooze-5")
    assert ["skip it or take it" in words for words in stand.refused] == [True]
    assert Standing.OFFERED is stand.desk.snapshot.standing
    assert "break" in stand.notifier.shown


def test_where_notices_have_no_buttons_our_own_window_offers(stand: BreakStand) -> None:
    stand.notifier.use(NO_BUTTONS)
    stand.sit(60)
    (offer,) = stand.windows
    assert isinstance(offer, OfferSnapshot)
    assert ("start", "Start") == offer.buttons[0]
    assert ["start", "snooze-5", "snooze-15", "skip"] == [key for key, _words in offer.buttons]
    stand.offers.press("start")
    assert [offer, None] == stand.windows
    assert ["desk-reset"] == stand.begun


def test_buttons_in_a_hidden_menu_are_none(stand: BreakStand) -> None:
    stand.notifier.use(NoticeSupport("Stand-in", 3, in_menu=True))
    stand.sit(60)
    assert 1 == len(stand.windows)


def test_where_few_buttons_are_drawn_skip_stays(stand: BreakStand) -> None:
    stand.notifier.use(NoticeSupport("Stand-in", 3))
    stand.sit(60)
    assert ["start", "snooze-5", "skip"] == stand.buttons


def test_a_server_that_dies_hands_the_offer_to_our_window(stand: BreakStand) -> None:
    stand.sit(60)
    stand.notifier.use(NoticeSupport())
    stand.offers.poll()
    (offer,) = stand.windows
    assert "Time for a stretch break" == offer.title


def test_a_notice_that_was_closed_is_an_offer_still(stand: BreakStand) -> None:
    stand.sit(60)
    stand.notifier.end("break", NoticeEnd.DISMISSED)
    stand.offers.poll()
    assert [] == stand.windows
    assert Standing.OFFERED is stand.desk.snapshot.standing


def test_what_nobody_answers_goes_and_comes_again(stand: BreakStand) -> None:
    stand.sit(60 + 21)
    assert "ignored" == stand.kinds[-1]
    assert {} == stand.notifier.shown
    stand.sit(30)
    assert "due" == stand.kinds[-1]
    assert "break" in stand.notifier.shown


def test_a_call_takes_the_offer_back(stand: BreakStand) -> None:
    stand.sit(60)
    stand.presence.now = CALL
    stand.clock.advance(1)
    stand.desk.tick()
    stand.rest()
    assert "held" == stand.kinds[-1]
    assert {} == stand.notifier.shown
    assert ("held", "call") in stand.logged


def test_hours_that_end_take_the_offer_back_without_an_event(qtbot: QtBot) -> None:
    nine = Hours(week=((read_range("09:00-09:02"),),) * 7)
    rhythm = replace(QUICK, interval_s=110, notice_s=0, hours=nine)
    stand = BreakStand(qtbot, BreakChoices(rhythm=rhythm))
    stand.notifier.use(NO_BUTTONS)
    stand.sit(110)
    assert 1 == len(stand.windows)
    stand.sit(10)
    assert ["due"] == stand.kinds
    assert stand.windows[-1] is None
    stand.close()


def test_reminders_switched_off_take_the_offer_back(stand: BreakStand) -> None:
    stand.sit(60)
    stand.desk.choose(replace(stand.desk.choices, on=False))
    assert {} == stand.notifier.shown


def test_an_offer_that_stood_open_is_shown_again_after_a_restart(qtbot: QtBot) -> None:
    first = BreakStand(qtbot)
    first.sit(60)
    first.close()
    assert {} == first.notifier.shown
    second = BreakStand(qtbot, kept=first.keeper.kept, begin=False)
    second.clock.set_wall(MONDAY + timedelta(seconds=65))
    second.desk.start()
    second.offers.take_up()
    second.rest()
    assert ["start", "snooze-5", "snooze-15", "skip"] == second.buttons
    assert [] == second.kinds
    second.close()


def test_where_nothing_stood_open_nothing_is_taken_up(stand: BreakStand) -> None:
    stand.offers.take_up()
    stand.rest()
    assert {} == stand.notifier.shown


def test_stopped_it_is_a_walk_and_no_stretch(qtbot: QtBot) -> None:
    rhythm = replace(QUICK, break_s=0.05)
    stand = BreakStand(qtbot, BreakChoices(rhythm=rhythm))
    stand.stop_all()
    stand.sit(60)
    notice = stand.notifier.shown["break"]
    assert ("Time to stand up", "Stand up and walk for a minute.") == (notice.title, notice.text)
    assert "I'm going" == notice.buttons[0].label
    with qtbot.waitSignal(stand.desk.happened, check_params_cb=lambda one: one.kind == "taken"):
        stand.press("start")
    assert [""] == stand.begun
    stand.close()


def test_a_break_now_comes_in_a_pause_too(stand: BreakStand) -> None:
    stand.desk.tell(Order.PAUSE)
    stand.offers.begin_now()
    stand.rest()
    assert ["desk-reset"] == stand.begun
    stand.offers.begin_now()
    stand.rest()
    assert 1 == len(stand.refused)
    assert ["desk-reset"] == stand.begun


def test_a_break_begun_by_somebody_else_is_led_through(stand: BreakStand) -> None:
    stand.sit(10)
    stand.desk.tell(Order.START)
    stand.rest()
    assert ["desk-reset"] == stand.begun


def test_the_end_of_a_meeting_is_a_question(stand: BreakStand) -> None:
    stand.desk.tell(MeetingFor(5.0))
    stand.sit(7)
    notice = stand.notifier.shown["meeting"]
    assert ["still", "over"] == [one.key for one in notice.buttons]
    stand.press("still", "meeting")
    assert stand.desk.snapshot.in_meeting
    assert {} == stand.notifier.shown
    stand.sit(1801)
    stand.press("over", "meeting")
    assert not stand.desk.snapshot.in_meeting
    assert {} == stand.notifier.shown


def test_what_becomes_of_other_notices_is_handed_on(stand: BreakStand) -> None:
    others = told(stand.offers.otherHeard)
    stand.notifier.show(Notice("elsewhere", "Hello", buttons=(NoticeButton("start", "Go"),)))
    stand.press("start", "elsewhere")
    stand.notifier.show(Notice("elsewhere", "Hello"))
    stand.notifier.end("elsewhere", NoticeEnd.LOST)
    stand.offers.poll()
    ended = NoticeClosed("elsewhere", NoticeEnd.LOST)
    assert [NoticePressed("elsewhere", "start"), ended] == others
    assert [] == stand.begun


def test_everything_is_written_down_with_its_reason(stand: BreakStand) -> None:
    stand.sit(60)
    stand.press("start")
    stand.offers.finish(1.0)
    kinds = [kind for kind, _reason in stand.logged]
    assert ["notice", "due", "started", "cut_short"] == kinds


def test_the_settings_in_force_are_written_down_where_they_are_not_usual() -> None:
    assert () == in_force(BreakSettings())
    assert (("interval_s", 1200), ("notice_s", 0)) == in_force(
        BreakSettings(interval_s=1200, notice_s=0)
    )
    assert (("always", True),) == in_force(BreakSettings(hours=Hours(always=True)))


def test_closed_it_offers_nothing(stand: BreakStand) -> None:
    stand.sit(60)
    stand.offers.close()
    assert {} == stand.notifier.shown


def test_a_break_that_was_over_at_once_is_not_led_through(stand: BreakStand) -> None:
    stand.desk.tell(Order.BREAK_NOW)
    stand.desk.finish(0.0)
    stand.rest()
    assert [] == stand.begun


def test_a_question_about_a_meeting_goes_with_its_answer_and_with_the_reminders(
    stand: BreakStand,
) -> None:
    stand.notifier.use(NO_BUTTONS)
    for answer in ("still", "over"):
        stand.desk.tell(MeetingFor(5.0))
        stand.sit(7)
        assert isinstance(stand.windows[-1], OfferSnapshot)
        stand.offers.press(answer)
        assert stand.windows[-1] is None
    stand.desk.tell(MeetingFor(5.0))
    stand.sit(7)
    stand.desk.choose(replace(stand.desk.choices, on=False))
    assert stand.windows[-1] is None


def test_a_break_that_nobody_was_offered_has_its_own_turn(stand: BreakStand) -> None:
    for _time in range(2):
        stand.desk.tell(Order.START)
        stand.rest()
        stand.offers.finish(20.0)
        stand.rest()
    assert ["desk-reset", "desk-reset-seated"] == stand.begun


def test_without_a_server_our_window_says_that_a_break_is_near(stand: BreakStand) -> None:
    stand.notifier.use(NoticeSupport())
    stand.sit(50)
    near = OfferSnapshot("Stretch break in 10 seconds", "", lasts_s=12)
    assert [near] == stand.windows
    stand.sit(10)
    assert ["start", "snooze-5", "snooze-15", "skip"] == [
        key for key, _words in stand.windows[-1].buttons
    ]
    assert 2 == len(stand.windows)


def test_a_server_that_dies_meanwhile_leaves_that_word_to_our_window(stand: BreakStand) -> None:
    stand.sit(54)
    stand.notifier.use(NoticeSupport())
    stand.offers.poll()
    assert [OfferSnapshot("Stretch break in 6 seconds", "", lasts_s=8)] == stand.windows


def test_a_long_word_stands_in_our_window_for_a_minute(qtbot: QtBot) -> None:
    long = replace(QUICK, interval_s=300, notice_s=240)
    stand = BreakStand(qtbot, BreakChoices(rhythm=long))
    stand.notifier.use(NoticeSupport())
    stand.sit(61)
    assert [60] == [window.lasts_s for window in stand.windows]
    stand.close()


@pytest.mark.parametrize("order", [Order.SKIP, Order.PAUSE, Order.BREAK_NOW])
def test_that_word_goes_when_there_is_no_break_any_more(stand: BreakStand, order: Order) -> None:
    stand.notifier.use(NoticeSupport())
    stand.sit(50)
    stand.offers.order(order)
    stand.rest()
    assert 2 == len(stand.windows)
    assert stand.windows[-1] is None


def test_that_word_goes_with_the_hours(qtbot: QtBot) -> None:
    hours = Hours(week=((read_range("09:00-09:01"),), *[()] * 6))
    stand = BreakStand(qtbot, BreakChoices(rhythm=replace(QUICK, interval_s=65, hours=hours)))
    stand.notifier.use(NoticeSupport())
    stand.sit(57)
    assert 1 == len(stand.windows)
    stand.sit(5)
    assert [None] == stand.windows[1:]
    stand.close()


def _open(stand: BreakStand, purpose: Purpose) -> UUID:
    """A session that was opened and never closed."""
    row = replace(samples.opened(1), id=stand.clock.new_id(), at=stand.clock.now(), purpose=purpose)
    stand.journal.open_session(row)
    return row.id


def test_a_break_that_ended_with_the_program_is_closed(qtbot: QtBot) -> None:
    first = BreakStand(qtbot)
    first.desk.tell(Order.BREAK_NOW)
    first.sit(1)
    second = BreakStand(qtbot, kept=first.keeper.kept, begin=False)
    practice = _open(second, Purpose.PRACTICE)
    second.clock.advance(60)
    broken = {_open(second, Purpose.BREAK), _open(second, Purpose.BREAK)}
    second.desk.start()
    second.rest()
    assert broken == {row.session_id for row in second.journal.ends.values()}
    assert {CloseReason.UNFINISHED} == {row.reason for row in second.journal.ends.values()}
    left = second.journal.unfinished()
    assert left is not None
    assert practice == left.opened.id
    first.close()
    second.close()


def test_a_break_of_this_run_is_closed_by_who_leads_through_it(stand: BreakStand) -> None:
    stand.offers.order(Order.BREAK_NOW)
    stand.rest()
    _open(stand, Purpose.BREAK)
    stand.offers.finish(20.0)
    stand.rest()
    assert {} == stand.journal.ends
