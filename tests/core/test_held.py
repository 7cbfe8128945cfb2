"""The exercises over a span of days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.held import HeldOn, RungRun, exercise_trends

MONDAY = date(2026, 3, 2)


def test_an_exercise_is_told_by_the_runs_of_its_rungs() -> None:
    rungs = (1, 1, 2, 1)
    held = [
        HeldOn(MONDAY + timedelta(days=n), "bridge", rung, 2, 60.0) for n, rung in enumerate(rungs)
    ]

    (found,) = exercise_trends(reversed(held))

    tuesday, wednesday, thursday = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
    assert (
        RungRun(MONDAY, tuesday, 1),
        RungRun(wednesday, wednesday, 2),
        RungRun(thursday, thursday, 1),
    ) == found.runs
    assert (4, 8, 240.0, 0) == (found.days, found.holds, found.held_s, found.climbed)


def test_what_was_held_longest_comes_first() -> None:
    held = [HeldOn(MONDAY, name, 1, 1, held_s) for name, held_s in (("a", 9.0), ("b", 30.0))]

    assert ["b", "a"] == [one.exercise for one in exercise_trends(held)]


rows = st.lists(
    st.builds(
        HeldOn,
        st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        st.sampled_from("abc"),
        st.integers(1, 4),
        st.integers(0, 9),
        st.integers(0, 900).map(float),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    unique_by=lambda row: (row.day, row.exercise),
)


@given(held=rows)
def test_nothing_is_lost_and_runs_change_their_rung(held: list[HeldOn]) -> None:
    found = exercise_trends(held)

    assert (len(held), sum(row.holds for row in held), sum(row.held_s for row in held)) == (
        sum(one.days for one in found),
        sum(one.holds for one in found),
        sum(one.held_s for one in found),
    )
    for one in found:
        assert all(
            a.last < b.first and a.rung != b.rung
            for a, b in zip(one.runs, one.runs[1:], strict=False)
        )
