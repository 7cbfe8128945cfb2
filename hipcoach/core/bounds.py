"""The bounds of what a routine may hold: the files are read by them, the editor offers them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.core.exercise import Exercise, Method
from hipcoach.core.value import value


@value
class Bound:
    """Least and most of a number, both included."""

    least: float
    most: float
    step: float = 1.0
    """What one press of a key adds."""
    whole: bool = False
    """Whether it counts things; else it is seconds."""
    default: float | None = None
    """What stands for it where it is left out; `None`: it must be there."""

    def held(self, value: float) -> float:
        """The value, or the end of the bounds that it went beyond."""
        inside = min(max(value, self.least), self.most)
        return round(inside) if self.whole else float(inside)


_SETS: Final = Bound(1, 6, whole=True, default=1)
_HOLD: Final = (5, 120, 5)
"""Guidelines say 10 to 30 s, handouts up to 60 s: twice that is a slip of the pen."""
DOSES: Final[Mapping[Method, Mapping[str, Bound]]] = {
    Method.HOLD: {
        "sets": _SETS,
        "hold_s": Bound(*_HOLD),
        # Short holds again and again: 4 to 6 in handouts for the bird dog.
        "reps": Bound(1, 12, whole=True, default=1),
        "relax_s": Bound(2, 15, default=0.0),
    },
    Method.CONTRACTIONS: {
        "sets": _SETS,
        "cycles": Bound(1, 6, whole=True),
        # 3 to 6 s in the guidelines and trials; up to 10 s in older handouts.
        "contract_s": Bound(3, 10),
        # 2 to 3 s in handouts, 10 s in the trial.
        "relax_s": Bound(2, 15),
        "hold_s": Bound(*_HOLD, default=0.0),
    },
    Method.REPETITIONS: {
        "sets": _SETS,
        "reps": Bound(1, 30, whole=True),
        "rep_s": Bound(1, 8, 0.5),
    },
}
"""What a dose may hold, by method and field of `Dose`."""
REPEATING: Final = frozenset({"reps", "relax_s"})
"""Fields of a hold's dose that only those have which are held again on the same side."""
REST_S: Final = Bound(0, 180, 5, default=0.0)
"""Seconds of rest after an exercise, beside the way out of it."""
MOST_STEPS: Final = 60
"""An hour of one-minute exercises."""
LONGEST_LINE: Final = 13
"""Words of a spoken line, at most: about five seconds."""
MOST_SET_UP: Final = 3
"""Lines of a set-up, at most: nobody keeps more in mind."""
NAME_LENGTH: Final = 80
SUMMARY_LENGTH: Final = 300


def repeats(exercise: Exercise) -> bool:
    """Whether it is a short hold, held again before the sides change."""
    return exercise.method is Method.HOLD and exercise.dose.reps > 1


def dose_of(exercise: Exercise) -> Mapping[str, Bound]:
    """What a routine may set of this exercise's dose, by field."""
    return {
        name: bound
        for name, bound in DOSES[exercise.method].items()
        if exercise.method is not Method.HOLD or name not in REPEATING or repeats(exercise)
    }
