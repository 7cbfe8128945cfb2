"""What can be watched in a window: its first picture, and how long its event loop stands still."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

BEAT_MS = 5
WORST = 8
"""So many of the longest gaps are told."""


def begin(watch: str) -> None:
    """Let a watch begin with the event loop: `first-paint`, or `stalls:` and seconds."""
    name, _, seconds = watch.partition(":")
    loop = QApplication.exec
    kept: list[QObject] = []

    def watched(*_application: object) -> int:
        if name == "first-paint":
            kept.append(AfterFirstPaint(_tell_when))
        else:
            kept.append(AfterFirstPaint(Beats(float(seconds)).start))
        return loop()

    QApplication.exec = watched  # type: ignore[method-assign]


class AfterFirstPaint(QObject):
    """Calls `then` when the window has been painted for the first time."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then
        (self._window,) = [w for w in QApplication.topLevelWindows() if w.isVisible()]
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window is painted while it is exposed; what follows at once comes after that."""
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


class Beats:
    """A precise beat of 5 ms: where one comes late the event loop stood still."""

    def __init__(self, seconds: float = 0.0) -> None:
        self._seconds = seconds
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last_ms = 0.0
        self._last_waited_ms = 0.0
        self._gaps: list[tuple[float, float, float]] = []
        self._schedule = os.open("/proc/thread-self/schedstat", os.O_RDONLY)

    def start(self) -> None:
        """Begin now, and tell after so many seconds."""
        self.begin()
        QTimer.singleShot(round(self._seconds * 1000), self._tell)

    def begin(self) -> None:
        """Begin now, anew."""
        self._gaps.clear()
        self._clock.start()
        self._last_ms, self._last_waited_ms = 0.0, self._waited_ms()
        self._timer.start(BEAT_MS)

    @property
    def own_ms(self) -> float:
        """The longest gap, without the time in which other programs had the processors."""
        return max((gap - waited for gap, waited, _ in self._gaps), default=0.0)

    def _beat(self) -> None:
        now_ms, waited_ms = self._clock.nsecsElapsed() / 1e6, self._waited_ms()
        gap = (now_ms - self._last_ms, waited_ms - self._last_waited_ms, now_ms)
        self._gaps.append(gap)
        self._last_ms, self._last_waited_ms = now_ms, waited_ms

    def _waited_ms(self) -> float:
        """Milliseconds that this thread could have run, had other programs left it a processor."""
        return int(os.pread(self._schedule, 64, 0).split()[1]) / 1e6

    def _tell(self) -> None:
        worst, beats = sorted(self._gaps, reverse=True)[:WORST], len(self._gaps)
        _say({"longest_ms": worst[0][0], "own_ms": self.own_ms, "worst": worst, "beats": beats})


def _tell_when() -> None:
    clock = QElapsedTimer()
    clock.start()
    _say({"monotonic_s": clock.msecsSinceReference() / 1000})


def _say(told: object) -> None:
    print(json.dumps(told), flush=True)
    os._exit(0)  # a session that runs would ask whether to stop
