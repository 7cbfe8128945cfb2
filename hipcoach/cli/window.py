"""`hipcoach` and `hipcoach play ROUTINE`: the window."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from hipcoach.bootstrap import Environment, own_content
from hipcoach.core.errors import KnownError
from hipcoach.system.display import has_display
from hipcoach.system.paths import Paths

STARTING_TRIES: Final = 20
"""So often one is asked that says it is there and does not listen yet: a second in all."""


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
    from hipcoach.core.remote import play_request  # noqa: PLC0415 - only a routine is played
    from hipcoach.system.instance.ask import ask, the_right  # noqa: PLC0415 - the same
    from hipcoach.system.instance.place import LOCK, places  # noqa: PLC0415 - the same

    paths = Paths.under(given.data_dir) if given.data_dir else Paths.of_this_user()
    request = {**play_request(given.routine, now=given.start_now), **the_right()}
    tries = STARTING_TRIES if (paths.data / LOCK).exists() else 1
    try:
        ask(places(paths), request, tries=tries)
    except KnownError as error:
        if error.code == "not-running":
            return False
        raise
    return True
