"""What belongs to a session made into rows, and rows told as sessions again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from hipcoach.core.journal import (
    CloseReason,
    EventKind,
    Purpose,
    SegmentDone,
    SessionAnswers,
    SessionClosed,
    SessionEvent,
    SessionOpened,
    SessionRecord,
    Shell,
)
from hipcoach.core.side import Side
from hipcoach.store.checked import known, listed
from hipcoach.store.moments import as_seen, offset_s
from hipcoach.store.rows import (
    AnswersRow,
    EndRow,
    EventRow,
    SegmentRow,
    SessionRow,
)


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


def record(
    row: SessionRow,
    segments: Sequence[SegmentRow],
    events: Sequence[EventRow],
    ends: Sequence[EndRow],
    answers: Sequence[AnswersRow],
    *,
    withdrawn: bool,
) -> SessionRecord:
    """A session with its rows, each kind by time, in the local time of its person.

    Raises `ValueError` for what makes no sense, `UnknownWordError` among them.
    """
    at = as_seen(row.at, row.zone, row.offset_s)
    zone = at.tzinfo
    return SessionRecord(
        opened=_opened(row, at),
        segments=tuple(_segment(one, zone) for one in segments),
        events=tuple(_event(one, zone) for one in events),
        closed=_closed(ends[-1], zone) if ends else None,
        answers=_answers(answers[-1], zone) if answers else None,
        withdrawn=withdrawn,
    )


def rungs(found: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """The rungs of a session, which JSON knows as lists; raises `ValueError` as above."""
    return tuple((exercise, rung) for exercise, rung in listed(found))


def _opened(row: SessionRow, at: datetime) -> SessionOpened:
    return SessionOpened(
        id=row.id,
        at=at,
        zone=row.zone,
        routine=row.routine,
        shell=known(Shell, row.shell),
        first_side=known(Side, row.first_side),
        rungs=rungs(row.rungs),
        length_s=row.length_s,
        version=row.version,
        purpose=known(Purpose, row.purpose),
    )


def _segment(row: SegmentRow, zone: tzinfo | None) -> SegmentDone:
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


def _event(row: EventRow, zone: tzinfo | None) -> SessionEvent:
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


def _closed(row: EndRow, zone: tzinfo | None) -> SessionClosed:
    return SessionClosed(
        id=row.id,
        session_id=row.session_id,
        at=row.at.astimezone(zone),
        reason=known(CloseReason, row.reason),
    )


def _answers(row: AnswersRow, zone: tzinfo | None) -> SessionAnswers:
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
