"""The three short sounds of a session, made from sines."""

from __future__ import annotations

import array
import cmath
import math
from functools import cache
from itertools import zip_longest

from hipcoach.core.value import value
from hipcoach.ports import Tone
from hipcoach.system.voice.wav import FULL_SCALE, Sound, at_volume

RATE = 22050
"""Samples a second; the speech engine's own, so that a sound card need not switch."""

LOUDNESS_DB = -22.5
"""Peak of a tone at full volume: 20 dB under the peaks of speech (-2.5 dB as measured)."""

OVERTONE = 0.18
"""The octave's part in a tone: a little warmth over a bare sine."""

ATTACK = round(RATE * 0.004)
"""Samples until a note is at its loudest. Quick enough to count by, slow enough not to click."""


@value
class Note:
    """One note of a tone."""

    at_s: float
    pitch_hz: float
    length_s: float


NOTES = {
    Tone.TICK: (Note(0, 987.77, 0.07),),
    Tone.START: (Note(0, 659.26, 0.16), Note(0.11, 880.0, 0.34)),
    Tone.END: (Note(0, 659.26, 0.16), Note(0.13, 440.0, 0.44)),
}
"""A tick is one short note; the start rises by a fourth; the end falls by a fifth."""


def tone_sound(tone: Tone, volume: int = 100) -> Sound:
    """The tone at a volume of 0 to 100; made anew only the first time in a process."""
    return at_volume(_full(tone), volume)


def make_tones() -> None:
    """Make all of them, so that none has to be made when it is to be heard."""
    for tone in Tone:
        _full(tone)


@cache
def _full(tone: Tone) -> Sound:
    notes = NOTES[tone]
    waves = [[0.0] * round(RATE * note.at_s) + _wave(note) for note in notes]
    mix = [*map(sum, zip_longest(*waves, fillvalue=0.0))]
    scale = FULL_SCALE * 10 ** (LOUDNESS_DB / 20) / max(map(abs, mix))
    return Sound(array.array("h", (round(scale * x) for x in mix)), RATE)


def _wave(note: Note) -> list[float]:
    total, wave = round(RATE * note.length_s), []
    # A turn for each sample is a fifth of the time that its sine would take.
    turn, pointer = cmath.rect(1.0, 2 * math.pi * note.pitch_hz / RATE), 1 + 0j
    for n in range(total):
        left = 1 - n / total
        level = left * left * pointer.imag * (1 + 2 * OVERTONE * pointer.real)
        wave.append(level if n >= ATTACK else level * n / ATTACK)
        pointer *= turn
    return wave
