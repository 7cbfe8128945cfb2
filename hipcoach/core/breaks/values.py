"""What the machine is given and what it gives: samples, commands, events."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from hipcoach.core.value import value


class Guard(StrEnum):
    """A reason to hold a break back; where there are several, the first here is named."""

    MEETING = "meeting"
    CALL = "call"
    DO_NOT_DISTURB = "do_not_disturb"
    FULLSCREEN = "fullscreen"
    SESSION = "session"
    """A guided session: practice, and so time away."""


@value
class Sample:
    """How things stand at one moment; taken about once a second."""

    mono: float
    """Seconds of a clock that stands still while the machine is suspended."""
    boot: float
    """Seconds of a clock that runs on while the machine is suspended."""
    wall: datetime
    """Local date and time in a real time zone, not with a bare offset."""
    idle: float | None = 0.0
    """Seconds since the last input; `None` where this desktop will not tell."""
    locked: bool | None = False
    """Whether the screen is locked; `None` where this desktop will not tell."""
    guards: frozenset[Guard] = frozenset()


class Order(StrEnum):
    """A command that needs no more than its name."""

    START = "start"
    """Begin the break that is offered, owed or to come."""
    SKIP = "skip"
    PAUSE = "pause"
    """Without an end."""
    PAUSE_UNTIL_TOMORROW = "pause-until-tomorrow"
    RESUME = "resume"
    END_MEETING = "end-meeting"
    BREAK_NOW = "break-now"
    """Begin a break, whatever the hours, pauses and guards."""


@value
class Finish:
    """The running break is over."""

    done_s: float
    """Seconds of it that were done."""


@value
class Snooze:
    """Offer the break later."""

    length_s: float


@value
class PauseFor:
    """No breaks for so many seconds, whatever the clock on the wall does."""

    length_s: float


@value
class PauseUntil:
    """No breaks until the clock shows that moment."""

    moment: datetime
    """Aware."""


@value
class MeetingFor:
    """In a meeting for so many seconds."""

    length_s: float


Command = Order | Finish | Snooze | PauseFor | PauseUntil | MeetingFor


class EventKind(StrEnum):
    """What can happen."""

    NOTICE = "notice"
    """A break is near."""
    DUE = "due"
    """A break is offered."""
    HELD = "held"
    """A break is owed, and a guard holds it back."""
    IGNORED = "ignored"
    """Nobody answered the offer; it comes again."""
    MISSED = "missed"
    """Nobody answered three offers."""
    STARTED = "started"
    TAKEN = "taken"
    """At least half of the break was done."""
    CUT_SHORT = "cut_short"
    """Less than half of the break was done."""
    SNOOZED = "snoozed"
    REFUSED = "refused"
    """A command that can't be followed now."""
    SKIPPED = "skipped"
    SATISFIED = "satisfied"
    """Time away was the break."""
    PAUSED = "paused"
    RESUMED = "resumed"
    FRESH_START = "fresh_start"
    """What was stored could not be read."""


class Refusal(StrEnum):
    """Why a command can't be followed."""

    NOT_NOW = "not-now"
    """There is nothing to start, snooze or skip: outside the hours, paused or in a break."""
    TOO_MANY = "too-many"
    """This break has been snoozed as often as the settings allow."""
    NO_LENGTH = "no-length"
    """A length that is not above 0."""
    NOT_IN_FUTURE = "not-in-future"
    """An end that has been."""


@value
class Event:
    """Something that happened."""

    kind: EventKind
    at: datetime
    """Local time, aware, of the sample or the last one before the command."""
    reason: Guard | Refusal | None = None
    """The guard that holds a break, or why a command was refused."""
    length_s: float | None = None
    """Seconds of the snooze, of the break that was done, of the time away that was one."""


class Standing(StrEnum):
    """How the machine stands."""

    OUTSIDE = "outside"
    """Of the working hours, or on a day off."""
    PAUSED = "paused"
    WAITING = "waiting"
    HELD = "held"
    OFFERED = "offered"
    RUNNING = "running"
    """A break is being done."""
