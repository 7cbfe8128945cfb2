"""The journal at arm's length: a thread of its own reads and writes it.

So that no disk, lock or server ever stands between a person and the next cue.
Rows that can't be written wait in order and are tried again, where that may help; rows of a
journal that turned out to be damaged go into a spare one until it is mended.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from threading import Condition, Thread
from typing import Any, Final

from hipcoach.app.spare_journal import LACKS_SESSION, SpareJournal, Write
from hipcoach.core.errors import KnownError, StoreError
from hipcoach.core.value import value
from hipcoach.ports import Journal

_log = logging.getLogger(__name__)

RETRY_S: Final = 2.0
"""Seconds until a row that could not be written is tried again."""

FOR_GOOD: Final = frozenset({LACKS_SESSION})
"""Faults (`JournalFault`) that no second try would mend: another journal was put in its place."""
DAMAGED: Final = "damaged"
"""`JournalFault.DAMAGED`, by its code: the tray starts sooner without that module."""
REPLACED: Final = "replaced"
"""`JournalFault.REPLACED`, the same."""

Read = Callable[[Journal], Any]
Then = Callable[[Any], None]


@value
class _Aside:
    """Something that is done without the journal."""

    job: Callable[[], Any]
    then: Then
    failed: Then
    anew: bool
    """Whether the journal is let go of before, and opened anew afterwards."""


class JournalWorker:
    """Writes and reads in the order in which they were asked for.

    `wake` is called in the worker's thread whenever `poll` has something to hand out, `wrote`
    after each row that was written, `look` once after each opening, when nothing waits. What
    goes wrong in them is their own affair, but that the journal is damaged.

    `spare` opens the journal beside that takes the rows of a damaged one; what opens the journal
    takes them in from there. Without it a damaged journal is tried again as any other.
    """

    def __init__(
        self,
        open_journal: Callable[[], Journal],
        wake: Callable[[], None] = lambda: None,
        wrote: Callable[[], None] = lambda: None,
        *,
        look: Callable[[], None] = lambda: None,
        spare: Callable[[], Journal] | None = None,
    ) -> None:
        self.problem: KnownError | None = None
        """Why the last row could not be written, or the journal not opened."""
        self.damage: KnownError | None = None
        """That the journal is damaged; then nothing is read until it was mended. Told of where
        there is a spare one."""
        self.saving = True
        """Whether rows are kept: in the journal, or beside it while it is damaged."""
        self._open = open_journal
        self._wake = wake
        self._wrote = wrote
        self._look = look
        self._spare = SpareJournal(spare) if spare else None
        self._journal: Journal | None = None
        self._unseen = False
        """Whether the journal was opened and not looked through since."""
        self._jobs: deque[Write | tuple[Read, Then, Then]] = deque()
        self._asides: deque[_Aside] = deque()
        self._answers: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._changed = Condition()
        self._closing = False
        self._thread = Thread(target=self._work, name="journal", daemon=True)

    def start(self) -> None:
        """Begin to work; what was asked for before is done first."""
        self._thread.start()

    def write(self, job: Write) -> None:
        """Have a row written."""
        self._add(self._jobs, job)

    def read(self, job: Read, then: Then, failed: Then) -> None:
        """Have something read; `then` or `failed` (a KnownError) is called from `poll`."""
        self._add(self._jobs, (job, then, failed))

    def beside(self, job: Callable[[], Any], then: Then, failed: Then) -> None:
        """Have something done that needs no open journal, before all that waits; told as above."""
        self._add(self._asides, _Aside(job, then, failed, anew=False))

    def mend(self, job: Callable[[], Any], then: Then, failed: Then) -> None:
        """Let go of the journal, have this done to its file, and open it anew; told as above.

        What waits, and what was written beside it, is in the mended journal before `then` reads.
        Where it fails, all is as it was.
        """
        self._add(self._asides, _Aside(job, then, failed, anew=True))

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
        lost = self._jobs or (self._spare and self._spare.waiting)
        return not (lost or self._thread.is_alive())

    def _add(self, to: deque[Any], job: Any) -> None:
        with self._changed:
            to.append(job)
            self._changed.notify()

    def _work(self) -> None:
        while True:
            with self._changed:
                while not (self._asides or self._jobs or self._unseen or self._closing):
                    self._changed.wait()
                aside = self._asides.popleft() if self._asides else None
                job = self._jobs[0] if self._jobs else None
            if aside is not None:
                self._do_aside(aside)
            elif job is not None:
                if self._done(job):
                    self._jobs.popleft()
                    continue
                with self._changed:
                    if self._closing:
                        break
                    if not self._asides:
                        self._changed.wait(RETRY_S)
            elif self._closing:
                break
            else:
                self._look_through()
        self._let_go()

    def _done(self, job: Write | tuple[Read, Then, Then]) -> bool:
        """Whether a job needs no second try; a reading that fails is answered, not tried again."""
        try:
            answer = self._do_anew(job)
        except KnownError as error:
            if self._finds_damage(error) and not isinstance(job, tuple):
                return self._done(job)  # beside it, now
            return self._fail(job, error)
        except Exception as fault:  # noqa: BLE001 - were the thread to end, no row would be written
            self._fail(job, _unexpected(fault))
            return True
        if isinstance(job, tuple):
            then = job[1]
            self._hand_out(lambda: then(answer))
        else:
            self.saving = True
        if self.damage is None:
            self._tell(None)
        return True

    def _do_anew(self, job: Write | tuple[Read, Then, Then]) -> Any:
        """Do it, in the journal that lies in its place now."""
        try:
            return self._do(job)
        except StoreError as error:
            if error.code != REPLACED:
                raise
            self._let_go()
            return self._do(job)

    def _do(self, job: Write | tuple[Read, Then, Then]) -> Any:
        """Write, or give what was read."""
        if self.damage is not None:
            assert self._spare is not None
            if isinstance(job, tuple):
                raise self.damage  # what would be read may be wrong
            self._spare.write(job)
            return None
        if self._journal is None:
            self._journal = self._open()
            self._unseen = True
        if isinstance(job, tuple):
            return job[0](self._journal)
        job(self._spare.noted(self._journal) if self._spare else self._journal)
        self._wrote()
        return None

    def _fail(self, job: Write | tuple[Read, Then, Then], error: KnownError) -> bool:
        """Say what went wrong; whether there is no second try."""
        self._tell(self.damage or error)
        if isinstance(job, tuple):
            failed = job[2]
            self._hand_out(lambda: failed(error))
            return True
        if self.saving:
            self.saving = False
            self._wake()
        return error.code in FOR_GOOD

    def _finds_damage(self, error: KnownError) -> bool:
        """Whether this says for the first time that the journal is damaged; then it is let be."""
        if error.code != DAMAGED or self._spare is None or self.damage is not None:
            return False
        self.damage = self.problem = error
        self._let_go()
        try:
            self._spare.keep()
        except KnownError as failed:
            _log.warning("Nothing can be kept beside the damaged journal: %s", failed.code)
        self._wake()
        return True

    def _look_through(self) -> None:
        self._unseen = False
        try:
            self._look()
        except KnownError as error:
            if error.code != DAMAGED:
                _log.warning("The journal was not looked through: %s", error.code)
            self._finds_damage(error)
        except Exception as fault:  # noqa: BLE001 - as above
            _unexpected(fault)

    def _do_aside(self, aside: _Aside) -> None:
        if aside.anew:
            self._let_go()
        try:
            answer = aside.job()
        except KnownError as error:
            found = error
        except Exception as fault:  # noqa: BLE001 - as above
            found = _unexpected(fault)
        else:
            if aside.anew:
                self.damage = None
                if self._spare is not None:
                    self._jobs.extendleft(reversed(self._spare.handed_over()))
                self._tell(None)
            self._hand_out(lambda: aside.then(answer))
            return
        self._hand_out(lambda: aside.failed(found))

    def _let_go(self) -> None:
        if self._journal is not None:
            self._journal.close()
        if self._spare is not None:
            self._spare.close()
        self._journal, self._unseen = None, False

    def _tell(self, problem: KnownError | None) -> None:
        changed = (problem is None) is not (self.problem is None)
        self.problem = problem
        if changed:
            self._wake()

    def _hand_out(self, answer: Callable[[], None]) -> None:
        self._answers.put(answer)
        self._wake()


def _unexpected(fault: Exception) -> StoreError:
    from hipcoach.core.journal import JournalFault  # noqa: PLC0415 - the tray starts sooner

    _log.error("unexpected, in the journal's thread", exc_info=fault)
    return StoreError(JournalFault.FAILED, {"error": type(fault).__name__})
