"""What the History page shows, as values; all words are ready to show."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hipcoach.core.value import value

if TYPE_CHECKING:
    from datetime import date

    from hipcoach.core.plan import Action
    from hipcoach.core.tolerance import Tolerance


class DaySign(StrEnum):
    """What else is marked in a day."""

    REST = "rest"
    DUE = "due"
    BREAKS = "breaks"
    FLAG = "flag"
    CLEARED = "cleared"
    NOTE = "note"


@value
class SessionBar:
    """A session as a bar in a day of the calendar."""

    colour: str
    """Name of the routine's colour; empty: it has none."""
    minutes: float
    """Held."""


@value
class CalendarDay:
    """One day of the calendar."""

    day: date
    inside: bool
    """Whether it is of the month that is shown."""
    today: bool
    ahead: bool
    """Whether it is still to come."""
    words: str
    """The day in a sentence, with all that the picture of it tells."""
    bars: tuple[SessionBar, ...] = ()
    """Sessions by time, stretch breaks left out."""
    minutes_words: str = ""
    """Minutes of the day, such as `12 min`; empty where nothing was held."""
    breaks: int = 0
    """Stretch breaks that were taken."""
    tolerance: Tolerance | None = None
    turned: Action | None = None
    """What the plan began to do on this day, where that is to be marked."""
    rest: bool = False
    """Whether it was a rest day, on plan."""
    due: bool = False
    """Whether the next session is on plan on this day."""
    flagged: bool = False
    """Whether a red flag was answered."""
    cleared: bool = False
    """Whether a clearance was given."""
    noted: bool = False
    """Whether something was written to it."""


@value
class Legend:
    """What the colours and marks of a month mean: of those that are in it."""

    routines: tuple[tuple[str, str], ...] = ()
    """(name of the colour, name of the routine), in the order in which they came."""
    tolerances: tuple[tuple[Tolerance, str], ...] = ()
    turns: tuple[tuple[Action, str], ...] = ()
    signs: tuple[tuple[DaySign, str], ...] = ()


@value
class MonthSnapshot:
    """A month of the calendar, in whole weeks."""

    year: int
    month: int
    """1 to 12."""
    title: str
    weekdays: tuple[tuple[str, str], ...]
    """(short, full) name of each weekday, from the first of the week."""
    weeks: tuple[tuple[CalendarDay, ...], ...]
    week_numbers: tuple[int, ...]
    """By ISO 8601, of the Thursday in each week."""
    summary: str
    """Sessions, minutes and breaks of the month, in a sentence; empty: there are none."""
    advice: str = ""
    """What an empty month has to say."""
    legend: Legend = Legend()

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """Every day that is shown, by date."""
        return tuple(day for week in self.weeks for day in week)


@value
class YearDay:
    """One day of the year."""

    day: date
    step: int
    """How much was done, 0 for nothing to `STEPS`."""
    today: bool
    ahead: bool
    words: str
    turned: Action | None = None


@value
class YearSnapshot:
    """A year, a row for each month."""

    year: int
    months: tuple[tuple[str, tuple[YearDay, ...]], ...]
    """(name, days) of each month."""
    summary: str
    """What the year has had, in words; empty for nothing."""
    steps: tuple[str, ...] = ()
    """What each step means, from the first: `up to 5 min`."""
    legend: Legend = Legend()
    """What the other marks mean."""
    advice: str = ""
    """What to make of a year without anything; empty otherwise."""
