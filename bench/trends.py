"""What it takes to see the trends of ten years."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.decade import write_decade
from bench.stage import PATIENCE_S, ROOT

FIRST_MS = 300.0
ALL_MS = 1000.0
STALL_MS = 40.0


def rows() -> list[tuple[str, str, str, bool]]:
    """The first chart and the last of all there is, and how long the loop stands still."""
    with TemporaryDirectory() as folder:
        write_decade(Path(folder))
        done = subprocess.run(
            [sys.executable, "-m", "bench.trends_turns", folder],
            cwd=ROOT, check=True, capture_output=True, timeout=PATIENCE_S,
        )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    stall_ms = max(found["stall_ms"], found["hurry_ms"])
    return [
        (
            "the trends of ten years: the first chart (the last)",
            f"{found['first_ms']:.0f} ms ({found['all_ms']:.0f})",
            f"{FIRST_MS:g} ms ({ALL_MS:g})",
            found["first_ms"] <= FIRST_MS and found["all_ms"] <= ALL_MS,
        ),
        (
            "longest stall meanwhile (while spans are changed quickly)",
            f"{found['stall_ms']:.0f} ms ({found['hurry_ms']:.0f})",
            f"at most {STALL_MS:g} ms",
            stall_ms <= STALL_MS,
        ),
    ]
