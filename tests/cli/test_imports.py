"""What a command does not need is not imported: a short one starts at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

NEVER = (
    "PySide6",
    "sqlalchemy",
    "difflib",
    "hipcoach.app.today_view",
    "hipcoach.core.figure.pose",
    "hipcoach.core.journal",
    "hipcoach.library.poses",
    "importlib.resources",
    "json",
    "platformdirs",
    "tempfile",
    "uuid",
)
"""A score needs none of them, and each costs milliseconds."""

SHOW = "import sys; from hipcoach.cli import main; main(); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize("option", [(), ("--voice", "estimate")])
def test_a_score_is_printed_with_what_it_needs(tmp_path: Path, option: tuple[str, ...]) -> None:
    command = ("--data-dir", str(tmp_path), "timeline", "desk-reset", *option)
    done = subprocess.run(
        [sys.executable, "-c", SHOW, *command], capture_output=True, text=True, check=True
    )
    assert "hipcoach.core.compile" in done.stderr.split()
    assert set() == {*NEVER} & {*done.stderr.split()}
