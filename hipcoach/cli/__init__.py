"""The commands.

Each is imported when it is called, so that a short one starts at once.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from hipcoach.core.errors import KnownError, UsageError

USAGE = 2
FAILED = 1
_MODULES = {
    "list": "listing",
    "routine": "routine",
    "timeline": "content",
    "check": "check",
    "render": "render",
    "say": "say",
    "doctor": "doctor",
    "completion": "completion",
}
"""The module of each command that has one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status: 0, 1 for a failure, 2 for a command not understood."""
    from hipcoach.cli.parser import build_parser

    try:
        return _run(build_parser().parse_args(arguments))
    except KnownError as error:
        from hipcoach.app.phrases.errors import error_words

        print(f"hipcoach: {error_words(error)}", file=sys.stderr)
        return USAGE if isinstance(error, UsageError) else FAILED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone: nothing is left to be said
        return FAILED
    except KeyboardInterrupt:
        return 128 + 2


def _run(given: Namespace) -> int:
    """Hand over to the module of the command; without a command the window opens."""
    name = _MODULES.get(given.command, "window")
    if given.command == "play" and given.terminal:
        name = "terminal"
    status: int = import_module(f"hipcoach.cli.{name}").run(given)
    return status
