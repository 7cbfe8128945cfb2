"""Labels for days along an axis, from the finest set to the coarsest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from hipcoach.app.chart_snapshots import Tick, Ticks
from hipcoach.app.phrases.trends import month_short, short_day, short_month
from hipcoach.core.trends import begin_of_week

_WEEKLY: Final = 200
"""Up to so many days weeks are named."""
_MONTHLY: Final = 1200
"""Up to so many days months are named."""
_DAILY: Final = 45
_YEAR: Final = 12


def time_ticks(first: date, last: date, first_weekday: int) -> Ticks:
    """Labels of a span: weeks by their first day, months, years."""
    days = (last - first).days + 1
    sets = []
    if days <= _DAILY:
        sets.append(_stepped(first, last, first, 2, short_day))
    if days <= _WEEKLY:
        monday = begin_of_week(first, first_weekday)
        sets += [_stepped(first, last, monday, step, short_day) for step in (7, 14, 28)]
    if days > _DAILY and days <= _MONTHLY:
        sets += [_months(first, last, step) for step in (1, 2, 3, 6)]
    if days > _WEEKLY:
        sets += [_years(first, last, step) for step in (1, 2, 5)]
    return Ticks(tuple(chosen for chosen in sets if chosen))


def at(day: date) -> float:
    """Where a day begins."""
    return float(day.toordinal())


def _stepped(
    first: date, last: date, begin: date, step: int, words: Callable[[date], str]
) -> tuple[Tick, ...]:
    found, day = [], begin
    while day <= last:
        if day >= first:
            found.append(Tick(at(day) + 0.5, words(day)))
        day += timedelta(days=step)
    return tuple(found)


def _months(first: date, last: date, step: int) -> tuple[Tick, ...]:
    """The first days of months; January tells the year, and so does the first one."""
    found: list[Tick] = []
    for day in _firsts(first, last):
        if (day.month - 1) % step == 0:
            named = not found or day.month == 1
            words = short_month(day.year, day.month) if named else month_short(day.month)
            found.append(Tick(at(day), words))
    return tuple(found)


def _years(first: date, last: date, step: int) -> tuple[Tick, ...]:
    return tuple(
        Tick(at(day), str(day.year))
        for day in _firsts(first, last)
        if day.month == 1 and day.year % step == 0
    )


def _firsts(first: date, last: date) -> Iterator[date]:
    """The first days of the months in a span."""
    year, month = first.year, first.month
    while (day := date(year, month, 1)) <= last:
        if day >= first:
            yield day
        year, month = (year + 1, 1) if month == _YEAR else (year, month + 1)
