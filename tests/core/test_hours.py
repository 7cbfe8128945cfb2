"""Working hours: what is read, when they are open, when tomorrow begins."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.hours import (
    WEEKDAYS,
    Hours,
    HoursError,
    HoursFault,
    Range,
    read_dates,
    read_range,
    read_week,
)

BERLIN = ZoneInfo("Europe/Berlin")
HAVANA = ZoneInfo("America/Havana")
"""Its clocks go back from one o'clock to midnight."""
APIA = ZoneInfo("Pacific/Apia")
"""It had no 30 December 2011."""


def _at(text: str, zone: ZoneInfo = BERLIN, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


def _hours(**week: list[str]) -> Hours:
    return Hours(read_week(week))


@pytest.mark.parametrize(
    ("text", "start_min", "end_min", "shown"),
    [
        ("09:00-18:00", 540, 1080, "09:00-18:00"),
        ("9:00 - 18:30", 540, 1110, "09:00-18:30"),
        ("22:00-06:00", 1320, 360, "22:00-06:00"),
        ("00:00-24:00", 0, 1440, "00:00-24:00"),
        (" 08:00-08:00 ", 480, 480, "08:00-08:00"),
    ],
)
def test_a_range_is_read_and_written(text: str, start_min: int, end_min: int, shown: str) -> None:
    assert Range(start_min, end_min) == read_range(text)
    assert shown == str(read_range(text))


NO_RANGES = (
    *("", "9-17", "09:00", "09:00-18:60", "24:00-06:00", "09:00-24:01"),
    *("09:00-18:00-20:00", "٠٩:00-18:00", 9),
)


@pytest.mark.parametrize("text", NO_RANGES)
def test_what_is_no_range_is_told_with_its_day(text: object) -> None:
    with pytest.raises(HoursError) as caught:
        read_week({"mon": [text]})
    assert HoursFault.BAD_RANGE == caught.value.code
    assert {"day": "mon", "text": str(text)} == caught.value.details


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({"monday": ["09:00-18:00"]}, HoursFault.UNKNOWN_DAY),
        ({"mon": "09:00-18:00"}, HoursFault.BAD_TABLE),
        (["09:00-18:00"], HoursFault.BAD_TABLE),
    ],
)
def test_what_is_no_week_is_told(table: object, fault: HoursFault) -> None:
    with pytest.raises(HoursError) as caught:
        read_week(table)
    assert fault == caught.value.code


def test_a_week_is_written_as_it_is_read() -> None:
    table = {"mon": ["08:00-12:00", "13:00-18:00"], "sat": ["22:00-02:00"]}
    assert table == Hours(read_week(table)).table()
    assert {day: ["09:00-18:00"] for day in WEEKDAYS[:5]} == Hours().table()


def test_days_off_are_read_from_text_and_dates() -> None:
    christmas = date(2026, 12, 25)
    assert {christmas} == read_dates(["2026-12-25", christmas])


@pytest.mark.parametrize(
    "texts", [["25.12.2026"], "2026-12-25", [datetime(2026, 1, 1, tzinfo=UTC)]]
)
def test_what_is_no_day_off_is_told(texts: object) -> None:
    with pytest.raises(HoursError):
        read_dates(texts)


@pytest.mark.parametrize(
    ("wall", "inside"),
    [
        ("2026-03-04T08:59:59", False),
        ("2026-03-04T09:00:00", True),
        ("2026-03-04T17:59:59.999", True),
        ("2026-03-04T18:00:00", False),
        ("2026-03-07T12:00:00", False),
    ],
)
def test_the_start_is_included_and_the_end_is_not(wall: str, inside: bool) -> None:
    assert inside == Hours().open_at(_at(wall))


