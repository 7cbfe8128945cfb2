"""What becomes of a routine, by example."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.compile import Adjustment, CompileOptions, start_rung
from hipcoach.core.exercise import Contraction, Dose, Method, Position
from hipcoach.core.routine import Step
from hipcoach.core.side import Side
from hipcoach.core.timeline import CueKind, CueText, Form, Phase, Timeline
from tests.core.sessions import exercise, rung, timeline

PUSH = Contraction("push", "push", "push-deeper", placed=True)
PULL = Contraction("pull", "pull", "pull-deeper", placed=True)
CYCLES = Dose(cycles=2, contract_s=5.0, relax_s=3.0, hold_s=15.0)


def _pushing(dose: Dose = CYCLES) -> Timeline:
    rungs = (rung(contractions=(PUSH, PULL)),)
    pushing = exercise(method=Method.CONTRACTIONS, sided=False, rungs=rungs, dose=dose)
    return timeline((pushing, None))


def _codes(found: Timeline, phase: Phase, kinds: set[CueKind]) -> list[list[str]]:
    """Codes said in each segment of a phase, without the exercise."""
    return [
        [
            cue.text.code.rpartition("/")[2]
            for cue in found.cues
            if cue.kind in kinds and segment.start_s <= cue.at_s < segment.end_s
        ]
        for segment in found.segments
        if segment.phase is phase
    ]


def test_a_hold_on_both_sides() -> None:
    found = timeline((exercise(), None))

    assert [
        (Phase.ANNOUNCE, Side.RIGHT),
        (Phase.TRANSITION, Side.RIGHT),
        (Phase.GET_READY, Side.RIGHT),
        (Phase.WORK, Side.RIGHT),
        (Phase.SWITCH, Side.LEFT),
        (Phase.GET_READY, Side.LEFT),
        (Phase.WORK, Side.LEFT),
        (Phase.FINISH, Side.LEFT),
    ] == [(segment.phase, segment.side) for segment in found.segments]
    assert 2 == found.chapters
    assert Phase.SWITCH is found.chapter_start(1).phase


def test_sets_go_from_side_to_side() -> None:
    found = timeline((exercise(dose=Dose(sets=2, hold_s=30.0)), None))

    assert [Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT] == [
        segment.side for segment in found.segments if segment.phase is Phase.WORK
    ]


def test_the_second_set_is_left_in_peace() -> None:
    found = timeline((exercise(dose=Dose(sets=2, hold_s=30.0)), None))
    heard = {CueKind.INTENT, CueKind.BREATHING}
    forms = [cue.text.form for cue in found.cues if cue.kind is CueKind.INTENT]

    assert [["intent", "breathing"]] * 2 + [["intent"]] * 2 == _codes(found, Phase.WORK, heard)
    assert [Form.FULL, Form.FULL, Form.SHORT, Form.SHORT] == forms


def test_without_sides_the_next_set_comes_after_a_rest() -> None:
    found = timeline((exercise(sided=False, dose=Dose(sets=2, hold_s=30.0)), None))

    assert [["again"]] == _codes(found, Phase.REST, {CueKind.SWITCH})
    assert {None} == {segment.side for segment in found.segments}
    assert Form.SHORT is next(cue.text.form for cue in found.cues if cue.text.code == "again")


def test_the_first_side_is_the_one_asked_for() -> None:
    found = timeline((exercise(), None), options=CompileOptions(first_side=Side.LEFT))

    assert Side.LEFT is found.segments[0].side


def test_a_session_says_name_set_up_and_safety_before_it_counts() -> None:
    cues = timeline((exercise(), None)).cues
    first = [cue.kind for cue in cues[:5]]

    assert [
        CueKind.NAME,
        CueKind.SETUP,
        CueKind.SETUP,
        CueKind.SAFETY,
        CueKind.COUNT,
    ] == first


@pytest.mark.parametrize(("done", "form"), [(0, Form.FULL), (2, Form.FULL), (3, Form.SHORT)])
def test_the_first_three_times_are_explained_in_full(done: int, form: Form) -> None:
    found = timeline((exercise(), None), options=CompileOptions(times_done={"stretch": done}))
    forms = {cue.text.form for cue in found.cues if "/" in cue.text.code}

    assert {form} == forms


def test_what_comes_again_is_said_short_and_its_safety_line_once() -> None:
    swings = exercise("swings")
    found = timeline((swings, None), (exercise("hold"), None), (swings, None))
    announced = [(cue.text.code, cue.text.form) for cue in found.cues if cue.kind is CueKind.NAME]
    safety = [cue.text.code for cue in found.cues if cue.kind is CueKind.SAFETY]

    assert [
        ("swings/announce", Form.FULL),
        ("hold/announce", Form.FULL),
        ("swings/announce", Form.SHORT),
    ] == announced
    assert ["swings/safety", "hold/safety"] == safety


def test_a_rung_says_its_own_lines() -> None:
    found = timeline((exercise(rungs=(rung(own=True, setup_lines=1),)), None))
    said = {cue.text.code for cue in found.cues}

    assert {"stretch/rung-1-setup-1", "stretch/rung-1-intent"} <= said
    assert not {"stretch/setup-1", "stretch/intent"} & said


def test_the_person_s_rung_counts_before_the_default() -> None:
    ladder = exercise(rungs=(rung(1), rung(2), rung(3)))
    own = CompileOptions(rungs={"stretch": 3})

    assert {3} == {segment.rung for segment in timeline((ladder, None), options=own).segments}
    assert {1} == {segment.rung for segment in timeline((ladder, None)).segments}
    assert {2} == {
        segment.rung for segment in timeline((replace(ladder, default_rung=2), None)).segments
    }


@pytest.mark.parametrize(("wanted", "rung_number"), [(None, 3), (2, 2), (9, 3)])
def test_the_routine_may_ask_for_a_rung(wanted: int | None, rung_number: int) -> None:
    ladder = exercise(rungs=(rung(1), rung(2), rung(3)))
    step = Step("stretch", ladder.dose, wanted)

    assert rung_number == start_rung(step, ladder, CompileOptions(rungs={"stretch": 3}))


@pytest.mark.parametrize(
    ("position", "switch_s"),
    [
        (Position.LYING, 5.0),
        (Position.KNEELING, 7.0),
        (Position.STANDING, 5.0),
        (Position.SEATED, 7.0),
    ],
)
def test_changing_knees_takes_longer_than_changing_legs(
    position: Position, switch_s: float
) -> None:
    found = timeline((exercise(position=position), None))

    assert [switch_s] == [
        segment.length_s for segment in found.segments if segment.phase is Phase.SWITCH
    ]


@pytest.mark.parametrize("prop", ["strap", "roller", "ball"])
def test_what_is_carried_takes_its_time_to_the_other_leg(prop: str) -> None:
    carried = replace(exercise(position=Position.LYING), props=("mat", prop))
    found = timeline((carried, None))

    assert [8.0] == [
        segment.length_s for segment in found.segments if segment.phase is Phase.SWITCH
    ]


def test_a_long_switch_line_is_waited_for() -> None:
    found = timeline((exercise(), None), lengths=lambda _text: 6.0)
    switch = next(segment for segment in found.segments if segment.phase is Phase.SWITCH)

    assert 8.5 == switch.length_s


def test_without_a_voice_getting_down_still_takes_nine_seconds() -> None:
    found = timeline((exercise(), None), lengths=lambda _text: 0.0)

    assert 9.0 == found.segments[1].length_s


def test_repetitions_swing_from_the_back() -> None:
    swings = exercise(method=Method.REPETITIONS, dose=Dose(reps=10, rep_s=2.0))
    work = next(
        segment for segment in timeline((swings, None)).segments if segment.phase is Phase.WORK
    )

    assert (20.0, 10) == (work.length_s, work.reps)
    assert ("stretch/back", "stretch/low-1") == (work.pose_from, work.pose_to)


def test_a_short_hold_comes_again_on_the_same_side_before_the_sides_change() -> None:
    dog = exercise(dose=Dose(hold_s=7.0, reps=3, relax_s=4.0))
    found = timeline((dog, None))
    done = [
        (segment.phase, segment.side, segment.pose_to)
        for segment in found.segments
        if segment.phase in {Phase.WORK, Phase.RELAX}
    ]
    one_side = [Phase.WORK, Phase.RELAX, Phase.WORK, Phase.RELAX, Phase.WORK]

    assert one_side * 2 == [phase for phase, _, _ in done]
    assert [Side.RIGHT] * 5 + [Side.LEFT] * 5 == [side for _, side, _ in done]
    assert {"stretch/start"} == {pose for phase, _, pose in done if phase is Phase.RELAX}
    assert {"stretch/start"} == {
        segment.pose_to for segment in found.segments if segment.phase is Phase.GET_READY
    }
    assert 2 == found.chapters


def test_between_two_short_holds_one_hears_when_to_let_go_and_when_to_begin() -> None:
    dog = exercise(sided=False, dose=Dose(hold_s=7.0, reps=3, relax_s=4.0))
    found = timeline((dog, None))
    heard = {CueKind.RELAX, CueKind.SETUP, CueKind.INTENT}
    relaxed = [segment for segment in found.segments if segment.phase is Phase.RELAX]
    forms = [cue.text.form for cue in found.cues if cue.text.code == "stretch/release"]

    assert [["release", "repeat"]] * 2 == _codes(found, Phase.RELAX, heard)
    assert [["intent"], [], []] == _codes(found, Phase.WORK, heard)
    assert [5.5, 5.5] == [segment.length_s for segment in relaxed]
    assert [Form.FULL, Form.SHORT] == forms


def test_short_holds_rest_as_long_on_both_sides_however_long_the_words_are() -> None:
    dog = exercise(dose=Dose(hold_s=7.0, reps=2, relax_s=2.0))
    found = timeline((dog, None), lengths=lambda text: 3.0 if text.side is Side.LEFT else 1.0)

    assert [7.5, 7.5] == [
        segment.length_s for segment in found.segments if segment.phase is Phase.RELAX
    ]


@pytest.mark.parametrize(("extra_s", "reps"), [(10.0, 5), (0.0, 4), (-10.0, 3), (-40.0, 1)])
def test_ten_seconds_more_of_a_short_hold_are_one_more_of_it(extra_s: float, reps: int) -> None:
    works = _works(Adjustment(0, 0, extra_s=extra_s), dose=Dose(hold_s=7.0, reps=4, relax_s=4.0))

    assert [7.0] * 2 * reps == [length_s for _, _, length_s in works]


def test_contractions_go_through_all_directions_before_they_go_deeper() -> None:
    contracted = [
        (segment.contraction, segment.pose_to)
        for segment in _pushing().segments
        if segment.phase is Phase.CONTRACT
    ]

    assert [
        ("push", "stretch/push"),
        ("pull", "stretch/pull"),
        ("push", "stretch/push-deeper"),
        ("pull", "stretch/pull-deeper"),
    ] == contracted


def test_who_goes_deeper_takes_up_the_slack_first() -> None:
    found = _pushing()
    said = _codes(found, Phase.RELAX, {CueKind.RELAX, CueKind.SETUP, CueKind.INTENT})

    assert [
        ["push-relax", "pull-place", "pull"],
        ["pull-relax", "slack", "push"],
        ["push-relax", "pull-place", "pull"],
        ["pull-relax", "slack"],
    ] == said


def test_a_place_is_said_where_it_stays_as_deep() -> None:
    gentle = Contraction("push", "push", "push", placed=True)
    rungs = (rung(contractions=(gentle,)),)
    found = timeline(
        (exercise(method=Method.CONTRACTIONS, rungs=rungs, dose=CYCLES, sided=False), None)
    )

    assert [["push-place", "push"], ["slack"]] == _codes(
        found, Phase.RELAX, {CueKind.SETUP, CueKind.INTENT}
    )


def test_the_commands_of_later_cycles_are_short() -> None:
    forms = [cue.text.form for cue in _pushing().cues if cue.text.code == "stretch/push"]

    assert [Form.FULL, Form.SHORT] == forms


def test_without_an_easy_hold_contractions_end_relaxed() -> None:
    found = _pushing(Dose(cycles=1, contract_s=5.0, relax_s=4.0))

    assert Phase.WORK not in {segment.phase for segment in found.segments}
    assert [Phase.CONTRACT, Phase.RELAX, Phase.FINISH] == [
        segment.phase for segment in found.segments[-3:]
    ]
    assert 4.0 == found.segments[-2].length_s


def _works(*wishes: Adjustment, dose: Dose | None = None) -> list[tuple[Side | None, int, float]]:
    ladder = exercise(rungs=(rung(1), rung(2), rung(3)), dose=dose or Dose(sets=2, hold_s=30.0))
    options = CompileOptions(rungs={"stretch": 3})
    found = timeline((ladder, None), options=options, adjustments=wishes)
    return [
        (segment.side, segment.rung, segment.length_s)
        for segment in found.segments
        if segment.phase is Phase.WORK
    ]


def test_a_wish_holds_from_its_run_on() -> None:
    assert [
        (Side.RIGHT, 3, 30.0),
        (Side.LEFT, 2, 40.0),
        (Side.RIGHT, 2, 40.0),
        (Side.LEFT, 2, 40.0),
    ] == _works(Adjustment(0, 1, easier=1, extra_s=10.0))


def test_wishes_add_up_and_the_gentlest_is_the_end() -> None:
    rungs = [rung for _, rung, _ in _works(*[Adjustment(0, 0, easier=1)] * 4)]

    assert [1, 1, 1, 1] == rungs


def test_swapped_twice_is_as_before() -> None:
    once = [side for side, _, _ in _works(Adjustment(0, 0, swap=True))]
    twice = _works(Adjustment(0, 0, swap=True), Adjustment(0, 0, swap=True))

    assert [Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT] == once
    assert _works() == twice


@pytest.mark.parametrize(("hold_s", "left_s"), [(30.0, 20.0), (15.0, 10.0), (8.0, 8.0)])
def test_less_never_becomes_more_nor_nothing(hold_s: float, left_s: float) -> None:
    works = _works(Adjustment(0, 0, extra_s=-10.0), dose=Dose(hold_s=hold_s))

    assert [left_s, left_s] == [length_s for _, _, length_s in works]


def test_a_wish_leaves_other_steps_alone() -> None:
    found = timeline(
        (exercise("one"), None),
        (exercise("two"), None),
        adjustments=(Adjustment(1, 0, extra_s=10.0),),
    )

    assert [30.0, 30.0, 40.0, 40.0] == [
        segment.length_s for segment in found.segments if segment.phase is Phase.WORK
    ]


def test_segments_keep_their_keys_when_a_wish_changes_lengths() -> None:
    plain = timeline((exercise(), None))
    longer = timeline((exercise(), None), adjustments=(Adjustment(0, 1, extra_s=10.0),))

    assert [segment.key for segment in plain.segments] == [
        segment.key for segment in longer.segments
    ]


def test_the_last_words_are_the_routine_s_and_between_steps_there_is_rest() -> None:
    found = timeline((exercise("one"), None), (exercise("two"), None))
    ends = [
        cue.text for cue in found.cues if cue.kind is CueKind.END and "-tone" not in cue.text.code
    ]

    assert [CueText("and-rest"), CueText("finish")] == ends
