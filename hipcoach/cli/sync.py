"""`hipcoach sync`: this journal joined with that of another computer."""

from __future__ import annotations

import sys
from argparse import Namespace

from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.exchange import joined_words, untouched_words
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.sync import sync_journal
from hipcoach.cli.running import tell_if_running
from hipcoach.core.errors import KnownError
from hipcoach.core.exchange import ExchangeFault


def run(given: Namespace) -> int:
    """Join both ways and say what is new; 1 where a file or a row could not be joined."""
    environment = Environment.of(given.data_dir)
    try:
        done = sync_journal(environment, given.where)
    except KnownError:
        print(untouched_words(), file=sys.stderr)
        raise
    print(joined_words(done.added))
    if done.added:
        tell_if_running(environment)
    in_conflict = False
    for name, error in done.skipped:
        why = error_words(error) if isinstance(error, KnownError) else str(error)
        print(f"{name}: {why}", file=sys.stderr)
        in_conflict |= getattr(error, "code", "") == ExchangeFault.CONFLICT
    return int(in_conflict)
