"""Keeping the screen from going dark, by whatever way the desktop has."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import ctypes
    import subprocess
    from collections.abc import Mapping, Sequence

APP = "HipCoach"

ANSWER_MS = 500
"""The longest that the desktop may take to answer."""


class ScreenHold(Protocol):
    """One way to keep the screen awake."""

    def take(self) -> bool:
        """Try it; whether it was granted."""
        ...

    def drop(self) -> None:
        """Give it up."""
        ...


class SystemScreenAwake:
    """`hipcoach.ports.ScreenAwake`: the first way that this desktop grants.

    `reason` is what a desktop may show to the person beside the program's name.
    """

    def __init__(self, reason: str, ways: Sequence[ScreenHold] | None = None) -> None:
        self._ways = screen_ways(reason) if ways is None else tuple(ways)
        self._held: ScreenHold | None = None

    def hold(self) -> bool:
        """Ask for it; whether this desktop could grant it."""
        if self._held is None:
            self._held = next((way for way in self._ways if way.take()), None)
        return self._held is not None

    def release(self) -> None:
        """Let the screen sleep again."""
        if self._held is not None:
            self._held.drop()
        self._held = None


def screen_ways(
    reason: str, platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> tuple[ScreenHold, ...]:
    """The ways to try on this system, best first."""
    if platform == "win32":
        return (WindowsHold(),)
    if platform == "darwin":
        return (ProcessHold(("/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid()))),)
    gnome = ("gnome-session-inhibit", "--app-id", APP, "--reason", reason,
             "--inhibit", "idle", "--inhibit-only")  # fmt: skip
    ways: list[ScreenHold] = []
    # Without an address QtDBus would start a bus of its own, with nobody on it.
    if bus := environment.get("DBUS_SESSION_BUS_ADDRESS"):
        ways += [BusHold(reason, bus), ProcessHold(gnome, 0.1)]
    # On Wayland the X server is a guest: it may suspend what it likes.
    if environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        ways.append(XHold(environment["DISPLAY"]))
    return tuple(ways)


class BusHold:
    """`org.freedesktop.ScreenSaver.Inhibit`, which KDE, GNOME, Xfce, MATE and Cinnamon know.

    It ends with the connection that asked for it. That is how it is given back: `UnInhibit`
    takes an unsigned number, and PySide6 sends signed ones only.
    """

    CONNECTION = "hipcoach-screen"
    NAME = "org.freedesktop.ScreenSaver"
    PATHS = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")

    def __init__(self, reason: str, address: str) -> None:
        self._reason = reason
        self._address = address

    def take(self) -> bool:
        """Ask the screen saver; whether it granted it."""
        try:
            # Here, not above: it is slow, and the terminal player may lack Qt's libraries.
            from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415
        except ImportError:
            return False
        bus = QDBusConnection.connectToBus(self._address, self.CONNECTION)
        if bus.isConnected():
            for path in self.PATHS:
                call = QDBusMessage.createMethodCall(self.NAME, path, self.NAME, "Inhibit")
                call.setArguments([APP, self._reason])
                answer = bus.call(call, QDBus.CallMode.Block, ANSWER_MS)
                if answer.type() == QDBusMessage.MessageType.ReplyMessage:
                    return True
        self.drop()
        return False

    def drop(self) -> None:
        """Leave the bus, and with it the screen saver's list."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - slow to import

        QDBusConnection.disconnectFromBus(self.CONNECTION)


class ProcessHold:
    """A program that keeps the screen awake for as long as it runs."""

    def __init__(self, command: Sequence[str], moment_s: float = 0.0) -> None:
        """Take a command that has ended after `moment_s` seconds if it can't do it."""
        self._command = tuple(command)
        self._moment_s = moment_s
        self._process: subprocess.Popen[bytes] | None = None

    def take(self) -> bool:
        """Start the program; whether it is there and stays."""
        import subprocess  # noqa: PLC0415 - most desktops need no program: the window comes first

        if shutil.which(self._command[0]) is None:
            return False
        with suppress(OSError):
            process = subprocess.Popen(  # noqa: S603 - one of the commands above
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                process.wait(self._moment_s)
            except subprocess.TimeoutExpired:
                self._process = process
                return True
        return False

    def drop(self) -> None:
        """End the program."""
        import subprocess  # noqa: PLC0415 - as above

        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(1)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process = None


class XHold:
    """`XScreenSaverSuspend` of the X screen saver extension: ends with its connection."""

    def __init__(self, display: str) -> None:
        self._name = display.encode()
        self._x: ctypes.CDLL | None = None
        self._display: int | None = None

    def take(self) -> bool:
        """Suspend the X server's screen saver; whether it has one."""
        import ctypes  # noqa: PLC0415 - as above

        try:
            x, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        except OSError:
            return False
        x.XOpenDisplay.restype = ctypes.c_void_p
        display = x.XOpenDisplay(self._name)
        if not display:
            return False
        self._x, self._display = x, display
        number = ctypes.c_int()
        known = saver.XScreenSaverQueryExtension(
            ctypes.c_void_p(display), ctypes.byref(number), ctypes.byref(number)
        )
        if not known:
            self.drop()
            return False
        saver.XScreenSaverSuspend(ctypes.c_void_p(display), 1)
        x.XSync(ctypes.c_void_p(display), 0)
        return True

    def drop(self) -> None:
        """Close the connection: the X server then forgets the suspension."""
        import ctypes  # noqa: PLC0415 - as above

        if self._x is not None and self._display is not None:
            self._x.XCloseDisplay(ctypes.c_void_p(self._display))
        self._x = self._display = None


class WindowsHold:
    """`SetThreadExecutionState`; asked for and given back in the same thread."""

    CONTINUOUS = 0x80000000
    SYSTEM_AND_DISPLAY = 0x00000003

    def take(self) -> bool:
        """Ask Windows; whether it granted it."""
        return self._set(self.CONTINUOUS | self.SYSTEM_AND_DISPLAY)

    def drop(self) -> None:
        """Give it back."""
        self._set(self.CONTINUOUS)

    def _set(self, state: int) -> bool:
        import ctypes  # noqa: PLC0415 - as above

        if sys.platform != "win32":
            return False
        return bool(ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state)))
