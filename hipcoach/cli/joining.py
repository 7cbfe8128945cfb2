"""`hipcoach import`: another journal joined with this one."""

from __future__ import annotations

from argparse import Namespace

from hipcoach.app.phrases.exchange import joined_words
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.exchange import import_journal
from hipcoach.cli.progress import progress
from hipcoach.cli.running import tell_if_running


def run(given: Namespace) -> int:
    """Join the journal in a file, all of it or nothing; say what is new."""
    environment = Environment.of(given.data_dir)
    with progress(_("Joining")) as step:
        added = import_journal(environment, given.file, step)
    print(joined_words(added))
    if added:
        tell_if_running(environment)
    return 0
