"""What it takes to look back: ten years of journal beside an empty one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.decade import write_decade
from bench.stage import PATIENCE_S, ROOT
from hipcoach.store.journal import open_journal

MONTH_MS = 16.0
RATIO = 3.0
YEAR_MS = 50.0
STALL_MS = 40.0


def rows() -> list[tuple[str, str, str, bool]]:
    """A month and a year that are turned to, and how long the first opening holds the loop up."""
    with TemporaryDirectory() as folder:
        years, nothing = Path(folder, "decade"), Path(folder, "empty")
        for place in (years, nothing):
            place.mkdir()
        write_decade(years)
        open_journal(nothing / "journal.sqlite").close()
        full, empty = _turns(years), _turns(nothing)
    ratio = full["month_ms"] / empty["month_ms"]
    return [
        (
            "a month of ten years, after the first (empty journal)",
            f"{full['month_ms']:.1f} ms ({empty['month_ms']:.1f}, {ratio:.1f}×)",
            f"{MONTH_MS:g} ms, {RATIO:g}×",
            full["month_ms"] <= MONTH_MS and ratio <= RATIO,
        ),
        (
            "a year of them (the story of a day)",
            f"{full['year_ms']:.0f} ms ({full['day_ms']:.0f})",
            f"at most {YEAR_MS:g} ms",
            full["year_ms"] <= YEAR_MS,
        ),
        (
            "longest stall when it is opened first (building its two pages)",
            f"{full['stall_ms']:.0f} ms ({full['built_ms']:.0f}, {full['story_ms']:.0f})",
            f"at most {STALL_MS:g} ms",
            max(full["stall_ms"], full["built_ms"], full["story_ms"]) <= STALL_MS,
        ),
    ]


def _turns(folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.calendar_turns", str(folder)],
        cwd=ROOT, check=True, capture_output=True, timeout=PATIENCE_S,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found
