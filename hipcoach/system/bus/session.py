"""A place on the person's bus: calls, their answers, signals, names, objects."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from PySide6.QtCore import QTimer

from hipcoach.system.bus.objects import BusObject, answer
from hipcoach.system.bus.wire import Wire
from hipcoach.system.presence.places import session_bus

RETRY_MS: Final = 30_000
"""After so long a bus that was not there, or has gone, is looked for again."""

BUS: Final = DBusAddress(
    "/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus"
)
DO_NOT_QUEUE: Final = 4
OWNED: Final = (1, 4)
"""What the bus answers to who has the name, from now on or already."""

Done = Callable[[tuple[Any, ...] | None], None]
"""Gets what a call gave, or `None` where it failed or the bus has gone."""


def session_bus_address(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> str:
    """Where the person's bus is; empty where there is none, or the system has no such thing."""
    return "" if platform in {"win32", "darwin"} else session_bus(environment)


class BusPart(Protocol):
    """What takes part in the talk on the bus."""

    def joined(self) -> None:
        """The bus is there; of names and matches from before it knows nothing."""
        ...

    def left(self) -> None:
        """The bus is gone."""
        ...

    def heard(self, message: Message) -> None:
        """A signal that somebody asked for, perhaps another part."""
        ...


class SessionBus:
    """Our one place on the person's bus.

    With no address it stays apart for good; a bus that is gone is looked for again.
    """

    def __init__(self, address: str, retry_ms: int = RETRY_MS) -> None:
        self._address = address
        self._wire: Wire | None = None
        self._name = ""
        self._parts: list[BusPart] = []
        self._waiting: dict[int, Done] = {}
        self._objects: dict[str, BusObject] = {}
        self._retry = QTimer(singleShot=True, interval=retry_ms)
        self._retry.timeout.connect(self.open)

    @property
    def here(self) -> bool:
        """Whether we are on the bus."""
        return bool(self._name)

    def open(self) -> None:
        """Go there; the parts are told when we are."""
        if self._wire is not None or not self._address:
            return
        wire = Wire(self._told, self._lost)
        if not wire.open(self._address):
            self._retry.start()
            return
        self._wire = wire
        self.call(BUS, "Hello", done=self._welcome)

    def add(self, part: BusPart) -> None:
        """Let somebody take part."""
        self._parts.append(part)
        if self.here:
            part.joined()

    def remove(self, part: BusPart) -> None:
        """Let somebody go; nothing is told to it any more."""
        if part in self._parts:
            self._parts.remove(part)

    def call(
        self,
        target: DBusAddress,
        method: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        done: Done | None = None,
    ) -> None:
        """Call a method; `done` gets its answer, later, however long that takes."""
        if self._wire is None:
            if done is not None:
                done(None)
            return
        serial = self._wire.send(new_method_call(target, method, signature or None, body))
        if done is not None:
            self._waiting[serial] = done

    def send(self, message: Message) -> None:
        """Send a signal; where there is no bus nobody hears it."""
        if self.here and self._wire is not None:
            self._wire.send(message)

    def listen(self, rule: str) -> None:
        """Have the bus send us these signals."""
        self.call(BUS, "AddMatch", "s", (rule,))

    def take_name(self, name: str, done: Callable[[bool], None]) -> None:
        """Be known under a name; tells whether it is ours, for another may have it."""

        def answered(body: tuple[Any, ...] | None) -> None:
            done(body is not None and body[0] in OWNED)

        self.call(BUS, "RequestName", "su", (name, DO_NOT_QUEUE), answered)

    def drop_name(self, name: str) -> None:
        """Be known under it no more."""
        self.call(BUS, "ReleaseName", "s", (name,))

    def serve(self, thing: BusObject) -> None:
        """Answer for this object, in place of another of the same path."""
        self._objects[thing.path] = thing

    def withdraw(self, path: str) -> None:
        """Answer for it no more."""
        self._objects.pop(path, None)

    def close(self) -> None:
        """Leave the bus for good; nobody is told."""
        self._address = ""
        self._parts.clear()
        self._waiting.clear()
        self._retry.stop()
        self._name = ""
        if self._wire is not None:
            self._wire.close()
        self._wire = None

    def _welcome(self, body: tuple[Any, ...] | None) -> None:
        if body is None:
            return
        self._name = body[0]
        for part in tuple(self._parts):
            part.joined()

    def _told(self, message: Message) -> None:
        kind, fields = message.header.message_type, message.header.fields
        if kind is MessageType.method_call:
            reply = answer(self._objects, message)
            if reply is not None:
                self.send(reply)
        elif kind is MessageType.signal:
            for part in tuple(self._parts):
                part.heard(message)
        else:
            done = self._waiting.pop(fields.get(HeaderFields.reply_serial, 0), None)
            if done is not None:
                done(message.body if kind is MessageType.method_return else None)

    def _lost(self) -> None:
        self._wire = None
        was_here, self._name = self.here, ""
        waiting, self._waiting = self._waiting, {}
        if self._address:
            self._retry.start()
        for done in waiting.values():
            done(None)
        for part in tuple(self._parts) if was_here else ():
            part.left()
