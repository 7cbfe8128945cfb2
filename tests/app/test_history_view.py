"""The calendar in values and words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.app.history_snapshots import CalendarDay, DaySign, MonthSnapshot, YearSnapshot
from hipcoach.app.history_view import (
    month_snapshot,
    month_span,
    year_snapshot,
    year_span,
)
from hipcoach.core.content import Content
from hipcoach.core.corrections import Note
from hipcoach.core.history import BreakSeen, HistoryLog, days_of_history
from hipcoach.core.plan import Action, Plan
from hipcoach.core.plan_log import Clearance, PlanDecided, PracticeRow
from hipcoach.core.tolerance import Tolerance
from hipcoach.library.source import OwnContent

MONDAY, SUNDAY = 0, 6
TODAY = date(2026, 3, 18)
TUESDAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 18, 5, tzinfo=UTC)


@cache
def content() -> Content:
    return OwnContent(pictures=False).everything()


def practice(at: datetime = AT, **changes: Any) -> PracticeRow:
    row = PracticeRow(
        UUID(int=1), at, "gentle-start", "practice", 480.0, 300.0, True, 4, 1, False, (), ()
    )  # fmt: skip
    return replace(row, **changes)


def decided(day: date, action: Action, next_day: date | None) -> PlanDecided:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return PlanDecided(UUID(int=day.toordinal()), at, day, Plan(action, 1, 2, 2, next_day))


def month(
    log: HistoryLog | None = None,
    classes: dict[date, Tolerance] | None = None,
    at: tuple[int, int] = (2026, 3),
    first_weekday: int = MONDAY,
    **more: Any,
) -> MonthSnapshot:
    days = days_of_history(log or HistoryLog(), classes or {}, *month_span(*at, first_weekday))
    return month_snapshot(*at, days, content(), TODAY, **more)


def year(log: HistoryLog, at: int = 2026) -> YearSnapshot:
    return year_snapshot(at, days_of_history(log, {}, *year_span(at)), content(), TODAY)


def day_of(shown: MonthSnapshot, day: date) -> CalendarDay:
    return next(one for one in shown.days if one.day == day)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_month_is_shown_in_whole_weeks_that_it_fills(day: date, first_weekday: int) -> None:
    first, last = month_span(day.year, day.month, first_weekday)

    assert first_weekday == first.weekday()
    assert 0 == ((last - first).days + 1) % 7
    assert first <= day.replace(day=1) < first + timedelta(days=7)
    assert (
        last - timedelta(days=7)
        < (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        <= last
    )


def test_weeks_begin_where_the_person_lives() -> None:
    assert ["Mon", "Tue"] == [short for short, _full in month().weekdays[:2]]
    assert ["Sun", "Mon"] == [short for short, _full in month(first_weekday=SUNDAY).weekdays[:2]]
    assert date(2026, 2, 23) == month().days[0].day
    assert date(2026, 3, 1) == month(first_weekday=SUNDAY).days[0].day


@pytest.mark.parametrize("first_weekday", range(7))
def test_weeks_have_the_number_of_their_thursday(first_weekday: int) -> None:
    shown = month(at=(2026, 1), first_weekday=first_weekday)

    for week, number in zip(shown.weeks, shown.week_numbers, strict=True):
        assert [number] == [one.day.isocalendar().week for one in week if one.day.isoweekday() == 4]


def test_a_day_says_all_that_is_drawn_of_it() -> None:
    log = HistoryLog(
        practice=(practice(), practice(AT.replace(hour=7), withdrawn=True)),
        breaks=(BreakSeen(AT, "due"), BreakSeen(AT, "taken"), BreakSeen(AT, "skipped")),
        clearances=(Clearance(UUID(int=5), AT, TUESDAY, "Dr. Weber", ""),),
        plans=(
            decided(TUESDAY - timedelta(days=1), Action.HOLD, TUESDAY),
            decided(TUESDAY, Action.BACK_OFF, TUESDAY),
        ),
        notes=(Note(UUID(int=6), AT, TUESDAY, "A long drive."),),
    )

    shown = day_of(month(log, {TUESDAY: Tolerance.RED}), TUESDAY)

    assert (
        "Tuesday 10 March 2026: Gentle start 5 min, it was too much, 1 break taken, "
        "1 break skipped, cleared by Dr. Weber, the plan steps back, 1 session left out, 1 note."
        == shown.words
    )
    assert [("green", 5.0)] == [(bar.colour, bar.minutes) for bar in shown.bars]
    assert ("5 min", 1, Tolerance.RED) == (shown.minutes_words, shown.breaks, shown.tolerance)
    assert (Action.BACK_OFF, True, True) == (shown.turned, shown.cleared, shown.noted)


def test_a_break_that_was_led_through_is_a_break_and_no_bar() -> None:
    log = HistoryLog(practice=(practice(routine="desk-reset", purpose="break", length_s=90.0),))

    shown = day_of(month(log), TUESDAY)

    assert () == shown.bars
    assert 1 == shown.breaks


def test_the_next_session_is_marked_on_its_day_and_never_before_today() -> None:
    later = TODAY + timedelta(days=2)

    assert [later] == [one.day for one in month(next_day=later).days if one.due]
    assert [TODAY] == [one.day for one in month(next_day=TUESDAY).days if one.due]
    assert [] == [one.day for one in month().days if one.due]
    assert "a session is on plan" in day_of(month(next_day=later), later).words


def test_today_and_what_is_still_to_come_are_known() -> None:
    shown = month()

    assert [TODAY] == [one.day for one in shown.days if one.today]
    assert {one.day > TODAY: one.ahead for one in shown.days} == {False: False, True: True}
    assert "Today, Wednesday 18 March: nothing recorded." == day_of(shown, TODAY).words
    assert day_of(shown, date(2026, 3, 19)).words.endswith(": still to come.")


def test_a_month_is_summed_up_without_what_lies_around_it() -> None:
    around = practice(datetime(2026, 2, 24, 18, tzinfo=UTC))
    log = HistoryLog(practice=(around, practice()), breaks=(BreakSeen(AT, "taken"),))

    assert "1 day with practice, 5 minutes held, 1 break taken" == month(log).summary
    assert "" == month().summary


@pytest.mark.parametrize(
    ("at", "first", "begins"),
    [
        ((2026, 5), None, "May 2026 is still to come."),
        ((2026, 3), None, "Nothing yet this month."),
        ((2026, 2), None, "This is before your first session"),
        ((2026, 2), date(2026, 3, 1), "This is before your first session"),
        ((2026, 2), date(2026, 2, 28), "Nothing is recorded in this month."),
    ],
)
def test_an_empty_month_says_something_useful(
    at: tuple[int, int], first: date | None, begins: str
) -> None:
    assert month(at=at, first=first).advice.startswith(begins)


@pytest.mark.parametrize(
    ("at", "first", "begins"),
    [
        (2027, None, "2027 is still to come."),
        (2026, None, "Nothing yet this year."),
        (2025, None, "This is before your first session"),
        (2025, date(2026, 1, 1), "This is before your first session"),
        (2025, date(2025, 12, 31), "Nothing is recorded in this year."),
    ],
)
def test_an_empty_year_says_something_useful(at: int, first: date | None, begins: str) -> None:
    days = days_of_history(HistoryLog(), {}, *year_span(at))

    assert year_snapshot(at, days, content(), TODAY, first=first).advice.startswith(begins)
    assert "can’t be read" in year_snapshot(at, days, content(), TODAY, unread=True).advice
    assert "" == year(HistoryLog(breaks=(BreakSeen(AT, "skipped"),))).advice


def test_a_month_with_anything_in_it_needs_no_advice() -> None:
    assert "" == month(HistoryLog(breaks=(BreakSeen(AT, "skipped"),))).advice
    assert "can’t be read" in month(unread=True).advice


def test_the_legend_names_each_thing_once_and_nothing_else() -> None:
    log = HistoryLog(
        practice=(practice(), practice(AT + timedelta(days=1), routine="balanced-hips")),
        breaks=(BreakSeen(AT, "taken"),),
    )
    shown = month(log, {TUESDAY: Tolerance.GREEN}, next_day=TODAY).legend

    assert (("green", "Gentle start"), ("blue", "Balanced hips")) == shown.routines
    assert ((Tolerance.GREEN, "It went well"),) == shown.tolerances
    assert [DaySign.DUE, DaySign.BREAKS] == [sign for sign, _words in shown.signs]
    assert () == shown.turns


def test_a_year_has_all_its_days_with_a_step_for_the_minutes() -> None:
    minutes = {1: 0.05, 2: 5.0, 3: 5.1, 4: 10.0, 5: 20.0, 6: 45.0}
    log = HistoryLog(
        practice=tuple(
            practice(datetime(2026, 1, day, 12, tzinfo=UTC), held_s=held * 60)
            for day, held in minutes.items()
        )
    )

    shown = year(log)

    days = [day for _name, days in shown.months for day in days]
    assert [*range(1, 13)] == [days[0].day.month for _name, days in shown.months]
    assert 365 == len(days)
    assert [1, 1, 2, 2, 3, 4, 0] == [day.step for day in days[:7]]
    assert ("January", 31) == (shown.months[0][0], len(shown.months[0][1]))
    assert ("up to 5 min", "more than 20 min") == (shown.steps[0], shown.steps[-1])
    assert days[3].words == "Sunday 4 January 2026: Gentle start 10 min."


def test_a_year_that_is_longer_has_its_day() -> None:
    assert 366 == sum(len(days) for _name, days in year(HistoryLog(), 2024).months)
