"""What was held of each exercise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.held import HeldOn, RungRun, exercise_trends, held_on
from hipcoach.core.journal import (
    EventKind,
    SegmentDone,
    SessionEvent,
    SessionOpened,
    SessionRecord,
    Shell,
)
from hipcoach.core.side import Side

AT = datetime(2026, 3, 2, 18, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
OPENED = SessionOpened(
    UUID(int=1), AT, "UTC", "gentle-start", Shell.WINDOW, Side.LEFT, (), 480.0, "0.1.0"
)


def segment(phase: str = "work", **changes: object) -> SegmentDone:
    made = SegmentDone(
        UUID(int=2), UUID(int=1), AT, 0, 0, phase, "bridge", None, 2, 30.0, 29.0, True
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def record(*segments: SegmentDone, at: datetime = AT, pinches: int = 0) -> SessionRecord:
    events = tuple(
        SessionEvent(UUID(int=9), UUID(int=1), at, EventKind.PINCH, "bridge", None, 0)
        for _ in range(pinches)
    )
    return SessionRecord(replace(OPENED, at=at), segments, events, None, None)


def test_holds_and_contractions_count_and_nothing_else() -> None:
    found = held_on([record(segment(), segment("contract", held_s=5.0), segment("rest"))])

    assert (HeldOn(MONDAY, "bridge", 2, 2, 34.0),) == found


def test_a_hold_that_was_broken_off_gives_its_seconds_alone() -> None:
    (found,) = held_on([record(segment(completed=False, held_s=8.0))])

    assert (0, 8.0) == (found.holds, found.held_s)


def test_a_day_with_two_sessions_is_one_day_at_its_highest_rung() -> None:
    late = AT + timedelta(hours=9)
    (found,) = held_on([record(segment(rung=3)), record(segment(rung=1), at=late, pinches=1)])

    assert (MONDAY, 3, 2, 1) == (found.day, found.rung, found.holds, found.pinches)


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
