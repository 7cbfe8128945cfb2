"""Walks a timeline: given the time, it returns what has happened since the last call.

It never reads a clock: every method is given `now`, seconds of a monotonic clock.
Events come in order and each once, however late the call.
"""

from __future__ import annotations

from enum import StrEnum
from math import ceil
from typing import Final

from hipcoach.core.cueing import COUNT_WORDS, TICK_S, Lengths
from hipcoach.core.timeline import (
    TICK,
    Cue,
    CueKind,
    CueText,
    Priority,
    Segment,
    Timeline,
)
from hipcoach.core.value import value
from hipcoach.core.voicing import PAUSED, CueDue, Voicing

COUNT_IN_S: Final = 3
"""Seconds counted before a session goes on after a pause."""
AGAIN_S: Final = 2.0
"""Asked to go back twice within this time: the chapter before."""
ACKNOWLEDGE_AFTER_S: Final = 0.4
"""Silence before an answer, so that what was cut and the answer are told apart."""


class State(StrEnum):
    """How the player stands."""

    READY = "ready"
    PLAYING = "playing"
    PAUSED = "paused"
    COUNTING_IN = "counting-in"
    FINISHED = "finished"


@value
class SegmentStarted:
    """A segment begins."""

    segment: Segment


@value
class SegmentEnded:
    """A segment is over."""

    segment: Segment
    held_s: float
    completed: bool


@value
class Silenced:
    """Whatever sounds is to stop at once."""


@value
class Finished:
    """The timeline has come to its end."""


Event = SegmentStarted | SegmentEnded | CueDue | Silenced | Finished


