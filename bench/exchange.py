"""Ten years of practice out, in, joined and copied; and how much memory that takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter  # noqa: TID251 - it measures

from bench.decade import write_decade
from bench.stage import ROOT, command
from hipcoach.bootstrap import Environment

LIMIT_S = 10.0
LIMIT_MB = 25.0
PEAK = """
import sys
from hipcoach.cli import main
main(sys.argv[1:])
(line,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM:")]
print(line.split()[1], file=sys.stderr)
"""
"""Not `getrusage`: it counts what the process had before, as a copy of this one."""

Figure = tuple[str, str, str, bool]


def rows() -> list[Figure]:
    """Each command with the start of Python, and its peak of memory above an empty journal."""
    with TemporaryDirectory() as name:
        here, there, nobody = (Path(name, one) for one in ("here", "there", "nobody"))
        for folder in (here, there, nobody):
            Environment.of(folder).open_journal().close()
        write_decade(here)
        file, carried = Path(name, "journal.json"), Path(name, "carried")
        carried.mkdir()
        found = [
            _timed("export of ten years", lambda: _run(here, "export", str(file))),
            _timed("import into an empty journal", lambda: _run(there, "import", str(file))),
            _timed("import of what is known", lambda: _run(there, "import", str(file))),
            _timed(
                "export of all tables as CSV", lambda: _run(here, "export", "--csv", str(file)[:-5])
            ),
            _timed("first sync into a folder", lambda: _run(here, "sync", str(carried))),
            _timed("sync with another's ten years", lambda: _run(there, "sync", str(carried))),
            _timed("backup", lambda: _run(here, "backup")),
        ]
        out, empty_out = (_peak_mb(one, "export", "-") for one in (here, nobody))
        empty_file = Path(name, "empty.json")
        _run(nobody, "export", str(empty_file))
        fresh = Path(name, "fresh")
        into, empty_into = (_peak_mb(fresh, "import", str(one)) for one in (file, empty_file))
        year = ("--from", "2022-01-01", "--to", "2022-12-31", "--yes")
        gone = [
            _timed("forget of a year", lambda: _run(here, "forget", *year)),
            _timed("sync that says so", lambda: _run(here, "sync", str(carried))),
            _timed("sync that deletes it as well", lambda: _run(there, "sync", str(carried))),
        ]
        return [
            *found,
            *gone,
            _memory("memory of the export, above an empty one", out - empty_out),
            _memory("memory of the import, above an empty one", into - empty_into),
        ]


def _timed(measure: str, done: Callable[[], None]) -> Figure:
    start = perf_counter()
    done()
    seconds = perf_counter() - start
    return measure, f"{seconds:.1f} s", f"at most {LIMIT_S:g} s", seconds <= LIMIT_S


def _memory(measure: str, megabytes: float) -> Figure:
    return measure, f"{megabytes:.0f} MB", f"at most {LIMIT_MB:g} MB", megabytes <= LIMIT_MB


def _run(data_dir: Path, *arguments: str) -> None:
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device
        subprocess.run(command(data_dir, *arguments), cwd=ROOT, check=True, stdout=nowhere)


def _peak_mb(data_dir: Path, *arguments: str) -> float:
    """The most that a command had in memory."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK, "--data-dir", str(data_dir), *arguments],
        cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    return int(done.stderr.split()[-1]) / 1024
