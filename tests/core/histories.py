"""Histories for tests of the ramp, written as days of January with a letter for how they felt."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from hypothesis import strategies as st

from hipcoach.core.evidence import Day
from hipcoach.core.journal import EventKind
from hipcoach.core.plan import Plan
from hipcoach.core.plan_log import PracticeRow, Soreness
from hipcoach.core.ramp import plan_of

FIRST: Final = date(2026, 1, 1)


def jan(number: int) -> date:
    """A day of January 2026; 32 is the first of February, and so on."""
    return FIRST + timedelta(days=number - 1)


def green(number: int) -> Day:
    """A practice day that was tolerated."""
    return Day(
        jan(number),
        practised=True,
        completed=True,
        effort=5,
        pain_during=1,
        pinch=False,
        pain_next_day=0,
        soreness=Soreness.NONE,
        sketchy=False,
        felt_at=datetime.combine(jan(number), time(18), tzinfo=UTC),
    )


def only(number: int) -> Day:
    """A day on which nothing was practised."""
    return Day(jan(number))


_FELT: Final[dict[str, dict[str, Any]]] = {
    "A": {"pain_next_day": 3},
    "R": {"pain_during": 6},
    "P": {"pinch": True},
    "M": {"soreness": Soreness.MODERATE},
    "?": {"pain_next_day": None, "soreness": None, "sketchy": None},
    "u": {"completed": False},
}


def _letter_day(number: int, letters: str) -> Day:
    """A day as its letters say: see `history`."""
    day = green(number)
    for letter in letters:
        day = replace(day, **_FELT.get(letter, {}))
    if "b" in letters:
        pinch, pain = bool(day.pinch), day.pain_during
        return replace(only(number), break_pain=pain, break_pinch=pinch, felt_at=day.felt_at)
    if "F" in letters:
        at = datetime.combine(jan(number), time(12), tzinfo=UTC)
        return replace(only(number), flags=("fever",), flagged_at=at)
    if "C" in letters:
        return replace(only(number), cleared_at=datetime.combine(jan(number), time(15), tzinfo=UTC))
    if "=" in letters:
        return replace(only(number), ceiling=int(letters[-1]))
    return day


def history(text: str) -> tuple[Day, ...]:
    """Days such as `5 8A 12R`: GREEN without a letter, A AMBER, R RED, P a mild pinch,
    M moderately sore, ? a next day that is not answered, u not finished, b a stretch break alone
    (after R or P), F a red flag, C a clearance, =2 a ceiling.
    """
    found = []
    for word in text.split():
        match = re.fullmatch(r"(\d+)(.*)", word)
        assert match, word
        found.append(_letter_day(int(match[1]), match[2]))
    return tuple(found)


def plan(text: str, today: int) -> Plan:
    """The plan of a day of January after such a history."""
    return plan_of(history(text), jan(today))


def codes(found: Plan) -> list[str]:
    """The codes of its reasons."""
    return [reason.code for reason in found.reasons]


def numbers(found: Plan, code: str) -> dict[str, int | str]:
    """The numbers of the reason with that code."""
    (reason,) = [reason for reason in found.reasons if reason.code == code]
    return dict(reason.numbers)


def session(
    at: datetime,
    *,
    number: int = 1,
    purpose: str = "practice",
    length_s: float = 600.0,
    held_s: float = 400.0,
    completed: bool = True,
    effort: int | None = 5,
    pain_during: int | None = 1,
    pinch: bool | None = False,
    rungs: tuple[tuple[str, int], ...] = (),
    events: tuple[tuple[EventKind, str, float], ...] = (),
) -> PracticeRow:
    """A row of the journal for a session that went well."""
    return PracticeRow(
        session_id=UUID(int=number),
        at=at,
        routine="gentle-start",
        purpose=purpose,
        length_s=length_s,
        held_s=held_s,
        completed=completed,
        effort=effort,
        pain_during=pain_during,
        pinch=pinch,
        rungs=rungs,
        events=events,
    )


def days_of_month(*, most_pain: int = 10) -> st.SearchStrategy[tuple[Day, ...]]:
    """Random practice days of six weeks with random answers, and stretch breaks between."""
    pain = st.none() | st.integers(0, most_pain)
    yes_no = st.none() | st.booleans()
    answers = st.fixed_dictionaries(
        {
            "completed": yes_no,
            "effort": st.none() | st.integers(0, 10),
            "pain_during": pain,
            "pinch": yes_no,
            "pain_next_day": pain,
            "soreness": st.none() | st.sampled_from(Soreness),
            "sketchy": yes_no,
        }
    )
    good = st.fixed_dictionaries(
        {}, optional={"pain_during": st.integers(0, 3), "effort": st.integers(0, 7)}
    )
    short = st.fixed_dictionaries({"break_pain": pain, "break_pinch": st.booleans()})

    def day(number: int, what: dict[str, Any], *, practised: bool) -> Day:
        return replace(green(number) if practised else only(number), **what)

    return st.dictionaries(
        st.integers(1, 45),
        st.one_of(
            # Three good days of five: else nobody would ever come up.
            *[good.map(lambda what: (what, True))] * 3,
            answers.map(lambda what: (what, True)),
            short.map(lambda what: (what, False)),
        ),
        max_size=30,
    ).map(
        lambda found: tuple(
            day(number, what, practised=practised)
            for number, (what, practised) in sorted(found.items())
        )
    )
