"""Made-up months, years and days for the History page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hipcoach.app.day_snapshots import AnswerStory, BreakMark, DayStory, HoldLine, SessionStory
from hipcoach.app.history_snapshots import (
    CalendarDay,
    DaySign,
    Legend,
    MonthSnapshot,
    SessionBar,
    YearDay,
    YearSnapshot,
)
from hipcoach.app.history_view import month_span
from hipcoach.app.phrases.dates import month_of_year_words, month_words, weekday_short
from hipcoach.app.plan_snapshots import Asked
from hipcoach.core.plan import Action
from hipcoach.core.tolerance import Tolerance

TODAY = date(2026, 3, 18)
FULL = date(2026, 3, 10)
"""The day on which everything happened."""
SESSION = UUID(int=7)


def calendar_day(day: date, month: int) -> CalendarDay:
    """A plain day, and one with all there is."""
    plain = CalendarDay(
        day, day.month == month, day == TODAY, day > TODAY, f"{day.isoformat()} in words."
    )
    if day != FULL:
        return plain
    return CalendarDay(
        day, plain.inside, plain.today, plain.ahead, plain.words,
        bars=(SessionBar("green", 8.0), SessionBar("nobody knows", 30.0)),
        minutes_words="38 min", breaks=40, tolerance=Tolerance.RED,
        turned=Action.STOP_REFER, flagged=True, cleared=True, noted=True,
    )  # fmt: skip


def month(year: int = 2026, number: int = 3, **more: Any) -> MonthSnapshot:
    """A month from Monday on."""
    first, last = month_span(year, number, 0)
    days = [first + timedelta(days=one) for one in range((last - first).days + 1)]
    weeks = tuple(
        tuple(calendar_day(day, number) for day in days[place : place + 7])
        for place in range(0, len(days), 7)
    )
    legend = Legend(
        (("green", "Gentle start"),),
        tuple((one, one.value) for one in Tolerance),
        tuple((one, one.value) for one in Action),
        tuple((one, one.value) for one in DaySign),
    )
    return MonthSnapshot(
        year, number, month_of_year_words(year, number),
        tuple((weekday_short(day), day.strftime("%A")) for day in days[:7]),
        weeks, tuple(week[3].day.isocalendar().week for week in weeks),
        **{"summary": "9 days with practice", "legend": legend, **more},
    )  # fmt: skip


def year(number: int = 2026) -> YearSnapshot:
    """A year in which more is done from day to day."""
    months = []
    for place in range(1, 13):
        after = date(number + place // 12, place % 12 + 1, 1)
        length = (after - date(number, place, 1)).days
        days = [date(number, place, day) for day in range(1, length + 1)]
        turned = dict(zip(days, Action, strict=False))
        months.append(
            (
                month_words(place),
                tuple(
                    YearDay(
                        day, day.day % 5, day == TODAY, day > TODAY,
                        f"{day.isoformat()} in words.", turned.get(day),
                    )
                    for day in days
                ),
            )
        )  # fmt: skip
    return YearSnapshot(number, tuple(months), "77 days with practice", ("a", "b", "c", "d"))


STORY = DayStory(
    day=FULL,
    title="Tuesday 10 March 2026",
    words="Tuesday in words.",
    sessions=(
        SessionStory(
            SESSION, "18:05 · Gentle start", "5 minutes held, finished.", "green",
            (HoldLine("Knee to chest", "Left", "2 × 30 s", "Thigh upright"),
             HoldLine("March", "", "40 s", "Low", cut=True)),
            ("A pinch: Knee to chest, left",),
        ),
    ),
    missing="",
    answers=(AnswerStory("Then: pain 5.", replaced=True), AnswerStory("Later: pain 2.")),
    felt="It was too much",
    tolerance=Tolerance.RED,
    plan=("The last day felt fine.", "Up one step at a time."),
    plan_title="A session was on plan",
    breaks=(BreakMark(300, "due", "09:00 due"), BreakMark(301, "taken", "09:01 taken"),
            BreakMark(420, "skipped", "11:00 skipped")),
    breaks_words="2 breaks were due, 1 was taken.",
    notes=(),
    events=("Warning sign: a hot calf",),
    asked=(Asked(FULL, 1, "How did your hips feel on the day after?"),),
    later=True,
)  # fmt: skip
