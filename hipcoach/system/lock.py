"""When the screen is locked or the machine goes to sleep, as the desktop tells it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"),
)
"""Who says `ActiveChanged` on the person's bus: service, path, interface."""
LOGIN = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
"""Who says `PrepareForSleep` on the system's bus."""


class LockWatch(QObject):
    """Calls `left` whenever the screen is locked or the machine is about to sleep.

    Works where a session bus is; elsewhere only the clocks tell of a sleep, afterwards.
    """

    def __init__(
        self, left: Callable[[], None], environment: Mapping[str, str] = os.environ
    ) -> None:
        super().__init__()
        self._left = left
        self._environment = environment
        self.sources: tuple[str, ...] = ()
        """Interfaces that are being listened to."""

    def listen(self) -> None:
        """Begin."""
        if sys.platform in {"win32", "darwin"}:
            return
        # Without an address QtDBus would start a bus of its own.
        if self._environment.get("DBUS_SESSION_BUS_ADDRESS"):
            self._listen(QDBusConnection.sessionBus(), SAVERS, "ActiveChanged")
        if os.path.exists("/run/dbus/system_bus_socket"):  # noqa: PTH110 - a socket, no file
            self._listen(QDBusConnection.systemBus(), (LOGIN,), "PrepareForSleep")

    def _listen(
        self, bus: QDBusConnection, places: tuple[tuple[str, str, str], ...], signal: str
    ) -> None:
        if not bus.isConnected():
            return
        for service, path, interface in places:
            slot: Any = SLOT("told(bool)")  # its stub says text, that of connect says bytes
            if bus.connect(service, path, interface, signal, self, slot):
                self.sources = (*self.sources, f"{interface}{path}")

    @Slot(bool)
    def told(self, begins: bool) -> None:
        """The desktop says that it begins, or that it is over."""
        if begins:
            self._left()