@pytest.mark.parametrize(
    ("off", "wall", "inside"),
    [
        ([], "2026-03-06T01:59", True),
        ([], "2026-03-06T02:00", False),
        (["2026-03-06"], "2026-03-06T01:59", True),
        (["2026-03-06"], "2026-03-06T23:00", False),
        (["2026-03-06"], "2026-03-07T01:00", False),
        (["2026-03-07"], "2026-03-07T01:00", True),
    ],
)
def test_a_range_over_midnight_belongs_to_the_day_it_starts_on(
    off: list[str], wall: str, inside: bool
) -> None:
    week = read_week({"thu": ["22:00-02:00"], "fri": ["22:00-02:00"]})
    assert inside == Hours(week, read_dates(off)).open_at(_at(wall))


def test_always_is_open_but_on_days_off() -> None:
    always = Hours(days_off=read_dates(["2026-03-08"]), always=True)
    assert always.open_at(_at("2026-03-07T23:59"))
    assert not always.open_at(_at("2026-03-08T00:00"))
    assert not always.open_at(_at("2026-03-08T23:59"))
    assert always.open_at(_at("2026-03-09T00:00"))


def test_a_start_that_comes_twice_is_the_first_and_the_range_unbroken() -> None:
    night = _hours(sun=["02:30-03:30"])
    assert not night.open_at(_at("2026-10-25T02:29"))
    assert night.open_at(_at("2026-10-25T02:30"))
    assert night.open_at(_at("2026-10-25T02:00", fold=1))
    assert not night.open_at(_at("2026-10-25T03:30"))


def test_an_end_that_comes_twice_is_the_second() -> None:
    night = _hours(sun=["00:30-02:30"])
    assert night.open_at(_at("2026-10-25T02:45"))
    assert night.open_at(_at("2026-10-25T02:29", fold=1))
    assert not night.open_at(_at("2026-10-25T02:30", fold=1))


def test_a_range_that_is_never_is_not_even_in_an_hour_that_comes_twice() -> None:
    assert () == _hours(sun=["02:30-02:30"]).spans((date(2026, 10, 25),), BERLIN)


def test_what_the_clocks_leave_out_begins_and_ends_after_the_gap() -> None:
    ((start, end),) = _hours(sun=["02:30-05:00"]).spans((date(2026, 3, 29),), BERLIN)
    assert datetime(2026, 3, 29, 1, tzinfo=UTC) == start
    assert datetime(2026, 3, 29, 3, tzinfo=UTC) == end
    ((_, end),) = _hours(sun=["00:30-02:30"]).spans((date(2026, 3, 29),), BERLIN)
    assert datetime(2026, 3, 29, 1, tzinfo=UTC) == end
    assert () == _hours(sun=["02:10-02:50"]).spans((date(2026, 3, 29),), BERLIN)


def test_a_day_that_a_zone_left_out_has_no_hours() -> None:
    assert () == _hours(fri=["09:00-18:00"]).spans((date(2011, 12, 30),), APIA)
    ((_, end),) = _hours(thu=["22:00-06:00"]).spans((date(2011, 12, 29),), APIA)
    assert datetime(2011, 12, 31, tzinfo=APIA).astimezone(UTC) == end


def test_a_range_from_a_midnight_that_comes_twice_begins_with_the_first() -> None:
    # 1 November 2026, 01:00 there: back to 00:00.
    night = _hours(sun=["00:00-01:00"])
    ((start, end),) = night.spans((date(2026, 11, 1),), HAVANA)
    assert timedelta(hours=2) == end - start
    assert night.open_at(_at("2026-11-01T00:59", HAVANA, fold=1))


def test_a_range_that_began_tomorrow_before_the_clocks_went_back_is_open() -> None:
    # Newfoundland, 7 November 2010: 00:01 became 23:01 of the day before.
    newfoundland = ZoneInfo("America/St_Johns")
    sunday = _hours(sun=["00:00-08:00"])
    assert not sunday.open_at(_at("2010-11-06T23:30", newfoundland))
    assert sunday.open_at(_at("2010-11-06T23:30", newfoundland, fold=1))


