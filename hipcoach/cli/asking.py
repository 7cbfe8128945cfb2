"""A question before something that can't be undone."""

from __future__ import annotations

import sys

from hipcoach.app.words import _, pgettext
from hipcoach.core.backups import BackupFault
from hipcoach.core.errors import UsageError


def confirmed(question: str, *, yes: bool) -> bool:
    """Whether it is really wanted: said with `--yes`, or answered in the terminal.

    Raises UsageError where nobody is there to answer.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(BackupFault.NOT_CONFIRMED.value)
    keys = _("Y or N: ")
    answer = input(f"{question} {keys}").strip().casefold()
    return answer[:1] in {"y", pgettext("yes", "y")}
