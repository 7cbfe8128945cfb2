"""A recording of what a command lets sound, by a program that is named from outside.

`HIPCOACH_AUDIO_PROBE` names it. It runs a command beside a recorded sound server and writes
into a JSON file when each burst of sound began and ended; for each line `MARK name seconds` that
the command prints also the delays to the next start and end of sound.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bench.stage import ROOT

PROBE: Final = "HIPCOACH_AUDIO_PROBE"


def probe() -> str:
    """The program that records; empty: none was named."""
    return os.environ.get(PROBE, "")


def recorded(
    command: Sequence[str], environment: Mapping[str, str], *, longest_s: float, gap_s: float = 0.2
) -> dict[str, Any]:
    """The program's report; a command that has not ended after `longest_s` is ended."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--gap", str(gap_s), "--timeout", str(longest_s), "--json", str(report)]
        subprocess.run(
            [sys.executable, probe(), *options, "--", *command],
            cwd=ROOT,
            env=dict(environment),
            check=False,  # a window that had to be ended is no failure
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        told: dict[str, Any] = json.loads(report.read_text("utf-8"))
        return told
