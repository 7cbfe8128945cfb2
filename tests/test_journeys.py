"""A few journeys in real processes: killed in mid-hold, without a voice, without any sound.

Those with a window need Xvfb; with HIPCOACH_TEST_XVFB=require its lack is a failure.
"""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

import hipcoach
from hipcoach.bootstrap import Environment
from hipcoach.core.journal import (
    CloseReason,
    SafetyAnswers,
    SegmentDone,
    SessionOpened,
    SessionRecord,
    Shell,
)
from hipcoach.core.side import Side

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's terminals and /proc")

ROOT = Path(hipcoach.__file__).parents[1]
EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
PATIENCE_S = 60.0
"""Longest wait for anything on a machine that is busy."""
LOOK_S = 0.25
RIGHT = b"\x1b[C"
DOWN = b"\x1b[B"


def need(*programs: str) -> None:
    """Skip where a program is missing; fail where all are said to be there."""
    missing = [name for name in programs if shutil.which(name) is None]
    if not missing:
        return
    reason = f"not installed: {', '.join(missing)}"
    if os.environ.get("HIPCOACH_TEST_XVFB") == "require":
        pytest.fail(reason)
    pytest.skip(reason)


class Machine:
    """A data folder, and programs on it; what is played is written down."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.played = folder / "played"
        self.programs = folder / "programs"
        self.programs.mkdir()
        self.environment = Environment.of(self.data)
        with closing(self.environment.open_journal()) as journal:
            journal.add(SafetyAnswers(UUID(int=1), datetime.now(UTC), ()))  # noqa: TID251 - other processes read the real clock

    def sound(self, *, works: bool) -> None:
        """Put the only player there."""
        player = self.programs / "paplay"
        player.write_text(
            f'#!/bin/sh\nfor file; do :; done\necho "$file" >>"{self.played}"\n'
            f"exit {0 if works else 1}\n"
        )
        player.chmod(0o755)

    def heard(self) -> list[Path]:
        """The files that were played, in order."""
        if not self.played.exists():
            return []
        return [Path(line) for line in self.played.read_text().splitlines()]

    def start(
        self, *arguments: str, terminal: int | None = None, more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start the program."""
        own = {
            name: value
            for name, value in os.environ.items()
            if name not in {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}
        }
        own |= {"PATH": str(self.programs), "TERM": "xterm", "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.Popen(
            [sys.executable, "-m", "hipcoach", "--data-dir", str(self.data), *arguments],
            cwd=ROOT,
            env=own | dict(more or {}),
            stdin=subprocess.DEVNULL if terminal is None else terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
        )

    def record(self) -> SessionRecord | None:
        """The only session in the journal, once there is one."""
        with closing(self.environment.open_journal()) as journal:
            found = journal.sessions(*EVER)
        assert len(found) <= 1
        return found[0] if found else None

    def unfinished(self) -> SessionRecord | None:
        """The session that is offered at the next start."""
        with closing(self.environment.open_journal()) as journal:
            return journal.unfinished()


class Terminal:
    """A terminal in which a routine is followed."""

    def __init__(self, machine: Machine, *arguments: str) -> None:
        self._ours, theirs = os.openpty()
        self.process = machine.start("play", *arguments, "--terminal", terminal=theirs)
        os.close(theirs)
        self.out = ""

    def press(self, *keys: bytes) -> None:
        """Press keys."""
        for key in keys:
            os.write(self._ours, key)

    def expect(self, pattern: str) -> re.Match[str]:
        """Wait for words after those that were waited for last."""
        found = re.search(pattern, self.out)
        waited_s = 0.0
        while found is None:
            assert waited_s < PATIENCE_S, f"{pattern!r} never came after {self.out!r}"
            ready, _, _ = select.select([self._ours], [], [], LOOK_S)
            waited_s += 0.0 if ready else LOOK_S
            if ready:
                self.out += self._read()
            found = re.search(pattern, self.out)
        self.out = self.out[found.end() :]
        return found

    def _read(self) -> str:
        try:
            return os.read(self._ours, 65536).decode("utf-8", "replace")
        except OSError:
            # Its other end is gone.
            pytest.fail(f"the program has ended after {self.out!r}")

    def ended(self) -> int:
        """Wait for the end: the status."""
        waited_s = 0.0
        while self.process.poll() is None and waited_s < PATIENCE_S:
            # What nobody reads would hold it up.
            ready, _, _ = select.select([self._ours], [], [], LOOK_S)
            waited_s += 0.0 if ready else LOOK_S
            if ready:
                with suppress(OSError):
                    self.out += os.read(self._ours, 65536).decode("utf-8", "replace")
        return self.process.wait(PATIENCE_S)

    def close(self) -> None:
        """Leave nothing behind."""
        end(self.process)
        os.close(self._ours)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE_S)


