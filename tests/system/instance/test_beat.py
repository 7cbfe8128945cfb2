"""A session in another process: told while it goes on, and once when it is over."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.system.instance.ask import Plain
from hipcoach.system.instance.beat import SessionBeat
from hipcoach.system.instance.single import SingleInstance

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there it is a pipe of Qt's")


class Ear:
    """One that runs, and what it was told: seconds."""

    def __init__(self, folder: Path) -> None:
        self.heard: list[object] = []
        self.place = str(folder / "run" / "one.sock")
        self._only = SingleInstance(folder, [self.place], self._answer)

    def begin(self) -> None:
        assert self._only.claim()

    def close(self) -> None:
        self._only.release()

    def _answer(self, said: Plain) -> Plain:
        assert "session" == said["ask"]
        self.heard.append(said["seconds"])
        return {"ok": True}


@pytest.fixture
def ear(tmp_path: Path, qtbot: QtBot) -> Iterator[Ear]:  # noqa: ARG001 - it hears in Qt's loop
    made = Ear(tmp_path)
    yield made
    made.close()


def ended(qtbot: QtBot, beat: SessionBeat) -> None:
    """Wait for its thread, while ours hears."""
    beat.end()
    waits = threading.Thread(target=beat.close)
    waits.start()
    qtbot.waitUntil(lambda: not waits.is_alive(), timeout=10_000)


def test_it_is_told_again_and_again_and_then_that_it_is_over(ear: Ear, qtbot: QtBot) -> None:
    ear.begin()
    beat = SessionBeat([ear.place], every_s=0.01)
    beat.begin()
    beat.begin()
    qtbot.waitUntil(lambda: len(ear.heard) > 2)
    ended(qtbot, beat)
    assert [0.0] == ear.heard[-1:]
    assert {20.0} == {*ear.heard[:-1]}


def test_one_that_starts_later_is_told_too(ear: Ear, qtbot: QtBot) -> None:
    beat = SessionBeat([ear.place], every_s=0.01)
    beat.begin()
    ear.begin()
    qtbot.waitUntil(lambda: bool(ear.heard))
    ended(qtbot, beat)


def test_a_second_session_is_told_after_the_end_of_the_first(ear: Ear, qtbot: QtBot) -> None:
    ear.begin()
    beat = SessionBeat([ear.place], every_s=60)
    beat.begin()
    qtbot.waitUntil(lambda: ear.heard == [20.0])
    beat.end()
    beat.begin()
    qtbot.waitUntil(lambda: ear.heard == [20.0, 0.0, 20.0])
    ended(qtbot, beat)


def test_where_nobody_runs_its_end_waits_for_nobody(tmp_path: Path) -> None:
    beat = SessionBeat([str(tmp_path / "nobody.sock")])
    beat.begin()
    beat.close()
    beat.close()
    assert not [one for one in threading.enumerate() if one.name == "session-beat"]
