"""`python -m hipcoach`, and the `hipcoach` command."""

from __future__ import annotations

import sys

from hipcoach.cli import main as run


def main() -> None:
    """Run the command line and leave with its status."""
    sys.exit(run())


if __name__ == "__main__":
    main()
