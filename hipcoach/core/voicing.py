"""Which cue is heard: one at a time, the weightier one first, nothing late, nothing queued."""

from __future__ import annotations

from typing import Final

from hipcoach.core.cueing import HALFWAY, TEN_SECONDS
from hipcoach.core.timeline import TONES, Cue, CueKind, CueText, Priority
from hipcoach.core.value import value

LATE_S: Final = 0.5
"""A line that comes later than this is shown but no longer said."""
JITTER_S: Final = 0.02
"""Two cues may touch by this much and still count as one after the other."""
PUT_OFF_S: Final = 4.0
"""A change of sides waits so long for an answer to end: it is over before the next hold."""
BREATH_S: Final = 0.3
"""Silence between an answer and the change of sides that waited for it."""
PAUSED: Final = CueText("paused")
MOMENTARY: Final = frozenset({HALFWAY, TEN_SECONDS, PAUSED})
"""Lines that are true when they are said, and not for long."""


@value
class CueDue:
    """Something to be heard and read."""

    cue: Cue
    voiced: bool
    """Whether it is to be heard: it is not late, and nothing above it is being said."""
    shown: bool = True
    """Whether it is to be read: a late one still is, one that gave way is not."""


class Voicing:
    """What is being said, what was said last, and what waits beside the timeline."""

    def __init__(self) -> None:
        self.last_line: Cue | None = None
        """The last line worth hearing again; counts, tones and momentary ones are none."""
        self._in_hand: Cue | None = None
        self._busy_until_s = float("-inf")
        self._busy_with = Priority.HALFWAY
        self._waiting: list[tuple[float, Cue]] = []

    def line_in_hand(self, now: float) -> Cue | None:
        """The line that is being said now; counts and tones are none."""
        return self._in_hand if self._busy_until_s > now else None

    def next_at(self) -> float:
        """Clock time of the next waiting cue; infinity where there is none."""
        return min((at for at, _ in self._waiting), default=float("inf"))

    def wait(self, cues: list[tuple[float, Cue]]) -> None:
        """Cues at clock times, in place of what has been waiting."""
        self._waiting = cues

    def due(self, until: float, now: float) -> list[CueDue]:
        """The waiting cues whose time has come."""
        due = [(at, cue) for at, cue in self._waiting if at <= until]
        self._waiting = [(at, cue) for at, cue in self._waiting if at > until]
        return [self.heard(cue, at, now) for at, cue in due]

    def heard(self, cue: Cue, at: float, now: float) -> CueDue:
        """A cue on its way out: said, unless it is late or something above it is being said."""
        free = at >= self._busy_until_s - JITTER_S or cue.priority < self._busy_with
        voiced = free and now - at <= LATE_S
        of_words = cue.text not in TONES and cue.kind is not CueKind.COUNT
        if voiced:
            self._busy_until_s = at + cue.length_s
            self._busy_with = cue.priority
            self._in_hand = cue if of_words else None
        if free and of_words and cue.text not in MOMENTARY:
            self.last_line = cue
        if not free and cue.kind is CueKind.SWITCH and self._answering_for_s(at) <= PUT_OFF_S:
            # Whoever pressed a key must not miss the side: nothing else would say it.
            self._waiting.append((self._busy_until_s + BREATH_S, cue))
        return CueDue(cue, voiced=voiced, shown=free)

    def _answering_for_s(self, at: float) -> float:
        """Seconds until an answer that is being said is over; infinity where it is none."""
        answers = self._busy_with is Priority.ACKNOWLEDGE
        return self._busy_until_s - at if answers else float("inf")

    def again(self, now: float) -> list[CueDue]:
        """The last line once more, above everything but safety."""
        if self.last_line is None:
            return []
        self._busy_until_s = now + self.last_line.length_s
        self._busy_with = Priority.ACKNOWLEDGE
        self._in_hand = self.last_line
        return [CueDue(self.last_line, voiced=True)]

    def hush(self) -> None:
        """Nothing is being said any more, and nothing waits."""
        self._busy_until_s = float("-inf")
        self._waiting = []
