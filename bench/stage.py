"""What a measure needs around it: a screen that nobody sees, a data folder, HipCoach itself."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hipcoach.app.lengths import lengths_of
from hipcoach.app.session_plan import Person, SessionPlan, plan_of
from hipcoach.bootstrap import Environment
from hipcoach.core.journal import SafetyAnswers
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent

ROOT = Path(__file__).parents[1]
PATIENCE_S = 60.0


def command(data_dir: Path, *arguments: str) -> list[str]:
    """HipCoach's own command line, run as the script does that an install puts on the path."""
    start = "from hipcoach.__main__ import main; main()"
    return [sys.executable, "-c", start, "--data-dir", str(data_dir), *arguments]


@contextmanager
def screen() -> Iterator[Mapping[str, str]]:
    """The environment of programs on a screen of their own, 1280×800.

    What they import is compiled, as an install leaves it: reading sources takes time, and memory
    that is never given back.
    """
    subprocess.run(
        [sys.executable, "-m", "compileall", "-q", "hipcoach", "bench"], cwd=ROOT, check=True
    )
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24",
         "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


@contextmanager
def person(settings: Settings | None = None) -> Iterator[Path]:
    """The data folder of somebody with these settings who has answered the first questions."""
    with TemporaryDirectory() as name:
        environment = Environment.of(Path(name))
        environment.write_settings(settings or Settings())
        clock, journal = environment.clock(), environment.open_journal()
        journal.add(SafetyAnswers(clock.new_id(), clock.now(), ()))
        journal.close()
        yield Path(name)


def plan(data_dir: Path, routine: str) -> SessionPlan:
    """The routine as a first session of this person will have it."""
    content = OwnContent(pictures=False).programme(routine)
    return plan_of(content, routine, Environment.of(data_dir).settings(), Person())


def speak_ahead(data_dir: Path, routine: str) -> None:
    """Let every line of the routine be turned into sound, so that its lengths are known."""
    environment, made = Environment.of(data_dir), plan(data_dir, routine)
    lines = made.lines(made.timeline(lengths_of(made.wording)))
    speaker, pause = environment.speaker(), threading.Event()
    try:
        speaker.choose(environment.voice())
        speaker.prepare(lines)
        for _ in range(round(PATIENCE_S / 0.05)):
            if all(speaker.length_s(line) is not None for line in lines):
                return
            pause.wait(0.05)
        raise TimeoutError("the lines were never made")
    finally:
        speaker.close()
