"""What the journal keeps for the plan, as values; every row is written once and never edited."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hipcoach.core.plan import Plan
from hipcoach.core.value import value

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from hipcoach.core.journal import EventKind


class Soreness(StrEnum):
    """How sore the muscles are on the days after; the codes never change."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


class Reply(StrEnum):
    """What was said to the question how it feels; the codes never change."""

    ANSWERED = "answered"
    NOT_YET = "not-yet"
    """Ask again later today."""
    NOT_TODAY = "not-today"
    """Don't ask today."""


@value
class NextDayAnswers:
    """How a practice day felt afterwards; `None` is *not answered*.

    Of several answers to the same question (same day, same distance) the newest counts.
    """

    id: UUID
    at: datetime
    """Aware."""
    day: date
    """The practice day that is asked about."""
    days_after: int
    """1, or 2 for the second question that follows a sore first day."""
    reply: Reply
    pain: int | None = None
    """0 to 10."""
    soreness: Soreness | None = None
    sketchy: bool | None = None
    """It did not feel right."""


@value
class Clearance:
    """A health professional has said that practice may go on: the only end of a stop."""

    id: UUID
    at: datetime
    day: date
    """On which it was given."""
    by: str
    """Who gave it, in the person's words."""
    words: str
    """What was said, in the person's words."""


@value
class Ceiling:
    """The most that the person wants, whatever would be allowed."""

    id: UUID
    at: datetime
    level: int
    """1 to 3; 3 is no ceiling."""


@value
class AboutYou:
    """What the person said about themselves; the newest row holds from its day on."""

    id: UUID
    at: datetime
    goals: tuple[str, ...] = ()
    """Codes of what brings them here."""
    usual_pain: int | None = None
    """0 to 10, on an ordinary day without practice."""
    kneels: bool | None = None
    """Whether kneeling is possible."""
    props: tuple[str, ...] | None = None
    """Codes of the props at hand; `None`: never asked, so none is left out."""
    weekdays: tuple[int, ...] = ()
    """On which they would like to practise; 0 is Monday. Empty: any."""
    time: str = ""
    """Local time that suits, `HH:MM`; empty: none in particular."""


@value
class PlanDecided:
    """The plan of a day as it was shown, with its reasons."""

    id: UUID
    at: datetime
    day: date
    plan: Plan


@value
class PracticeRow:
    """A session as far as the plan needs it: no segments, so that years are read at once."""

    session_id: UUID
    at: datetime
    """In the local time of the session."""
    routine: str
    purpose: str
    """`practice`, or `break` for a stretch break."""
    length_s: float
    """As planned."""
    held_s: float
    """Of holds, contractions and repetitions, as really done."""
    completed: bool
    effort: int | None
    """0 to 10."""
    pain_during: int | None
    """0 to 10."""
    pinch: bool | None
    """As answered afterwards."""
    rungs: tuple[tuple[str, int], ...]
    """(exercise, rung) that the session began with."""
    events: tuple[tuple[EventKind, str, float], ...]
    """(kind, exercise, amount) of each pinch and each change to an easier variant, by time."""
    withdrawn: bool = False
    """Whether it was somebody else's: it tells nothing then."""
