"""Drives a guided session for the window: one timer, one snapshot a tick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hipcoach.app.figure_frames import lively
from hipcoach.app.phrases.session import unsaved_words, volume_words
from hipcoach.app.session import GuidedSession
from hipcoach.app.session_view import snapshot_of
from hipcoach.app.snapshots import PlayState
from hipcoach.core.controls import Action
from hipcoach.core.player import State
from hipcoach.ports import Clock, ScreenAwake

TICK_MS: Final = 50
LIVELY_MS: Final = 16
"""While the figure moves: about sixty pictures a second."""
NOTICE_S: Final = 2.5


class SessionController(QObject):
    """One session in the window: ticks it, shows it, passes on what is asked for."""

    snapshotChanged = Signal(object)
    """A SessionSnapshot."""
    finished = Signal(object)
    """The CloseReason."""

    def __init__(
        self,
        session: GuidedSession,
        clock: Clock,
        awake: ScreenAwake,
        *,
        moving: bool,
        saved: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._clock = clock
        self._awake = awake
        self._moving = moving
        self._saved = saved
        self._notice = ""
        self._notice_until_s = 0.0
        self._over = False
        self._waits = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)

    def begin(self, *, wait: bool = False) -> None:
        """Wait for the voice to be ready, then start; meanwhile the first picture shows.

        With `wait` the person starts it, by the key that pauses and goes on.
        """
        self._waits = wait
        self._awake.hold()
        self._show()
        self._timer.start(0)

    def act(self, action: Action) -> None:
        """Do what was asked for, and show it at once."""
        if self._over:
            return
        if self.session.player.state is State.READY:
            # It does not begin to talk behind the question whether to stop.
            self._waits = action is Action.STOP or (
                self._waits and action is not Action.PAUSE_RESUME
            )
            return
        self.session.act(action)
        if action in {Action.LOUDER, Action.SOFTER}:
            self._say(volume_words(self.session.sound.choice.volume))
        self._tick()

    def stop(self) -> None:
        """End it here; what was done is kept."""
        if not self._over:
            if self.session.player.state is not State.READY:
                self.session.stop()
            self._end()

    def go_on(self) -> None:
        """The question whether to stop was answered: on with it, if it stands still."""
        if self.session.player.state in {State.PAUSED, State.READY}:
            self.act(Action.PAUSE_RESUME)

    def pause(self) -> None:
        """Stand still: the screen was locked, or the window is about to close."""
        self.session.pause()

    def _tick(self) -> None:
        if self._over:
            return
        session = self.session
        if session.player.state is State.READY:
            if session.prepared() and not self._waits:
                session.start()
        else:
            session.tick()
        self._show()
        if session.closed is not None:
            self._end()
            return
        self._timer.start(self._next_ms())

    def _next_ms(self) -> int:
        """Milliseconds until the next cue, or until the picture has to move on."""
        player = self.session.player
        elapsed_s = player.position_s - player.segment.start_s
        moves = self._moving and player.state is State.PLAYING and lively(player.segment, elapsed_s)
        until_s = player.next_at() - self._clock.monotonic()
        longest = LIVELY_MS if moves else TICK_MS
        return longest if until_s * 1000 > longest else max(0, ceil(until_s * 1000))

    def _show(self) -> None:
        now = self._clock.monotonic()
        notice = self._notice if now < self._notice_until_s else ""
        if not self._saved():
            notice = unsaved_words()
        view = snapshot_of(self.session, now, moving=self._moving, notice=notice)
        if self._waits and view.state is PlayState.PREPARING and self.session.prepared():
            view = replace(view, state=PlayState.WAITING)
        self.snapshotChanged.emit(view)

    def _say(self, notice: str) -> None:
        self._notice = notice
        self._notice_until_s = self._clock.monotonic() + NOTICE_S

    def _end(self) -> None:
        self._over = True
        self._timer.stop()
        self._awake.release()
        self.finished.emit(self.session.closed)
