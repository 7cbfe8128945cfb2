"""What the window takes of memory in a session, beside a bare one."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median

from bench.pairs import Pair, row
from bench.stage import ROOT, command, person, screen, speak_ahead

ROUTINE = "gentle-start"
ROUNDS = 3
SETTLED_S = 12.0
"""By then a session that starts at once has written to its journal."""
BARE_S = 2.0
LIMIT = 1.9


Figure = tuple[str, str, str, bool]


def rows() -> list[Figure]:
    """Proportional set size of the window's process, as a multiple of its floor.

    Other Qt programs that run share the libraries, and with that the floor sinks more than the
    rest: then the resident size decides, which does not know of them.
    """
    others = qt_programs()
    with screen() as environment, person() as data_dir:
        speak_ahead(data_dir, ROUTINE)
        session = command(data_dir, "play", ROUTINE, "--start-now")
        bare = [sys.executable, "-m", "bench.bare"]
        found = [
            (_weighed(session, environment, SETTLED_S), _weighed(bare, environment, BARE_S))
            for _ in range(ROUNDS)
        ]
    others = max(others, qt_programs())
    measure = "memory in a session, against a bare window"
    alone = row(measure, _pair(found, "Pss"), "MB", LIMIT)
    resident = row("the same, resident", _pair(found, "Rss"), "MB", LIMIT)
    if others:
        alone = (f"{measure} ({others} more share Qt)", alone[1], "", True)
    return [alone, resident]


def qt_programs() -> int:
    """How many other programs have the libraries of Qt in memory now."""
    found = 0
    for maps in Path("/proc").glob("[0-9]*/maps"):
        with suppress(OSError):  # it has ended, or is somebody else's
            found += "libQt6Gui" in maps.read_text("utf-8", "replace")
    return found


def _pair(found: Sequence[tuple[Mapping[str, float], Mapping[str, float]]], field: str) -> Pair:
    return Pair(median(own[field] for own, _ in found), median(bare[field] for _, bare in found))


def _weighed(
    arguments: Sequence[str], environment: Mapping[str, str], after_s: float
) -> dict[str, float]:
    """Megabytes of a program by the names that Linux has for them, after so many seconds."""
    process = subprocess.Popen(arguments, cwd=ROOT, env=environment)
    try:
        threading.Event().wait(after_s)
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text("ascii").splitlines()[1:]
        sizes = (line.split() for line in lines)
        return {name.removesuffix(":"): int(kilobytes) / 1024 for name, kilobytes, _ in sizes}
    finally:
        process.kill()
        process.wait()
