"""Reading aloud, with a voice that is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipcoach.app.article_view import Passage
from hipcoach.app.reading import (
    BETWEEN_LINES_S,
    BETWEEN_PASSAGES_S,
    PATIENCE_S,
    RETRY_S,
    ReadAloud,
    ReadingDesk,
    ReadingSnapshot,
    ReadState,
)
from hipcoach.ports import SpeechProblem, Tone, VoiceChoice
from tests.fakes import FakeClock, FakeSpeaker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PASSAGES = (
    Passage(-1, ("The title",)),
    Passage(0, ("First of all.", "Then the second.")),
    Passage(2, ("The end.",)),
)
LINES = [line for passage in PASSAGES for line in passage.lines]


class Stand:
    """Somebody who listens."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.speaker = FakeSpeaker()
        self.reading = ReadAloud(PASSAGES, self.clock, self.speaker)

    def listen(self, seconds: float) -> None:
        """Let time pass in small steps."""
        for _step in range(round(seconds / 0.05)):
            self.clock.advance(0.05)
            self.reading.tick()


@pytest.fixture
def stand() -> Stand:
    return Stand()


def _length(stand: Stand, line: str) -> float:
    length = stand.speaker.length_s(line)
    assert length is not None
    return length


def test_every_sentence_is_read_once_and_in_order(stand: Stand) -> None:
    stand.reading.start()
    stand.listen(60)
    assert LINES == stand.speaker.heard
    assert ReadState.SILENT is stand.reading.state
    assert stand.reading.block is None


def test_a_sentence_begins_when_the_one_before_has_ended(stand: Stand) -> None:
    stand.reading.start()
    stand.listen(_length(stand, LINES[0]) + BETWEEN_PASSAGES_S - 0.1)
    assert LINES[:1] == stand.speaker.heard
    stand.listen(0.2)
    assert LINES[:2] == stand.speaker.heard
    stand.listen(_length(stand, LINES[1]) + BETWEEN_LINES_S - 0.2)
    assert LINES[:2] == stand.speaker.heard
    stand.listen(0.25)
    assert LINES[:3] == stand.speaker.heard
    assert BETWEEN_LINES_S < BETWEEN_PASSAGES_S


def test_the_block_that_is_read_is_known(stand: Stand) -> None:
    stand.reading.start()
    assert -1 == stand.reading.block
    assert "The title" == stand.reading.line
    stand.listen(_length(stand, LINES[0]) + BETWEEN_PASSAGES_S + 0.1)
    assert 0 == stand.reading.block


def test_the_next_passage_is_made_while_this_one_is_read(stand: Stand) -> None:
    stand.reading.start()
    assert stand.speaker.length_s("Then the second.") is not None
    assert stand.speaker.length_s("The end.") is None
    stand.listen(_length(stand, LINES[0]) + BETWEEN_PASSAGES_S + 0.1)
    assert stand.speaker.length_s("The end.") is not None


def test_a_pause_costs_no_sentence(stand: Stand) -> None:
    stand.reading.start()
    stand.listen(_length(stand, LINES[0]) + BETWEEN_PASSAGES_S + 0.3)
    stand.reading.pause()
    assert stand.speaker.sounding is None
    assert ReadState.PAUSED is stand.reading.state
    assert 0 == stand.reading.block
    stand.listen(120)
    assert LINES[:2] == stand.speaker.heard
    stand.reading.go_on()
    assert "First of all." == stand.speaker.sounding
    stand.listen(60)
    assert [LINES[0], LINES[1], *LINES[1:]] == stand.speaker.heard


def test_who_stops_begins_at_the_beginning(stand: Stand) -> None:
    stand.reading.start()
    stand.listen(5)
    stand.reading.stop()
    assert stand.speaker.sounding is None
    assert stand.reading.block is None
    assert "" == stand.reading.line
    stand.reading.go_on()
    assert ReadState.SILENT is stand.reading.state
    stand.reading.start()
    assert "The title" == stand.speaker.sounding


def test_a_line_is_waited_for_until_it_is_made(stand: Stand) -> None:
    stand.speaker.hang()
    stand.reading.start()
    stand.listen(PATIENCE_S - 1)
    assert [] == stand.speaker.heard
    stand.speaker.hang(False)
    stand.listen(0.1)
    assert LINES[:1] == stand.speaker.heard
    assert not stand.reading.gave_up


def test_it_gives_up_on_a_voice_that_never_answers(stand: Stand) -> None:
    stand.speaker.hang()
    stand.reading.start()
    stand.listen(PATIENCE_S + 1)
    assert stand.reading.gave_up
    assert ReadState.SILENT is stand.reading.state
    stand.speaker.hang(False)
    stand.listen(1)
    assert [] == stand.speaker.heard


def test_nothing_to_read_is_read_in_silence() -> None:
    speaker = FakeSpeaker()
    reading = ReadAloud((), FakeClock(), speaker)
    reading.start()
    reading.tick()
    assert ReadState.SILENT is reading.state
    assert [] == speaker.heard


