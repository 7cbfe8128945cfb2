"""Rows to write into journals; a number tells them apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from hipcoach.core.break_log import BreakLogged
from hipcoach.core.corrections import Note, Withdrawal
from hipcoach.core.journal import (
    CloseReason,
    EventKind,
    SafetyAnswers,
    SegmentDone,
    SelfCheckDone,
    SessionAnswers,
    SessionClosed,
    SessionEvent,
    SessionOpened,
    Shell,
)
from hipcoach.core.plan import Action, Plan, Reason
from hipcoach.core.plan_log import (
    AboutYou,
    Ceiling,
    Clearance,
    NextDayAnswers,
    PlanDecided,
    Reply,
    Soreness,
)
from hipcoach.core.side import Side
from hipcoach.ports import Journal

BERLIN = ZoneInfo("Europe/Berlin")
MORNING = datetime(2026, 3, 2, 7, 30, 0, 123456, tzinfo=BERLIN)

PATIENCE_S = 0.05
"""How long a test waits for a lock."""


class Shelf:
    """A journal, and the way to open it again."""

    def __init__(self, opens: Callable[[], Journal]) -> None:
        self._opens = opens
        self.journal = opens()

    def again(self) -> Journal:
        """The journal, closed and opened anew."""
        self.journal.close()
        self.journal = self._opens()
        return self.journal


def at(minutes: float) -> datetime:
    """So many minutes after the morning of all samples."""
    return MORNING + timedelta(minutes=minutes)


def uid(number: int) -> UUID:
    """An id of version 7; greater numbers sort later."""
    return UUID(int=(0x0199_0000_0000_7000_8000 << 48) + number)


def opened(
    number: int, minutes: float = 0, when: datetime | None = None, zone: str = "Europe/Berlin"
) -> SessionOpened:
    """The start of session `number`."""
    return SessionOpened(
        id=uid(number),
        at=when or at(minutes),
        zone=zone,
        routine="gentle-start",
        shell=Shell.TERMINAL,
        first_side=Side.RIGHT,
        rungs=(("knee-to-chest", 2), ("leg-swings", 0)),
        length_s=482.25,
        version="0.1.0",
    )


def segment(number: int, session: int, minutes: float = 1, **changes: Any) -> SegmentDone:
    """Segment `number` of a session: a hold that was completed, but for the changes."""
    return replace(
        SegmentDone(
            id=uid(number),
            session_id=uid(session),
            at=at(minutes),
            index=7,
            chapter=3,
            phase="work",
            exercise="knee-to-chest",
            side=Side.LEFT,
            rung=2,
            planned_s=30.0,
            held_s=29.95,
            completed=True,
        ),
        **changes,
    )


def event(
    number: int,
    session: int,
    minutes: float = 1,
    *,
    kind: EventKind = EventKind.LENGTHENED,
    side: Side | None = Side.RIGHT,
) -> SessionEvent:
    """Event `number`, of a session."""
    return SessionEvent(
        id=uid(number),
        session_id=uid(session),
        at=at(minutes),
        kind=kind,
        exercise="knee-to-chest",
        side=side,
        chapter=4,
        amount=-10.0,
    )


def closed(
    number: int, session: int, minutes: float = 8, reason: CloseReason = CloseReason.COMPLETED
) -> SessionClosed:
    """End `number`, of a session."""
    return SessionClosed(id=uid(number), session_id=uid(session), at=at(minutes), reason=reason)


def answers(
    number: int, session: int, minutes: float = 9, effort: int | None = 4
) -> SessionAnswers:
    """Answers `number`, of a session."""
    return SessionAnswers(
        id=uid(number),
        session_id=uid(session),
        at=at(minutes),
        effort=effort,
        pain_during=0,
        pinch=False,
    )


def safety(number: int, minutes: float = 0, **changes: Any) -> SafetyAnswers:
    """Safety answers `number`."""
    return replace(SafetyAnswers(id=uid(number), at=at(minutes), flags=()), **changes)


def self_check(number: int, minutes: float = 0, **changes: Any) -> SelfCheckDone:
    """A look at one's own hips, `number`."""
    return replace(
        SelfCheckDone(
            id=uid(number),
            at=at(minutes),
            answers=(("arch", "not-sure"), ("leg-hang/left", "above")),
            routine="balanced-hips",
            reasons=("leg-stays-up",),
        ),
        **changes,
    )


