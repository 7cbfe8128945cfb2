"""The plan as the pages show it, from the plan, the journal and the content to words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from hipcoach.app.phrases import plan as phrases
from hipcoach.app.phrases.dates import full_day_words, weekday_short
from hipcoach.app.phrases.library import muscle_words
from hipcoach.app.phrases.plan_reasons import (
    brief_words,
    change_words,
    evidence_words,
    rule_words,
    version_words,
)
from hipcoach.app.plan_book import about_of, stop_of
from hipcoach.app.plan_snapshots import (
    Asked,
    DotState,
    MuscleMinutes,
    PlanSnapshot,
    WeekDot,
    WhySnapshot,
)
from hipcoach.core.balance import Balance, stretches, suggest
from hipcoach.core.content import Content
from hipcoach.core.errors import UsageError
from hipcoach.core.evidence import SHORTEST_PRACTICE_S, PlanLog, counts
from hipcoach.core.fitting import fits, fitted
from hipcoach.core.plan import LEVELS, Plan
from hipcoach.core.plan_log import AboutYou, Ceiling, PlanDecided
from hipcoach.core.practice_day import practice_day
from hipcoach.core.reasons import NextReason, PlanReason
from hipcoach.core.routine import Routine
from hipcoach.core.tolerance import Tolerance

PREFERRED: Final[Mapping[int, tuple[str, ...]]] = {
    1: ("gentle-start", "five-minutes"),
    2: ("balanced-hips", "gentle-start", "five-minutes"),
    3: ("balanced-hips", "full-practice", "gentle-start", "five-minutes"),
}
"""Routines by level, what suits it best first."""
WEEK: Final = 7
_EASES: Final = frozenset({Tolerance.AMBER, Tolerance.RED})


def plan_snapshot(
    plan: Plan,
    log: PlanLog,
    content: Content,
    today: date,
    *,
    classes: Mapping[date, Tolerance] | None = None,
    first_weekday: int = 0,
    breaks_taken: int = 0,
    asked: tuple[Asked, ...] = (),
    balance: Balance | None = None,
) -> PlanSnapshot:
    """The plan on the Today page of the practice day `today`.

    `classes` are those of the days (`Ramp.classes`); `first_weekday` is 0 for Monday;
    `breaks_taken` are the stretch breaks of today, `balance` is of the week of `week_begins`.
    """
    days = practised(log)
    done = today in days
    week = _week(plan, days, classes or {}, today, first_weekday)
    in_week = sum(dot.day in days for dot in week)
    on_plan = plan.due(today) and not done
    more = "" if on_plan or plan.stopped else phrases.more_words(plan.next_day, today, done=done)
    return PlanSnapshot(
        action=plan.action,
        headline=phrases.headline_words(plan, today, done=done),
        reason=brief_words(plan, due=on_plan),
        week=week,
        week_words=phrases.week_words(in_week, plan, today),
        routine="" if plan.stopped else suggested(plan, log, content, today, balance),
        more_words=more,
        offer_words=phrases.offer_words() if _is_offered(plan, log.ceilings) else "",
        asked=asked,
        balance_words=phrases.balance_words(balance) if balance else "",
        muscles=_muscles(content, balance) if balance else (),
        break_words=phrases.break_words(breaks_taken),
        stop=stop_of(plan),
        stopped_since=_stopped_since(plan),
    )


def why_snapshot(
    decided: Iterable[PlanDecided], day: date, practised_on: Collection[date] = ()
) -> WhySnapshot:
    """Why the plan of a day was as it was, from the reasons that were kept then.

    Of several plans of the day the newest counts; where none was kept, that is what it says.
    `practised_on` are the days with a session.
    """
    by_day: dict[date, PlanDecided] = {}
    for row in sorted(decided, key=lambda row: (row.at, row.id)):
        by_day[row.day] = row
    row_of_day = by_day.get(day)
    plan = row_of_day.plan if row_of_day else None
    later = min((one for one in by_day if one > day), default=None)
    limited = plan is not None and any(one.code == NextReason.AT_CEILING for one in plan.reasons)
    return WhySnapshot(
        day=day,
        title=full_day_words(day),
        headline=(
            phrases.headline_words(plan, day, done=day in practised_on)
            if plan
            else phrases.nothing_kept_words()
        ),
        evidence=evidence_words(plan) if plan else (),
        rule=rule_words(plan) if plan else "",
        change=change_words(plan) if plan else (),
        earlier=max((one for one in by_day if one < day), default=None),
        later=later,
        version_words=version_words(plan.rules_version) if plan else "",
        may_lift=limited and later is None,
    )


def practised(log: PlanLog) -> frozenset[date]:
    """The practice days with a session that counts towards the week."""
    return frozenset(practice_day(row.at) for row in log.practice if counts(row))


def suggested(
    plan: Plan, log: PlanLog, content: Content, today: date, balance: Balance | None = None
) -> str:
    """The id of the routine for today; empty where there is none at all.

    Of those that are preferred at the level (`PREFERRED`), and of which something is left when
    all is left out that the person can't do; without any of them the first other that fits.
    At the first level that is the first of them. From the second level on another one than was
    practised last, rather one that can be done in full; of those the one that keeps the week in
    balance, or the first where nothing is known of the week.
    """
    about = about_of(log.about)
    able = [name for name in PREFERRED[plan.level] if _can_do(content, name, about)]
    if not able:
        rest = sorted(content.routines.values(), key=lambda one: (one.order, one.id))
        able = [one.id for one in rest if _is_practice(one) and _can_do(content, one.id, about)]
    if plan.level == LEVELS[0] or not able:
        return able[0] if able else ""
    last = _last_routine(log, today)
    others = [content.routines[name] for name in able if name != last or len(able) == 1]
    whole = [one for one in others if fits(one, content.exercises, about)] or others
    return (suggest(whole, content.exercises, balance) if balance else "") or whole[0].id


def first_weekday() -> int:
    """The day on which weeks begin where the person lives; 0 is Monday."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - the words for a terminal need no Qt

    return QLocale.system().firstDayOfWeek().value - 1


