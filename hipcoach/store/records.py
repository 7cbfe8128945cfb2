"""Whole sessions with all their rows, read at once however many they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, select

from hipcoach.core.journal import SessionRecord
from hipcoach.store import session_values
from hipcoach.store.practice import withdrawn
from hipcoach.store.rows import (
    ANSWERS,
    ENDS,
    EVENTS,
    SEGMENTS,
    SESSIONS,
    AnswersRow,
    EndRow,
    EventRow,
    SegmentRow,
)
from hipcoach.store.tables import RowTable

_Child = TypeVar("_Child", SegmentRow, EventRow, EndRow, AnswersRow)


def records(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[SessionRecord, ...]:
    """The sessions that meet the conditions, by time: six queries however many they are.

    Raises `ValueError` for what makes no sense.
    """
    chosen = select(SESSIONS.c.id).where(*conditions)
    rows = SESSIONS.rows(connection, *conditions)
    segments = _by_session(connection, SEGMENTS, chosen)
    events = _by_session(connection, EVENTS, chosen)
    ends = _by_session(connection, ENDS, chosen)
    answers = _by_session(connection, ANSWERS, chosen)
    gone = withdrawn(connection)
    return tuple(
        session_values.record(
            row,
            segments[row.id],
            events[row.id],
            ends[row.id],
            answers[row.id],
            withdrawn=row.id in gone,
        )
        for row in rows
    )


def newest_record(connection: Connection, *conditions: ColumnElement[bool]) -> SessionRecord | None:
    """The newest of the sessions that meet the conditions; raises `ValueError` as above."""
    row = SESSIONS.newest(connection, *conditions)
    return None if row is None else records(connection, SESSIONS.c.id == row.id)[0]


def _by_session(
    connection: Connection, table: RowTable[_Child], chosen: Select[UUID]
) -> Mapping[UUID, Sequence[_Child]]:
    found: defaultdict[UUID, list[_Child]] = defaultdict(list)
    for row in table.rows(connection, table.c.session_id.in_(chosen)):
        found[row.session_id].append(row)
    return found
