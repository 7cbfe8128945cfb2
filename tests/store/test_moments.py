"""Moments as a driver gives them, told as the clock on the wall showed them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.store.moments import local_of

OFFSETS = st.none() | st.integers(-86_399, 86_399)
BOUNDS = datetime(2, 1, 1), datetime(9998, 1, 1)  # noqa: DTZ001 - hypothesis puts the zones in


@given(st.datetimes(*BOUNDS), OFFSETS)
def test_a_moment_without_a_zone_is_in_utc(moment: datetime, offset_s: int | None) -> None:
    told = local_of(moment, offset_s)

    assert moment.replace(tzinfo=UTC) == told
    assert timedelta(seconds=offset_s or 0) == told.utcoffset()


@given(st.datetimes(*BOUNDS, timezones=st.timezones()), OFFSETS)
def test_a_moment_with_a_zone_stays_the_same_moment(moment: datetime, offset_s: int | None) -> None:
    told = local_of(moment, offset_s)

    assert moment.astimezone(UTC) == told
    assert timezone(timedelta(seconds=offset_s or 0)).utcoffset(None) == told.utcoffset()
