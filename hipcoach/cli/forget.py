"""`hipcoach forget`: what is recorded deleted for good."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from hipcoach.app.phrases.backups import forget_question, forgotten_copies_words, forgotten_words
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.backups import place
from hipcoach.bootstrap.sync import forget_places
from hipcoach.cli.asking import confirmed
from hipcoach.cli.running import tell_if_running
from hipcoach.core.backups import BackupFault
from hipcoach.core.errors import KnownError, UsageError
from hipcoach.store.forgetting import forget, forget_copies, to_forget


def run(given: Namespace) -> int:
    """Delete a span or everything, after a question; 1 where the answer is no."""
    span = _span(given)
    environment = Environment.of(given.data_dir)
    where = place(environment)
    counts = to_forget(where, span)
    if not sum(counts.values()) and not given.backups:
        print(_("There is nothing to delete."))
        return 0
    if not confirmed(forget_question(counts, backups=given.backups), yes=given.yes):
        return 1
    traces: KnownError | None = None
    try:
        counts = forget(where, span)
    except KnownError as error:
        if error.code != BackupFault.NOT_WIPED:
            raise
        traces = error
    forget_places(environment)
    print(forgotten_words(counts))
    if given.backups:
        print(forgotten_copies_words(forget_copies(where)))
    tell_if_running(environment)
    if traces:
        raise traces
    return 0


def _span(given: Namespace) -> tuple[date, date] | None:
    """The days that are meant; `None`: all. Raises UsageError where that is not clear."""
    named = given.first is not None, given.last is not None
    if given.everything and not any(named):
        return None
    if given.everything or not all(named):
        raise UsageError("nothing-to-forget")
    if given.first > given.last:
        raise UsageError("span-backwards", {"day": given.first})
    return given.first, given.last
