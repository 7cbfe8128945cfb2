"""HipCoach's own commands, each run in a process of its own.

What takes seconds and reads the whole journal would keep the window's event loop waiting, whichever
thread it ran in, and would stay in its memory; a process takes both with it when it ends.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from queue import SimpleQueue
from threading import Lock, Thread
from typing import IO, Final

from hipcoach.core.errand import STEP, STEPS_VARIABLE, ErrandDone
from hipcoach.core.value import value

PATIENCE_S: Final = 8.0
"""So long the end waits for a command to tidy up, and again for it to be gone."""
FAILED: Final = 1
"""The exit status of what could not even be started."""

Step = Callable[[float], None]
Then = Callable[[ErrandDone], None]


@value
class _Errand:
    number: int
    arguments: tuple[str, ...]
    then: Then
    step: Step


class OwnErrands:
    """Runs commands one after the other; keeps to the port `Errands`.

    `command` starts this very HipCoach; `wake` is called, in any thread, whenever `poll` has
    something to hand out.
    """

    def __init__(
        self,
        command: Sequence[str],
        wake: Callable[[], None],
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._command = tuple(command)
        self._wake = wake
        self._patience_s = patience_s
        self._waiting: SimpleQueue[_Errand | None] = SimpleQueue()
        self._told: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._guard = Lock()
        self._numbers = count(1)
        self._next: dict[int, _Errand] = {}
        """Those that have not begun, by their numbers."""
        self._running = 0
        self._process: subprocess.Popen[str] | None = None
        self._called_off = False
        self._closed = False
        self._thread: Thread | None = None

    def begin(self, arguments: Sequence[str], then: Then, step: Step = lambda _share: None) -> int:
        """Run a command when those before it have ended; `then` and `step` come from `poll`."""
        errand = _Errand(next(self._numbers), tuple(arguments), then, step)
        with self._guard:
            self._next[errand.number] = errand
        self._waiting.put(errand)
        if self._thread is None:
            self._thread = Thread(target=self._work, name="errands", daemon=True)
            self._thread.start()
        return errand.number

    def call_off(self, number: int) -> None:
        """End that one, or let it never begin; others are left alone."""
        with self._guard:
            never = self._next.pop(number, None)
            if self._process is not None and self._running == number:
                self._called_off = True
                self._process.terminate()
        if never is not None:
            self._tell(lambda: never.then(ErrandDone(FAILED, "", called_off=True)))

    def poll(self) -> None:
        """Hand out what was told, in the caller's thread."""
        while not self._told.empty():
            self._told.get()()

    def close(self) -> None:
        """Begin nothing more; what runs is called off, and nothing is told of it."""
        self._closed = True
        self._waiting.put(None)
        with self._guard:
            if self._process is not None:
                self._process.terminate()
        if self._thread is not None:
            self._thread.join(self._patience_s)
            hanging = self._process
            if self._thread.is_alive() and hanging is not None:
                # On a drive that is gone, it may be: nobody waits for that.
                hanging.kill()
                self._thread.join(self._patience_s)
        self._told = SimpleQueue()

    def _work(self) -> None:
        while (errand := self._waiting.get()) is not None and not self._closed:
            done = self._run(errand)
            if done is not None:
                self._tell(lambda errand=errand, done=done: errand.then(done))  # type: ignore[misc]

    def _run(self, errand: _Errand) -> ErrandDone | None:
        """What became of it; `None`: it was called off before."""
        surroundings = {**os.environ, STEPS_VARIABLE: "1", "PYTHONIOENCODING": "utf-8"}
        try:
            with self._guard:
                if self._next.pop(errand.number, None) is None or self._closed:
                    return None
                self._called_off = False
                self._running = errand.number
                process = self._process = subprocess.Popen(  # noqa: S603 - our own program
                    (*self._command, *errand.arguments),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    env=surroundings,
                    encoding="utf-8",
                    errors="replace",
                )
        except OSError as error:
            return ErrandDone(FAILED, "", error.strerror or type(error).__name__)
        said: list[str] = []
        with process:
            assert process.stdout is not None
            assert process.stderr is not None
            listener = Thread(target=_listen, args=(process.stdout, said), daemon=True)
            listener.start()
            trouble = self._heard(process.stderr, errand.step)
            listener.join()
            status = process.wait()
        with self._guard:
            self._process = None
            return ErrandDone(status, "".join(said), trouble, self._called_off)

    def _heard(self, stream: IO[str], step: Step) -> str:
        """What was said but how far it is; that is told at once."""
        words = []
        for line in stream:
            if not line.startswith(STEP):
                words.append(line)
                continue
            with suppress(ValueError):
                share = int(line.removeprefix(STEP)) / 100
                self._tell(lambda share=share: step(share))  # type: ignore[misc]
        return "".join(words).strip()

    def _tell(self, news: Callable[[], None]) -> None:
        self._told.put(news)
        self._wake()


def _listen(stream: IO[str], said: list[str]) -> None:
    said.append(stream.read())
