"""The voice outside a session."""

from __future__ import annotations

from hipcoach.app.voice_desk import VoiceDesk
from hipcoach.ports import Voice
from tests.fakes import FakeSpeaker


def test_voices_that_somebody_else_was_told_of_are_known_all_the_same(qtbot: object) -> None:
    del qtbot
    speaker = FakeSpeaker()
    speaker.prepare(["A session spoke first."])
    speaker.poll()
    told: list[tuple[Voice, ...]] = []
    desk = VoiceDesk(lambda: speaker)
    desk.voicesKnown.connect(told.append)
    desk.open()
    desk.close()

    assert [speaker.voices()] == told
    assert told[0]
