from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from hipcoach.system.voice.players import Player, PlayerProgram, Stage
from tests.system.voice.stages import Notes, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LONG_S = 30


@pytest.fixture
def heard() -> list[bool]:
    """What the stage has found out about the sound."""
    return []


@pytest.fixture
def make_stage(heard: list[bool]) -> Iterator[Callable[[list[Player]], Stage]]:
    made = []

    def make(players: list[Player]) -> Stage:
        made.append(Stage(players, heard.append, patience_s=0.05))
        return made[-1]

    yield make
    for stage in made:
        stage.close()


def test_a_player_that_fails_while_it_plays_is_told_and_nothing_is_played_late(
    make_stage: Callable[[list[Player]], Stage], notes: Notes, heard: list[bool], tmp_path: Path
) -> None:
    make_stage([notes.player(), notes.player()]).play(tmp_path, LONG_S)
    wait_until(lambda: heard == [True])
    ((pid, _),) = notes.entries
    os.kill(pid, signal.SIGTERM)
    wait_until(lambda: heard == [True, False])
    assert 1 == len(notes.entries)


def test_a_player_that_hangs_is_ended_and_told(
    make_stage: Callable[[list[Player]], Stage], notes: Notes, heard: list[bool], tmp_path: Path
) -> None:
    make_stage([notes.player(LONG_S)]).play(tmp_path, 0)
    wait_until(lambda: heard == [True, False])
    assert 0 == notes.sounding()


def test_a_player_that_failed_is_not_tried_first_again(
    make_stage: Callable[[list[Player]], Stage], notes: Notes, heard: list[bool], tmp_path: Path
) -> None:
    log = tmp_path / "failures"
    failing = PlayerProgram(("sh", "-c", 'echo failed >> "$0"; exit 1', str(log)))
    stage = make_stage([failing, notes.player(0)])
    stage.play(tmp_path, 0.1)
    wait_until(lambda: heard == [True])
    stage.play(tmp_path, 0.1)
    wait_until(lambda: heard == [True, True])
    assert "failed\n" == log.read_text()


def test_a_stop_is_no_failure(
    make_stage: Callable[[list[Player]], Stage], notes: Notes, heard: list[bool], tmp_path: Path
) -> None:
    stage = make_stage([notes.player()])
    stage.play(tmp_path, LONG_S)
    wait_until(lambda: notes.entries)
    stage.stop()
    stage.close()
    assert False not in heard


def test_an_interrupt_in_the_terminal_does_not_cut_a_word(
    make_stage: Callable[[list[Player]], Stage], notes: Notes, tmp_path: Path
) -> None:
    make_stage([notes.player()]).play(tmp_path, LONG_S)
    wait_until(lambda: notes.entries)
    ((pid, _),) = notes.entries
    assert os.getsid(0) != os.getsid(pid)
