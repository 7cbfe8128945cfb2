"""Made-up plans for the pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hipcoach.app.plan_snapshots import (
    DotState,
    MuscleMinutes,
    PlanSnapshot,
    WeekDot,
    WhySnapshot,
)
from hipcoach.core.plan import Action
from hipcoach.core.safety import Advice, Urgency, advice

MONDAY = date(2026, 1, 5)
TODAY_IS = MONDAY + timedelta(days=2)

_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_STATES = (
    DotState.DONE,
    DotState.EASED,
    DotState.DUE,
    DotState.FREE,
    DotState.REST,
    DotState.FREE,
    DotState.FREE,
)


def week(*states: DotState) -> tuple[WeekDot, ...]:
    """A week from Monday; today is its Wednesday."""
    days = [MONDAY + timedelta(days=ahead) for ahead in range(7)]
    return tuple(
        WeekDot(day, name, state, day == TODAY_IS, f"{name}: {state.value}.")
        for day, name, state in zip(days, _NAMES, states, strict=True)
    )


WEEK = week(*_STATES)
DUE = PlanSnapshot(
    action=Action.HOLD,
    headline="Due today.",
    reason="Because it felt fine.",
    week=WEEK,
    week_words="2 of 3–4 this week.",
    routine="gentle",
)
MUSCLES = (
    MuscleMinutes("buttock", 11.0, "11 min"),
    MuscleMinutes("calf", 3.0, "3 min"),
    MuscleMinutes("low back", 0.0, "0 min"),
)
REST = replace(DUE, headline="Rest day.", more_words="More than the plan.")
OFFER = replace(DUE, offer_words="Up to daily?")
STOPPED = replace(
    DUE, action=Action.STOP_REFER, headline="Paused.", routine="", stop=advice(["fever"])
)
STOPPED_BY_PINCHES = replace(STOPPED, reason="Three pinches.", stop=Advice(Urgency.APPOINTMENT, ()))
WHY = WhySnapshot(
    day=TODAY_IS,
    title="Wednesday, 7 January 2026",
    headline="Due today.",
    evidence=("Monday felt fine.", "Tuesday was enough."),
    rule="One step at a time.",
    change=("One more that feels fine.",),
    earlier=MONDAY,
    later=TODAY_IS + timedelta(days=1),
    version_words="Version 1.",
)
NOT_KEPT = replace(WHY, headline="Nothing kept.", evidence=(), rule="", change=(), version_words="")
