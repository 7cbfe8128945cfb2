from __future__ import annotations

import math
from itertools import pairwise

import pytest

from hipcoach.ports import Tone
from hipcoach.system.voice.tones import RATE, tone_sound
from hipcoach.system.voice.wav import FULL_SCALE


def peak_db(tone: Tone, volume: int = 100) -> float:
    return 20 * math.log10(max(map(abs, tone_sound(tone, volume).samples)) / FULL_SCALE)


def pitch_hz(tone: Tone, since_s: float, until_s: float) -> float:
    """How often the tone rises through zero in a second."""
    part = tone_sound(tone).samples[round(since_s * RATE) : round(until_s * RATE)]
    return sum(a < 0 <= b for a, b in pairwise(part)) / (until_s - since_s)


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_stays_twenty_decibels_under_speech(tone: Tone) -> None:
    assert pytest.approx(-22.5, abs=0.1) == peak_db(tone)
    assert pytest.approx(-34.5, abs=0.3) == peak_db(tone, 50)


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_begins_and_ends_without_a_click(tone: Tone) -> None:
    loudest = max(map(abs, tone_sound(tone).samples))
    samples = tone_sound(tone).samples
    assert 0 == samples[0]
    assert loudest / 20 > max(abs(samples[1]), abs(samples[-1]))


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_is_heard_within_five_milliseconds(tone: Tone) -> None:
    loudest = max(map(abs, tone_sound(tone).samples))
    assert loudest / 2 < max(map(abs, tone_sound(tone).samples[: round(0.005 * RATE)]))


def test_the_start_rises_and_the_end_falls() -> None:
    assert pitch_hz(Tone.START, 0.01, 0.10) < 0.85 * pitch_hz(Tone.START, 0.2, 0.4)
    assert pitch_hz(Tone.END, 0.01, 0.12) > 1.3 * pitch_hz(Tone.END, 0.2, 0.5)


def test_a_tick_is_the_shortest_by_far() -> None:
    lengths = {tone: tone_sound(tone).length_s for tone in Tone}
    assert 0.1 > lengths[Tone.TICK]
    assert 0.4 < min(lengths[Tone.START], lengths[Tone.END])


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_is_made_once(tone: Tone) -> None:
    assert tone_sound(tone) is tone_sound(tone)
    assert tone_sound(tone, 50).samples != tone_sound(tone).samples
