"""The plan as the journal has it: read, folded, and kept with its reasons when it is decided."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from hipcoach.core.break_log import BreakLogged
from hipcoach.core.evidence import PlanLog, days_of
from hipcoach.core.journal import SafetyAnswers, SessionRecord
from hipcoach.core.plan import Plan
from hipcoach.core.plan_log import (
    AboutYou,
    Ceiling,
    Clearance,
    NextDayAnswers,
    PlanDecided,
)
from hipcoach.core.practice_day import START, moment_of, practice_day
from hipcoach.core.ramp import Ramp
from hipcoach.core.safety import Advice, Urgency, advice
from hipcoach.core.value import value
from hipcoach.ports import Clock, Journal

DAY: Final = timedelta(days=1)
BREAK_DONE: Final = frozenset({"taken"})
"""What happened to a stretch break that was done."""
NOT_URGENT: Final = Advice(Urgency.APPOINTMENT, ())
"""A stop that no red flag is behind: an appointment, and nothing that was ticked."""


@value
class PlanKnown:
    """The plan of a day, and what it was folded from."""

    day: date
    at: datetime
    """When the journal was read."""
    log: PlanLog
    ramp: Ramp
    plan: Plan
    breaks_taken: int = 0
    """Stretch breaks of that day."""
    week: tuple[SessionRecord, ...] = ()
    """Every session of the seven days up to that one, by time."""

    @property
    def about(self) -> AboutYou | None:
        """What the person said about themselves last."""
        return max(self.log.about, key=lambda row: (row.at, row.id), default=None)

    @property
    def stop(self) -> Advice | None:
        """Why all is stopped; `None`: it is not."""
        stop = self.ramp.state(self.day).stop
        if stop is None:
            return None
        return advice(stop.flags) if stop.flags else NOT_URGENT


def read_log(journal: Journal) -> PlanLog:
    """All that the plan is folded from; raises StoreError."""
    return PlanLog(
        practice=journal.practice(),
        next_day=journal.all_of(NextDayAnswers),
        safety=journal.all_of(SafetyAnswers),
        clearances=journal.all_of(Clearance),
        ceilings=journal.all_of(Ceiling),
        about=journal.all_of(AboutYou),
    )


def read_plan(journal: Journal, now: datetime, before: Ramp | None = None) -> PlanKnown:
    """The plan of the practice day of `now`, an aware local time; raises StoreError.

    What `before` has in common with the journal is not folded again.
    """
    log, day = read_log(journal), practice_day(now)
    ramp = (before or Ramp()).following(days_of(log))
    begins = moment_of(day, START, now)
    taken = sum(row.kind in BREAK_DONE for row in journal.all_of(BreakLogged, begins))
    week = journal.sessions(begins - 6 * DAY, begins + DAY)
    return PlanKnown(day, now, log, ramp, ramp.plan(day), taken, week)


def keep_plan(journal: Journal, clock: Clock, known: PlanKnown) -> None:
    """Write down the plan of today with its reasons, unless it stands there already.

    Raises StoreError.
    """
    newest = journal.newest(PlanDecided)
    if newest is None or (newest.day, newest.plan) != (known.day, known.plan):
        journal.add(PlanDecided(clock.new_id(), clock.now(), known.day, known.plan))
