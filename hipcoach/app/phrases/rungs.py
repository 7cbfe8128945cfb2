"""Why an exercise is another variant than the last time, a short sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from hipcoach.app.phrases.dates import begun, day_words
from hipcoach.app.words import N_, _
from hipcoach.core.plan import Reason
from hipcoach.core.reasons import RungReason
from hipcoach.core.wording import ExerciseWords

_SAID: Final[Mapping[str, str]] = {
    RungReason.EASED: N_("{exercise}: “{variant}” from now on, as you eased it on {day}."),
    RungReason.PINCH: N_("{exercise}: the gentler “{variant}”, after the pinch on {day}."),
    RungReason.RED_DAY: N_("{exercise}: the gentler “{variant}”, since {day} was too much."),
    RungReason.GENTLEST: N_("{exercise}: its gentlest variant, “{variant}”."),
    RungReason.START_AGAIN: N_("{exercise}: “{variant}” again, to begin with."),
    RungReason.TWO_GREEN: N_("{exercise}: on to “{variant}”; the last two times felt fine."),
}


def rung_words(reason: Reason, exercises: Mapping[str, ExerciseWords]) -> str:
    """Why an exercise is on another rung; empty for a reason of a newer version."""
    numbers = dict(reason.numbers)
    words = exercises.get(str(numbers.get("exercise", "")))
    if words is None or reason.code not in _SAID:
        return ""
    rung = min(max(int(numbers.get("to", 1)), 1), len(words.rungs))
    day = str(numbers.get("day", ""))
    return begun(
        _(_SAID[reason.code]).format(
            exercise=words.name,
            variant=words.rungs[rung - 1].name,
            day=day_words(date.fromisoformat(day)) if day else "",
        )
    )