def week_begins(today: date, first: int) -> date:
    """The first day of the week that is shown; `first` is the day weeks begin on, 0 is Monday."""
    return today - timedelta(days=(today.weekday() - first) % WEEK)


def _last_routine(log: PlanLog, today: date) -> str:
    """What was practised last, up to that day; empty before the first session."""
    rows = [row for row in log.practice if counts(row) and practice_day(row.at) <= today]
    return max(rows, key=lambda row: row.at).routine if rows else ""


def _muscles(content: Content, balance: Balance) -> tuple[MuscleMinutes, ...]:
    """The muscles that can be stretched, with what they had in the week."""
    known = {
        muscle for one in content.exercises.values() if stretches(one) for muscle in one.muscles
    }
    found = (
        MuscleMinutes(muscle_words(code), minutes, phrases.minutes_of_words(minutes))
        for code, minutes in ((code, balance.minutes(code)) for code in sorted(known))
    )
    return tuple(sorted(found, key=lambda one: (-one.minutes, one.name)))


def _can_do(content: Content, name: str, about: AboutYou | None) -> bool:
    """Whether anything is left of a routine that is there."""
    if name not in content.routines:
        return False
    try:
        fitted(content.routines[name], content.exercises, about)
    except UsageError:
        return False
    return True


def _is_practice(routine: Routine) -> bool:
    """Whether it is more than a stretch break."""
    return routine.minutes * 60 >= SHORTEST_PRACTICE_S


def _week(
    plan: Plan,
    days: Collection[date],
    classes: Mapping[date, Tolerance],
    today: date,
    first: int,
) -> tuple[WeekDot, ...]:
    """Seven days around today."""
    begins = week_begins(today, first)
    dots = []
    for ahead in range(WEEK):
        day = begins + timedelta(days=ahead)
        state = _state(plan, day, today, done=day in days, tolerance=classes.get(day))
        words = phrases.dot_words(state, day)
        dots.append(WeekDot(day, weekday_short(day), state, day == today, words))
    return tuple(dots)


def _state(
    plan: Plan, day: date, today: date, *, done: bool, tolerance: Tolerance | None
) -> DotState:
    if done:
        return DotState.EASED if tolerance in _EASES else DotState.DONE
    if day < today or plan.next_day is None or day < plan.next_day:
        return DotState.REST
    return DotState.DUE if day == max(today, plan.next_day) else DotState.FREE


def _is_offered(plan: Plan, ceilings: Collection[Ceiling]) -> bool:
    """Whether daily practice has become possible, and nothing was said to it yet."""
    if plan.level != LEVELS[-1] or plan.stopped:
        return False
    first = plan.reasons[0] if plan.reasons else None
    if first is None or first.code != PlanReason.SIX_GREEN_FOURTEEN_DAYS:
        return not ceilings
    # What was said to an offer before is no answer to this one.
    since = str(dict(first.numbers).get("day", ""))
    return all(practice_day(row.at).isoformat() < since for row in ceilings)


def _stopped_since(plan: Plan) -> date | None:
    """The day on which what stops it was noted."""
    since = dict(plan.reasons[0].numbers).get("since") if plan.stopped and plan.reasons else None
    return date.fromisoformat(since) if isinstance(since, str) else None
