"""What macOS tells, as far as its calls can be stood in for."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.macos import MacIdle, MacLink, MacLock

SESSION, NAME, VALUE = 11, 12, 13


class Function:
    """A function of a framework, whose types may be told."""

    restype: Any = None
    argtypes: Any = None

    def __init__(self, call: Any) -> None:
        self._call = call

    def __call__(self, *given: Any) -> Any:
        return self._call(*given)


class Mac:
    """The two frameworks; `locked` may be `None`, where the session says nothing of it."""

    def __init__(self) -> None:
        self.idle_s = 12.5
        self.session: int | None = SESSION
        self.locked: bool | None = None
        self.held: list[int] = []
        self.CGEventSourceSecondsSinceLastEventType = Function(self._since)
        self.CGSessionCopyCurrentDictionary = Function(self._copied)
        self.CFStringCreateWithCString = Function(self._named)
        self.CFDictionaryGetValue = Function(self._value)
        self.CFBooleanGetValue = Function(lambda value: int(value == VALUE and bool(self.locked)))
        self.CFRelease = Function(self.held.remove)

    def load(self, path: str) -> Mac:
        assert path.startswith("/System/Library/Frameworks/")
        return self

    def _since(self, state: int, kind: int) -> float:
        assert (0, 0xFFFF_FFFF) == (state, kind)
        return self.idle_s

    def _copied(self) -> int | None:
        if self.session is not None:
            self.held.append(self.session)
        return self.session

    def _named(self, _allocator: None, name: bytes, encoding: int) -> int:
        assert (b"CGSSessionScreenIsLocked", 0x0800_0100) == (name, encoding)
        self.held.append(NAME)
        return NAME

    def _value(self, session: int, name: int) -> int | None:
        assert (SESSION, NAME) == (session, name)
        return None if self.locked is None else VALUE


@pytest.mark.parametrize(("told", "locked"), [(None, False), (False, False), (True, True)])
def test_idle_time_and_lock_are_told(told: bool | None, locked: bool) -> None:
    mac = Mac()
    mac.locked = told
    link = MacLink(mac.load)
    idle, lock = MacIdle(link), MacLock(link)
    assert (Blind.ASKING, None) == (idle.blind, idle.idle_s())
    link.open()
    assert (None, 12.5) == (idle.blind, idle.idle_s())
    assert (None, locked) == (lock.blind, lock.on())
    mac.idle_s = 0.0
    assert 0.0 == idle.idle_s()


def test_nothing_is_left_in_memory() -> None:
    mac = Mac()
    link = MacLink(mac.load)
    link.open()
    for _ in range(3):
        link.poll()
    assert [NAME] == mac.held
    link.close()
    link.poll()
    assert [] == mac.held
    assert (Blind.ASKING, None) == (link.blind, link.idle_s())


def test_where_nobody_is_logged_in_a_lock_isn_t_told() -> None:
    mac = Mac()
    link = MacLink(mac.load)
    link.open()
    mac.session = None
    link.poll()
    assert (Blind.NOT_TOLD, None) == (MacLock(link).blind, MacLock(link).on())


@pytest.mark.skipif(sys.platform == "darwin", reason="here it is macOS")
def test_elsewhere_its_frameworks_are_missing() -> None:
    link = MacLink()
    link.open()
    assert Blind.NO_LIBRARY is link.blind
