"""Whether the person wants no notifications now, as the desktop's notification server has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, NamedTuple

from hipcoach.core.presence import Blind
from hipcoach.system.presence.bus import Body, BusLink, Place
from hipcoach.system.presence.gsettings import Key, Switch

SERVER: Final = Place(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)
DUNST: Final = SERVER._replace(interface="org.dunstproject.cmd0")
XFCE: Final = Place("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
XFCE_KEY: Final = ("xfce4-notifyd", "/do-not-disturb")
SWAY: Final = Place(
    "org.erikreider.swaync.cc", "/org/erikreider/swaync/cc", "org.erikreider.swaync.cc"
)

WAY: Final = "notifications"
"""Whom it asks while no server is there to give its name."""

KEYS: Final[Mapping[str, tuple[Key, bool]]] = {
    "gnome-shell": (Key("org.gnome.desktop.notifications", "show-banners"), False),
    "cinnamon": (Key("org.cinnamon.desktop.notifications", "display-notifications"), False),
    "Notification Daemon": (Key("org.mate.NotificationDaemon", "do-not-disturb"), True),
}
"""The setting that each of these servers heeds, and its value that asks for quiet."""


class Property(NamedTuple):
    """A property of a server that asks for quiet where it is true."""

    place: Place
    name: str


PROPERTIES: Final[Mapping[str, Property]] = {
    "Plasma": Property(SERVER, "Inhibited"),
    "dunst": Property(DUNST, "paused"),
}


class Quiet:
    """What the notification server tells of itself, by the name that it gives."""

    def __init__(self, link: BusLink, switch: Switch) -> None:
        self.way = WAY
        """Whom it asks, as a code: the server's name once it is known."""
        self._link, self._switch = link, switch
        self._blind: Blind | None = None
        self._quiet: bool | None = None
        self._asked_for: bool | None = None
        """The value of the switch that asks for quiet, where that is what tells."""
        self._round = 0
        link.begins(self._begin)

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        if self._link.blind is not None or self._blind is not None:
            return self._link.blind or self._blind
        return None if self._asked_for is None else self._switch.blind

    def on(self) -> bool | None:
        """Whether the person wants quiet."""
        if self.blind is not None:
            return None
        if self._asked_for is None:
            return self._quiet
        return self._switch.value is self._asked_for

    def _begin(self) -> None:
        self._blind = Blind.ASKING
        self._forget()
        self._link.follow(SERVER.service, self._came, self._went)

    def _came(self) -> None:
        self._forget()
        self._blind = Blind.ASKING
        self._link.call(SERVER, "GetServerInformation", self._named)

    def _went(self) -> None:
        self._forget()
        self._blind = Blind.NO_SERVER

    def _forget(self) -> None:
        """Take no word any more from a server that was there before."""
        self.way = WAY
        self._round += 1
        self._quiet = self._asked_for = None
        self._switch.stop()

    def _named(self, body: Body | None) -> None:
        name = str(body[0]) if body else ""
        self.way = name or self.way
        tell = self._ear(lambda value: value is True)
        if name in KEYS:
            key, self._asked_for = KEYS[name]
            self._blind = None
            self._switch.watch(key)
        elif name == "Xfce Notify Daemon":
            self._watch_xfce(tell)
        elif name == "SwayNotificationCenter":
            self._watch_sway(tell)
        else:
            asked = PROPERTIES.get(name, PROPERTIES["Plasma"])
            self._link.read(asked.place, asked.name, tell)

    def _ear(self, reads: Callable[[Any], bool]) -> Callable[[Any], None]:
        """What the server of this round tells; `None` where it has nothing to tell."""
        return partial(self._told, self._round, reads)

    def _told(self, of_round: int, reads: Callable[[Any], bool], value: Any) -> None:
        if of_round == self._round:
            self._quiet = None if value is None else reads(value)
            self._blind = Blind.NOT_TOLD if value is None else None

    def _watch_xfce(self, tell: Callable[[Any], None]) -> None:
        def changed(body: Body) -> None:
            if body[:2] == XFCE_KEY:
                tell(body[2][1])

        self._link.listen(XFCE, "PropertyChanged", changed, about=XFCE_KEY[0])
        # The property is there only once somebody has used the switch.
        self._link.call(
            XFCE,
            "GetProperty",
            lambda body: tell(body[0][1] if body else False),
            "ss",
            XFCE_KEY,
        )

    def _watch_sway(self, tell: Callable[[Any], None]) -> None:
        self._link.listen(SWAY, "SubscribeV2", lambda body: tell(body[1]))
        self._link.call(SWAY, "GetDnd", lambda body: tell(body[0] if body else None))
