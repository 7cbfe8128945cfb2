"""Joins this journal with that of another computer: by itself now and then, and when asked."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.app.sync_view import SyncSnapshot, sync_snapshot
from hipcoach.core.errand import ErrandDone
from hipcoach.core.sync_choices import SyncChoices, SyncEvery
from hipcoach.core.sync_timing import BROKE_OFF, SyncTry, due_in, read_try
from hipcoach.ports import Clock, Errands

COMMAND: Final = ("sync", "--json")
"""Where to is in the settings: what a process is told, others on this computer can read."""
LOOK_S: Final = 600.0
"""Looked at so often at least: a timer stands still while the machine sleeps."""
FIRST_S: Final = 150.0
"""In the first minutes after a login the machine has enough to do."""
LONGEST_S: Final = 1800.0
"""After that nothing more is expected of a server or a drive that has fallen silent."""
LEAST_S: Final = 1.0
"""By then settings that were chosen just now are written."""

_log = logging.getLogger(__name__)


class SyncDesk(QObject):
    """Knows when it is time, and what became of the last time."""

    changed = Signal(object)
    """A `SyncSnapshot`."""
    journalChanged = Signal()
    """Rows have come from another computer, or were deleted there and so here."""

    def __init__(
        self,
        clock: Clock,
        errands: Callable[[], Errands],
        kept: Callable[[], str | None],
        choices: SyncChoices,
        practising: Callable[[], bool],
    ) -> None:
        """`kept` reads what the command has kept of the last try, `None` where there is nothing."""
        super().__init__()
        self._clock = clock
        self._errands = errands
        self._kept = kept
        self._choices = choices
        self._practising = practising
        self._own: tuple[str | None, SyncTry] | None = None
        """What was kept when a try of ours had ended, and the try: that can't always be kept."""
        self._wished: datetime | None = None
        self._errand: int | None = None
        """The number of the one that joins; `None`: nothing is being joined."""
        self._given_up = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def choices(self) -> SyncChoices:
        """What holds now; the place may have a password in it."""
        return self._choices

    @property
    def snapshot(self) -> SyncSnapshot:
        """How it stands now."""
        now = self._clock.now()
        last = self._last()
        return sync_snapshot(
            self._choices, last, now, joining=self._errand is not None, wished=self._wished
        )

    def start(self) -> None:
        """Begin, a little later."""
        if self._choices.on and not self._timer.isActive():
            self._timer.start(round(FIRST_S * 1000))

    def choose(self, choices: SyncChoices) -> None:
        """Let other choices hold; another place is joined with at once."""
        before, self._choices = self._choices, choices
        if before == choices:
            return
        if before.where != choices.where:
            self._own = self._wished = None
            # By hand too: who has just named a place wants to see whether it is the right one.
            QTimer.singleShot(round(LEAST_S * 1000), self, self.join_now)
            if self._errand is not None:
                self._errands().call_off(self._errand)
        self._wait()
        self._tell()

    def wish(self) -> None:
        """Join soon: the window was opened, or a session is over."""
        self._wished = self._clock.now()
        self._wait()

    def make_way(self) -> None:
        """Somebody begins to practise: what is being joined comes later."""
        if self._errand is not None and self._practising():
            self._errands().call_off(self._errand)

    def look(self) -> None:
        """Join if it is time; give up where that has gone on for too long."""
        if self._errand is not None:
            self._given_up = True
            self._errands().call_off(self._errand)
            return
        left = self._left()
        if left is not None and left <= 0.0:
            self.join_now()
        else:
            self._wait()

    def join_now(self) -> None:
        """Join, unless that is going on already."""
        if self._errand is not None or not self._choices.on:
            return
        self._wished = None
        self._timer.start(round(LONGEST_S * 1000))
        place = self._choices.shown
        self._errand = self._errands().begin(COMMAND, lambda done: self._take(place, done))
        self._tell()

    def _left(self) -> float | None:
        """Seconds until it is time; `None`: not by itself, or not now."""
        if not self._choices.on:
            return None
        left = due_in(
            self._choices.every,
            self._last(),
            self._clock.now(),
            wished=self._wished,
            practising=self._practising(),
        )
        return None if left is None else left.total_seconds()

    def _wait(self) -> None:
        """Look again when it may be time."""
        if self._errand is not None:
            return
        self._timer.stop()
        if not self._choices.on or self._choices.every is SyncEvery.BY_HAND:
            return
        left = self._left()
        wait_s = LOOK_S if left is None else min(max(left, LEAST_S), LOOK_S)
        self._timer.start(round(wait_s * 1000))

    def _last(self) -> SyncTry | None:
        """The last try, whoever made it."""
        text = self._kept()
        if self._own is not None and self._own[0] == text:
            return self._own[1]
        return read_try(text, self._choices.shown)

    def _take(self, place: str, done: ErrandDone) -> None:
        """Take in what became of it."""
        given_up, self._errand, self._given_up = self._given_up, None, False
        last = read_try(done.said, place)
        if place != self._choices.shown:
            # Another place was named meanwhile, and waits.
            self.join_now()
        elif last is not None or given_up or not done.called_off:
            if last is None:
                # What it said is not noted: it may be about anything.
                _log.warning("joining with another computer broke off: status %d", done.status)
            self._own = self._kept(), last or self._failed(place)
        self._wait()
        self._tell()
        if last is not None and (last.added or last.deleted):
            self.journalChanged.emit()

    def _failed(self, place: str) -> SyncTry:
        """A try that ended without a word."""
        now, before = self._clock.now(), self._last()
        if before is None:
            return SyncTry(place, now, failures=1, trouble=BROKE_OFF)
        failures = before.failures + 1
        return SyncTry(place, now, failures=failures, joined=before.joined, trouble=BROKE_OFF)

    def _tell(self) -> None:
        self.changed.emit(self.snapshot)
