"""When the screen is locked or the machine goes to sleep, as the desktop tells it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

from hipcoach.system.presence.places import SAVERS, session_bus, system_bus

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
        # Where there is none QtDBus would start a bus of its own.
        if session_bus(self._environment):
            savers = tuple((service, path, service) for service, path in SAVERS)
            self._listen(QDBusConnection.sessionBus(), savers, "ActiveChanged")
        if system_bus(self._environment):
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
