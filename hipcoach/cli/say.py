"""`hipcoach say TEXT`: the voice as it is set, to hear whether it works."""

from __future__ import annotations

from argparse import Namespace
from threading import Event
from typing import Final

from hipcoach.bootstrap import Environment
from hipcoach.core.errors import KnownError
from hipcoach.ports import SpeechChanged, SpeechProblem

STEP_S: Final = 0.02
_CODES: Final = {
    SpeechProblem.NO_ENGINE: "no-voice",
    SpeechProblem.ENGINE_FAILS: "voice-fails",
    SpeechProblem.NO_SOUND: "no-sound",
}
PREPARE_S: Final = 8.0
"""Longest wait for the engine, which may have to be started twice."""


def run(given: Namespace) -> int:
    """Speak; raises KnownError where nothing can be heard."""
    environment = Environment.of(given.data_dir)
    speaker, clock = environment.speaker(), environment.clock()
    line, pause, trouble = " ".join(given.text), Event(), ""
    try:
        speaker.choose(environment.voice())
        speaker.prepare([line])
        until = clock.monotonic() + PREPARE_S
        spoken_until = None
        while not trouble and clock.monotonic() < (spoken_until or until):
            for event in speaker.poll():
                if isinstance(event, SpeechChanged):
                    trouble = _trouble(event)
            length_s = speaker.length_s(line)
            if spoken_until is None and length_s is not None:
                speaker.say(line)
                spoken_until = clock.monotonic() + length_s + 0.3
            pause.wait(STEP_S)
        if spoken_until is None and not trouble:
            trouble = _CODES[SpeechProblem.ENGINE_FAILS]
    finally:
        speaker.close()
    if trouble:
        raise KnownError(trouble)
    return 0


def _trouble(changed: SpeechChanged) -> str:
    """The code of what keeps the voice from being heard; empty where nothing does."""
    problem = changed.sound or changed.voice
    return _CODES[problem] if problem is not None else ""
