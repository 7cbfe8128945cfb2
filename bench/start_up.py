"""How soon HipCoach is there: its window beside a bare one, a score beside nothing at all."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.pairs import in_turn, row
from bench.stage import ROOT, command, person, screen, speak_ahead
from hipcoach.system.clock import SystemClock

ROUNDS = 21
ROUTINE = "desk-reset"
PAINT_LIMIT = 1.8
SCORE_LIMIT = 8.0

_clock = SystemClock()


def rows() -> list[tuple[str, str, str, bool]]:
    """First picture and `hipcoach timeline`, each as a multiple of its floor."""
    with person() as data_dir:
        speak_ahead(data_dir, ROUTINE)
        with screen() as environment:
            window = ("--data-dir", str(data_dir), "play", ROUTINE)
            paint = in_turn(
                lambda: _first_paint_ms(environment, window),
                lambda: _first_paint_ms(environment, ()),
                ROUNDS,
            )
        score = in_turn(
            lambda: _whole_ms(command(data_dir, "timeline", ROUTINE)),
            lambda: _whole_ms([sys.executable, "-c", "pass"]),
            ROUNDS,
        )
    return [
        row("process start to first picture, against a bare window", paint, "ms", PAINT_LIMIT),
        row("hipcoach timeline, against python -c pass", score, "ms", SCORE_LIMIT),
    ]


def _first_paint_ms(environment: Mapping[str, str], arguments: Sequence[str]) -> float:
    start_s = _clock.monotonic()
    told = subprocess.run(
        [sys.executable, "-m", "bench.watched", "first-paint", *arguments],
        cwd=ROOT, env=environment, check=True, capture_output=True,
    )  # fmt: skip
    painted_s: float = json.loads(told.stdout)["monotonic_s"]
    return (painted_s - start_s) * 1000


def _whole_ms(arguments: Sequence[str | Path]) -> float:
    start_s = _clock.monotonic()
    subprocess.run(arguments, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return (_clock.monotonic() - start_s) * 1000
