"""Sounds have somewhere to go on a disk that is full."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from hipcoach.system.voice.room import ROOM_BYTES, room_for_sounds

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def leaving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Callable[[], None]]:
    """What is done when the process ends; its folder for a while is one of ours."""
    kept: list[Callable[[], None]] = []
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(
        atexit, "register", lambda do, *given, **named: kept.append(lambda: do(*given, **named))
    )
    return kept


def _fill(monkeypatch: pytest.MonkeyPatch, *full: Path) -> None:
    def usage(path: Path) -> object:
        filled = any(Path(path).is_relative_to(each) for each in full)
        return SimpleNamespace(free=ROOM_BYTES - 1 if filled else ROOM_BYTES)

    monkeypatch.setattr(shutil, "disk_usage", usage)


def test_a_folder_with_room_is_used_and_not_yet_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, leaving: list[Callable[[], None]]
) -> None:
    _fill(monkeypatch)
    folder = tmp_path / "cache/sounds"

    assert folder == room_for_sounds(folder)
    assert not folder.exists()
    assert [] == leaving


def test_on_a_full_disk_a_folder_of_the_process_takes_its_place_and_goes_with_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, leaving: list[Callable[[], None]]
) -> None:
    folder = tmp_path / "cache/sounds"
    folder.mkdir(parents=True)
    _fill(monkeypatch, folder)

    spare = room_for_sounds(folder)
    assert tmp_path / "temporary" == spare.parent
    assert 0o700 == spare.stat().st_mode & 0o777
    (spare / "line.wav").touch()
    for leave in leaving:
        leave()
    assert not spare.exists()


def test_a_file_where_the_folder_should_be_is_no_room(
    tmp_path: Path, leaving: list[Callable[[], None]]
) -> None:
    folder = tmp_path / "sounds"
    folder.touch()

    assert tmp_path / "temporary" == room_for_sounds(folder).parent
    assert 1 == len(leaving)


def test_without_room_anywhere_the_folder_stays_what_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, leaving: list[Callable[[], None]]
) -> None:
    _fill(monkeypatch, tmp_path)

    assert tmp_path / "sounds" == room_for_sounds(tmp_path / "sounds")
    for leave in leaving:
        leave()
    assert [] == [*(tmp_path / "temporary").iterdir()]
