"""`hipcoach check`: the whole content looked through, each problem in a sentence."""

from __future__ import annotations

import sys
from argparse import Namespace

from hipcoach.app.phrases.errors import error_words
from hipcoach.app.words import _
from hipcoach.core.errors import ContentError
from hipcoach.library.check import content_problems
from hipcoach.library.load import load_library, own_shelf
from hipcoach.library.shelf import Shelf

FOUND = 1


def run(given: Namespace) -> int:
    """Print what is wrong, and 1; or that nothing is, and 0."""
    shelf = Shelf(given.folder) if given.folder else own_shelf()
    try:
        problems = [error_words(problem) for problem in content_problems(shelf)]
    except OSError as error:
        raise ContentError(
            "unreadable", file=str(given.folder), reason=error.strerror or ""
        ) from error
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return FOUND
    library = load_library(shelf)
    print(
        _("All is well: {exercises} exercises, {routines} routines.").format(
            exercises=len(library.exercises), routines=len(library.routines)
        )
    )
    return 0
