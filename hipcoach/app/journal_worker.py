"""The journal at arm's length: a thread of its own reads and writes it.

So that no disk, lock or server ever stands between a person and the next cue.
Rows that can't be written wait in order and are tried again, where that may help.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from threading import Condition, Thread
from typing import Any, Final

from hipcoach.core.errors import KnownError, StoreError
from hipcoach.ports import Journal

_log = logging.getLogger(__name__)

RETRY_S: Final = 2.0
"""Seconds until a row that could not be written is tried again."""

FOR_GOOD: Final = frozenset({"no-session"})
"""Faults (`JournalFault`) that no second try would mend: another journal was put in its place."""

Write = Callable[[Journal], None]
Read = Callable[[Journal], Any]
Then = Callable[[Any], None]


class JournalWorker:
    """Writes and reads in the order in which they were asked for.

    `wake` is called in the worker's thread whenever `poll` has something to hand out, `wrote`
    after each row that was written; what goes wrong in it is its own affair.
    """

    def __init__(
        self,
        open_journal: Callable[[], Journal],
        wake: Callable[[], None] = lambda: None,
        wrote: Callable[[], None] = lambda: None,
    ) -> None:
        self.problem: KnownError | None = None
        """Why the last row could not be written, or the journal not opened."""
        self._open = open_journal
        self._wake = wake
        self._wrote = wrote
        self._journal: Journal | None = None
        self._jobs: deque[Write | tuple[Read, Then, Then]] = deque()
        self._answers: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._changed = Condition()
        self._closing = False
        self._thread = Thread(target=self._work, name="journal", daemon=True)

    def start(self) -> None:
        """Begin to work; what was asked for before is done first."""
        self._thread.start()

    def write(self, job: Write) -> None:
        """Have a row written."""
        self._add(job)

    def read(self, job: Read, then: Then, failed: Then) -> None:
        """Have something read; `then` or `failed` (a KnownError) is called from `poll`."""
        self._add((job, then, failed))

    def poll(self) -> None:
        """Hand out what has been read, in the caller's thread."""
        while not self._answers.empty():
            self._answers.get()()

    def close(self, timeout_s: float = 3.0) -> bool:
        """Write what waits, let go of the database; whether all of it could be written."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._jobs and not self._thread.is_alive()

    def _add(self, job: Write | tuple[Read, Then, Then]) -> None:
        with self._changed:
            self._jobs.append(job)
            self._changed.notify()

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._jobs and not self._closing:
                    self._changed.wait()
                if not self._jobs:
                    break
                job = self._jobs[0]
            if self._done(job):
                self._jobs.popleft()
                continue
            with self._changed:
                if self._closing:
                    break
                self._changed.wait(RETRY_S)
        if self._journal is not None:
            self._journal.close()

    def _done(self, job: Write | tuple[Read, Then, Then]) -> bool:
        """Whether a job needs no second try; a reading that fails is answered, not tried again."""
        try:
            answer = self._do(job)
        except KnownError as error:
            self._fail(job, error)
            return isinstance(job, tuple) or error.code in FOR_GOOD
        except Exception as fault:  # noqa: BLE001 - were the thread to end, no row would be written
            from hipcoach.core.journal import JournalFault  # noqa: PLC0415 - the tray starts sooner

            _log.exception("unexpected, in the journal's thread")
            self._fail(job, StoreError(JournalFault.FAILED, {"error": type(fault).__name__}))
            return True
        self._tell(None)
        if isinstance(job, tuple):
            then = job[1]
            self._hand_out(lambda: then(answer))
        return True

    def _do(self, job: Write | tuple[Read, Then, Then]) -> Any:
        """Write, or give what was read."""
        if self._journal is None:
            self._journal = self._open()
        if isinstance(job, tuple):
            return job[0](self._journal)
        job(self._journal)
        self._wrote()
        return None

    def _fail(self, job: Write | tuple[Read, Then, Then], error: KnownError) -> None:
        self._tell(error)
        if isinstance(job, tuple):
            failed = job[2]
            self._hand_out(lambda: failed(error))

    def _tell(self, problem: KnownError | None) -> None:
        changed = (problem is None) is not (self.problem is None)
        self.problem = problem
        if changed:
            self._wake()

    def _hand_out(self, answer: Callable[[], None]) -> None:
        self._answers.put(answer)
        self._wake()
