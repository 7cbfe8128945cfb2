"""What another program of the same person may ask about breaks, and what it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final

from hipcoach.core.errors import KnownError, UsageError
from hipcoach.core.value import value

TOMORROW: Final = "tomorrow"
"""A pause until the next working day begins."""

SESSION_LASTS_S: Final = 20.0
"""So long a session in another process is taken to go on after it was last told of."""
_LONGEST_NAME: Final = 200
_LENGTH: Final = re.compile(r"(?:(\d{1,6})h)?(?:(\d{1,6})(?:min|m|$))?(?:(\d{1,8})s)?", re.ASCII)
_LONGEST_S: Final = 366 * 86_400


class BreakWish(StrEnum):
    """What may be asked."""

    STATUS = "status"
    START = "start"
    SNOOZE = "snooze"
    SKIP = "skip"
    PAUSE = "pause"
    RESUME = "resume"
    MEETING = "meeting"
    END_MEETING = "end-meeting"


TIMED: Final = frozenset({BreakWish.SNOOZE, BreakWish.PAUSE, BreakWish.MEETING})
"""Wishes that carry a length; of a pause it may be missing: then it has no end."""


@value
class BreakRequest:
    """A wish, with its length in seconds or its end where it has one."""

    wish: BreakWish
    seconds: float | None = None
    until: str = ""
    """`tomorrow`; empty: no such end."""

    def as_plain(self) -> dict[str, object]:
        """The same in words and numbers, for JSON."""
        plain: dict[str, object] = {"wish": self.wish.value}
        if self.seconds is not None:
            plain["seconds"] = self.seconds
        if self.until:
            plain["until"] = self.until
        return plain

    @classmethod
    def of_plain(cls, plain: Mapping[str, object]) -> BreakRequest:
        """What was asked in words and numbers; raises KnownError (`not-understood`)."""
        try:
            wish = BreakWish(str(plain.get("wish")))
        except ValueError as fault:
            raise KnownError("not-understood", {"wish": plain.get("wish")}) from fault
        seconds, until = _seconds(plain.get("seconds")), plain.get("until")
        # An end that is nonsense would be a pause without one.
        until = "" if until is None else until
        open_end = wish is BreakWish.PAUSE and seconds is None
        known = isinstance(until, str) and until in {"", TOMORROW}
        if not known or (until and not open_end):
            raise KnownError("not-understood", {"wish": wish.value, "until": until})
        if (seconds is not None) != (wish in TIMED) and not open_end:
            raise KnownError("not-understood", {"wish": wish.value, "seconds": seconds})
        return cls(wish, seconds, str(until))


@value
class BreakReport:
    """How it stands with breaks, after what was asked."""

    state: str
    """`outside`, `paused`, `waiting`, `held`, `offered` or `running`."""
    remaining_s: float
    """Seconds of sitting until the next break."""
    line: str
    """The same as the tray says it."""
    reason: str = ""
    """What holds a break back; empty where nothing does."""
    until: datetime | None = None
    """When a pause ends, aware; `None`: there is none, or it has no end."""

    def as_plain(self) -> dict[str, object]:
        """The same in words and numbers, for JSON."""
        return {
            "state": self.state,
            "remaining_s": round(self.remaining_s),
            "line": self.line,
            "reason": self.reason,
            "until": None if self.until is None else self.until.isoformat(timespec="seconds"),
        }


AskBreaks = Callable[[BreakRequest], BreakReport]
"""Does what is asked and tells how it stands; raises KnownError (`refused`)."""


def answer_breaks(request: Mapping[str, object], ask: AskBreaks) -> dict[str, object]:
    """What is said to a request in words and numbers; raises KnownError."""
    return ask(BreakRequest.of_plain(request)).as_plain()


def play_request(routine: str, *, now: bool) -> dict[str, object]:
    """Asks for the window on a routine; `now`: the session begins without a click."""
    return {"ask": "play", "routine": routine, "now": now}


def play_of(plain: Mapping[str, object]) -> tuple[str, bool]:
    """(Id of the routine, whether it begins at once); raises KnownError (`not-understood`)."""
    routine, now = plain.get("routine"), plain.get("now", False)
    named = isinstance(routine, str) and 0 < len(routine) <= _LONGEST_NAME
    if not named or not isinstance(now, bool):
        raise KnownError("not-understood", {"routine": routine})
    return str(routine), now


def session_request(*, runs: bool) -> dict[str, object]:
    """Tells that a session goes on in another process, or does no more."""
    return {"ask": "session", "seconds": SESSION_LASTS_S if runs else 0.0}


def session_of(plain: Mapping[str, object]) -> float:
    """Seconds for which a session goes on elsewhere, those above at most; raises KnownError."""
    found = plain.get("seconds")
    number = isinstance(found, int | float) and not isinstance(found, bool)
    if not number or not 0 <= found <= SESSION_LASTS_S:  # type: ignore[operator]  # it is a number
        raise KnownError("not-understood", {"seconds": found})
    return float(found)  # type: ignore[arg-type]  # the same


def length_s(text: str) -> float:
    """Seconds of a length as people write it: `30`, `30m`, `45min`, `1h`, `1h30`, `90s`.

    A bare number is minutes.
    Raises UsageError (`not-a-length`), also for none at all and for more than a year.
    """
    found = _LENGTH.fullmatch(text.strip().lower().replace(" ", ""))
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    length = hours * 3600 + minutes * 60 + seconds
    if not 0 < length <= _LONGEST_S:
        raise UsageError("not-a-length", {"text": text})
    return float(length)


def _seconds(found: object) -> float | None:
    if found is None:
        return None
    if isinstance(found, int | float) and not isinstance(found, bool) and 0 < found <= _LONGEST_S:
        return float(found)
    raise KnownError("not-understood", {"seconds": found})
