"""A session that was practised without HipCoach, written down afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from hipcoach.app.lengths import lengths_of
from hipcoach.app.session_log import Row, SessionLog
from hipcoach.app.session_plan import SessionPlan
from hipcoach.core.journal import CloseReason, Shell
from hipcoach.core.player import SegmentEnded
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
) -> Iterable[Row]:
    """The rows of a session that took place at that moment, in the order to write them.

    Its holds count as planned; of one that was not completed those of the first half.
    """
    rows: list[Row] = []
    log = SessionLog(rows.append, clock, at=at)
    timeline = plan.timeline(lengths_of(plan.wording))
    log.opened(plan, timeline, Shell.TERMINAL)
    held = [segment for segment in timeline.segments if segment.phase.practised]
    for segment in held if completed else held[: len(held) // 2]:
        log.ended(SegmentEnded(segment, segment.length_s, completed=True))
    log.closed(CloseReason.COMPLETED if completed else CloseReason.STOPPED)
    if any(answer is not None for answer in (effort, pain_during, pinch)):
        log.answered(effort=effort, pain_during=pain_during, pinch=pinch)
    return rows
