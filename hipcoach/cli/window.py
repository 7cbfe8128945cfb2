"""`hipcoach` and `hipcoach play ROUTINE`: the window."""

from __future__ import annotations

from argparse import Namespace

from hipcoach.bootstrap import Environment, own_content
from hipcoach.core.errors import KnownError
from hipcoach.system.display import has_display


def run(given: Namespace) -> int:
    """Open it, on a routine where one is named."""
    routine = given.routine if given.command == "play" else ""
    words = own_content(given.data_dir).programme(routine) if routine else None
    if not has_display():
        raise KnownError("no-display")
    environment = Environment.of(given.data_dir)
    if not routine:
        from hipcoach.bootstrap.resident import stay  # noqa: PLC0415 - a session needs no tray

        return stay(environment, window=True)
    from hipcoach.bootstrap.window import open_window  # noqa: PLC0415 - either of the two

    return open_window(environment, routine=routine, start_now=given.start_now, words=words)
