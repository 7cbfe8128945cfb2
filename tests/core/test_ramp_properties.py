"""What holds for the ramp whatever happened; histories are random weeks of random answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from hipcoach.core.evidence import SORENESS, Day, Diary, PlanLog, days_of
from hipcoach.core.plan import Action, Plan
from hipcoach.core.plan_log import NextDayAnswers, PracticeRow, Reply, Soreness
from hipcoach.core.ramp import plan_of, ramp_of
from hipcoach.core.tolerance import Tolerance
from tests.core.histories import days_of_month, green, jan, only, session

MONTH = 50
"""Days that are looked at: five more than may hold a session."""
HISTORIES = days_of_month()
TODAY = st.integers(1, MONTH).map(jan)
DAY = timedelta(days=1)


def _worse(day: Day, field: str) -> Day | None:
    """The day with one value a step worse; `None` where there is none."""
    value = getattr(day, field)
    if field == "soreness" and value is not None:
        rank = SORENESS[value] + 1
        return replace(day, soreness=list(Soreness)[rank]) if rank < len(SORENESS) else None
    if isinstance(value, bool):
        return None if value else replace(day, **{field: True})  # type: ignore[arg-type]
    if value is None or value == 10:
        return None
    return replace(day, **{field: value + 1})


def _worsened(days: tuple[Day, ...], at: int, field: str) -> tuple[Day, ...]:
    assume(days)
    index = at % len(days)
    worse = _worse(days[index], field)
    assume(worse is not None)
    assert worse is not None
    return (*days[:index], worse, *days[index + 1 :])


def _rises(days: tuple[Day, ...]) -> bool:
    """Whether three values rise: then a worse first one makes it none."""
    return any(
        reason.code == "rising"
        for state in ramp_of(days).states
        if state.felt
        for reason in state.felt.evidence
    )


def _last_is_red(days: tuple[Day, ...], today: date) -> bool:
    last = ramp_of(days).state(today).last
    return last is not None and last.tolerance is Tolerance.RED


FIELDS = st.sampled_from(
    [
        "effort",
        "pain_during",
        "pain_next_day",
        "soreness",
        "sketchy",
        "pinch",
        "break_pain",
        "break_pinch",
    ]
)


@given(HISTORIES, st.integers(0, 30), FIELDS, TODAY)
def test_worse_evidence_never_gives_more(
    days: tuple[Day, ...], at: int, field: str, today: date
) -> None:
    worse = _worsened(days, at, field)
    assume(not _rises(days))
    before, after = plan_of(days, today), plan_of(worse, today)

    assert after.level <= before.level
    assert after.weekly_min <= before.weekly_min
    assert after.weekly_max <= before.weekly_max
    # After RED the week is not counted: two full days off stand in its place.
    if before.next_day and after.next_day and not _last_is_red(worse, today):
        assert after.next_day >= before.next_day or _last_is_red(days, today)


def _months(days: tuple[Day, ...]) -> Iterator[tuple[date, Plan, Plan]]:
    """Each day with its plan and the one of the day before."""
    ramp = ramp_of(days)
    for yesterday, today in pairwise(jan(number) for number in range(1, MONTH)):
        yield today, ramp.plan(yesterday), ramp.plan(today)


@given(HISTORIES)
def test_one_level_at_a_time(days: tuple[Day, ...]) -> None:
    classes = ramp_of(days).classes()
    for today, before, after in _months(days):
        assert after.level <= before.level + 1
        if after.action not in {Action.STOP_REFER, Action.START}:
            # A RED stretch break on the very day on which a gap is one are two reasons.
            reasons = [reason.code for reason in after.reasons]
            two = classes.get(today) is Tolerance.RED and "gap" in reasons
            assert after.level >= before.level - 1 - two


@given(HISTORIES)
def test_up_only_after_two_green_days_running(days: tuple[Day, ...]) -> None:
    classes = ramp_of(days).classes()
    practised = {day.day for day in days if day.practised}
    for today, before, after in _months(days):
        if after.level > before.level:
            last = sorted(day for day in classes if day < today and day in practised)[-2:]
            assert [Tolerance.GREEN] * 2 == [classes[day] for day in last]


@given(HISTORIES)
def test_nothing_unanswered_advances(days: tuple[Day, ...]) -> None:
    silent = tuple(replace(day, pain_next_day=None) for day in days)

    assert {1} == {plan_of(silent, jan(number)).level for number in range(1, MONTH)}


@given(HISTORIES, st.integers(0, 30), TODAY)
def test_what_is_not_answered_never_gives_more(days: tuple[Day, ...], at: int, today: date) -> None:
    assume(days)
    index = at % len(days)
    day = replace(days[index], pain_next_day=None, soreness=None, sketchy=None)
    silent = (*days[:index], day, *days[index + 1 :])
    classes = ramp_of(days).classes()
    assume(classes.get(day.day) in {Tolerance.GREEN, None})
    assume(not _rises(days))

    assert plan_of(silent, today).level <= plan_of(days, today).level


@given(HISTORIES, st.integers(1, MONTH), st.integers(0, 100))
def test_a_red_flag_always_stops(days: tuple[Day, ...], number: int, later: int) -> None:
    at = datetime.combine(jan(number), time(12), tzinfo=UTC)
    others = [day for day in days if day.day != jan(number)]
    found = next((day for day in days if day.day == jan(number)), only(number))
    flagged = [*others, replace(found, flags=("fever",), flagged_at=at)]

    plan = plan_of(flagged, jan(number + later))
    assert (Action.STOP_REFER, 0, 0, None) == (
        plan.action,
        plan.weekly_min,
        plan.weekly_max,
        plan.next_day,
    )


@given(HISTORIES, st.randoms(use_true_random=False), TODAY)
def test_the_order_of_days_never_matters(days: tuple[Day, ...], random: Any, today: date) -> None:
    mixed = list(days)
    random.shuffle(mixed)

    assert plan_of(days, today) == plan_of(mixed, today)


@st.composite
def _rows(draw: st.DrawFn) -> tuple[list[PracticeRow], list[NextDayAnswers]]:
    """Sessions and answers of a month as the journal has them."""
    sessions, answers = [], []
    scale = st.none() | st.integers(0, 10)
    for number in range(draw(st.integers(1, 12))):
        day, hour = draw(st.integers(1, 20)), draw(st.integers(5, 22))
        at = datetime.combine(jan(day), time(hour), tzinfo=UTC)
        row = session(at, number=number, effort=draw(scale), pain_during=draw(scale))
        sessions.append(replace(row, purpose=draw(st.sampled_from(["practice", "break"]))))
        reply = NextDayAnswers(
            row.session_id,
            at + timedelta(hours=draw(st.integers(1, 60))),
            jan(day),
            draw(st.sampled_from([1, 2])),
            draw(st.sampled_from(Reply)),
            draw(scale),
            draw(st.none() | st.sampled_from(Soreness)),
            draw(st.none() | st.booleans()),
        )
        answers.append(reply)
    return sessions, answers


@given(_rows(), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(
    rows: tuple[list[PracticeRow], list[NextDayAnswers]], random: Any
) -> None:
    sessions, answers = rows
    days = days_of(PlanLog(practice=tuple(sessions), next_day=tuple(answers)))
    random.shuffle(sessions)
    random.shuffle(answers)
    diary = Diary()
    for session_ in sessions:
        diary = diary.adding(PlanLog(practice=(session_,)))
    for answer in answers:
        diary = diary.adding(PlanLog(next_day=(answer,)))

    assert days == diary.days


@given(_rows(), st.integers(-12, 14), TODAY)
def test_the_zone_of_rows_never_matters_on_the_same_local_day(
    rows: tuple[list[PracticeRow], list[NextDayAnswers]], hours: int, today: date
) -> None:
    sessions, answers = rows
    away = timezone(timedelta(hours=hours))
    here = PlanLog(practice=tuple(sessions), next_day=tuple(answers))
    there = PlanLog(
        practice=tuple(replace(row, at=row.at.replace(tzinfo=away)) for row in sessions),
        next_day=here.next_day,
    )

    assert plan_of(days_of(here), today) == plan_of(days_of(there), today)


@given(HISTORIES, st.integers(0, 20), TODAY)
def test_folding_on_equals_folding_anew(days: tuple[Day, ...], kept: int, today: date) -> None:
    ramp = ramp_of(days[:kept]).following(days)

    assert ramp_of(days) == ramp
    assert plan_of(days, today) == ramp.plan(today)


@given(HISTORIES, HISTORIES)
def test_folding_on_from_another_history_equals_folding_anew(
    days: tuple[Day, ...], others: tuple[Day, ...]
) -> None:
    assert ramp_of(days) == ramp_of(others).following(days)


@given(HISTORIES, TODAY)
def test_the_next_date_is_never_before_today_nor_a_month_away(
    days: tuple[Day, ...], today: date
) -> None:
    found = plan_of(days, today)

    assert found.next_day is None or today <= found.next_day <= today + 7 * DAY


@given(HISTORIES, TODAY)
def test_a_day_tells_nothing_of_the_days_after_it(days: tuple[Day, ...], today: date) -> None:
    assert plan_of(days, today) == plan_of([day for day in days if day.day <= today], today)


@given(HISTORIES, TODAY)
def test_every_plan_says_why_and_what_next(days: tuple[Day, ...], today: date) -> None:
    codes = [reason.code for reason in plan_of(days, today).reasons]

    assert 2 <= len(codes)
    assert codes[-1] in {"needs-green", "needs-days", "needs-clearance", "at-top"}
    assert len(codes) == len(set(plan_of(days, today).reasons))


def test_who_keeps_to_a_good_plan_practises_daily_in_a_month() -> None:
    days: list[Day] = []
    for number in range(1, 30):
        if plan_of(days, jan(number)).due(jan(number)):
            days.append(green(number))

    assert [1, 3, 8, 9, 10, 11, 15, 16, 17, 18, 22, 23, 24, 25, 26, 27, 28, 29] == [
        (day.day - jan(0)).days for day in days
    ]
