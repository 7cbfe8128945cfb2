"""The arguments of the commands around breaks."""

from __future__ import annotations

from argparse import _SubParsersAction
from typing import TYPE_CHECKING

from hipcoach.app.words import _

if TYPE_CHECKING:
    from hipcoach.cli.command_line import Parser


def add_breaks(commands: _SubParsersAction[Parser]) -> None:
    """Add `tray` and `break`."""
    commands.add_parser("tray", help=_("remind you of breaks, without a window"))
    about = commands.add_parser("break", help=_("ask the HipCoach that runs about breaks"))
    does = about.add_subparsers(
        dest="does", metavar="WHAT", parser_class=type(about), prog=about.prog, required=True
    )
    json = "--json"
    for name, words in (
        ("status", _("say how it stands")),
        ("start", _("begin a break now")),
        ("skip", _("leave this break out")),
        ("resume", _("end a pause")),
        ("end-meeting", _("the meeting is over")),
    ):
        one = does.add_parser(name, help=words)
        one.add_argument(json, action="store_true", help=_("as JSON"))
    snooze = does.add_parser("snooze", help=_("put this break off"))
    snooze.add_argument("length", metavar="MIN", help=_("minutes, or 90s"))
    pause = does.add_parser("pause", help=_("no reminders for a while"))
    pause.add_argument(
        "length",
        metavar="DURATION",
        nargs="?",
        help=_("30m, 2h, or tomorrow; without it until you resume"),
    )
    meeting = does.add_parser("meeting", help=_("in a meeting for so long"))
    meeting.add_argument("length", metavar="DURATION", help=_("30m or 1h"))
    for one in (snooze, pause, meeting):
        one.add_argument(json, action="store_true", help=_("as JSON"))
