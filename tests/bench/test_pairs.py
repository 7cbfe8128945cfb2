"""Things that are measured in turn."""

from __future__ import annotations

import pytest

from bench.pairs import Pair, in_turn, row


def test_they_take_turns_and_the_first_time_of_each_does_not_count() -> None:
    turns: list[str] = []
    own, floor = iter([90.0, 4.0, 30.0, 6.0]), iter([50.0, 2.0, 1.0, 3.0])

    def measure_own() -> float:
        turns.append("own")
        return next(own)

    def measure_floor() -> float:
        turns.append("floor")
        return next(floor)

    assert Pair(6.0, 2.0) == in_turn(measure_own, measure_floor, 3)
    assert ["own", "floor"] * 4 == turns


@pytest.mark.parametrize(("own", "kept"), [(18.0, True), (18.1, False)])
def test_a_ratio_is_held_against_its_limit(own: float, kept: bool) -> None:
    assert ("window", f"{own / 10:.2f}× ({own:.0f} / 10 ms)", "at most 1.8×", kept) == row(
        "window", Pair(own, 10.0), "ms", 1.8
    )
