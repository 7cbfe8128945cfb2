"""What was deleted, remembered without what it was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.forgotten import AHEAD, Forgotten, is_gone, moment_after, standing

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
MONDAY, TUESDAY, WEDNESDAY = (date(2026, 3, day) for day in (2, 3, 4))
EVENING = datetime(2026, 3, 2, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)

moments = st.integers(0, 30).map(lambda hours: EVENING + hours * HOUR)
days = st.integers(0, 4).map(lambda number: MONDAY + timedelta(days=number))
spans = st.none() | st.tuples(days, days).map(sorted)


@st.composite
def marks(draw: st.DrawFn) -> Forgotten:
    first, last = draw(spans) or (None, None)
    key = UUID(int=draw(st.integers(1, 10**6)))
    return Forgotten(key, draw(moments), first, last, draw(st.booleans()))


several = st.lists(marks(), max_size=6, unique_by=lambda one: one.id)


def mark(
    number: int, hours: float = 0, span: tuple[date, date] | None = None, *, gone: bool = True
) -> Forgotten:
    first, last = span or (None, None)
    return Forgotten(UUID(int=number), EVENING + hours * HOUR, first, last, gone)


@pytest.mark.parametrize(
    ("at", "day", "gone"),
    [
        (EVENING - HOUR, MONDAY, True),
        (EVENING - HOUR, TUESDAY, True),
        (EVENING - HOUR, WEDNESDAY, False),
        (EVENING - HOUR, MONDAY - timedelta(days=1), False),
        (EVENING, MONDAY, False),
        (EVENING + HOUR, MONDAY, False),
    ],
)
def test_what_was_written_before_about_these_days_is_gone(
    at: datetime, day: date, *, gone: bool
) -> None:
    assert gone == is_gone([mark(1, span=(MONDAY, TUESDAY))], at, day)


def test_without_days_it_is_about_all_of_them() -> None:
    assert is_gone([mark(1)], EVENING - HOUR, date(1900, 1, 1))


def test_the_newest_decides_for_its_own_days() -> None:
    kept = standing([mark(1), mark(2, 1, (MONDAY, MONDAY), gone=False)], NOW)

    assert not is_gone(kept, EVENING - HOUR, MONDAY)
    assert is_gone(kept, EVENING - HOUR, TUESDAY)


def test_what_was_brought_back_can_be_deleted_again() -> None:
    kept = standing([mark(1), mark(2, 1, gone=False), mark(3, 2, (MONDAY, TUESDAY))], NOW)

    assert is_gone(kept, EVENING - HOUR, MONDAY)
    assert not is_gone(kept, EVENING - HOUR, WEDNESDAY)


def test_nothing_stays_of_days_that_all_days_took_in() -> None:
    everything = mark(2, 1)

    assert (everything,) == standing([mark(1, span=(MONDAY, TUESDAY)), everything], NOW)


def test_all_days_stay_beside_some_newer_ones() -> None:
    newer, everything = mark(2, 1, (MONDAY, TUESDAY)), mark(1)

    assert (newer, everything) == standing([everything, newer], NOW)


def test_a_clock_that_was_wrong_deletes_nothing() -> None:
    ahead = Forgotten(UUID(int=1), NOW + AHEAD + HOUR, None, None)

    assert () == standing([ahead], NOW)
    assert (ahead,) == standing([ahead], NOW + HOUR)


@given(found=several)
def test_what_is_dropped_decided_nothing(found: list[Forgotten]) -> None:
    kept = standing(found, NOW)
    newest_first = sorted(found, key=lambda one: (one.at, one.id), reverse=True)

    for hours in range(-1, 32):
        at = EVENING + hours * HOUR - timedelta(minutes=1)
        for number in range(-1, 6):
            day = MONDAY + timedelta(days=number)
            assert is_gone(newest_first, at, day) == is_gone(kept, at, day)


@given(one=several, other=several)
def test_what_stands_is_the_same_in_whichever_order_it_is_heard(
    one: list[Forgotten], other: list[Forgotten]
) -> None:
    other = [mark for mark in other if mark.id not in {known.id for known in one}]

    together = standing([*one, *other], NOW)

    assert together == standing([*standing(other, NOW), *standing(one, NOW)], NOW)
    assert together == standing(together, NOW)


@given(found=several)
def test_what_is_said_last_decides_even_where_the_clock_was_set_back(
    found: list[Forgotten],
) -> None:
    at = moment_after(found, EVENING)

    assert at >= EVENING
    assert all(at > one.at for one in found)
    last = Forgotten(UUID(int=7), at, None, None, gone=False)
    assert (last,) == standing([*found, last], NOW)
