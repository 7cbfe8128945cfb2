"""`hipcoach say TEXT`: the voice as it is set, to hear whether it works."""

from __future__ import annotations

import sys
from argparse import Namespace
from threading import Event
from typing import Final

from hipcoach.app.phrases.session import muted_words
from hipcoach.bootstrap import Environment
from hipcoach.ports import SpeechChanged, SpeechProblem

STEP_S: Final = 0.02
PREPARE_S: Final = 8.0
"""Longest wait for the engine, which may have to be started twice."""


def run(given: Namespace) -> int:
    """Speak; 1 with a sentence where nothing can be heard."""
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
                    trouble = muted_words(event.voice, event.sound)
            length_s = speaker.length_s(line)
            if spoken_until is None and length_s is not None:
                speaker.say(line)
                spoken_until = clock.monotonic() + length_s + 0.3
            pause.wait(STEP_S)
        if spoken_until is None and not trouble:
            trouble = muted_words(SpeechProblem.ENGINE_FAILS, None)
    finally:
        speaker.close()
    if trouble:
        print(f"hipcoach: {trouble}", file=sys.stderr)
    return 1 if trouble else 0
