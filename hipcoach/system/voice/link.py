"""The app's end of the engine's process: an order goes out, an answer comes back in time."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

import hipcoach
from hipcoach.core.value import value
from hipcoach.ports import Voice
from hipcoach.system.voice.engine import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hipcoach.ports import VoiceChoice

START_S = 10.0
"""The longest that an engine may take to load: pyobjc on a cold disk takes seconds."""

ANSWER_S = 3.0
"""The longest that it may take over one line."""

NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Windows opens a console for every child that isn't told not to."""


@value
class Order:
    """A line to turn into sound, and how."""

    line: str
    choice: VoiceChoice


@value
class EngineReady:
    """What the engine says of itself when it has loaded."""

    version: str
    where: str
    """`system` or `bundled`."""
    voices: tuple[Voice, ...]


class EngineLink:
    """One process with the engine in it.

    `died` is called, in a thread of its own, when the process has ended.
    """

    def __init__(self, command: Sequence[str], died: Callable[[], None]) -> None:
        self._answers: queue.SimpleQueue[dict[str, object] | None] = queue.SimpleQueue()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # So that `-m` finds this very package, and nothing in the person's own folder.
                cwd=Path(hipcoach.__file__).parent.parent,
                encoding="utf-8",
                creationflags=NO_WINDOW,
            )
        except OSError as fault:
            raise EngineError("unstartable") from fault
        self._died = died
        self._ended = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def alive(self) -> bool:
        """Whether the process still answers."""
        return not self._ended.is_set()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ready(self, timeout_s: float = START_S) -> EngineReady:
        """Wait until the engine has loaded; raises `EngineError`."""
        answer = self._answer(timeout_s, "ready")
        voices = answer["voices"]
        assert isinstance(voices, list)
        return EngineReady(
            str(answer["version"]),
            str(answer["where"]),
            tuple(Voice(v["id"], v["name"], tuple(v["languages"])) for v in voices),
        )

    def make(self, order: Order, path: Path, timeout_s: float = ANSWER_S) -> float:
        """Have a line made into a file; gives its length in seconds; raises `EngineError`."""
        request = {
            "line": order.line,
            "voice": order.choice.voice,
            "rate": order.choice.rate,
            "volume": order.choice.volume,
            "language": order.choice.language,
            "path": str(path),
        }
        try:
            stdin = _open(self._process.stdin)
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
        except (OSError, ValueError) as fault:
            raise EngineError("died") from fault
        length_s = self._answer(timeout_s, "made")["length_s"]
        assert isinstance(length_s, float)
        return length_s

    def kill(self) -> None:
        """End the process at once; whoever waits for an answer gets `EngineError`."""
        with suppress(OSError):
            self._process.kill()

    def close(self) -> None:
        """End the process and let go of everything that belongs to it."""
        self.kill()
        self._reader.join()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            # What was not yet sent to a process that is gone is nobody's loss.
            with suppress(OSError):
                _open(stream).close()

    def _answer(self, timeout_s: float, wanted: str) -> dict[str, object]:
        try:
            answer = self._answers.get(timeout=timeout_s)
        except queue.Empty:
            raise EngineError("silent") from None
        if answer is None:
            raise EngineError("died")
        if answer.get("event") != wanted:
            raise EngineError(str(answer.get("code", "confused")))
        return answer

    def _read(self) -> None:
        for line in _open(self._process.stdout):
            with suppress(ValueError):
                self._answers.put(json.loads(line))
        self._ended.set()
        self._answers.put(None)
        self._died()


def child_command(folder: Path) -> tuple[str, ...]:
    """How the engine's process is started; `folder` is where it writes."""
    return (sys.executable, "-m", "hipcoach.system.voice.child", str(folder))


def _open(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
