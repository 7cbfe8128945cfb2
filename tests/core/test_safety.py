"""Red flags: any of them stops a session, the most urgent one decides how soon."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.safety import UNKNOWN, URGENCIES, Advice, RedFlag, Urgency, advice

FLAGS = st.lists(st.sampled_from([flag.value for flag in RedFlag]) | st.text(max_size=5))


def test_every_flag_has_its_urgency_and_the_most_urgent_comes_first() -> None:
    assert set(RedFlag) == set(URGENCIES)
    assert all(before >= after for before, after in pairwise(URGENCIES.values()))


def test_without_a_flag_a_session_may_start() -> None:
    assert Advice(None, ()) == advice([])
    assert advice([]).may_start


@pytest.mark.parametrize("flag", RedFlag)
def test_any_flag_stops(flag: RedFlag) -> None:
    assert not advice([flag.value]).may_start


@pytest.mark.parametrize(
    ("flags", "urgency"),
    [
        ({"saddle-numbness"}, Urgency.EMERGENCY),
        ({"bladder-or-bowel", "pregnancy"}, Urgency.EMERGENCY),
        ({"leg-weakness", "night-pain"}, Urgency.SAME_DAY),
        ({"after-a-fall"}, Urgency.SAME_DAY),
        ({"fever"}, Urgency.SAME_DAY),
        ({"calf", "surgery"}, Urgency.SAME_DAY),
        ({"leg-numbness"}, Urgency.APPOINTMENT),
        ({"weight-or-cancer", "hip-replacement"}, Urgency.APPOINTMENT),
        ({"hip-replacement", "pregnancy"}, Urgency.ASK_FIRST),
    ],
)
def test_the_most_urgent_decides(flags: set[str], urgency: Urgency) -> None:
    assert urgency == advice(flags).urgency


def test_a_code_of_a_newer_version_is_not_nothing() -> None:
    assert Advice(UNKNOWN, ("tomorrow",)) == advice(["tomorrow"])


@given(FLAGS)
def test_the_order_of_the_answers_does_not_matter(flags: list[str]) -> None:
    assert advice(flags) == advice(list(reversed(flags))) == advice([*flags, *flags])
    assert set(flags) == set(advice(flags).flags)


@given(FLAGS, FLAGS)
def test_one_more_flag_never_makes_it_less_urgent(some: list[str], more: list[str]) -> None:
    assert (advice(some).urgency or 0) <= (advice([*some, *more]).urgency or 0)
