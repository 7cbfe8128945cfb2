"""Writes down a session as it happens, row by row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hipcoach import __version__
from hipcoach.app.session_plan import SessionPlan
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
from hipcoach.core.player import SegmentEnded
from hipcoach.core.timeline import Segment, Timeline
from hipcoach.ports import Clock, Journal

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

Row = SessionOpened | SegmentDone | SessionEvent | SessionClosed | SessionAnswers


class SessionLog:
    """The rows of one session; each is handed to `write` at once."""

    def __init__(
        self,
        write: Callable[[Row], None],
        clock: Clock,
        session_id: UUID | None = None,
        purpose: Purpose = Purpose.PRACTICE,
        at: datetime | None = None,
    ) -> None:
        """`session_id` is that of a session which goes on; else it is a new one.

        `at` is when all of it took place; `None`: it happens now.
        """
        self._write = write
        self._clock = clock
        self._goes_on = session_id is not None
        self._id = session_id or clock.new_id()
        self._purpose = purpose
        self._at = at

    @property
    def _now(self) -> datetime:
        return self._at or self._clock.now()

    def opened(self, plan: SessionPlan, timeline: Timeline, shell: Shell) -> None:
        """The start; a session that goes on has one already."""
        if self._goes_on:
            return
        self._write(
            SessionOpened(
                id=self._id,
                at=self._now,
                zone=self._clock.zone(),
                routine=plan.routine.id,
                shell=shell,
                first_side=plan.options.first_side,
                rungs=plan.rungs(),
                length_s=timeline.length_s,
                version=__version__,
                purpose=self._purpose,
            )
        )

    def ended(self, event: SegmentEnded) -> None:
        """A segment that is over."""
        segment = event.segment
        self._write(
            SegmentDone(
                id=self._clock.new_id(),
                session_id=self._id,
                at=self._now,
                index=segment.index,
                chapter=segment.chapter,
                phase=segment.phase,
                exercise=segment.exercise,
                side=segment.side,
                rung=segment.rung,
                planned_s=segment.length_s,
                held_s=round(event.held_s, 3),
                completed=event.completed,
            )
        )

    def noted(self, kind: EventKind, here: Segment, amount: float = 0.0) -> None:
        """Something that the person did."""
        self._write(
            SessionEvent(
                id=self._clock.new_id(),
                session_id=self._id,
                at=self._now,
                kind=kind,
                exercise=here.exercise,
                side=here.side,
                chapter=here.chapter,
                amount=amount,
            )
        )

    def closed(self, reason: CloseReason) -> None:
        """The end."""
        self._write(SessionClosed(self._clock.new_id(), self._id, self._now, reason))

    def answered(self, *, effort: int | None, pain_during: int | None, pinch: bool | None) -> None:
        """How it felt."""
        self._write(
            SessionAnswers(self._clock.new_id(), self._id, self._now, effort, pain_during, pinch)
        )


def write_row(journal: Journal, row: Row) -> None:
    """Hand a row to the method of the journal that keeps it."""
    match row:
        case SessionOpened():
            journal.open_session(row)
        case SegmentDone():
            journal.add_segment(row)
        case SessionEvent():
            journal.add_event(row)
        case SessionClosed():
            journal.close_session(row)
        case SessionAnswers():
            journal.add_answers(row)
