"""`hipcoach completion SHELL`: a script that the shell reads at its start."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

import shtab

from hipcoach.cli.content import everything
from hipcoach.cli.parser import build_parser


def run(given: Namespace) -> int:
    """Print the script; it knows the routines and exercises that there are now."""
    parser = build_parser()
    content = everything(given.data_dir).everything()
    names = {
        "routine": list(content.routines),
        "practised": list(content.routines),
        "exercise": list(content.exercises),
    }
    for action in _actions(parser):
        if action.choices is None and action.dest in names:
            action.choices = names[action.dest]
    print(shtab.complete(parser, given.shell))
    return 0


def _actions(parser: ArgumentParser) -> Iterator[Action]:
    """Every argument of a command line, those of its commands too."""
    for action in parser._actions:  # noqa: SLF001 - as shtab does; argparse has no other way
        yield action
        for command in _commands(action):
            yield from _actions(command)


def _commands(action: Action) -> Sequence[ArgumentParser]:
    found = action.choices.values() if isinstance(action.choices, dict) else ()
    return [each for each in found if isinstance(each, ArgumentParser)]
