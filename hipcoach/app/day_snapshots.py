"""The story of a day as the History page tells it, as values; all words are ready to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipcoach.core.value import value

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from hipcoach.app.plan_snapshots import Asked
    from hipcoach.core.tolerance import Tolerance


@value
class HoldLine:
    """One exercise on one side, as it was done in a session."""

    exercise: str
    side: str
    """Empty: both, or neither."""
    held: str
    """Such as `2 × 30 s`."""
    rung: str
    """Name of the variant."""
    cut: bool = False
    """Whether one of the holds was left before its end."""


@value
class SessionStory:
    """A session that was done."""

    id: UUID
    title: str
    """When, and which routine."""
    summary: str
    """How long was held, how it ended and how it felt, in a sentence."""
    colour: str
    """Name of the routine's colour; empty: it has none."""
    holds: tuple[HoldLine, ...]
    """In the order in which they came."""
    happened: tuple[str, ...] = ()
    """What was done or noticed in the middle, a few words each."""
    withdrawn: bool = False
    """Whether the person said that it was not theirs."""


@value
class AnswerStory:
    """What was said of a day afterwards."""

    words: str
    replaced: bool = False
    """Whether a newer answer to the same question counts in its place."""


@value
class BreakMark:
    """Something that happened to a stretch break."""

    minute: int
    """Of the practice day, from 4 am."""
    kind: str
    """Code of the event."""
    words: str
    """When and what."""


@value
class NoteStory:
    """What was written to a day."""

    words: str
    when: str
    """When it was written."""


@value
class DayStory:
    """A day, told in full."""

    day: date
    title: str
    words: str
    """All of it in a sentence."""
    sessions: tuple[SessionStory, ...]
    missing: str
    """What to say in place of sessions; empty: there are some."""
    answers: tuple[AnswerStory, ...]
    """How it felt afterwards, by time."""
    felt: str
    """How it was tolerated, in a sentence; empty: nothing is known."""
    tolerance: Tolerance | None
    plan: tuple[str, ...]
    """The plan of the day and why, a sentence each; empty: none was kept."""
    plan_title: str
    breaks: tuple[BreakMark, ...]
    breaks_words: str
    notes: tuple[NoteStory, ...]
    """By time."""
    events: tuple[str, ...] = ()
    """Warning signs and clearances of the day, a sentence each."""
    asked: tuple[Asked, ...] = ()
    """Questions that can be answered, or answered anew."""
    later: bool = False
    """Whether there is a day after it to go to."""
