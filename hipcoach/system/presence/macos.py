"""What macOS tells: the time since the last input, and whether the screen is locked."""

from __future__ import annotations

import ctypes
from typing import Any, Final

from hipcoach.core.presence import Blind

WAY: Final = "macos"
GRAPHICS: Final = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"
VALUES: Final = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
WHOLE_SESSION: Final = 0
"""kCGEventSourceStateCombinedSessionState."""
ANY_INPUT: Final = 0xFFFF_FFFF
"""kCGAnyInputEventType."""
UTF_8: Final = 0x0800_0100
LOCKED: Final = b"CGSSessionScreenIsLocked"


class MacLink:
    """CoreGraphics, asked with each poll, but for the idle time: that is asked when wanted.

    `load` gives a framework by its path.
    """

    def __init__(self, load: Any = ctypes.CDLL) -> None:
        self.blind: Blind | None = Blind.ASKING
        """Why nothing comes through it; `None` where it is up."""
        self.locked: bool | None = None
        """Whether the screen is locked."""
        self._load = load
        self._graphics: Any = None
        self._values: Any = None
        self._name: Any = None

    def open(self) -> None:
        """Look for the first time."""
        try:
            graphics, values = self._load(GRAPHICS), self._load(VALUES)
        except OSError:
            self.blind = Blind.NO_LIBRARY
            return
        pointer = ctypes.c_void_p
        graphics.CGEventSourceSecondsSinceLastEventType.restype = ctypes.c_double
        graphics.CGEventSourceSecondsSinceLastEventType.argtypes = [
            ctypes.c_int32,
            ctypes.c_uint32,
        ]
        graphics.CGSessionCopyCurrentDictionary.restype = pointer
        values.CFStringCreateWithCString.restype = pointer
        values.CFStringCreateWithCString.argtypes = [pointer, ctypes.c_char_p, ctypes.c_uint32]
        values.CFDictionaryGetValue.restype = pointer
        values.CFDictionaryGetValue.argtypes = [pointer, pointer]
        values.CFBooleanGetValue.argtypes = [pointer]
        values.CFRelease.argtypes = [pointer]
        self._graphics, self._values = graphics, values
        self._name = values.CFStringCreateWithCString(None, LOCKED, UTF_8)
        self.blind = None
        self.poll()

    def close(self) -> None:
        """Forget what was seen."""
        if self._name is not None:
            self._values.CFRelease(self._name)
        self._graphics = self._values = self._name = self.locked = None
        self.blind = Blind.ASKING

    def poll(self) -> None:
        """Look again."""
        if self.blind is not None:
            return
        session = self._graphics.CGSessionCopyCurrentDictionary()
        if not session:  # nobody is logged in at this screen
            self.locked = None
            return
        # The value is there only while it is locked.
        value = self._values.CFDictionaryGetValue(session, self._name)
        self.locked = bool(value and self._values.CFBooleanGetValue(value))
        self._values.CFRelease(session)

    def fileno(self) -> int:
        """Always -1: macOS doesn't say when something changes."""
        return -1

    def idle_s(self) -> float | None:
        """Seconds since the last input, now."""
        if self.blind is not None:
            return None
        since = self._graphics.CGEventSourceSecondsSinceLastEventType
        return float(since(WHOLE_SESSION, ANY_INPUT))


class MacIdle:
    """The time since the last input."""

    way = WAY

    def __init__(self, link: MacLink) -> None:
        self._link = link

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        return self._link.blind

    def idle_s(self) -> float | None:
        """Seconds since the last input."""
        return self._link.idle_s()


class MacLock:
    """Whether the screen is locked."""

    way = WAY

    def __init__(self, link: MacLink) -> None:
        self._link = link

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        return self._link.blind or (Blind.NOT_TOLD if self._link.locked is None else None)

    def on(self) -> bool | None:
        """Whether it is."""
        return self._link.locked
