"""`hipcoach list` and `hipcoach timeline`."""

from __future__ import annotations

import json
from argparse import Namespace

from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases.lengths import length_words
from hipcoach.app.score_text import as_json, readable
from hipcoach.app.words import _
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.cueing import Lengths
from hipcoach.core.wording import Wording
from hipcoach.library.load import load_for, load_library, load_wording


def run(given: Namespace) -> int:
    """Print what was asked for."""
    if given.command == "list":
        return _list(as_json_text=given.json)
    programme = load_for(given.routine)
    options = CompileOptions(spoken_count=given.voice != "off")
    lengths = _lengths(given, programme.wording)
    timeline = compile_timeline(programme.routine, programme.exercises, lengths, options)
    if given.json:
        print(json.dumps(as_json(timeline, programme.wording), indent=2, ensure_ascii=False))
    else:
        print(readable(timeline, programme.wording))
    return 0


def _lengths(given: Namespace, wording: Wording) -> Lengths:
    """Lengths as asked for: estimated, or as the voice that is chosen was measured."""
    if given.voice is not None:
        return lengths_of(wording)
    from hipcoach.bootstrap import Environment  # noqa: PLC0415 - an estimate starts sooner

    return lengths_of(wording, Environment.of(given.data_dir).cached_lengths())


def _list(*, as_json_text: bool) -> int:
    library, wording = load_library(), load_wording()
    routines = {}
    for routine in sorted(library.routines.values(), key=lambda found: (found.order, found.id)):
        timeline = compile_timeline(
            routine, library.exercises, lengths_of(wording), CompileOptions()
        )
        routines[routine.id] = timeline.length_s
    if as_json_text:
        listing = {
            "routines": [
                {"id": name, "name": wording.routines[name].name, "length_s": length}
                for name, length in routines.items()
            ],
            "exercises": [
                {"id": name, "name": wording.exercises[name].name} for name in library.exercises
            ],
        }
        print(json.dumps(listing, indent=2, ensure_ascii=False))
        return 0
    print(_("Routines"))
    for name, length in routines.items():
        words = wording.routines[name]
        print(f"  {name:<26}{words.name} · {length_words(length)}\n  {'':<26}{words.summary}")
    print("\n" + _("Exercises"))
    for name in library.exercises:
        print(f"  {name:<26}{wording.exercises[name].name}")
    print("\n" + _("Begin one with: hipcoach play ROUTINE"))
    return 0