class Player:
    """A timeline in progress."""

    def __init__(
        self,
        timeline: Timeline,
        lengths: Lengths,
        *,
        spoken_count: bool,
        start_chapter: int = 0,
    ) -> None:
        self.timeline = timeline
        self.state = State.READY
        self._lengths = lengths
        self._spoken_count = spoken_count
        self._segment = timeline.chapter_start(min(start_chapter, timeline.chapters - 1))
        self._position_s = self._segment.start_s
        self._origin_s = 0.0
        """Clock time at which position 0 was, or would have been."""
        self._next_cue = self.timeline.cue_index(self._position_s)
        self._voicing = Voicing()
        self._cut: Cue | None = None
        """The line that a pause cut off."""
        self._count_until_s = 0.0
        self._back_at_s = float("-inf")

    @property
    def segment(self) -> Segment:
        """The segment in hand."""
        return self._segment

    @property
    def over(self) -> bool:
        """Whether the timeline has come to its end."""
        return self.state is State.FINISHED

    @property
    def position_s(self) -> float:
        """Seconds into the timeline, as of the last call."""
        return self._position_s

    def count_in(self, now: float) -> int:
        """3, 2, 1 while counting in, else 0."""
        if self.state is not State.COUNTING_IN:
            return 0
        return min(COUNT_IN_S, max(1, ceil(self._count_until_s - now)))

    def next_at(self) -> float:
        """Clock time of the next event; infinity where none will come by itself."""
        times = [self._voicing.next_at()]
        if self.state is State.COUNTING_IN:
            times.append(self._count_until_s)
        if self.state is State.PLAYING:
            times.append(self._origin_s + self._segment.end_s)
            if self._next_cue < len(self.timeline.cues):
                times.append(self._origin_s + self.timeline.cues[self._next_cue].at_s)
        return min(times)

    def start(self, now: float) -> list[Event]:
        """Begin."""
        self.state = State.PLAYING
        self._origin_s = now - self._position_s
        return [SegmentStarted(self._segment), *self.tick(now)]

    def tick(self, now: float) -> list[Event]:
        """Everything that has come due since the last call."""
        events: list[Event] = []
        if self.state is State.COUNTING_IN:
            events += self._voicing.due(min(now, self._count_until_s), now)
            if now >= self._count_until_s:
                self.state = State.PLAYING
                self._origin_s = self._count_until_s - self._position_s
                events += self._say_again(self._count_until_s, now)
        if self.state is State.PLAYING:
            events += self._walk(now)
        if self.state is not State.COUNTING_IN:
            events += self._voicing.due(now, now)
        return events

    def pause(self, now: float) -> list[Event]:
        """Stand still; what is left stays left."""
        if self.state not in {State.PLAYING, State.COUNTING_IN}:
            return []
        events = self.tick(now)
        if self.over:
            return events
        self.state = State.PAUSED
        self._cut = self._voicing.line_in_hand(now)
        return [*events, *self.answer(now, PAUSED)]

    def resume(self, now: float) -> list[Event]:
        """Count to three, then go on."""
        if self.state is not State.PAUSED:
            return []
        self.state = State.COUNTING_IN
        self._count_until_s = now + COUNT_IN_S
        self._voicing.hush()
        at_s, spoken = self._position_s, self._spoken_count
        self._voicing.wait(
            [
                (now + second, _counted(second, at_s, self._lengths, spoken=spoken))
                for second in range(COUNT_IN_S)
            ]
        )
        return [Silenced(), *self.tick(now)]

    def skip(self, now: float) -> list[Event]:
        """On to the next chapter, or to the finish from the last."""
        events = self.tick(now)
        chapter = self._segment.chapter + 1
        if chapter < self.timeline.chapters:
            target = self.timeline.chapter_start(chapter)
        else:
            target = self.timeline.segments[-1]
        if target.index <= self._segment.index:
            return events
        return [*events, *self._jump(now, target)]

    def back(self, now: float) -> list[Event]:
        """To the count before this hold; asked again within two seconds, a chapter back."""
        events = self.tick(now)
        again = now - self._back_at_s <= AGAIN_S
        self._back_at_s = now
        chapter = self._segment.chapter
        if again and chapter:
            target = self.timeline.chapter_start(chapter - 1)
        else:
            target = self.timeline.restart_point(self._segment)
        return [*events, *self._jump(now, target)]

    def leave(self, now: float) -> list[Event]:
        """Break off: the segment in hand ends here, and nothing comes after it."""
        events = self.tick(now)
        if self.state in {State.FINISHED, State.READY}:
            return events
        self.state = State.FINISHED
        self._voicing.hush()
        held_s = self._position_s - self._segment.start_s
        return [*events, SegmentEnded(self._segment, held_s, completed=False), Silenced()]

    def repeat(self, now: float) -> list[Event]:
        """Say the last line once more."""
        events = self.tick(now)
        if self.over:
            return events
        self._voicing.hush()
        return [*events, Silenced(), *self._voicing.again(now)]

    def answer(self, now: float, text: CueText) -> list[Event]:
        """Say something beside the timeline, as an answer to what was asked."""
        cue = Cue(
            self._position_s,
            self._lengths(text),
            CueKind.ACKNOWLEDGE,
            Priority.ACKNOWLEDGE,
            text,
        )
        self._voicing.hush()
        self._voicing.wait([(now + ACKNOWLEDGE_AFTER_S, cue)])
        return [Silenced()]

    def exchange(self, now: float, timeline: Timeline) -> list[Event]:
        """Go on in a timeline that was compiled again, at the same point of the same segment.

        Where that segment is gone, at the start of the first one that came after it.
        """
        events = self.tick(now)
        if self.over:
            return events
        elapsed_s = self._position_s - self._segment.start_s
        old = self._segment
        self.timeline = timeline
        found = next((s for s in timeline.segments if s.key == old.key), None)
        if found is None:
            after = (s for s in timeline.segments if s.chapter >= old.chapter)
            found = next((s for s in after if s.index >= old.index), timeline.segments[-1])
            events.append(SegmentEnded(old, elapsed_s, completed=False))
            events.append(SegmentStarted(found))
            elapsed_s = 0.0
        self._move(now, found, found.start_s + min(elapsed_s, found.length_s))
        return events

    def _walk(self, now: float) -> list[Event]:
        """Segments and cues up to now, in the order of the timeline."""
        events: list[Event] = []
        to_s = now - self._origin_s
        cues = self.timeline.cues
        while True:
            cue_s = cues[self._next_cue].at_s if self._next_cue < len(cues) else float("inf")
            end_s = self._segment.end_s
            if min(cue_s, end_s) > to_s:
                break
            if cue_s < end_s:
                events.append(
                    self._voicing.heard(cues[self._next_cue], self._origin_s + cue_s, now)
                )
                self._next_cue += 1
                continue
            events.append(SegmentEnded(self._segment, self._segment.length_s, completed=True))
            if self._segment.index + 1 == len(self.timeline.segments):
                self.state = State.FINISHED
                self._position_s = self.timeline.length_s
                return [*events, Finished()]
            self._segment = self.timeline.segments[self._segment.index + 1]
            self._position_s = self._segment.start_s
            events.append(SegmentStarted(self._segment))
        self._position_s = max(to_s, self._position_s)
        return events

    def _move(self, now: float, segment: Segment, position_s: float) -> None:
        self._segment = segment
        self._position_s = position_s
        self._origin_s = now - position_s
        self._next_cue = self.timeline.cue_index(position_s)
        # It may be of the side or the exercise that was left.
        self._cut = None

    def _jump(self, now: float, target: Segment) -> list[Event]:
        if self.state in {State.FINISHED, State.READY}:
            return []
        held_s = self._position_s - self._segment.start_s
        left = SegmentEnded(self._segment, held_s, completed=False)
        self._move(now, target, target.start_s)
        self._voicing.hush()
        return [left, Silenced(), SegmentStarted(target)]

    def _say_again(self, at: float, now: float) -> list[Event]:
        """The line that the pause cut off, where there is room for it before the next."""
        cue, self._cut = self._cut, None
        if cue is None or cue.kind is CueKind.ACKNOWLEDGE:
            return []
        cues = self.timeline.cues
        next_s = cues[self._next_cue].at_s if self._next_cue < len(cues) else float("inf")
        room_s = min(next_s, self._segment.end_s) - self._position_s
        return [self._voicing.heard(cue, at, now)] if cue.length_s <= room_s else []


def _counted(second: int, at_s: float, lengths: Lengths, *, spoken: bool) -> Cue:
    """One number, or one tick, of the count after a pause."""
    text = COUNT_WORDS[second] if spoken else TICK
    length_s = lengths(text) if spoken else TICK_S
    return Cue(at_s, length_s, CueKind.COUNT, Priority.COUNT, text)
