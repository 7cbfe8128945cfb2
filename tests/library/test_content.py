"""The content that comes with HipCoach, held to the rules of a guided session."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.cueing import COUNT_S, GAP_S, estimate_s
from hipcoach.core.exercise import Exercise, Method, Position
from hipcoach.core.routine import Routine
from hipcoach.core.side import Side
from hipcoach.core.timeline import Phase, Timeline
from hipcoach.core.wording import Line
from hipcoach.library.check import check_content
from hipcoach.library.exercises import spoken_codes
from hipcoach.library.load import load_for, load_library, load_wording
from hipcoach.library.words import COMMON_CODES

LIBRARY = load_library()
WORDING = load_wording()
EXERCISES = sorted(LIBRARY.exercises)
SPOKEN = [
    (exercise, code, line)
    for exercise in EXERCISES
    for code, line in WORDING.exercises[exercise].lines.items()
]


def _texts(line: Line) -> set[str]:
    return {line.full_left, line.full_right, line.short_left, line.short_right}


def _lengths(line: Line) -> list[int]:
    return sorted(len(text.split()) for text in _texts(line))


def _estimated(routine: str, length_s: Callable[[str], float] = estimate_s) -> Timeline:
    loaded = load_for(routine)
    return compile_timeline(
        loaded.routine,
        loaded.exercises,
        lambda text: length_s(loaded.wording.words(text)),
        CompileOptions(),
    )


def _as_measured(words: str) -> float:
    """Seconds of a line with espeak-ng at 150 words a minute, the silence around it cut.

    A straight line through the lengths of all full lines of the exercises.
    """
    return 0.48 + 0.288 * len(words.split()) if words else 0.0


def test_the_content_is_whole() -> None:
    check_content()


def test_the_first_shelf_is_still_there() -> None:
    assert {
        "desk-split-stance",
        "half-kneeling-hip-flexor",
        "knee-to-chest-pnf",
        "knee-to-chest-positions",
        "knee-to-chest-strap",
        "leg-swings",
        "supine-knee-to-chest",
    } <= set(EXERCISES)
    assert {"desk-reset", "gentle-start", "first-warm-up"} <= set(LIBRARY.routines)


@pytest.mark.parametrize("exercise", LIBRARY.exercises.values(), ids=EXERCISES)
def test_every_line_that_a_session_may_say_is_there_and_no_other(exercise: Exercise) -> None:
    assert set(spoken_codes(exercise)) == set(WORDING.exercises[exercise.id].lines)


def test_every_common_line_is_there() -> None:
    assert set(COMMON_CODES) == set(WORDING.common)


@pytest.mark.parametrize(
    ("family", "least", "most"),
    [
        ("announce", 1, 13),
        ("setup", 1, 13),
        ("safety", 1, 13),
        ("intent", 4, 8),
        ("breathing", 3, 5),
        ("switch", 2, 6),
    ],
)
def test_lines_have_the_length_that_their_moment_allows(family: str, least: int, most: int) -> None:
    found = [
        (exercise, code, text)
        for exercise, code, line in SPOKEN
        if family in code.split("-") or code == family
        for text in _texts(line)
    ]

    assert found
    assert [] == [row for row in found if not least <= len(row[2].split()) <= most]


def test_the_count_is_one_word_each_and_short_enough_to_be_spoken() -> None:
    for code in ("count-3", "count-2", "count-1", "halfway"):
        assert [1] == _lengths(WORDING.common[code])
    assert [2] == _lengths(WORDING.common["ten-seconds"])


def test_short_forms_are_never_longer_than_full_ones() -> None:
    longer = [
        (exercise, code)
        for exercise, code, line in SPOKEN
        if len(line.short_left) > len(line.full_left)
    ]

    assert [] == longer


@pytest.mark.parametrize("exercise", [name for name in EXERCISES if LIBRARY.exercises[name].sided])
def test_announcement_and_switch_name_the_side(exercise: str) -> None:
    lines = WORDING.exercises[exercise].lines
    for code in ("announce", "switch"):
        for side in Side:
            line = lines[code]
            said = line.full_left if side is Side.LEFT else line.full_right
            short = line.short_left if side is Side.LEFT else line.short_right
            for text in (said, short):
                assert side.value in text.lower()
                assert side.other.value not in text.lower()


def test_what_has_no_sides_says_the_same_for_both() -> None:
    sided = [
        (exercise, code)
        for exercise, code, line in SPOKEN
        if not LIBRARY.exercises[exercise].sided
        and (line.full_left, line.short_left) != (line.full_right, line.short_right)
    ]

    assert [] == sided


def test_no_line_sends_the_eyes_to_the_screen() -> None:
    seen = ("screen", "picture", "see", "look", "watch", "shown")
    words = [
        (exercise, code, text)
        for exercise, code, line in SPOKEN
        for text in _texts(line)
        if set(text.lower().replace(".", " ").replace(",", " ").split()) & set(seen)
    ]

    assert [] == words


def test_lines_are_sentences() -> None:
    rough = [
        text
        for _, _, line in SPOKEN
        for text in _texts(line)
        if not (text[0].isupper() and text.endswith((".", "?")) and "  " not in text)
    ]

    assert [] == rough


def test_the_safety_line_speaks_of_the_pinch() -> None:
    for exercise in EXERCISES:
        assert "pinch" in WORDING.exercises[exercise].lines["safety"].full_left


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_ladder_begins_with_the_gentlest_and_a_newcomer_low_on_it(exercise: str) -> None:
    facts = LIBRARY.exercises[exercise]

    assert list(range(1, len(facts.rungs) + 1)) == [rung.number for rung in facts.rungs]
    assert facts.default_rung <= 2


def test_half_kneeling_leans_last_and_lifts_the_arm_before_that() -> None:
    ladder = LIBRARY.exercises["half-kneeling-hip-flexor"].rungs

    assert ["tuck", "press", "arm", "lean"] == [rung.pose for rung in ladder]
    assert {"tall"} == {rung.start for rung in ladder}


def test_the_position_past_the_middle_is_the_first_to_go() -> None:
    ladder = LIBRARY.exercises["knee-to-chest-positions"].rungs

    assert [["out"], ["out", "midline"], ["out", "midline", "past"]] == [
        [contraction.id for contraction in rung.contractions] for rung in ladder
    ]


def test_deeper_poses_come_only_above_the_gentle_rung() -> None:
    gentle, full = LIBRARY.exercises["knee-to-chest-pnf"].rungs

    assert all(each.pose == each.deeper for each in gentle.contractions)
    assert all(each.pose != each.deeper for each in full.contractions)


def test_contractions_last_as_long_as_in_the_trials() -> None:
    doses = [
        exercise.dose
        for exercise in LIBRARY.exercises.values()
        if exercise.method is Method.CONTRACTIONS
    ]

    assert len(doses) >= 2
    assert all(3 <= dose.contract_s <= 6 for dose in doses)


def test_the_intent_fits_into_a_short_hold() -> None:
    """Else nobody ever hears it: it begins a second after the start, and the count comes."""
    late = [
        (exercise.id, line.full_left)
        for exercise in LIBRARY.exercises.values()
        if exercise.method is Method.HOLD and 1 + COUNT_S < exercise.dose.hold_s - 1
        for code, line in WORDING.exercises[exercise.id].lines.items()
        if code.endswith("intent")
        if estimate_s(line.full_left) > exercise.dose.hold_s - COUNT_S - 1 - GAP_S
    ]

    assert [] == late


def test_what_needs_care_is_locked_until_it_has_been_read() -> None:
    careful = {each.id: each for each in LIBRARY.exercises.values() if each.acknowledge}

    assert set(careful) <= {"ball-iliacus", "couch-stretch"}
    for name, exercise in careful.items():
        assert 2 == exercise.locked_until_level
        assert WORDING.exercises[name].not_for
        assert exercise.off_by_default is (name == "ball-iliacus")


def test_no_routine_of_ours_holds_what_is_locked() -> None:
    locked = [
        (routine.id, step.exercise)
        for routine in LIBRARY.routines.values()
        for step in routine.steps
        if LIBRARY.exercises[step.exercise].locked_until_level
    ]

    assert [] == locked


@pytest.mark.parametrize("length_s", [estimate_s, _as_measured])
@pytest.mark.parametrize("routine", LIBRARY.routines.values(), ids=list(LIBRARY.routines))
def test_a_routine_takes_as_long_as_it_says(
    routine: Routine, length_s: Callable[[str], float]
) -> None:
    minutes = _estimated(routine.id, length_s).length_s / 60

    assert routine.minutes > 0
    assert minutes == pytest.approx(routine.minutes, rel=0.03)


def test_gentle_start_changes_position_once_and_begins_lying() -> None:
    positions = [
        LIBRARY.exercises[step.exercise].position for step in LIBRARY.routines["gentle-start"].steps
    ]

    assert positions == sorted(positions, key=[Position.LYING, Position.KNEELING].index)


def test_desk_reset_holds_thirty_seconds_on_each_side() -> None:
    held = [
        (segment.side, segment.length_s)
        for segment in _estimated("desk-reset").segments
        if segment.phase is Phase.WORK
    ]

    assert [(Side.RIGHT, 30.0), (Side.LEFT, 30.0)] == held
