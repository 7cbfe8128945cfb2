"""The commands.

Each is imported when it is called, so that a short one starts at once.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from errno import ENOSPC
from importlib import import_module
from io import TextIOWrapper
from itertools import zip_longest
from pathlib import Path

from hipcoach.core.errors import KnownError, UsageError

USAGE = 2
FAILED = 1
_MODULES = {
    "list": "listing",
    "routine": "routine",
    "timeline": "content",
    "check": "check",
    "render": "render",
    "plan": "plan",
    "check-in": "check_in",
    "clearance": "clearance",
    "history": "history",
    "report": "report",
    "export": "export",
    "import": "joining",
    "sync": "sync",
    "backup": "backup",
    "restore": "backup",
    "forget": "forget",
    "tray": "tray",
    "break": "breaks",
    "say": "say",
    "doctor": "doctor",
    "completion": "completion",
}
"""The module of each command that has one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status: 0, 1 for a failure, 2 for a command not understood."""
    given = sys.argv[1:] if arguments is None else arguments
    _speak(given)
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal or a pipe that knows no arrows gets a question mark instead of nothing.
        sys.stdout.reconfigure(errors="replace")
    try:
        status = _run(_understood(given))
        if sys.stdout is not None:
            sys.stdout.flush()
    except KnownError as error:
        return _told(error)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone: nothing is left to be said
        return FAILED
    except OSError as error:
        if error.errno != ENOSPC or error.filename is not None:
            raise
        sys.stdout = None  # it would try once more at the end, and say so
        return _told(KnownError("no-room-to-print"))
    except KeyboardInterrupt:
        return 128 + 2
    return status


def _told(error: KnownError) -> int:
    """Say what went wrong in one line; the exit status for it."""
    from hipcoach.app.phrases.errors import error_words

    print(f"hipcoach: {error_words(error)}", file=sys.stderr)
    return USAGE if isinstance(error, UsageError) else FAILED


def _understood(given: Sequence[str]) -> Namespace:
    """What the words ask for.

    The tray starts at login with everything else, and the parser of all commands would be a
    tenth of that.
    """
    match list(given):
        case ["tray"]:
            return Namespace(command="tray", data_dir=None)
        case ["--data-dir", folder, "tray"] if not folder.startswith("-"):
            return Namespace(command="tray", data_dir=Path(folder))
    from hipcoach.cli.parser import build_parser

    return build_parser().parse_args(given)


def _speak(given: Sequence[str]) -> None:
    """Use the language that the person wants, for the help and all that follows."""
    from hipcoach.app.words import use_language
    from hipcoach.system.language import wanted_languages
    from hipcoach.system.paths import Paths

    folder = _data_dir(given)
    paths = Paths.under(Path(folder)) if folder else Paths.of_this_user()
    use_language(*wanted_languages(paths.config))


def _data_dir(given: Sequence[str]) -> str:
    """The folder that is named on the command line; empty where none is.

    The parser, which would know better, explains itself in a language that has to be known.
    """
    for word, following in zip_longest(given, given[1:], fillvalue=""):
        name, _equals, value = word.partition("=")
        if name == "--data-dir":
            return value or following
    return ""


def _run(given: Namespace) -> int:
    """Hand over to the module of the command; without a command the window opens."""
    name = _MODULES.get(given.command, "window")
    if given.command == "play" and given.terminal:
        name = "terminal"
    status: int = import_module(f"hipcoach.cli.{name}").run(given)
    return status
