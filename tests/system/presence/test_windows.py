"""What Windows tells, as far as its calls can be stood in for."""

from __future__ import annotations

import ctypes
import os
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.windows import (
    MICROPHONE,
    WindowsIdle,
    WindowsLink,
    WindowsYes,
    _LastInput,
    _Session,
)

UNLOCKED, LOCKED, UNKNOWN = 1, 0, -1
BUSY, GAME, PRESENTING, FREE = 2, 3, 4, 5


class Windows:
    """The calls that are made; `fails` names those that report a failure."""

    def __init__(self) -> None:
        self.now_ms, self.input_ms = 100_000, 40_000
        self.flags, self.state, self.in_front = UNLOCKED, FREE, 4711
        self.fails: set[str] = set()
        self.freed = 0
        self.user32 = SimpleNamespace(
            GetLastInputInfo=self._input,
            GetForegroundWindow=_Call(lambda: 99),
            GetWindowThreadProcessId=self._process,
        )
        self.kernel32 = SimpleNamespace(GetTickCount=lambda: ctypes.c_int32(self.now_ms).value)
        self.wtsapi32 = SimpleNamespace(
            WTSQuerySessionInformationW=self._session, WTSFreeMemory=self._free
        )
        self.shell32 = SimpleNamespace(SHQueryUserNotificationState=self._notifications)
        self._kept = _Session()

    def _input(self, into: Any) -> int:
        info = into._obj
        assert ctypes.sizeof(_LastInput) == info.size
        info.time_ms = self.input_ms
        return "input" not in self.fails

    def _session(self, _server: Any, session: Any, what: int, into: Any, _size: Any) -> int:
        assert (0xFFFF_FFFF, 25) == (session.value, what)
        if "session" in self.fails:
            return 0
        self._kept.flags = self.flags
        into._obj.contents = self._kept
        return 1

    def _free(self, _memory: Any) -> None:
        self.freed += 1

    def _notifications(self, into: Any) -> int:
        into._obj.value = self.state
        return -1 if "notifications" in self.fails else 0

    def _process(self, window: Any, into: Any) -> int:
        assert 99 == window.value
        into._obj.value = self.in_front
        return 1


class _Call:
    """A function whose result may be given a type."""

    restype: Any = None

    def __init__(self, call: Any) -> None:
        self._call = call

    def __call__(self, *given: Any) -> Any:
        return self._call(*given)


class Registry:
    """The part of the registry that tells who listens: programs by path, and when they stopped."""

    HKEY_CURRENT_USER = "user"

    def __init__(self, **stopped: int | None) -> None:
        self.stopped = {name.replace("__", "\\"): when for name, when in stopped.items()}

    class Key:
        def __init__(self, path: str) -> None:
            self.path = path

        def __enter__(self) -> Registry.Key:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    def OpenKey(self, above: Any, name: str) -> Registry.Key:  # noqa: N802 - as winreg has it
        path = name if above == "user" else f"{above.path}\\{name}"
        if path == MICROPHONE:
            if not self.stopped:
                raise FileNotFoundError(path)
        elif not any(f"{MICROPHONE}\\{known}\\".startswith(f"{path}\\") for known in self.stopped):
            raise FileNotFoundError(path)
        return self.Key(path)

    def QueryInfoKey(self, key: Registry.Key) -> tuple[int, int, int]:  # noqa: N802 - the same
        return len(self._below(key)), 0, 0

    def EnumKey(self, key: Registry.Key, at: int) -> str:  # noqa: N802 - the same
        return self._below(key)[at]

    def QueryValueEx(self, key: Registry.Key, name: str) -> tuple[int, int]:  # noqa: N802 - the same
        assert "LastUsedTimeStop" == name
        when = self.stopped.get(key.path.removeprefix(f"{MICROPHONE}\\"))
        if when is None:
            raise FileNotFoundError(name)
        return when, 11

    def _below(self, key: Registry.Key) -> list[str]:
        paths = [f"{MICROPHONE}\\{known}" for known in self.stopped]
        rests = [path.removeprefix(f"{key.path}\\") for path in paths if path != key.path]
        return sorted({rest.split("\\")[0] for rest in rests if not rest.startswith("Software")})


