"""`hipcoach list` and `hipcoach timeline`."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.lengths import length_words
from hipcoach.app.score_text import as_json, readable
from hipcoach.app.today_view import offered
from hipcoach.app.words import _
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.cueing import Lengths
from hipcoach.core.errors import UsageError
from hipcoach.core.wording import Wording
from hipcoach.library.load import Programme, load_for

if TYPE_CHECKING:
    from hipcoach.library.source import OwnContent


def run(given: Namespace) -> int:
    """Print what was asked for."""
    if given.command == "list":
        return _list(given.data_dir, as_json_text=given.json)
    programme = _programme(given.routine, given.data_dir)
    options = CompileOptions(spoken_count=given.voice != "off")
    lengths = _lengths(given, programme.wording)
    timeline = compile_timeline(programme.routine, programme.exercises, lengths, options)
    if given.json:
        print(json.dumps(as_json(timeline, programme.wording), indent=2, ensure_ascii=False))
    else:
        print(readable(timeline, programme.wording))
    return 0


def _programme(name: str, data_dir: Path | None) -> Programme:
    """A routine that comes with HipCoach, or one that the person made."""
    try:
        return load_for(name)
    except UsageError:
        content = _everything(data_dir).programme(name)
        return Programme(content.routines[name], content.exercises, content.wording)


def _everything(data_dir: Path | None) -> OwnContent:
    from hipcoach.bootstrap import own_routines  # noqa: PLC0415 - a score starts sooner
    from hipcoach.library.source import OwnContent  # noqa: PLC0415 - the same

    return OwnContent(pictures=False, own=own_routines(data_dir))


def _lengths(given: Namespace, wording: Wording) -> Lengths:
    """Lengths as asked for: estimated, or as the voice that is chosen was measured."""
    if given.voice is not None:
        return lengths_of(wording)
    from hipcoach.bootstrap import Environment  # noqa: PLC0415 - an estimate starts sooner

    return lengths_of(wording, Environment.of(given.data_dir).cached_lengths())


def _list(data_dir: Path | None, *, as_json_text: bool) -> int:
    library = _everything(data_dir).everything()
    wording = library.wording
    routines = {}
    for routine in offered(library):
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
    for fault in library.broken:
        print(error_words(fault), file=sys.stderr)
    print("\n" + _("Begin one with: hipcoach play ROUTINE"))
    return 0
