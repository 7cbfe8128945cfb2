"""A guided session: what is heard, shown and kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hipcoach.app.session import PREPARE_S, GuidedSession, chapter_to_go_on_with
from hipcoach.app.session_plan import SoundChoice
from hipcoach.app.session_view import snapshot_of
from hipcoach.app.snapshots import PlayState, SessionSnapshot
from hipcoach.core.controls import Action
from hipcoach.core.journal import CloseReason, EventKind, SessionRecord
from hipcoach.core.player import State
from hipcoach.core.side import Side
from hipcoach.core.timeline import Phase
from hipcoach.ports import SpeechProblem, Tone
from tests.app.practice import Practice, plan

EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def practice() -> Practice:
    return Practice()


def record(practice: Practice) -> SessionRecord:
    (only,) = practice.journal.sessions(*EVER)
    return only


def view(practice: Practice, session: GuidedSession) -> SessionSnapshot:
    return snapshot_of(session, practice.clock.monotonic(), moving=True)


def in_the_first_hold(practice: Practice, session: GuidedSession, seconds: float = 5.0) -> None:
    hold = next(s for s in session.player.timeline.segments if s.phase is Phase.WORK)
    practice.play(session, hold.start_s + seconds - session.player.position_s)


def test_a_whole_session_speaks_every_line_of_its_timeline_in_order(practice: Practice) -> None:
    session = practice.open()
    session.start()
    practice.play(session, 100)

    words = session.plan.wording.words
    expected = [words(cue.text) for cue in session.player.timeline.cues if words(cue.text)]
    assert expected == [line for line in practice.speaker.heard if not isinstance(line, Tone)]
    assert CloseReason.COMPLETED is session.closed


def test_every_segment_is_in_the_journal_as_soon_as_it_is_over(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session)

    kept = [row.phase for row in record(practice).segments]
    assert ["announce", "transition", "get_ready"] == kept
    assert record(practice).closed is None


def test_the_timeline_waits_for_the_voice_to_measure_its_lines(practice: Practice) -> None:
    practice.speaker.hang()
    session = practice.open()
    assert not session.prepared()
    practice.speaker.hang(False)

    assert session.prepared()


def test_a_voice_that_does_not_answer_delays_the_start_only_so_long(practice: Practice) -> None:
    practice.speaker.hang()
    session = practice.open()

    assert not session.prepared()
    practice.clock.advance(PREPARE_S + 0.1)
    assert session.prepared()


def test_a_session_without_any_voice_runs_to_its_end_on_captions_and_tones(
    practice: Practice,
) -> None:
    practice.speaker.fail(voice=SpeechProblem.NO_ENGINE)
    session = practice.open()
    assert session.prepared()
    session.start()
    in_the_first_hold(practice, session)

    assert "" != view(practice, session).caption
    assert "No voice is installed" in view(practice, session).muted
    practice.play(session, 100)
    assert CloseReason.COMPLETED is session.closed
    assert {Tone.START, Tone.END} == {h for h in practice.speaker.heard if isinstance(h, Tone)}


def test_the_mute_sign_goes_when_the_voice_returns(practice: Practice) -> None:
    session = practice.open()
    session.start()
    practice.speaker.fail(voice=SpeechProblem.ENGINE_FAILS)
    practice.play(session, 1)
    assert "" != view(practice, session).muted

    practice.speaker.fail()
    practice.play(session, 1)
    assert "" == view(practice, session).muted


def test_a_voice_that_was_switched_off_is_no_fault(practice: Practice) -> None:
    practice.speaker.fail(voice=SpeechProblem.NO_ENGINE)
    session = practice.open(sound=SoundChoice(voice=False))
    session.start()
    practice.play(session, 10)

    assert "" == view(practice, session).muted
    assert not [line for line in practice.speaker.heard if not isinstance(line, Tone)]


def test_without_beeps_no_tone_is_played(practice: Practice) -> None:
    session = practice.open(sound=SoundChoice(beeps=False))
    session.start()
    practice.play(session, 100)

    assert not [tone for tone in practice.speaker.heard if isinstance(tone, Tone)]


def test_a_pinch_is_kept_and_eases_the_exercise_at_once(practice: Practice) -> None:
    session = practice.open(plan(rung=3))
    session.start()
    in_the_first_hold(practice, session)
    assert 3 == session.player.segment.rung
    session.act(Action.PINCH)

    (event,) = record(practice).events
    assert (EventKind.PINCH, 1.0) == (event.kind, event.amount)
    assert (2, Phase.WORK) == (session.player.segment.rung, session.player.segment.phase)
    practice.play(session, 1)
    pinch = session.plan.wording.exercises["desk-split-stance"].lines["pinch"].full_right
    assert pinch == practice.speaker.heard[-1]


def test_the_easier_rung_holds_for_the_other_side_too(practice: Practice) -> None:
    session = practice.open(plan(rung=3))
    session.start()
    in_the_first_hold(practice, session)
    session.act(Action.EASIER)

    rungs = {s.side: s.rung for s in session.player.timeline.segments if s.phase is Phase.WORK}
    assert {Side.RIGHT: 2, Side.LEFT: 2} == rungs


def test_below_the_gentlest_rung_there_is_a_word_and_no_change(practice: Practice) -> None:
    session = practice.open(plan(rung=1))
    session.start()
    in_the_first_hold(practice, session)
    session.act(Action.EASIER)
    practice.play(session, 1)

    assert 1 == session.player.segment.rung
    assert "gentlest" in str(practice.speaker.heard[-1])
    assert 0.0 == record(practice).events[0].amount


def test_ten_seconds_more_lengthen_this_hold_and_the_other_side(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session)
    session.act(Action.LONGER)

    holds = [s.length_s for s in session.player.timeline.segments if s.phase is Phase.WORK]
    assert [40.0, 40.0] == holds
    assert 35.0 == pytest.approx(view(practice, session).remaining_s, abs=0.1)


def test_ten_seconds_less_at_the_end_still_change_the_sides_aloud(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session, 26)
    practice.speaker.heard.clear()
    session.act(Action.SHORTER)
    practice.play(session, 5)

    said = [line for line in practice.speaker.heard if not isinstance(line, Tone)]
    assert ["Ten seconds less.", "Switch sides, left leg back."] == said[:2]


def test_swapping_sides_turns_this_run_and_the_next(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session)
    session.act(Action.SWAP)

    sides = [s.side for s in session.player.timeline.segments if s.phase is Phase.WORK]
    assert [Side.LEFT, Side.RIGHT] == sides
    assert "Left" == view(practice, session).side_words


def test_pausing_silences_and_resuming_counts(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session, 1.2)
    session.act(Action.PAUSE_RESUME)
    assert practice.speaker.sounding is None
    assert PlayState.PAUSED is view(practice, session).state

    practice.play(session, 60)
    session.act(Action.PAUSE_RESUME)
    practice.play(session, 0.1)
    assert (PlayState.COUNTING_IN, 3) == (
        view(practice, session).state,
        view(practice, session).count_in,
    )
    practice.play(session, 3)
    assert PlayState.PLAYING is view(practice, session).state


def test_going_on_brings_back_the_line_that_was_read_before_the_pause(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session, 8)
    before = view(practice, session).caption
    session.act(Action.PAUSE_RESUME)
    practice.play(session, 1)
    assert "Paused." == view(practice, session).caption

    session.act(Action.PAUSE_RESUME)
    assert before == view(practice, session).caption


@pytest.mark.parametrize(
    ("asked", "read"), [(Action.SWAP, "Other side: left."), (Action.NEXT, ""), (Action.BACK, "")]
)
def test_no_line_of_the_side_that_was_left_comes_back_after_a_pause(
    practice: Practice, asked: Action, read: str
) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session, 1.5)
    assert "right glute" in view(practice, session).caption
    session.act(Action.PAUSE_RESUME)
    practice.play(session, 1)
    session.act(asked)
    practice.play(session, 1)
    practice.speaker.heard.clear()

    session.act(Action.PAUSE_RESUME)
    assert read == view(practice, session).caption
    practice.play(session, 3.3)
    assert not any("right glute" in line for line in practice.speaker.heard)


def test_a_machine_that_was_asleep_wakes_up_paused(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session)
    held = session.player.position_s
    practice.clock.suspend(3600)
    session.tick()

    assert State.PAUSED is session.player.state
    assert held == pytest.approx(session.player.position_s, abs=0.1)


def test_a_wall_clock_that_jumps_moves_nothing(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session)
    held = session.player.position_s
    practice.clock.set_wall(datetime(2031, 1, 1, tzinfo=UTC))
    session.tick()

    assert held == pytest.approx(session.player.position_s)
    assert State.PLAYING is session.player.state


def test_louder_and_softer_stay_within_bounds(practice: Practice) -> None:
    session = practice.open()
    session.start()
    session.act(Action.LOUDER)
    assert 100 == practice.speaker.choice.volume
    for _ in range(12):
        session.act(Action.SOFTER)
    assert 0 == practice.speaker.choice.volume


def test_stopping_keeps_what_was_done(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session)
    session.act(Action.STOP)
    session.stop()

    kept = record(practice)
    assert kept.closed is not None
    assert CloseReason.STOPPED is kept.closed.reason
    assert [("work", False)] == [(row.phase, row.completed) for row in kept.segments[3:]]
    assert 5.0 == pytest.approx(kept.segments[3].held_s, abs=0.1)


def test_answers_that_were_not_given_are_kept_as_not_given(practice: Practice) -> None:
    session = practice.open()
    session.start()
    practice.play(session, 100)
    session.answer(effort=0, pain_during=None, pinch=None)

    answers = record(practice).answers
    assert answers is not None
    assert (0, None, None) == (answers.effort, answers.pain_during, answers.pinch)


def test_a_session_that_broke_off_goes_on_with_the_side_that_was_not_finished(
    practice: Practice,
) -> None:
    first = practice.open()
    first.start()
    in_the_first_hold(practice, first, 32)
    broken = practice.journal.unfinished()
    assert broken is not None

    last = max(row.index for row in broken.segments)
    chapter = chapter_to_go_on_with(plan(), last)
    assert 1 == chapter
    again = practice.open(session_id=broken.opened.id, start_chapter=chapter)
    again.start()
    assert Side.LEFT is again.player.segment.side
    practice.play(again, 60)
    whole = record(practice)
    assert whole.closed is not None
    assert [30.0, 30.0] == [row.held_s for row in whole.segments if row.phase == "work"]


def test_a_hold_that_broke_off_is_begun_again(practice: Practice) -> None:
    first = practice.open()
    first.start()
    in_the_first_hold(practice, first, 20)
    broken = record(practice)

    assert 0 == chapter_to_go_on_with(plan(), max(row.index for row in broken.segments))
    assert 0 == chapter_to_go_on_with(plan(), -1)


def test_what_comes_next_is_the_other_side_then_the_end(practice: Practice) -> None:
    session = practice.open()
    session.start()
    in_the_first_hold(practice, session)
    assert "Next: left side" == view(practice, session).next_words

    session.act(Action.NEXT)
    assert "Next: the end" == view(practice, session).next_words


def test_the_progress_never_goes_back_while_nothing_is_asked_for(practice: Practice) -> None:
    session = practice.open()
    session.start()
    seen = []
    while session.closed is None:
        practice.play(session, 1)
        seen.append(view(practice, session).progress)

    assert sorted(seen) == seen
    assert 1.0 == seen[-1]
