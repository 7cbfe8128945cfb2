"""Mono 16-bit sound: trimming, loudness, and the WAV file around it."""

from __future__ import annotations

import array
import struct
import sys
from typing import TYPE_CHECKING

from hipcoach.core.value import value

if TYPE_CHECKING:
    from pathlib import Path

FULL_SCALE = 32767
"""The largest sample."""

SILENCE = 104
"""Samples up to this are silence: -50 dB of full scale."""

LEAD_S = 0.003
"""Silence kept before the first sound."""

TAIL_S = 0.020
"""Silence kept after the last sound, so that no consonant is clipped."""

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")


@value
class Sound:
    """Samples of one channel, each -32768 to 32767, and how many make a second."""

    samples: array.array[int]
    rate: int

    @property
    def length_s(self) -> float:
        """Seconds it lasts."""
        return len(self.samples) / self.rate


def trimmed(sound: Sound) -> Sound:
    """The sound without the silence around it; empty if it is all silence."""
    samples = sound.samples
    first = next((i for i, sample in enumerate(samples) if abs(sample) > SILENCE), None)
    if first is None:
        return Sound(array.array("h"), sound.rate)
    last = len(samples) - next(
        i for i, sample in enumerate(reversed(samples)) if abs(sample) > SILENCE
    )
    start = max(0, first - round(LEAD_S * sound.rate))
    return Sound(samples[start : last + round(TAIL_S * sound.rate)], sound.rate)


def at_volume(sound: Sound, volume: int) -> Sound:
    """The sound at a volume of 0 to 100.

    Half the volume is a quarter of the amplitude: that is near to half as loud to the ear.
    """
    gain = (min(max(volume, 0), 100) / 100) ** 2
    if gain == 1:
        return sound
    return Sound(array.array("h", (round(sample * gain) for sample in sound.samples)), sound.rate)


def file_bytes(sound: Sound) -> bytes:
    """The sound as a WAV file with a header of 44 bytes."""
    data = sound.samples
    if sys.byteorder == "big":
        data = data[:]
        data.byteswap()
    size = 2 * len(data)
    header = _HEADER.pack(
        b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 1, 1, sound.rate, 2 * sound.rate, 2, 16,
        b"data", size,
    )  # fmt: skip
    return header + data.tobytes()


def file_length_s(path: Path) -> float | None:
    """Seconds of sound in a file that `file_bytes` made; `None` if it is missing or damaged."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER.size)
            size = file.seek(0, 2)
    except OSError:
        return None
    if len(header) < _HEADER.size:
        return None
    riff, _, wave, _, _, _, channels, rate, _, _, bits, _, data = _HEADER.unpack(header)
    if (riff, wave, channels, bits) != (b"RIFF", b"WAVE", 1, 16) or rate == 0:
        return None
    if data == 0 or size != _HEADER.size + data:
        return None
    return float(data / 2 / rate)
