"""A journal beside a damaged one: it takes what is written until that one is mended."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from operator import methodcaller
from typing import Any, Final, cast

from hipcoach.core.errors import StoreError
from hipcoach.ports import Journal

LACKS_SESSION: Final = "no-session"
"""`JournalFault.NO_SESSION`, by its code: a row of a session that the journal does not have."""
WRITES: Final = frozenset(
    {"open_session", "add_segment", "add_event", "close_session", "add_answers", "add"}
)
"""The methods of a journal that append a row."""
NOTED: Final = 2000
"""So many rows are remembered, the newest: those of many days."""

Write = Callable[[Journal], None]


class SpareJournal:
    """Takes, beside what is new, all that was written in this run before.

    For the damaged journal may have lost that, and the copy that takes its place may be older.
    """

    def __init__(self, open_journal: Callable[[], Journal]) -> None:
        self._open = open_journal
        self._journal: Journal | None = None
        self._notes: deque[tuple[str, Any]] = deque(maxlen=NOTED)
        """(method, row) of what was written in this run, in order."""
        self._kept = False
        """Whether all of that is in the spare one."""
        self.waiting: list[Write] = []
        """Rows that only the mended journal can take: it alone may have their session."""

    def noted(self, journal: Journal) -> Journal:
        """A journal to write to; what it takes is remembered."""
        return cast(Journal, _Noted(journal, self._notes))

    def write(self, job: Write) -> None:
        """Write here; raises StoreError."""
        try:
            job(self.noted(self._opened()))
        except StoreError as error:
            if error.code != LACKS_SESSION:
                raise
            self.waiting.append(job)

    def keep(self) -> None:
        """Open it now, where anything was written in this run; raises StoreError."""
        if self._notes:
            self._opened()

    def handed_over(self) -> list[Write]:
        """What the mended journal has to be told, for it is not in the spare one."""
        left = self.waiting if self._kept else [*map(_again, self._notes), *self.waiting]
        self.waiting, self._kept = [], False
        return left

    def close(self) -> None:
        """Let go of it."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _opened(self) -> Journal:
        if self._journal is None:
            journal = self._open()
            try:
                self.waiting += _lacking(journal, self._notes)
            except BaseException:
                journal.close()
                raise
            self._journal, self._kept = journal, True
        return self._journal


def _lacking(journal: Journal, notes: Iterable[tuple[str, Any]]) -> list[Write]:
    """Write again what was noted; those of which it lacks the session. Raises StoreError."""
    left: list[Write] = []
    for write in map(_again, notes):
        try:
            write(journal)
        except StoreError as error:
            if error.code != LACKS_SESSION:
                raise
            left.append(write)
    return left


def _again(note: tuple[str, Any]) -> Write:
    return methodcaller(*note)


class _Noted:
    """Hands everything on to a journal, and notes the rows that it took."""

    def __init__(self, journal: Journal, notes: deque[tuple[str, Any]]) -> None:
        self._journal = journal
        self._notes = notes

    def __getattr__(self, name: str) -> Any:
        """What the journal itself has."""
        found = getattr(self._journal, name)
        if name not in WRITES:
            return found

        def write(row: Any) -> None:
            found(row)
            self._notes.append((name, row))

        return write
