"""Years of practice, read at once as far as the plan needs them.

Columns instead of whole rows, one question for each table: no segment leaves the database.
"""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import Connection, func, select

from hipcoach.core.journal import CloseReason, EventKind
from hipcoach.core.plan_log import PracticeRow
from hipcoach.store.rows import HELD, AnswersRow, EndRow, EventRow, SegmentRow, SessionRow
from hipcoach.store.values import zone_of
from hipcoach.store.words import known

_TOLD = (EventKind.PINCH.value, EventKind.EASIER.value)
_NOT_ANSWERED = (None, None, None)


def practice_rows(connection: Connection) -> tuple[PracticeRow, ...]:
    """Every closed session as far as the plan needs it, by time."""
    ends = dict(
        connection.execute(
            select(EndRow.session_id, EndRow.reason).order_by(EndRow.at, EndRow.id)
        ).all()
    )
    answers = {
        session: (effort, pain_during, pinch)
        for session, effort, pain_during, pinch in connection.execute(
            select(
                AnswersRow.session_id, AnswersRow.effort, AnswersRow.pain_during, AnswersRow.pinch
            ).order_by(AnswersRow.at, AnswersRow.id)
        )
    }
    held = dict(
        connection.execute(
            select(SegmentRow.session_id, func.sum(SegmentRow.held_s))
            .where(HELD)
            .group_by(SegmentRow.session_id)
        ).all()
    )
    events: defaultdict[UUID, list[tuple[EventKind, str, float]]] = defaultdict(list)
    for session, kind, exercise, amount in connection.execute(
        select(EventRow.session_id, EventRow.kind, EventRow.exercise, EventRow.amount)
        .where(EventRow.kind.in_(_TOLD))
        .order_by(EventRow.at, EventRow.id)
    ):
        events[session].append((known(EventKind, kind), exercise, amount))
    rows = []
    for row in connection.execute(
        select(
            SessionRow.id,
            SessionRow.at,
            SessionRow.zone,
            SessionRow.offset_s,
            SessionRow.routine,
            SessionRow.purpose,
            SessionRow.length_s,
            SessionRow.rungs,
        ).order_by(SessionRow.at, SessionRow.id)
    ):
        if row.id not in ends:
            continue
        felt = answers.get(row.id, _NOT_ANSWERED)
        rows.append(
            PracticeRow(
                session_id=row.id,
                at=row.at.astimezone(zone_of(row.zone, row.at, row.offset_s)),
                routine=row.routine,
                purpose=row.purpose,
                length_s=row.length_s,
                held_s=held.get(row.id, 0.0),
                completed=ends[row.id] == CloseReason.COMPLETED,
                effort=felt[0],
                pain_during=felt[1],
                pinch=felt[2],
                rungs=tuple((exercise, rung) for exercise, rung in row.rungs),
                events=tuple(events.get(row.id, ())),
            )
        )
    return tuple(rows)
