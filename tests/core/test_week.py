"""Days of practice lie apart from each other, and only where they suit."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.week import DAYS, proposed_days

MON, TUE, WED, THU, FRI, SAT, SUN = range(DAYS)
SUITS = st.sets(st.integers(0, DAYS - 1))
TIMES = st.integers(1, DAYS)


@pytest.mark.parametrize(
    ("times", "suits", "days"),
    [
        (2, (), (MON, THU)),
        (3, (), (MON, WED, FRI)),
        (2, (TUE, WED, FRI), (TUE, FRI)),
        (2, (SAT, SUN), (SAT, SUN)),
        (2, (MON, TUE, SUN), (TUE, SUN)),
        (3, (MON, TUE, WED, THU), (MON, TUE, THU)),
        (3, (THU,), (THU,)),
        (7, (), (MON, TUE, WED, THU, FRI, SAT, SUN)),
        (0, (MON,), ()),
    ],
)
def test_examples(times: int, suits: tuple[int, ...], days: tuple[int, ...]) -> None:
    assert days == proposed_days(times, suits)


@given(TIMES, SUITS)
def test_only_days_that_suit_are_proposed_and_as_many_as_there_are(
    times: int, suits: set[int]
) -> None:
    days = proposed_days(times, suits)
    allowed = suits or set(range(DAYS))
    assert {*days} <= allowed
    assert min(times, len(allowed)) == len({*days}) == len(days)
    assert [*days] == sorted(days)


@given(TIMES, SUITS)
def test_there_is_a_rest_day_between_wherever_there_can_be(times: int, suits: set[int]) -> None:
    days = proposed_days(times, suits)
    allowed = suits or set(range(DAYS))
    if _apart(days):
        return
    assert not [some for some in combinations(sorted(allowed), len(days)) if _apart(some)]


@given(TIMES, SUITS)
def test_neither_order_nor_repetition_matters(times: int, suits: set[int]) -> None:
    shuffled = [*sorted(suits, reverse=True), *suits]
    assert proposed_days(times, suits) == proposed_days(times, shuffled)


@given(TIMES, SUITS)
def test_a_day_that_was_proposed_stays_when_others_go(times: int, suits: set[int]) -> None:
    days = proposed_days(times, suits)
    assert days == proposed_days(times, days)


def _apart(days: tuple[int, ...]) -> bool:
    """Whether no two of them follow each other, Sunday and Monday neither."""
    return not any((day + 1) % DAYS in days for day in days)
