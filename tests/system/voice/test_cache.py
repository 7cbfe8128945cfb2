from __future__ import annotations

import array
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from hipcoach.ports import Tone, VoiceChoice
from hipcoach.system.voice.cache import SoundCache
from hipcoach.system.voice.wav import Sound

SECOND = Sound(array.array("h", [9] * 500), 500)
FILE_BYTES = 44 + 1000


@pytest.fixture
def cache(tmp_path: Path) -> SoundCache:
    return SoundCache(tmp_path / "sounds")


def test_whatever_changes_the_sound_changes_its_file(cache: SoundCache) -> None:
    plain = VoiceChoice()
    paths = [
        cache.line_path(plain, "Rest.", "espeak 1"),
        cache.line_path(plain, "Rest!", "espeak 1"),
        cache.line_path(plain, "Rest.", "espeak 2"),
        cache.line_path(VoiceChoice(voice="a"), "Rest.", "espeak 1"),
        cache.line_path(VoiceChoice(rate=151), "Rest.", "espeak 1"),
        cache.line_path(VoiceChoice(volume=99), "Rest.", "espeak 1"),
        cache.line_path(VoiceChoice(language="de"), "Rest.", "espeak 1"),
        cache.line_path(VoiceChoice(rate=15), "0Rest.", "espeak 1"),
        cache.tone_path(Tone.END, 100),
        cache.tone_path(Tone.END, 99),
        cache.tone_path(Tone.TICK, 100),
    ]
    assert all(a != b for a, b in combinations(paths, 2))
    assert {cache.folder} == {path.parent for path in paths}


def test_a_line_that_no_file_system_could_name_has_a_file(cache: SoundCache) -> None:
    path = cache.line_path(VoiceChoice(), "\ud800/../\0" * 200, "")
    cache.keep(path, SECOND)
    assert 1 == cache.length_s(path)


def test_what_was_used_longest_ago_is_dropped_first(cache: SoundCache) -> None:
    paths = [cache.folder / f"{name}.wav" for name in "abcd"]
    for at, path in enumerate(paths):
        cache.keep(path, SECOND)
        os.utime(path, (1000 + at, 1000 + at))
    cache.remember_engine("espeak 1")
    cache.touch(paths[0])
    cache.prune(2 * FILE_BYTES)
    assert [paths[0], paths[3]] == sorted(cache.folder.glob("*.wav"))
    assert "espeak 1" == cache.engine()
    cache.prune(2 * FILE_BYTES)
    assert 2 == len([*cache.folder.glob("*.wav")])


def test_a_file_that_can_not_be_written_leaves_no_half_of_it(cache: SoundCache) -> None:
    path = cache.folder / "taken.wav"
    path.mkdir(parents=True)
    with pytest.raises(OSError, match="taken"):
        cache.keep(path, SECOND)
    assert [path] == [*cache.folder.iterdir()]


def test_what_a_kill_left_half_written_is_dropped_like_the_rest(
    cache: SoundCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            cache.keep(cache.folder / "a.wav", SECOND)
    assert 1 == len([*cache.folder.iterdir()])
    cache.prune(0)
    assert [] == [*cache.folder.iterdir()]


def test_no_engine_is_remembered_at_first_or_from_a_damaged_note(cache: SoundCache) -> None:
    assert "" == cache.engine()
    cache.remember_engine("espeak 1")
    assert "espeak 1" == cache.engine()
    (cache.folder / "engine").write_bytes(b"\xff\xfe")
    assert "" == cache.engine()


def test_lengths_are_read_without_qt_and_without_an_engine() -> None:
    program = (
        "import sys, hipcoach.system.voice.cache;"
        "print(sorted({'PySide6', 'pyttsx3', 'subprocess', 'threading', 'wave'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.strip()
