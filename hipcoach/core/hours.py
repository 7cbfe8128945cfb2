"""Working hours: ranges for each weekday, and days off.

A range is written in local time and happens in the time of the world: it is worked out for
one day and one zone, and is one unbroken stretch even where the clocks change within it.
Moments are compared in UTC, since Python subtracts two times of one zone as if no clock
change lay between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from hipcoach.core.errors import KnownError
from hipcoach.core.value import value

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""As the hours name them, in the order of `date.weekday()`."""
MORNING_MIN: Final = 6 * 60
"""Minute of the day at which *tomorrow* begins."""

_DAY_MIN: Final = 24 * 60
_ONE_DAY: Final = timedelta(days=1)
_RANGE: Final = re.compile(r"(\d{1,2}):([0-5]\d) ?[-–] ?(\d{1,2}):([0-5]\d)", re.ASCII)

Span = tuple[datetime, datetime]
"""Two moments in UTC, the first included, the second not."""


class HoursFault(StrEnum):
    """Why hours can't be understood: the codes of `HoursError`."""

    BAD_RANGE = "bad-range"
    """No range such as `09:00-18:00`; details: `day` and `text`."""
    UNKNOWN_DAY = "unknown-day"
    """No weekday such as `mon`; details: `day`."""
    BAD_DATE = "bad-date"
    """No date such as `2026-12-25`; details: `text`."""
    BAD_TABLE = "bad-table"
    """Something other than lists of ranges by weekday; details: `text`."""


class HoursError(KnownError):
    """Working hours that can't be understood."""


class Range(NamedTuple):  # a tuple is hashed fast, and this is looked up every second
    """A piece of a day: the start is included, the end is not.

    An end that is not after the start lies on the next day; start = end is never.
    """

    start_min: int
    """Minutes since the day began, 0 to 1439."""
    end_min: int
    """The same, and 1440 for the midnight that ends the day."""

    @property
    def never(self) -> bool:
        """Whether it holds nothing."""
        return self.start_min == self.end_min

    @property
    def length_min(self) -> int:
        """Minutes that it takes by a clock that nobody changes."""
        return (self.end_min - self.start_min) % _DAY_MIN or self.end_min - self.start_min

    def __str__(self) -> str:
        start, end = divmod(self.start_min, 60), divmod(self.end_min, 60)
        return f"{start[0]:02}:{start[1]:02}-{end[0]:02}:{end[1]:02}"


_WHOLE_DAY: Final = (Range(0, _DAY_MIN),)
_OFFICE_DAY: Final = (Range(9 * 60, 18 * 60),)


def read_range(text: object, day: str = "") -> Range:
    """The range that is written as `09:00-18:00`; raises HoursError, which names the day."""
    found = _RANGE.fullmatch(text.strip()) if isinstance(text, str) else None
    if found:
        start_h, start_min, end_h, end_min = map(int, found.groups())
        read = Range(start_h * 60 + start_min, end_h * 60 + end_min)
        if read.start_min < _DAY_MIN and read.end_min <= _DAY_MIN:
            return read
    raise HoursError(HoursFault.BAD_RANGE, {"day": day, "text": str(text)})


