"""A place on a D-Bus that is read only when it is polled."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, Message, MessageFlag, MessageType, Parser
from jeepney import new_method_call as method_call
from jeepney.bus import get_connectable_addresses

from hipcoach.core.presence import Blind
from hipcoach.system.presence.letters import GARBAGE
from hipcoach.system.presence.streams import Stream

DAEMON = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
PROPERTIES = "org.freedesktop.DBus.Properties"
READY = b"OK "
"""What a bus says to whom it lets in, before anything else."""

Body = tuple[Any, ...]


class Place(NamedTuple):
    """An object on the bus, seen as an interface."""

    service: str
    path: str
    interface: str


class BusLink:
    """A connection to a bus under an address; an empty one is a bus that is not there.

    Whoever wants to know something gives `begins` what it asks first, which is called for each
    connection. The greeting and the questions go out together, so that the first poll may
    already have answers.
    """

    def __init__(self, address: str) -> None:
        self.blind: Blind | None = Blind.NO_BUS
        """Why nothing comes through it; `None` where it is up."""
        self._address = address
        self._begins: list[Callable[[], None]] = []
        self._stream: Stream | None = None
        self._parser = Parser()
        self._greeting = b""
        self._let_in = False
        self._serials = count(1)
        self._asked: dict[int, Callable[[Body | None], None]] = {}
        self._ears: dict[tuple[str, str, str], list[Callable[[Body], None]]]
        self._ears = defaultdict(list)

    def begins(self, ask: Callable[[], None]) -> None:
        """Let this be asked first, whenever there is a connection."""
        self._begins.append(ask)

    def open(self) -> None:
        """Connect, anew where it was connected before."""
        self.close()
        self._stream = self._connected()
        if self._stream is None:
            return
        self._parser, self._greeting, self._let_in = Parser(), b"", False
        self._serials = count(1)
        self.blind = Blind.ASKING
        who = str(os.geteuid()).encode().hex().encode()
        self._write(b"\0AUTH EXTERNAL " + who + b"\r\nBEGIN\r\n")
        self.call(Place(*DAEMON), "Hello")
        for ask in self._begins:
            ask()

    def close(self) -> None:
        """Hang up; what was asked stays without an answer."""
        if self._stream is not None:
            self._stream.close()
        self._stream = None
        self._asked.clear()
        self._ears.clear()
        self.blind = Blind.NO_BUS

    def call(
        self,
        place: Place,
        method: str,
        answered: Callable[[Body | None], None] | None = None,
        signature: str | None = None,
        body: Body = (),
    ) -> None:
        """Ask; `answered` gets what comes back, `None` for an error. Starts no program.

        What it can't make sense of, and stumbles over, is an error as well.
        """
        address = DBusAddress(place.path, place.service, place.interface)
        message = method_call(address, method, signature, body)
        message.header.flags |= MessageFlag.no_auto_start
        if answered is None:
            message.header.flags |= MessageFlag.no_reply_expected
        serial = next(self._serials)
        if answered is not None:
            self._asked[serial] = answered
        self._write(message.serialise(serial))

    def listen(
        self, place: Place, signal: str, told: Callable[[Body], None], about: str = ""
    ) -> None:
        """Tell whenever it says this signal (`about` this, where its first value is a text)."""
        rule = (
            f"type='signal',sender='{place.service}',path='{place.path}',"
            f"interface='{place.interface}',member='{signal}'"
        ) + (f",arg0='{about}'" if about else "")
        self.call(Place(*DAEMON), "AddMatch", None, "s", (rule,))

        def heard(body: Body) -> None:
            if not about or body[:1] == (about,):
                told(body)

        self._ears[place.path, place.interface, signal].append(heard)

    def read(self, place: Place, name: str, known: Callable[[Any], None]) -> None:
        """Tell a property now and whenever it changes; `None` where it can't be read."""
        properties = Place(place.service, place.path, PROPERTIES)

        def answered(body: Body | None) -> None:
            known(body[0][1] if body else None)

        def changed(body: Body) -> None:
            _interface, values, stale = body
            if name in values:
                known(values[name][1])
            elif name in stale:
                ask()

        def ask() -> None:
            self.call(properties, "Get", answered, "ss", (place.interface, name))

        self.listen(properties, "PropertiesChanged", changed, about=place.interface)
        ask()

    def follow(self, service: str, came: Callable[[], None], went: Callable[[], None]) -> None:
        """Tell whether a program of this name is there, now and whenever that changes."""
        daemon = Place(*DAEMON)

        def tell(owner: str) -> None:
            if owner:
                came()
            else:
                went()

        self.listen(daemon, "NameOwnerChanged", lambda body: tell(body[2]), about=service)
        self.call(
            daemon, "GetNameOwner", lambda body: tell(body[0] if body else ""), "s", (service,)
        )

    def fileno(self) -> int:
        """What is readable when something has come; -1 where it is not open."""
        return -1 if self._stream is None else self._stream.fileno()

    def poll(self) -> None:
        """Read what has come, and tell it."""
        if self._stream is None:
            return
        try:
            data = self._stream.receive()
            messages = self._messages(data) if data else []
        except (OSError, ValueError, KeyError, AssertionError):  # the parser's word for garbage
            self._lose()
            return
        for message in messages:
            self._tell(message)

    def _connected(self) -> Stream | None:
        try:
            for place in get_connectable_addresses(self._address):
                return Stream(place)
        except (OSError, ValueError, RuntimeError):
            pass
        return None

    def _messages(self, data: bytes) -> list[Message]:
        if not self._let_in:
            self._greeting += data
            line, end, data = self._greeting.partition(b"\r\n")
            if not end:
                return []
            if not line.startswith(READY):
                raise ConnectionRefusedError
            self._let_in, self.blind = True, None
        messages: list[Message] = self._parser.feed(data)
        return messages

    def _tell(self, message: Message) -> None:
        fields = message.header.fields
        kind = message.header.message_type
        if kind is MessageType.signal:
            place = (fields[HeaderFields.path], fields[HeaderFields.interface])
            for heard in tuple(self._ears.get((*place, fields[HeaderFields.member]), ())):
                with suppress(*GARBAGE):  # whoever says it may say it in any shape
                    heard(message.body)
            return
        answered = self._asked.pop(fields.get(HeaderFields.reply_serial), None)
        if answered is None:
            return
        try:
            answered(message.body if kind is MessageType.method_return else None)
        except GARBAGE:
            answered(None)

    def _write(self, data: bytes) -> None:
        if self._stream is None:
            return
        try:
            self._stream.send(data)
        except OSError:
            self._lose()

    def _lose(self) -> None:
        self.close()
        self.blind = Blind.GONE