class Desk(Stand):
    """The desk, and what it tells."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = ReadingDesk(lambda: self.speaker, self.clock)
        self.told: list[ReadingSnapshot] = []
        self.desk.changed.connect(self.told.append)

    def wait(self, seconds: float) -> None:
        """Let time pass in small steps."""
        for _step in range(round(seconds / 0.05)):
            self.clock.advance(0.05)
            self.desk.tick()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """On the loop that `qtbot` gives."""
    del qtbot
    return Desk()


def test_the_desk_tells_what_is_read_and_each_change_once(desk: Desk) -> None:
    desk.desk.read(PASSAGES, VoiceChoice(rate=170))
    assert 170 == desk.speaker.choice.rate
    desk.wait(60)
    assert LINES == desk.speaker.heard
    reading = [(one.block, one.line) for one in desk.told if one.state is ReadState.READING]
    assert [(-1, LINES[0]), (0, LINES[1]), (0, LINES[2]), (2, LINES[3])] == reading
    assert ReadState.SILENT is desk.told[-1].state
    assert len(desk.told) == len(set(desk.told))


def test_the_desk_pauses_and_goes_on(desk: Desk) -> None:
    desk.desk.turn()
    assert [] == desk.told
    desk.desk.read(PASSAGES, VoiceChoice())
    desk.desk.turn()
    assert -1 == desk.told[-1].block
    desk.desk.turn()
    desk.desk.stop()
    states = [one.state for one in desk.told]
    assert [ReadState.READING, ReadState.PAUSED, ReadState.READING, ReadState.SILENT] == states
    assert desk.speaker.sounding is None


def test_another_text_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.desk.read(PASSAGES, VoiceChoice())
    desk.desk.read((Passage(7, ("Something else.",)),), VoiceChoice())
    assert "Something else." == desk.speaker.sounding
    desk.wait(30)
    assert ["The title", "Something else."] == desk.speaker.heard


@pytest.mark.parametrize(
    ("voice", "sound", "words"),
    [
        (SpeechProblem.NO_ENGINE, None, "no voice is installed"),
        (SpeechProblem.ENGINE_FAILS, None, "does not answer"),
        (None, SpeechProblem.NO_SOUND, "no sound can be played"),
    ],
)
def test_without_a_voice_it_says_why_until_there_is_one(
    desk: Desk, voice: SpeechProblem | None, sound: SpeechProblem | None, words: str
) -> None:
    desk.speaker.fail(voice, sound)
    desk.desk.open()
    assert not desk.told[-1].ready
    assert words in desk.told[-1].trouble
    desk.speaker.fail()
    desk.wait(0.1)
    assert ReadingSnapshot() == desk.told[-1]


def test_sound_is_tried_again_while_somebody_waits_for_it(desk: Desk) -> None:
    desk.speaker.fail(sound=SpeechProblem.NO_SOUND)
    desk.desk.open()
    played: list[tuple[Tone, int]] = []
    desk.speaker.play = lambda tone, volume=100: played.append((tone, volume))  # type: ignore[method-assign]
    desk.wait(RETRY_S - 1)
    assert [] == played
    desk.wait(2 * RETRY_S)
    assert [(Tone.TICK, 0), (Tone.TICK, 0)] == played
    desk.speaker.fail()
    desk.wait(2 * RETRY_S)
    assert 2 == len(played)


def test_a_missing_voice_is_asked_for_again(desk: Desk) -> None:
    desk.speaker.fail(SpeechProblem.ENGINE_FAILS)
    desk.desk.open()
    known: list[object] = []
    desk.desk.voicesKnown.connect(known.append)
    desk.wait(1)
    desk.speaker.fail()
    desk.speaker.poll()
    desk.wait(2 * RETRY_S)
    assert 1 == len(known)


def test_a_voice_that_goes_away_ends_the_reading(desk: Desk) -> None:
    desk.desk.read(PASSAGES, VoiceChoice())
    desk.speaker.fail(SpeechProblem.ENGINE_FAILS)
    desk.wait(0.1)
    assert ReadState.SILENT is desk.told[-1].state
    assert not desk.told[-1].ready


def test_who_waited_in_vain_may_try_again(desk: Desk) -> None:
    desk.speaker.hang()
    desk.desk.read(PASSAGES, VoiceChoice())
    desk.wait(PATIENCE_S + 1)
    assert desk.told[-1].ready
    assert "stopped" in desk.told[-1].trouble
    desk.speaker.hang(False)
    desk.desk.read(PASSAGES, VoiceChoice())
    assert "" == desk.told[-1].trouble
    assert "The title" == desk.speaker.sounding


def test_the_desk_opened_again_tells_again(desk: Desk) -> None:
    desk.desk.open()
    desk.desk.open()
    assert [ReadingSnapshot(), ReadingSnapshot()] == desk.told


def test_voices_that_come_to_be_known_are_passed_on(desk: Desk) -> None:
    known: list[object] = []
    desk.desk.voicesKnown.connect(known.append)
    desk.desk.open()
    assert 1 == len(known)


def test_a_closed_desk_is_silent(desk: Desk, qtbot: QtBot) -> None:
    desk.desk.read(PASSAGES, VoiceChoice())
    desk.desk.close()
    assert desk.speaker.sounding is None
    desk.speaker.fail(SpeechProblem.NO_ENGINE)
    qtbot.wait(120)
    assert desk.told[-1].ready
