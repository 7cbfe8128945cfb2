from __future__ import annotations

import array
import wave
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hipcoach.system.voice.wav import (
    LEAD_S,
    SILENCE,
    TAIL_S,
    Sound,
    at_volume,
    file_bytes,
    file_length_s,
    trimmed,
)

if TYPE_CHECKING:
    from pathlib import Path

RATE = 1000
samples = st.lists(st.integers(-32768, 32767), max_size=60)


def sound(values: list[int]) -> Sound:
    return Sound(array.array("h", values), RATE)


@given(before=st.integers(0, 80), after=st.integers(0, 80), middle=samples)
def test_silence_is_cut_on_both_sides_and_no_sound_is_lost(
    before: int, after: int, middle: list[int]
) -> None:
    loud = [SILENCE + 1, *middle, -SILENCE - 1]
    kept = list(trimmed(sound([SILENCE] * before + loud + [-SILENCE] * after)).samples)
    lead, tail = min(before, round(LEAD_S * RATE)), min(after, round(TAIL_S * RATE))
    assert [SILENCE] * lead + loud + [-SILENCE] * tail == kept


@given(st.lists(st.integers(-SILENCE, SILENCE)))
def test_nothing_is_left_of_silence(values: list[int]) -> None:
    assert 0 == trimmed(sound(values)).length_s


def test_a_cue_begins_within_five_milliseconds() -> None:
    assert LEAD_S <= 0.005


@given(values=samples, volume=st.integers(0, 100))
def test_a_volume_never_makes_a_sound_louder_or_longer(values: list[int], volume: int) -> None:
    quiet = at_volume(sound(values), volume).samples
    assert len(values) == len(quiet)
    assert all(abs(after) <= abs(before) for before, after in zip(values, quiet, strict=True))


@pytest.mark.parametrize(
    ("volume", "sample"), [(100, 8000), (50, 2000), (0, 0), (130, 8000), (-5, 0)]
)
def test_half_the_volume_is_a_quarter_of_the_amplitude(volume: int, sample: int) -> None:
    assert [sample, -sample] == list(at_volume(sound([8000, -8000]), volume).samples)


def test_other_programs_can_read_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(file_bytes(sound([1, -2, 3])))
    with wave.open(str(path)) as file:
        assert (1, 2, RATE) == (file.getnchannels(), file.getsampwidth(), file.getframerate())
        assert [1, -2, 3] == list(array.array("h", file.readframes(9)))
    assert 0.003 == file_length_s(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 49))
def test_a_file_that_was_cut_short_has_no_length(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(file_bytes(sound([1, 2, 3]))[:cut])
    assert file_length_s(path) is None


def test_a_file_with_nothing_in_it_or_that_is_none_has_no_length(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    assert file_length_s(path) is None
    path.write_bytes(file_bytes(sound([])))
    assert file_length_s(path) is None
    path.write_bytes(file_bytes(sound([1])) + b"more")
    assert file_length_s(path) is None
    path.write_bytes(file_bytes(Sound(array.array("h", [1]), 0)))
    assert file_length_s(path) is None
