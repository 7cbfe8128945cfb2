"""What Windows tells; it answers in some microseconds."""

from __future__ import annotations

import ctypes
import importlib
import os
from collections.abc import Iterator
from typing import Any, Final

from hipcoach.core.presence import Blind

WAY: Final = "windows"

FULL_SCREENS: Final = frozenset({2, 3})
"""QUNS_BUSY and QUNS_RUNNING_D3D_FULL_SCREEN: a film, slides, a game."""
PRESENTING: Final = 4
"""QUNS_PRESENTATION_MODE: the person has told Windows that others look on."""
SESSION_INFO: Final = 25
"""WTSSessionInfoEx."""
LOCKED: Final = 0
"""WTS_SESSIONSTATE_LOCK."""
MICROPHONE: Final = (
    r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
)


class _LastInput(ctypes.Structure):
    """`LASTINPUTINFO`."""

    _fields_ = (("size", ctypes.c_uint32), ("time_ms", ctypes.c_uint32))


class _Session(ctypes.Structure):
    """The beginning of `WTSINFOEXW`; the level is followed by what wants to begin at 8."""

    _fields_ = (
        ("level", ctypes.c_uint32),
        ("_room", ctypes.c_uint32),
        ("session", ctypes.c_uint32),
        ("state", ctypes.c_int32),
        ("flags", ctypes.c_int32),
    )


def _libraries() -> Any:
    """The system's libraries by name; only on Windows."""
    return ctypes.windll  # type: ignore[attr-defined,unused-ignore]


class WindowsLink:
    """Windows itself, asked with each poll, but for the idle time: that is asked when wanted.

    `libraries` and `registry` are Windows' own unless others are given.
    """

    def __init__(self, libraries: Any = None, registry: Any = None) -> None:
        self.blind: Blind | None = Blind.ASKING
        """Why nothing comes through it; `None` where it is up."""
        self.locked: bool | None = None
        """Whether the session is locked."""
        self.quiet: bool | None = None
        """Whether the person presents something."""
        self.fullscreen: bool | None = None
        """Whether somebody else's window fills the screen."""
        self.call: bool | None = None
        """Whether a program listens to the microphone."""
        self._libraries, self._registry = libraries, registry

    def open(self) -> None:
        """Look for the first time."""
        try:
            self._libraries = self._libraries or _libraries()
            self._registry = self._registry or importlib.import_module("winreg")
        except (AttributeError, ImportError):
            self.blind = Blind.NO_LIBRARY
            return
        self.blind = None
        self.poll()

    def close(self) -> None:
        """Forget what was seen."""
        self.locked = self.quiet = self.fullscreen = self.call = None
        self.blind = Blind.ASKING

    def poll(self) -> None:
        """Look again."""
        if self.blind is not None:
            return
        self.locked = self._lock()
        state = self._notifications()
        self.quiet = None if state is None else state == PRESENTING
        self.fullscreen = None if state is None else state in FULL_SCREENS and not self._ours()
        self.call = self._listened()

    def fileno(self) -> int:
        """Always -1: Windows doesn't say when something changes."""
        return -1

    def idle_s(self) -> float | None:
        """Seconds since the last input, now; `None` where Windows refuses to say."""
        if self.blind is not None:
            return None
        last = _LastInput(ctypes.sizeof(_LastInput))
        if not self._libraries.user32.GetLastInputInfo(ctypes.byref(last)):
            return None
        # Both run over after 49 days.
        now_ms = self._libraries.kernel32.GetTickCount() & 0xFFFF_FFFF
        return float((now_ms - last.time_ms) & 0xFFFF_FFFF) / 1000

    def _lock(self) -> bool | None:
        found, size = ctypes.POINTER(_Session)(), ctypes.c_uint32()
        wts = self._libraries.wtsapi32
        this_server, this_session = ctypes.c_void_p(), ctypes.c_uint32(0xFFFF_FFFF)
        asked = (this_server, this_session, SESSION_INFO, ctypes.byref(found), ctypes.byref(size))
        if not wts.WTSQuerySessionInformationW(*asked):
            return None
        known = found.contents.flags
        wts.WTSFreeMemory(found)
        return bool(known == LOCKED) if known in {0, 1} else None

    def _notifications(self) -> int | None:
        state = ctypes.c_int()
        if self._libraries.shell32.SHQueryUserNotificationState(ctypes.byref(state)):
            return None
        return state.value

    def _ours(self) -> bool:
        user = self._libraries.user32
        user.GetForegroundWindow.restype = ctypes.c_void_p
        process = ctypes.c_uint32()
        window = ctypes.c_void_p(user.GetForegroundWindow())
        user.GetWindowThreadProcessId(window, ctypes.byref(process))
        return process.value == os.getpid()

    def _listened(self) -> bool | None:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, MICROPHONE) as place:
                return any(self._listens(place, name) for name in self._programs(place))
        except OSError:
            return None

    def _programs(self, place: Any) -> Iterator[str]:
        """Programs of the shop, and below `NonPackaged` all others."""
        yield from self._below(place)
        try:
            with self._registry.OpenKey(place, "NonPackaged") as others:
                yield from (f"NonPackaged\\{name}" for name in self._below(others))
        except OSError:
            return

    def _below(self, place: Any) -> Iterator[str]:
        number, _values, _changed = self._registry.QueryInfoKey(place)
        for at in range(number):
            yield self._registry.EnumKey(place, at)

    def _listens(self, place: Any, name: str) -> bool:
        """Whether a program has begun to listen and not stopped."""
        try:
            with self._registry.OpenKey(place, name) as program:
                return bool(self._registry.QueryValueEx(program, "LastUsedTimeStop")[0] == 0)
        except OSError:
            return False


class WindowsIdle:
    """The time since the last input."""

    way = WAY

    def __init__(self, link: WindowsLink) -> None:
        self._link = link

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        return self._link.blind or (Blind.NOT_TOLD if self.idle_s() is None else None)

    def idle_s(self) -> float | None:
        """Seconds since the last input."""
        return self._link.idle_s()


class WindowsYes:
    """One of the things that Windows answers with yes or no, by its name in the link."""

    way = WAY

    def __init__(self, link: WindowsLink, name: str) -> None:
        self._link, self._name = link, name

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        return self._link.blind or (Blind.NOT_TOLD if self.on() is None else None)

    def on(self) -> bool | None:
        """Whether it is so."""
        answer: bool | None = getattr(self._link, self._name)
        return answer
