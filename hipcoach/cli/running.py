"""A word where a HipCoach is running that does not look back at what was changed behind it."""

from __future__ import annotations

import os
import sys

from hipcoach.app.phrases.exchange import anew_words
from hipcoach.bootstrap import Environment
from hipcoach.core.errand import STEPS_VARIABLE
from hipcoach.core.errors import KnownError
from hipcoach.system.instance.ask import ask, status_request
from hipcoach.system.instance.place import places


def tell_if_running(environment: Environment) -> None:
    """Say that it has to be started anew, if one is running on this journal.

    The one that gave the command looks for itself.
    """
    if os.environ.get(STEPS_VARIABLE):
        return
    try:
        ask(places(environment.paths), status_request())
    except KnownError as error:
        if error.code == "not-running":
            return
    print(anew_words(), file=sys.stderr)
