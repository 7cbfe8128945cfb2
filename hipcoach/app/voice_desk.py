"""The voice outside a session: which there are, and whether it is heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.app.phrases.session import muted_words
from hipcoach.app.phrases.settings import voice_test_words
from hipcoach.app.session_plan import voice_of
from hipcoach.core.settings import Settings
from hipcoach.ports import Speaker, SpeechChanged, VoicesKnown

POLL_MS: Final = 100


class VoiceDesk(QObject):
    """Asks the speaker for its voices and lets it speak a test line; listens only meanwhile."""

    voicesKnown = Signal(object)
    """A tuple of Voice."""
    troubleChanged = Signal(str)
    """Why nothing is heard, in a sentence; empty: all is well."""

    def __init__(self, speaker: Callable[[], Speaker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speaks = True
        """Whether questions are spoken."""
        self._speaker = speaker
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._listen)

    def open(self) -> None:
        """Learn the voices, and listen."""
        speaker = self._speaker()
        speaker.prepare(())
        if speaker.voices():
            self.voicesKnown.emit(speaker.voices())
        self._timer.start()

    def close(self) -> None:
        """Listen no longer."""
        self._timer.stop()

    def test(self, settings: Settings) -> None:
        """Speak a line as it is set now."""
        speaker = self._speaker()
        speaker.choose(voice_of(settings))
        speaker.prepare([voice_test_words()])
        speaker.say(voice_test_words())
        self._timer.start()

    def ask(self, question: str) -> None:
        """Speak a question as the session was spoken, if it was spoken at all."""
        if self.speaks:
            self._speaker().say(question)

    def _listen(self) -> None:
        for event in self._speaker().poll():
            match event:
                case VoicesKnown(voices):
                    self.voicesKnown.emit(voices)
                case SpeechChanged(voice, sound):
                    self.troubleChanged.emit(muted_words(voice, sound))
                case _:
                    pass
