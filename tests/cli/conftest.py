"""The commands as a person gives them, in this process or in one of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

import hipcoach
from hipcoach.cli import main
from hipcoach.library.load import load_library, load_wording

ROOT = Path(hipcoach.__file__).parents[1]
NEEDED = (
    "hipcoach.cli.doctor",
    "hipcoach.cli.terminal",
    "hipcoach.library.source",
    "hipcoach.store.journal",
    "hipcoach.system.clock",
    "hipcoach.system.voice.speaker",
    "uuid",
)
"""What a command imports in its course: nobody may not even read the library of Python."""
NO_DISPLAY = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


@dataclass(frozen=True)
class Told:
    """What came of a command."""

    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """What was said of the one thing that went wrong, and nothing else."""
        assert "" == self.out
        assert self.err.startswith("hipcoach: ")
        assert self.err.endswith("\n")
        assert 1 == self.err.count("\n"), self.err
        return self.err.removeprefix("hipcoach: ").rstrip()


Run = Callable[..., Told]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a command in this process."""

    def given(*arguments: str | Path) -> Told:
        try:
            status = main([str(one) for one in arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        told = capsys.readouterr()
        return Told(status, told.out, told.err)

    return given


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a screen."""
    for name in NO_DISPLAY:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """The only program that plays sound, as a shell script; it notes what it plays."""

    def write(does: str) -> Path:
        folder = tmp_path / "programs"
        folder.mkdir()
        log = tmp_path / "played"
        program = folder / "paplay"
        program.write_text(f'#!/bin/sh\nfor file; do :; done\necho "$file" >>"{log}"\n{does}\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return log

    return write


@pytest.fixture
def no_player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without any program that plays sound."""
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(tmp_path / "nothing"))
        yield


def program(
    *arguments: str | Path, root: Path = ROOT, more: Mapping[str, str] | None = None
) -> Told:
    """Give a command in a process of its own, without a screen."""
    own = {name: value for name, value in os.environ.items() if name not in NO_DISPLAY}
    done = subprocess.run(
        [sys.executable, "-m", "hipcoach", *map(str, arguments)],
        cwd=root,
        env={**own, "PYTHONDONTWRITEBYTECODE": "1", **(more or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Told(done.returncode, done.stdout, done.stderr)


@contextmanager
def nobody(folder: Path) -> Iterator[None]:
    """Somebody without special rights, who owns the folder: root may do anything."""
    if os.geteuid() != 0:
        yield
        return
    for module in NEEDED:
        import_module(module)
    # The program itself may lie where nobody may read.
    load_library()
    load_wording()
    for one in (folder, *folder.rglob("*")):
        os.chown(one, 65534, 65534)
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
