"""Stand-ins for the world at the ports, one for each; nothing of our own is faked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID

from hipcoach.core.errors import StoreError
from hipcoach.core.journal import (
    HOLDS,
    JournalFault,
    SafetyAnswers,
    SegmentDone,
    SessionAnswers,
    SessionClosed,
    SessionEvent,
    SessionOpened,
    SessionRecord,
)

_SessionRow = TypeVar("_SessionRow", SegmentDone, SessionEvent, SessionClosed, SessionAnswers)
_Row = TypeVar(
    "_Row",
    SessionOpened,
    SegmentDone,
    SessionEvent,
    SessionClosed,
    SessionAnswers,
    SafetyAnswers,
)


class MemoryJournal:
    """A journal that forgets at the end; `fault`, while it is set, is raised by every call."""

    def __init__(self) -> None:
        self.fault: StoreError | None = None
        self.opened: dict[UUID, SessionOpened] = {}
        self.segments: dict[UUID, SegmentDone] = {}
        self.events: dict[UUID, SessionEvent] = {}
        self.ends: dict[UUID, SessionClosed] = {}
        self.answers: dict[UUID, SessionAnswers] = {}
        self.safety: dict[UUID, SafetyAnswers] = {}
        self.closed = False

    def open_session(self, row: SessionOpened) -> None:
        self._append(self.opened, row)

    def add_segment(self, row: SegmentDone) -> None:
        self._append(self.segments, row, of_session=row.session_id)

    def add_event(self, row: SessionEvent) -> None:
        self._append(self.events, row, of_session=row.session_id)

    def close_session(self, row: SessionClosed) -> None:
        self._append(self.ends, row, of_session=row.session_id)

    def add_answers(self, row: SessionAnswers) -> None:
        self._append(self.answers, row, of_session=row.session_id)

    def add_safety_answers(self, row: SafetyAnswers) -> None:
        self._append(self.safety, row)

    def safety_answers(self) -> SafetyAnswers | None:
        self._ask()
        return _newest(self.safety.values())

    def unfinished(self) -> SessionRecord | None:
        self._ask()
        closed = {row.session_id for row in self.ends.values()}
        row = _newest(row for row in self.opened.values() if row.id not in closed)
        return None if row is None else self._record(row)

    def sessions(self, since: datetime, until: datetime) -> tuple[SessionRecord, ...]:
        self._ask()
        first, end = _utc(since), _utc(until)
        rows = [row for row in self.opened.values() if first <= _utc(row.at) < end]
        return tuple(self._record(row) for row in sorted(rows, key=_by_time))

    def last_session(self) -> SessionRecord | None:
        self._ask()
        closed = {row.session_id for row in self.ends.values()}
        row = _newest(row for row in self.opened.values() if row.id in closed)
        return None if row is None else self._record(row)

    def times_done(self) -> Mapping[str, int]:
        self._ask()
        done = {
            (row.exercise, row.session_id)
            for row in self.segments.values()
            if row.completed and row.phase in HOLDS
        }
        return dict(Counter(exercise for exercise, _ in done))

    def close(self) -> None:
        self.closed = True

    def _ask(self) -> None:
        if self.fault is not None:
            raise self.fault

    def _append(self, rows: dict[UUID, _Row], row: _Row, of_session: UUID | None = None) -> None:
        self._ask()
        _utc(row.at)
        if of_session is not None and of_session not in self.opened and row.id not in rows:
            raise StoreError(JournalFault.NO_SESSION.value, {"session": str(of_session)})
        rows.setdefault(row.id, row)

    def _record(self, opened: SessionOpened) -> SessionRecord:
        def of_session(rows: Iterable[_SessionRow]) -> list[_SessionRow]:
            return sorted((row for row in rows if row.session_id == opened.id), key=_by_time)

        return SessionRecord(
            opened=opened,
            segments=tuple(of_session(self.segments.values())),
            events=tuple(of_session(self.events.values())),
            closed=_newest(of_session(self.ends.values())),
            answers=_newest(of_session(self.answers.values())),
        )


def _by_time(row: _Row) -> tuple[datetime, UUID]:
    return _utc(row.at), row.id


def _newest(rows: Iterable[_Row]) -> _Row | None:
    return max(rows, key=_by_time, default=None)


def _utc(at: datetime) -> datetime:
    # Two times of one zone compare by the clock on the wall, which goes back once a year.
    if at.utcoffset() is None:
        raise ValueError("a naive time has no place in the journal")
    return at.astimezone(UTC)
