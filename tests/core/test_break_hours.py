"""What became of breaks, hour by hour."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.break_hours import BreakEnds, all_ends, break_ends

MONDAY_AT_TEN, FRIDAY_AT_FOUR = (0, 10), (4, 16)


def test_each_way_to_end_is_counted_in_its_hour() -> None:
    kinds = ("taken", "taken", "satisfied", "skipped", "missed", "cut_short")
    seen = [(MONDAY_AT_TEN, kind, 1) for kind in kinds]

    cells = break_ends([*seen, (FRIDAY_AT_FOUR, "taken", 7)])

    assert {MONDAY_AT_TEN: BreakEnds(2, 1, 3), FRIDAY_AT_FOUR: BreakEnds(taken=7)} == cells


def test_an_offer_that_is_not_over_is_not_counted() -> None:
    kinds = ("due", "held", "snoozed", "started", "ignored", "paused")

    assert {} == break_ends((MONDAY_AT_TEN, kind, 1) for kind in kinds)


@given(
    rows=st.lists(
        st.tuples(
            st.tuples(st.integers(0, 6), st.integers(0, 23)),
            st.sampled_from(("taken", "satisfied", "skipped", "missed", "due")),
            st.integers(1, 9),
        )
    )
)
def test_every_end_is_counted_once(rows: list[tuple[tuple[int, int], str, int]]) -> None:
    cells = break_ends(rows)
    ways: Counter[str] = Counter()
    for _hour, kind, number in rows:
        ways[kind] += number

    assert BreakEnds(
        ways["taken"], ways["satisfied"], ways["skipped"] + ways["missed"]
    ) == all_ends(cells.values())
    assert all(one.all for one in cells.values())
    assert sorted(cells) == [*cells]
