"""The only file that reads a clock."""

from __future__ import annotations

import os
import sys
import time  # noqa: TID251 - this is the one file that may
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from uuid import UUID


class SystemClock:
    """The machine's clocks, as `hipcoach.ports.Clock`."""

    _newest_ms: ClassVar[int] = 0
    """Of the newest id, since 1970."""

    def monotonic(self) -> float:
        """Seconds that never jump; stand still while the machine is suspended."""
        return time.monotonic()

    def boot(self) -> float:
        """Seconds that run on while the machine is suspended.

        Where the system has no such clock it is the monotonic one.
        """
        return _boot()

    def now(self) -> datetime:
        """Local date and time, aware."""
        return datetime.now().astimezone()  # noqa: TID251 - made aware at once

    def zone(self) -> str:
        """IANA name of the local zone, or its offset as `+02:00` where the name isn't known."""
        return zone_name(os.environ.get("TZ"), Path("/etc")) or offset_name(self.now())

    def new_id(self) -> UUID:
        """A new UUID, version 7 (RFC 9562): later than all that this program has made."""
        from uuid import UUID  # noqa: PLC0415 - most commands make none

        made_ms = max(time.time_ns() // 1_000_000, SystemClock._newest_ms + 1)
        SystemClock._newest_ms = made_ms
        chance = int.from_bytes(os.urandom(10), "big")
        first, rest = chance >> 68, chance & (1 << 62) - 1
        return UUID(int=made_ms << 80 | 7 << 76 | first << 64 | 0b10 << 62 | rest)


def zone_name(variable: str | None, etc: Path) -> str | None:
    """IANA name of the zone that the value of `TZ` or the folder `/etc` names, if one does.

    A `TZ` that is set decides alone; one that is no name (`CET-1CEST`) gives none.
    """
    if variable is not None:
        return _known(_after_zoneinfo(variable.removeprefix(":")) or "UTC")
    with suppress(OSError):
        name = _known(_after_zoneinfo(str((etc / "localtime").resolve(strict=True))))
        if name:
            return name
    with suppress(OSError, UnicodeDecodeError):
        return _known((etc / "timezone").read_text("utf-8").strip())
    return None


def offset_name(now: datetime) -> str:
    """The offset from UTC of an aware time, such as `+05:30`."""
    offset = now.utcoffset() or timedelta()
    minutes = round(abs(offset).total_seconds() / 60)
    sign = "-" if offset < timedelta() else "+"
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def _after_zoneinfo(path: str) -> str:
    return path.rpartition("zoneinfo/")[2]


def _known(name: str) -> str | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - once a session

    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _boot() -> float:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Linux asks Python itself

        ticks = ctypes.windll.kernel32.GetTickCount64
        ticks.restype = ctypes.c_uint64
        return float(ticks()) / 1000
    if sys.platform == "darwin":
        return _mach_continuous_s()
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def _mach_continuous_s() -> float:
    import ctypes  # noqa: PLC0415 - as above

    # mach_continuous_time counts in units that mach_timebase_info gives as a fraction of 1 ns.
    system = ctypes.CDLL(None)
    try:
        continuous, timebase = system.mach_continuous_time, system.mach_timebase_info
    except AttributeError:
        return time.monotonic()
    continuous.restype = ctypes.c_uint64
    fraction = (ctypes.c_uint32 * 2)()
    timebase(fraction)
    return float(continuous()) * fraction[0] / max(fraction[1], 1) / 1e9
