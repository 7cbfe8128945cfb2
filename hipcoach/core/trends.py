"""What a span of days amounts to: how it felt, the plan behind it, and minutes week by week.

What is not known stays a gap: an answer that was not given is no zero, and days before the first
session ask for nothing. What was really done and is none, such as the minutes of a week without
practice, is zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from hipcoach.core.evidence import SORENESS, counts
from hipcoach.core.history import DayHistory
from hipcoach.core.plan import GENTLE_TARGET, LEVELS, STOPPED, TARGETS, Action, Reason
from hipcoach.core.ramp import Ramp
from hipcoach.core.ramp_steps import GAP_DAYS, State
from hipcoach.core.reasons import PlanReason, reason
from hipcoach.core.value import value

_DAY: Final = timedelta(days=1)
_WEEK: Final = 7
DAYS_SHOWN: Final = 100
"""Up to so many days each one is a point of its own."""
WEEKS_SHOWN: Final = 750
"""Up to so many days each week is a point; beyond, each month."""


class Pace(StrEnum):
    """How much time is one point of a series."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@value
class Spread:
    """The values that are known of some time."""

    least: float
    mean: float
    most: float
    number: int
    """How many they are, at least 1."""


@value
class Felt:
    """How it felt for some time; `None` where nothing is known."""

    first: date
    last: date
    practised: int
    """Practice days in it; 0 for a stretch of time in which nothing was done."""
    during: Spread | None = None
    """Pain while practising, 0 to 10."""
    next_day: Spread | None = None
    """Pain on the days after, 0 to 10."""
    soreness: Spread | None = None
    """0 none, 1 mild, 2 moderate, 3 severe."""


@value
class Standing:
    """A run of days on which the plan asked for the same."""

    first: date
    last: date
    level: int
    """1 to 3; 0 before the first session."""
    gentle: bool = False
    stopped: bool = False
    why: Reason | None = None
    """What brought it about; `None` where that is not known, or nothing did."""

    @property
    def target(self) -> tuple[int, int] | None:
        """Sessions a week, at least and at most; `None` before the first session."""
        if not self.level:
            return None
        if self.stopped:
            return STOPPED
        return GENTLE_TARGET if self.gentle else TARGETS[self.level]


@value
class Turn:
    """A day on which the plan began to ask for something else."""

    day: date
    action: Action
    level: int
    """From that day on."""
    why: Reason | None = None


@value
class Week:
    """Seven days of practice, or as many of them as lie in the span."""

    first: date
    days: int
    held_s: float
    """Seconds of holds, contractions and repetitions in sessions that count."""
    sessions: int
    target: tuple[int, int] | None
    """Sessions that the plan asked for on most of these days; `None` before the first session."""


@value
class Trends:
    """A span of days, as series."""

    first: date
    last: date
    pace: Pace
    felt: tuple[Felt, ...]
    """By time."""
    standings: tuple[Standing, ...]
    """By time, without a gap between them."""
    turns: tuple[Turn, ...]
    """By time."""
    weeks: tuple[Week, ...]
    """By time, without a gap between them."""
    usual_s: float | None = None
    """Seconds held in a session that was finished, in the middle of all; `None`: there is none."""

    @property
    def empty(self) -> bool:
        """Whether nothing was practised or felt."""
        return not self.felt


def trends_of(days: Sequence[DayHistory], ramp: Ramp, first_weekday: int = 0) -> Trends:
    """The series of days that follow each other; `first_weekday` is 0 for Monday.

    Raises `ValueError` where there is no day.
    """
    if not days:
        raise ValueError("no day to tell of")
    first, last = days[0].day, days[-1].day
    standings = tuple(_standings(ramp, [one.day for one in days]))
    pace = pace_of(first, last)
    held = [row.held_s for one in days for row in one.sessions if counts(row) and row.completed]
    return Trends(
        first=first,
        last=last,
        pace=pace,
        felt=tuple(_felt(days, standings, pace, first_weekday)),
        standings=standings,
        turns=tuple(_turns(standings)),
        weeks=tuple(_weeks(days, standings, first_weekday)),
        usual_s=median(held) if held else None,
    )


def pace_of(first: date, last: date) -> Pace:
    """How finely such a span is told."""
    days = (last - first).days + 1
    if days <= DAYS_SHOWN:
        return Pace.DAY
    return Pace.WEEK if days <= WEEKS_SHOWN else Pace.MONTH


