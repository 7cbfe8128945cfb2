"""A session that was practised without HipCoach, written down afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hipcoach import __version__
from hipcoach.app.lengths import lengths_of
from hipcoach.app.session_log import Row
from hipcoach.app.session_plan import SessionPlan
from hipcoach.core.journal import (
    CloseReason,
    SegmentDone,
    SessionAnswers,
    SessionClosed,
    SessionOpened,
    Shell,
)
from hipcoach.ports import Clock


def rows_by_hand(
    plan: SessionPlan,
    at: datetime,
    clock: Clock,
    *,
    completed: bool,
    effort: int | None,
    pain_during: int | None,
    pinch: bool | None,
) -> Iterator[Row]:
    """The rows of a session that took place at that moment, in the order to write them.

    Its holds count as planned; of one that was not completed those of the first half.
    """
    timeline = plan.timeline(lengths_of(plan.wording))
    session = clock.new_id()
    yield SessionOpened(
        id=session,
        at=at,
        zone=clock.zone(),
        routine=plan.routine.id,
        shell=Shell.TERMINAL,
        first_side=plan.options.first_side,
        rungs=plan.rungs(),
        length_s=timeline.length_s,
        version=__version__,
    )
    held = [segment for segment in timeline.segments if segment.phase.practised]
    for segment in held if completed else held[: len(held) // 2]:
        yield SegmentDone(
            id=clock.new_id(),
            session_id=session,
            at=at,
            index=segment.index,
            chapter=segment.chapter,
            phase=segment.phase,
            exercise=segment.exercise,
            side=segment.side,
            rung=segment.rung,
            planned_s=segment.length_s,
            held_s=segment.length_s,
            completed=True,
        )
    reason = CloseReason.COMPLETED if completed else CloseReason.STOPPED
    yield SessionClosed(clock.new_id(), session, at, reason)
    if not effort is pain_during is pinch is None:
        yield SessionAnswers(clock.new_id(), session, at, effort, pain_during, pinch)
