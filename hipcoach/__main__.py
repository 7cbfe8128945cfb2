"""`python -m hipcoach`, and the `hipcoach` command."""

from __future__ import annotations

import gc
import sys

from hipcoach.cli import main as run

YOUNG = 50_000
"""So many new objects before the collector looks for garbage. A start makes many and drops none:
with Python's own 700 a tenth of its time goes into looking."""


def main() -> None:
    """Run the command line and leave with its status."""
    gc.set_threshold(YOUNG)
    sys.exit(run())


if __name__ == "__main__":
    main()
