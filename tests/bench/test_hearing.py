"""Onsets matched with cues."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.hearing import Heard, Hearing, Meant, matched, telling

CUES = [Meant(float(at), 0.7) for at in (0, 3, 5, 9, 14, 15, 21, 30)]


def _heard(shift_s: float, errors_s: dict[int, float] | None = None) -> list[float]:
    late = errors_s or {}
    return [cue.at_s + shift_s + late.get(number, 0.0) for number, cue in enumerate(CUES)]


@given(st.floats(-100.0, 10_000.0))
def test_when_the_recording_began_does_not_matter(shift_s: float) -> None:
    found = matched(CUES, _heard(shift_s))
    assert (8, 8) == (found.meant, len(found.heard))
    assert pytest.approx(0.0, abs=1e-6) == found.late_s(tick=False)


def test_a_late_cue_is_told_and_the_others_are_not_blamed() -> None:
    found = matched(CUES, _heard(7.0, {4: 0.12}))
    errors = [round(heard.error_s, 3) for heard in found.heard]
    assert [0.0, 0.0, 0.0, 0.0, 0.12, 0.0, 0.0, 0.0] == errors
    assert 0.05 < found.late_s(tick=False) < 0.12


def test_a_cue_that_was_not_heard_is_missed() -> None:
    onsets = _heard(2.0)
    del onsets[3]
    found = matched(CUES, onsets)
    assert (8, 7) == (found.meant, len(found.heard))


def test_pauses_between_words_are_no_cues() -> None:
    onsets = sorted([*_heard(2.0), 2.45, 5.4, 11.5, 16.4])
    found = matched(CUES, onsets)
    assert pytest.approx(0.0, abs=1e-9) == found.late_s(tick=False)
    assert 8 == len(found.heard)


def test_nothing_heard_is_nothing_matched() -> None:
    found = matched(CUES, [])
    assert (8, ()) == (found.meant, found.heard)
    assert 0.0 == found.late_s(tick=False) == found.drift_s


def test_a_cue_that_follows_another_without_silence_is_not_judged() -> None:
    close = [Meant(0.0, 1.0), Meant(1.1, 1.0), Meant(3.0, 1.0)]
    assert [0.0, 3.0] == [cue.at_s for cue in telling(close)]


def test_a_short_cue_within_a_long_one_does_not_end_it() -> None:
    nested = [Meant(0.0, 5.0), Meant(1.0, 0.1), Meant(4.0, 0.5), Meant(6.0, 1.0)]
    assert [0.0, 6.0] == [cue.at_s for cue in telling(nested)]


def test_ticks_and_lines_are_told_apart() -> None:
    heard = (
        Heard(Meant(0.0, 0.1, tick=True), 0.01),
        Heard(Meant(1.0, 0.1, tick=True), 1.01),
        Heard(Meant(2.0, 1.0), 2.04),
        Heard(Meant(4.0, 1.0), 3.96),
    )
    found = Hearing(4, heard)
    assert pytest.approx(0.01) == found.late_s(tick=True)
    assert pytest.approx(0.04) == found.late_s(tick=False)


def test_a_clock_that_runs_slow_is_a_drift() -> None:
    heard = tuple(Heard(cue, cue.at_s * 1.001) for cue in CUES)
    assert pytest.approx(0.024) == Hearing(8, heard).drift_s
    steady = tuple(Heard(cue, cue.at_s + 0.2) for cue in CUES)
    assert pytest.approx(0.0, abs=1e-9) == Hearing(8, steady).drift_s


def test_one_late_cue_is_no_drift() -> None:
    heard = [Heard(cue, cue.at_s) for cue in [*CUES, Meant(33.0, 0.7)]]
    heard[-2] = Heard(heard[-2].cue, heard[-2].cue.at_s + 0.2)
    assert 0.0 == Hearing(9, tuple(heard)).drift_s
