"""`hipcoach break`: what is asked of the one that runs, and how its answer is printed."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from hipcoach.core.breaks import Refusal
from hipcoach.core.errors import KnownError
from hipcoach.core.remote import BreakReport, BreakRequest, BreakWish, answer_breaks
from hipcoach.system.instance.listener import answer_line
from hipcoach.system.instance.place import own_folder, places
from hipcoach.system.paths import Paths
from tests.cli.conftest import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there it is a pipe of Qt's")

WAITING = BreakReport("waiting", 1439.6, "Next break in 24 min")


class Running:
    """One that runs for a data folder, and writes down what it was asked."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.asked: list[BreakRequest] = []
        self.report = WAITING
        self.refuses = ""
        place = places(Paths.under(data))[0]
        own_folder(Path(place).parent)
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(place)
        self._server.listen()
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Be gone."""
        self._server.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._server.close()

    def _serve(self) -> None:
        while True:
            try:
                link, _address = self._server.accept()
            except OSError:
                return
            with link, link.makefile("rb") as lines:
                link.sendall(answer_line(lines.readline(), self._answer))

    def _answer(self, message: object) -> dict[str, object]:
        assert isinstance(message, dict)
        assert "breaks" == message["ask"]
        return answer_breaks(message, self._do)

    def _do(self, request: BreakRequest) -> BreakReport:
        self.asked.append(request)
        if self.refuses:
            raise KnownError(self.refuses, {"words": "", "reason": Refusal.NOT_NOW.value})
        return self.report


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    one = Running(tmp_path / "data")
    yield one
    one.close()


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["status"], BreakRequest(BreakWish.STATUS)),
        (["start"], BreakRequest(BreakWish.START)),
        (["skip"], BreakRequest(BreakWish.SKIP)),
        (["resume"], BreakRequest(BreakWish.RESUME)),
        (["end-meeting"], BreakRequest(BreakWish.END_MEETING)),
        (["snooze", "5"], BreakRequest(BreakWish.SNOOZE, 300.0)),
        (["snooze", "90s"], BreakRequest(BreakWish.SNOOZE, 90.0)),
        (["meeting", "1h30"], BreakRequest(BreakWish.MEETING, 5400.0)),
        (["pause", "2h"], BreakRequest(BreakWish.PAUSE, 7200.0)),
        (["pause", "tomorrow"], BreakRequest(BreakWish.PAUSE, until="tomorrow")),
        (["pause"], BreakRequest(BreakWish.PAUSE)),
    ],
)
def test_each_word_asks_for_what_it_says(
    run: Run, running: Running, words: list[str], asked: BreakRequest
) -> None:
    told = run("--data-dir", running.data, "break", *words)
    assert (0, "Next break in 24 min\n", "") == (told.status, told.out, told.err)
    assert [asked] == running.asked


def test_as_json_it_says_all_that_is_known(run: Run, running: Running) -> None:
    running.report = BreakReport("held", 0.0, "Held: in a meeting", "meeting")
    told = run("--data-dir", running.data, "break", "skip", "--json")
    assert {
        "state": "held",
        "remaining_s": 0,
        "line": "Held: in a meeting",
        "reason": "meeting",
        "until": None,
    } == json.loads(told.out)


@pytest.mark.parametrize("code", ["refused", "breaks-off"])
def test_what_is_refused_is_one_sentence(run: Run, running: Running, code: str) -> None:
    running.refuses = code
    told = run("--data-dir", running.data, "break", "snooze", "5")
    assert 1 == told.status
    assert told.sentence.endswith(".")


@pytest.mark.parametrize("wrong", ["0", "soon", "-5", "9999999h"])
def test_a_length_that_is_none_asks_nobody(run: Run, running: Running, wrong: str) -> None:
    told = run("--data-dir", running.data, "break", "meeting", "--", wrong)
    assert (2, []) == (told.status, running.asked)
    assert told.sentence


@pytest.mark.parametrize("words", [[], ["dance"], ["snooze"], ["meeting"]])
def test_what_is_no_command_is_not_understood(run: Run, words: list[str]) -> None:
    told = run("break", *words)
    assert 2 == told.status
    assert told.sentence


def test_where_nobody_runs_it_is_one_sentence_and_no_folder_is_made(
    run: Run, tmp_path: Path
) -> None:
    told = run("--data-dir", tmp_path / "none", "break", "status")
    assert 1 == told.status
    assert "running" in told.sentence
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.usefixtures("no_display")
def test_without_a_screen_there_is_no_tray(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path / "none", "tray")
    assert 1 == told.status
    assert told.sentence
    assert not (tmp_path / "none").exists()
