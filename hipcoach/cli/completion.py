"""`hipcoach completion SHELL`: a script that the shell reads at its start."""

from __future__ import annotations

from argparse import Namespace

import shtab

from hipcoach.cli.parser import build_parser


def run(given: Namespace) -> int:
    """Print the script."""
    print(shtab.complete(build_parser(), given.shell))
    return 0
