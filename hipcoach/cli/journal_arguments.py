"""The arguments of the commands around the journal as a whole."""

from __future__ import annotations

from argparse import _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.app.words import _
from hipcoach.cli.dates import day

if TYPE_CHECKING:
    from hipcoach.cli.command_line import Parser


def add_journal(commands: _SubParsersAction[Parser]) -> None:
    """Add `history`, `export`, `import`, `sync`, `backup`, `restore`, `forget`."""
    _add_history(commands.add_parser("history", help=_("look back, a line for each day")))
    _add_export(commands.add_parser("export", help=_("write the journal into a file")))
    joined = commands.add_parser("import", help=_("join the journal in a file with this one"))
    joined.add_argument("file", type=Path, metavar="FILE", help=_("as `hipcoach export` wrote it"))
    joined.add_argument(
        "--bring-back", action="store_true", help=_("with what was deleted since then")
    )
    joined.add_argument("--json", action="store_true", help=_("as JSON"))
    _add_sync(commands.add_parser("sync", help=_("join the journal with that of another computer")))
    backup = commands.add_parser("backup", help=_("make a copy of the journal"))
    backup.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help=_("else among the daily copies")
    )
    restore = commands.add_parser("restore", help=_("show the copies, or take one back"))
    restore.add_argument(
        "which", nargs="?", metavar="FILE|NUMBER", help=_("one of the copies; 1 is the newest")
    )
    restore.add_argument("--json", action="store_true", help=_("show the copies as JSON"))
    _add_yes(restore)
    _add_forget(commands.add_parser("forget", help=_("delete what is recorded, for good")))


def _add_history(history: Parser) -> None:
    _add_span(history)
    history.add_argument("--json", action="store_true", help=_("as JSON"))


def _add_export(export: Parser) -> None:
    export.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help=_("everything as JSON, for `hipcoach import`; - prints it"),
    )
    export.add_argument(
        "--csv",
        type=Path,
        metavar="PLACE",
        help=_("a .csv file of the sessions, or a folder for all tables"),
    )
    export.add_argument(
        "--ical",
        type=Path,
        metavar="FILE",
        help=_("the sessions for a calendar (.ics)"),
    )


def _add_sync(sync: Parser) -> None:
    sync.add_argument(
        "where",
        nargs="?",
        metavar="FOLDER|URL",
        help=_("a folder that is carried between computers, or the address of a database"),
    )
    sync.add_argument("--json", action="store_true", help=_("as JSON"))


def _add_forget(forget: Parser) -> None:
    _add_span(forget)
    forget.add_argument(
        "--everything", action="store_true", help=_("all that the journal has ever kept")
    )
    forget.add_argument("--backups", action="store_true", help=_("every backup as well"))
    forget.add_argument(
        "--dry-run", action="store_true", help=_("say how much it is, and delete nothing")
    )
    forget.add_argument("--json", action="store_true", help=_("as JSON"))
    _add_yes(forget)


def _add_yes(command: Parser) -> None:
    command.add_argument("--yes", action="store_true", help=_("without asking first"))


def _add_span(command: Parser) -> None:
    command.add_argument(
        "--from", dest="first", type=day, metavar="DATE", help=_("from that day on")
    )
    command.add_argument("--to", dest="last", type=day, metavar="DATE", help=_("up to that day"))