def next_day(number: int, minutes: float = 0, **changes: Any) -> NextDayAnswers:
    """How a day felt afterwards, `number`."""
    return replace(
        NextDayAnswers(
            id=uid(number),
            at=at(minutes),
            day=date(2026, 3, 1),
            days_after=1,
            reply=Reply.ANSWERED,
            pain=0,
            soreness=Soreness.MODERATE,
            sketchy=False,
        ),
        **changes,
    )


def clearance(number: int, minutes: float = 0, **changes: Any) -> Clearance:
    """A clearance, `number`."""
    return replace(
        Clearance(
            id=uid(number),
            at=at(minutes),
            day=date(2026, 2, 27),
            by="Dr. Şahin",
            words="may go on,\nslowly",
        ),
        **changes,
    )


def ceiling(number: int, minutes: float = 0, **changes: Any) -> Ceiling:
    """The most that is wanted, `number`."""
    return replace(Ceiling(id=uid(number), at=at(minutes), level=2), **changes)


def about_you(number: int, minutes: float = 0, **changes: Any) -> AboutYou:
    """What somebody said about themselves, `number`."""
    return replace(
        AboutYou(
            id=uid(number),
            at=at(minutes),
            goals=("sitting", "running"),
            usual_pain=2,
            kneels=False,
            props=("strap",),
            weekdays=(0, 3),
            time="07:30",
        ),
        **changes,
    )


def plan(number: int, minutes: float = 0, **changes: Any) -> PlanDecided:
    """The plan of a day, `number`."""
    decided = Plan(
        action=Action.BACK_OFF,
        level=1,
        weekly_min=1,
        weekly_max=2,
        next_day=date(2026, 3, 5),
        reasons=(
            Reason("red-pain", (("day", "2026-03-01"), ("pain", 6))),
            Reason("days-off"),
        ),
        rules_version=1,
    )
    return replace(
        PlanDecided(id=uid(number), at=at(minutes), day=date(2026, 3, 2), plan=decided), **changes
    )


def break_event(number: int, minutes: float = 0, **changes: Any) -> BreakLogged:
    """Something that happened to a stretch break, `number`."""
    return replace(
        BreakLogged(
            id=uid(number),
            at=at(minutes),
            kind="held",
            reason="meeting",
            settings=(("hours", "always"), ("interval_s", 1800)),
        ),
        **changes,
    )


def note(number: int, minutes: float = 0, **changes: Any) -> Note:
    """What was written to a day, `number`."""
    made = Note(uid(number), at(minutes), date(2026, 3, 1), "After a long drive.\nStiff, “fine”.")
    return replace(made, **changes)


def withdrawal(
    number: int, session: int, minutes: float = 0, *, withdrawn: bool = True
) -> Withdrawal:
    """The word, `number`, that a session was somebody else's; or that it was not."""
    return Withdrawal(uid(number), at(minutes), uid(session), withdrawn)


ENTRIES: dict[str, Callable[..., Any]] = {
    "safety": safety,
    "self-check": self_check,
    "next day": next_day,
    "clearance": clearance,
    "ceiling": ceiling,
    "about you": about_you,
    "plan": plan,
    "break": break_event,
    "note": note,
}
"""A maker of each kind of row that belongs to no session: given a number, minutes, changes."""


def every_entry() -> list[Any]:
    """A row of each kind that journals keep from their third form on."""
    makers = (next_day, clearance, ceiling, about_you, plan, break_event)
    return [make(40 + number, 900 + number) for number, make in enumerate(makers)]
