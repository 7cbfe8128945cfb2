"""The commands.

Each is imported when it is called, so that a short one starts at once.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from hipcoach.core.errors import KnownError, UsageError

USAGE = 2
FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status: 0, 1 for a failure, 2 for a command not understood."""
    from hipcoach.cli.parser import build_parser  # noqa: PLC0415 - see the module's docstring

    try:
        return _run(build_parser().parse_args(arguments))
    except KnownError as error:
        from hipcoach.app.phrases.errors import error_words  # noqa: PLC0415 - as above

        print(f"hipcoach: {error_words(error)}", file=sys.stderr)
        return USAGE if isinstance(error, UsageError) else FAILED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone: nothing is left to be said
        return FAILED
    except KeyboardInterrupt:
        return 128 + 2


def _run(given: Namespace) -> int:
    """Hand over to the command."""
    # ruff: noqa: PLC0415 - see the module's docstring
    match given.command:
        case "list" | "timeline":
            from hipcoach.cli import content

            return content.run(given)
        case "play" if given.terminal:
            from hipcoach.cli import terminal

            return terminal.run(given)
        case "render":
            from hipcoach.cli import render

            return render.run(given)
        case "say":
            from hipcoach.cli import say

            return say.run(given)
        case "doctor":
            from hipcoach.cli import doctor

            return doctor.run(given)
        case "completion":
            import shtab

            from hipcoach.cli.parser import build_parser

            print(shtab.complete(build_parser(), given.shell))
            return 0
        case _:
            from hipcoach.cli import window

            return window.run(given)
