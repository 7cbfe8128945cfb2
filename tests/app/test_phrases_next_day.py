"""The words of the questions on the days after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hipcoach.app.phrases.next_day import (
    asked_words,
    fill_in_words,
    kept_words,
    notice_words,
    soreness_words,
)
from hipcoach.app.plan_snapshots import Told
from hipcoach.core.plan_log import Reply, Soreness

TUESDAY = date(2026, 3, 3)


def test_the_weekday_is_named() -> None:
    tomorrow = TUESDAY + timedelta(days=1)
    assert "How did your hips feel after Tuesday’s session?" == asked_words(TUESDAY, 1, tomorrow)
    assert "Tuesday" == fill_in_words(TUESDAY, 1)
    assert "Tuesday" in notice_words(TUESDAY, 1)


def test_a_week_later_a_weekday_would_be_today() -> None:
    a_week_later = TUESDAY + timedelta(days=7)
    assert "Tuesday" not in asked_words(TUESDAY, 1, a_week_later)


def test_the_second_question_is_shorter_and_differs() -> None:
    day = TUESDAY + timedelta(days=2)
    assert len(asked_words(TUESDAY, 2, day)) < len(asked_words(TUESDAY, 1, day))
    assert notice_words(TUESDAY, 1) != notice_words(TUESDAY, 2)
    assert fill_in_words(TUESDAY, 1) != fill_in_words(TUESDAY, 2)


def test_each_soreness_has_words_of_its_own() -> None:
    assert ["None", "Mild", "Moderate", "Severe"] == [soreness_words(one) for one in Soreness]
    kept = {kept_words(Told(TUESDAY, 1, Reply.ANSWERED, soreness=one)) for one in (None, *Soreness)}
    assert 1 + len(Soreness) == len(kept)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told(TUESDAY, 1, Reply.ANSWERED, 0), "Kept: pain 0. Thank you."),
        (
            Told(TUESDAY, 1, Reply.ANSWERED, 4, Soreness.MILD, sketchy=True),
            "Kept: pain 4, mildly sore, something felt wrong. Thank you.",
        ),
        (Told(TUESDAY, 1, Reply.ANSWERED, sketchy=False), "Kept: it felt right. Thank you."),
        (Told(TUESDAY, 1, Reply.ANSWERED), "Kept. Thank you."),
        (Told(TUESDAY, 1, Reply.NOT_YET), "Fine. You are asked again in three hours."),
        (Told(TUESDAY, 1, Reply.NOT_TODAY), "Fine. You are asked no more today."),
    ],
)
def test_what_was_kept_is_said_again(told: Told, words: str) -> None:
    assert words == kept_words(told)
