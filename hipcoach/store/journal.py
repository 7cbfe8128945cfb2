"""The journal over SQLAlchemy: a file of SQLite, or any database that it knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection, Engine, distinct, exists, func, select
from sqlalchemy.exc import IntegrityError

from hipcoach.core.history import HistoryLog
from hipcoach.core.journal import (
    JournalFault,
    SegmentDone,
    SessionAnswers,
    SessionClosed,
    SessionEvent,
    SessionOpened,
    SessionRecord,
)
from hipcoach.core.plan_log import PracticeRow
from hipcoach.core.span_sums import SpanSums
from hipcoach.store import session_values
from hipcoach.store.checked import UnknownWordError
from hipcoach.store.database import open_database
from hipcoach.store.entry_values import entry_kind
from hipcoach.store.faults import told
from hipcoach.store.history import history_log
from hipcoach.store.moments import ahead_of_utc
from hipcoach.store.place import Place, place_of
from hipcoach.store.practice import practice_rows, withdrawn
from hipcoach.store.records import newest_record, records
from hipcoach.store.rows import ANSWERS, ENDS, EVENTS, HELD, SEGMENTS, SESSIONS
from hipcoach.store.schema import OURS
from hipcoach.store.sums import span_sums
from hipcoach.store.tables import Row, RowTable
from hipcoach.store.watching import check_file, file_stamp, rows_stamp

if TYPE_CHECKING:
    from hipcoach.ports import Entry, JournalEntry

_Row = TypeVar("_Row", bound=Row)

_CLOSED = exists().where(ENDS.c.session_id == SESSIONS.c.id)


def open_journal(where: Path | str, *, patience_s: float = 2.0) -> SqlJournal:
    """The journal at a path, or at a URL of SQLAlchemy; made where there is none.

    `patience_s` is how long it waits for another program to let go of the database.
    Raises `StoreError`; nothing that was there is lost by it.
    """
    place = place_of(where)
    return SqlJournal(place, open_database(place, patience_s))


class SqlJournal:
    """A `Journal` in a database; each row is committed before its method returns.

    For one thread at a time, whichever it is.
    The rows of a session come back in the local time of that session's zone, all others
    with the offset of their day; in UTC where a row is from before offsets were kept.
    """

    def __init__(self, place: Place, engine: Engine) -> None:
        self._place = place
        self._engine = engine
        self._file = file_stamp(place)

    def open_session(self, row: SessionOpened) -> None:
        """Write the start of a session."""
        self._append(SESSIONS, session_values.session_row(row))

    def add_segment(self, row: SegmentDone) -> None:
        """Write a segment that ended."""
        self._append(SEGMENTS, session_values.segment_row(row))

    def add_event(self, row: SessionEvent) -> None:
        """Write what the person did."""
        self._append(EVENTS, session_values.event_row(row))

    def close_session(self, row: SessionClosed) -> None:
        """Write the end of a session."""
        self._append(ENDS, session_values.end_row(row))

    def add_answers(self, row: SessionAnswers) -> None:
        """Write how it felt."""
        self._append(ANSWERS, session_values.answers_row(row))

    def add(self, row: JournalEntry) -> None:
        """Write a row that belongs to no session."""
        kind = entry_kind(type(row))
        self._append(kind.table, kind.written(row))

    def all_of(self, kind: type[Entry], since: datetime | None = None) -> tuple[Entry, ...]:
        """Every row of that kind written at or after `since`, by time."""
        kept = entry_kind(kind)
        late = [] if since is None else [kept.table.c.at >= _aware(since)]
        with self._reading() as connection:
            return tuple(map(kept.told, kept.table.rows(connection, *late)))

    def newest(self, kind: type[Entry]) -> Entry | None:
        """The newest row of that kind, or `None` where there is none."""
        kept = entry_kind(kind)
        with self._reading() as connection:
            row = kept.table.newest(connection)
            return None if row is None else kept.told(row)

    def practice(self, since: datetime | None = None) -> tuple[PracticeRow, ...]:
        """Every closed session as far as the plan needs it, by time.

        With `since` those alone that ended, were answered, or were withdrawn or taken back in,
        at that moment or after it.
        """
        first = None if since is None else _aware(since)
        with self._reading() as connection:
            return practice_rows(connection, first)

    def history(self, since: datetime, until: datetime) -> HistoryLog:
        """What days are told from, of the rows at or after `since` and before `until`."""
        first, end = _aware(since), _aware(until)
        with self._reading() as connection:
            return history_log(connection, first, end)

    def sums(self, first: date, last: date) -> SpanSums:
        """What these practice days add up to, both ends in it."""
        with self._reading() as connection:
            return span_sums(connection, first, last)

    def unfinished(self) -> SessionRecord | None:
        """The newest session that was opened and never closed."""
        with self._reading() as connection:
            return newest_record(connection, ~_CLOSED)

    def sessions(self, since: datetime, until: datetime) -> tuple[SessionRecord, ...]:
        """Sessions opened at or after `since` and before `until`, by time."""
        at = SESSIONS.c.at
        first, end = _aware(since), _aware(until)
        with self._reading() as connection:
            return records(connection, at >= first, at < end)

    def last_session(self) -> SessionRecord | None:
        """The newest session that is closed and not withdrawn."""
        with self._reading() as connection:
            gone = withdrawn(connection)
            return newest_record(connection, _CLOSED, SESSIONS.c.id.not_in(list(gone)))

    def times_done(self) -> Mapping[str, int]:
        """For each exercise, in how many sessions at least one of its holds was completed.

        Withdrawn sessions are left out.
        """
        c = SEGMENTS.c
        asked = select(c.exercise, func.count(distinct(c.session_id)))
        asked = asked.where(HELD, c.completed).group_by(c.exercise)
        with self._reading() as connection:
            gone = withdrawn(connection)
            asked = asked.where(c.session_id.not_in(list(gone))) if gone else asked
            return dict(connection.execute(asked).all())

    def stamp(self) -> str:
        """Another text after every row that others wrote; on a server after our own as well."""
        with self._reading() as connection:
            return f"{self._file} {rows_stamp(self._place, connection)}"

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _append(self, table: RowTable[_Row], row: _Row) -> None:
        with told(self._place):
            check_file(self._place, self._file)
            try:
                with self._engine.begin() as connection:
                    table.add(connection, row)
            except IntegrityError as error:
                with self._engine.connect() as connection:
                    if table.holds(connection, row.id):
                        return
                session = str(getattr(row, "session_id", None))
                raise self._place.fault(JournalFault.NO_SESSION, session=session) from error

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with told(self._place), self._engine.connect() as connection:
                check_file(self._place, self._file)
                yield connection
        except UnknownWordError as error:
            raise self._place.fault(
                JournalFault.NEWER, found=str(error), known=OURS.head
            ) from error
        except ValueError as error:
            # No id, no time or no JSON where there should be one: edited by hand, and badly.
            raise self._place.fault(JournalFault.DAMAGED, error=type(error).__name__) from error


def _aware(moment: datetime) -> datetime:
    ahead_of_utc(moment)
    return moment
