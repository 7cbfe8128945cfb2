"""`hipcoach routine`: somebody's own routines, as files."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.lengths import length_words
from hipcoach.app.words import _, ngettext
from hipcoach.bootstrap import own_content, own_routines
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.errors import UsageError
from hipcoach.core.routine import Routine

WRONG = 1


def run(given: Namespace) -> int:
    """Do what was asked for; 1 where a file is not in order."""
    if given.does == "path":
        print(own_routines(given.data_dir).folder)
        return 0
    return _list(given.data_dir) if given.does == "list" else _check(given.file, given.data_dir)


def _check(path: Path, data_dir: Path | None) -> int:
    """Say that a file is in order, or everything that is wrong with it."""
    if not path.is_file():
        raise UsageError("no-file", {"name": path})
    file = own_routines(data_dir).look_at(path)
    for fault in file.faults:
        print(error_words(fault), file=sys.stderr)
    if file.faults:
        return WRONG
    routine, words = file.held()
    steps = ngettext("{number} step", "{number} steps", len(routine.steps))
    length = _length(routine, data_dir)
    print(
        _("{file} is in order: {name}, {steps}, {length}.").format(
            file=path, name=words.name, length=length,
            steps=steps.format(number=len(routine.steps)),
        )
    )  # fmt: skip
    return 0


def _list(data_dir: Path | None) -> int:
    """Show the routines that are kept, and what is wrong with those that can't be used."""
    found = own_routines(data_dir).found()
    for name, (routine, words) in found.routines.items():
        print(f"  {name:<26}{words.name} · {_length(routine, data_dir)}")
    for fault in found.faults:
        print(error_words(fault), file=sys.stderr)
    if not found.routines and not found.faults:
        print(_("None yet: make one in HipCoach's window, under Today."))
    return WRONG if found.faults else 0


def _length(routine: Routine, data_dir: Path | None) -> str:
    content = own_content(data_dir).everything()
    lengths = lengths_of(content.wording)
    timeline = compile_timeline(routine, content.exercises, lengths, CompileOptions())
    return length_words(timeline.length_s)
