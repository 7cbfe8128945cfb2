"""Keys pressed in a terminal, one at a time, without waiting for Enter."""

from __future__ import annotations

import os
import re
import select
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Final, Protocol

ESCAPE_S: Final = 0.03
"""What follows an escape within this time belongs to the same key."""

KEY: Final = re.compile(r"\x1b\[[0-9;]*[ -/]*[@-~]|\x1bO.|\x1b|[^\x1b]")
"""One key among those that came at once: an escape sequence, or a letter."""
BEGUN: Final = re.compile(rb"\x1b(\[[0-9;]*|O)?$")
"""The start of an escape sequence whose rest is still to come."""

NAMED: Final = {
    " ": "space",
    "\r": "enter",
    "\n": "enter",
    "\t": "tab",
    "\x1b": "escape",
    "\x7f": "backspace",
    "\x08": "backspace",
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1b[C": "right",
    "\x1b[D": "left",
    "\x1bOA": "up",
    "\x1bOB": "down",
    "\x1bOC": "right",
    "\x1bOD": "left",
    "\x1b[5~": "page-up",
    "\x1b[6~": "page-down",
    "\x1b[15~": "f5",
}
"""What terminals send for keys that are no letters."""


class Keys(Protocol):
    """Where keys come from."""

    def wait(self, timeout_s: float) -> str:
        """The next key within that time, by name or as its letter; empty where none came.

        Raises EOFError where none will ever come again: the terminal has gone.
        """
        ...


class NoKeys:
    """Nobody types: standard input is a file, a pipe or closed."""

    def __init__(self) -> None:
        self._never = Event()

    def wait(self, timeout_s: float) -> str:
        """Let the time pass."""
        self._never.wait(timeout_s)
        return ""


class TerminalKeys:
    """Keys from a Unix terminal that hands out each at once."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._pressed: deque[str] = deque()
        """Keys that came together with one that was asked for."""

    def wait(self, timeout_s: float) -> str:
        """The next key within that time; raises EOFError where the terminal has gone."""
        if not self._pressed:
            if not self._ready(timeout_s):
                return ""
            pressed = self._read()
            while BEGUN.search(pressed) and self._ready(ESCAPE_S):
                pressed += self._read()
            self._pressed.extend(KEY.findall(pressed.decode("utf-8", "replace")))
        return key_name(self._pressed.popleft()) if self._pressed else ""

    def _read(self) -> bytes:
        try:
            pressed = os.read(self._descriptor, 32)
        except OSError as fault:
            raise EOFError from fault
        if not pressed:
            raise EOFError
        return pressed

    def _ready(self, timeout_s: float) -> bool:
        return bool(select.select([self._descriptor], [], [], max(0.0, timeout_s))[0])


class WindowsKeys:
    """Keys from the Windows console, which has no way to wait for one."""

    STEP_S: Final = 0.02

    def __init__(self) -> None:
        self._pause = Event()

    def wait(self, timeout_s: float) -> str:
        """The next key within that time, asked for fifty times a second."""
        import msvcrt  # noqa: PLC0415 - on Windows alone

        if sys.platform != "win32":
            raise NotImplementedError("the console is that of Windows")
        left_s = timeout_s
        while not msvcrt.kbhit():
            if left_s <= 0:
                return ""
            self._pause.wait(min(self.STEP_S, left_s))
            left_s -= self.STEP_S
        pressed = msvcrt.getwch()
        if pressed in {"\x00", "\xe0"}:
            arrows = {"H": "up", "P": "down", "M": "right", "K": "left", "I": "page-up"}
            return (arrows | {"Q": "page-down", "?": "f5"}).get(msvcrt.getwch(), "")
        return key_name(pressed)


def key_name(pressed: str) -> str:
    """The name of what a terminal sent: `space`, `page-down`, or the letter itself."""
    if pressed in NAMED:
        return NAMED[pressed]
    return "" if pressed.startswith("\x1b") else pressed[:1]


@contextmanager
def terminal_keys() -> Iterator[Keys]:
    """The keys of this process's terminal while it is used so; its old ways come back after."""
    if not sys.stdin or not sys.stdin.isatty():
        yield NoKeys()
        return
    if sys.platform == "win32":
        yield WindowsKeys()
        return
    import termios  # noqa: PLC0415 - Unix alone
    import tty  # noqa: PLC0415 - as above

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        yield TerminalKeys(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
