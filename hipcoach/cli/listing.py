"""`hipcoach list`."""

from __future__ import annotations

import sys
from argparse import Namespace

from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.lengths import length_words
from hipcoach.app.today_view import offered
from hipcoach.app.words import _
from hipcoach.cli.content import everything, print_json
from hipcoach.core.compile import CompileOptions, compile_timeline


def run(given: Namespace) -> int:
    """Print the routines and exercises."""
    library = everything(given.data_dir).everything()
    wording = library.wording
    routines = {}
    for routine in offered(library):
        timeline = compile_timeline(
            routine, library.exercises, lengths_of(wording), CompileOptions()
        )
        routines[routine.id] = timeline.length_s
    if given.json:
        listing = {
            "routines": [
                {"id": name, "name": wording.routines[name].name, "length_s": length}
                for name, length in routines.items()
            ],
            "exercises": [
                {"id": name, "name": wording.exercises[name].name} for name in library.exercises
            ],
        }
        print_json(listing)
        return 0
    print(_("Routines"))
    for name, length in routines.items():
        words = wording.routines[name]
        print(f"  {name:<26}{words.name} · {length_words(length)}\n  {'':<26}{words.summary}")
    print("\n" + _("Exercises"))
    for name in library.exercises:
        print(f"  {name:<26}{wording.exercises[name].name}")
    for fault in library.broken:
        print(error_words(fault), file=sys.stderr)
    print("\n" + _("Begin one with: hipcoach play ROUTINE"))
    return 0
