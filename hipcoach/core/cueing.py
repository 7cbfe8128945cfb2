"""Where cues go: in a count, in a hold, in a contraction.

Times are seconds of the timeline.
The slots are those of a guided session: intent at +1, breathing at +6 to +8, then quiet,
half-way, ten seconds, count.
A cue that would collide is dropped, never moved into another's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from hipcoach.core.timeline import (
    END_TONE,
    START_TONE,
    TICK,
    Cue,
    CueKind,
    CueText,
    Priority,
)

Lengths = Callable[[CueText], float]
"""Seconds that a cue takes with the voice in use."""

GAP_S: Final = 0.3
"""Least silence between two cues."""
TICK_S: Final = 0.06
START_TONE_S: Final = 0.25
END_TONE_S: Final = 0.4
LEAD_S: Final = 0.3
"""Silence before the first word of a segment."""
AFTER_TONE_S: Final = END_TONE_S + GAP_S
"""Where the first word comes in a segment that begins with the end tone."""
COUNT_S: Final = 3
"""Seconds counted down before a start and before an end."""
LONGEST_COUNT_S: Final = 0.9
"""A number that takes longer would run into the next: then there are ticks."""
INTENT_AT_S: Final = 1.0
BREATHING_AT_S: Final = (6.0, 8.0)
QUIET_S: Final = 8.0
"""Silence after the breathing cue."""
HALFWAY_FROM_S: Final = 20.0
HALFWAY_CLEAR_S: Final = 3.0
REMAINING_FROM_S: Final = 30.0
REMAINING_S: Final = 10.0

WORDS_A_SECOND: Final[Mapping[str, float]] = {"en": 2.5, "de": 2.3, "es": 2.2}
"""How fast a voice is taken to speak that is set to 150 words a minute, by language.

Measured with espeak-ng 1.52 and its own voices, silence cut: English 2.81 on 641 lines of ours,
German 2.43 on 645, Spanish 2.40 on 640. With what is taken off and the 0.4 s around, nine lines
of ten take no longer than estimated.
"""

COUNT_WORDS: Final = (CueText("count-3"), CueText("count-2"), CueText("count-1"))
HALFWAY: Final = CueText("halfway")
TEN_SECONDS: Final = CueText("ten-seconds")


def estimate_s(words: str, language: str = "en") -> float:
    """Seconds that a voice takes that is not known: words by `WORDS_A_SECOND`, 0.4 s around them.

    A language that was not measured is taken for English.
    """
    count = len(words.split())
    bare = language.partition("-")[0]
    return count / WORDS_A_SECOND.get(bare, WORDS_A_SECOND["en"]) + 0.4 if count else 0.0


def start_tone(at_s: float) -> Cue:
    """The tone at the start of a hold."""
    return Cue(at_s, START_TONE_S, CueKind.START, Priority.START_END, START_TONE)


def end_tone(at_s: float) -> Cue:
    """The tone at the end of a hold."""
    return Cue(at_s, END_TONE_S, CueKind.END, Priority.START_END, END_TONE)


def count(end_s: float, lengths: Lengths, *, spoken: bool) -> list[Cue]:
    """Three numbers, or three ticks, in the last three seconds before `end_s`."""
    spoken = spoken and all(0 < lengths(word) <= LONGEST_COUNT_S for word in COUNT_WORDS)
    return [
        Cue(
            end_s - COUNT_S + number,
            lengths(word) if spoken else TICK_S,
            CueKind.COUNT,
            Priority.COUNT,
            word if spoken else TICK,
        )
        for number, word in enumerate(COUNT_WORDS)
    ]


def ticks(start_s: float, length_s: float) -> list[Cue]:
    """One tick a second within a contraction, so that its length is felt."""
    return [
        Cue(start_s + second, TICK_S, CueKind.COUNT, Priority.COUNT, TICK)
        for second in range(1, int(length_s) + (length_s % 1 > TICK_S))
    ]


def collides(cue: Cue, others: Iterable[Cue], gap_s: float = GAP_S) -> bool:
    """Whether a cue comes too close to one of the others."""
    return any(
        cue.at_s < other.end_s + gap_s and other.at_s < cue.end_s + gap_s for other in others
    )


def hold_cues(
    start_s: float,
    length_s: float,
    lengths: Lengths,
    *,
    intent: CueText | None,
    breathing: CueText | None,
    spoken_count: bool,
) -> list[Cue]:
    """What is heard in a hold, from its start tone to the count at its end."""
    end_s = start_s + length_s
    quiet_from_s = end_s - COUNT_S
    cues = [start_tone(start_s), *count(end_s, lengths, spoken=spoken_count)]

    def place(
        at_s: float, kind: CueKind, priority: Priority, text: CueText, clear_s: float = GAP_S
    ) -> None:
        cue = Cue(at_s, lengths(text), kind, priority, text)
        if cue.length_s > 0 and not collides(cue, cues, clear_s):
            cues.append(cue)

    if intent is not None:
        place(start_s + INTENT_AT_S, CueKind.INTENT, Priority.SETUP, intent)
    quiet_until_s = start_s
    if breathing is not None:
        earliest = max(cue.end_s + GAP_S for cue in cues if cue.at_s < start_s + BREATHING_AT_S[0])
        at_s = max(start_s + BREATHING_AT_S[0], earliest)
        ends_s = at_s + lengths(breathing)
        if at_s <= start_s + BREATHING_AT_S[1] and ends_s + QUIET_S <= quiet_from_s:
            place(at_s, CueKind.BREATHING, Priority.SETUP, breathing)
            quiet_until_s = ends_s + QUIET_S
    if length_s >= REMAINING_FROM_S and end_s - REMAINING_S >= quiet_until_s:
        place(end_s - REMAINING_S, CueKind.REMAINING, Priority.HALFWAY, TEN_SECONDS)
    middle_s = start_s + length_s / 2
    if length_s >= HALFWAY_FROM_S and middle_s >= quiet_until_s:
        place(middle_s, CueKind.HALFWAY, Priority.HALFWAY, HALFWAY, HALFWAY_CLEAR_S)
    return sorted(cues, key=lambda cue: cue.at_s)
