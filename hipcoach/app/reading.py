"""Reading aloud: sentence after sentence, with a pause between paragraphs.

`ReadAloud` is driven by `tick` and starts no timer; `ReadingDesk` gives it one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.app.phrases.articles import not_read_words, voice_silent_words
from hipcoach.core.value import value
from hipcoach.ports import (
    Clock,
    Speaker,
    SpeechChanged,
    SpeechProblem,
    Tone,
    VoiceChoice,
    VoicesKnown,
)

if TYPE_CHECKING:  # articles come after the first picture
    from hipcoach.app.article_view import Passage

BETWEEN_LINES_S: Final = 0.25
BETWEEN_PASSAGES_S: Final = 0.7
PATIENCE_S: Final = 6.0
"""Longest wait for a line to be made; then the voice is taken for silent."""
RETRY_S: Final = 15.0
"""Seconds after which voice and sound are tried again, as long as somebody waits for them."""
TICK_MS: Final = 50
AHEAD: Final = 2
"""Passages that are prepared: the one being read and the next."""


class ReadState(StrEnum):
    """How the reading stands."""

    SILENT = "silent"
    READING = "reading"
    PAUSED = "paused"


@value
class ReadingSnapshot:
    """How the reading stands, as it is shown."""

    state: ReadState = ReadState.SILENT
    block: int | None = None
    """The block that is read; `None` when none is."""
    line: str = ""
    """The sentence that is read."""
    ready: bool = True
    """Whether there is a voice to read with, as far as is known."""
    trouble: str = ""
    """Why nothing is read, in a sentence; empty: all is well."""


class ReadAloud:
    """Reads passages once through; between two lines it waits for the first to have ended."""

    def __init__(self, passages: Sequence[Passage], clock: Clock, speaker: Speaker) -> None:
        self.state = ReadState.SILENT
        self.gave_up = False
        """Whether it stopped because the voice does not answer."""
        self._passages = passages
        self._clock = clock
        self._speaker = speaker
        self._passage = 0
        self._line = 0
        self._said_s: float | None = None
        """When the line began to sound; `None` while it is being made."""
        self._since_s = 0.0

    @property
    def block(self) -> int | None:
        """The block that is being read."""
        return None if self.state is ReadState.SILENT else self._passages[self._passage].block

    @property
    def line(self) -> str:
        """The sentence that is being read; empty when none is."""
        if self.state is ReadState.SILENT:
            return ""
        return self._passages[self._passage].lines[self._line]

    def start(self) -> None:
        """Read from the beginning."""
        if not self._passages:
            return
        self._passage = self._line = 0
        self.gave_up = False
        self.state = ReadState.READING
        self._prepare()
        self._say()

    def pause(self) -> None:
        """Be silent, and remember the sentence."""
        if self.state is ReadState.READING:
            self._speaker.stop()
            self.state = ReadState.PAUSED

    def go_on(self) -> None:
        """Begin again with the sentence that was broken off."""
        if self.state is ReadState.PAUSED:
            self.state = ReadState.READING
            self._say()

    def stop(self) -> None:
        """Be silent; the next start begins at the beginning."""
        if self.state is not ReadState.SILENT:
            self._speaker.stop()
            self.state = ReadState.SILENT

    def tick(self) -> None:
        """Go on to the next sentence when it is time."""
        if self.state is not ReadState.READING:
            return
        now_s = self._clock.monotonic()
        length_s = self._speaker.length_s(self.line)
        if self._said_s is None:
            if length_s is not None:
                self._sound(now_s)
            elif now_s - self._since_s > PATIENCE_S:
                self.gave_up = True
                self.stop()
            return
        if now_s >= self._said_s + (length_s or 0.0) + self._gap_s():
            self._move_on()

    def _gap_s(self) -> float:
        last = self._line + 1 == len(self._passages[self._passage].lines)
        return BETWEEN_PASSAGES_S if last else BETWEEN_LINES_S

    def _move_on(self) -> None:
        self._line += 1
        if self._line == len(self._passages[self._passage].lines):
            if self._passage + 1 == len(self._passages):
                self.state = ReadState.SILENT
                return
            self._passage += 1
            self._line = 0
            self._prepare()
        self._say()

    def _prepare(self) -> None:
        ahead = self._passages[self._passage : self._passage + AHEAD]
        self._speaker.prepare([line for passage in ahead for line in passage.lines])

    def _say(self) -> None:
        """Speak the sentence, as soon as it is made."""
        self._since_s = self._clock.monotonic()
        self._said_s = None
        if self._speaker.length_s(self.line) is not None:
            self._sound(self._since_s)

    def _sound(self, now_s: float) -> None:
        self._speaker.say(self.line)
        self._said_s = now_s


class ReadingDesk(QObject):
    """Reads one text at a time, and says how it goes; listens to the voice only meanwhile."""

    changed = Signal(object)
    """A ReadingSnapshot."""
    voicesKnown = Signal(object)
    """A tuple of Voice, where it is told while this listens."""

    def __init__(
        self, speaker: Callable[[], Speaker], clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._clock = clock
        self._reading: ReadAloud | None = None
        self._told: ReadingSnapshot | None = None
        self._ready = True
        self._mute = False
        self._retry_s = 0.0
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def open(self) -> None:
        """Learn whether there is a voice, and tell."""
        self._speaker().prepare(())
        self._timer.start()
        self._told = None
        self.tick()

    def close(self) -> None:
        """Be silent, and listen no longer."""
        self.stop()
        self._timer.stop()

    def read(self, passages: Sequence[Passage], choice: VoiceChoice) -> None:
        """Read these from the beginning."""
        self.stop()
        speaker = self._speaker()
        speaker.choose(choice)
        if self._ready:
            self._trouble = ""
        self._reading = ReadAloud(passages, self._clock, speaker)
        self._reading.start()
        self._timer.start()
        self.tick()

    def turn(self) -> None:
        """Pause, or go on."""
        if self._reading is not None:
            if self._reading.state is ReadState.READING:
                self._reading.pause()
            else:
                self._reading.go_on()
            self.tick()

    def stop(self) -> None:
        """Be silent."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
            self._tell()

    def tick(self) -> None:
        """Listen, go on, and tell what has changed."""
        for event in self._speaker().poll():
            match event:
                case SpeechChanged(voice, sound):
                    self._hear(voice, sound)
                case VoicesKnown(voices):
                    self.voicesKnown.emit(voices)
                case _:
                    pass
        if not self._ready and self._clock.monotonic() >= self._retry_s:
            self._try_again()
        if self._reading is not None:
            self._reading.tick()
            if self._reading.gave_up:
                self._trouble = self._trouble or voice_silent_words()
        self._tell()

    def _hear(self, voice: SpeechProblem | None, sound: SpeechProblem | None) -> None:
        self._trouble = not_read_words(voice, sound)
        self._ready = not self._trouble
        self._mute = sound is not None
        self._retry_s = self._clock.monotonic() + RETRY_S
        if self._trouble and self._reading is not None:
            self._reading.stop()

    def _try_again(self) -> None:
        """Nothing is tried unless it is asked for: ask for an engine, and for an inaudible tick."""
        self._retry_s = self._clock.monotonic() + RETRY_S
        self._speaker().prepare(())
        if self._mute:
            self._speaker().play(Tone.TICK, 0)

    def _tell(self) -> None:
        reading = self._reading
        if reading is None:
            now = ReadingSnapshot(ready=self._ready, trouble=self._trouble)
        else:
            now = ReadingSnapshot(
                reading.state, reading.block, reading.line, self._ready, self._trouble
            )
        if now != self._told:
            self._told = now
            self.changed.emit(now)
