"""The arguments of the commands around the plan."""

from __future__ import annotations

from argparse import BooleanOptionalAction, _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.app.words import _
from hipcoach.cli.dates import day, zero_to_ten
from hipcoach.core.plan_log import Reply, Soreness
from hipcoach.core.safety import RedFlag

if TYPE_CHECKING:
    from hipcoach.cli.command_line import Parser


def add_plan(commands: _SubParsersAction[Parser]) -> None:
    """Add `plan`, `check-in` and `clearance`."""
    _add_plan(commands.add_parser("plan", help=_("say how often to practise now, and why")))
    _add_check_in(commands.add_parser("check-in", help=_("say how the last session felt")))
    _add_clearance(
        commands.add_parser("clearance", help=_("keep that a professional says you may go on"))
    )


def _add_plan(plan: Parser) -> None:
    plan.add_argument("--on", type=day, metavar="DATE", help=_("as of that day"))
    plan.add_argument(
        "--from",
        dest="from_file",
        type=Path,
        metavar="FILE",
        help=_("from the sessions in a JSON file; nobody's journal is read"),
    )
    plan.add_argument("--json", action="store_true", help=_("as JSON"))


def _add_check_in(check_in: Parser) -> None:
    after = check_in.add_argument_group(_("on the day after"))
    after.add_argument(
        "--about", type=day, metavar="DATE", help=_("the day of the session; else the newest")
    )
    after.add_argument(
        "--after", type=int, choices=(1, 2), default=1, help=_("so many days later it was felt")
    )
    after.add_argument("--pain", type=zero_to_ten, metavar="N", help=_("pain now, 0 to 10"))
    after.add_argument(
        "--soreness",
        type=str,
        choices=tuple(word.value for word in Soreness),
        help=_("how sore the muscles are"),
    )
    after.add_argument(
        "--sketchy", action=BooleanOptionalAction, default=None, help=_("it does not feel right")
    )
    replies = after.add_mutually_exclusive_group()
    replies.add_argument(
        "--not-yet",
        dest="reply",
        action="store_const",
        const=Reply.NOT_YET,
        help=_("ask again later today"),
    )
    replies.add_argument(
        "--not-today",
        dest="reply",
        action="store_const",
        const=Reply.NOT_TODAY,
        help=_("don't ask today"),
    )
    by_hand = check_in.add_argument_group(_("a session that you did without HipCoach"))
    by_hand.add_argument(
        "--practised", metavar="ROUTINE", help=_("its id, as `hipcoach list` shows it")
    )
    by_hand.add_argument("--unfinished", action="store_true", help=_("it was broken off"))
    by_hand.add_argument(
        "--effort", type=zero_to_ten, metavar="N", help=_("how hard it was, 0 to 10")
    )
    by_hand.add_argument(
        "--pain-during", type=zero_to_ten, metavar="N", help=_("pain in it, 0 to 10")
    )
    by_hand.add_argument(
        "--pinch",
        action=BooleanOptionalAction,
        default=None,
        help=_("a pinch at the front of the hip"),
    )
    flags = tuple(flag.value for flag in RedFlag)
    check_in.add_argument(
        "--red-flag",
        action="append",
        choices=flags,
        metavar="CODE",
        help=_("a sign that has to be looked at; may be given again"),
    )
    check_in.add_argument(
        "--red-flags", dest="flags_known", action="store_true", help=_("list the codes of them")
    )
    check_in.add_argument(
        "--on", type=day, metavar="DATE", help=_("told on that day instead of today")
    )
    check_in.add_argument("--json", action="store_true", help=_("as JSON"))


def _add_clearance(clearance: Parser) -> None:
    clearance.add_argument("--by", metavar="WHO", help=_("who has cleared you"))
    clearance.add_argument("--words", metavar="TEXT", help=_("what they said"))
    clearance.add_argument("--on", type=day, metavar="DATE", help=_("on that day, not today"))
    clearance.add_argument("--json", action="store_true", help=_("as JSON"))
