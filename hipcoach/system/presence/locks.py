"""Whether the screen is locked, as the desktop's screen saver and the system's log-in tell it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from hipcoach.core.presence import Blind
from hipcoach.system.presence.bus import Body, BusLink, Place
from hipcoach.system.presence.places import SAVERS

LOGIN: Final = "org.freedesktop.login1"
MANAGER: Final = Place(LOGIN, "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
SELF: Final = Place(LOGIN, "/org/freedesktop/login1/user/self", "org.freedesktop.login1.User")


class SaverLock:
    """Any of the screen savers that desktops have, on the person's bus."""

    way = "screensaver"

    def __init__(self, link: BusLink) -> None:
        self._link = link
        self._active: dict[Place, bool | None] = {}
        """Whether each is in front of everything; `None` until it answered."""
        link.begins(self._begin)

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        if self._link.blind is not None or not self._active:
            return self._link.blind or Blind.NOT_TOLD
        return Blind.ASKING if None in {*self._active.values()} and not self._known() else None

    def on(self) -> bool | None:
        """Whether one is active."""
        return any(self._known()) if self.blind is None else None

    def _known(self) -> list[bool]:
        return [active for active in self._active.values() if active is not None]

    def _begin(self) -> None:
        # Each may be there until the bus has said otherwise.
        self._active = {Place(name, path, name): None for name, path in SAVERS}
        for saver in tuple(self._active):
            self._link.listen(saver, "ActiveChanged", partial(self._told, saver))
            self._link.follow(saver.service, partial(self._came, saver), partial(self._went, saver))

    def _came(self, saver: Place) -> None:
        self._link.call(saver, "GetActive", partial(self._told, saver))

    def _went(self, saver: Place) -> None:
        self._active.pop(saver, None)

    def _told(self, saver: Place, body: Body | None) -> None:
        if body and isinstance(body[0], bool):
            self._active[saver] = body[0]
        else:
            self._went(saver)


class LoginLock:
    """What the desktop has told systemd's log-in, or elogind, of this session."""

    way = "logind"

    def __init__(self, link: BusLink, environment: Mapping[str, str] = os.environ) -> None:
        self._link = link
        self._session = environment.get("XDG_SESSION_ID", "")
        self._blind: Blind | None = None
        self._locked: bool | None = None
        link.begins(self._begin)

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        return self._link.blind or self._blind

    def on(self) -> bool | None:
        """Whether the session is locked."""
        return self._locked if self.blind is None else None

    def _begin(self) -> None:
        self._blind, self._locked = Blind.ASKING, None
        self._link.follow(LOGIN, self._ask, self._miss)

    def _ask(self) -> None:
        if self._session:
            self._link.call(MANAGER, "GetSession", self._found, "s", (self._session,))
        else:
            # A program that the desktop started as a service belongs to no session itself.
            self._link.read(SELF, "Display", self._displayed)

    def _displayed(self, session: Any) -> None:
        self._found(session[1:] if isinstance(session, tuple) else None)

    def _found(self, body: Body | None) -> None:
        if body:
            place = Place(LOGIN, body[0], "org.freedesktop.login1.Session")
            self._link.read(place, "LockedHint", self._told)
        else:
            self._miss()

    def _told(self, locked: Any) -> None:
        self._locked = locked if isinstance(locked, bool) else None
        self._blind = None if isinstance(locked, bool) else Blind.NOT_TOLD

    def _miss(self) -> None:
        self._blind, self._locked = Blind.NOT_TOLD, None
