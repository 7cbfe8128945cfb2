"""What became of breaks, hour by hour."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.break_hours import BreakEnds, all_ends, break_hours
from hipcoach.core.history import BreakSeen
from hipcoach.core.practice_day import practice_day

MONDAY = date(2026, 3, 2)


def seen(kind: str, hour: int = 10, day: int = 2) -> BreakSeen:
    return BreakSeen(datetime(2026, 3, day, hour, 20, tzinfo=UTC), kind)


def test_each_way_to_end_is_counted_in_its_hour() -> None:
    kinds = ("taken", "taken", "satisfied", "skipped", "missed", "cut_short")

    cells = break_hours([*map(seen, kinds), seen("taken", 16, 6)], MONDAY, date(2026, 3, 8))

    assert {(0, 10): BreakEnds(2, 1, 3), (4, 16): BreakEnds(taken=1)} == cells


def test_an_offer_that_is_not_over_is_not_counted() -> None:
    kinds = ("due", "held", "snoozed", "started", "ignored", "paused")

    assert {} == break_hours(map(seen, kinds), MONDAY, MONDAY)


def test_an_hour_after_midnight_belongs_to_the_day_before() -> None:
    late = seen("taken", 1, 3)

    assert {(1, 1): BreakEnds(taken=1)} == break_hours([late], MONDAY, MONDAY)
    assert {} == break_hours([late], date(2026, 3, 3), date(2026, 3, 3))


@given(
    rows=st.lists(
        st.builds(
            BreakSeen,
            st.datetimes(datetime(2026, 3, 1), datetime(2026, 3, 20), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis adds the zone
            st.sampled_from(("taken", "satisfied", "skipped", "missed", "due")),
        )
    )
)
def test_every_end_is_counted_once(rows: list[BreakSeen]) -> None:
    cells = break_hours(rows, MONDAY, date(2026, 3, 15))
    ways = Counter(row.kind for row in rows if MONDAY <= practice_day(row.at) <= date(2026, 3, 15))

    assert BreakEnds(
        ways["taken"], ways["satisfied"], ways["skipped"] + ways["missed"]
    ) == all_ends(cells.values())
    assert all(one.all for one in cells.values())
