"""The words for what the library's codes stand for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.app.words import N_, _
from hipcoach.core.exercise import Goal, Position

_POSITIONS: Final[Mapping[Position, str]] = {
    Position.LYING: N_("Lying"),
    Position.KNEELING: N_("Kneeling"),
    Position.STANDING: N_("Standing"),
    Position.SEATED: N_("Seated"),
}
_GOALS: Final[Mapping[Goal, str]] = {
    Goal.FLEXION: N_("Bend the hip"),
    Goal.EXTENSION: N_("Open the hip"),
    Goal.STRENGTH: N_("Strength"),
    Goal.RELEASE: N_("Release"),
    Goal.WARM_UP: N_("Warm-up"),
    Goal.OFFICE: N_("Office"),
}
_PROPS: Final[Mapping[str, str]] = {
    "mat": N_("mat"),
    "pad": N_("knee pad"),
    "strap": N_("strap or towel"),
    "desk": N_("desk"),
    "wall": N_("wall"),
    "chair": N_("chair"),
    "couch": N_("couch"),
    "roller": N_("foam roller"),
    "ball": N_("massage ball"),
}
_MUSCLES: Final[Mapping[str, str]] = {
    "iliopsoas": N_("deep hip flexors (psoas and iliacus)"),
    "rectus-femoris": N_("front of the thigh (rectus femoris)"),
    "quadriceps": N_("front of the thigh (quadriceps)"),
    "tfl": N_("front and side of the hip (tensor fasciae latae)"),
    "glute-max": N_("buttock (gluteus maximus)"),
    "glute-med": N_("side of the hip (gluteus medius)"),
    "hamstrings": N_("back of the thigh (hamstrings)"),
    "adductors": N_("inner thigh (adductors)"),
    "hip-rotators": N_("deep rotators of the hip"),
    "hip-capsule": N_("back of the hip joint"),
    "low-back": N_("low back"),
    "abdominals": N_("belly (abdominals)"),
    "obliques": N_("sides of the belly (obliques)"),
    "calf": N_("calf"),
}


def position_words(position: Position) -> str:
    """Where the body is."""
    return _(_POSITIONS[position])


def goal_words(goal: Goal) -> str:
    """What it is for."""
    return _(_GOALS[goal])


def prop_words(prop: str) -> str:
    """Something that is needed; an unknown code is its own name."""
    return _(_PROPS.get(prop, prop))


def muscle_words(muscle: str) -> str:
    """A muscle as people call it, with its name; an unknown code is its own name."""
    return _(_MUSCLES.get(muscle, muscle))


def too_early_words() -> str:
    """Why an exercise can be read and not be started: the plan is not there yet."""
    return _("This one comes later: at three sessions a week, when gentler exercises go well.")


def unread_words() -> str:
    """Why an exercise can be read and not be started: its warning comes first."""
    return _("Read what to know first; then it can be started.")


def acknowledge_question() -> str:
    """What somebody says who wants to be offered such an exercise."""
    return _(
        "I have read who leaves it out and what to know; none of it applies to me, and gentler "
        "exercises have gone well for weeks."
    )
