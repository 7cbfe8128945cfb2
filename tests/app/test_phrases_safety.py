"""The sentences before the first session: they refer and never diagnose."""

from __future__ import annotations

import pytest

from hipcoach.app.phrases import safety
from hipcoach.core.clearing import Lack
from hipcoach.core.safety import RedFlag, Urgency, advice

DIAGNOSES = ("cauda", "thrombosis", "fracture", "arthritis", "tumour", "infection", "embol", "disc")


def _all_sentences() -> list[str]:
    return [
        *(safety.flag_words(flag) for flag in RedFlag),
        *(safety.urgency_title(urgency) for urgency in Urgency),
        *(safety.urgency_words(urgency) for urgency in Urgency),
        *(safety.why_not_now_words(urgency) for urgency in Urgency),
        safety.kept_signs_words(),
        *(safety.blocked_words(advice([flag])) for flag in RedFlag),
    ]


def test_every_sign_has_words_of_its_own() -> None:
    told = [safety.flag_words(flag) for flag in RedFlag]
    assert len(RedFlag) == len(set(told))
    assert safety.flag_words("a code of tomorrow") not in told


def test_every_urgency_says_something_else() -> None:
    assert len(Urgency) == len({safety.urgency_title(urgency) for urgency in Urgency})
    assert len(Urgency) == len({safety.urgency_words(urgency) for urgency in Urgency})


@pytest.mark.parametrize("word", DIAGNOSES)
def test_nothing_is_diagnosed(word: str) -> None:
    assert [] == [line for line in _all_sentences() if word in line.lower()]


def test_only_an_emergency_names_the_number_to_call() -> None:
    named = [urgency for urgency in Urgency if "112" in safety.urgency_words(urgency)]
    assert [Urgency.EMERGENCY] == named


def test_who_may_start_reads_no_reason_why_not() -> None:
    assert not safety.blocked_words(advice([]))
    assert all(safety.blocked_words(advice([flag])) for flag in RedFlag)


def test_nobody_is_told_to_answer_again() -> None:
    """Only a clearance ends a stop."""
    assert [] == [line for line in _all_sentences() if "answer" in line.lower()]


def test_each_lack_of_a_clearance_has_words_of_its_own() -> None:
    assert len(Lack) == len({safety.lack_words(lack) for lack in Lack})


def test_an_emergency_is_not_played_down() -> None:
    assert "harmless" not in safety.why_not_now_words(Urgency.EMERGENCY)
    assert "harmless" in safety.why_not_now_words(Urgency.ASK_FIRST)