def test_ranges_that_touch_or_overlap_are_one() -> None:
    day = _hours(wed=["13:00-18:00", "08:00-12:00", "11:00-13:00", "20:00-21:00"])
    spans = day.spans((date(2026, 3, 4),), timezone.utc)  # noqa: UP017 - any kind of zone will do
    assert [(8, 18), (20, 21)] == [(start.hour, end.hour) for start, end in spans]


@pytest.mark.parametrize(
    ("wall", "tomorrow"),
    [
        ("2026-03-04T17:00", "2026-03-05T09:00"),
        ("2026-03-05T05:59", "2026-03-05T09:00"),
        ("2026-03-05T06:00", "2026-03-06T09:00"),
        ("2026-03-06T17:00", "2026-03-07T06:00"),
        ("2026-03-07T17:00", "2026-03-08T06:00"),
        ("2026-03-08T17:00", "2026-03-09T09:00"),
    ],
)
def test_tomorrow_is_the_first_range_after_the_next_six_oclock(wall: str, tomorrow: str) -> None:
    assert _at(tomorrow).astimezone(UTC) == Hours().tomorrow(_at(wall))


@pytest.mark.parametrize(
    ("ranges", "wall", "tomorrow"),
    [
        # Two ranges a day: not this afternoon.
        (["08:00-12:00", "13:00-18:00"], "2026-03-04T10:00", "2026-03-05T08:00"),
        # A range before six counts, where it starts on that date and later than now.
        (["04:00-12:00"], "2026-03-04T20:00", "2026-03-05T04:00"),
        (["04:00-12:00", "13:00-14:00"], "2026-03-04T05:00", "2026-03-04T13:00"),
        # A range that goes on from the evening starts on the day before.
        (["18:00-08:00", "08:00-10:00"], "2026-03-04T20:00", "2026-03-05T18:00"),
        (["22:00-06:00"], "2026-03-04T23:00", "2026-03-05T22:00"),
    ],
)
def test_tomorrow_with_other_ranges(ranges: list[str], wall: str, tomorrow: str) -> None:
    hours = Hours(read_week(dict.fromkeys(WEEKDAYS, ranges)))
    assert _at(tomorrow).astimezone(UTC) == hours.tomorrow(_at(wall))


def test_tomorrow_on_a_day_off_and_with_always_is_six_oclock() -> None:
    off = Hours(days_off=read_dates(["2026-03-05"]))
    six = _at("2026-03-05T06:00").astimezone(UTC)
    assert six == off.tomorrow(_at("2026-03-04T17:00"))
    assert six == Hours(always=True).tomorrow(_at("2026-03-04T17:00"))
    today_off = Hours(days_off=read_dates(["2026-03-04"]), always=True)
    assert six == today_off.tomorrow(_at("2026-03-04T17:00"))


def test_in_an_autumn_night_tomorrow_is_25_hours_away() -> None:
    hours = Hours(read_week({day: ["09:00-18:00"] for day in WEEKDAYS}))
    now = _at("2026-10-24T09:00")
    assert timedelta(hours=25) == hours.tomorrow(now) - now.astimezone(UTC)


@given(
    st.lists(st.tuples(st.integers(0, 1439), st.integers(0, 1440)), max_size=3),
    st.timedeltas(timedelta(0), timedelta(days=3650)),
    st.timezones(),
)
def test_open_is_what_a_span_holds_and_tomorrow_is_ahead(
    pairs: list[tuple[int, int]], since: timedelta, zone: ZoneInfo
) -> None:
    hours = Hours((tuple(Range(*pair) for pair in pairs),) * 7)
    now = datetime(2010, 1, 1, tzinfo=UTC) + since
    wall = now.astimezone(zone)
    around = [wall.date() + timedelta(days=days) for days in (-2, -1, 0, 1, 2)]
    spans = hours.spans(around, zone)
    assert any(start <= now < end for start, end in spans) == hours.open_at(wall)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    assert now < hours.tomorrow(wall) < now + timedelta(hours=54)
