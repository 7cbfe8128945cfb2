"""A desktop that nobody sees: a screen, a bus, and on it what shows trays and notices.

It draws nothing; it writes down when it was told what. Without Qt, so that no library is shared
with the programs whose memory is weighed.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any, Final, NamedTuple

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from bench.stage import PATIENCE_S, ROOT, screen
from hipcoach.system.bus.objects import (
    BusInterface,
    BusMethod,
    BusObject,
    BusProperty,
    answer,
)
from hipcoach.system.clock import SystemClock

CONFIG: Final = """<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
TRAY: Final = "org.kde.StatusNotifierWatcher"
NOTICES: Final = "org.freedesktop.Notifications"
BUS: Final = DBusAddress(
    "/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus"
)
LOOK_S: Final = 0.005

_clock = SystemClock()


class Told(NamedTuple):
    """Something that a program told the desktop."""

    what: str
    """`icon`, when one has answered how it looks; or the title of a notice."""
    monotonic_s: float
    wall_s: float
    """Seconds since 1970."""


class Desktop:
    """What the programs on it find, and what they have told."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.told: list[Told] = []
        self._numbers = 0
        self._came = ""
        """The name of an icon that has come and was not asked yet how it looks."""
        self._objects = {one.path: one for one in (self._tray(), self._notices())}

    def forget(self) -> None:
        """Nothing has been told."""
        self.told.clear()

    def find(self, what: str) -> Told | None:
        """The first that was told of this."""
        return next((one for one in self.told if what in one.what), None)

    def until(self, what: str, process: subprocess.Popen[bytes], within_s: float) -> Told:
        """Wait until it is told; raises TimeoutError, or ChildProcessError for one that ends."""
        for _ in range(round(within_s / LOOK_S)):
            found = self.find(what)
            if found is not None:
                return found
            with suppress(subprocess.TimeoutExpired):
                raise ChildProcessError(f"ended with {process.wait(LOOK_S)}")
        raise TimeoutError(f"{what!r} was never told")

    def serve(self, link: DBusConnection) -> None:
        """Answer until the bus hangs up."""
        asked = -1
        with suppress(ConnectionError, OSError):
            while True:
                message = link.receive()
                if message.header.message_type is MessageType.method_call:
                    reply = answer(self._objects, message)
                    if reply is not None:
                        link.send(reply)
                    if self._came:
                        asked = next(link.outgoing_serial)
                        link.send(_look(self._came), serial=asked)
                        self._came = ""
                elif message.header.fields.get(HeaderFields.reply_serial) == asked:
                    self._tell("icon")

    def _tray(self) -> BusObject:
        takes = (("name", "s"),)
        return BusObject(
            "/StatusNotifierWatcher",
            BusInterface(
                TRAY,
                {
                    "RegisterStatusNotifierItem": BusMethod(self._register, takes),
                    "RegisterStatusNotifierHost": BusMethod(lambda _n: None, takes),
                },
                {
                    "RegisteredStatusNotifierItems": BusProperty("as", list),
                    "IsStatusNotifierHostRegistered": BusProperty("b", lambda: True),
                    "ProtocolVersion": BusProperty("i", lambda: 0),
                },
            ),
        )

    def _notices(self) -> BusObject:
        takes = ("app", "s"), ("replaces", "u"), ("icon", "s"), ("title", "s"), ("text", "s"), \
            ("actions", "as"), ("hints", "a{sv}"), ("lasts", "i")  # fmt: skip
        texts = (("name", "s"), ("vendor", "s"), ("version", "s"), ("spec", "s"))
        able = ["actions", "body", "persistence"]
        return BusObject(
            "/org/freedesktop/Notifications",
            BusInterface(
                NOTICES,
                {
                    "GetServerInformation": BusMethod(
                        lambda: ("Bench", "us", "1", "1.2"), (), texts
                    ),
                    "GetCapabilities": BusMethod(lambda: (able,), (), (("all", "as"),)),
                    "Notify": BusMethod(self._notify, takes, (("number", "u"),)),
                    "CloseNotification": BusMethod(lambda _n: None, (("number", "u"),)),
                },
            ),
        )

    def _register(self, name: str) -> None:
        self._came = name

    def _notify(self, *given: Any) -> tuple[int]:
        self._tell(given[3])
        self._numbers += 1
        return (self._numbers,)

    def _tell(self, what: str) -> None:
        self.told.append(Told(what, _clock.monotonic(), _clock.now().timestamp()))


def _look(name: str) -> Message:
    """Asks an icon how it looks, as a panel does."""
    properties = "org.freedesktop.DBus.Properties"
    where = DBusAddress("/StatusNotifierItem", bus_name=name, interface=properties)
    return new_method_call(where, "GetAll", "s", ("org.kde.StatusNotifierItem",))


@contextmanager
def desktop() -> Iterator[Desktop]:
    """A screen and a bus of our own, with a tray and notices on it."""
    with screen() as environment, TemporaryDirectory() as name:
        folder = Path(name)
        config = folder / "bus.conf"
        config.write_text(CONFIG.format(folder=folder))
        address = f"unix:path={folder}/bus"
        daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            assert daemon.stdout is not None
            daemon.stdout.readline()
            run = folder / "run"
            run.mkdir(0o700)
            found = Desktop(
                {**environment, "DBUS_SESSION_BUS_ADDRESS": address, "XDG_RUNTIME_DIR": str(run)}
            )
            link = open_dbus_connection(bus=address)
            for wanted in (TRAY, NOTICES):
                link.send_and_get_reply(new_method_call(BUS, "RequestName", "su", (wanted, 4)))
            Thread(target=found.serve, args=(link,), daemon=True).start()
            yield found
        finally:
            daemon.kill()
            daemon.communicate()


@contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A program, ended afterwards."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def pause(seconds: float) -> None:
    """Let a program run for so long."""
    Event().wait(seconds)


def wait_for(holds: Callable[[], bool], within_s: float = PATIENCE_S) -> None:
    """Wait until something holds; raises TimeoutError."""
    for _ in range(round(within_s / LOOK_S)):
        if holds():
            return
        pause(LOOK_S)
    raise TimeoutError
