"""`hipcoach tray`: breaks without a window, until it is asked for."""

from __future__ import annotations

from argparse import Namespace

from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.resident import stay
from hipcoach.core.errors import KnownError
from hipcoach.system.display import has_display


def run(given: Namespace) -> int:
    """Stay; where one runs already, all is well."""
    if not has_display():
        raise KnownError("no-display")
    return stay(Environment.of(given.data_dir), window=False)
