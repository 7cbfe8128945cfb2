"""`hipcoach forget`: what is recorded deleted for good."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date

from hipcoach.app.phrases.backups import (
    forget_question,
    forgotten_copies_words,
    forgotten_words,
    would_forget_words,
)
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.backups import place
from hipcoach.bootstrap.forgetting import forget_days
from hipcoach.bootstrap.sync import forget_places
from hipcoach.cli.asking import confirmed
from hipcoach.cli.content import print_json
from hipcoach.cli.progress import unbroken
from hipcoach.core.errors import KnownError, UsageError
from hipcoach.store.forgetting import forget_copies, to_forget, wipe_again

Span = tuple[date, date] | None


def run(given: Namespace) -> int:
    """Delete a span or everything, after a question; 1 where the answer is no."""
    span = _span(given)
    environment = Environment.of(given.data_dir)
    where = place(environment)
    counts = to_forget(where, span)
    if given.dry_run:
        _tell(given, span, counts, deleted=False)
        return 0
    if not sum(counts.values()) and not given.backups:
        wipe_again(where)
        _tell(given, span, counts, deleted=True)
        return 0
    if not confirmed(forget_question(counts, backups=given.backups), yes=given.yes):
        return 1
    copies, trouble = None, None
    with unbroken():
        try:
            counts = forget_days(environment, span)
        except KnownError as error:
            if "deleted" not in error.details:
                raise
            trouble = error
        try:
            forget_places(environment)
            if given.backups:
                copies = forget_copies(where)
            if trouble and copies:  # there is more room now
                wipe_again(where)
                trouble = None
        except KnownError as error:
            trouble = error
    _tell(given, span, counts, copies, deleted=True)
    if trouble:
        raise trouble
    return 0


def _tell(
    given: Namespace,
    span: Span,
    counts: Mapping[str, int],
    copies: int | None = None,
    *,
    deleted: bool,
) -> None:
    """Say what is gone, or would be: in words, or as JSON."""
    if given.json:
        first, last = (day.isoformat() for day in span) if span else (None, None)
        told = {"deleted": deleted, "from": first, "to": last, "rows": sum(counts.values())}
        print_json({**told, "tables": {**counts}, "backups": copies or 0})
        return
    if not sum(counts.values()):
        print(_("There is nothing to delete."))
    else:
        print(forgotten_words(counts) if deleted else would_forget_words(counts))
    if copies is not None:
        print(forgotten_copies_words(copies))


def _span(given: Namespace) -> Span:
    """The days that are meant; `None`: all. Raises UsageError where that is not clear."""
    named = given.first is not None, given.last is not None
    if given.everything and not any(named):
        return None
    if given.everything or not all(named):
        raise UsageError("nothing-to-forget")
    if given.first > given.last:
        raise UsageError("span-backwards", {"day": given.first})
    return given.first, given.last
