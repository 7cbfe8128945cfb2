"""`hipcoach sync`: this journal joined with that of another computer."""

from __future__ import annotations

import sys
from argparse import Namespace

from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.exchange import joined_words, untouched_words
from hipcoach.app.phrases.forgotten import deleted_words
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.sync_tries import Tried, keep_try, try_sync
from hipcoach.cli.progress import progress
from hipcoach.core.errors import KnownError, UsageError
from hipcoach.core.sync_choices import SyncChoices
from hipcoach.core.sync_timing import try_text


def run(given: Namespace) -> int:
    """Join both ways and say what is new; 1 where a file or a row could not be joined.

    Without a place that of the settings is taken, so that no other program sees its password.
    """
    environment = Environment.of(given.data_dir)
    chosen = _chosen(environment, named=bool(given.where))
    where = given.where or chosen.where
    if not where:
        raise UsageError("sync-nowhere")
    with progress(_("Joining")):
        tried = try_sync(environment, where)
    if where == chosen.where:
        keep_try(environment, tried.last)
    if given.json:
        print(try_text(tried.last), end="")
    else:
        _tell(tried)
    return int(bool(tried.last.trouble))


def _chosen(environment: Environment, *, named: bool) -> SyncChoices:
    """What the settings say; raises SettingsError where that has to be known and can't be."""
    return (environment.settings() if named else environment.read_settings().settings).sync


def _tell(tried: Tried) -> None:
    """Say what came of it; raises what went wrong."""
    if tried.error is not None:
        print(untouched_words(), file=sys.stderr)
        raise tried.error
    assert tried.done is not None
    if tried.done.added or not tried.done.deleted:
        print(joined_words(tried.done.added))
    if tried.done.deleted:
        print(deleted_words(tried.done.deleted))
    for name, error in tried.done.skipped:
        why = error_words(error) if isinstance(error, KnownError) else str(error)
        print(f"{name}: {why}", file=sys.stderr)
