"""The tolerance ramp: how often to practise, folded from the evidence day by day.

Twice a week first, three to four times once that is tolerated, daily for those whom that suits;
a step back where it was too much, and a stop where somebody should look at it.
`docs/plan.md` has the rules R1 to R14 as a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from operator import is_
from typing import Final

from hipcoach.core.evidence import Day
from hipcoach.core.plan import (
    GENTLE_TARGET,
    LEVELS,
    STOPPED,
    TARGETS,
    Action,
    Plan,
    Reason,
)
from hipcoach.core.ramp_steps import (
    ADVANCES,
    DAY,
    NEEDS,
    WEEK,
    Marked,
    State,
    advanced,
    following,
    on_day,
)
from hipcoach.core.reasons import NextReason, PlanReason, RestReason, reason
from hipcoach.core.tolerance import Tolerance
from hipcoach.core.value import value

REST_DAYS: Final = {1: 2, 2: 1, 3: 1}
"""Days from one session to the next, by level."""
REST_AFTER: Final = {Tolerance.AMBER: 2, Tolerance.RED: 3}
"""Days from such a day to the next session, at any level."""
_RESTS: Final = {
    Tolerance.AMBER: RestReason.REST_AFTER_AMBER,
    Tolerance.RED: RestReason.REST_AFTER_RED,
}
_TOLD: Final = {
    Tolerance.AMBER: PlanReason.AMBER_DAY,
    Tolerance.UNKNOWN: PlanReason.UNKNOWN_DAY,
}
_BY_GAP: Final = {PlanReason.LONG_GAP: Action.START, PlanReason.GAP: Action.BACK_OFF}
"""What a gap up to today does, whatever came before it."""


@value
class Ramp:
    """A history folded: the state after each of its days, kept to fold on from."""

    days: tuple[Day, ...] = ()
    """By date."""
    states: tuple[State, ...] = ()
    """After each of the days."""
    _first: State = field(default_factory=State)

    def following(self, days: Sequence[Day]) -> Ramp:
        """The ramp of another history, by date; what both begin with is not folded again."""
        first = State(usual_pain=_usual_pain(days))
        kept = _alike(self.days, days) if first == self._first else 0
        states = list(self.states[:kept])
        state = states[-1] if states else first
        for day in days[kept:]:
            state = following(state, day)
            states.append(state)
        return Ramp(tuple(days), tuple(states), first)

    def state(self, day: date) -> State:
        """Where the ramp stands on a day; what is dated after it is not looked at."""
        found = bisect_right(self.days, day, key=lambda one: one.day)
        return on_day(self.states[found - 1] if found else self._first, day)

    def plan(self, today: date) -> Plan:
        """The plan of a day; what is dated after it is not looked at."""
        return _planned(self.state(today), today)

    def classes(self) -> Mapping[date, Tolerance]:
        """The class of each day that has one."""
        felt = (state.felt for state in self.states)
        return {mark.day: mark.tolerance for mark in felt if mark}


def ramp_of(days: Iterable[Day]) -> Ramp:
    """A history folded from its beginning; its days, one a date, may come in any order."""
    return Ramp().following(sorted(days, key=lambda one: one.day))


def plan_of(days: Iterable[Day], today: date) -> Plan:
    """The plan of a day by the evidence up to it."""
    return ramp_of(days).plan(today)


def _planned(state: State, today: date) -> Plan:
    """The plan of a day, from where the ramp stands on it."""
    if state.stop:
        felt = [] if state.stop.flags else _told(state.recent)
        stopped = (state.stop.reason, *felt, reason(NextReason.NEEDS_CLEARANCE))
        return Plan(Action.STOP_REFER, LEVELS[0], *STOPPED, None, stopped)
    action, why = _decision(state, today)
    least, most = GENTLE_TARGET if state.gentle else TARGETS[state.level]
    day, rest = _next_day(state, most, today)
    reasons = (*why, *rest, _what_next(state, day, today))
    return Plan(action, state.level, least, most, day, reasons)


def _decision(state: State, today: date) -> tuple[Action, list[Reason]]:
    """The newest decision since the last practice day, and what it rests on."""
    if state.last is None:
        begins = reason(PlanReason.FIRST_TIME)
        if state.cleared:
            begins = reason(PlanReason.CLEARED, day=state.cleared)
        return Action.START, [begins, *_told(state.recent)]
    breaks = [mark for mark in state.recent if mark.day > state.last.day]
    marks = [*breaks, state.last]
    reds = [mark for mark in marks if mark.tolerance is Tolerance.RED]
    moved = _since(state, state.last)
    code = moved.code if moved else ""
    if moved and code in _BY_GAP:
        return _BY_GAP[PlanReason(code)], [moved, *_told(reds)]
    if reds:
        told = _told(reds)
        return Action.BACK_OFF, [*told, *([moved] if moved and moved not in told else [])]
    if moved and code in ADVANCES.values():
        return Action.ADVANCE, [moved, *_told(breaks)]
    held = [moved] if moved else _held_back(state, today)
    return Action.HOLD, [*held, *_told(marks), *_green(state)]


def _since(state: State, last: Marked) -> Reason | None:
    """Why the level moved after the last practice day, or came down on it by wish."""
    moved = state.moved
    if moved is None or moved.day < last.day:
        return None
    wished = moved.reason.code == PlanReason.CEILING_LOWERED
    return moved.reason if wished or moved.day > last.day else None


def _held_back(state: State, today: date) -> list[Reason]:
    """The person's wish, where it alone keeps the level from going up."""
    allowed = replace(state, ceiling=LEVELS[-1])
    if advanced(allowed, today).level == state.level:
        return []
    return [reason(PlanReason.CEILING, level=state.level)]


