"""Working hours as they are edited: what is painted is held, what is erased is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.hours import Hours, HoursError, Range
from hipcoach.core.week_edit import (
    DAY_MIN,
    WEEK_MIN,
    Week,
    day_text,
    erased,
    holds,
    painted,
    pieces,
    read_day,
    with_day,
)

NONE: Week = ((),) * 7
OFFICE = Hours().week

stretches = st.tuples(
    st.integers(0, WEEK_MIN // 15 - 1), st.integers(1, DAY_MIN // 15)
).map(lambda one: (one[0] * 15, min(one[0] * 15 + one[1] * 15, WEEK_MIN)))  # fmt: skip
strokes = st.lists(st.tuples(st.booleans(), stretches), max_size=12)


def _minutes(week: tuple[tuple[Range, ...], ...]) -> set[int]:
    return {minute for start, end in pieces(week) for minute in range(start, end, 15)}


@given(strokes)
def test_a_week_holds_what_was_painted_last(strokes: list[tuple[bool, tuple[int, int]]]) -> None:
    week, expected = NONE, set[int]()
    for paints, (start, end) in strokes:
        week = (painted if paints else erased)(week, start, end)
        touched = set(range(start, end, 15))
        expected = expected | touched if paints else expected - touched
        assert paints == holds(week, start, end)
    assert expected == _minutes(week)


@given(strokes)
def test_what_was_edited_can_be_written_and_read(
    strokes: list[tuple[bool, tuple[int, int]]],
) -> None:
    week = NONE
    for paints, (start, end) in strokes:
        week = (painted if paints else erased)(week, start, end)
    assert week == tuple(read_day(day_text(ranges)) for ranges in week)


def test_an_office_week_is_five_pieces() -> None:
    assert tuple((day * DAY_MIN + 540, day * DAY_MIN + 1080) for day in range(5)) == pieces(OFFICE)


def test_a_lunch_makes_two_ranges_of_one() -> None:
    week = erased(OFFICE, 12 * 60, 13 * 60)
    assert (Range(540, 720), Range(780, 1080)) == week[0]
    assert OFFICE[1:] == week[1:]


def test_a_night_is_one_range_of_the_day_it_starts_on() -> None:
    week = painted(painted(NONE, 22 * 60, DAY_MIN), DAY_MIN, DAY_MIN + 6 * 60)
    assert (Range(1320, 360),) == week[0]
    assert () == week[1]


def test_the_night_after_sunday_starts_on_sunday() -> None:
    week = painted(painted(NONE, WEEK_MIN - 60, WEEK_MIN), 0, 60)
    assert (Range(1380, 60),) == week[6]
    assert () == week[0]
    assert ((0, 60), (WEEK_MIN - 60, WEEK_MIN)) == pieces(week)


def test_a_week_that_never_ends_is_seven_days() -> None:
    assert ((Range(0, 1440),),) * 7 == painted(NONE, 0, WEEK_MIN)


def test_a_start_that_is_the_end_is_nothing() -> None:
    assert () == pieces(with_day(NONE, 2, (Range(600, 600),)))


def test_a_day_is_read_with_spaces_and_dashes_of_any_kind() -> None:
    assert (Range(540, 720), Range(780, 1080)) == read_day(" 9:00–12:00 , 13:00 - 18:00;")
    assert () == read_day("  ")


def test_a_day_that_can_t_be_read_says_which() -> None:
    with pytest.raises(HoursError) as raised:
        read_day("09:00-12:00, later", "mon")
    assert {"day": "mon", "text": "later"} == dict(raised.value.details)
