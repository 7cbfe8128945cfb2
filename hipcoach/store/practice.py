"""Years of practice, read at once as far as the plan needs them.

Columns instead of whole rows, one question for each table: no segment leaves the database.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Text, cast, func, select

from hipcoach.core.journal import CloseReason, EventKind
from hipcoach.core.plan_log import PracticeRow
from hipcoach.store.moments import as_seen
from hipcoach.store.rows import ANSWERS, ENDS, EVENTS, HELD, SEGMENTS, SESSIONS
from hipcoach.store.session_values import rungs

_TOLD = (EventKind.PINCH, EventKind.EASIER)
_NOT_ANSWERED = (None, None, None)


def practice_rows(connection: Connection) -> tuple[PracticeRow, ...]:
    """Every closed session as far as the plan needs it, by time."""
    held, reasons, answers = _held(connection), _reasons(connection), _answers(connection)
    events = _events(connection)
    c = SESSIONS.c
    asked = select(
        _key(c.id), c.at, c.zone, c.offset_s, c.routine, c.purpose, c.length_s, cast(c.rungs, Text)
    ).order_by(c.at, c.id)
    rows = []
    for key, at, zone, ahead_s, routine, purpose, length_s, text in connection.execute(asked).all():
        if key not in reasons:
            continue
        effort, pain_during, pinch = answers.get(key, _NOT_ANSWERED)
        rows.append(
            PracticeRow(
                session_id=UUID(key),
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
            )
        )
    return tuple(rows)


def _key(session_id: Column[Any]) -> ColumnElement[str]:
    """What tells sessions apart: text, as an UUID for each row of each table takes its time."""
    return cast(session_id, Text)


@lru_cache
def _rungs(text: str) -> tuple[tuple[str, int], ...]:
    # For weeks the same ones.
    return rungs(json.loads(text))


def _held(connection: Connection) -> dict[str, float]:
    """Seconds of holds by session."""
    c = SEGMENTS.c
    asked = select(_key(c.session_id), func.sum(c.held_s)).where(HELD).group_by(c.session_id)
    return dict(connection.execute(asked).all())


def _reasons(connection: Connection) -> dict[str, str]:
    """How sessions ended, by the newest row."""
    c = ENDS.c
    asked = select(_key(c.session_id), c.reason).order_by(c.at, c.id)
    return dict(connection.execute(asked).all())


def _answers(connection: Connection) -> dict[str, tuple[int | None, int | None, bool | None]]:
    """Effort, pain and pinch by session, by the newest row."""
    c = ANSWERS.c
    asked = select(_key(c.session_id), c.effort, c.pain_during, c.pinch).order_by(c.at, c.id)
    return {
        key: (effort, pain, pinch) for key, effort, pain, pinch in connection.execute(asked).all()
    }


def _events(connection: Connection) -> dict[str, list[tuple[EventKind, str, float]]]:
    """Pinches and changes to an easier variant by session, by time."""
    c = EVENTS.c
    asked = select(_key(c.session_id), c.kind, c.exercise, c.amount).order_by(c.at, c.id)
    found: dict[str, list[tuple[EventKind, str, float]]] = defaultdict(list)
    for key, kind, exercise, amount in connection.execute(asked.where(c.kind.in_(_TOLD))):
        found[key].append((EventKind(kind), exercise, amount))
    return found
