"""Years of practice, read at once as far as the plan needs them.

Columns instead of whole rows, one question for each table: no segment leaves the database.
"""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import Connection, func, select

from hipcoach.core.journal import CloseReason, EventKind
from hipcoach.core.plan_log import PracticeRow
from hipcoach.store.moments import zone_of
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
        c.id, c.at, c.zone, c.offset_s, c.routine, c.purpose, c.length_s, c.rungs
    ).order_by(c.at, c.id)
    rows = []
    for session, at, zone, offset_s, routine, purpose, length_s, found in connection.execute(asked):
        if session not in reasons:
            continue
        effort, pain_during, pinch = answers.get(session, _NOT_ANSWERED)
        rows.append(
            PracticeRow(
                session_id=session,
                at=at.astimezone(zone_of(zone, at, offset_s)),
                routine=routine,
                purpose=purpose,
                length_s=length_s,
                held_s=held.get(session, 0.0),
                completed=reasons[session] == CloseReason.COMPLETED,
                effort=effort,
                pain_during=pain_during,
                pinch=pinch,
                rungs=rungs(found),
                events=tuple(events.get(session, ())),
            )
        )
    return tuple(rows)


def _held(connection: Connection) -> dict[UUID, float]:
    """Seconds of holds by session."""
    c = SEGMENTS.c
    asked = select(c.session_id, func.sum(c.held_s)).where(HELD).group_by(c.session_id)
    return dict(connection.execute(asked).all())


def _reasons(connection: Connection) -> dict[UUID, str]:
    """How sessions ended, by the newest row."""
    c = ENDS.c
    asked = select(c.session_id, c.reason).order_by(c.at, c.id)
    return dict(connection.execute(asked).all())


def _answers(connection: Connection) -> dict[UUID, tuple[int | None, int | None, bool | None]]:
    """Effort, pain and pinch by session, by the newest row."""
    c = ANSWERS.c
    asked = select(c.session_id, c.effort, c.pain_during, c.pinch).order_by(c.at, c.id)
    return {
        session: (effort, pain, pinch) for session, effort, pain, pinch in connection.execute(asked)
    }


def _events(connection: Connection) -> dict[UUID, list[tuple[EventKind, str, float]]]:
    """Pinches and changes to an easier variant by session, by time."""
    c = EVENTS.c
    asked = select(c.session_id, c.kind, c.exercise, c.amount).order_by(c.at, c.id)
    found: dict[UUID, list[tuple[EventKind, str, float]]] = defaultdict(list)
    for session, kind, exercise, amount in connection.execute(asked.where(c.kind.in_(_TOLD))):
        found[session].append((EventKind(kind), exercise, amount))
    return found
