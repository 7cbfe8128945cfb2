"""One day's step of the tolerance ramp: the state before, a day, the state after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from typing import Final

from hipcoach.core.evidence import Day
from hipcoach.core.plan import LEVELS, Reason
from hipcoach.core.reasons import PlanReason, reason
from hipcoach.core.tolerance import Runs, Tolerance, judged
from hipcoach.core.value import value

NEEDS: Final[Mapping[int, tuple[int, int]]] = {1: (7, 2), 2: (14, 6)}
"""Days at a level, and GREEN days running at it, before the next one."""
ADVANCES: Final = {1: PlanReason.TWO_GREEN_SEVEN_DAYS, 2: PlanReason.SIX_GREEN_FOURTEEN_DAYS}
GAP_DAYS: Final = 15
"""From so many days without practice on, a level down."""
LONG_GAP_DAYS: Final = 29
"""From so many days without practice on, start again."""
REDS_STOP: Final = 3
PINCHES_STOP: Final = 3
WEEK: Final = 7
DAY: Final = timedelta(days=1)


@value
class Move:
    """A change of the level, or of its target."""

    day: date
    before: int
    after: int
    reason: Reason


@value
class Marked:
    """A day with its class."""

    day: date
    practised: bool
    tolerance: Tolerance
    evidence: tuple[Reason, ...]
    move: Move | None
    """What a RED day did to the level."""


@value
class Stop:
    """Nothing is to be practised until somebody has looked at it."""

    since: date
    at: datetime | None
    """The newest moment that it rests on: only a clearance after it ends it."""
    reason: Reason
    flags: tuple[str, ...] = ()


@value
class State:
    """Where the ramp stands after a day."""

    level: int = LEVELS[0]
    gentle: bool = False
    """Whether the first level is at its gentlest."""
    since: date | None = None
    """First day at the level; `None` before the first session."""
    green: int = 0
    """GREEN days running at the level."""
    runs: Runs = field(default_factory=Runs)
    recent: tuple[Marked, ...] = ()
    """The days with a class in the week up to the newest one."""
    last: Marked | None = None
    """The last practice day."""
    felt: Marked | None = None
    """The newest day with a class, those among them that came while all was stopped."""
    moved: Move | None = None
    """The newest change of the level."""
    stop: Stop | None = None
    cleared: date | None = None
    """Day of the clearance after which everything began anew."""
    again: date | None = None
    """Since when practice goes on after it had to start again."""
    ceiling: int = LEVELS[-1]
    ceiling_since: date = date.min
    usual_pain: int = 0


def following(state: State, day: Day) -> State:
    """The state after one more day."""
    if day.usual_pain is not None:
        state = replace(state, usual_pain=day.usual_pain)
    if day.ceiling is not None:
        state = _under(advanced(state, day.day - DAY), day.day, day.ceiling)
    if day.cleared_at is not None:
        state = _cleared(state, day, day.cleared_at)
    if day.flagged_at and not _later(day.cleared_at, day.flagged_at):
        state = replace(state, stop=_flagged(state.stop, day, day.flagged_at))
    return _felt(state, day) if state.stop else _practised(state, day)


def on_day(state: State, day: date) -> State:
    """The state on a later day, in which nothing has happened since."""
    return resumed(advanced(state, day), day)


def advanced(state: State, until: date) -> State:
    """One level up where that has come due by that day."""
    if state.last is None or state.since is None or state.level >= state.ceiling:
        return state
    days, green = NEEDS[state.level]
    if state.green < green:
        return state
    day = max(state.since + days * DAY, state.last.day + DAY, state.ceiling_since)
    if day > until or (day - state.last.day).days >= GAP_DAYS:
        return state
    why = reason(
        ADVANCES[state.level],
        day=day,
        days=(day - state.since).days,
        green=state.green,
        since=state.since,
    )
    return _moved(state, day, state.level + 1, why)


def resumed(state: State, day: date) -> State:
    """The state when practice goes on that day: a gap before it takes its toll."""
    if state.last is None:
        return state
    days = (day - state.last.day).days
    if days < GAP_DAYS:
        return state
    if days >= LONG_GAP_DAYS:
        why = reason(PlanReason.LONG_GAP, days=days, last=state.last.day, limit=LONG_GAP_DAYS - 1)
        return replace(_moved(state, day, LEVELS[0], why), again=day)
    down = max(LEVELS[0], state.level - 1)
    code = PlanReason.GAP if down < state.level else PlanReason.GAP_AT_FIRST_LEVEL
    why = reason(code, days=days, last=state.last.day, limit=GAP_DAYS, from_=state.level, to=down)
    return _moved(state, day, down, why)


def _felt(state: State, day: Day) -> State:
    """The state with what was felt on a day that moves nothing, for all is stopped."""
    found = judged(day, state.usual_pain, state.runs)
    if found.tolerance is None:
        return state
    felt = Marked(day.day, day.practised, found.tolerance, found.evidence, None)
    return replace(state, felt=felt)


def _practised(state: State, day: Day) -> State:
    """The state after what was felt on a day."""
    found = judged(day, state.usual_pain, state.runs)
    if found.tolerance is None:
        return state
    state = advanced(state, day.day)
    if day.practised:
        state = resumed(state, day.day)
        if state.since is None:
            state = replace(state, since=day.day)
    red = found.tolerance is Tolerance.RED
    if red:
        state = _backed_off(state, day.day)
    green = state.green + 1 if found.tolerance is Tolerance.GREEN else 0
    move = state.moved if red else None
    marked = Marked(day.day, day.practised, found.tolerance, found.evidence, move)
    last = marked if day.practised else state.last
    week = tuple(one for one in state.recent if (day.day - one.day).days < WEEK)
    stop = _run_stop(day, found.runs)
    return replace(
        state,
        green=green,
        runs=found.runs,
        recent=(*week, marked),
        last=last,
        felt=marked,
        stop=stop,
    )


def _backed_off(state: State, day: date) -> State:
    """A level down, or the gentlest of the first."""
    if state.level > LEVELS[0]:
        why = reason(PlanReason.RED_DAY, day=day, from_=state.level, to=state.level - 1)
        return _moved(state, day, state.level - 1, why)
    why = reason(PlanReason.RED_AT_FIRST_LEVEL, day=day)
    return replace(_moved(state, day, LEVELS[0], why), gentle=True)


def _moved(state: State, day: date, level: int, why: Reason) -> State:
    """At a level from that day on; the count of GREEN days begins anew."""
    return replace(
        state,
        level=level,
        gentle=False,
        # Before the first session no day counts at the level.
        since=day if state.since else None,
        green=0,
        moved=Move(day, state.level, level, why),
    )


def _under(state: State, day: date, ceiling: int) -> State:
    """No higher than the person wants from that day on."""
    # A hand may have written the row: what is no level is the nearest one.
    ceiling = min(max(ceiling, LEVELS[0]), LEVELS[-1])
    state = replace(state, ceiling=ceiling, ceiling_since=day)
    if state.level <= ceiling:
        return state
    why = reason(PlanReason.CEILING_LOWERED, day=day, from_=state.level, to=ceiling)
    return _moved(state, day, ceiling, why)


def _cleared(state: State, day: Day, cleared_at: datetime) -> State:
    """Everything anew, unless the clearance is older than what stopped it."""
    if state.stop is None:
        # What was practised on the same day, and at no known hour before it, may stop as well.
        state = _practised(state, day)
    if state.stop and not _later(cleared_at, state.stop.at):
        return state
    return State(
        cleared=day.day,
        again=day.day,
        ceiling=state.ceiling,
        usual_pain=state.usual_pain,
    )


def _flagged(stop: Stop | None, day: Day, at: datetime) -> Stop:
    """A stop for the flags of a day, and for those before it."""
    flags = tuple(sorted({*(stop.flags if stop else ()), *day.flags}))
    since = stop.since if stop and stop.flags else day.day
    why = reason(PlanReason.RED_FLAG, flags=",".join(flags), since=since)
    return Stop(since, at, why, flags)


def _run_stop(day: Day, runs: Runs) -> Stop | None:
    """A stop where this day is one too many."""
    if runs.pinches >= PINCHES_STOP:
        why = reason(PlanReason.THREE_PINCHES, sessions=runs.pinches, since=day.day)
    elif runs.reds >= REDS_STOP:
        why = reason(PlanReason.THREE_RED, days=runs.reds, since=day.day)
    else:
        return None
    return Stop(day.day, day.felt_at, why)


def _later(moment: datetime | None, than: datetime | None) -> bool:
    return moment is not None and (than is None or moment > than)
