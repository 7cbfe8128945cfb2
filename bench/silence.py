"""How soon it is silent after the key that pauses, in the real window.

`python -m bench.silence DIR` drives the window that `rows` has recorded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from bench.recorder import PROBE, probe, recorded
from bench.stage import command, person, screen, speak_ahead
from hipcoach.system.clock import SystemClock

ROUTINE: Final = "gentle-start"
ROUNDS: Final = 12
LIMIT_MS: Final = 60
SETTLED_S: Final = 6.0
WORD_S: Final = 0.3
"""So long after it began a line is in the middle of a word."""
ANSWER_S: Final = 2.0
"""*Paused* has been said by then."""
COUNT_S: Final = 4.0
"""The three seconds that are counted before it goes on."""


def rows() -> list[tuple[str, str, str, bool]]:
    """From the press of the key to the end of sound."""
    if not probe():
        return [("silence after pause", "skipped", f"needs {PROBE}", True)]
    with screen() as environment, person() as data_dir:
        speak_ahead(data_dir, ROUTINE)
        drill = [sys.executable, "-m", "bench.silence", str(data_dir)]
        longest_s = SETTLED_S + ROUNDS * (WORD_S + ANSWER_S + COUNT_S + 1) + 10
        report = recorded(drill, environment, longest_s=longest_s)
    found_ms = cut_short_ms(report)
    high_ms = (
        quantiles(found_ms, n=20, method="inclusive")[-1] if len(found_ms) > 1 else float("inf")
    )
    return [
        (
            f"silence after pause, median / p95 ({len(found_ms)} of {ROUNDS} in mid-line)",
            f"{median(found_ms or [float('inf')]):.0f} / {high_ms:.0f} ms",
            f"at most {LIMIT_MS} ms",
            high_ms <= LIMIT_MS,
        )
    ]


def cut_short_ms(report: dict[str, Any]) -> list[float]:
    """The delays of the presses that came while something sounded."""
    bursts = report["bursts"]
    return [
        mark["to_offset_ms"]
        for mark in report["marks"]
        if any(burst["onset"] < mark["t"] < burst["offset"] for burst in bursts)
    ]


def perform(data_dir: Path) -> None:
    """Have the last line said again and pause in the middle of it, again and again."""
    clock = SystemClock()
    window = subprocess.Popen(command(data_dir, "play", ROUTINE, "--start-now"))
    try:
        _wait(SETTLED_S)
        _xdotool("search", "--onlyvisible", "--name", "HipCoach", "windowfocus", "--sync")
        for _ in range(ROUNDS):
            _xdotool("key", "r")
            _wait(WORD_S)
            print(f"MARK pause {clock.monotonic()}", flush=True)
            _xdotool("key", "space")
            _wait(ANSWER_S)
            _xdotool("key", "space")
            _wait(COUNT_S)
    finally:
        window.kill()
        window.wait()


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, stdout=subprocess.DEVNULL, env=os.environ)


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)


if __name__ == "__main__":
    perform(Path(sys.argv[1]))
