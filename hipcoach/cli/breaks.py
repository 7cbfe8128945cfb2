"""`hipcoach break`: asks the HipCoach that runs about breaks."""

from __future__ import annotations

import json
from argparse import Namespace

from hipcoach.core.remote import TOMORROW, BreakRequest, BreakWish, length_s
from hipcoach.system.instance.ask import ask
from hipcoach.system.instance.place import places
from hipcoach.system.paths import Paths


def run(given: Namespace) -> int:
    """Do what is asked, and print how it stands; raises KnownError where nobody runs."""
    paths = Paths.under(given.data_dir) if given.data_dir else Paths.of_this_user()
    answer = ask(places(paths), {"ask": "breaks", **_request(given).as_plain()})
    print(json.dumps(answer, ensure_ascii=False, indent=2) if given.json else answer["line"])
    return 0


def _request(given: Namespace) -> BreakRequest:
    """What the words ask for; raises UsageError for a length that is none."""
    wish = BreakWish(given.does)
    length = getattr(given, "length", None)
    if length == TOMORROW:
        return BreakRequest(wish, until=TOMORROW)
    if length is None:
        return BreakRequest(wish)
    return BreakRequest(wish, length_s(length))
