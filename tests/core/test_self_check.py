"""A look at one's own hips: what fits, what has changed, when the next one is due."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.self_check import (
    OTHERWISE,
    QUESTIONS,
    REPEAT_DAYS,
    RULES,
    Answers,
    Question,
    Reason,
    Topic,
    Turn,
    changes,
    is_due,
    suggested,
)
from hipcoach.core.side import Side

OFFERED = ("gentle-start", "desk-reset", "first-warm-up", "balanced-hips")
EASY: Answers = {
    question.key: "no" if not question.looks else question.choices[-1] for question in QUESTIONS
}
ANSWERS = st.fixed_dictionaries(
    {}, optional={question.key: st.sampled_from(question.choices) for question in QUESTIONS}
)


def test_every_question_has_a_key_of_its_own_and_both_sides_are_looked_at() -> None:
    keys = [question.key for question in QUESTIONS]
    assert sorted(set(keys)) == sorted(keys)
    assert {"knee-to-chest/left", "knee-to-chest/right", "leg-hang/left", "leg-hang/right"} == {
        question.key for question in QUESTIONS if question.looks
    }
    assert [False] * 5 + [True] * 4 == [question.looks for question in QUESTIONS]


@pytest.mark.parametrize(
    ("told", "routine", "reasons"),
    [
        ({}, "balanced-hips", (Reason.NOTHING_STANDS_OUT,)),
        ({"after-sitting": "yes"}, "desk-reset", (Reason.STIFF_AFTER_SITTING,)),
        ({"morning": "yes"}, "first-warm-up", (Reason.STIFF_IN_THE_MORNING,)),
        ({"straight": "yes"}, "balanced-hips", (Reason.SLOW_TO_STRAIGHTEN,)),
        ({"arch": "yes"}, "balanced-hips", (Reason.ARCH,)),
        ({"backward": "yes"}, "balanced-hips", (Reason.LITTLE_BACKWARD,)),
        ({"arch": "not-sure"}, "balanced-hips", (Reason.NOTHING_STANDS_OUT,)),
        (
            {"leg-hang/left": "above", "leg-hang/right": "above"},
            "balanced-hips",
            (Reason.LEG_STAYS_UP,),
        ),
        ({"leg-hang/left": "high"}, "balanced-hips", (Reason.LEG_STAYS_UP, Reason.UNEVEN)),
        ({"knee-to-chest/left": "upright"}, "gentle-start", (Reason.LITTLE_BEND, Reason.UNEVEN)),
        (
            {"knee-to-chest/left": "past-upright"},
            "balanced-hips",
            (Reason.NOTHING_STANDS_OUT, Reason.UNEVEN),
        ),
        (
            {
                "knee-to-chest/left": "short",
                "knee-to-chest/right": "short",
                "arch": "yes",
                "after-sitting": "yes",
            },
            "gentle-start",
            (Reason.LITTLE_BEND, Reason.ARCH, Reason.STIFF_AFTER_SITTING),
        ),
        (
            {"after-sitting": "yes", "morning": "yes"},
            "desk-reset",
            (Reason.STIFF_AFTER_SITTING, Reason.STIFF_IN_THE_MORNING),
        ),
    ],
)
def test_what_was_answered_chooses_the_routine_and_is_its_reason(
    told: Answers, routine: str, reasons: tuple[Reason, ...]
) -> None:
    found = suggested({**EASY, **told}, OFFERED)
    assert (routine, reasons) == (found.routine, found.reasons)


def test_who_skips_everything_gets_a_gentle_start() -> None:
    found = suggested({}, OFFERED)
    assert ("gentle-start", (Reason.NOTHING_SAID,)) == (found.routine, found.reasons)


def test_one_side_alone_is_not_uneven() -> None:
    assert Reason.UNEVEN not in suggested({"leg-hang/left": "high"}, OFFERED).reasons


def test_a_routine_that_is_not_offered_gives_way_to_the_next_best() -> None:
    assert "gentle-start" == suggested({"arch": "yes"}, OFFERED[:3]).routine
    assert "mine" == suggested({"arch": "yes"}, ("mine", "other")).routine


@given(ANSWERS, st.permutations(OFFERED))
def test_there_is_always_a_routine_and_a_reason(answers: Answers, offered: list[str]) -> None:
    found = suggested(answers, offered)
    assert found.routine in offered
    assert found.reasons
    assert len(set(found.reasons)) == len(found.reasons)


@given(ANSWERS)
def test_a_routine_is_one_of_those_that_its_first_reason_asks_for(answers: Answers) -> None:
    found = suggested(answers, OFFERED)
    wanted = {rule.reason: rule.routines for rule in RULES}
    assert found.routine in wanted.get(found.reasons[0], OTHERWISE)


@given(ANSWERS)
def test_the_same_answers_are_no_change(answers: Answers) -> None:
    assert () == changes(answers, answers)


@given(ANSWERS, ANSWERS)
def test_what_eased_one_way_is_tighter_the_other_way(one: Answers, other: Answers) -> None:
    there, back = changes(one, other), changes(other, one)
    opposite = {Turn.EASED: Turn.TIGHTER, Turn.TIGHTER: Turn.EASED, Turn.OTHER: Turn.OTHER}
    assert [opposite[each.turn] for each in there] == [each.turn for each in back]


@pytest.mark.parametrize(
    ("key", "before", "now", "turn"),
    [
        ("arch", "yes", "no", Turn.EASED),
        ("arch", "no", "yes", Turn.TIGHTER),
        ("arch", "not-sure", "yes", Turn.OTHER),
        ("arch", "no", "not-sure", Turn.OTHER),
        ("knee-to-chest/left", "short", "upright", Turn.EASED),
        ("knee-to-chest/left", "belly", "past-upright", Turn.TIGHTER),
        ("leg-hang/right", "high", "rests", Turn.EASED),
        ("leg-hang/right", "above", "high", Turn.TIGHTER),
    ],
)
def test_a_change_has_a_direction(key: str, before: str, now: str, turn: Turn) -> None:
    (change,) = changes({key: before}, {key: now})
    assert (key, before, now, turn) == (
        change.question.key,
        change.before,
        change.now,
        change.turn,
    )


def test_what_was_skipped_or_is_not_known_here_is_no_change() -> None:
    assert () == changes({"arch": "yes"}, {"morning": "no"})
    assert () == changes({"arch": "perhaps", "feet": "flat"}, {"arch": "yes", "feet": "high"})


@pytest.mark.parametrize(
    ("days", "due"), [(0, False), (REPEAT_DAYS - 1, False), (REPEAT_DAYS, True)]
)
def test_a_look_is_due_every_month(days: int, *, due: bool) -> None:
    assert due == is_due(days)


def test_the_first_look_is_always_due() -> None:
    assert is_due(None)


def test_a_question_names_its_side_only_where_it_has_one() -> None:
    assert "arch" == Question(Topic.ARCH).key
    assert "leg-hang/left" == Question(Topic.LEG_HANG, Side.LEFT).key
