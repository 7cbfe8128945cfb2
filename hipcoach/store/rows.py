"""The rows of the journal and their tables: written once and never edited."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlalchemy.schema import SchemaItem

from hipcoach.store.tables import METADATA, RowTable

HELD: Final = text("phase IN ('contract', 'work')")
"""Of a segment: something was held. The words themselves, as an index of SQLite knows no others."""


def _of_session() -> tuple[SchemaItem, ...]:
    """What ties rows to their session."""
    return (
        ForeignKeyConstraint(["session_id"], ["sessions.id"]),
        Index(None, "session_id", "at"),
    )


class SessionRow(NamedTuple):
    """The start of a session."""

    id: UUID
    at: datetime
    zone: str
    offset_s: int
    """Seconds that the local time was ahead of UTC: true even where the zone is unknown."""
    routine: str
    shell: str
    first_side: str
    rungs: list[tuple[str, int]]
    length_s: float
    version: str
    purpose: str = "practice"


SESSIONS = RowTable("sessions", SessionRow, Index(None, "at"))


class SegmentRow(NamedTuple):
    """A segment that ended."""

    id: UUID
    session_id: UUID
    at: datetime
    number: int
    """Of the segment in its timeline; `index` is a word of SQL."""
    chapter: int
    phase: str
    exercise: str
    side: str | None
    rung: int
    planned_s: float
    held_s: float
    completed: bool


SEGMENTS = RowTable(
    "segments",
    SegmentRow,
    *_of_session(),
    Index(None, "session_id", "phase", "held_s", sqlite_where=HELD),
)


class EventRow(NamedTuple):
    """What the person did in the middle of a session."""

    id: UUID
    session_id: UUID
    at: datetime
    kind: str
    exercise: str
    side: str | None
    chapter: int
    amount: float


EVENTS = RowTable("session_events", EventRow, *_of_session())


class EndRow(NamedTuple):
    """The end of a session."""

    id: UUID
    session_id: UUID
    at: datetime
    reason: str


ENDS = RowTable("session_ends", EndRow, *_of_session())


class AnswersRow(NamedTuple):
    """How a session felt."""

    id: UUID
    session_id: UUID
    at: datetime
    effort: int | None
    pain_during: int | None
    pinch: bool | None


ANSWERS = RowTable("session_answers", AnswersRow, *_of_session())


class SafetyRow(NamedTuple):
    """What was answered before the first session."""

    id: UUID
    at: datetime
    flags: list[str]
    offset_s: int | None
    """Of rows older than the third form it is not known."""


SAFETY_ANSWERS = RowTable("safety_answers", SafetyRow, Index(None, "at"))


class SelfCheckRow(NamedTuple):
    """A look at one's own hips."""

    id: UUID
    at: datetime
    answers: list[tuple[str, str]]
    routine: str
    reasons: list[str]
    offset_s: int | None
    """Of rows older than the third form it is not known."""


SELF_CHECKS = RowTable("self_checks", SelfCheckRow, Index(None, "at"))


class NextDayRow(NamedTuple):
    """How a practice day felt afterwards."""

    id: UUID
    at: datetime
    offset_s: int
    day: date
    days_after: int
    reply: str
    pain: int | None
    soreness: str | None
    sketchy: bool | None


NEXT_DAY_ANSWERS = RowTable("next_day_answers", NextDayRow, Index(None, "at"))


class ClearanceRow(NamedTuple):
    """A health professional has said that practice may go on."""

    id: UUID
    at: datetime
    offset_s: int
    day: date
    given_by: str
    """`by` is a word of SQL."""
    words: str


CLEARANCES = RowTable("clearances", ClearanceRow, Index(None, "at"))


class CeilingRow(NamedTuple):
    """The most that the person wants."""

    id: UUID
    at: datetime
    offset_s: int
    level: int


CEILINGS = RowTable("ceilings", CeilingRow, Index(None, "at"))


class AboutYouRow(NamedTuple):
    """What the person said about themselves."""

    id: UUID
    at: datetime
    offset_s: int
    goals: list[str]
    usual_pain: int | None
    kneels: bool | None
    props: list[str] | None
    weekdays: list[int]
    time_of_day: str


ABOUT_YOU = RowTable("about_you", AboutYouRow, Index(None, "at"))


class PlanRow(NamedTuple):
    """The plan of a day as it was shown."""

    id: UUID
    at: datetime
    offset_s: int
    day: date
    action: str
    level: int
    weekly_min: int
    weekly_max: int
    next_day: date | None
    reasons: list[dict[str, Any]]
    rules_version: int


PLANS = RowTable("plans", PlanRow, Index(None, "at"))


class BreakRow(NamedTuple):
    """Something that happened to a stretch break."""

    id: UUID
    at: datetime
    offset_s: int
    kind: str
    reason: str
    settings: dict[str, int | str]


BREAK_EVENTS = RowTable("break_events", BreakRow, Index(None, "at"))


class NoteRow(NamedTuple):
    """Something that the person wrote to a practice day."""

    id: UUID
    at: datetime
    offset_s: int
    day: date
    words: str


NOTES = RowTable("notes", NoteRow, Index(None, "day"))


class WithdrawalRow(NamedTuple):
    """Whether a session is left out of plan and counts."""

    id: UUID
    session_id: UUID
    at: datetime
    offset_s: int
    withdrawn: bool


WITHDRAWALS = RowTable("withdrawals", WithdrawalRow, *_of_session())


class ForgottenRow(NamedTuple):
    """Days that were deleted for good, or brought back: nothing of what they held."""

    id: UUID
    at: datetime
    """Rows from before it are meant."""
    offset_s: int
    first: date | None
    last: date | None
    gone: bool


FORGOTTEN = RowTable("forgotten", ForgottenRow)

TABLES: Final = METADATA
"""Every table of the journal."""
