"""The rules of a guided session, held against random routines, doses, voices and wishes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from hipcoach.core.exercise import Method, Position
from hipcoach.core.side import Side
from hipcoach.core.timeline import (
    END_TONE,
    START_TONE,
    TONES,
    Cue,
    CueKind,
    Phase,
    Segment,
    Timeline,
)
from tests.core.sessions import Case, cases

enough = settings(max_examples=60)
"""Many rules over one compiler: together they see more than a thousand sessions."""

EPS = 1e-6
FLOOR = {Position.LYING, Position.KNEELING}


def _within(timeline: Timeline, segment: Segment) -> list[Cue]:
    """The cues that start in a segment."""
    return [cue for cue in timeline.cues if segment.start_s - EPS <= cue.at_s < segment.end_s - EPS]


def _practised(timeline: Timeline) -> list[Segment]:
    return [segment for segment in timeline.segments if segment.phase.practised]


@enough
@given(cases())
def test_segments_follow_each_other_without_gaps(case: Case) -> None:
    segments = case.compiled().segments

    assert 0.0 == segments[0].start_s
    assert list(range(len(segments))) == [segment.index for segment in segments]
    for before, after in pairwise(segments):
        assert pytest.approx(before.end_s) == after.start_s
    assert all(segment.length_s > 0 for segment in segments)
    assert Phase.FINISH is segments[-1].phase
    assert len(segments) == len({segment.key for segment in segments})


@enough
@given(cases())
def test_chapters_count_up_by_one(case: Case) -> None:
    chapters = [segment.chapter for segment in case.compiled().segments]

    assert 0 == chapters[0]
    assert {0, 1} >= {after - before for before, after in pairwise(chapters)}


@enough
@given(cases(adjusted=False))
def test_both_sides_get_the_same_time(case: Case) -> None:
    timeline = case.compiled()
    for index, step in enumerate(case.routine.steps):
        for phases in ({Phase.WORK, Phase.CONTRACT}, {Phase.RELAX}, {Phase.WORK}):
            seconds = {
                side: sum(
                    segment.length_s
                    for segment in timeline.segments
                    if segment.step == index and segment.side is side and segment.phase in phases
                )
                for side in Side
            }
            assert pytest.approx(seconds[Side.LEFT]) == seconds[Side.RIGHT], step


@enough
@given(cases())
def test_no_two_cues_overlap(case: Case) -> None:
    for before, after in pairwise(case.compiled().cues):
        assert before.end_s <= after.at_s + EPS, (before, after)


@enough
@given(cases())
def test_every_cue_is_over_before_the_end(case: Case) -> None:
    timeline = case.compiled()

    assert all(0 <= cue.at_s and cue.end_s <= timeline.length_s + EPS for cue in timeline.cues)


@enough
@given(cases())
def test_in_the_last_three_seconds_of_a_hold_there_is_only_the_count(case: Case) -> None:
    timeline = case.compiled()
    for segment in _practised(timeline):
        late = [
            cue
            for cue in _within(timeline, segment)
            if cue.at_s > max(segment.start_s, segment.end_s - 3) + EPS
        ]
        assert {cue.kind for cue in late} <= {CueKind.COUNT}
        sounding = [cue for cue in _within(timeline, segment) if cue.kind is not CueKind.COUNT]
        if segment.phase is Phase.WORK:
            assert all(cue.end_s <= segment.end_s - 3 for cue in sounding)


@enough
@given(cases())
def test_every_hold_is_counted_out(case: Case) -> None:
    timeline = case.compiled()
    for segment in timeline.segments:
        if segment.phase is Phase.WORK:
            count = [
                round(cue.at_s - segment.end_s, 3)
                for cue in _within(timeline, segment)
                if cue.kind is CueKind.COUNT
            ]
            assert [-3.0, -2.0, -1.0] == count


@enough
@given(cases())
def test_what_is_no_contraction_is_counted_in(case: Case) -> None:
    timeline = case.compiled()
    for before, after in pairwise(timeline.segments):
        if before.phase is Phase.GET_READY and after.phase is Phase.WORK:
            assert [-3.0, -2.0, -1.0] == [
                round(cue.at_s - after.start_s, 3) for cue in _within(timeline, before)
            ]


@enough
@given(cases())
def test_a_number_never_runs_into_the_next(case: Case) -> None:
    numbers = [cue for cue in case.compiled().cues if cue.kind is CueKind.COUNT]

    assert all(cue.length_s <= 0.9 for cue in numbers)
    if not case.options.spoken_count:
        assert {cue.text for cue in numbers} <= TONES


@enough
@given(cases())
def test_start_and_end_of_every_hold_sound(case: Case) -> None:
    timeline = case.compiled()
    starts = [cue.at_s for cue in timeline.cues if cue.text == START_TONE]
    ends = [cue.at_s for cue in timeline.cues if cue.text == END_TONE]

    assert pytest.approx([segment.start_s for segment in _practised(timeline)]) == starts
    assert pytest.approx([segment.end_s for segment in _practised(timeline)]) == ends


@enough
@given(cases())
def test_a_contraction_waits_for_the_last_word_of_its_command(case: Case) -> None:
    timeline = case.compiled()
    for before, after in pairwise(timeline.segments):
        if after.phase is not Phase.CONTRACT:
            continue
        spoken = [cue for cue in _within(timeline, before) if cue.text not in TONES]
        assert all(cue.end_s <= after.start_s + EPS for cue in spoken)
        if case.voice:
            assert CueKind.INTENT is spoken[-1].kind
            assert spoken[-1].text.code == f"{after.exercise}/{after.contraction}"


@enough
@given(cases())
def test_a_contraction_is_silent_but_for_its_ticks(case: Case) -> None:
    timeline = case.compiled()
    for segment in timeline.segments:
        if segment.phase is Phase.CONTRACT:
            assert {cue.text for cue in _within(timeline, segment)} <= TONES


@enough
@given(cases())
def test_relaxing_takes_at_least_as_long_as_the_dose_says(case: Case) -> None:
    for segment in case.compiled().segments:
        if segment.phase is Phase.RELAX:
            assert segment.length_s >= case.routine.steps[segment.step].dose.relax_s


@enough
@given(cases())
def test_the_picture_never_jumps_within_a_run(case: Case) -> None:
    for before, after in pairwise(case.compiled().segments):
        same = before.step == after.step and before.chapter == after.chapter
        if same and not after.reps:
            assert before.pose_to == after.pose_from


@enough
@given(cases())
def test_breathing_is_followed_by_eight_quiet_seconds(case: Case) -> None:
    for before, after in pairwise(case.compiled().cues):
        if before.kind is CueKind.BREATHING:
            assert after.at_s >= before.end_s + 8 - EPS


@enough
@given(cases())
def test_intent_and_breathing_come_in_their_slots(case: Case) -> None:
    timeline = case.compiled()
    for segment in timeline.segments:
        if segment.phase is Phase.WORK:
            at_s = {cue.kind: cue.at_s - segment.start_s for cue in _within(timeline, segment)}
            assert pytest.approx(1.0) == at_s.get(CueKind.INTENT, 1.0)
            assert 6 - EPS <= at_s.get(CueKind.BREATHING, 6.0) <= 8 + EPS


@enough
@given(cases())
def test_half_way_is_said_only_in_long_holds_and_in_quiet(case: Case) -> None:
    timeline = case.compiled()
    cues = timeline.cues
    for index, cue in enumerate(cues):
        if cue.kind is CueKind.HALFWAY:
            segment = timeline.segment_at(cue.at_s)
            assert Phase.WORK is segment.phase
            assert 20 <= segment.length_s
            assert pytest.approx(segment.start_s + segment.length_s / 2) == cue.at_s
            assert cues[index - 1].end_s <= cue.at_s - 3 + EPS
            assert cue.end_s <= cues[index + 1].at_s - 3 + EPS


@enough
@given(cases())
def test_ten_seconds_are_said_only_in_holds_of_half_a_minute(case: Case) -> None:
    timeline = case.compiled()
    for cue in timeline.cues:
        if cue.kind is CueKind.REMAINING:
            segment = timeline.segment_at(cue.at_s)
            assert Phase.WORK is segment.phase
            assert 30 <= segment.length_s
            assert pytest.approx(segment.end_s - 10) == cue.at_s


@enough
@given(cases())
def test_a_change_of_sides_takes_five_to_ten_seconds(case: Case) -> None:
    switches = [segment for segment in case.compiled().segments if segment.phase is Phase.SWITCH]

    assert all(5 <= segment.length_s <= 10 for segment in switches)


@enough
@given(cases())
def test_getting_up_and_down_gets_at_least_nine_seconds(case: Case) -> None:
    position = Position.STANDING
    for segment in case.compiled().segments:
        if segment.phase is Phase.TRANSITION:
            then = case.exercises[segment.exercise].position
            if (position in FLOOR) is not (then in FLOOR):
                assert segment.length_s >= 9
            elif position is not then:
                assert segment.length_s >= 6
            position = then


@enough
@given(cases())
def test_the_set_up_is_over_before_get_ready(case: Case) -> None:
    timeline = case.compiled()
    for segment in timeline.segments:
        if segment.phase in {Phase.ANNOUNCE, Phase.TRANSITION, Phase.SWITCH, Phase.REST}:
            assert all(cue.end_s <= segment.end_s + EPS for cue in _within(timeline, segment))


@enough
@given(cases())
def test_safety_is_said_once_for_each_exercise(case: Case) -> None:
    said = [cue.text.code for cue in case.compiled().cues if cue.kind is CueKind.SAFETY]
    practised = {step.exercise for step in case.routine.steps}

    assert sorted(f"{name}/safety" for name in practised if case.voice) == sorted(said)


@enough
@given(cases())
def test_words_and_picture_agree_on_the_side(case: Case) -> None:
    timeline = case.compiled()
    for cue in timeline.cues:
        if "/" in cue.text.code:
            segment = timeline.segment_at(cue.at_s + EPS)
            assert segment.side is cue.text.side
            assert segment.exercise == cue.text.code.partition("/")[0]


@enough
@given(cases())
def test_what_has_no_sides_names_none(case: Case) -> None:
    for segment in case.compiled().segments:
        assert (segment.side is not None) is case.exercises[segment.exercise].sided


@enough
@given(cases(adjusted=False))
def test_every_set_of_every_side_is_practised(case: Case) -> None:
    timeline = case.compiled()
    for index, step in enumerate(case.routine.steps):
        exercise = case.exercises[step.exercise]
        runs = step.dose.sets * (2 if exercise.sided else 1)
        mine = [segment for segment in timeline.segments if segment.step == index]
        assert runs == len({segment.chapter for segment in mine})
        works = [segment for segment in mine if segment.phase is Phase.WORK]
        if exercise.method is Method.REPETITIONS:
            assert [step.dose.reps] * runs == [segment.reps for segment in works]
        else:
            holds = runs * max(step.dose.reps, 1) if step.dose.hold_s else 0
            assert [step.dose.hold_s] * holds == [segment.length_s for segment in works]


@enough
@given(cases())
def test_the_same_is_compiled_from_the_same(case: Case) -> None:
    assert case.compiled() == case.compiled()
