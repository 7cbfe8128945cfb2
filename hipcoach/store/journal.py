"""The journal over SQLAlchemy: a file of SQLite, or any database that it knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, Select, distinct, exists, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from hipcoach.core.journal import (
    HOLDS,
    JournalFault,
    SegmentDone,
    SessionAnswers,
    SessionClosed,
    SessionEvent,
    SessionOpened,
    SessionRecord,
)
from hipcoach.core.plan_log import PracticeRow
from hipcoach.store import values
from hipcoach.store.columns import ahead_of_utc
from hipcoach.store.database import open_database
from hipcoach.store.entries import keeping
from hipcoach.store.faults import told
from hipcoach.store.place import Place, place_of
from hipcoach.store.practice import practice_rows
from hipcoach.store.rows import (
    AnswersRow,
    EndRow,
    EventRow,
    OfSession,
    SegmentRow,
    SessionRow,
)
from hipcoach.store.schema import OURS
from hipcoach.store.words import UnknownWordError

if TYPE_CHECKING:
    from hipcoach.ports import Entry, JournalEntry

_Child = TypeVar("_Child", bound=OfSession)
_Row = SessionRow | SegmentRow | EventRow | EndRow | AnswersRow

_CLOSED = exists().where(EndRow.session_id == SessionRow.id)


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

    def open_session(self, row: SessionOpened) -> None:
        """Write the start of a session."""
        self._append(values.session_row(row))

    def add_segment(self, row: SegmentDone) -> None:
        """Write a segment that ended."""
        self._append(values.segment_row(row))

    def add_event(self, row: SessionEvent) -> None:
        """Write what the person did."""
        self._append(values.event_row(row))

    def close_session(self, row: SessionClosed) -> None:
        """Write the end of a session."""
        self._append(values.end_row(row))

    def add_answers(self, row: SessionAnswers) -> None:
        """Write how it felt."""
        self._append(values.answers_row(row))

    def add(self, row: JournalEntry) -> None:
        """Write a row that belongs to no session."""
        kept = keeping(type(row))
        written = kept.written(row)
        with told(self._place):
            try:
                with self._engine.begin() as connection:
                    connection.execute(kept.table.insert(), written._asdict())
            except IntegrityError:
                with self._engine.connect() as connection:
                    same = select(kept.table.c.id).where(kept.table.c.id == row.id)
                    if connection.scalar(same) is None:
                        raise

    def all_of(self, kind: type[Entry], since: datetime | None = None) -> tuple[Entry, ...]:
        """Every row of that kind written at or after `since`, by time."""
        kept = keeping(kind)
        asked = select(kept.table).order_by(kept.table.c.at, kept.table.c.id)
        if since is not None:
            ahead_of_utc(since)
            asked = asked.where(kept.table.c.at >= since)
        with self._reading() as connection:
            return tuple(kept.told(kept.row._make(row)) for row in connection.execute(asked))

    def newest(self, kind: type[Entry]) -> Entry | None:
        """The newest row of that kind, or `None` where there is none."""
        kept = keeping(kind)
        asked = select(kept.table).order_by(kept.table.c.at.desc(), kept.table.c.id.desc())
        with self._reading() as connection:
            row = connection.execute(asked.limit(1)).first()
            return None if row is None else kept.told(kept.row._make(row))

    def practice(self) -> tuple[PracticeRow, ...]:
        """Every closed session as far as the plan needs it, by time."""
        with self._reading() as connection:
            return practice_rows(connection)

    def unfinished(self) -> SessionRecord | None:
        """The newest session that was opened and never closed."""
        return self._newest(~_CLOSED)

    def sessions(self, since: datetime, until: datetime) -> tuple[SessionRecord, ...]:
        """Sessions opened at or after `since` and before `until`, by time."""
        for moment in (since, until):
            ahead_of_utc(moment)
        return self._records(SessionRow.at >= since, SessionRow.at < until)

    def last_session(self) -> SessionRecord | None:
        """The newest session that is closed."""
        return self._newest(_CLOSED)

    def times_done(self) -> Mapping[str, int]:
        """For each exercise, in how many sessions at least one of its holds was completed."""
        with self._session() as session:
            found = session.execute(
                select(SegmentRow.exercise, func.count(distinct(SegmentRow.session_id)))
                .where(SegmentRow.completed, SegmentRow.phase.in_(sorted(HOLDS)))
                .group_by(SegmentRow.exercise)
            )
            return dict(found.all())

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _append(self, row: _Row) -> None:
        # Asked for now: after a rollback the row would have to be read again.
        kind, key, of_session = type(row), row.id, getattr(row, "session_id", None)
        with told(self._place):
            try:
                with Session(self._engine) as session, session.begin():
                    session.add(row)
            except IntegrityError as error:
                with Session(self._engine) as session:
                    if session.get(kind, key) is not None:
                        return
                raise self._place.fault(JournalFault.NO_SESSION, session=str(of_session)) from error

    def _newest(self, condition: ColumnElement[bool]) -> SessionRecord | None:
        newest = select(SessionRow.id).where(condition)
        newest = newest.order_by(SessionRow.at.desc(), SessionRow.id.desc()).limit(1)
        with self._session() as session:
            key = session.scalar(newest)
        return None if key is None else self._records(SessionRow.id == key)[0]

    def _records(self, *conditions: ColumnElement[bool]) -> tuple[SessionRecord, ...]:
        """The sessions that meet the conditions, by time: five queries however many they are."""
        chosen = select(SessionRow.id).where(*conditions)
        with self._session() as session:
            rows = session.scalars(
                select(SessionRow).where(*conditions).order_by(SessionRow.at, SessionRow.id)
            ).all()
            segments = _by_session(session, SegmentRow, chosen)
            events = _by_session(session, EventRow, chosen)
            ends = _by_session(session, EndRow, chosen)
            answers = _by_session(session, AnswersRow, chosen)
            records = []
            for row in rows:
                zone = values.zone_of(row.zone, row.at, row.offset_s)
                records.append(
                    SessionRecord(
                        opened=values.opened(row),
                        segments=tuple(values.segment(each, zone) for each in segments[row.id]),
                        events=tuple(values.event(each, zone) for each in events[row.id]),
                        closed=values.closed(ends[row.id], zone),
                        answers=values.answers(answers[row.id], zone),
                    )
                )
            return tuple(records)

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with self._reading() as connection, Session(connection) as session:
            yield session

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with told(self._place), self._engine.connect() as connection:
                yield connection
        except UnknownWordError as error:
            raise self._place.fault(
                JournalFault.NEWER, found=str(error), known=OURS.head
            ) from error
        except ValueError as error:
            # No id, no time or no JSON where there should be one: edited by hand, and badly.
            raise self._place.fault(JournalFault.DAMAGED, error=type(error).__name__) from error


def _by_session(
    session: Session, kind: type[_Child], chosen: Select[UUID]
) -> Mapping[UUID, Sequence[_Child]]:
    found: defaultdict[UUID, list[_Child]] = defaultdict(list)
    rows = session.scalars(
        select(kind).where(kind.session_id.in_(chosen)).order_by(kind.at, kind.id)
    )
    for row in rows:
        found[row.session_id].append(row)
    return found