def wait_until(process: subprocess.Popen[bytes], true: Callable[[], bool]) -> None:
    """Wait for something that a running program does."""
    waited_s = 0.0
    while not true():
        assert waited_s < PATIENCE_S
        with suppress(subprocess.TimeoutExpired):
            status = process.wait(LOOK_S)
            pytest.fail(f"it has ended with {status}")
        waited_s += LOOK_S


def children(process: subprocess.Popen[bytes], name: str) -> list[int]:
    """The children of a process whose command line has a word in it."""
    mine: list[str] = []
    for task in Path(f"/proc/{process.pid}/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread may end meanwhile
            mine += (task / "children").read_text().split()
    found = []
    for child in mine:
        with suppress(FileNotFoundError, ProcessLookupError):
            if name in Path(f"/proc/{child}/cmdline").read_text():
                found.append(int(child))
    return found


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def follow(machine: Machine) -> Iterator[Callable[..., Terminal]]:
    """Follow a routine in a terminal."""
    opened: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        opened.append(Terminal(machine, *arguments))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def test_keys_lead_through_a_session_without_any_sound(
    machine: Machine, follow: Callable[..., Terminal]
) -> None:
    machine.sound(works=False)
    terminal = follow("desk-reset")
    terminal.expect("Standing hip stretch at the desk · Right")
    terminal.expect(r"\(No sound can be played; follow the captions\.")
    terminal.press(b" ")
    terminal.expect("Paused. Space goes on.")
    terminal.press(b" ", RIGHT)
    terminal.expect("Standing hip stretch at the desk · Left")
    terminal.expect(r"Hold · +30 s")
    terminal.press(b"p", RIGHT)
    terminal.expect("How hard was it")
    terminal.press(b"3")
    terminal.expect("Any pain")
    terminal.press(b" ")
    terminal.expect("Did it pinch")
    terminal.press(b"y")
    terminal.expect("Thank you.")
    assert 0 == terminal.ended()

    record = machine.record()
    assert record is not None
    assert record.closed is not None
    assert CloseReason.COMPLETED is record.closed.reason
    assert record.answers is not None
    assert (3, None, True) == (
        record.answers.effort,
        record.answers.pain_during,
        record.answers.pinch,
    )
    kinds = ["paused", "resumed", "skipped", "pinch", "skipped"]
    assert kinds == [event.kind for event in record.events]


def test_a_terminal_killed_in_mid_hold_keeps_every_segment_that_was_finished(
    machine: Machine, follow: Callable[..., Terminal]
) -> None:
    machine.sound(works=False)
    terminal = follow("desk-reset")
    terminal.expect("Standing hip stretch at the desk · Right")
    terminal.press(RIGHT)
    terminal.expect(r"Hold · +28 s")
    terminal.process.kill()
    terminal.process.wait(PATIENCE_S)

    broken = machine.unfinished()
    assert broken is not None
    done = [row.phase for row in broken.segments if row.completed]
    assert ["switch", "get_ready"] == done[-2:]
    assert "work" not in done


def test_a_voice_that_is_killed_comes_back_and_is_heard_again(
    machine: Machine, follow: Callable[..., Terminal]
) -> None:
    machine.sound(works=True)
    terminal = follow("desk-reset")
    terminal.expect("Standing hip stretch at the desk · Right")
    wait_until(terminal.process, lambda: bool(children(terminal.process, "voice.child")))
    (voice,) = children(terminal.process, "voice.child")
    os.kill(voice, signal.SIGKILL)
    wait_until(terminal.process, lambda: voice not in children(terminal.process, "voice.child"))

    before = set(machine.heard())
    # Another volume: every line has to be made anew, by another process.
    terminal.press(DOWN)
    terminal.expect("Voice volume 90")
    wait_until(terminal.process, lambda: bool(children(terminal.process, "voice.child")))
    terminal.press(b"r")
    wait_until(
        terminal.process,
        lambda: any(len(file.stem) == 40 for file in set(machine.heard()) - before),
    )


@pytest.fixture
def display() -> Iterator[Mapping[str, str]]:
    """A screen and a session bus of our own, as variables of the environment."""
    need("Xvfb", "dbus-daemon")
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=(write,), stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    os.close(write)
    try:
        assert bus.stdout is not None
        with os.fdopen(read) as told:
            number = told.readline().strip()
        address = bus.stdout.readline().decode().strip()
        yield {"DISPLAY": f":{number}", "DBUS_SESSION_BUS_ADDRESS": address}
    finally:
        end(bus)
        end(screen)
        if bus.stdout is not None:
            bus.stdout.close()


@pytest.fixture
def window(
    machine: Machine, display: Mapping[str, str]
) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Open the window."""
    opened: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        opened.append(machine.start(*arguments, more=display))
        return opened[-1]

    yield start
    for one in opened:
        end(one)


def completed(machine: Machine, phase: str) -> bool:
    """Whether a segment of that phase is in the journal, whole."""
    record = machine.record()
    rows = record.segments if record else ()
    return any(row.completed and row.phase == phase for row in rows)


def test_a_window_killed_in_mid_hold_keeps_every_segment_that_was_finished(
    machine: Machine, window: Callable[..., subprocess.Popen[bytes]]
) -> None:
    machine.sound(works=False)
    process = window("play", "desk-reset", "--start-now")
    wait_until(process, lambda: completed(machine, "get_ready"))
    process.kill()
    process.wait(PATIENCE_S)

    broken = machine.unfinished()
    assert broken is not None
    assert ["announce", "transition", "get_ready"] == [row.phase for row in broken.segments]
    assert Shell.WINDOW is broken.opened.shell


def test_the_next_start_offers_to_go_on_and_goes_on_in_the_same_session(
    machine: Machine,
    window: Callable[..., subprocess.Popen[bytes]],
    display: Mapping[str, str],
) -> None:
    need("xdotool")
    machine.sound(works=False)
    broken_off(machine)
    process = window()
    remote = [shutil.which("xdotool") or ""]

    def go_on() -> bool:
        # The first press may come before the page is there, the next find the session begun.
        look = [*remote, "search", "--onlyvisible", "--name", "^HipCoach$"]
        found = subprocess.run(look, env=display, capture_output=True, text=True, check=False)
        if found.returncode == 0 and len(events(machine)) == 0 and not completed(machine, "switch"):
            one = found.stdout.split()[0]
            keys = [*remote, "windowfocus", one, "key", "Return"]
            subprocess.run(keys, env=display, capture_output=True, check=False)
        return completed(machine, "switch")

    wait_until(process, go_on)
    record = machine.record()
    assert record is not None
    assert UUID(int=2) == record.opened.id
    assert [(0, Side.RIGHT), (1, Side.LEFT)] == [(row.chapter, row.side) for row in record.segments]


def events(machine: Machine) -> list[str]:
    """What the person did in the session, as the journal has it."""
    record = machine.record()
    return [event.kind for event in record.events] if record else []


def broken_off(machine: Machine) -> None:
    """A journal as a session leaves it that dies after its first side."""
    at = datetime.now(UTC)  # noqa: TID251 - as above
    opened = SessionOpened(
        id=UUID(int=2),
        at=at,
        zone="Etc/UTC",
        routine="desk-reset",
        shell=Shell.WINDOW,
        first_side=Side.RIGHT,
        rungs=(("desk-split-stance", 1),),
        length_s=93.0,
        version=hipcoach.__version__,
    )
    hold = SegmentDone(
        id=UUID(int=3),
        session_id=opened.id,
        at=at,
        index=3,
        chapter=0,
        phase="work",
        exercise="desk-split-stance",
        side=Side.RIGHT,
        rung=1,
        planned_s=30.0,
        held_s=30.0,
        completed=True,
    )
    with closing(machine.environment.open_journal()) as journal:
        journal.open_session(opened)
        journal.add_segment(hold)
