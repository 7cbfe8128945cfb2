"""What was heard beside what was meant to be: recorded onsets matched with a timeline's cues."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles
from typing import Final, NamedTuple

REACH_S: Final = 0.3
"""An onset farther from its cue than this belongs to another."""
TELLING_S: Final = 0.2
"""Silence without which the end of one sound and the start of the next can't be told apart."""
ANCHORS: Final = 12
"""So many of the first cues are tried as the one that was heard first."""


class Meant(NamedTuple):
    """A sound that the timeline has, in seconds from its start."""

    at_s: float
    length_s: float
    tick: bool = False


class Heard(NamedTuple):
    """A cue and the onset that is taken for its own, both in seconds from the timeline's start."""

    cue: Meant
    onset_s: float

    @property
    def error_s(self) -> float:
        """How much too late."""
        return self.onset_s - self.cue.at_s


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that was matched."""

    meant: int
    """How many cues could have been: those after silence enough to be told apart."""
    heard: tuple[Heard, ...]

    def late_s(self, *, tick: bool) -> float:
        """The 95th percentile of how far off the lines are, or the ticks; 0 without any."""
        errors = [abs(found.error_s) for found in self.heard if found.cue.tick is tick]
        return (
            quantiles(errors, n=20, method="inclusive")[-1]
            if len(errors) > 1
            else max(errors, default=0.0)
        )

    @property
    def drift_s(self) -> float:
        """How much later the last quarter of the cues is than the first, by their medians."""
        errors = [found.error_s for found in self.heard]
        quarter = -(-len(errors) // 4)
        return median(errors[-quarter:]) - median(errors[:quarter]) if errors else 0.0


def telling(cues: Sequence[Meant]) -> list[Meant]:
    """The cues that begin after silence, so that a recording shows where."""
    clear: list[Meant] = []
    silent_from_s = float("-inf")
    for cue in sorted(cues):
        if cue.at_s - silent_from_s >= TELLING_S:
            clear.append(cue)
        silent_from_s = max(silent_from_s, cue.at_s + cue.length_s)
    return clear


def matched(cues: Sequence[Meant], onsets_s: Sequence[float]) -> Hearing:
    """Each cue with the nearest onset, after the shift in time that fits most of them.

    Onsets are seconds on any clock, sorted.
    """
    clear = telling(cues)
    shifts = [onset - cue.at_s for cue in clear[:ANCHORS] for onset in onsets_s[: 2 * ANCHORS]]
    if not shifts:
        return Hearing(len(clear), ())
    rough = max(shifts, key=lambda shift: _fit(_pairs(clear, onsets_s, shift)))
    pairs = _pairs(clear, onsets_s, rough)
    shift = rough + median(pair.error_s for pair in pairs)
    return Hearing(len(clear), tuple(_pairs(clear, onsets_s, shift)))


def _fit(pairs: Sequence[Heard]) -> tuple[int, float]:
    """How many were matched, then how closely."""
    return len(pairs), -fmean(abs(pair.error_s) for pair in pairs) if pairs else 0.0


def _pairs(cues: Sequence[Meant], onsets_s: Sequence[float], shift_s: float) -> list[Heard]:
    pairs = []
    for cue in cues:
        place = bisect_left(onsets_s, cue.at_s + shift_s)
        near = onsets_s[max(0, place - 1) : place + 1]
        onset = min(near, key=lambda at: abs(at - shift_s - cue.at_s), default=float("inf"))
        if abs(onset - shift_s - cue.at_s) <= REACH_S:
            pairs.append(Heard(cue, onset - shift_s))
    return pairs
