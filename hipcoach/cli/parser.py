"""The commands and their arguments, declared once: parsed, explained and completed from here."""

from __future__ import annotations

import argparse
from pathlib import Path

from hipcoach import __version__
from hipcoach.app.words import N_, _, ngettext
from hipcoach.cli.break_arguments import add_breaks
from hipcoach.cli.command_line import Parser
from hipcoach.cli.journal_arguments import add_journal
from hipcoach.cli.plan_arguments import add_plan
from hipcoach.cli.report_arguments import add_report

PYTHONS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid %(type)s value: %(value)r"),
)
"""What Python's own parser says, for translators."""
SHELLS = ("bash", "zsh", "tcsh")


def build_parser() -> Parser:
    """The parser of every command, in the language that is spoken now."""
    # It asks for its words under these names; the catalogues of Python, where it would look,
    # have none.
    vars(argparse).update(_=_, ngettext=ngettext)
    parser = Parser(
        prog="hipcoach",
        description=_("A spoken hip-mobility coach. Without a command it opens its window."),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"hipcoach {__version__}",
        help=_("show the version and exit"),
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help=_("keep journal, settings and cache in this folder"),
    )
    commands = parser.add_subparsers(
        dest="command",
        metavar="COMMAND",
        parser_class=Parser,
        prog=parser.prog,  # else the whole help is laid out to find it
    )
    _add_play(commands)
    _add_content(commands)
    _add_routine(commands)
    _add_render(commands)
    add_plan(commands)
    add_journal(commands)
    add_report(commands)
    add_breaks(commands)
    _add_machine(commands)
    return parser


def _add_play(commands: argparse._SubParsersAction[Parser]) -> None:
    play = commands.add_parser("play", help=_("follow a routine"))
    play.add_argument("routine", metavar="ROUTINE", help=_("its id, as `hipcoach list` shows it"))
    play.add_argument(
        "--terminal", action="store_true", help=_("in this terminal instead of the window")
    )
    play.add_argument("--start-now", action="store_true", help=_("begin at once, without a click"))


def _add_content(commands: argparse._SubParsersAction[Parser]) -> None:
    listing = commands.add_parser("list", help=_("show the routines and exercises"))
    listing.add_argument("--json", action="store_true", help=_("as JSON"))
    timeline = commands.add_parser("timeline", help=_("print a routine as a score"))
    timeline.add_argument("routine", metavar="ROUTINE")
    timeline.add_argument(
        "--voice",
        choices=("off", "estimate"),
        help=_("lengths of cues without a voice, or estimated; as measured where neither is given"),
    )
    timeline.add_argument("--json", action="store_true", help=_("as JSON"))
    check = commands.add_parser(
        "check", help=_("look through all content and say what is wrong with it")
    )
    check.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help=_("another folder of content")
    )


def _add_routine(commands: argparse._SubParsersAction[Parser]) -> None:
    routine = commands.add_parser("routine", help=_("look at routines of your own"))
    does = routine.add_subparsers(
        dest="does", metavar="WHAT", parser_class=Parser, prog=routine.prog, required=True
    )
    check = does.add_parser("check", help=_("say everything that is wrong with a routine's file"))
    check.add_argument("file", type=Path, metavar="FILE")
    does.add_parser("list", help=_("show the routines that you made"))
    does.add_parser("path", help=_("print the folder that they are kept in"))


def _add_render(commands: argparse._SubParsersAction[Parser]) -> None:
    render = commands.add_parser("render", help=_("draw an exercise into a file"))
    render.add_argument("exercise", nargs="?", metavar="EXERCISE")
    render.add_argument("--pose", metavar="P", help=_("one of its poses"))
    render.add_argument("--side", choices=("left", "right"), default="right")
    render.add_argument("--theme", choices=("light", "dark", "high-contrast"), default="light")
    render.add_argument("--size", type=_size, default=(800, 600), metavar="WxH")
    target = render.add_mutually_exclusive_group(required=True)
    target.add_argument("--out", type=Path, metavar="FILE", help=_("a .png or .svg file"))
    target.add_argument(
        "--sheet", type=Path, metavar="FILE", help=_("every pose of every exercise on one sheet")
    )


def _add_machine(commands: argparse._SubParsersAction[Parser]) -> None:
    say = commands.add_parser("say", help=_("speak a sentence, to hear the voice"))
    say.add_argument("text", nargs="+", metavar="TEXT")
    commands.add_parser(
        "doctor", help=_("look at display, sound, voice and journal, and say what is missing")
    )
    completion = commands.add_parser(
        "completion", help=_("print the completion script for a shell")
    )
    completion.add_argument("shell", choices=SHELLS)


def _size(text: str) -> tuple[int, int]:
    """A size in pixels from `800x600`."""
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(_("a size looks like 800x600"))
    size = int(width), int(height)
    if not all(16 <= pixels <= 8192 for pixels in size):  # noqa: PLR2004 - what a screen or a poster needs
        raise argparse.ArgumentTypeError(_("a size lies between 16x16 and 8192x8192"))
    return size
