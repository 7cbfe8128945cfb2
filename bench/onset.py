"""Whether cues are heard when the timeline has them: recorded, in the terminal and the window.

The drift over eight minutes is measured where `HIPCOACH_BENCH_LONG` is set.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from bench.hearing import Hearing, Meant, matched
from bench.recorder import PROBE, probe, recorded
from bench.stage import command, person, plan, screen, speak_ahead
from hipcoach.app.lengths import lengths_of
from hipcoach.bootstrap import Environment
from hipcoach.core.settings import Settings
from hipcoach.core.timeline import TICK, TONES

LONG: Final = "HIPCOACH_BENCH_LONG"
LINE_LIMIT_MS: Final = 50
TICK_LIMIT_MS: Final = 30
DRIFT_LIMIT_MS: Final = 10
"""Twice what the recording's own clock is good to."""
TONE_S: Final = 0.6
"""No tone is longer."""
AROUND_S: Final = 12.0
"""Start-up before the first cue, and a little after the last."""

Figure = tuple[str, str, str, bool]


def rows() -> list[Figure]:
    """Lines and ticks of *Desk reset* in both shells, and the drift over *Gentle start*."""
    if not probe():
        return [("onset of cues against the timeline", "skipped", f"needs {PROBE}", True)]
    found = []
    for shell in ("terminal", "window"):
        found.append(_lines(shell, hearing("desk-reset", shell, Settings())))
        ticking = Settings().with_value("sound.count", "ticks")
        found.append(_ticks(shell, hearing("desk-reset", shell, ticking)))
    if not os.environ.get(LONG):
        return [*found, ("drift over gentle-start", "skipped", f"needs {LONG}", True)]
    return [*found, _drift(hearing("gentle-start", "terminal", Settings()))]


def hearing(routine: str, shell: str, settings: Settings) -> Hearing:
    """A whole routine, followed and recorded."""
    with screen() as environment, person(settings) as data_dir:
        speak_ahead(data_dir, routine)
        cues, length_s = _meant(data_dir, routine)
        how = "--terminal" if shell == "terminal" else "--start-now"
        report = recorded(
            command(data_dir, "play", routine, how), environment, longest_s=length_s + AROUND_S
        )
    return matched(cues, [burst["onset_monotonic"] for burst in report["bursts"]])


def _meant(data_dir: Path, routine: str) -> tuple[list[Meant], float]:
    """What a first session of the routine lets sound, and how long it takes in seconds."""
    made = plan(data_dir, routine)
    timeline = made.timeline(lengths_of(made.wording, Environment.of(data_dir).cached_lengths()))
    cues = [
        Meant(cue.at_s, TONE_S if cue.text in TONES else cue.length_s, cue.text == TICK)
        for cue in timeline.cues
    ]
    return cues, timeline.length_s


def _lines(shell: str, found: Hearing) -> Figure:
    return _row(f"lines in the {shell}, off the timeline", found, LINE_LIMIT_MS, tick=False)


def _ticks(shell: str, found: Hearing) -> Figure:
    return _row(f"ticks in the {shell}, off the timeline", found, TICK_LIMIT_MS, tick=True)


def _row(measure: str, found: Hearing, limit_ms: float, *, tick: bool) -> Figure:
    late_ms = 1000 * found.late_s(tick=tick)
    count = sum(heard.cue.tick is tick for heard in found.heard)
    whole = f"{len(found.heard)} of {found.meant} heard"
    return (
        f"{measure} ({count} measured, {whole})",
        f"{late_ms:.0f} ms",
        f"p95 at most {limit_ms:g} ms",
        count > 0 and late_ms <= limit_ms,
    )


def _drift(found: Hearing) -> Figure:
    drift_ms = 1000 * found.drift_s
    return (
        f"drift over gentle-start ({len(found.heard)} of {found.meant} heard)",
        f"{drift_ms:+.1f} ms",
        f"at most {DRIFT_LIMIT_MS} ms",
        len(found.heard) > found.meant / 2 and abs(drift_ms) <= DRIFT_LIMIT_MS,
    )
