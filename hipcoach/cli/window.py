"""`hipcoach` and `hipcoach play ROUTINE`: the window."""

from __future__ import annotations

import os
from argparse import Namespace
from typing import Final

from hipcoach.bootstrap import Environment, own_content
from hipcoach.core.errors import KnownError
from hipcoach.system.display import has_display
from hipcoach.system.paths import Paths

STARTING_TRIES: Final = 12
"""So often one is asked that says it is there and does not listen yet: half a second in all."""


def run(given: Namespace) -> int:
    """Open it, on a routine where one is named; in the HipCoach that runs, if one does."""
    routine = given.routine if given.command == "play" else ""
    words = own_content(given.data_dir).programme(routine) if routine else None
    if routine and _plays_there(given):
        return 0
    if not has_display():
        raise KnownError("no-display")
    environment = Environment.of(given.data_dir)
    if not routine:
        from hipcoach.bootstrap.resident import stay  # noqa: PLC0415 - a session needs no tray

        return stay(environment, window=True)
    from hipcoach.bootstrap.window import open_window  # noqa: PLC0415 - either of the two

    return open_window(environment, routine=routine, start_now=given.start_now, words=words)


def _plays_there(given: Namespace) -> bool:
    """Whether the one that runs has opened its window on the routine.

    Raises KnownError (`session-runs`) where it leads through something already.
    """
    from hipcoach.system.instance.place import LOCK, places  # noqa: PLC0415 - a routine is played

    paths = Paths.under(given.data_dir) if given.data_dir else Paths.of_this_user()
    if not os.access(paths.data / LOCK, os.F_OK):
        return False
    from hipcoach.core.remote import play_request  # noqa: PLC0415 - and one may be running
    from hipcoach.system.instance.ask import ask, the_right  # noqa: PLC0415 - the same

    request = {**play_request(given.routine, now=given.start_now), **the_right()}
    try:
        ask(places(paths), request, tries=STARTING_TRIES)
    except KnownError as error:
        if error.code == "not-running":
            return False
        raise
    return True
