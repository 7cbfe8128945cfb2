"""A span of days as series: what is known is told, and what is not known is no number."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.evidence import Day
from hipcoach.core.history import DayHistory
from hipcoach.core.plan import Action
from hipcoach.core.plan_log import PracticeRow, Soreness
from hipcoach.core.ramp import Ramp, ramp_of
from hipcoach.core.trends import Pace, Trends, begin_of_week, pace_of, spread_of, trends_of
from tests.core.histories import green, history, jan

DAY = timedelta(days=1)
MONDAY = date(2026, 1, 5)


def row(day: date, held_s: float = 300.0, *, completed: bool = True) -> PracticeRow:
    at = datetime.combine(day, time(18), tzinfo=UTC)
    return PracticeRow(
        UUID(int=day.toordinal()), at, "gentle-start", "practice", 480.0, held_s, completed,
        4, 1, False, (), (),
    )  # fmt: skip


def span(days: tuple[Day, ...], first: date, last: date) -> list[DayHistory]:
    """Every day from the first to the last, with what was felt and a session where it says so."""
    felt = {one.day: one for one in days}
    return [
        DayHistory(
            day,
            felt.get(day, Day(day)),
            sessions=(row(day),) if day in felt and felt[day].practised else (),
        )
        for day in (first + n * DAY for n in range((last - first).days + 1))
    ]


def told(text: str, last: int, first: int = 1) -> Trends:
    days = history(text)
    return trends_of(span(days, jan(first), jan(last)), ramp_of(days))


def test_what_was_answered_is_told_and_what_was_not_is_left_open() -> None:
    first, second = told("1 4?", 7).felt

    assert ((1, 1, 1), (0, 0, 0)) == tuple(
        (one.least, one.mean, one.most) for one in (first.during, first.next_day) if one
    )
    assert (jan(4), 1) == (second.first, second.practised)
    assert second.during is not None
    assert (None, None) == (second.next_day, second.soreness)


def test_a_day_on_which_nothing_happened_is_no_point() -> None:
    assert [jan(1), jan(4)] == [one.first for one in told("1 4", 7).felt]


def test_where_nothing_was_done_for_long_there_is_an_empty_stretch() -> None:
    felt = told("1 16 32", 40).felt

    assert [(jan(1), 1), (jan(2), 0), (jan(16), 1), (jan(17), 0), (jan(32), 1)] == [
        (one.first, one.practised) for one in felt
    ]
    assert jan(15) == felt[1].last
    assert 2 == len(told("1 15", 40).felt)


def test_a_stop_between_two_days_is_an_empty_stretch() -> None:
    felt = told("1 4F 6C 8", 12).felt

    assert [(jan(1), 1), (jan(2), 0), (jan(8), 1)] == [(one.first, one.practised) for one in felt]


def test_before_the_first_session_nothing_is_asked_for() -> None:
    trends = told("5", 12)

    assert [(jan(1), jan(4), None), (jan(5), jan(12), (2, 2))] == [
        (one.first, one.last, one.target) for one in trends.standings
    ]
    assert [Action.START] == [one.action for one in trends.turns]


def test_the_plan_behind_is_that_of_the_ramp() -> None:
    trends = told("1 4 8 10 12R", 20)

    assert [(1, 2, 2), (8, 3, 4), (12, 2, 2)] == [
        (one.first.day, *one.target) for one in trends.standings if one.target
    ]
    assert [(8, Action.ADVANCE, 2), (12, Action.BACK_OFF, 1)] == [
        (one.day.day, one.action, one.level) for one in trends.turns
    ]
    assert ["two-green-seven-days", "red-day"] == [one.why.code for one in trends.turns if one.why]


def test_a_step_back_at_the_first_level_is_one_too() -> None:
    trends = told("1 4R", 6)

    assert [(4, Action.BACK_OFF)] == [(one.day.day, one.action) for one in trends.turns]
    assert (1, 2) == trends.standings[-1].target


def test_a_stop_asks_for_nothing_until_the_clearance() -> None:
    trends = told("1 4F 9C", 12)

    assert [(4, Action.STOP_REFER), (9, Action.START)] == [
        (one.day.day, one.action) for one in trends.turns
    ]
    assert (0, 0) == trends.standings[1].target
    assert ["red-flag", "cleared"] == [one.why.code for one in trends.turns if one.why]


def test_a_stop_is_one_however_long_it_lasts() -> None:
    assert [(4, Action.BACK_OFF), (6, Action.STOP_REFER)] == [
        (one.day.day, one.action) for one in told("1 4R 6F", 31).turns
    ]


def test_a_week_has_its_sessions_its_minutes_and_what_was_asked_for() -> None:
    days = history("5 8")
    trends = trends_of(span(days, MONDAY, MONDAY + 9 * DAY), ramp_of(days))

    assert [(MONDAY, 7, 600.0, 2, (2, 2)), (MONDAY + 7 * DAY, 3, 0.0, 0, (3, 4))] == [
        (one.first, one.days, one.held_s, one.sessions, one.target) for one in trends.weeks
    ]


def test_weeks_begin_where_the_person_has_them_begin() -> None:
    trends = trends_of(span((), MONDAY, MONDAY + 6 * DAY), Ramp(), 6)

    assert [(MONDAY, 6), (MONDAY + 6 * DAY, 1)] == [(one.first, one.days) for one in trends.weeks]


def test_a_stretch_break_and_a_false_start_are_no_sessions() -> None:
    (day,) = span((green(5),), MONDAY, MONDAY)
    short, left = replace(row(MONDAY), purpose="break"), row(MONDAY, 20.0)

    (week,) = trends_of([replace(day, sessions=(short, left))], Ramp()).weeks

    assert (0.0, 0) == (week.held_s, week.sessions)


def test_a_usual_session_is_the_middle_one_of_those_that_were_finished() -> None:
    days = span(tuple(map(green, (5, 6, 7, 8))), MONDAY, MONDAY + 3 * DAY)
    sizes = (200.0, 240.0, 900.0, 90.0)
    done = [
        replace(one, sessions=(row(one.day, size, completed=size != 90.0),))
        for one, size in zip(days, sizes, strict=True)
    ]

    assert 240.0 == trends_of(done, Ramp()).usual_s
    assert trends_of(span((), MONDAY, MONDAY), Ramp()).usual_s is None


def test_a_longer_span_is_told_in_longer_steps() -> None:
    assert [Pace.DAY, Pace.WEEK, Pace.WEEK, Pace.MONTH] == [
        pace_of(MONDAY, MONDAY + n * DAY) for n in (99, 100, 749, 750)
    ]


def test_a_week_of_days_is_one_point_with_all_that_is_known() -> None:
    days = (green(5), replace(green(7), pain_during=4), replace(green(8), pain_during=None))
    trends = trends_of(span(days, MONDAY, MONDAY + 199 * DAY), ramp_of(days))

    (felt,) = trends.felt
    assert (MONDAY, MONDAY + 6 * DAY, 3) == (felt.first, felt.last, felt.practised)
    assert felt.during is not None
    assert (1, 2.5, 4, 2) == (
        felt.during.least, felt.during.mean, felt.during.most, felt.during.number,
    )  # fmt: skip


def test_nothing_at_all_is_empty() -> None:
    assert trends_of(span((), MONDAY, MONDAY), Ramp()).empty
    assert not told("1", 1).empty
    with pytest.raises(ValueError, match="no day"):
        trends_of((), Ramp())


pains = st.none() | st.integers(0, 10)


@st.composite
def felt_days(draw: st.DrawFn) -> tuple[Day, ...]:
    numbers = draw(st.sets(st.integers(1, 300), max_size=40))
    return tuple(
        replace(
            green(number),
            pain_during=draw(pains),
            pain_next_day=draw(pains),
            soreness=draw(st.none() | st.sampled_from(Soreness)),
        )
        for number in sorted(numbers)
    )


@given(days=felt_days(), length=st.integers(1, 900))
def test_no_value_is_made_up_and_none_is_lost(days: tuple[Day, ...], length: int) -> None:
    whole = span(days, jan(1), jan(length))
    trends = trends_of(whole, ramp_of(days))
    inside = [one for one in days if one.day <= jan(length)]

    for name, field in (("during", "pain_during"), ("next_day", "pain_next_day")):
        known = [v for one in inside if (v := getattr(one, field)) is not None]
        spreads = [s for one in trends.felt if (s := getattr(one, name))]
        assert len(known) == sum(one.number for one in spreads)
        assert sum(known) == pytest.approx(sum(one.mean * one.number for one in spreads))
        assert {*known} >= {edge for one in spreads for edge in (one.least, one.most)}
    assert len(inside) == sum(one.practised for one in trends.felt)
    assert len(inside) == sum(one.sessions for one in trends.weeks)
    assert all(
        one.first < other.first for one, other in zip(trends.felt, trends.felt[1:], strict=False)
    )


@given(days=felt_days(), length=st.integers(1, 900), weekday=st.integers(0, 6))
def test_the_plan_and_the_weeks_have_no_hole(
    days: tuple[Day, ...], length: int, weekday: int
) -> None:
    trends = trends_of(span(days, jan(1), jan(length)), ramp_of(days), weekday)

    runs = [(one.first, one.last) for one in trends.standings]
    weeks = [(one.first, one.first + (one.days - 1) * DAY) for one in trends.weeks]
    for parts in (runs, weeks):
        assert (jan(1), jan(length)) == (parts[0][0], parts[-1][1])
        assert all(a[1] + DAY == b[0] for a, b in itertools.pairwise(parts))
    assert all(one.first == begin_of_week(one.first, weekday) for one in trends.weeks[1:])
    assert len(trends.turns) == len(trends.standings) - 1


@given(values=st.lists(pains))
def test_a_spread_lies_within_its_values(values: list[int | None]) -> None:
    known = [one for one in values if one is not None]
    spread = spread_of(values)

    if spread is None:
        assert [] == known
    else:
        assert (min(known), max(known), len(known)) == (spread.least, spread.most, spread.number)
        assert spread.least <= spread.mean <= spread.most
