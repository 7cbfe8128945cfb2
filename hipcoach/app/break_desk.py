"""Stretch breaks on the desk: a sample a second goes in, what follows is done and shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.app.break_snapshots import BreakSnapshot, Mark
from hipcoach.app.phrases import breaks as phrases
from hipcoach.core import breaks
from hipcoach.core.breaks import (
    BreakSettings,
    BreakState,
    Event,
    EventKind,
    Finish,
    Guard,
    Refusal,
    Sample,
    Standing,
    Status,
)
from hipcoach.ports import Clock, Presence, StateKeeper

if TYPE_CHECKING:
    from hipcoach.core.break_choices import BreakChoices

TICK_MS: Final = 1000
FAR_MS: Final = 3000
"""The same while nothing is near: of three seconds nobody sees one, but a laptop feels it."""
FAR_S: Final = 60.0
STORE_S: Final = 60.0
"""So often the state is stored when nothing happens."""
IN_BREAK_S: Final = 10.0
"""The same in a break: half of it is one taken, also where the machine fails in the middle."""
MARKS: Final = {
    Standing.HELD: Mark.HELD,
    Standing.PAUSED: Mark.PAUSED,
    Standing.OUTSIDE: Mark.PAUSED,
}


class BreakDesk(QObject):
    """Drives the machine and tells what happens; shows and writes down nothing itself."""

    changed = Signal(object)
    """A `BreakSnapshot`, whenever it reads otherwise than before."""
    happened = Signal(object)
    """An `Event` of the machine, once its state is stored."""
    begunAnew = Signal(str)
    """What was kept could not be read: the name that the file has now, empty where it has gone."""
    meetingOver = Signal()
    """The time of a meeting that was told has run out."""

    def __init__(
        self,
        clock: Clock,
        presence: Presence,
        keeper: StateKeeper,
        choices: BreakChoices,
        practising: Callable[[], bool] = lambda: False,
    ) -> None:
        """`practising` tells whether a guided session runs that is no break."""
        super().__init__()
        self._clock = clock
        self._presence = presence
        self._keeper = keeper
        self._choices = choices
        self._practising = practising
        self._state: BreakState | None = None
        self._stored_s = 0.0
        self._zone: tzinfo | None = None
        self._zone_minute = -1
        self._shown: BreakSnapshot | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def settings(self) -> BreakSettings:
        """What is in force."""
        return self._choices.in_force

    @property
    def choices(self) -> BreakChoices:
        """What the person chose."""
        return self._choices

    @property
    def pace_ms(self) -> int:
        """Milliseconds from one look to the next."""
        return self._timer.interval()

    @property
    def status(self) -> Status | None:
        """How things stand, with the numbers; `None` where reminders are off."""
        return breaks.status(self._state, self.settings) if self._state else None

    @property
    def snapshot(self) -> BreakSnapshot:
        """How things stand, in words."""
        status = self.status
        if status is None:
            return BreakSnapshot(
                on=False,
                standing=Standing.OUTSIDE,
                line=phrases.off_words(),
                mark=Mark.PAUSED,
            )
        return BreakSnapshot(
            on=True,
            standing=status.standing,
            line=phrases.line_words(status, self._clock.now()),
            mark=MARKS.get(status.standing, Mark.RUNNING),
            owed_long=status.held_s > self.settings.again_s,
            can_snooze=status.can_snooze,
            can_resume=status.standing is Standing.PAUSED,
            in_meeting=status.meeting_s > 0,
            remaining_s=status.remaining_s,
        )

    def start(self) -> None:
        """Begin to look, from where it was left."""
        if self._choices.on:
            self._begin()
        self._show()

    def stop(self) -> None:
        """Look no more; how it stands is kept."""
        if self._state is not None:
            self._store(self._state)
        self._timer.stop()
        self._presence.stop()
        self._state = None

    def choose(self, choices: BreakChoices) -> None:
        """Other choices hold from now on; what has been sat is kept."""
        before, self._choices = self._choices, choices
        if choices.on != before.on:
            if choices.on:
                self._begin()
            else:
                self.stop()
        self._show()

    def tick(self) -> None:
        """Take a sample."""
        if self._state is None:
            return
        meeting = self._state.meeting_until_s is not None
        self._take(breaks.sampled(self._state, self.settings, self._sample()))
        if meeting and self._state.meeting_until_s is None:
            self.meetingOver.emit()

    def tell(self, command: breaks.Command) -> Refusal | None:
        """Do what is asked; why not, where it can't be done."""
        if self._state is None:
            return Refusal.NOT_NOW
        state, events = breaks.told(self._state, self.settings, command)
        self._take((state, events))
        refused = [one.reason for one in events if one.kind is EventKind.REFUSED]
        return refused[0] if refused and isinstance(refused[0], Refusal) else None

    def finish(self, done_s: float) -> None:
        """The break is over; so many seconds of it were done."""
        self.tell(Finish(done_s))

    def _begin(self) -> None:
        self._presence.start()
        kept, sample = self._keeper.read(), self._sample()
        if kept is None:
            self._take(breaks.begun(self.settings, sample))
        else:
            state, events = breaks.restored(kept, self.settings, sample)
            if EventKind.FRESH_START in {event.kind for event in events}:
                self.begunAnew.emit(self._keeper.set_aside())
            self._take((state, events))
        self._timer.start()

    def _sample(self) -> Sample:
        seen = self._presence.sample()
        guards = {Guard(sense.value) for sense in seen.guards}
        if self._practising():
            guards.add(Guard.SESSION)
        clock = self._clock
        return Sample(
            clock.monotonic(), clock.boot(), self._wall(), seen.idle_s, seen.locked,
            frozenset(guards),
        )  # fmt: skip

    def _wall(self) -> datetime:
        """Now in the local zone, which is looked up once a minute: people travel."""
        now, minute = self._clock.now(), int(self._clock.monotonic() // STORE_S)
        if minute != self._zone_minute:
            self._zone_minute = minute
            self._zone = _zone(self._clock.zone()) or now.tzinfo
        return now.astimezone(self._zone)

    def _take(self, step: breaks.Step) -> None:
        """Take over what a sample or a command led to."""
        self._state, events = step
        now_s = self._clock.monotonic()
        if events or now_s - self._stored_s >= (IN_BREAK_S if self._state.running else STORE_S):
            self._store(self._state)
        for event in events:
            self.happened.emit(event)
        self._pace()
        self._show()

    def _pace(self) -> None:
        """Look as often as it takes."""
        status = self.status
        far = status is not None and _far(status, self.settings.notice_s, self._clock.now())
        wanted_ms = FAR_MS if far else TICK_MS
        if self.pace_ms != wanted_ms:
            self._timer.setInterval(wanted_ms)

    def _store(self, state: BreakState) -> None:
        self._stored_s = self._clock.monotonic()
        self._keeper.write(breaks.stored(state))

    def _show(self) -> None:
        """Tell how it reads, where that is new; the seconds alone are nothing new."""
        new, before = self.snapshot, self._shown
        self._shown = new
        if before is None or new.line != before.line or _switches(new) != _switches(before):
            self.changed.emit(new)


def _zone(name: str) -> tzinfo | None:
    """The zone of that name; `None` for a bare offset, of which nobody knows when clocks change."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _far(status: Status, notice_s: float, now: datetime) -> bool:
    """Whether nothing can become due in the next moments."""
    match status.standing:
        case Standing.WAITING:
            return status.meeting_s <= 0 and status.remaining_s > notice_s + FAR_S
        case Standing.PAUSED:
            until = status.paused_until
            return until is None or (until - now).total_seconds() > FAR_S
        case Standing.OUTSIDE:
            return True
        case _:
            return False


def _switches(shown: BreakSnapshot) -> tuple[object, ...]:
    """All of it but its line and its seconds."""
    return (
        shown.on, shown.standing, shown.mark, shown.owed_long, shown.can_snooze,
        shown.can_resume, shown.in_meeting,
    )  # fmt: skip


def logged(event: Event) -> tuple[str, str]:
    """(kind, reason) of an event as the journal has them."""
    return event.kind.value, event.reason.value if event.reason else ""
