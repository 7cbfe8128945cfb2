"""What several computers do with their journals, made by hypothesis."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, TypeAlias
from uuid import UUID

from hypothesis import strategies as st

from hipcoach.core.exchange import CarriedRow
from hipcoach.core.forgotten import Forgotten

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = MORNING + timedelta(days=60)
"""When all has been said."""
Said: TypeAlias = tuple[str, int, Any]
"""(write, forget or join; which computer; rows, what is deleted, or which other computer)."""


def session(number: int, at: datetime, answered: datetime | None = None) -> list[CarriedRow]:
    """A session of a few minutes, with its end and how it felt; ten ids from its number."""
    key = UUID(int=10 * number)
    opened: tuple[Any, ...] = (
        "UTC",
        0,
        "gentle-start",
        "window",
        "left",
        [],
        300.0,
        "0.1.0",
        "practice",
    )
    end = at + timedelta(minutes=5)
    return [
        CarriedRow("sessions", (key, at, *opened)),
        CarriedRow("session_ends", (UUID(int=10 * number + 1), key, end, "completed")),
        CarriedRow(
            "session_answers", (UUID(int=10 * number + 2), key, answered or end, 4, 0, None)
        ),
    ]


def entry(number: int, at: datetime, day: date) -> CarriedRow:
    """A note to a day."""
    return CarriedRow("notes", (UUID(int=10 * number + 3), at, 0, day, f"note {number}"))


def ceiling(number: int, at: datetime) -> CarriedRow:
    """A row that belongs to the day on which it was written."""
    return CarriedRow("ceilings", (UUID(int=10 * number + 4), at, 0, 2))


@st.composite
def actions(draw: st.DrawFn, computers: int, *, bring_back: bool = True) -> list[Said]:
    """What they do, one after the other; the clock goes on with each."""
    said: list[Said] = []
    numbers = count(1)
    day = st.integers(0, 4)
    who = st.integers(0, computers - 1)
    for step in range(draw(st.integers(0, 14))):
        number, at = next(numbers), MORNING + step * timedelta(hours=7)
        what = draw(st.sampled_from(["write", "write", "forget", "join", "join"]))
        if what == "write":
            about = (MORNING + timedelta(days=draw(day))).date()
            rows = [*session(number, at), entry(number, at, about), ceiling(number, at)]
            said.append((what, draw(who), rows))
        elif what == "forget":
            span = draw(st.none() | st.tuples(day, day).map(sorted))
            first, last = (
                ((MORNING + timedelta(days=one)).date() for one in span) if span else (None, None)
            )
            gone = draw(st.booleans()) if bring_back else True
            said.append(
                (what, draw(who), Forgotten(UUID(int=10**9 + number), at, first, last, gone))
            )
        else:
            said.append((what, draw(who), draw(who)))
    return said
