"""What a session leaves out is said, with what stands in for it."""

from __future__ import annotations

from hipcoach.app.phrases.fitting import left_out_words
from hipcoach.core.fitting import LeftOut
from hipcoach.library.load import load_wording

EXERCISES = load_wording().exercises


def test_what_stands_in_is_named_with_the_reason() -> None:
    kneeling = LeftOut("half-kneeling-hip-flexor", kneeling=True, props=(), instead="glute-squeeze")
    instead, name = EXERCISES["glute-squeeze"].name, EXERCISES[kneeling.exercise].name
    (said,) = left_out_words([kneeling], EXERCISES)
    assert f"{instead} in place of {name} (kneeling)." == said


def test_what_nothing_stands_in_for_is_left_out() -> None:
    rolling = LeftOut("foam-roll-quad", kneeling=False, props=("mat", "roller"))
    name = EXERCISES["foam-roll-quad"].name
    assert (f"Without {name} (mat, foam roller).",) == left_out_words([rolling], EXERCISES)
