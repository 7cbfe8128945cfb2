"""The coach: what has to be known before a session, and what is kept after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.app.plan_snapshots import Cleared
from hipcoach.core.content import Content
from hipcoach.core.controls import Action
from hipcoach.core.errors import ContentError
from hipcoach.core.journal import CloseReason, EventKind, Purpose, SafetyAnswers, Shell
from hipcoach.core.practice_day import practice_day
from hipcoach.core.settings import Settings
from hipcoach.core.side import Side
from hipcoach.core.timeline import Phase
from hipcoach.library.source import OwnContent
from tests.app.coach_stand import DAMAGED, FULL, LOCKED, CoachStand


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[CoachStand]:
    made = CoachStand(qtbot)
    yield made
    made.close()


@pytest.fixture
def known(stand: CoachStand) -> CoachStand:
    """Somebody who has answered the questions, in a window that has been opened."""
    stand.answered()
    stand.begin()
    return stand


def again(stand: CoachStand, qtbot: QtBot) -> CoachStand:
    """The next start of the program after this one was killed."""
    stand.written()
    made = CoachStand(qtbot, stand.journal)
    made.clock.advance(3600)
    made.begin()
    return made


def holds(stand: CoachStand) -> list[tuple[Side | None, int, bool]]:
    """(side, rung, completed) of every hold in the journal."""
    return [
        (row.side, row.rung, row.completed)
        for row in stand.record().segments
        if row.phase == Phase.WORK
    ]


def test_a_session_waits_for_the_journal(stand: CoachStand) -> None:
    stand.answered()
    stand.coach.start("desk-reset")
    assert [] == stand.opened

    stand.begin()
    assert 1 == len(stand.opened)
    assert stand.coach.running


def test_a_session_waits_for_the_questions_before_the_first(stand: CoachStand) -> None:
    stand.begin()
    stand.coach.start("desk-reset")
    assert ([], 2) == (stand.opened, len(stand.asked))

    stand.coach.answer_safety(())
    assert 1 == len(stand.opened)
    stand.written()
    assert [()] == [row.flags for row in stand.journal.all_of(SafetyAnswers)]


def test_the_first_start_asks_without_being_asked(stand: CoachStand) -> None:
    stand.begin()
    assert 1 == len(stand.asked)
    assert stand.coach.flags is None
    stand.look()
    assert 1 == len(stand.asked)


def test_a_red_flag_keeps_the_session_from_starting(stand: CoachStand) -> None:
    stand.begin()
    stand.coach.start("desk-reset")
    stand.coach.answer_safety(("fever",))
    assert [] == stand.opened
    assert ("fever",) == stand.coach.flags
    assert "no session starts until then" in stand.todays[-1].blocked_words

    stand.coach.start("gentle-start")
    assert [] == stand.opened


def test_only_a_clearance_ends_a_stop(stand: CoachStand) -> None:
    stand.begin()
    stand.coach.answer_safety(("fever",))
    stand.look()
    stand.clock.advance(60)
    stand.coach.answer_safety(())
    stand.look()
    stand.coach.start("desk-reset")
    assert [] == stand.opened

    stand.clock.advance(60)
    today = practice_day(stand.clock.now())
    stand.coach.plan.clear(Cleared(today, "Dr. Weber", "You may go on."))
    stand.look()
    stand.coach.start("desk-reset")
    assert 1 == len(stand.opened)
    assert "" == stand.todays[-1].blocked_words


def test_a_red_flag_that_was_kept_blocks_at_the_next_start(stand: CoachStand) -> None:
    stand.answered("saddle-numbness")
    stand.begin()
    stand.coach.start("desk-reset")
    stand.coach.resume()

    assert [] == stand.opened
    assert "emergency" in stand.todays[-1].blocked_words


def test_a_wish_that_was_dropped_is_not_granted_later(stand: CoachStand) -> None:
    stand.begin()
    stand.coach.start("desk-reset")
    stand.coach.forget_wish()
    stand.coach.answer_safety(())
    assert [] == stand.opened


def test_answers_that_are_on_their_way_are_not_forgotten(stand: CoachStand) -> None:
    stand.answered()
    stand.clock.advance(60)
    stand.coach.look()
    stand.coach.answer_safety(("fever",))
    stand.worker.start()
    stand.written()
    assert ("fever",) == stand.coach.flags
    stand.coach.start("desk-reset")
    assert [] == stand.opened


def test_only_one_session_runs(known: CoachStand) -> None:
    known.coach.start("desk-reset")
    known.coach.start("gentle-start")
    assert 1 == len(known.opened)


def test_a_session_is_in_the_journal_from_its_start_and_its_answers_after_it(
    known: CoachStand,
) -> None:
    known.practise("desk-reset")
    assert known.awake.held
    opened = known.record().opened
    assert ("desk-reset", Shell.WINDOW) == (opened.routine, opened.shell)

    known.play(120)
    known.over()
    assert [CloseReason.COMPLETED] == known.ended
    assert not known.awake.held
    known.coach.answer(4, None, pinch=False)
    answers = known.record().answers
    assert answers is not None
    assert (4, None, False) == (answers.effort, answers.pain_during, answers.pinch)
    assert not known.coach.running
    known.qtbot.waitUntil(lambda: "today: Desk reset" in known.todays[-1].last_words)


def test_questions_that_were_turned_away_are_not_answered(known: CoachStand) -> None:
    known.practise("desk-reset")
    known.session().stop()
    known.coach.leave()
    assert known.record().answers is None
    assert not known.coach.running


def broken_off(stand: CoachStand, *actions: Action, hold: int = 2, seconds: float = 5.0) -> None:
    """A session that dies in a hold, with this done in its first."""
    stand.practise("desk-reset")
    stand.into_hold(1)
    for action in actions:
        stand.session().session.act(action)
    stand.into_hold(hold, seconds)


def test_a_session_that_broke_off_is_offered_and_goes_on_where_it_was(
    known: CoachStand, qtbot: QtBot
) -> None:
    broken_off(known)
    first = known.record().opened
    later = again(known, qtbot)
    assert "Desk reset broke off" in later.todays[-1].unfinished_words

    later.coach.resume()
    later.go()
    session = later.session().session
    assert (Side.LEFT, 1) == (session.player.segment.side, session.player.segment.chapter)
    later.play(100)
    whole = later.record()
    assert first == whole.opened
    assert whole.closed is not None
    assert CloseReason.COMPLETED is whole.closed.reason
    assert [(Side.RIGHT, 1, True), (Side.LEFT, 1, True)] == holds(later)
    later.close()


def test_what_was_eased_swapped_and_lengthened_stays_so(known: CoachStand, qtbot: QtBot) -> None:
    known.coach.settings = Settings().with_value("session.first_side", "left")
    known.practise("gentle-start")
    session = known.session().session
    known.into_hold(1)
    assert 2 == session.player.segment.rung
    for action in (Action.PINCH, Action.SWAP, Action.LONGER):
        session.act(action)
    known.play(1)
    before = [
        (s.exercise, s.side, s.rung, s.length_s)
        for s in session.player.timeline.segments
        if s.phase.practised
    ]
    assert 1 == session.player.segment.rung
    later = again(known, qtbot)

    later.coach.resume()
    later.go()
    resumed = later.session().session
    after = [
        (s.exercise, s.side, s.rung, s.length_s)
        for s in resumed.player.timeline.segments
        if s.phase.practised
    ]
    assert before == after
    assert 0 == resumed.player.segment.chapter
    later.close()


def test_a_session_that_died_in_its_lead_in_begins_again(known: CoachStand, qtbot: QtBot) -> None:
    known.practise("desk-reset")
    known.play(1)
    later = again(known, qtbot)
    assert "before its first hold" in later.todays[-1].unfinished_words
    later.coach.resume()
    later.go()
    assert 0 == later.session().session.player.segment.index
    assert 1 == len(later.journal.opened)
    later.close()


@pytest.mark.parametrize(
    ("actions", "chapter"),
    [((Action.NEXT,), 1), ((Action.NEXT, Action.BACK, Action.BACK), 0), ((Action.BACK,), 0)],
)
def test_what_was_skipped_is_not_begun_again_and_what_was_restarted_is(
    known: CoachStand, qtbot: QtBot, actions: tuple[Action, ...], chapter: int
) -> None:
    known.practise("desk-reset")
    known.into_hold(1)
    for action in actions:
        known.session().session.act(action)
    later = again(known, qtbot)
    later.coach.resume()
    later.go()
    assert chapter == later.session().session.player.segment.chapter
    later.close()


def test_a_session_of_which_all_was_skipped_goes_on_with_its_last_chapter(
    known: CoachStand, qtbot: QtBot
) -> None:
    known.practise("desk-reset")
    for _ in range(5):
        known.session().session.act(Action.NEXT)
    later = again(known, qtbot)
    later.coach.resume()
    later.go()
    assert 1 == later.session().session.player.segment.chapter
    later.close()


def test_a_break_that_broke_off_is_not_gone_on_with(known: CoachStand, qtbot: QtBot) -> None:
    broken_off(known)
    (row,) = known.journal.opened.values()
    known.journal.opened[row.id] = replace(row, purpose=Purpose.BREAK)
    later = again(known, qtbot)
    assert "" == later.todays[-1].unfinished_words


def test_a_session_that_broke_off_can_be_left_as_it_is(known: CoachStand, qtbot: QtBot) -> None:
    broken_off(known)
    later = again(known, qtbot)
    seen = len(later.todays)
    later.coach.close_unfinished()
    later.qtbot.waitUntil(lambda: len(later.todays) > seen)

    assert "" == later.todays[-1].unfinished_words
    closed = later.record().closed
    assert closed is not None
    assert CloseReason.UNFINISHED is closed.reason
    later.coach.resume()
    later.coach.close_unfinished()
    assert [] == later.opened
    assert 1 == len(later.journal.ends)
    later.close()


def test_an_exercise_alone_is_practised_kept_and_gone_on_with(
    known: CoachStand, qtbot: QtBot
) -> None:
    known.practise("only-leg-swings")
    known.into_hold(2)
    assert "only-leg-swings" == known.record().opened.routine
    later = again(known, qtbot)
    assert "Leg swings broke off" in later.todays[-1].unfinished_words

    later.coach.resume()
    later.go()
    assert 1 == later.session().session.player.segment.chapter
    later.play(600)
    later.over()
    later.coach.answer(1, 1, pinch=False)
    later.qtbot.waitUntil(lambda: "Leg swings" in later.todays[-1].last_words)
    assert later.record().closed is not None
    later.close()


def test_a_routine_that_is_gone_is_told_and_can_be_closed(known: CoachStand) -> None:
    known.coach.start("desk-rset")
    assert [] == known.opened
    assert "There is no routine called desk-rset. Did you mean desk-reset?" == known.troubles[-1]
    assert not known.coach.running


def test_a_journal_that_cannot_be_read_keeps_nobody_from_practising(stand: CoachStand) -> None:
    stand.journal.fault = DAMAGED
    stand.coach.start("desk-reset")
    stand.begin()
    assert "The journal journal.sqlite is damaged" in stand.troubles[-1]
    assert "desk-reset" in {card.id for card in stand.todays[-1].routines}
    assert (1, []) == (len(stand.asked), stand.opened)

    stand.coach.answer_safety(())
    stand.go()
    stand.play(120)
    stand.over()
    assert [CloseReason.COMPLETED] == stand.ended


def test_rows_that_could_not_be_written_are_told_after_the_session_and_until_they_are(
    known: CoachStand,
) -> None:
    known.practise("desk-reset")
    known.written()
    known.journal.fault = FULL
    known.play(120)
    known.over()
    known.qtbot.waitUntil(lambda: known.worker.problem is not None)
    assert [] == known.troubles

    known.coach.answer(3, 0, pinch=False)
    assert ["The disk with the journal journal.sqlite is full; free some room and try again."] == (
        known.troubles
    )
    known.journal.fault = None
    known.coach.answer_safety(())
    known.qtbot.waitUntil(lambda: "" == known.troubles[-1])
    assert known.record().answers is not None
    known.qtbot.waitUntil(lambda: "today: Desk reset" in known.todays[-1].last_words)


def test_where_all_is_well_no_trouble_is_wiped_away_that_others_told(known: CoachStand) -> None:
    known.look()
    assert [] == known.troubles


def test_a_journal_that_can_be_read_again_is_read(stand: CoachStand) -> None:
    stand.answered()
    stand.journal.fault = LOCKED
    stand.begin()
    assert "in use by another program" in stand.troubles[-1]
    assert stand.coach.flags is None

    stand.journal.fault = None
    stand.written()
    stand.qtbot.waitUntil(lambda: "" == stand.troubles[-1])
    assert () == stand.coach.flags
    assert 2 == len(stand.troubles)


class BrokenContent(OwnContent):
    """Files of which one is broken, though not one of the desk routine."""

    def everything(self) -> Content:
        raise ContentError("missing-field", file="routines/x.toml", field="order")


def test_broken_content_is_told_and_what_is_whole_can_be_followed(qtbot: QtBot) -> None:
    stand = CoachStand(qtbot, content=BrokenContent())
    stand.answered()
    stand.worker.start()
    stand.coach.look()
    stand.qtbot.waitUntil(lambda: bool(stand.troubles))
    assert ["routines/x.toml, order: it is missing."] == stand.troubles
    assert [] == stand.todays

    stand.coach.start("desk-reset")
    assert 1 == len(stand.opened)
    stand.close()


def test_somebody_who_has_gone_finds_the_session_paused(known: CoachStand) -> None:
    known.practise("desk-reset")
    known.into_hold(1)
    known.coach.pause()
    known.written()
    assert [EventKind.PAUSED] == [event.kind for event in known.record().events]
