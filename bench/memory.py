"""What the window takes of memory in a session, beside a bare one."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.pairs import in_turn, row
from bench.stage import ROOT, command, person, screen, speak_ahead

ROUTINE = "gentle-start"
ROUNDS = 3
SETTLED_S = 12.0
"""By then a session that starts at once has written to its journal."""
BARE_S = 2.0
LIMIT = 1.9


def rows() -> list[tuple[str, str, str, bool]]:
    """Proportional set size of the window's process, as a multiple of its floor."""
    with screen() as environment, person() as data_dir:
        speak_ahead(data_dir, ROUTINE)
        session = command(data_dir, "play", ROUTINE, "--start-now")
        bare = [sys.executable, "-m", "bench.bare"]
        pair = in_turn(
            lambda: _megabytes(session, environment, SETTLED_S),
            lambda: _megabytes(bare, environment, BARE_S),
            ROUNDS,
        )
    return [row("memory in a session, against a bare window", pair, "MB", LIMIT)]


def _megabytes(arguments: Sequence[str], environment: Mapping[str, str], after_s: float) -> float:
    process = subprocess.Popen(arguments, cwd=ROOT, env=environment)
    try:
        threading.Event().wait(after_s)
        return _pss_megabytes(process.pid)
    finally:
        process.kill()
        process.wait()


def _pss_megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    (kilobytes,) = (int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes / 1024
