"""A server of notices that draws nothing, and presses what it is told to."""

from __future__ import annotations

from typing import Any

from jeepney import Message

from hipcoach.core.errors import KnownError
from hipcoach.system.bus.objects import BusInterface, BusMethod, BusObject
from hipcoach.system.bus.session import SessionBus

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ALL = ("actions", "body", "body-markup", "persistence")
NOTIFY = ("app", "s"), ("replaces", "u"), ("icon", "s"), ("title", "s"), ("text", "s"), \
    ("actions", "as"), ("hints", "a{sv}"), ("lasts", "i")  # fmt: skip
PRESSED, CLOSED, TOKEN = "ActionInvoked", "NotificationClosed", "ActivationToken"


class StandInServer:
    """Keeps in `shown` what it shows, by number, as `Notify` was called.

    `named` tells whether the bus sends to it what is meant for a server.
    """

    def __init__(self, address: str, name: str = "Stand-in", able: tuple[str, ...] = ALL) -> None:
        self.shown: dict[int, dict[str, Any]] = {}
        self.able = able
        self.named = False
        self.refuses = False
        self._last = 40
        self._bus = SessionBus(address)
        texts = (("name", "s"), ("vendor", "s"), ("version", "s"), ("spec", "s"))
        self._thing = BusObject(
            PATH,
            BusInterface(
                NAME,
                {
                    "GetServerInformation": BusMethod(lambda: (name, "us", "1", "1.2"), (), texts),
                    "GetCapabilities": BusMethod(lambda: ([*self.able],), (), (("all", "as"),)),
                    "Notify": BusMethod(self._notify, NOTIFY, (("number", "u"),)),
                    "CloseNotification": BusMethod(self._close, (("number", "u"),)),
                },
                signals={
                    PRESSED: (("number", "u"), ("key", "s")),
                    TOKEN: (("number", "u"), ("token", "s")),
                    CLOSED: (("number", "u"), ("why", "u")),
                },
            ),
        )
        self._bus.serve(self._thing)
        self._bus.add(self)
        self._bus.open()

    def tell(self, signal: str, number: int, what: object) -> None:
        """Send a signal about a notice."""
        self._bus.send(self._thing.signal(NAME, signal, number, what))

    def end(self, number: int, why: int) -> None:
        """Show it no more, and say why."""
        del self.shown[number]
        self.tell(CLOSED, number, why)

    def number_of(self, title: str) -> int:
        """The number under which it shows this; 0 where it doesn't."""
        return next((at for at, one in self.shown.items() if one["title"] == title), 0)

    def hang(self, hangs: bool = True) -> None:
        """Read nothing of what is sent to it; `False`: read it all now."""
        assert self._bus._wire is not None
        self._bus._wire._notifiers[0].setEnabled(not hangs)

    def die(self) -> None:
        """Leave the bus without a word."""
        self._bus.close()

    def joined(self) -> None:
        def got(ours: bool) -> None:
            self.named = ours

        self._bus.take_name(NAME, got)

    def left(self) -> None:
        self.named = False

    def heard(self, message: Message) -> None:
        pass

    def _notify(self, *given: Any) -> tuple[int]:
        if self.refuses:
            raise KnownError("refused")
        call = dict(zip((name for name, _kind in NOTIFY), given, strict=True))
        number = call["replaces"] if call["replaces"] in self.shown else self._last + 1
        self._last = max(self._last, number)
        self.shown[number] = call
        return (number,)

    def _close(self, number: int) -> None:
        if number in self.shown:
            self.end(number, 3)