def _told(marks: Iterable[Marked]) -> list[Reason]:
    """What the days say that were not GREEN, the newest first."""
    found: list[Reason] = []
    for mark in sorted(marks, key=lambda mark: mark.day, reverse=True):
        if mark.move:
            found.append(mark.move.reason)
        elif mark.tolerance in _TOLD:
            found.append(reason(_TOLD[mark.tolerance], day=mark.day))
        found += mark.evidence
    return found


def _green(state: State) -> list[Reason]:
    """The GREEN days that run up to now."""
    if not state.green or state.last is None:
        return []
    return [reason(PlanReason.GREEN_DAY, day=state.last.day, green=state.green)]


def _next_day(state: State, most: int, today: date) -> tuple[date, list[Reason]]:
    """The first day on which a session is on plan, and why it is not today."""
    found, why = today, None
    for mark in state.recent:
        days = REST_AFTER.get(mark.tolerance, REST_DAYS[state.level])
        until = mark.day + days * DAY
        if until > found:
            code = _RESTS.get(mark.tolerance, RestReason.REST_DAYS)
            found, why = until, reason(code, day=mark.day, days=days, until=until)
    if state.last and state.last.tolerance is not Tolerance.RED:
        done = [mark.day for mark in state.recent if mark.practised]
        week = _week_before(found, done)
        if len(week) >= most:
            free = sorted(week)[-most] + WEEK * DAY
            why = reason(
                RestReason.WEEK_FULL, most=most, sessions=len(week), since=week[0], until=free
            )
            found = free
    return found, [why] if why else []


def _week_before(day: date, done: Iterable[date]) -> list[date]:
    """The days of practice that share 7 days with a session on that day, by date."""
    return sorted(one for one in done if (day - one).days < WEEK)


def _what_next(state: State, next_day: date, today: date) -> Reason:
    """What would take the plan up, and from when on at the earliest."""
    if state.level not in NEEDS:
        return reason(NextReason.AT_TOP)
    if state.level >= state.ceiling:
        return reason(NextReason.AT_CEILING, level=state.level)
    days, green = NEEDS[state.level]
    more = max(0, green - state.green)
    earned = next_day + ((more - 1) * REST_DAYS[state.level] + 1) * DAY
    if state.last and (not more or state.last.tolerance is Tolerance.UNKNOWN):
        # Its answers may still come, and may be good.
        earned = state.last.day + DAY
    from_ = max(today, earned, (state.since or next_day) + days * DAY)
    if not more:
        return reason(NextReason.NEEDS_DAYS, level=state.level + 1, from_=from_)
    return reason(NextReason.NEEDS_GREEN, level=state.level + 1, from_=from_, more=more)


def _usual_pain(days: Iterable[Day]) -> int:
    """Pain on an ordinary day until something else is told: what was told first."""
    return next((day.usual_pain for day in days if day.usual_pain is not None), 0)


def _alike(days: Sequence[Day], others: Sequence[Day]) -> int:
    """How many days both begin with."""
    same = [*map(is_, days, others), False]
    found = same.index(False)
    while found < len(same) - 1 and days[found] == others[found]:
        found += 1
    return found
