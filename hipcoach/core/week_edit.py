"""Working hours as they are edited: pieces of a week, painted and erased.

A week is seven days of ranges as `Hours.week` has them, Monday first. Its minutes run from
Monday 00:00 to Sunday 24:00 and go on with Monday again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from hipcoach.core.hours import Range, read_range

DAY_MIN: Final = 24 * 60
WEEK_MIN: Final = 7 * DAY_MIN

Week: TypeAlias = tuple[tuple[Range, ...], ...]
Piece: TypeAlias = tuple[int, int]
"""Minutes of the week from which and to which."""


def pieces(week: Week) -> tuple[Piece, ...]:
    """What a week holds, in order; what touches or overlaps is one, nothing goes past Sunday."""
    found: list[Piece] = []
    for day, ranges in enumerate(week):
        for one in ranges:
            start = day * DAY_MIN + one.start_min
            end = start + (0 if one.never else one.length_min)
            found += [(start, min(end, WEEK_MIN)), (0, end - WEEK_MIN)]
    return _joined(found)


def painted(week: Week, start: int, end: int) -> Week:
    """The week with these minutes in it."""
    return _week(_joined((*pieces(week), (start, end))))


def erased(week: Week, start: int, end: int) -> Week:
    """The week without these minutes."""
    left: list[Piece] = []
    for first, last in pieces(week):
        left += [(first, min(last, start)), (max(first, end), last)]
    return _week(_joined(left))


def holds(week: Week, start: int, end: int) -> bool:
    """Whether all of these minutes are in the week."""
    return any(first <= start and end <= last for first, last in pieces(week))


def with_day(week: Week, day: int, ranges: Iterable[Range]) -> Week:
    """The week with other ranges that start on that day, 0 for Monday."""
    return (*week[:day], tuple(ranges), *week[day + 1 :])


def read_day(text: str, day: str = "") -> tuple[Range, ...]:
    """The ranges that are written as `09:00-12:00, 13:00-18:00`; empty text: none.

    Raises HoursError.
    """
    parts = (part.strip() for part in text.replace(";", ",").split(","))
    return tuple(read_range(part, day) for part in parts if part)


def day_text(ranges: Iterable[Range]) -> str:
    """The same as text again."""
    return ", ".join(map(str, ranges))


def _joined(found: Iterable[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for start, end in sorted(found):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _week(found: tuple[Piece, ...]) -> Week:
    """The week that holds these pieces; one that ends at midnight goes on in the next day's.

    So a night is one range again. A day that is full stays a range of its own.
    """
    held = list(found)
    if len(held) > 1 and held[0][0] == 0 and held[-1][1] == WEEK_MIN:
        # The night from Sunday to Monday starts on Sunday.
        held[-1] = (held[-1][0], WEEK_MIN + held.pop(0)[1])
    days: list[list[Range]] = [[] for _day in range(7)]
    for begin, end in held:
        start = begin
        while start < end:
            day, first = divmod(start, DAY_MIN)
            # What is shorter than a day may lie over midnight; longer, it is cut there.
            last = end if end - start < DAY_MIN else min(end, (day + 1) * DAY_MIN)
            over = last - day * DAY_MIN
            days[day % 7].append(Range(first, over if over <= DAY_MIN else over - DAY_MIN))
            start = last
    return tuple(tuple(sorted(ranges)) for ranges in days)


def of_day(week: Week, day: int) -> tuple[Piece, ...]:
    """What a weekday holds, in its own minutes; of a night each day has its part."""
    begin = day * DAY_MIN
    cut = ((max(first - begin, 0), min(last - begin, DAY_MIN)) for first, last in pieces(week))
    return tuple((first, last) for first, last in cut if first < last)


def edge_moved(week: Week, day: int, piece: Piece, edge: int, to: int) -> Week:
    """The week with an edge of a piece of a day moved to another minute of that day.

    Moved past the other edge the piece is gone.
    """
    begin, (first, last) = day * DAY_MIN, piece
    week = erased(week, begin + first, begin + last)
    start, end = (to, last) if edge == first else (first, to)
    return painted(week, begin + start, begin + end) if start < end else week
