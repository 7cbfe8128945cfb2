"""The player: told the time, it gives back what came due."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.cueing import TEN_SECONDS
from hipcoach.core.player import Finished, Player, SegmentEnded, SegmentStarted, Silenced
from hipcoach.core.side import Side
from hipcoach.core.timeline import (
    START_TONE,
    Cue,
    CueKind,
    CueText,
    Phase,
    Priority,
    Segment,
    Timeline,
)
from hipcoach.core.voicing import CueDue

LENGTHS = (2.0, 4.0, 3.0, 10.0, 6.0, 3.0, 10.0, 5.0)
PHASES = (
    Phase.ANNOUNCE,
    Phase.TRANSITION,
    Phase.GET_READY,
    Phase.WORK,
    Phase.SWITCH,
    Phase.GET_READY,
    Phase.WORK,
    Phase.FINISH,
)
CHAPTERS = (0, 0, 0, 0, 1, 1, 1, 1)


def example(work_s: float = 10.0, rung: int = 3) -> Timeline:
    """One exercise, a hold on either side."""
    segments: list[Segment] = []
    at_s = 0.0
    for index, (length_s, phase, chapter) in enumerate(zip(LENGTHS, PHASES, CHAPTERS, strict=True)):
        length = work_s if phase is Phase.WORK else length_s
        segments.append(
            Segment(
                index=index,
                key=f"0.{chapter}.{phase}",
                start_s=at_s,
                length_s=length,
                phase=phase,
                exercise="hold",
                side=(Side.RIGHT, Side.LEFT)[chapter],
                rung=rung,
                step=0,
                run=chapter,
                chapter=chapter,
                pose_from="a",
                pose_to="b",
            )
        )
        at_s += length
    cues = (
        said(0.3, 1.5, "name", CueKind.NAME, Priority.NAME),
        said(2.3, 3.0, "setup", CueKind.SETUP, Priority.SETUP),
        said(10.0, 2.0, "intent", CueKind.INTENT, Priority.SETUP),
        said(19.6, 2.0, "switch", CueKind.SWITCH, Priority.SWITCH),
        Cue(28.0, 0.25, CueKind.START, Priority.START_END, START_TONE),
        said(29.0, 2.0, "intent", CueKind.INTENT, Priority.SETUP),
    )
    return Timeline("example", tuple(segments), cues if work_s == 10.0 else cues[:2])


def said(at_s: float, length_s: float, code: str, kind: CueKind, priority: Priority) -> Cue:
    return Cue(at_s, length_s, kind, priority, CueText(code))


def player(timeline: Timeline | None = None, *, spoken_count: bool = True) -> Player:
    return Player(timeline or example(), lambda _text: 0.8, spoken_count=spoken_count)


def heard(events: Sequence[object]) -> list[str]:
    return [event.cue.text.code for event in events if isinstance(event, CueDue) and event.voiced]


def shown(events: Sequence[object]) -> list[str]:
    return [event.cue.text.code for event in events if isinstance(event, CueDue)]


@given(st.lists(st.floats(0.001, 30.0), max_size=40), st.floats(0, 1e6))
def test_every_segment_comes_once_and_in_order_however_late_the_ticks(
    gaps: list[float], start: float
) -> None:
    timeline = example()
    playing = player(timeline)
    now = start
    events = list(playing.start(now))
    for gap in [*gaps, timeline.length_s + 1]:
        now += gap
        events += playing.tick(now)

    started = [event.segment for event in events if isinstance(event, SegmentStarted)]
    ended = [event.segment for event in events if isinstance(event, SegmentEnded)]
    assert list(timeline.segments) == started
    assert list(timeline.segments) == ended
    assert all(event.completed for event in events if isinstance(event, SegmentEnded))
    assert [cue.text.code for cue in timeline.cues] == shown(events)
    assert 1 == sum(isinstance(event, Finished) for event in events)
    assert Finished() == events[-1]


@given(st.lists(st.tuples(st.floats(0.01, 9.0), st.floats(0.01, 5000.0)), max_size=8))
def test_a_pause_costs_nothing(pauses: list[tuple[float, float]]) -> None:
    playing = player()
    now, played = 0.0, 0.0
    events = list(playing.start(now))
    for play_s, pause_s in pauses:
        if played + play_s >= playing.timeline.length_s:
            break
        now, played = now + play_s, played + play_s
        events += playing.pause(now)
        now += pause_s
        events += playing.resume(now)
        now += 3.0
        events += playing.tick(now)
    rest_s = playing.timeline.length_s - played

    assert rest_s == pytest.approx(playing.timeline.length_s - playing.position_s)
    assert not playing.over
    events += playing.tick(now + rest_s + 1e-6)
    assert playing.over
    segments = [event.segment for event in events if isinstance(event, SegmentStarted)]
    assert list(playing.timeline.segments) == segments


def test_going_on_after_a_pause_counts_to_three_first() -> None:
    playing = player()
    playing.start(0.0)
    playing.pause(11.0)
    events = [*playing.resume(20.0), *playing.tick(21.0), *playing.tick(22.0)]

    assert ["count-3", "count-2", "count-1"] == heard(events)
    assert "counting-in" == playing.state.value
    assert (1, 1) == (playing.count_in(22.0), playing.count_in(22.9))
    playing.tick(23.0)
    assert "playing" == playing.state.value
    assert pytest.approx(11.0) == playing.position_s


def test_the_count_after_a_pause_is_ticks_where_numbers_are_not_spoken() -> None:
    playing = player(spoken_count=False)
    playing.start(0.0)
    playing.pause(11.0)

    assert ["tick", "tick", "tick"] == heard(
        [*playing.resume(20.0), *playing.tick(21.0), *playing.tick(22.0)]
    )


def test_a_pause_is_silent_at_once_and_answered_a_moment_later() -> None:
    playing = player()
    playing.start(0.0)

    assert Silenced() in playing.pause(5.0)
    assert [] == heard(playing.tick(5.3))
    assert ["paused"] == heard(playing.tick(5.41))


def test_a_line_that_a_pause_cut_is_said_again_where_it_fits() -> None:
    playing = player()
    playing.start(0.0)
    playing.tick(2.4)
    playing.pause(2.5)
    playing.resume(10.0)

    assert ["setup"] == heard(playing.tick(13.0))[-1:]


def test_a_line_that_was_over_before_the_pause_is_not_said_again() -> None:
    playing = player()
    playing.start(0.0)
    playing.tick(5.5)
    playing.pause(5.5)
    playing.resume(10.0)

    assert "setup" not in heard(playing.tick(13.0))


def test_a_line_that_comes_late_is_shown_but_not_said() -> None:
    playing = player()
    playing.start(0.0)
    events = playing.tick(1.0)

    assert ["name"] == shown(events)
    assert [] == heard(events)
    assert [True] == [event.shown for event in events if isinstance(event, CueDue)]


def test_a_weightier_line_is_said_over_a_lighter_one_but_not_the_other_way_round() -> None:
    timeline = Timeline(
        "clash",
        example().segments,
        (
            said(1.0, 3.0, "setup", CueKind.SETUP, Priority.SETUP),
            said(2.0, 1.0, "name", CueKind.NAME, Priority.NAME),
            said(2.5, 1.0, "halfway", CueKind.HALFWAY, Priority.HALFWAY),
        ),
    )
    playing = player(timeline)
    playing.start(0.0)

    assert ["setup"] == heard(playing.tick(1.0))
    assert ["name"] == heard(playing.tick(2.0))
    (gave_way,) = [event for event in playing.tick(2.5) if isinstance(event, CueDue)]
    assert (False, False) == (gave_way.voiced, gave_way.shown)


def test_skipping_ends_the_segment_in_hand_unfinished_and_starts_the_next_chapter() -> None:
    playing = player()
    playing.start(0.0)
    events = playing.skip(12.5)
    ended = [event for event in events if isinstance(event, SegmentEnded)][-1]
    started = [event.segment for event in events if isinstance(event, SegmentStarted)][-1]

    assert (Phase.WORK, 3.5, False) == (ended.segment.phase, ended.held_s, ended.completed)
    assert (Phase.SWITCH, 1) == (started.phase, started.chapter)


def test_skipping_the_last_chapter_leads_to_the_finish_and_no_further() -> None:
    playing = player()
    playing.start(0.0)
    playing.skip(1.0)
    playing.skip(2.0)

    assert Phase.FINISH is playing.segment.phase
    assert [] == playing.skip(3.0)


def test_going_back_restarts_at_the_count_and_twice_at_the_chapter_before() -> None:
    playing = player()
    playing.start(0.0)
    playing.tick(30.0)

    playing.back(30.0)
    assert (1, Phase.GET_READY) == (playing.segment.chapter, playing.segment.phase)
    playing.back(31.0)
    assert (0, Phase.ANNOUNCE) == (playing.segment.chapter, playing.segment.phase)
    playing.back(40.0)
    assert 0 == playing.segment.chapter


def test_going_back_again_after_more_than_two_seconds_is_a_restart() -> None:
    playing = player()
    playing.start(0.0)
    playing.back(30.0)
    playing.back(32.5)

    assert 1 == playing.segment.chapter


def test_the_last_line_can_be_heard_again_but_counts_and_tones_are_no_lines() -> None:
    playing = player()
    playing.start(0.0)
    for tenth in range(286):
        playing.tick(tenth / 10)

    assert ["switch"] == heard(playing.repeat(28.6))


@pytest.mark.parametrize(("asked_s", "said_s"), [(18.0, 19.6), (18.9, 20.4)])
def test_sides_are_changed_aloud_after_the_answer_to_a_key(asked_s: float, said_s: float) -> None:
    playing = player()
    playing.start(0.0)
    said_at: dict[str, float] = {}
    for tenth in range(270):
        now = tenth / 10
        events = playing.tick(now)
        if now == asked_s:
            events += playing.answer(now, CueText("longer"))
        said_at |= dict.fromkeys(heard(events), now)

    assert pytest.approx(asked_s + 0.4) == said_at["longer"]
    assert pytest.approx(said_s, abs=0.11) == said_at["switch"]


def test_sides_are_not_changed_aloud_in_the_next_hold() -> None:
    playing = Player(example(), lambda _text: 5.0, spoken_count=True)
    playing.start(0.0)
    playing.tick(18.8)
    playing.answer(18.8, CueText("longer"))

    said = [line for tenth in range(188, 300) for line in heard(playing.tick(tenth / 10))]
    assert ("longer" in said, "switch" in said) == (True, False)


def test_what_was_true_for_a_moment_only_is_not_heard_again() -> None:
    ten = Cue(15.0, 0.8, CueKind.REMAINING, Priority.HALFWAY, TEN_SECONDS)
    timeline = Timeline("late", example().segments, (*example().cues[:3], ten))
    playing = player(timeline)
    playing.start(0.0)
    for tenth in range(170):
        playing.tick(tenth / 10)
    playing.pause(17.0)
    playing.tick(17.5)
    playing.resume(18.0)
    playing.tick(21.5)

    assert ["intent"] == heard(playing.repeat(22.0))


def test_a_tone_that_a_pause_cut_brings_no_older_line_back() -> None:
    tone = Cue(9.0, 0.9, CueKind.START, Priority.START_END, START_TONE)
    short = said(2.3, 0.4, "setup", CueKind.SETUP, Priority.SETUP)
    timeline = Timeline("tone", example().segments, (short, tone))
    playing = player(timeline)
    playing.start(0.0)
    for tenth in range(94):
        playing.tick(tenth / 10)
    playing.pause(9.4)
    playing.resume(10.0)

    assert "setup" not in heard(playing.tick(13.0))


def test_skipping_while_paused_stays_paused_and_goes_on_from_there() -> None:
    playing = player()
    playing.start(0.0)
    playing.pause(5.0)
    playing.skip(50.0)

    assert "paused" == playing.state.value
    playing.resume(60.0)
    playing.tick(64.0)
    assert pytest.approx(20.0) == playing.position_s


def test_an_adjusted_timeline_goes_on_at_the_same_second_of_the_same_hold() -> None:
    playing = player()
    playing.start(0.0)
    playing.exchange(13.0, example(work_s=20.0, rung=2))

    assert (Phase.WORK, 2) == (playing.segment.phase, playing.segment.rung)
    assert pytest.approx(13.0) == playing.position_s
    assert [] == [e for e in playing.tick(28.9) if isinstance(e, SegmentEnded)]
    assert [20.0] == [e.held_s for e in playing.tick(29.0) if isinstance(e, SegmentEnded)]


def test_a_hold_that_becomes_shorter_than_what_was_held_ends_at_once() -> None:
    playing = player()
    playing.start(0.0)
    playing.exchange(18.0, example(work_s=5.0))

    assert [5.0] == [e.held_s for e in playing.tick(18.0) if isinstance(e, SegmentEnded)]


@given(st.floats(0, 60), st.floats(0, 60))
def test_the_next_event_comes_when_it_was_promised(first: float, second: float) -> None:
    playing = player()
    playing.start(0.0)
    playing.tick(min(first, second))
    promised = playing.next_at()

    if promised != float("inf"):
        assert [] == playing.tick(promised - 1e-4)
        assert [] != playing.tick(promised)


def test_leaving_ends_the_segment_in_hand_unfinished_and_all_that_follows() -> None:
    playing = player()
    playing.start(0.0)
    events = playing.leave(12.5)
    left = [event for event in events if isinstance(event, SegmentEnded)][-1]

    assert (Phase.WORK, 3.5, False) == (left.segment.phase, left.held_s, left.completed)
    assert Silenced() == events[-1]
    assert [] == playing.tick(100.0)
    assert float("inf") == playing.next_at()


def test_what_is_over_stays_over() -> None:
    playing = player()
    playing.start(0.0)
    playing.tick(100.0)

    assert [] == playing.tick(200.0)
    assert [] == playing.pause(200.0)
    assert [] == playing.skip(200.0)
    assert [] == playing.repeat(200.0)
