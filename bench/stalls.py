"""How long the event loop stands still in a session, from the first picture on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from bench.stage import PATIENCE_S, ROOT, person, screen, speak_ahead

ROUTINE = "gentle-start"
SECONDS = 60
BARE_SECONDS = 10
LIMIT_MS = 40.0


def rows() -> list[tuple[str, str, str, bool]]:
    """The longest stall; without the time in which other programs had the processors; the floor."""
    with screen() as environment, person() as data_dir:
        speak_ahead(data_dir, ROUTINE)
        floor = watched(environment, BARE_SECONDS, ())
        play = ("--data-dir", str(data_dir), "play", ROUTINE, "--start-now")
        session = watched(environment, SECONDS, play)
    longest_ms = session["own_ms"]
    return [
        (
            "longest stall in a session (with other programs' doing; floor)",
            f"{longest_ms:.0f} ms ({session['longest_ms']:.0f}; {floor['own_ms']:.0f})",
            f"under {LIMIT_MS:g} ms",
            longest_ms < LIMIT_MS,
        )
    ]


def watched(
    environment: Mapping[str, str], seconds: int, arguments: Sequence[str]
) -> dict[str, Any]:
    """What the watch told after so many seconds."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.watched", f"stalls:{seconds}", *arguments],
        cwd=ROOT, env=environment, check=True, capture_output=True,
        timeout=seconds + PATIENCE_S,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout)
    return told
