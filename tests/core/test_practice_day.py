"""A practice day begins at 4 am."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.practice_day import moment_of, practice_day

DAY = date(2026, 3, 3)
NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)


def test_after_midnight_it_is_still_the_day_before() -> None:
    assert DAY - timedelta(days=1) == practice_day(datetime(2026, 3, 3, 3, 59, tzinfo=UTC))
    assert DAY == practice_day(datetime(2026, 3, 3, 4, tzinfo=UTC))


def test_a_time_of_the_night_ends_its_day() -> None:
    assert datetime(2026, 3, 3, 9, tzinfo=UTC) == moment_of(DAY, time(9), NOW)
    assert datetime(2026, 3, 3, 4, tzinfo=UTC) == moment_of(DAY, time(4), NOW)
    assert datetime(2026, 3, 4, 1, tzinfo=UTC) == moment_of(DAY, time(1), NOW)


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.times())
def test_a_moment_of_a_day_belongs_to_it(day: date, clock: time) -> None:
    assert day == practice_day(moment_of(day, clock, NOW))
