"""What a session leaves out for somebody, and what stands in for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hipcoach.app.phrases.library import prop_words
from hipcoach.app.words import _
from hipcoach.core.fitting import LeftOut
from hipcoach.core.wording import ExerciseWords


def left_out_words(
    left_out: Sequence[LeftOut], exercises: Mapping[str, ExerciseWords]
) -> tuple[str, ...]:
    """What is left out and why, a sentence for each; `exercises` are the words of all of them."""
    return tuple(_left_out(one, exercises) for one in left_out)


def _left_out(one: LeftOut, exercises: Mapping[str, ExerciseWords]) -> str:
    why = _("kneeling") if one.kneeling else ", ".join(prop_words(prop) for prop in one.props)
    if one.instead:
        said = _("{instead} in place of {exercise} ({why}).")
    else:
        said = _("Without {exercise} ({why}).")
    instead = exercises[one.instead].name if one.instead else ""
    return said.format(instead=instead, exercise=exercises[one.exercise].name, why=why)