@value
class Hours:
    """When somebody works; without arguments Monday to Friday from nine to six."""

    week: tuple[tuple[Range, ...], ...] = (_OFFICE_DAY,) * 5 + ((),) * 2
    """The ranges that start on each weekday, Monday first."""
    days_off: frozenset[date] = frozenset()
    """Dates on which no range starts."""
    always: bool = False
    """Whether the week is ignored, and only days off count."""

    def open_at(self, wall: datetime) -> bool:
        """Whether a moment, aware and in local time, lies within the hours."""
        today = wall.date()
        if self.always:
            return today not in self.days_off
        now, zone = wall.astimezone(UTC), _zone_of(wall)
        # Tomorrow's too: clocks that go back over midnight leave a range of its that has begun.
        return any(
            start <= now < end
            for day in (today, today - _ONE_DAY, today + _ONE_DAY)
            for start, end in self._spans(day, zone)
        )

    def spans(self, days: Iterable[date], zone: tzinfo) -> tuple[Span, ...]:
        """The ranges that start on those days, by time; such as touch or overlap are one."""
        joined: list[Span] = []
        for start, end in sorted(span for day in days for span in self._spans(day, zone)):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple(joined)

    def tomorrow(self, wall: datetime) -> datetime:
        """The moment, in UTC, at which what lasts *until tomorrow* ends.

        Tomorrow is the date of the next six in the morning: its first range that starts
        later than now, or six o'clock where there is none.
        """
        now, zone, day = wall.astimezone(UTC), _zone_of(wall), wall.date()
        if _moment(day, MORNING_MIN, zone) <= now:
            day += _ONE_DAY
        if not self.always:
            for start, _ in self.spans((day - _ONE_DAY, day), zone):
                if start > now and start.astimezone(zone).date() == day:
                    return start
        return _moment(day, MORNING_MIN, zone)

    def table(self) -> dict[str, list[str]]:
        """The ranges as text by weekday, as a settings file holds them."""
        return {
            day: [str(one) for one in ranges]
            for day, ranges in zip(WEEKDAYS, self.week, strict=True)
            if ranges
        }

    def _spans(self, day: date, zone: tzinfo) -> tuple[Span, ...]:
        if day in self.days_off:
            return ()
        return _spans_of(_WHOLE_DAY if self.always else self.week[day.weekday()], day, zone)


def read_week(table: object) -> tuple[tuple[Range, ...], ...]:
    """A week of ranges from lists of text by weekday; a day that is missing has none.

    Raises HoursError.
    """
    if not isinstance(table, Mapping):
        raise HoursError(HoursFault.BAD_TABLE, {"text": str(table)})
    for day, texts in table.items():
        if day not in WEEKDAYS:
            raise HoursError(HoursFault.UNKNOWN_DAY, {"day": str(day)})
        if not isinstance(texts, list | tuple):
            raise HoursError(HoursFault.BAD_TABLE, {"text": f"{day} = {texts}"})
    return tuple(tuple(read_range(text, day) for text in table.get(day, ())) for day in WEEKDAYS)


def read_dates(texts: object) -> frozenset[date]:
    """Days off from a list of dates, or of text such as `2026-12-25`; raises HoursError."""
    if not isinstance(texts, list | tuple | set | frozenset):
        raise HoursError(HoursFault.BAD_TABLE, {"text": str(texts)})
    return frozenset(map(_read_date, texts))


def _read_date(text: object) -> date:
    if isinstance(text, date) and not isinstance(text, datetime):
        return text
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise HoursError(HoursFault.BAD_DATE, {"text": str(text)}) from None


@lru_cache(maxsize=128)  # asked once a second, and it changes with the day
def _spans_of(ranges: tuple[Range, ...], day: date, zone: tzinfo) -> tuple[Span, ...]:
    """What the ranges of a day are in that zone; one that the clocks swallow is gone."""
    spans = (
        (
            _moment(day, one.start_min, zone),
            _moment(day, one.start_min + one.length_min, zone, last=True),
        )
        for one in ranges
        if not one.never
    )
    return tuple((start, end) for start, end in spans if start < end)


def _moment(day: date, minute: int, zone: tzinfo, *, last: bool = False) -> datetime:
    """The moment, in UTC, at which the clocks show that minute of a day.

    Shown twice, it is the first, or the last if so asked. Never shown, it is the first
    moment after the gap.
    """
    naive = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001 - the zone comes next
    moment = naive.replace(tzinfo=zone, fold=int(last)).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == naive:
        return moment
    # Read with the offset after the gap and with that before it: the change lies between.
    before = naive.replace(tzinfo=zone, fold=1).astimezone(UTC)
    after = naive.replace(tzinfo=zone, fold=0).astimezone(UTC)
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def _zone_of(wall: datetime) -> tzinfo:
    assert wall.tzinfo is not None
    return wall.tzinfo
