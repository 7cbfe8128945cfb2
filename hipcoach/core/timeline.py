"""The timeline: what happens when in a session, as one value.

Window, voice, captions, terminal and journal all read it; nothing else decides when
something happens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import IntEnum, StrEnum

from hipcoach.core.side import Side
from hipcoach.core.value import value


class Phase(StrEnum):
    """What a stretch of time is for."""

    ANNOUNCE = "announce"
    TRANSITION = "transition"
    GET_READY = "get_ready"
    WORK = "work"
    CONTRACT = "contract"
    RELAX = "relax"
    SWITCH = "switch"
    REST = "rest"
    FINISH = "finish"

    @property
    def practised(self) -> bool:
        """Whether the hip works or stretches in it."""
        return self in {Phase.WORK, Phase.CONTRACT}


class CueKind(StrEnum):
    """What a cue does."""

    NAME = "name"
    SETUP = "setup"
    SAFETY = "safety"
    COUNT = "count"
    START = "start"
    INTENT = "intent"
    BREATHING = "breathing"
    HALFWAY = "halfway"
    REMAINING = "remaining"
    END = "end"
    SWITCH = "switch"
    RELAX = "relax"
    ACKNOWLEDGE = "acknowledge"


class Priority(IntEnum):
    """Which cue is heard where two would collide: the lower number."""

    SAFETY = 1
    ACKNOWLEDGE = 2
    START_END = 3
    SWITCH = 4
    COUNT = 5
    NAME = 6
    SETUP = 7
    HALFWAY = 8


class Form(StrEnum):
    """How much of a line is said."""

    FULL = "full"
    SHORT = "short"


@value
class CueText:
    """What is to be said, as a code; `core.wording` has the words.

    Codes of an exercise begin with its id and a slash; the others are common ones.
    """

    code: str
    side: Side | None = None
    form: Form = Form.FULL


TICK = CueText("tick")
START_TONE = CueText("start-tone")
END_TONE = CueText("end-tone")
TONES = frozenset({TICK, START_TONE, END_TONE})
"""Cues that are a sound and no words."""


@value
class Cue:
    """Something to be heard and read at a point of the timeline."""

    at_s: float
    length_s: float
    kind: CueKind
    priority: Priority
    text: CueText

    @property
    def end_s(self) -> float:
        """Where it is over."""
        return self.at_s + self.length_s


@value
class Segment:
    """A stretch of the timeline with one purpose."""

    index: int
    key: str
    """Names the same segment in a timeline that was compiled again with adjustments."""
    start_s: float
    length_s: float
    phase: Phase
    exercise: str
    side: Side | None
    rung: int
    step: int
    """Index of the routine's step."""
    run: int
    """Index of the set and side within the step."""
    chapter: int
    """Index of the chapter: one side of one set, with what leads up to it."""
    pose_from: str
    pose_to: str
    reps: int = 0
    """Times from `pose_from` to `pose_to` and back; 0: one way, then stay."""
    contraction: str = ""
    """Id of the contraction, in `contract`."""

    @property
    def end_s(self) -> float:
        """Where the next one starts; to the millisecond, as starts are."""
        return round(self.start_s + self.length_s, 3)


@value
class Timeline:
    """A routine compiled: segments without gaps, and the cues upon them."""

    routine: str
    segments: tuple[Segment, ...]
    cues: tuple[Cue, ...]

    @property
    def length_s(self) -> float:
        """Seconds from start to end."""
        return self.segments[-1].end_s

    @property
    def chapters(self) -> int:
        """How many chapters there are."""
        return self.segments[-1].chapter + 1

    def segment_at(self, position_s: float) -> Segment:
        """The segment that contains the position; the last one from the end on."""
        found = bisect_right(self.segments, position_s, key=lambda segment: segment.start_s)
        return self.segments[max(found - 1, 0)]

    def cue_index(self, position_s: float) -> int:
        """Index of the first cue at or after a position; the number of cues where none is."""
        return bisect_left(self.cues, position_s, key=lambda cue: cue.at_s)

    def chapter_start(self, chapter: int) -> Segment:
        """The first segment of a chapter."""
        return next(segment for segment in self.segments if segment.chapter == chapter)

    def restart_point(self, segment: Segment) -> Segment:
        """Where to begin again: the count before the hold, or the chapter before that count."""
        ready = [
            before
            for before in self.segments[: segment.index + 1]
            if before.chapter == segment.chapter and before.phase is Phase.GET_READY
        ]
        return ready[-1] if ready else self.chapter_start(segment.chapter)
