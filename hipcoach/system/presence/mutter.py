"""The time since the last input, as GNOME's compositor tells it."""

from __future__ import annotations

from typing import Final

from hipcoach.core.presence import Blind
from hipcoach.ports import Clock
from hipcoach.system.presence.bus import Body, BusLink, Place
from hipcoach.system.presence.rest import SOON_S, Rest

MONITOR: Final = Place(
    "org.gnome.Mutter.IdleMonitor",
    "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor",
)


class MutterIdle:
    """What two watches tell, so that nobody is asked while nothing changes.

    One tells when the person has touched nothing for a while, then one that they are back.
    """

    way = "gnome"

    def __init__(self, link: BusLink, clock: Clock) -> None:
        self._link = link
        self._rest = Rest(clock)
        self._blind: Blind | None = None
        self._rests: int | None = None
        self._returns: int | None = None
        link.begins(self._begin)

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        return self._link.blind or self._blind

    def idle_s(self) -> float | None:
        """Seconds since the last input; 0 until there are five."""
        return self._rest.idle_s() if self.blind is None else None

    def _begin(self) -> None:
        self._blind = Blind.ASKING
        self._link.follow(MONITOR.service, self._watch, self._miss)
        self._link.listen(MONITOR, "WatchFired", self._fired)

    def _miss(self) -> None:
        self._blind = Blind.NOT_TOLD

    def _watch(self) -> None:
        self._rest.end()
        self._rests = self._returns = None
        self._link.call(MONITOR, "AddIdleWatch", self._watched, "t", (SOON_S * 1000,))

    def _watched(self, body: Body | None) -> None:
        self._rests = body[0] if body else None
        self._blind = None if body else Blind.NOT_TOLD

    def _fired(self, body: Body) -> None:
        if body[0] == self._rests:
            self._rest.begin()
            self._link.call(MONITOR, "AddUserActiveWatch", self._awaited)
        elif body[0] == self._returns:
            self._rest.end()
            self._returns = None

    def _awaited(self, body: Body | None) -> None:
        self._returns = body[0] if body else None
        if body is None:
            self._miss()
