"""`hipcoach import`: another journal joined with this one."""

from __future__ import annotations

from argparse import Namespace

from hipcoach.app.phrases.exchange import joined_words
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.exchange import import_journal
from hipcoach.cli.progress import progress


def run(given: Namespace) -> int:
    """Join the journal in a file, all of it or nothing; say what is new."""
    with progress(_("Joining")) as step:
        added = import_journal(Environment.of(given.data_dir), given.file, step)
    print(joined_words(added))
    return 0
