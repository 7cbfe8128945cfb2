"""`hipcoach import`: another journal joined with this one."""

from __future__ import annotations

from argparse import Namespace

from hipcoach.app.phrases.exchange import joined_words
from hipcoach.app.phrases.forgotten import deleted_words, left_out_words
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.exchange import import_journal
from hipcoach.cli.content import print_json
from hipcoach.cli.progress import progress


def run(given: Namespace) -> int:
    """Join the journal in a file, all of it or nothing; say what is new, and what is gone."""
    environment = Environment.of(given.data_dir)
    with progress(_("Joining")) as step:
        joined = import_journal(environment, given.file, step, bring_back=given.bring_back)
    if given.json:
        print_json(
            {
                "added": {**joined.added},
                "deleted": {**joined.deleted},
                "left_out": {**joined.left_out},
            }
        )
    else:
        told = [deleted_words(joined.deleted), left_out_words(joined.left_out)]
        if joined.added or not any(told):
            told.insert(0, joined_words(joined.added))
        print("\n".join(filter(None, told)))
    return 0
