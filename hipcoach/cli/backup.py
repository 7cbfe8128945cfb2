"""`hipcoach backup` and `hipcoach restore`: copies of the journal, made and taken back."""

from __future__ import annotations

import sys
from argparse import Namespace

from hipcoach.app.phrases.backups import (
    aside_words,
    backup_words,
    now_words,
    restored_words,
    which_words,
)
from hipcoach.app.phrases.forgotten import back_words
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.backups import (
    back_up,
    backups_shown,
    chosen,
    plain_backups,
    present,
    restore,
)
from hipcoach.bootstrap.forgetting import days_back
from hipcoach.cli.asking import confirmed
from hipcoach.cli.content import print_json
from hipcoach.cli.progress import unbroken
from hipcoach.core.backups import BackupFault
from hipcoach.core.errors import KnownError
from hipcoach.store.backups import contents_of


def run(given: Namespace) -> int:
    """Make a copy, show the copies there are, or take one back."""
    environment = Environment.of(given.data_dir)
    if given.command == "backup":
        made = back_up(environment, given.file)
        print(backup_words(made.path, made.contents))
        return 0
    if given.which is None:
        return _listed(environment, as_json=given.json)
    source = chosen(environment, given.which)
    if not given.json:
        print(backup_words(source, contents_of(source)))
        now = present(environment)
        if now is not None:
            print(now_words(now.contents))
        back = days_back(environment, source)
        if back is not None:
            print(back_words(*back))
    if not confirmed(_("Put it in the place of your journal?"), yes=given.yes):
        return 1
    with unbroken():
        aside = restore(environment, source)
    if given.json:
        print_json({"restored": str(source), "aside": str(aside) if aside else None})
    else:
        print(restored_words())
        if aside is not None:
            print(aside_words(aside))
    return 0


def _listed(environment: Environment, *, as_json: bool) -> int:
    """Every copy with its number; for people, raises KnownError where there is none."""
    if as_json:
        print_json(plain_backups(environment))
        return 0
    found = backups_shown(environment)
    if not found:
        raise KnownError(BackupFault.NONE.value, {"number": ""})
    for number, one in enumerate(found, start=1):
        print(f"{number:>3}  {backup_words(one.path, one.contents)}")
    print(which_words(), file=sys.stderr)
    return 0
