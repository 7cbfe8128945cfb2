from __future__ import annotations

import array
import wave
from typing import TYPE_CHECKING

import pytest

from hipcoach.ports import Voice
from hipcoach.system.voice.engine import EngineError, bcp47, read_sound, suited_voice

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en-gb", "en-GB"),
        ("en_US", "en-US"),
        ("en-029", "en-029"),
        ("en-gb-x-rp", "en-GB-x-rp"),
        ("en-gb-scotland", "en-GB-scotland"),
        ("en-us-nyc", "en-US-x-nyc"),
        ("cmn-latn-pinyin", "cmn-Latn-pinyin"),
        ("chr-US-Qaaa-x-west", "chr-Qaaa-US-x-west"),
        ("DE", "de"),
    ],
)
def test_a_language_is_written_as_the_standard_has_it(tag: str, written: str) -> None:
    assert written == bcp47(tag)


def write(path: Path, frames: list[int], *, channels: int = 1, width: int = 2) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(16000)
        file.writeframes(array.array("h", frames).tobytes())
    return path


def test_of_two_channels_the_first_is_taken(tmp_path: Path) -> None:
    sound = read_sound(write(tmp_path / "a.wav", [1, 7, 2, 8, 3, 9], channels=2))
    assert ([1, 2, 3], 16000) == (list(sound.samples), sound.rate)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"something else altogether"])
def test_what_is_no_sound_is_a_fault_of_the_engine(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(EngineError, match="unreadable"):
        read_sound(path)
    with pytest.raises(EngineError, match="unreadable"):
        read_sound(tmp_path / "missing.wav")


def test_samples_of_another_size_are_not_taken_for_noise(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="format"):
        read_sound(write(tmp_path / "a.wav", [1, 2], width=1))


BRITISH = Voice("gmw/en", "English", ("en-GB", "en"))
SWISS = Voice("swiss", "Schwyzerdütsch", ("de-CH",))
GERMAN = Voice("gmw/de", "German", ("de",))
UNKNOWN = Voice("x", "Of no language", ())
ALL = (UNKNOWN, SWISS, BRITISH, GERMAN)


@pytest.mark.parametrize(
    ("language", "wanted", "first", "speaks"),
    [
        ("de", "", "gmw/en", "gmw/de"),
        ("de-AT", "", "gmw/en", "gmw/de"),
        ("de", "", "swiss", "swiss"),
        ("de", "swiss", "gmw/en", "swiss"),
        ("de", "gmw/en", "gmw/en", "gmw/de"),
        ("de", "x", "gmw/en", "x"),
        ("de", "gone", "gmw/en", "gmw/de"),
        ("en", "", "gmw/de", "gmw/en"),
        ("fi", "", "swiss", "swiss"),
        ("fi", "gmw/de", "swiss", "gmw/de"),
    ],
)
def test_a_line_is_spoken_by_a_voice_of_its_language(
    language: str, wanted: str, first: str, speaks: str
) -> None:
    assert speaks == suited_voice(ALL, language, wanted, first)


def test_without_a_voice_without_region_any_of_the_language_speaks() -> None:
    assert "swiss" == suited_voice((BRITISH, SWISS), "de", "", "gmw/en")


def test_where_there_is_no_voice_the_engine_chooses() -> None:
    assert not suited_voice((), "de", "gone", "")
