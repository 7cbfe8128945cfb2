"""A small world for the machine of the breaks: clocks that run, suspend, stall and are set.

Steps are those of a scenario file; each gives what happened as (boot time, event).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hipcoach.core.breaks import (
    BreakSettings,
    BreakState,
    Command,
    Event,
    Finish,
    Guard,
    MeetingFor,
    Order,
    PauseFor,
    PauseUntil,
    Sample,
    Snooze,
    Step,
    begun,
    restored,
    sampled,
    stored,
    told,
)

Happened = list[tuple[float, Event]]
TIMED: dict[str, Callable[[float], Command]] = {
    "finish": Finish,
    "snooze": Snooze,
    "meeting": MeetingFor,
    "pause": PauseFor,
}
"""Commands with a length, as a scenario names them."""


class World:
    """The machine, the computer it runs on and the person in front of it."""

    def __init__(
        self, wall: str | datetime, zone: str, settings: BreakSettings | None = None
    ) -> None:
        self.settings = settings or BreakSettings()
        self.at_s = 0.0
        """Boot time since the start, whatever was rebooted."""
        self.mono = 0.0
        self.boot = 0.0
        self.idle = 0.0
        self.zone = ZoneInfo(zone)
        self.utc = _moment(wall, self.zone)
        self.guards: frozenset[Guard] = frozenset()
        self.happened: Happened = []
        self.state: BreakState
        self._take(begun(self.settings, self.sample()))

    def sample(self, *, idle: bool = True, locked: bool | None = False) -> Sample:
        """How things stand; without `idle` the desktop does not tell."""
        wall = self.utc.astimezone(self.zone)
        told_idle = self.idle if idle else None
        return Sample(self.mono, self.boot, wall, told_idle, locked, self.guards)

    def do(self, step: Mapping[str, Any]) -> None:
        """One step of a scenario."""
        wanted = dict(step)
        getattr(self, f"_{wanted.pop('do')}")(**wanted)

    def tell(self, command: Command) -> None:
        """A command, between two samples."""
        self._take(told(self.state, self.settings, command))

    def _take(self, step: Step) -> None:
        self.state, events = step
        self.happened += [(self.at_s, event) for event in events]

    def _pass(self, seconds: float, *, awake: bool = True, idle: bool = True) -> None:
        self.at_s += seconds
        self.boot += seconds
        self.mono += seconds if awake else 0
        self.utc += timedelta(seconds=seconds)
        self.idle = self.idle + seconds if idle else 0.0

    def _see(self, *, idle: bool = True, locked: bool | None = False) -> None:
        self._take(sampled(self.state, self.settings, self.sample(idle=idle, locked=locked)))

    def _active(self, for_s: float) -> None:
        for _ in range(round(for_s)):
            self._pass(1, idle=False)
            self._see()

    def _idle(self, for_s: float) -> None:
        for _ in range(round(for_s)):
            self._pass(1)
            self._see()

    def _locked(self, for_s: float) -> None:
        for _ in range(round(for_s)):
            self._pass(1)
            self._see(locked=True)

    def _unknown(self, for_s: float, locked: bool | None = None) -> None:
        for _ in range(round(for_s)):
            self._pass(1, idle=False)
            self._see(idle=False, locked=locked)

    def _suspend(self, for_s: float) -> None:
        self._pass(for_s, awake=False)
        self._see()

    def _stall(self, for_s: float) -> None:
        self._pass(for_s, idle=False)
        self._see()

    def _clock_step(self, by_s: float) -> None:
        self.utc += timedelta(seconds=by_s)

    def _zone(self, to: str) -> None:
        self.zone = ZoneInfo(to)

    def _guard_on(self, guard: str) -> None:
        self.guards |= {Guard(guard)}

    def _guard_off(self, guard: str) -> None:
        self.guards -= {Guard(guard)}

    def _command(
        self, name: str, seconds: float | None = None, until: str | datetime | None = None
    ) -> None:
        self.tell(_command(name, seconds, until, self.zone))

    def _settings(self, **table: object) -> None:
        self.settings = self.settings.with_table(table)

    def _restart(
        self,
        after_s: float,
        stored: str | None = None,
        version: int | None = None,
        by_s: float = 0,
        reboot: bool = False,
    ) -> None:
        text = _stored(self.state) if stored is None else stored
        if version is not None:
            text = json.dumps({**json.loads(text), "version": version})
        self._pass(after_s)
        self._clock_step(by_s)
        if reboot:
            self.boot = self.mono = 0.0
        self._take(restored(text, self.settings, self.sample()))


_stored = stored


def _command(
    name: str, seconds: float | None, until: str | datetime | None, zone: ZoneInfo
) -> Command:
    """A command as a scenario writes it."""
    if seconds is not None:
        assert until is None
        return TIMED[name](seconds)
    if until is not None:
        assert name == "pause"
        tomorrow = until == "tomorrow"
        return Order.PAUSE_UNTIL_TOMORROW if tomorrow else PauseUntil(_moment(until, zone))
    return Order(name.replace("_", "-"))


def _moment(text: str | datetime, zone: ZoneInfo) -> datetime:
    """The moment in UTC; what is written without an offset is local time."""
    moment = datetime.fromisoformat(text) if isinstance(text, str) else text
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
