"""A speaker over a real process, with players that make no noise."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

import pytest

from hipcoach.system.clock import SystemClock
from hipcoach.system.voice.maker import Patience
from hipcoach.system.voice.speaker import ProcessSpeaker
from tests.system.voice.stages import Notes, Ward

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hipcoach.ports import Clock
    from hipcoach.system.voice.players import Player

QUICK = Patience(answer_s=0.5, rests_s=(0.05,))
"""As much patience as a test has."""


class MakeSpeaker(Protocol):
    def __call__(
        self,
        *,
        players: Sequence[Player] | None = None,
        command: Sequence[str] | None = None,
        clock: Clock | None = None,
        patience: Patience = QUICK,
    ) -> ProcessSpeaker: ...


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "sounds"


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    return Notes(tmp_path / "notes")


@pytest.fixture
def ward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ward:
    """The stand-in engine, in the place of the real one."""
    ward = Ward(tmp_path / "ward")
    monkeypatch.setenv("PYTHONPATH", ward.path)
    return ward


@pytest.fixture
def make_speaker(folder: Path, notes: Notes) -> Iterator[MakeSpeaker]:
    """Makes speakers that share a cache, and closes them."""
    if shutil.which("sh") is None:
        pytest.skip("the players are shell scripts")
    made = []

    def make(
        *,
        players: Sequence[Player] | None = None,
        command: Sequence[str] | None = None,
        clock: Clock | None = None,
        patience: Patience = QUICK,
    ) -> ProcessSpeaker:
        speaker = ProcessSpeaker(
            folder,
            clock or SystemClock(),
            players=[notes.player()] if players is None else players,
            command=command,
            patience=patience,
        )
        made.append(speaker)
        return speaker

    yield make
    for speaker in made:
        speaker.close()
    assert 0 == notes.sounding()
