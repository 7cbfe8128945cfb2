"""How soon the voice is heard and silent, by a recording of what really sounds.

`HIPCOACH_AUDIO_PROBE` names a program that runs a command beside a recorded sound server and,
for each line `MARK name seconds` that the command prints, writes the delays to the next start
and end of sound into a JSON file; without it these measures are skipped.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from hipcoach.ports import Prepared, Tone
from hipcoach.system.clock import SystemClock
from hipcoach.system.voice.speaker import ProcessSpeaker

PROBE = "HIPCOACH_AUDIO_PROBE"

ROUNDS = 8

LINES = (
    "Next: knee to chest, left leg.",
    "Breathe out. Let the hip get heavy.",
    "Ten seconds",
    "And rest.",
)

Figure = tuple[str, str, str, bool]

ROOT = Path(__file__).parents[1]


def rows() -> list[Figure]:
    """Delays in milliseconds: the median, and the 95th percentile that the limit is for."""
    probe = os.environ.get(PROBE)
    if not probe:
        return [("voice: onset and silence", "skipped", f"needs {PROBE}", True)]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        performance = [sys.executable, "-m", "bench.voice", folder]
        subprocess.run(
            [sys.executable, probe, "--gap", "0.2", "--json", report, "--", *performance],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        heard = json.loads(report.read_text())["marks"]
        called = json.loads((Path(folder) / "called.json").read_text())
    onset = [mark["to_onset_ms"] for mark in heard if mark["name"] == "say"]
    tone = [mark["to_onset_ms"] for mark in heard if mark["name"] == "tone"]
    fresh = [mark["to_onset_ms"] for mark in heard if mark["name"] == "fresh"]
    silence = [max(0, mark["to_offset_ms"]) for mark in heard if mark["name"] == "stop"]
    return [
        _row("prepared line, say to sound", onset, 20),
        _row("tone, play to sound", tone, 30),
        _row("line never prepared, say to sound", fresh, 60),
        _row("stop to silence", silence, 10),
        _row("say, time in the call", called["say_ms"], 20),
        _row("engine killed, then a new line made", called["recovery_ms"], 500),
    ]


def _row(measure: str, values_ms: list[float], limit_ms: float) -> Figure:
    high = quantiles(values_ms, n=20)[-1]
    value = f"{median(values_ms):.1f} / {high:.1f} ms"
    return (f"voice: {measure} (median / p95)", value, f"p95 at most {limit_ms:g} ms",
            high <= limit_ms)  # fmt: skip


def perform(folder: Path) -> None:
    """Speak, sound and fall silent, with a mark before each."""
    clock = SystemClock()
    speaker = ProcessSpeaker(folder / "sounds", clock)
    speaker.prepare(LINES)
    _wait_for(speaker, len(LINES))
    for tone in Tone:
        speaker.play(tone)
        _pause(0.7)
    say_ms, recovery_ms = [], []
    for number in range(ROUNDS):
        for line in LINES:
            start = _mark(clock, "say")
            speaker.say(line)
            say_ms.append(1000 * (clock.monotonic() - start))
            _pause((speaker.length_s(line) or 0) + 0.3)
        # A long tone has no gaps as words have: its end is the stop's doing.
        _mark(clock, "tone")
        speaker.play(Tone.END)
        _pause(0.2)
        _mark(clock, "stop")
        speaker.stop()
        _pause(0.5)
        _mark(clock, "fresh")
        speaker.say(f"Not prepared, {number}.")
        _pause(2.2)
    for number in range(ROUNDS):
        pid = speaker.engine_pid
        assert pid is not None
        speaker.poll()
        os.kill(pid, signal.SIGKILL)
        start = clock.monotonic()
        speaker.prepare([f"Made again, {number}."])
        _wait_for(speaker, 1)
        recovery_ms.append(1000 * (clock.monotonic() - start))
    speaker.close()
    called = {"say_ms": say_ms, "recovery_ms": recovery_ms}
    (folder / "called.json").write_text(json.dumps(called))


def _mark(clock: SystemClock, name: str) -> float:
    now = clock.monotonic()
    print(f"MARK {name} {now}", flush=True)
    return now


def _wait_for(speaker: ProcessSpeaker, count: int) -> None:
    told = 0
    until = _deadline(10)
    while told < count:
        told += sum(isinstance(event, Prepared) for event in speaker.poll())
        assert until(), "the lines were never made"
        _pause(0.002)


def _deadline(seconds: float) -> Callable[[], bool]:
    clock = SystemClock()
    end = clock.monotonic() + seconds
    return lambda: clock.monotonic() < end


def _pause(seconds: float) -> None:
    threading.Event().wait(seconds)


if __name__ == "__main__":
    perform(Path(sys.argv[1]))
