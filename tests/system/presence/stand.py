"""What the tests of presence stand on: buses, and programs on them that tell what they are told."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from hipcoach.system.presence.bus import PROPERTIES, BusLink, Place

PATIENCE_S = 5.0
STEP_S = 0.005

Answer = Callable[[tuple[Any, ...]], tuple[str, tuple[Any, ...]]]


def until(so: Callable[[], bool], *polls: Callable[[], None]) -> None:
    """Poll until it is so; fails where it never is."""
    pause = Event()
    for _ in range(int(PATIENCE_S / STEP_S)):
        for poll in polls:
            poll()
        if so():
            return
        pause.wait(STEP_S)
    assert so(), "it never came"


@contextmanager
def private_bus() -> Iterator[str]:
    """The address of a bus that nobody else is on."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon")
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ,
    ) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def running(command: Sequence[str], **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A program that ends with the block."""
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | environment,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


class StandIn:
    """A program on the bus: `methods` are what it answers, all else is an error."""

    def __init__(self, address: str) -> None:
        self.methods: dict[tuple[Place, str], Answer] = {}
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        """Every call, by method and what it brought."""
        self._bus: DBusConnection = open_dbus_connection(address)
        self._waiting: deque[Message] = deque()

    def answers(self, place: Place, method: str, signature: str, *body: Any) -> None:
        """Answer this method so from now on."""
        self.methods[place, method] = lambda _body: (signature, body)

    def has(self, place: Place, name: str, signature: str, value: Any) -> None:
        """Have a property."""
        properties = place._replace(interface=PROPERTIES)
        known = self.methods.get((properties, "Get"))

        def get(body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
            if body == (place.interface, name):
                return "v", ((signature, value),)
            if known is None:
                raise KeyError(body)
            return known(body)

        self.methods[properties, "Get"] = get

    def owns(self, *names: str) -> None:
        """Be there under these names."""
        for name in names:
            self._sync(message_bus.RequestName(name))

    def leaves(self, name: str) -> None:
        """Be there under this name no more."""
        self._sync(message_bus.ReleaseName(name))

    def says(self, place: Place, signal: str, signature: str, *body: Any) -> None:
        """Send a signal."""
        emitter = DBusAddress(place.path, None, place.interface)
        self._bus.send(new_signal(emitter, signal, signature, body))
        self._sync()

    def changes(self, place: Place, name: str, signature: str, value: Any) -> None:
        """Have another value in a property, and say so."""
        self.has(place, name, signature, value)
        body: tuple[Any, ...] = (place.interface, {name: (signature, value)}, [])
        self.says(place._replace(interface=PROPERTIES), "PropertiesChanged", "sa{sv}as", *body)

    def poll(self) -> None:
        """Answer what has been asked."""
        self._sync()
        while self._waiting:
            message = self._waiting.popleft()
            if message.header.message_type is not MessageType.method_call:
                continue
            fields = message.header.fields
            path, interface = fields[HeaderFields.path], fields[HeaderFields.interface]
            member = fields[HeaderFields.member]
            self.asked.append((member, message.body))
            answer = next(
                (
                    answer
                    for (place, method), answer in self.methods.items()
                    if (place.path, place.interface, method) == (path, interface, member)
                ),
                None,
            )
            try:
                reply = new_method_return(message, *answer(message.body)) if answer else None
            except KeyError:
                reply = None
            self._bus.send(reply or new_error(message, "org.example.Unknown"))
        self._sync()

    def close(self) -> None:
        """Hang up."""
        self._bus.close()

    def _sync(self, asked: Message | None = None) -> None:
        """Ask the bus, and wait for its answer: all that was said before has arrived then."""
        serial = next(self._bus.outgoing_serial)
        self._bus.send(asked or message_bus.GetId(), serial=serial)
        while True:
            message = self._bus.receive(timeout=PATIENCE_S)
            if message.header.fields.get(HeaderFields.reply_serial) == serial:
                return
            self._waiting.append(message)


def settle(link: BusLink, *others: StandIn) -> None:
    """Let everything that was said be heard, and answered, and that be heard."""
    daemon = Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
    for _ in range(4):
        come: list[object] = []
        link.call(daemon, "GetId", come.append)
        until(lambda come=come: bool(come), link.poll)  # type: ignore[misc]
        for other in others:
            other.poll()
