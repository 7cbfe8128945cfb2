"""The sheet that a timeline is written on: segment after segment, with cues upon them."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Final

from hipcoach.core.cueing import GAP_S, Lengths, end_tone
from hipcoach.core.exercise import Position
from hipcoach.core.run import Run
from hipcoach.core.side import Side
from hipcoach.core.timeline import (
    TONES,
    Cue,
    CueKind,
    CueText,
    Phase,
    Priority,
    Segment,
    Timeline,
)

GRID_S: Final = 0.5
"""Segments that wait for speech end on this grid, so that a score is easy to read."""

CHANGE_SIDES_S: Final = {
    Position.LYING: 4.0,
    # From one knee to the other takes getting halfway up.
    Position.KNEELING: 6.0,
    Position.STANDING: 4.0,
    # Around to the other edge of the chair.
    Position.SEATED: 6.0,
}
"""Seconds from one side to the other within a position."""
_FLOOR = frozenset({Position.LYING, Position.KNEELING})


def on_grid(seconds: float) -> float:
    """The next half second."""
    return ceil(round(seconds / GRID_S, 6)) * GRID_S


def transition_s(before: Position, after: Position) -> float:
    """Seconds that a person needs to get from one position into another.

    Floor to standing and back takes 8 to 10 s.
    """
    if before is after:
        return CHANGE_SIDES_S[before]
    if before in _FLOOR and after in _FLOOR:
        return 6.0
    if before in _FLOOR or after in _FLOOR:
        return 9.0
    return 6.0


class Score:
    """Collects segments and cues; cue times are given within the segment in hand."""

    def __init__(self, routine: str, lengths: Lengths, *, spoken_count: bool) -> None:
        self.routine = routine
        self.spoken_count = spoken_count
        self.at_s = 0.0
        """Where the segment in hand starts."""
        self.position = Position.STANDING
        """Where the body is: people start on their feet."""
        self._lengths = lengths
        self._segments: list[Segment] = []
        self._cues: list[Cue] = []
        self._chapter = -1
        self._pose = ""
        self._tone_due = False

    def length(self, text: CueText) -> float:
        """Seconds that a cue takes."""
        return 0.0 if text in TONES else self._lengths(text)

    def longest(self, text: CueText) -> float:
        """Seconds that a cue takes on the side where it is longer, so that sides stay equal."""
        sides = {text.side, *(Side if text.side else ())}
        return max(self.length(CueText(text.code, side, text.form)) for side in sides)

    @property
    def lengths(self) -> Lengths:
        """The table of lengths itself."""
        return self._lengths

    def open_chapter(self, run: Run) -> None:
        """Begin a chapter."""
        self._chapter += 1
        if not self._pose:
            self._pose = run.pose(run.rung.start)

    def say(self, at_s: float, kind: CueKind, priority: Priority, text: CueText) -> float:
        """Put a line at a second of the segment in hand; gives the second at which it ends."""
        length = self.length(text)
        if length > 0:
            self._cues.append(Cue(round(self.at_s + at_s, 3), length, kind, priority, text))
        return at_s + length

    def say_all(self, at_s: float, lines: Iterable[tuple[CueKind, Priority, CueText]]) -> float:
        """Put lines one after the other; gives the second at which the last ends."""
        end_s = at_s
        for kind, priority, text in lines:
            end_s = self.say(at_s, kind, priority, text)
            at_s = end_s + GAP_S
        return end_s

    def put(self, cues: Iterable[Cue]) -> None:
        """Add cues whose times are those of the timeline already."""
        self._cues.extend(cues)

    def end_tone_if_due(self) -> bool:
        """Put the end tone at the start of the segment in hand, where a hold has just ended."""
        if self._tone_due:
            self.put([end_tone(self.at_s)])
        return self._tone_due

    def segment(
        self,
        phase: Phase,
        length_s: float,
        run: Run,
        *,
        to: str,
        start: str | None = None,
        reps: int = 0,
        part: str = "",
        contraction: str = "",
    ) -> None:
        """Close the segment in hand with its length, its purpose and its poses."""
        to = run.pose(to)
        self._segments.append(
            Segment(
                index=len(self._segments),
                key=f"{run.step}.{run.number}.{phase}{part}",
                start_s=round(self.at_s, 3),
                length_s=round(length_s, 3),
                phase=phase,
                exercise=run.exercise.id,
                side=run.side,
                rung=run.rung.number,
                step=run.step,
                run=run.number,
                chapter=self._chapter,
                pose_from=run.pose(start) if start is not None else self._pose,
                pose_to=to,
                reps=reps,
                contraction=contraction,
            )
        )
        self._pose = to
        self.at_s = round(self.at_s + length_s, 3)
        self._tone_due = phase.practised

    def finished(self) -> Timeline:
        """The timeline that has been written."""
        cues = sorted(self._cues, key=lambda cue: (cue.at_s, cue.priority))
        return Timeline(self.routine, tuple(self._segments), tuple(cues))
