"""The arguments of the commands around the journal as a whole."""

from __future__ import annotations

from argparse import _SubParsersAction
from typing import TYPE_CHECKING

from hipcoach.app.words import _
from hipcoach.cli.dates import day

if TYPE_CHECKING:
    from hipcoach.cli.parser import Parser


def add_journal(commands: _SubParsersAction[Parser]) -> None:
    """Add `history`."""
    _add_history(commands.add_parser("history", help=_("look back, a line for each day")))


def _add_history(history: Parser) -> None:
    _add_span(history)
    history.add_argument("--json", action="store_true", help=_("as JSON"))


def _add_span(command: Parser) -> None:
    command.add_argument(
        "--from", dest="first", type=day, metavar="DATE", help=_("from that day on")
    )
    command.add_argument("--to", dest="last", type=day, metavar="DATE", help=_("up to that day"))
