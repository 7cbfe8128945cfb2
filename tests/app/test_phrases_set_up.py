"""What is said about the person, and what follows from it."""

from __future__ import annotations

import pytest

from hipcoach.app.phrases.set_up import (
    aim_words,
    and_words,
    card_words,
    follows_words,
    have_words,
    proposal_words,
)
from hipcoach.app.set_up import SetUp
from hipcoach.core.aims import Aim
from hipcoach.core.fitting import needed_props
from hipcoach.library.load import load_library

PROPS = ("mat", "roller", "ball")


def test_each_aim_and_each_prop_of_the_library_has_words() -> None:
    assert len(Aim) == len({aim_words(aim) for aim in Aim})
    assert not {*Aim} & {aim_words(aim) for aim in Aim}
    props = needed_props(load_library().exercises)
    assert not {*props} & {have_words(prop) for prop in props}
    assert (
        "a code of tomorrow" == have_words("a code of tomorrow") == aim_words("a code of tomorrow")
    )


@pytest.mark.parametrize(
    ("things", "words"),
    [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_several_things_are_one_breath(things: list[str], words: str) -> None:
    assert words == and_words(things)


@pytest.mark.parametrize(
    ("times", "days", "time", "words"),
    [
        (2, (1, 4), "18:00", "twice a week, for instance on Tuesday and Friday at 18:00."),
        (1, (5,), "", "once a week, for instance on Saturday."),
        (3, (0, 2, 4), "", "3 times a week, for instance on Monday, Wednesday and Friday."),
    ],
)
def test_the_plan_is_a_proposal(times: int, days: tuple[int, ...], time: str, words: str) -> None:
    assert f"This is your plan: {words}" == proposal_words(times, days, time)


def test_what_follows_is_told_and_nothing_else() -> None:
    (rest,) = follows_words(SetUp(), PROPS)
    assert "rest days" in rest
    assert (rest,) == follows_words(SetUp(usual_pain=0, kneels=True, props=PROPS), PROPS)
    kneel, left, pain, last = follows_words(
        SetUp(usual_pain=2, kneels=False, props=("mat",)), PROPS
    )
    assert "kneel" in kneel
    assert left.endswith("foam roller, massage ball.")
    assert "usual 2" in pain
    assert rest == last


def test_today_tells_the_days_or_that_they_can_be_told() -> None:
    assert "Two minutes" in card_words(SetUp(), 2, known=False)
    assert "" == card_words(SetUp(time="18:00"), 2, known=True)
    assert "Your days: Tuesday." == card_words(SetUp(weekdays=(1,)), 2, known=True)
    days = SetUp(weekdays=(1, 2, 4), time="18:00")
    assert "Your days: Tuesday and Friday at 18:00." == card_words(days, 2, known=True)
