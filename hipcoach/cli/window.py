"""`hipcoach` and `hipcoach play ROUTINE`: the window."""

from __future__ import annotations

from argparse import Namespace

from hipcoach.bootstrap import Environment, own_content
from hipcoach.bootstrap.window import open_window
from hipcoach.core.errors import KnownError
from hipcoach.system.display import has_display


def run(given: Namespace) -> int:
    """Open it, on a routine where one is named."""
    routine = given.routine if given.command == "play" else ""
    words = own_content(given.data_dir).programme(routine) if routine else None
    if not has_display():
        raise KnownError("no-display")
    return open_window(
        Environment.of(given.data_dir),
        routine=routine,
        start_now=bool(routine) and given.start_now,
        words=words,
    )
