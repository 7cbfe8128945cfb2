"""Days, as one names them."""

from __future__ import annotations

from datetime import date
from typing import Final

from hipcoach.app.words import N_, _, pgettext

_WEEKDAYS: Final = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_MONTHS: Final = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def weekday_words(day: date) -> str:
    """The name of its weekday."""
    return _(_WEEKDAYS[day.weekday()])


def weekday_short(day: date) -> str:
    """Two or three letters for its weekday."""
    # In their context, or the sun would be one of them.
    return (
        pgettext("weekday", "Mon"),
        pgettext("weekday", "Tue"),
        pgettext("weekday", "Wed"),
        pgettext("weekday", "Thu"),
        pgettext("weekday", "Fri"),
        pgettext("weekday", "Sat"),
        pgettext("weekday", "Sun"),
    )[day.weekday()]


def day_words(day: date) -> str:
    """Weekday, day and month: *Monday 5 January*."""
    return _("{weekday} {day} {month}").format(
        weekday=weekday_words(day), day=day.day, month=_(_MONTHS[day.month - 1])
    )


def month_words(month: int) -> str:
    """The name of a month, 1 to 12."""
    return _(_MONTHS[month - 1])


def month_of_year_words(year: int, month: int) -> str:
    """A month as a title: *March 2026*."""
    return begun(_("{month} {year}").format(month=month_words(month), year=year))


def full_day_words(day: date) -> str:
    """The same with the year, as a title."""
    return begun(_("{day} {year}").format(day=day_words(day), year=day.year))


def begun(sentence: str) -> str:
    """A sentence that begins with a large letter, also where days are written with a small one."""
    return sentence[:1].upper() + sentence[1:]
