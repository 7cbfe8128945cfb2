"""`hipcoach list` and `hipcoach timeline`."""

from __future__ import annotations

import json
from argparse import Namespace

from hipcoach.app.phrases.session import length_words
from hipcoach.app.plan import measured_lengths
from hipcoach.app.score_text import as_json, readable
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.cueing import Lengths
from hipcoach.core.timeline import CueText
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
    estimated = measured_lengths(wording, None)
    if given.voice is not None:
        return estimated
    known = Environment.of(given.data_dir).cached_lengths()

    def length_s(text: CueText) -> float:
        words = wording.words(text)
        found = known(words) if words else None
        return estimated(text) if found is None else found

    return length_s


def _list(*, as_json_text: bool) -> int:
    library, wording = load_library(), load_wording()
    routines = {}
    for routine in library.routines.values():
        timeline = compile_timeline(
            routine, library.exercises, measured_lengths(wording, None), CompileOptions()
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
