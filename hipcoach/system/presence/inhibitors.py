"""Whether something keeps the screen on: a film or a call, most of the time.

Wayland lets nobody see whether another's window fills the screen. What keeps the screen on is
told by GNOME's and KDE's own programs; elsewhere it is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from hipcoach.core.presence import Blind
from hipcoach.system.presence.bus import Body, BusLink, Place


class Keeper(NamedTuple):
    """Who knows what keeps the screen on."""

    way: str
    place: Place
    method: str
    """Takes the kinds that are asked for and tells whether there is one of them."""
    kinds: int
    signals: tuple[str, ...]
    """What it says when something has changed."""


KEEPERS: Final = (
    Keeper(
        "gnome",
        Place("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager"),
        "IsInhibited",
        8,  # that the session counts as idle
        ("InhibitorAdded", "InhibitorRemoved"),
    ),
    Keeper(
        "kde",
        Place(
            "org.kde.Solid.PowerManagement.PolicyAgent",
            "/org/kde/Solid/PowerManagement/PolicyAgent",
            "org.kde.Solid.PowerManagement.PolicyAgent",
        ),
        "HasInhibition",
        4,  # that the screen changes
        ("InhibitionsChanged",),
    ),
)


class Inhibitors:
    """What keeps the screen on, as the first of the keepers tells it that is there."""

    def __init__(self, link: BusLink, keepers: Sequence[Keeper] = KEEPERS) -> None:
        self.way = "inhibitors"
        """Whom it asks, as a code."""
        self._link, self._keepers = link, tuple(keepers)
        self._there: dict[str, bool | None] = {}
        """Whether each keeper knows of something; `None` until it has answered."""
        link.begins(self._begin)

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        if self._link.blind is not None or not self._there:
            return self._link.blind or Blind.NOT_TOLD
        return Blind.ASKING if {*self._there.values()} == {None} else None

    def on(self) -> bool | None:
        """Whether something does."""
        return any(self._there.values()) if self.blind is None else None

    def _begin(self) -> None:
        self._there = dict.fromkeys((keeper.way for keeper in self._keepers), None)
        for keeper in self._keepers:
            ask = partial(self._ask, keeper)
            for signal in keeper.signals:
                self._link.listen(keeper.place, signal, ask)
            self._link.follow(keeper.place.service, ask, partial(self._answer, keeper, None))

    def _ask(self, keeper: Keeper, _said: Body = ()) -> None:
        answered = partial(self._answer, keeper)
        self._link.call(keeper.place, keeper.method, answered, "u", (keeper.kinds,))

    def _answer(self, keeper: Keeper, body: Body | None) -> None:
        if body and isinstance(body[0], bool):
            self._there[keeper.way] = body[0]
            self.way = keeper.way
        else:
            self._there.pop(keeper.way, None)
