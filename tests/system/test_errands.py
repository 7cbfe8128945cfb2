"""HipCoach's own commands in processes of their own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from hipcoach.core.errand import ErrandDone
from hipcoach.system.errands import OwnErrands

PATIENCE_S = 30.0

SAYS = "import sys; print('done ' + sys.argv[1]); print('but', file=sys.stderr); sys.exit(3)"
STEPS = "import sys; [print(f'\x1e{p}', file=sys.stderr) for p in (0, 40, 100)]; print('x' * 10**6)"
PROGRESS = """
import sys
from pathlib import Path
from hipcoach.cli.progress import progress
with progress('Writing') as step:
    try:
        step(0.5)
        sys.stdin = open('/dev/null')
        import time
        time.sleep(600)
    finally:
        Path(sys.argv[1]).write_text('tidied')
"""


DEAF = """
import signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print('\x1e1', file=sys.stderr, flush=True)
time.sleep(600)
"""


class Caller:
    """Whoever sends on errands, and waits by the bell."""

    def __init__(self, code: str) -> None:
        self._rang = Event()
        self.errands = OwnErrands((sys.executable, "-c", code), self._rang.set, 1.0)
        self.done: list[ErrandDone] = []
        self.steps: list[float] = []

    def begin(self, *arguments: str) -> int:
        return self.errands.begin(arguments, self.done.append, self.steps.append)

    def wait(self, until: Callable[[], bool]) -> None:
        while not until():
            assert self._rang.wait(PATIENCE_S), "nobody rang"
            self._rang.clear()
            self.errands.poll()


@pytest.fixture
def sent() -> Iterator[Callable[[str], Caller]]:
    callers: list[Caller] = []

    def of(code: str) -> Caller:
        callers.append(Caller(code))
        return callers[-1]

    yield of
    for caller in callers:
        caller.errands.close()


def test_what_a_command_printed_and_how_it_ended_is_told(sent: Callable[[str], Caller]) -> None:
    caller = sent(SAYS)
    caller.begin("export")
    caller.wait(lambda: bool(caller.done))
    assert [ErrandDone(3, "done export\n", "but")] == caller.done
    assert not caller.done[0].went_well


def test_how_far_it_is_is_told_apart_from_what_is_said(sent: Callable[[str], Caller]) -> None:
    caller = sent(STEPS)
    caller.begin()
    caller.wait(lambda: bool(caller.done))
    assert [0.0, 0.4, 1.0] == caller.steps
    assert ("", 10**6 + 1) == (caller.done[0].trouble, len(caller.done[0].said))


def test_commands_run_one_after_the_other(sent: Callable[[str], Caller]) -> None:
    caller = sent(SAYS)
    for word in ("one", "two", "three"):
        caller.begin(word)
    caller.wait(lambda: len(caller.done) == 3)
    assert ["done one\n", "done two\n", "done three\n"] == [one.said for one in caller.done]


def test_one_that_is_called_off_tidies_up(sent: Callable[[str], Caller], tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    caller = sent(PROGRESS)
    number = caller.begin(str(trace))
    caller.wait(lambda: bool(caller.steps))
    caller.errands.call_off(number)
    caller.wait(lambda: bool(caller.done))
    assert caller.done[0].called_off
    assert not caller.done[0].went_well
    assert "tidied" == trace.read_text()


def test_only_the_one_that_is_meant_is_called_off(
    sent: Callable[[str], Caller], tmp_path: Path
) -> None:
    caller = sent(PROGRESS)
    running = caller.begin(str(tmp_path / "first"))
    waiting = caller.begin(str(tmp_path / "second"))
    caller.wait(lambda: bool(caller.steps))

    caller.errands.call_off(waiting)
    caller.errands.poll()
    assert [ErrandDone(1, "", called_off=True)] == caller.done
    caller.errands.call_off(waiting)
    assert not (tmp_path / "first").exists()
    caller.errands.call_off(running)
    caller.wait(lambda: 2 == len(caller.done))

    assert (tmp_path / "first").exists()
    assert not (tmp_path / "second").exists()


def test_one_that_has_ended_can_be_called_off_in_vain(sent: Callable[[str], Caller]) -> None:
    caller = sent(SAYS)
    ended = caller.begin("one")
    caller.wait(lambda: bool(caller.done))
    caller.errands.call_off(ended)
    caller.begin("two")
    caller.wait(lambda: 2 == len(caller.done))

    assert [False, False] == [one.called_off for one in caller.done]


def test_nothing_is_told_after_the_end(sent: Callable[[str], Caller], tmp_path: Path) -> None:
    caller = sent(PROGRESS)
    caller.begin(str(tmp_path / "trace"))
    caller.wait(lambda: bool(caller.steps))
    caller.errands.close()
    caller.errands.poll()
    assert [] == caller.done


def test_a_command_that_does_not_heed_ends_all_the_same(sent: Callable[[str], Caller]) -> None:
    caller = sent(DEAF)
    caller.begin()
    caller.wait(lambda: bool(caller.steps))
    caller.errands.close()
    assert [] == caller.done


def test_a_command_that_can_not_be_started_says_why(tmp_path: Path) -> None:
    rang = Event()
    errands = OwnErrands((str(tmp_path / "missing"),), rang.set)
    done: list[ErrandDone] = []
    errands.begin(("export",), done.append)
    assert rang.wait(PATIENCE_S)
    errands.poll()
    assert [(1, "No such file or directory")] == [(one.status, one.trouble) for one in done]
    errands.close()