def spread_of(values: Iterable[float | None]) -> Spread | None:
    """What is known of some values; `None` where that is nothing."""
    known = [one for one in values if one is not None]
    if not known:
        return None
    mean = min(max(sum(known) / len(known), min(known)), max(known))
    return Spread(min(known), mean, max(known), len(known))


def begin_of_week(day: date, first_weekday: int) -> date:
    """The first day of its week."""
    return day - timedelta(days=(day.weekday() - first_weekday) % _WEEK)


def _felt(
    days: Sequence[DayHistory], standings: Sequence[Standing], pace: Pace, first_weekday: int
) -> Iterable[Felt]:
    """What was felt, with an empty stretch where too long nothing was done, or might be done."""
    stops = [(one.first, one.last) for one in standings if one.stopped]

    def begin(one: DayHistory) -> date:
        match pace:
            case Pace.DAY:
                return one.day
            case Pace.WEEK:
                return begin_of_week(one.day, first_weekday)
            case Pace.MONTH:
                return one.day.replace(day=1)

    before: Felt | None = None
    for _begin, group in groupby(days, begin):
        found = _together(list(group))
        if found is None:
            continue
        if before is not None and _apart(before, found, stops):
            yield Felt(before.last + _DAY, found.first - _DAY, 0)
        yield found
        before = found


def _apart(before: Felt, after: Felt, stops: Iterable[tuple[date, date]]) -> bool:
    """Whether no line joins them: it would tell of days of which nothing can be told."""
    days = (after.first - before.last).days
    return days >= GAP_DAYS or any(
        days > 1 and first < after.first and before.last < last for first, last in stops
    )


def _together(days: Sequence[DayHistory]) -> Felt | None:
    """Some days as one; `None` where nothing was practised or felt."""
    felt = [one.felt for one in days]
    found = Felt(
        days[0].day,
        days[-1].day,
        practised=sum(one.practised for one in felt),
        during=spread_of(one.pain_during for one in felt),
        next_day=spread_of(one.pain_next_day for one in felt),
        soreness=spread_of(SORENESS[one.soreness] if one.soreness else None for one in felt),
    )
    known = found.during or found.next_day or found.soreness
    return found if found.practised or known else None


def _standings(ramp: Ramp, days: Iterable[date]) -> Iterable[Standing]:
    """The days on which the plan asked for the same, joined."""

    def key(told: tuple[date, State]) -> tuple[int, bool, bool]:
        state = told[1]
        if state.stop is not None:
            return (LEVELS[0], False, True)
        begun = state.last is not None
        return (state.level if begun else 0, state.gentle, False)

    for (level, gentle, stopped), run in groupby(((day, ramp.state(day)) for day in days), key):
        told = list(run)
        begins, state = told[0]
        yield Standing(begins, told[-1][0], level, gentle, stopped, _why(state))


def _why(state: State) -> Reason | None:
    """Why the plan stands where it does."""
    if state.stop is not None:
        return state.stop.reason
    if state.moved is not None:
        return state.moved.reason
    return reason(PlanReason.CLEARED, day=state.cleared) if state.cleared else None


def _turns(standings: Sequence[Standing]) -> Iterable[Turn]:
    """What the plan did from one run of days to the next."""
    for before, now in pairwise(standings):
        if now.stopped:
            action = Action.STOP_REFER
        elif before.stopped or not before.level or not now.level:
            action = Action.START
        elif (now.level, not now.gentle) < (before.level, not before.gentle):
            action = Action.BACK_OFF
        else:
            action = Action.ADVANCE
        yield Turn(now.first, action, now.level, now.why)


def _weeks(
    days: Sequence[DayHistory], standings: Sequence[Standing], first_weekday: int
) -> Iterable[Week]:
    targets = iter(
        one.target for one in standings for _day in range((one.last - one.first).days + 1)
    )
    for _begin, group in groupby(days, lambda one: begin_of_week(one.day, first_weekday)):
        week = list(group)
        asked = Counter(next(targets) for _day in week)
        rows = [row for one in week for row in one.sessions if counts(row)]
        yield Week(
            week[0].day,
            len(week),
            held_s=sum(row.held_s for row in rows),
            sessions=len(rows),
            target=asked.most_common(1)[0][0],
        )
