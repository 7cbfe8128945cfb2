"""`hipcoach timeline`."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.app.lengths import lengths_of
from hipcoach.app.score_text import as_json, readable
from hipcoach.app.words import language
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.cueing import Lengths
from hipcoach.core.errors import UsageError
from hipcoach.core.wording import Wording
from hipcoach.library.load import Programme, load_for

if TYPE_CHECKING:
    from hipcoach.library.source import OwnContent


def run(given: Namespace) -> int:
    """Print a routine as a score."""
    programme = _programme(given.routine, given.data_dir)
    options = CompileOptions(spoken_count=given.voice != "off")
    lengths = _lengths(given, programme.wording)
    timeline = compile_timeline(programme.routine, programme.exercises, lengths, options)
    if given.json:
        print_json(as_json(timeline, programme.wording))
    else:
        print(readable(timeline, programme.wording))
    return 0


def _programme(name: str, data_dir: Path | None) -> Programme:
    """A routine that comes with HipCoach, or one that the person made."""
    try:
        return load_for(name, language())
    except UsageError:
        content = everything(data_dir).programme(name)
        return Programme(content.routines[name], content.exercises, content.wording)


def everything(data_dir: Path | None) -> OwnContent:
    """What comes with HipCoach and what the person made, without pictures."""
    from hipcoach.bootstrap import own_content  # noqa: PLC0415 - a score starts sooner

    return own_content(data_dir)


def _lengths(given: Namespace, wording: Wording) -> Lengths:
    """Lengths as asked for: estimated, or as the voice that is chosen was measured."""
    if given.voice is not None:
        return lengths_of(wording)
    from hipcoach.bootstrap import Environment  # noqa: PLC0415 - an estimate starts sooner

    return lengths_of(wording, Environment.of(given.data_dir).cached_lengths())


def print_json(found: object) -> None:
    """Print it for other programs to read."""
    import json  # noqa: PLC0415 - a score to read starts sooner

    # What can't carry every letter gets none but ASCII: no letter may be lost.
    plain = (sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"}
    print(json.dumps(found, indent=2, ensure_ascii=plain))
