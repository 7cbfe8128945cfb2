"""What has happened, until somebody asks."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from hipcoach.ports import SpeechChanged

if TYPE_CHECKING:
    from hipcoach.ports import SpeechEvent, SpeechProblem


class Bulletin:
    """Events from any thread, and what can be heard right now; a change is told once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._events: list[SpeechEvent] = []
        self._now = SpeechChanged(None, None)

    def add(self, event: SpeechEvent) -> None:
        """Tell of an event."""
        with self._lock:
            self._events.append(event)

    def voice(self, problem: SpeechProblem | None) -> None:
        """Tell whether the engine works, if that is new."""
        with self._lock:
            self._change(SpeechChanged(problem, self._now.sound))

    def sound(self, problem: SpeechProblem | None) -> None:
        """Tell whether sound comes out, if that is new."""
        with self._lock:
            self._change(SpeechChanged(self._now.voice, problem))

    def drain(self) -> list[SpeechEvent]:
        """Everything since the last time, in order."""
        with self._lock:
            events, self._events = self._events, []
            return events

    def _change(self, then: SpeechChanged) -> None:
        if then != self._now:
            self._now = then
            self._events.append(then)
