"""A window that is watched from within its own process.

`python -m bench.watched first-paint play desk-reset` is `hipcoach play desk-reset` that prints
when its first picture was on the screen, and ends; without a command it is the bare window.
`python -m bench.watched stalls:20 …` prints after 20 seconds how long its event loop stood still.
Nothing of HipCoach is changed: the watch begins where the event loop does.
"""

# ruff: noqa: PLC0415 - the start is what is measured: what is imported, and when, is part of it
from __future__ import annotations

import gc
import sys
from importlib import import_module


def main(arguments: list[str]) -> int | None:
    """Run what was asked for, with its watch; the exit status."""
    watch, *command = arguments
    if not command:
        from bench import bare, watches

        watches.begin(watch)
        return bare.main()
    from hipcoach.__main__ import YOUNG

    # As the real command does it: its parser and the content come before Qt.
    gc.set_threshold(YOUNG)
    import_module("hipcoach.cli.parser")
    import_module("hipcoach.cli.window")
    from bench import watches
    from hipcoach.__main__ import main as hipcoach

    watches.begin(watch)
    sys.argv[1:] = command
    hipcoach()
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
