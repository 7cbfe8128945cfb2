"""The words of the routine editor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.exercise import Dose, Method
from hipcoach.core.routine import Sides

_FIELDS: Final[Mapping[str, str]] = {
    "sets": N_("Sets"),
    "hold_s": N_("Hold"),
    "cycles": N_("Rounds"),
    "contract_s": N_("Push"),
    "relax_s": N_("Let go"),
    "reps": N_("Repetitions"),
    "rep_s": N_("Each takes"),
}
_SIDES: Final[Mapping[Sides, str]] = {
    Sides.BOTH: N_("Both sides"),
    Sides.LEFT: N_("Left only"),
    Sides.RIGHT: N_("Right only"),
}


def field_words(method: Method, field: str) -> str:
    """A field of a dose, such as *Hold*."""
    if method is Method.HOLD and field == "reps":
        return _("Holds a side")
    return _(_FIELDS.get(field, field))


def sides_words(sides: Sides) -> str:
    """Which sides, such as *Left only*."""
    return _(_SIDES[sides])


def own_rung_words() -> str:
    """The choice that leaves the variant to the person."""
    return _("My own level")


def dose_words(method: Method, dose: Dose) -> str:
    """A dose in one line, such as *2 × 30 s*."""
    sets = ngettext("{number} set", "{number} sets", dose.sets).format(number=dose.sets)
    hold = _("{seconds} s").format(seconds=_plain(dose.hold_s))
    if method is Method.HOLD:
        held = _("{count} holds of {hold}").format(count=dose.reps, hold=hold)
        one = _("hold {hold}").format(hold=hold)
        return f"{sets} · {held if dose.reps > 1 else one}"
    if method is Method.REPETITIONS:
        times = ngettext("{number} time", "{number} times", dose.reps).format(number=dose.reps)
        return f"{sets} · {times}"
    rounds = ngettext("{number} round", "{number} rounds", dose.cycles).format(number=dose.cycles)
    push = _("push {seconds} s").format(seconds=_plain(dose.contract_s))
    return f"{sets} · {rounds} · {push}"


def rest_words(seconds: float) -> str:
    """The rest after a step; empty where there is none."""
    return _("then rest {seconds} s").format(seconds=_plain(seconds)) if seconds else ""


def clock_words(seconds: float) -> str:
    """A length to the second, as *8:05*."""
    whole = round(seconds)
    return _("{minutes}:{seconds:02d}").format(minutes=whole // 60, seconds=whole % 60)


def step_words(number: int, count: int, name: str, dose: str) -> str:
    """A step for those who hear it."""
    return _("Step {number} of {count}: {name}, {dose}").format(
        number=number, count=count, name=name, dose=dose
    )


def fallback_name() -> str:
    """The name of a routine that got none."""
    return _("My routine")


def fallback_summary() -> str:
    """What it is for, where nobody said it."""
    return _("A routine of my own.")


def copy_name(name: str) -> str:
    """The name of a routine that was made from another."""
    return _("{routine}, my way").format(routine=name)


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)
