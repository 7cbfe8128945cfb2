"""The plan as the journal has it: read, folded, and kept with its reasons when it is decided."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Final, TypeVar

from hipcoach.core.break_log import BreakLogged
from hipcoach.core.evidence import Diary, PlanLog
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

Row = TypeVar("Row")

DAY: Final = timedelta(days=1)
OVERLAP: Final = timedelta(minutes=5)
"""So far back newer rows are read again, since clocks are set by a little now and then."""
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
    diary: Diary
    ramp: Ramp
    plan: Plan
    breaks_taken: int = 0
    """Stretch breaks of that day."""
    week: tuple[SessionRecord, ...] = ()
    """Every session of the seven days up to that one, by time."""

    @property
    def about(self) -> AboutYou | None:
        """What the person said about themselves last."""
        return about_of(self.log.about)

    @property
    def stop(self) -> Advice | None:
        """Why all is stopped; `None`: it is not."""
        return stop_of(self.plan)


def about_of(rows: Collection[AboutYou]) -> AboutYou | None:
    """What the person said of themselves last; `None`: nothing yet."""
    return max(rows, key=lambda row: (row.at, row.id), default=None)


def stop_of(plan: Plan) -> Advice | None:
    """Why all is stopped: by the red flags, or by what happened while practising."""
    if not plan.stopped:
        return None
    flags = dict(plan.reasons[0].numbers).get("flags", "") if plan.reasons else ""
    found = advice(code for code in str(flags).split(",") if code)
    return found if found.flags else NOT_URGENT


def read_log(journal: Journal, since: datetime | None = None) -> PlanLog:
    """All that the plan is folded from, or what was written since then; raises StoreError."""
    return PlanLog(
        practice=journal.practice(since),
        next_day=journal.all_of(NextDayAnswers, since),
        safety=journal.all_of(SafetyAnswers, since),
        clearances=journal.all_of(Clearance, since),
        ceilings=journal.all_of(Ceiling, since),
        about=journal.all_of(AboutYou, since),
    )


def read_plan(journal: Journal, now: datetime, before: PlanKnown | None = None) -> PlanKnown:
    """The plan of the practice day of `now`, an aware local time; raises StoreError.

    After what was read `before` on the same practice day only newer rows are read. Each new day
    begins with all of them, so that what was written with an older time is seen by then.
    """
    day = practice_day(now)
    if before is None or before.day != day or before.at > now:
        before = None
        log = read_log(journal)
        diary = Diary().adding(log)
    else:
        new = read_log(journal, before.at - OVERLAP)
        log, diary = joined(before.log, new), before.diary.adding(new)
    ramp = (before.ramp if before else Ramp()).following(diary.days)
    begins = moment_of(day, START, now)
    taken = sum(row.kind in BREAK_DONE for row in journal.all_of(BreakLogged, begins))
    week = journal.sessions(begins - 6 * DAY, begins + DAY)
    own = tuple(one for one in week if not one.withdrawn)
    return PlanKnown(day, now, log, diary, ramp, ramp.plan(day), taken, own)


def joined(before: PlanLog, new: PlanLog) -> PlanLog:
    """Both logs in one, by time; a row that is in both is there once, as the new one has it."""
    return PlanLog(
        _both(before.practice, new.practice, attrgetter("session_id")),
        _both(before.next_day, new.next_day),
        _both(before.safety, new.safety),
        _both(before.clearances, new.clearances),
        _both(before.ceilings, new.ceilings),
        _both(before.about, new.about),
    )


def _both(
    before: tuple[Row, ...], new: tuple[Row, ...], key: Callable[[Row], object] = attrgetter("id")
) -> tuple[Row, ...]:
    if not new:
        return before
    found = {key(row): row for row in (*before, *new)}
    return tuple(sorted(found.values(), key=attrgetter("at")))


def keep_plan(journal: Journal, clock: Clock, known: PlanKnown) -> None:
    """Write down the plan of today with its reasons, unless it stands there already.

    Raises StoreError.
    """
    newest = journal.newest(PlanDecided)
    if newest is None or (newest.day, newest.plan) != (known.day, known.plan):
        journal.add(PlanDecided(clock.new_id(), clock.now(), known.day, known.plan))
