"""The calendar from the days of the journal: values and words for a month and for a year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from hipcoach.app.history_snapshots import (
    CalendarDay,
    DaySign,
    Legend,
    MonthSnapshot,
    SessionBar,
    YearDay,
    YearSnapshot,
)
from hipcoach.app.phrases import calendar as phrases
from hipcoach.app.phrases.dates import (
    month_of_year_words,
    month_words,
    weekday_short,
    weekday_words,
)
from hipcoach.app.phrases.history import TURNS
from hipcoach.app.plan_view import WEEK, week_begins
from hipcoach.app.today_view import routine_name
from hipcoach.core.content import Content
from hipcoach.core.history import DayHistory
from hipcoach.core.journal import Purpose
from hipcoach.core.plan import Action
from hipcoach.core.tolerance import Tolerance

STEPS: Final = (5, 10, 20)
"""Minutes up to which a day belongs to each step of the year; more is the last."""
_DAY: Final = timedelta(days=1)
_THURSDAY: Final = 3
_SIGNED: Final[Mapping[DaySign, Callable[[CalendarDay], object]]] = {
    DaySign.REST: lambda day: day.rest and day.tolerance is None and not day.ahead,
    DaySign.DUE: lambda day: day.due,
    DaySign.BREAKS: lambda day: day.breaks,
    DaySign.FLAG: lambda day: day.flagged,
    DaySign.CLEARED: lambda day: day.cleared,
    DaySign.NOTE: lambda day: day.noted,
}
_MARKED: Final = (Action.START, Action.ADVANCE, Action.BACK_OFF, Action.STOP_REFER)


def month_span(year: int, month: int, first_weekday: int) -> tuple[date, date]:
    """The first and the last day of the whole weeks in which a month lies."""
    first = week_begins(date(year, month, 1), first_weekday)
    last = week_begins(date(year, month, monthrange(year, month)[1]), first_weekday)
    return first, last + (WEEK - 1) * _DAY


def year_span(year: int) -> tuple[date, date]:
    """The first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def month_snapshot(
    year: int,
    month: int,
    days: Sequence[DayHistory],
    content: Content,
    today: date,
    *,
    next_day: date | None = None,
    first: date | None = None,
    unread: bool = False,
) -> MonthSnapshot:
    """A month, from the days of its `month_span`.

    `next_day` is the first day on which a session is on plan, as the plan of today has it;
    `first` is the first day of which anything is known; `unread`: the journal can't be read.
    """
    due = None if next_day is None else max(next_day, today)
    told = [_calendar_day(one, month, content, today, due) for one in days]
    weeks = tuple(tuple(told[place : place + WEEK]) for place in range(0, len(told), WEEK))
    inside = [one for one in days if one.day.month == month]
    advice = ""
    if unread:
        advice = phrases.unread_words()
    elif all(one.empty for one in inside):
        advice = phrases.empty_month_words(year, month, today, first)
    return MonthSnapshot(
        year=year,
        month=month,
        title=month_of_year_words(year, month),
        weekdays=tuple((weekday_short(one.day), weekday_words(one.day)) for one in days[:WEEK]),
        weeks=weeks,
        week_numbers=tuple(_week_number(week) for week in weeks),
        summary=phrases.summary_words(inside),
        advice=advice,
        legend=_legend(days, told, content),
    )


def year_snapshot(
    year: int,
    days: Sequence[DayHistory],
    content: Content,
    today: date,
    *,
    first: date | None = None,
    unread: bool = False,
) -> YearSnapshot:
    """A year, from all of its days; `first` and `unread` as above."""
    name_of = _names(content)
    months: dict[int, list[YearDay]] = {}
    for one in days:
        told = YearDay(
            day=one.day,
            step=_step(one.held_s / phrases.MINUTE_S),
            today=one.day == today,
            ahead=one.day > today,
            words=phrases.calendar_day_words(one, today, name_of),
            turned=one.turned if one.turned in _MARKED else None,
        )
        months.setdefault(one.day.month, []).append(told)
    advice = ""
    if unread:
        advice = phrases.unread_words()
    elif all(one.empty for one in days):
        advice = phrases.empty_year_words(year, today, first)
    return YearSnapshot(
        year=year,
        months=tuple((month_words(month), tuple(told)) for month, told in months.items()),
        summary=phrases.summary_words(days),
        steps=(*map(phrases.step_words, STEPS), phrases.last_step_words(STEPS[-1])),
        legend=Legend(turns=_turns(days)),
        advice=advice,
    )


def _calendar_day(
    day: DayHistory, month: int, content: Content, today: date, due: date | None
) -> CalendarDay:
    is_due = day.day == due and not day.felt.practised
    return CalendarDay(
        day=day.day,
        inside=day.day.month == month,
        today=day.day == today,
        ahead=day.day > today,
        words=phrases.calendar_day_words(day, today, _names(content), due=is_due),
        bars=_bars(day, content),
        minutes_words=phrases.minutes_of_day_words(day.held_s),
        breaks=phrases.breaks_taken(day),
        tolerance=day.tolerance,
        turned=day.turned if day.turned in _MARKED else None,
        rest=day.rest_on_plan,
        due=is_due,
        flagged=bool(day.felt.flags),
        cleared=bool(day.clearances),
        noted=bool(day.notes),
    )


def _bars(day: DayHistory, content: Content) -> tuple[SessionBar, ...]:
    return tuple(
        SessionBar(colour_of(row.routine, content), row.held_s / phrases.MINUTE_S)
        for row in day.sessions
        if row.purpose != Purpose.BREAK
    )


def colour_of(routine: str, content: Content) -> str:
    """Name of a routine's colour; empty where it is gone, or an exercise alone."""
    known = content.routines.get(routine)
    return known.colour if known else ""


def _names(content: Content) -> Callable[[str], str]:
    return lambda routine: routine_name(routine, content.wording)


def _legend(days: Sequence[DayHistory], told: Sequence[CalendarDay], content: Content) -> Legend:
    """What is in these days, each once."""
    routines = {
        row.routine: None
        for day in days for row in day.sessions if row.purpose != Purpose.BREAK
    }  # fmt: skip
    felt = {day.tolerance for day in days}
    return Legend(
        tuple(
            (colour_of(routine, content), routine_name(routine, content.wording))
            for routine in routines
        ),
        tuple((one, phrases.felt_words(one)) for one in Tolerance if one in felt),
        _turns(days),
        tuple(
            (sign, phrases.sign_words(sign)) for sign in DaySign if any(map(_SIGNED[sign], told))
        ),
    )


def _turns(days: Sequence[DayHistory]) -> tuple[tuple[Action, str], ...]:
    turned = {day.turned for day in days}
    return tuple((one, phrases.turn_words(one)) for one in TURNS if one in turned)


def _week_number(week: Sequence[CalendarDay]) -> int:
    thursday = next(one.day for one in week if one.day.weekday() == _THURSDAY)
    return thursday.isocalendar().week


def _step(minutes: float) -> int:
    if minutes <= 0:
        return 0
    return next((step for step, most in enumerate(STEPS, 1) if minutes <= most), len(STEPS) + 1)
