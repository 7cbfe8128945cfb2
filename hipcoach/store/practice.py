"""Years of practice, read at once as far as the plan needs them.

Columns instead of whole rows, one question for each table: no segment leaves the database.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Text,
    cast,
    func,
    select,
)

from hipcoach.core.journal import CloseReason, EventKind
from hipcoach.core.plan_log import PracticeRow
from hipcoach.store.moments import as_seen
from hipcoach.store.rows import ANSWERS, ENDS, EVENTS, HELD, SEGMENTS, SESSIONS, WITHDRAWALS
from hipcoach.store.session_values import rungs
from hipcoach.store.tables import RowTable

_TOLD = (EventKind.PINCH, EventKind.EASIER)
_Felt: TypeAlias = tuple[int | None, int | None, bool | None]
_Told: TypeAlias = tuple[EventKind, str, float]
_Late: TypeAlias = CompoundSelect[UUID] | Select[UUID]
_NOT_ANSWERED = (None, None, None)


def practice_rows(connection: Connection, since: datetime | None) -> tuple[PracticeRow, ...]:
    """Every closed session as far as the plan needs it, by time.

    With `since` those alone that ended, were answered, or were withdrawn or taken back in,
    at that moment or after it.
    """
    return _rows(connection, None if since is None else _late(since))


def practice_between(
    connection: Connection, since: datetime, until: datetime
) -> tuple[PracticeRow, ...]:
    """The same of the closed sessions that were opened at or after `since` and before `until`."""
    at = SESSIONS.c.at
    return _rows(connection, select(SESSIONS.c.id).where(at >= since, at < until))


def _rows(connection: Connection, late: _Late | None) -> tuple[PracticeRow, ...]:
    held, reasons = _held(connection, late), _reasons(connection, late)
    answers, events = _answers(connection, late), _events(connection, late)
    gone = withdrawn(connection)
    c = SESSIONS.c
    asked = select(
        _key(c.id), c.at, c.zone, c.offset_s, c.routine, c.purpose, c.length_s, cast(c.rungs, Text)
    ).order_by(c.at, c.id)
    if late is not None:
        asked = asked.where(c.id.in_(late))
    rows = []
    for key, at, zone, ahead_s, routine, purpose, length_s, text in connection.execute(asked).all():
        if key not in reasons:
            continue
        session = UUID(key)
        effort, pain_during, pinch = answers.get(key, _NOT_ANSWERED)
        rows.append(
            PracticeRow(
                session_id=session,
                at=as_seen(at, zone, ahead_s),
                routine=routine,
                purpose=purpose,
                length_s=length_s,
                held_s=held.get(key, 0.0),
                completed=reasons[key] == CloseReason.COMPLETED,
                effort=effort,
                pain_during=pain_during,
                pinch=pinch,
                rungs=_rungs(text),
                events=tuple(events.get(key, ())),
                withdrawn=session in gone,
            )
        )
    return tuple(rows)


def _late(since: datetime) -> _Late:
    ended = select(ENDS.c.session_id).where(ENDS.c.at >= since)
    told = (ANSWERS, WITHDRAWALS)
    return ended.union(*(select(one.c.session_id).where(one.c.at >= since) for one in told))


def withdrawn(connection: Connection) -> frozenset[UUID]:
    """The sessions that are left out of plan and counts; there are few."""
    c = WITHDRAWALS.c
    asked = select(c.session_id, c.withdrawn).order_by(c.at, c.id)
    newest = dict(connection.execute(asked).all())
    return frozenset(session for session, gone in newest.items() if gone)


def _asked(table: RowTable[Any], late: _Late | None, *columns: ColumnElement[Any]) -> Select[Any]:
    """These columns by time, after what tells sessions apart."""
    c = table.c
    asked = select(_key(c.session_id), *columns).order_by(c.at, c.id)
    return asked if late is None else asked.where(c.session_id.in_(late))


def _key(session_id: Column[Any]) -> ColumnElement[str]:
    # As text: to make a UUID of each one in each table takes its time.
    return cast(session_id, Text)


def _held(connection: Connection, late: _Late | None) -> dict[str, float]:
    """Seconds of holds by session."""
    c = SEGMENTS.c
    asked = _asked(SEGMENTS, late, func.sum(c.held_s)).where(HELD).group_by(c.session_id)
    return dict(connection.execute(asked.order_by(None)).all())


def _reasons(connection: Connection, late: _Late | None) -> dict[str, str]:
    """How sessions ended, by the newest row."""
    return dict(connection.execute(_asked(ENDS, late, ENDS.c.reason)).all())


def _answers(connection: Connection, late: _Late | None) -> dict[str, _Felt]:
    """Effort, pain and pinch by session, by the newest row."""
    c = ANSWERS.c
    found = connection.execute(_asked(ANSWERS, late, c.effort, c.pain_during, c.pinch)).all()
    return {key: (effort, pain, pinch) for key, effort, pain, pinch in found}


def _events(connection: Connection, late: _Late | None) -> dict[str, list[_Told]]:
    """Pinches and changes to an easier variant by session, by time."""
    c = EVENTS.c
    asked = _asked(EVENTS, late, c.kind, c.exercise, c.amount).where(c.kind.in_(_TOLD))
    found: dict[str, list[_Told]] = defaultdict(list)
    for key, kind, exercise, amount in connection.execute(asked).all():
        found[key].append((EventKind(kind), exercise, amount))
    return found


@lru_cache
def _rungs(text: str) -> tuple[tuple[str, int], ...]:
    # For weeks the same ones.
    return rungs(json.loads(text))
