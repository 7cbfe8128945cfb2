"""Whole months as plans, day by day, as they were last read and found right.

A line is a day: its plan in the morning, what was felt, its class, and the reasons of the plan.
`pytest tests/golden --update-golden` writes them anew: read the difference before you commit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from hipcoach.core.case_file import read_case
from hipcoach.core.evidence import Day
from hipcoach.core.plan import Plan, Reason
from hipcoach.core.ramp import plan_of, ramp_of

HERE = Path(__file__).parent / "plans"
FIRST: Final = date(2026, 1, 5)
"""A Monday."""
Row = dict[str, Any]
GOOD: Final[Row] = {
    "completed": True,
    "effort": 4,
    "pain_during": 1,
    "front_of_hip_pinch": False,
    "pain_next_day": 0,
    "soreness_next_day": "mild",
    "sketchy": False,
}
SILENT: Final[Row] = {"pain_next_day": None, "soreness_next_day": None, "sketchy": None}


@dataclass(frozen=True)
class Morning:
    """What somebody knows when a day begins."""

    number: int
    """Of the day, from 1."""
    session: int
    """Of the next session, from 1."""
    day: date
    plan: Plan

    @property
    def due(self) -> bool:
        """Whether a session is on plan."""
        return self.plan.due(self.day)


def _does_well(morning: Morning) -> list[Row]:
    return [GOOD] if morning.due else []


def _flares_up(morning: Morning) -> list[Row]:
    felt: Mapping[int, Row] = {
        5: {"pain_next_day": 3},
        7: {"pain_during": 6, "pain_next_day": 4},
        11: {"soreness_next_day": "moderate"},
        12: {"soreness_next_day": "moderate"},
        15: {"sketchy": True},
    }
    return [{**GOOD, **felt.get(morning.session, {})}] if morning.due else []


def _forgets(morning: Morning) -> list[Row]:
    if not morning.due or 16 <= morning.number <= 32:
        return []
    felt: Mapping[int, Row] = {2: SILENT, 4: SILENT, 5: {"completed": False}}
    return [{**GOOD, **felt.get(morning.session, {})}]


def _is_impatient(morning: Morning) -> list[Row]:
    if not morning.number % 7:
        return []
    hard = {"effort": 8} if not morning.number % 3 else {}
    sore = {"soreness_next_day": "severe"} if morning.number == 17 else {}
    return [{**GOOD, **hard, **sore}]


def _sees_a_doctor(morning: Morning) -> list[Row]:
    if morning.number == 16:
        return [{"red_flag": True}]
    if morning.number == 23:
        return [{"clearance": True, "by": "Dr. Lee", "words": "Go on gently."}]
    return [GOOD] if morning.due else []


def _keeps_pinching(morning: Morning) -> list[Row]:
    pinch = {"front_of_hip_pinch": morning.session >= 4, "pain_during": 2}
    return [{**GOOD, **pinch}] if morning.due else []


PEOPLE: Final[Mapping[str, tuple[str, Callable[[Morning], list[Row]]]]] = {
    "does-well": ("A beginner who does well, and practises whenever it is on plan.", _does_well),
    "flares-up": ("Somebody who flares up: a sign, too much, sore twice, not right.", _flares_up),
    "forgetful": ("The forgetful: two check-ins and an ending missed, then 17 days.", _forgets),
    "impatient": ("The impatient: six days a week from the start, and hard ones.", _is_impatient),
    "red-flag": ("A warning sign on the 20th, and a clearance a week later.", _sees_a_doctor),
    "pinch": ("A pinch at the front of the hip that does not go away.", _keeps_pinching),
}
DAYS: Final = 42


def _felt(row: Row) -> str:
    """What a row says, in the order in which one asks."""
    if row.get("red_flag"):
        return "RED FLAG"
    if row.get("clearance"):
        return f"cleared by {row['by']}"
    done = "done" if row["completed"] else "broken off"
    pinch = ", pinch" if row["front_of_hip_pinch"] else ""
    next_day = "next day not answered"
    if row["pain_next_day"] is not None:
        sketchy = ", sketchy" if row["sketchy"] else ""
        next_day = f"next day {row['pain_next_day']}, {row['soreness_next_day']}{sketchy}"
    return f"{done}, effort {row['effort']}, pain {row['pain_during']}{pinch}; {next_day}"


def _why(reason: Reason) -> str:
    numbers = " ".join(f"{name} {value}" for name, value in reason.numbers)
    return f"{reason.code} ({numbers})" if numbers else reason.code


def _line(morning: Morning, felt: str, tolerance: str) -> str:
    plan = morning.plan
    next_day = f"next {plan.next_day:%a %d %b}" if plan.next_day else "no next day"
    return (
        f"{morning.day:%a %Y-%m-%d} | {plan.action.value:<10} | level {plan.level} | "
        f"{plan.weekly_min}-{plan.weekly_max} a week | {next_day:<15} | "
        f"{felt:<52} | {tolerance:<7} | " + "; ".join(_why(reason) for reason in plan.reasons)
    )


def _month(name: str) -> str:
    words, person = PEOPLE[name]
    lines = [words, ""]
    history: list[Row] = []
    for number in range(1, DAYS + 1):
        day = FIRST + timedelta(days=number - 1)
        sessions = sum("completed" in row for row in history)
        morning = Morning(number, sessions + 1, day, plan_of(_days(history), day))
        rows = person(morning)
        history += [{"date": day.isoformat(), **row} for row in rows]
        tolerance = ramp_of(_days(history)).classes().get(day)
        felt = " + ".join(_felt(row) for row in rows)
        lines.append(_line(morning, felt, tolerance.value.upper() if tolerance else ""))
    return "\n".join(lines) + "\n"


def _days(history: list[Row]) -> tuple[Day, ...]:
    return read_case({"history": history})


@pytest.mark.parametrize("name", PEOPLE)
def test_a_month_is_as_it_was_read(name: str, pytestconfig: pytest.Config) -> None:
    path = HERE / f"{name}.txt"
    month = _month(name)
    if pytestconfig.getoption("--update-golden"):
        path.write_text(month, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == month


def test_no_month_is_left_over() -> None:
    assert sorted(PEOPLE) == sorted(path.stem for path in HERE.glob("*.txt"))