@pytest.fixture
def windows() -> Windows:
    return Windows()


def opened(windows: Windows, registry: Registry | None = None) -> WindowsLink:
    link = WindowsLink(windows, registry or Registry(Camera=5))
    link.open()
    return link


@pytest.mark.parametrize(
    ("now_ms", "input_ms", "idle_s"),
    [(100_000, 40_000, 60.0), (5_000, 0xFFFF_FFFF - 999, 6.0), (0x9000_0000, 0x8FFF_FC18, 1.0)],
)
def test_idle_time_outlives_the_end_of_the_ticks(
    windows: Windows, now_ms: int, input_ms: int, idle_s: float
) -> None:
    windows.now_ms, windows.input_ms = now_ms, input_ms
    idle = WindowsIdle(opened(windows))
    assert (None, idle_s) == (idle.blind, idle.idle_s())


@pytest.mark.parametrize(("flags", "locked"), [(LOCKED, True), (UNLOCKED, False)])
def test_a_lock_is_told_and_its_memory_given_back(
    windows: Windows, flags: int, locked: bool
) -> None:
    windows.flags = flags
    link = opened(windows)
    assert (None, locked) == (WindowsYes(link, "locked").blind, WindowsYes(link, "locked").on())
    assert 1 == windows.freed


@pytest.mark.parametrize(
    ("state", "fullscreen", "quiet"),
    [(BUSY, True, False), (GAME, True, False), (PRESENTING, False, True), (FREE, False, False)],
)
def test_full_screen_and_presenting_are_told_apart(
    windows: Windows, state: int, fullscreen: bool, quiet: bool
) -> None:
    windows.state = state
    link = opened(windows)
    assert fullscreen is WindowsYes(link, "fullscreen").on()
    assert quiet is WindowsYes(link, "quiet").on()


def test_our_own_full_screen_is_none(windows: Windows) -> None:
    windows.state, windows.in_front = BUSY, os.getpid()
    assert False is opened(windows).fullscreen


@pytest.mark.parametrize(
    ("registry", "call"),
    [
        (Registry(Talk=0, Camera=5), True),
        (Registry(Talk=5), False),
        (Registry(Talk=5, NonPackaged__browser=0), True),
        (Registry(NonPackaged__browser=5), False),
        (Registry(NonPackaged__browser=None), False),
    ],
)
def test_who_began_to_listen_and_did_not_stop_is_in_a_call(
    windows: Windows, registry: Registry, call: bool
) -> None:
    link = opened(windows, registry)
    assert (None, call) == (WindowsYes(link, "call").blind, WindowsYes(link, "call").on())


def test_each_poll_looks_again_and_idle_time_is_always_of_now(windows: Windows) -> None:
    registry = Registry(Talk=5)
    link = opened(windows, registry)
    registry.stopped["Talk"] = 0
    windows.flags, windows.input_ms = LOCKED, 99_000
    assert (False, False, 1.0) == (link.call, link.locked, link.idle_s())
    link.poll()
    assert (True, True) == (link.call, link.locked)


def test_what_windows_refuses_to_say_isn_t_told(windows: Windows) -> None:
    windows.fails = {"input", "session", "notifications"}
    link = opened(windows, Registry())
    probes = [WindowsYes(link, name) for name in ("locked", "quiet", "fullscreen", "call")]
    assert [(Blind.NOT_TOLD, None)] * 4 == [(probe.blind, probe.on()) for probe in probes]
    idle = WindowsIdle(link)
    assert (Blind.NOT_TOLD, None) == (idle.blind, idle.idle_s())
    windows.fails, windows.flags = set(), UNKNOWN
    link.poll()
    assert Blind.NOT_TOLD is probes[0].blind


def test_closed_it_knows_nothing(windows: Windows) -> None:
    link = opened(windows)
    link.close()
    link.poll()
    assert (Blind.ASKING, None) == (WindowsIdle(link).blind, WindowsIdle(link).idle_s())


@pytest.mark.skipif(sys.platform == "win32", reason="here it is Windows")
def test_elsewhere_its_libraries_are_missing() -> None:
    link = WindowsLink()
    link.open()
    assert Blind.NO_LIBRARY is link.blind
