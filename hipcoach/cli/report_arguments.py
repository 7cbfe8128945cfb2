"""The arguments of the report."""

from __future__ import annotations

from argparse import _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.app.words import _
from hipcoach.cli.dates import day

if TYPE_CHECKING:
    from hipcoach.cli.command_line import Parser


def add_report(commands: _SubParsersAction[Parser]) -> None:
    """Add `report`."""
    report = commands.add_parser("report", help=_("write a report for a professional as a PDF"))
    report.add_argument(
        "--from", dest="first", type=day, metavar="DATE", help=_("from that day on")
    )
    report.add_argument("--to", dest="last", type=day, metavar="DATE", help=_("up to that day"))
    report.add_argument(
        "--csv", type=Path, metavar="FILE", help=_("the days as a .csv file, too or instead")
    )
    report.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_("a .pdf file"))
