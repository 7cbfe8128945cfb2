"""How long each cue takes: measured where the voice is known, else estimated."""

from __future__ import annotations

from collections.abc import Callable

from hipcoach.core.cueing import Lengths, estimate_s
from hipcoach.core.timeline import TONES, CueText
from hipcoach.core.wording import Wording


def lengths_of(wording: Wording, known: Callable[[str], float | None] | None = None) -> Lengths:
    """Seconds of each cue; `known` gives those of a line that has been measured."""

    def length_s(text: CueText) -> float:
        if text in TONES:
            return 0.0
        words = wording.words(text)
        measured = known(words) if known and words else None
        return estimate_s(words, wording.language) if measured is None else measured

    return length_s
