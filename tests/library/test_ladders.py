"""The order of ladders: what hurts first is dropped first."""

from __future__ import annotations

import pytest

from hipcoach.core.balance import stretches
from hipcoach.library.load import load_exercise, load_library


def test_three_directions_lose_past_the_midline_first_and_the_midline_next() -> None:
    ladder = load_exercise("knee-to-chest-positions").rungs

    assert [["out"], ["out", "midline"], ["out", "midline", "past"]] == [
        [contraction.id for contraction in rung.contractions] for rung in ladder
    ]


def test_half_kneeling_loses_the_lean_first_and_the_arm_next() -> None:
    ladder = load_exercise("half-kneeling-hip-flexor").rungs

    assert ["tuck", "press", "arm", "lean"] == [rung.pose for rung in ladder]


@pytest.mark.parametrize("name", sorted(load_library().exercises))
def test_what_stretches_says_which_muscles(name: str) -> None:
    exercise = load_exercise(name)

    assert not stretches(exercise) or exercise.muscles
