"""Where cues go in a hold, by example: the table of a guided session."""

from __future__ import annotations

import pytest

from hipcoach.core.cueing import Lengths, count, estimate_s, hold_cues, ticks
from hipcoach.core.timeline import Cue, CueKind, CueText

INTENT = CueText("stretch/intent")
BREATHING = CueText("stretch/breathing")


def _spoken(**seconds: float) -> Lengths:
    """Lengths by kind of line; what isn't named takes 0.8 s."""
    return lambda text: seconds.get(text.code.rpartition("/")[2].replace("-", "_"), 0.8)


def _hold(length_s: float, lengths: Lengths, *, breathing: bool = True) -> list[Cue]:
    return hold_cues(
        100.0,
        length_s,
        lengths,
        intent=INTENT,
        breathing=BREATHING if breathing else None,
        spoken_count=True,
    )


def _slots(cues: list[Cue]) -> list[tuple[float, str]]:
    return [(round(cue.at_s - 100, 2), cue.kind.value) for cue in cues]


COUNTED_OUT = [(27.0, "count"), (28.0, "count"), (29.0, "count")]


def test_half_a_minute_with_words_of_usual_length() -> None:
    assert [
        (0.0, "start"),
        (1.0, "intent"),
        (6.0, "breathing"),
        (20.0, "remaining"),
        *COUNTED_OUT,
    ] == _slots(_hold(30, _spoken(intent=2.8, breathing=2.0)))


def test_half_way_is_said_where_the_quiet_after_breathing_is_over() -> None:
    slots = _slots(_hold(40, _spoken(intent=2.8, breathing=2.0)))

    assert (6.0, "breathing") in slots
    assert (20.0, "halfway") in slots
    assert (30.0, "remaining") in slots


def test_without_breathing_half_way_falls_in_the_middle_of_half_a_minute() -> None:
    slots = _slots(_hold(30, _spoken(), breathing=False))

    assert [(15.0, "halfway"), (20.0, "remaining")] == slots[2:4]


@pytest.mark.parametrize(
    ("length_s", "kinds"),
    [
        (19.9, ["start", "intent"]),
        (20.0, ["start", "intent", "halfway"]),
        (29.9, ["start", "intent", "halfway"]),
        (30.0, ["start", "intent", "halfway", "remaining"]),
    ],
)
def test_the_longer_the_hold_the_more_is_said(length_s: float, kinds: list[str]) -> None:
    cues = _hold(length_s, _spoken(), breathing=False)

    assert kinds == [cue.kind.value for cue in cues if cue.kind is not CueKind.COUNT]


def test_half_way_needs_three_quiet_seconds_around_it() -> None:
    near = _hold(30, _spoken(halfway=2.1), breathing=False)
    far = _hold(30, _spoken(halfway=1.9), breathing=False)

    assert (15.0, "halfway") not in _slots(near)
    assert (15.0, "halfway") in _slots(far)


def test_breathing_waits_for_a_long_intent_but_not_beyond_its_slot() -> None:
    waits = _hold(30, _spoken(intent=5.5, breathing=2.0))
    late = _hold(30, _spoken(intent=7.0, breathing=2.0))

    assert (6.8, "breathing") in _slots(waits)
    assert "breathing" not in {kind for _, kind in _slots(late)}


@pytest.mark.parametrize(("length_s", "said"), [(18.9, False), (19.0, True)])
def test_breathing_is_dropped_where_the_count_would_break_its_quiet(
    length_s: float, said: bool
) -> None:
    kinds = {kind for _, kind in _slots(_hold(length_s, _spoken(breathing=2.0)))}

    assert said is ("breathing" in kinds)


def test_ten_seconds_give_way_to_the_quiet_after_breathing() -> None:
    slots = _slots(_hold(30, _spoken(intent=6.2, breathing=4.6)))

    assert (7.5, "breathing") in slots
    assert "remaining" not in {kind for _, kind in slots}


def test_a_short_hold_keeps_its_tone_and_count() -> None:
    assert [(0.0, "start"), (2.0, "count"), (3.0, "count"), (4.0, "count")] == _slots(
        _hold(5, _spoken(intent=2.0))
    )


def test_what_has_no_length_is_not_said() -> None:
    cues = _hold(60, lambda _text: 0.0)

    assert [(0.0, "start"), (57.0, "count"), (58.0, "count"), (59.0, "count")] == _slots(cues)
    assert {CueText("tick")} == {cue.text for cue in cues if cue.kind is CueKind.COUNT}


@pytest.mark.parametrize(
    ("longest_s", "first"), [(0.9, CueText("count-3")), (0.91, CueText("tick"))]
)
def test_numbers_too_long_for_their_second_become_ticks(longest_s: float, first: CueText) -> None:
    cues = count(10.0, _spoken(count_2=longest_s), spoken=True)

    assert first == cues[0].text
    assert [7.0, 8.0, 9.0] == [cue.at_s for cue in cues]


@pytest.mark.parametrize(
    ("length_s", "seconds"), [(3.0, [1, 2]), (5.0, [1, 2, 3, 4]), (4.5, [1, 2, 3, 4])]
)
def test_a_contraction_ticks_each_second_within_it(length_s: float, seconds: list[int]) -> None:
    assert seconds == [cue.at_s for cue in ticks(0.0, length_s)]


@pytest.mark.parametrize(("words", "seconds"), [("", 0.0), ("Ten seconds.", 1.2), ("One.", 0.8)])
def test_an_unknown_voice_says_two_and_a_half_words_a_second(words: str, seconds: float) -> None:
    assert pytest.approx(seconds) == estimate_s(words)


@pytest.mark.parametrize(
    ("language", "seconds"),
    [("de", 10.4), ("de-AT", 10.4), ("es", 10.85), ("fi", 9.6), ("en", 9.6)],
)
def test_an_estimate_knows_the_pace_of_a_language(language: str, seconds: float) -> None:
    assert pytest.approx(seconds, abs=0.01) == estimate_s("one " * 23, language)
