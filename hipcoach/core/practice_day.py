"""The practice day: who practises after midnight is still in the day before."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

ROLLS_OVER: Final = timedelta(hours=4)
"""A practice day begins at 4 am."""
START: Final = time(4)


def practice_day(at: datetime) -> date:
    """The day to which a moment belongs, in the zone that the moment is told in."""
    return (at - ROLLS_OVER).date()


def moment_of(day: date, clock: time, like: datetime) -> datetime:
    """When the clock shows that time on a practice day, in the zone of `like`.

    What the clock shows before 4 am is the end of the day, not its start.
    """
    late = timedelta(hours=clock.hour, minutes=clock.minute) < ROLLS_OVER
    return datetime.combine(day + timedelta(days=late), clock, tzinfo=like.tzinfo)
