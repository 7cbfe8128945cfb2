"""Values of the core made into rows, and rows told as values again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hipcoach.core.journal import (
    CloseReason,
    EventKind,
    Purpose,
    SegmentDone,
    SessionAnswers,
    SessionClosed,
    SessionEvent,
    SessionOpened,
    Shell,
)
from hipcoach.core.side import Side
from hipcoach.store.columns import offset_s
from hipcoach.store.rows import (
    AnswersRow,
    EndRow,
    EventRow,
    SegmentRow,
    SessionRow,
)
from hipcoach.store.words import known


def session_row(value: SessionOpened) -> SessionRow:
    """The row of a session's start; raises `ValueError` for a naive time."""
    return SessionRow(
        id=value.id,
        at=value.at,
        zone=value.zone,
        offset_s=offset_s(value.at),
        routine=value.routine,
        shell=value.shell.value,
        first_side=value.first_side.value,
        rungs=list(value.rungs),
        length_s=value.length_s,
        version=value.version,
        purpose=value.purpose.value,
    )


def segment_row(value: SegmentDone) -> SegmentRow:
    """The row of a segment."""
    return SegmentRow(
        id=value.id,
        session_id=value.session_id,
        at=value.at,
        number=value.index,
        chapter=value.chapter,
        phase=value.phase,
        exercise=value.exercise,
        side=_side_word(value.side),
        rung=value.rung,
        planned_s=value.planned_s,
        held_s=value.held_s,
        completed=value.completed,
    )


def event_row(value: SessionEvent) -> EventRow:
    """The row of something that the person did."""
    return EventRow(
        id=value.id,
        session_id=value.session_id,
        at=value.at,
        kind=value.kind.value,
        exercise=value.exercise,
        side=_side_word(value.side),
        chapter=value.chapter,
        amount=value.amount,
    )


def end_row(value: SessionClosed) -> EndRow:
    """The row of a session's end."""
    return EndRow(id=value.id, session_id=value.session_id, at=value.at, reason=value.reason.value)


def answers_row(value: SessionAnswers) -> AnswersRow:
    """The row of how a session felt."""
    return AnswersRow(
        id=value.id,
        session_id=value.session_id,
        at=value.at,
        effort=value.effort,
        pain_during=value.pain_during,
        pinch=value.pinch,
    )


def zone_of(name: str, at: datetime, offset_s: int) -> tzinfo:
    """The zone that shows a session's local time as its person saw it.

    Where this machine doesn't know the zone, or has other rules for it today,
    the offset of that day stands in.
    """
    ahead = timedelta(seconds=offset_s)
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return timezone(ahead)
    return zone if at.astimezone(zone).utcoffset() == ahead else timezone(ahead)


def opened(row: SessionRow) -> SessionOpened:
    """The start of a session, in its person's local time."""
    return SessionOpened(
        id=row.id,
        at=row.at.astimezone(zone_of(row.zone, row.at, row.offset_s)),
        zone=row.zone,
        routine=row.routine,
        shell=known(Shell, row.shell),
        first_side=known(Side, row.first_side),
        rungs=tuple((exercise, rung) for exercise, rung in row.rungs),
        length_s=row.length_s,
        version=row.version,
        purpose=known(Purpose, row.purpose),
    )


def segment(row: SegmentRow, zone: tzinfo) -> SegmentDone:
    """A segment, in its session's local time."""
    return SegmentDone(
        id=row.id,
        session_id=row.session_id,
        at=row.at.astimezone(zone),
        index=row.number,
        chapter=row.chapter,
        phase=row.phase,
        exercise=row.exercise,
        side=_side(row.side),
        rung=row.rung,
        planned_s=row.planned_s,
        held_s=row.held_s,
        completed=row.completed,
    )


def event(row: EventRow, zone: tzinfo) -> SessionEvent:
    """Something that the person did, in the session's local time."""
    return SessionEvent(
        id=row.id,
        session_id=row.session_id,
        at=row.at.astimezone(zone),
        kind=known(EventKind, row.kind),
        exercise=row.exercise,
        side=_side(row.side),
        chapter=row.chapter,
        amount=row.amount,
    )


def closed(rows: Sequence[EndRow], zone: tzinfo) -> SessionClosed | None:
    """The newest end among rows by time, in the session's local time."""
    if not rows:
        return None
    row = rows[-1]
    return SessionClosed(
        id=row.id,
        session_id=row.session_id,
        at=row.at.astimezone(zone),
        reason=known(CloseReason, row.reason),
    )


def answers(rows: Sequence[AnswersRow], zone: tzinfo) -> SessionAnswers | None:
    """The newest answers among rows by time, in the session's local time."""
    if not rows:
        return None
    row = rows[-1]
    return SessionAnswers(
        id=row.id,
        session_id=row.session_id,
        at=row.at.astimezone(zone),
        effort=row.effort,
        pain_during=row.pain_during,
        pinch=row.pinch,
    )


def _side(word: str | None) -> Side | None:
    return None if word is None else known(Side, word)


def _side_word(side: Side | None) -> str | None:
    return None if side is None else side.value
