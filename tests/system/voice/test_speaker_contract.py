"""What every speaker keeps: the stand-in that other tests use, and the real voice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import pytest

from hipcoach.ports import Prepared, SpeechChanged, Tone, VoiceChoice, VoicesKnown
from tests.fakes import FakeSpeaker
from tests.system.voice.stages import Listener, Notes, wait_until

if TYPE_CHECKING:
    from hipcoach.ports import Speaker
    from tests.system.voice.conftest import MakeSpeaker

KNEE = "Next: knee to chest, left leg."
REST = "And rest."


class Stage(Protocol):
    @property
    def speaker(self) -> Speaker: ...

    def has_sounded(self) -> int: ...

    def sounds_now(self) -> int: ...


class FakeStage:
    def __init__(self) -> None:
        self.speaker = self._fake = FakeSpeaker()

    def has_sounded(self) -> int:
        return len(self._fake.heard)

    def sounds_now(self) -> int:
        return int(self._fake.sounding is not None)


class RealStage:
    def __init__(self, speaker: Speaker, notes: Notes) -> None:
        self.speaker = speaker
        self._notes = notes

    def has_sounded(self) -> int:
        return len(self._notes.entries)

    def sounds_now(self) -> int:
        return self._notes.sounding()


@pytest.fixture(params=["fake", "real"])
def stage(request: pytest.FixtureRequest) -> Stage:
    if request.param == "fake":
        return FakeStage()
    make: MakeSpeaker = request.getfixturevalue("make_speaker")
    return RealStage(make(), request.getfixturevalue("notes"))


def prepared(stage: Stage, *lines: str) -> dict[str, float]:
    """Lengths of the lines, once they are prepared."""
    listener = Listener(stage.speaker)
    stage.speaker.prepare(lines)
    return {event.line: event.length_s for event in listener.wait(Prepared, len(lines))}


def test_each_line_that_was_prepared_is_told_with_its_length(stage: Stage) -> None:
    lengths = prepared(stage, KNEE, REST)
    assert [KNEE, REST] == list(lengths)
    assert 4 > lengths[KNEE] > lengths[REST] > 0.3
    assert lengths == {line: stage.speaker.length_s(line) for line in lengths}


def test_a_line_that_was_never_prepared_has_no_length(stage: Stage) -> None:
    prepared(stage, KNEE)
    assert stage.speaker.length_s(REST) is None


def test_what_cannot_be_pronounced_takes_no_time_and_makes_no_sound(stage: Stage) -> None:
    stage.speaker.prepare(["…", "", " - "])
    prepared(stage, REST)
    stage.speaker.say("…")
    assert 0 == stage.speaker.length_s("…")
    assert 0 == stage.has_sounded()


def test_the_voices_are_told_when_nothing_but_the_engine_is_asked_for(stage: Stage) -> None:
    stage.speaker.prepare(())
    (known,) = Listener(stage.speaker).wait(VoicesKnown)
    assert known.voices == stage.speaker.voices()
    assert any("en-GB" in voice.languages for voice in known.voices)
    assert all(voice.id and voice.name for voice in known.voices)


def test_another_rate_makes_the_lines_anew_with_other_lengths(stage: Stage) -> None:
    slow = prepared(stage, KNEE)
    stage.speaker.choose(VoiceChoice(rate=220))
    assert stage.speaker.length_s(KNEE) is None or stage.speaker.length_s(KNEE) != slow[KNEE]
    (fast,) = Listener(stage.speaker).wait(Prepared)
    assert 0.8 * slow[KNEE] > fast.length_s == stage.speaker.length_s(KNEE)


def test_a_line_that_was_prepared_sounds_until_it_is_stopped(stage: Stage) -> None:
    prepared(stage, KNEE)
    stage.speaker.say(KNEE)
    wait_until(lambda: stage.has_sounded() == 1)
    assert 1 == stage.sounds_now()
    stage.speaker.stop()
    wait_until(lambda: stage.sounds_now() == 0)
    # A player that had to be ended because it hung would be told.
    assert [] == list(stage.speaker.poll())


def test_one_thing_sounds_at_a_time(stage: Stage) -> None:
    prepared(stage, KNEE)
    stage.speaker.say(KNEE)
    wait_until(lambda: stage.has_sounded() == 1)
    stage.speaker.play(Tone.START)
    wait_until(lambda: stage.has_sounded() == 2)
    wait_until(lambda: stage.sounds_now() == 1)
    assert [] == list(stage.speaker.poll())


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_needs_no_preparation(stage: Stage, tone: Tone) -> None:
    stage.speaker.play(tone, 60)
    wait_until(lambda: stage.has_sounded() == 1)


def test_where_all_is_well_nothing_is_said_about_it(stage: Stage) -> None:
    listener = Listener(stage.speaker)
    stage.speaker.choose(replace(VoiceChoice(), volume=80))
    stage.speaker.prepare([REST])
    listener.wait(Prepared)
    stage.speaker.say(REST)
    wait_until(lambda: stage.has_sounded() == 1)
    assert [] == listener.told(SpeechChanged)


def test_a_closed_speaker_is_silent_whatever_it_is_told(stage: Stage) -> None:
    prepared(stage, KNEE)
    stage.speaker.say(KNEE)
    wait_until(lambda: stage.has_sounded() == 1)
    stage.speaker.close()
    wait_until(lambda: stage.sounds_now() == 0)
    stage.speaker.say(KNEE)
    stage.speaker.say(REST)
    stage.speaker.play(Tone.TICK)
    stage.speaker.prepare([REST])
    stage.speaker.choose(VoiceChoice(rate=200))
    stage.speaker.stop()
    stage.speaker.close()
    assert 1 == stage.has_sounded()
