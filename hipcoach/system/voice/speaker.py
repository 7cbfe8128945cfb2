"""The voice and the tones over processes of their own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from hipcoach.core.value import value
from hipcoach.ports import Prepared, SpeechProblem, VoiceChoice, VoicesKnown
from hipcoach.system.voice.bulletin import Bulletin
from hipcoach.system.voice.cache import SoundCache
from hipcoach.system.voice.link import Order, child_command
from hipcoach.system.voice.maker import LineMaker, Patience
from hipcoach.system.voice.players import Stage, installed_players
from hipcoach.system.voice.tones import make_tones, tone_sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from hipcoach.ports import Clock, SpeechEvent, Tone, Voice
    from hipcoach.system.voice.link import EngineReady
    from hipcoach.system.voice.players import Player

LATEST_S = 0.4
"""A line that wasn't prepared is spoken within this time or not at all."""

LINES_KEPT = 1000
"""So many lines are made anew when another voice is chosen: more than two long sessions."""


@value
class _Due:
    """A line that is to be spoken as soon as it is made."""

    order: Order
    until: float
    """By the monotonic clock."""


class ProcessSpeaker:
    """`hipcoach.ports.Speaker` over an engine's process and short-lived players; needs no Qt.

    `folder` keeps the sounds. Nothing is started before the first `prepare` or `say`;
    `prepare(())` starts the engine to learn its voices. Lines that were prepared, and tones,
    go on sounding when the engine is gone.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        players: Sequence[Player] | None = None,
        command: Sequence[str] | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._clock = clock
        self._cache = SoundCache(folder)
        self._bulletin = Bulletin()
        self._maker = LineMaker(
            command or child_command(folder), self, clock, patience or Patience()
        )
        found = installed_players() if players is None else players
        self._stage = Stage(found, self._heard)
        if not found:
            self._heard(False)
        # Held while a player is started, so that what was asked for last is what sounds.
        self._lock = threading.Lock()
        self._engine = self._cache.engine()
        self._choice = VoiceChoice()
        self._lines: dict[str, None] = {}
        self._lengths: dict[tuple[str, int, str, str], float] = {}
        self._due: _Due | None = None
        self._voices: tuple[Voice, ...] = ()
        self._closed = False

    @property
    def engine_pid(self) -> int | None:
        """The number of the engine's process, while there is one."""
        return self._maker.pid

    def choose(self, choice: VoiceChoice) -> None:
        """Speak from now on like this; lines that were prepared are made anew."""
        with self._lock:
            if choice == self._choice:
                return
            self._choice = choice
            self._due = None
            orders = self._orders(self._lines)
        self._maker.forget()
        if orders and not self._closed:
            self._maker.want(orders)

    def prepare(self, lines: Sequence[str]) -> None:
        """Turn lines into sound ahead of time, in this order; `Prepared` follows for each."""
        with self._lock:
            for line in filter(sayable, lines):
                self._lines.pop(line, None)
                self._lines[line] = None
            for line in list(self._lines)[:-LINES_KEPT]:
                del self._lines[line]
            orders = self._orders(filter(sayable, lines))
        if not self._closed:
            self._maker.want(orders)
            # Else the first of them would come late by the time that it takes to make.
            threading.Thread(target=make_tones, name="tones", daemon=True).start()

    def length_s(self, line: str) -> float | None:
        """Seconds of sound that the line takes with the voice chosen, once it was made."""
        if not sayable(line):
            return 0.0
        order = Order(line, self._choice)
        length_s = self._lengths.get(_length_key(order))
        return length_s if length_s is not None else self.known_length_s(order)

    def say(self, line: str) -> None:
        """Speak the line now; one that wasn't prepared within `LATEST_S` or not at all."""
        with self._lock:
            self._due = None
            if self._closed:
                return
            order = Order(line, self._choice)
            path = self.place(order)
            length_s = self._cache.length_s(path) if sayable(line) else None
            if length_s is not None:
                self._stage.play(path, length_s)
                return
            self._stage.stop()
            if not sayable(line):
                return
            self._due = _Due(order, self._clock.monotonic() + LATEST_S)
        self._maker.want_now(order)

    def play(self, tone: Tone, volume: int = 100) -> None:
        """Play a tone now; its volume is 0 to 100."""
        path = self._cache.tone_path(tone, volume)
        length_s = self._cache.length_s(path)
        if length_s is None:
            sound = tone_sound(tone, volume)
            length_s = sound.length_s
            try:
                self._cache.keep(path, sound)
            except OSError:
                self._heard(False)
                return
        with self._lock:
            self._due = None
            if not self._closed:
                self._stage.play(path, length_s)

    def stop(self) -> None:
        """Be silent at once."""
        with self._lock:
            self._due = None
            self._stage.stop()

    def poll(self) -> Sequence[SpeechEvent]:
        """What has happened since the last call."""
        return self._bulletin.drain()

    def close(self) -> None:
        """End every process of its own; after that nothing sounds any more."""
        with self._lock:
            self._closed = True
            self._due = None
        self._maker.close()
        self._stage.close()

    # What follows is the maker's: it calls from its own thread.

    def place(self, order: Order) -> Path:
        """Which file the line belongs in."""
        return self._cache.line_path(order.choice, order.line, self._engine)

    def known_length_s(self, order: Order) -> float | None:
        """Seconds of sound if the line is on disk, whole."""
        path = self.place(order)
        length_s = self._cache.length_s(path)
        if length_s is not None:
            self._cache.touch(path)
            self._lengths[_length_key(order)] = length_s
        return length_s

    def made(self, order: Order, length_s: float) -> None:
        """Tell of a line that is there, and speak it if it was waited for."""
        self._lengths[_length_key(order)] = length_s
        with self._lock:
            current = order.choice == self._choice
            due = self._due
            if due is not None and due.order == order:
                self._due = None
                if self._clock.monotonic() <= due.until:
                    self._stage.play(self.place(order), length_s)
        if current:
            self._bulletin.add(Prepared(order.line, length_s))

    def loaded(self, ready: EngineReady) -> None:
        """Tell of the voices; where the engine isn't the one remembered, make all lines anew."""
        if ready.version != self._engine:
            with self._lock:
                was_known = self._engine != ""
                self._engine = ready.version
                self._lengths.clear()
                orders = self._orders(self._lines)
            self._cache.remember_engine(ready.version)
            if was_known:
                self._maker.want(orders)
        self._voices = ready.voices
        self._bulletin.add(VoicesKnown(ready.voices))

    def voices(self) -> tuple[Voice, ...]:
        """The voices that are known by now."""
        return self._voices

    def voice_changed(self, problem: SpeechProblem | None) -> None:
        """Tell whether the engine works."""
        self._bulletin.voice(problem)

    def _orders(self, lines: Iterable[str]) -> list[Order]:
        return [Order(line, self._choice) for line in lines]

    def _heard(self, sounds: bool) -> None:
        self._bulletin.sound(None if sounds else SpeechProblem.NO_SOUND)


def sayable(line: str) -> bool:
    """Whether there is anything in the line to pronounce."""
    return any(map(str.isalnum, line))


def _length_key(order: Order) -> tuple[str, int, str, str]:
    # The volume changes nothing in the length.
    return (order.choice.voice, order.choice.rate, order.choice.language, order.line)
