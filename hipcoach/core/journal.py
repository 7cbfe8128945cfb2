"""What the journal keeps, as values; every row is written once and never edited."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hipcoach.core.side import Side
from hipcoach.core.value import value

if TYPE_CHECKING:  # uuid asks for the platform when it is imported, and windows start sooner
    from datetime import datetime
    from uuid import UUID

HOLDS = frozenset({"work", "contract"})
"""Phases in which something is held: these seconds count as practice."""


class JournalFault(StrEnum):
    """Why a journal can't be opened, read or written: the codes of `StoreError`.

    Its details hold `path` for a file, `url` (without password) for a server.
    """

    LOCKED = "locked"
    """Another program keeps it to itself; tried again later it may work."""
    READ_ONLY = "read-only"
    """The file, its folder or the disk can be read and not written."""
    NO_PERMISSION = "no-permission"
    """The file or its folder is closed to us; a server forbids this to our user."""
    DAMAGED = "damaged"
    """The file is no database, or a broken one."""
    NOT_A_JOURNAL = "not-a-journal"
    """A sound database, or a folder, of something else."""
    NEWER = "newer"
    """Written by a newer program; details: `found` and `known`."""
    DISK_FULL = "disk-full"
    """No room for another row."""
    DISK_FAILS = "disk-fails"
    """The disk gives errors of its own."""
    BAD_URL = "bad-url"
    """The address of the database can't be understood."""
    NO_DRIVER = "no-driver"
    """A Python package is missing for this kind of database; details: `driver`."""
    UNREACHABLE = "unreachable"
    """The server doesn't answer, turns us away at the door, or let go in the middle."""
    NO_SESSION = "no-session"
    """A row of a session that was never opened; details: `session`."""
    REPLACED = "replaced"
    """Another file lies in its place by now; opened anew, that is the journal."""
    FAILED = "failed"
    """Anything else that the database refuses; details: `error`, the kind of it."""


class Shell(StrEnum):
    """Where a session was followed."""

    WINDOW = "window"
    TERMINAL = "terminal"


class Purpose(StrEnum):
    """What a session was for."""

    PRACTICE = "practice"
    BREAK = "break"
    """A stretch break, which does not count towards the week."""


class EventKind(StrEnum):
    """What a person did in the middle of a session."""

    PINCH = "pinch"
    EASIER = "easier"
    SKIPPED = "skipped"
    RESTARTED = "restarted"
    SWAPPED = "swapped"
    LENGTHENED = "lengthened"
    PAUSED = "paused"
    RESUMED = "resumed"


class CloseReason(StrEnum):
    """How a session ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    """The person stopped it."""
    UNFINISHED = "unfinished"
    """It broke off (a crash, a power cut) and was closed at a later start."""


@value
class SessionOpened:
    """The start of a session; all that is needed to compile the same timeline again."""

    id: UUID
    at: datetime
    """Aware, in the person's zone."""
    zone: str
    """IANA name of that zone, or its offset such as `+01:00`."""
    routine: str
    shell: Shell
    first_side: Side
    rungs: tuple[tuple[str, int], ...]
    """(exercise, rung) as compiled, sorted by exercise."""
    length_s: float
    """Of the timeline as compiled."""
    version: str
    """Of the program."""
    purpose: Purpose = Purpose.PRACTICE


@value
class SegmentDone:
    """A segment of the timeline that came to its end, or was left."""

    id: UUID
    session_id: UUID
    at: datetime
    index: int
    """Of the segment in its timeline."""
    chapter: int
    phase: str
    exercise: str
    side: Side | None
    rung: int
    planned_s: float
    held_s: float
    """Seconds that it really lasted, pauses not counted."""
    completed: bool


@value
class SessionEvent:
    """Something that the person did or said during a session."""

    id: UUID
    session_id: UUID
    at: datetime
    kind: EventKind
    exercise: str
    side: Side | None
    chapter: int
    """Chapter of the timeline in which it happened, from 0."""
    amount: float = 0.0
    """Seconds for `lengthened` (negative: shortened), rungs for `easier` and `pinch`."""


@value
class SessionClosed:
    """The end of a session."""

    id: UUID
    session_id: UUID
    at: datetime
    reason: CloseReason


@value
class SessionAnswers:
    """How it felt; `None` is *not answered*, which is different from zero."""

    id: UUID
    session_id: UUID
    at: datetime
    effort: int | None
    """0 to 10."""
    pain_during: int | None
    """0 to 10."""
    pinch: bool | None
    """A pinch at the front of the hip."""


@value
class SafetyAnswers:
    """What was answered before the first session (and whenever it is asked again)."""

    id: UUID
    at: datetime
    flags: tuple[str, ...]
    """Codes of the red flags that apply (see `core.safety`); empty: none."""


@value
class SelfCheckDone:
    """A look at one's own hips, and what was suggested then."""

    id: UUID
    at: datetime
    answers: tuple[tuple[str, str], ...]
    """(question, answer) as `core.self_check` has their codes, sorted; without what was skipped."""
    routine: str
    """The routine that was suggested."""
    reasons: tuple[str, ...]
    """Codes of why."""


@value
class SessionRecord:
    """One session as the journal tells it: its rows folded together."""

    opened: SessionOpened
    segments: tuple[SegmentDone, ...]
    """By time."""
    events: tuple[SessionEvent, ...]
    """By time."""
    closed: SessionClosed | None
    """The newest row, where there are several."""
    answers: SessionAnswers | None
    """The newest row, where there are several."""
    withdrawn: bool = False
    """Whether it was somebody else's."""

    @property
    def held_s(self) -> float:
        """Seconds of holds, contractions and repetitions."""
        return sum(row.held_s for row in self.segments if row.phase in HOLDS)
