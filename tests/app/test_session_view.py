"""What the window and the terminal show of a session in progress."""

from __future__ import annotations

import pytest

from hipcoach.app.session_plan import SoundChoice
from hipcoach.app.session_view import snapshot_of
from hipcoach.ports import SpeechProblem
from tests.app.practice import Practice


@pytest.mark.parametrize(
    ("sound", "problem", "told"),
    [
        (SoundChoice(voice=False, beeps=False), SpeechProblem.NO_SOUND, False),
        (SoundChoice(voice=True, beeps=False), SpeechProblem.NO_SOUND, True),
        (SoundChoice(voice=False, beeps=True), SpeechProblem.NO_SOUND, True),
    ],
)
def test_sound_that_is_missing_is_told_only_where_some_is_wanted(
    sound: SoundChoice, problem: SpeechProblem, told: bool
) -> None:
    practice = Practice()
    practice.speaker.fail(sound=problem)
    session = practice.open(sound=sound)
    session.start()
    practice.play(session, 1)
    muted = snapshot_of(session, practice.clock.monotonic(), moving=False).muted
    assert told is bool(muted)


def test_ten_seconds_are_read_while_there_are_about_ten() -> None:
    practice = Practice()
    session = practice.open()
    session.start()
    read: dict[str, list[float]] = {}
    while session.player.segment.chapter == 0:
        practice.play(session, 0.5)
        shown = snapshot_of(session, practice.clock.monotonic(), moving=False)
        read.setdefault(shown.caption, []).append(shown.remaining_s)

    assert {10, 9, 8, 7} == {round(left_s + 0.01) for left_s in read["Ten seconds."]}
