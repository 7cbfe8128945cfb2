"""The words of the plan: a sentence for every reason, in every language, and no gap in any."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.app.phrases.dates import day_words, full_day_words, weekday_short
from hipcoach.app.phrases.plan import (
    balance_words,
    break_words,
    dot_words,
    headline_words,
    more_words,
    next_words,
    week_words,
)
from hipcoach.app.phrases.plan_reasons import (
    brief_words,
    change_words,
    evidence_words,
    reason_words,
    rule_words,
)
from hipcoach.app.plan_snapshots import DotState
from hipcoach.app.words import languages, use_language
from hipcoach.core.balance import Balance, Seconds
from hipcoach.core.evidence import Day
from hipcoach.core.plan import Action, Plan, Reason
from hipcoach.core.ramp import plan_of
from hipcoach.core.reasons import EvidenceReason, NextReason, PlanReason, RestReason, reason
from tests.core.histories import days_of_month, jan, plan

MONDAY = date(2026, 1, 5)
NEWER = "A reason that a newer version of HipCoach has noted."
CODES = (*PlanReason, *EvidenceReason, *RestReason, *NextReason)


def _weekly(least: int, most: int, next_day: date | None) -> Plan:
    return Plan(Action.HOLD, 1, least, most, next_day)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", languages())
def test_every_code_has_its_words(code: str, language: str) -> None:
    unknown = reason_words(Reason("from-tomorrow"))
    use_language(language)
    assert reason_words(Reason(code)) not in {"", unknown}


@pytest.mark.parametrize("code", PlanReason)
def test_every_decision_is_told_in_brief_and_has_a_rule(code: PlanReason) -> None:
    decided = Plan(Action.HOLD, 1, 2, 2, MONDAY, (Reason(code),))
    brief = brief_words(decided, due=True)
    assert brief not in {"", NEWER}
    assert rule_words(decided)
    if code not in {PlanReason.RED_FLAG, PlanReason.FIRST_TIME}:
        # In brief it says what follows, in the list what was.
        assert brief != reason_words(Reason(code))


@given(days_of_month(), st.integers(1, 75), st.sampled_from(languages()))
def test_whatever_happened_is_told_without_a_gap(
    days: tuple[Day, ...], today: int, language: str
) -> None:
    use_language(language)
    found = plan_of(days, jan(today))
    sentences = [
        brief_words(found, due=True),
        brief_words(found, due=False),
        rule_words(found),
        *evidence_words(found),
        *change_words(found),
    ]
    unknown = reason_words(Reason("from-tomorrow"))
    for sentence in sentences:
        assert sentence
        assert unknown not in sentence
        assert not {"…", "{", "}"} & {*sentence}
        assert sentence[0] == sentence[0].upper()


def test_the_numbers_are_said_as_words() -> None:
    back = reason(PlanReason.RED_DAY, day=MONDAY, from_=3, to=2)
    stepped = Plan(Action.BACK_OFF, 2, 3, 4, MONDAY, (back,))
    assert (
        "Monday 5 January was too much, so the plan takes one step back, to three to four times "
        "a week."
    ) == brief_words(stepped, due=True)
    sore = reason(EvidenceReason.SORENESS, day=MONDAY, value="severe")
    assert "Monday 5 January: severely sore afterwards." == reason_words(sore)
    missing = reason(EvidenceReason.NOT_ANSWERED, day=MONDAY, fields="effort,sketchy")
    assert "Monday 5 January: not answered: effort, whether it felt right." == reason_words(missing)
    flags = reason(PlanReason.RED_FLAG, since=MONDAY, flags="hip-replacement,pregnancy")
    assert (
        "On Monday 5 January you ticked: A hip replacement; Pregnancy, or a birth in the last "
        "three months."
    ) == reason_words(flags)


def test_one_good_day_and_several_are_told_apart() -> None:
    one, three = (reason(PlanReason.GREEN_DAY, day=MONDAY, green=green) for green in (1, 3))
    assert "Monday 5 January felt fine." == reason_words(one)
    assert "The last 3 practice days felt fine, up to Monday 5 January." == reason_words(three)
    needs = [reason(NextReason.NEEDS_GREEN, more=more, level=2, from_=MONDAY) for more in (1, 2)]
    assert reason_words(needs[0]).startswith("One more session")
    assert reason_words(needs[1]).startswith("2 more sessions")


def test_a_number_that_was_not_kept_shows_as_a_gap_and_breaks_nothing() -> None:
    assert "… was too much." == reason_words(Reason(PlanReason.RED_DAY))
    assert "Soon was too much." == reason_words(Reason(PlanReason.RED_DAY, (("day", "soon"),)))


def test_a_code_of_a_newer_version_is_said_to_be_one() -> None:
    newer = Plan(Action.HOLD, 1, 2, 2, MONDAY, (Reason("from-tomorrow"),))
    assert NEWER == brief_words(newer, due=True)
    assert (NEWER,) == evidence_words(newer)
    assert "" == rule_words(newer)
    assert NEWER == brief_words(Plan(Action.HOLD, 1, 2, 2, MONDAY), due=True)


def test_on_a_rest_day_it_says_why_it_rests() -> None:
    found = plan("5", 6)
    rests = brief_words(found, due=False)
    assert "After Monday 5 January the next session is on plan from Wednesday 7 January on." == (
        rests
    )
    assert brief_words(found, due=True) != rests
    assert rests in evidence_words(found)
    assert "leaves time" in rule_words(found)
    assert "leaves time" not in rule_words(plan("5", 8))


def test_a_stop_is_told_by_what_stopped_it() -> None:
    stopped = plan("5F", 6)
    words = "You ticked a sign that a professional should look at first."
    assert words == brief_words(stopped, due=False)
    (change,) = change_words(stopped)
    assert "recorded here" in change


def test_what_would_change_it_begins_with_the_way_up() -> None:
    up, *_others, down = change_words(plan("5", 8))
    assert "three to four times a week" in up
    assert "one step back" in down


def test_a_step_back_is_told_on_a_rest_day_as_well() -> None:
    hurt = plan_of([Day(jan(5), practised=True, completed=True, pain_next_day=5)], jan(6))

    assert not hurt.due(jan(6))
    assert "was too much" in brief_words(hurt, due=False)


def test_a_sign_that_a_file_does_not_name_is_told_as_one() -> None:
    told = reason_words(reason(PlanReason.RED_FLAG, since=jan(5), flags="unspecified"))
    assert "On Monday 5 January you ticked: a warning sign." == told


def test_what_it_rests_on_and_what_would_change_it_are_told_apart() -> None:
    found = plan("5 8", 10)
    assert set() == {*evidence_words(found)} & {*change_words(found)}
    assert len(found.reasons) == len(evidence_words(found)) + 1


def test_an_answer_that_is_missing_can_be_given() -> None:
    words = "An answer to how it felt: it can be given for a week."
    assert words in change_words(plan("5?", 6))
    assert words not in change_words(plan("5", 6))


@pytest.mark.parametrize(
    ("next_day", "done", "words"),
    [
        (MONDAY, False, "A session is on plan today"),
        (MONDAY - timedelta(days=3), False, "A session is on plan today"),
        (MONDAY + timedelta(days=1), False, "Rest day, on plan"),
        (MONDAY + timedelta(days=1), True, "Done for today"),
        (MONDAY, True, "Done for today"),
    ],
)
def test_the_headline_says_how_today_stands(next_day: date, done: bool, words: str) -> None:
    assert words == headline_words(_weekly(2, 2, next_day), MONDAY, done=done)


def test_the_headline_of_a_stop_says_so_whatever_was_done() -> None:
    stopped = Plan(Action.STOP_REFER, 1, 0, 0, None)
    assert "Practice is paused" == headline_words(stopped, MONDAY, done=True)


@pytest.mark.parametrize(
    ("done", "least", "most", "ahead", "words"),
    [
        (0, 2, 2, 0, "0 of 2 sessions this week"),
        (1, 3, 4, 0, "1 of 3–4 sessions this week"),
        (1, 2, 2, 1, "1 of 2 sessions this week; the next from tomorrow"),
        (4, 3, 4, 3, "4 of 3–4 sessions this week; the next from Thursday"),
        (3, 2, 2, 0, "3 sessions this week, 2 on plan"),
        (2, 2, 2, 8, "2 of 2 sessions this week; the next from Tuesday 13 January"),
    ],
)
def test_the_week_is_counted_against_the_target(
    done: int, least: int, most: int, ahead: int, words: str
) -> None:
    found = _weekly(least, most, MONDAY + timedelta(days=ahead))
    assert words == week_words(done, found, MONDAY)


def test_under_a_stop_there_is_no_target() -> None:
    stopped = Plan(Action.STOP_REFER, 1, 0, 0, None)
    assert "1 session this week" == week_words(1, stopped, MONDAY)


def test_a_weekday_is_named_only_where_it_is_the_next_of_its_name() -> None:
    ahead = [next_words(MONDAY + timedelta(days=days), MONDAY) for days in (1, 2, 6, 7)]
    assert ["tomorrow", "Wednesday", "Sunday", "Monday 12 January"] == ahead


def test_doing_more_is_met_calmly() -> None:
    rest = more_words(MONDAY + timedelta(days=1), MONDAY, done=False)
    assert "rests until tomorrow" in rest
    again = more_words(MONDAY + timedelta(days=2), MONDAY, done=True)
    assert again.startswith("You have practised today")


@pytest.mark.parametrize(
    ("bent", "opened", "words"),
    [
        (0.0, 0.0, ""),
        (29.0, 29.0, ""),
        (300.0, 0.0, "This week so far: 5 minutes of bending, no opening of the hip yet."),
        (0.0, 300.0, "This week so far: 5 minutes of opening the hip, no bending yet."),
        (
            300.0,
            240.0,
            "This week so far: 5 minutes of bending and 4 minutes of opening the hip, in balance.",
        ),
        (
            600.0,
            240.0,
            "This week so far: mostly bending, 10 minutes, and 4 minutes of opening the hip.",
        ),
        (
            90.0,
            240.0,
            "This week so far: mostly opening the hip, 4 minutes, and 90 seconds of bending.",
        ),
    ],
)
def test_the_balance_of_the_week_is_told_as_it_is(bent: float, opened: float, words: str) -> None:
    # What counts is the side that had less.
    balance = Balance(Seconds(bent + 60.0, bent), Seconds(opened, opened + 60.0))
    assert words == balance_words(balance)


def test_breaks_are_told_from_the_first_one() -> None:
    assert ["", "1 stretch break today", "3 stretch breaks today"] == [
        break_words(taken) for taken in (0, 1, 3)
    ]


def test_every_state_of_a_day_has_a_sentence_of_its_own() -> None:
    sentences = [dot_words(state, MONDAY) for state in DotState]
    assert len(DotState) == len({*sentences})
    assert all(sentence.startswith("Monday 5 January: ") for sentence in sentences)


@pytest.mark.parametrize(
    ("language", "short", "day", "full"),
    [
        ("en", "Sun", "Sunday 1 March", "Sunday 1 March 2026"),
        ("de", "So", "Sonntag, 1. März", "Sonntag, 1. März 2026"),
        ("es", "dom", "domingo, 1 de marzo", "Domingo, 1 de marzo de 2026"),
    ],
)
def test_days_are_named_as_the_language_names_them(
    language: str, short: str, day: str, full: str
) -> None:
    use_language(language)
    sunday = date(2026, 3, 1)
    assert (short, day, full) == (weekday_short(sunday), day_words(sunday), full_day_words(sunday))


@pytest.mark.parametrize("language", languages())
def test_all_days_and_months_have_names_of_their_own(language: str) -> None:
    use_language(language)
    week = [MONDAY + timedelta(days=ahead) for ahead in range(7)]
    assert 7 == len({weekday_short(day) for day in week})
    months = [date(2026, month, 1) for month in range(1, 13)]
    assert 12 == len({day_words(day).rpartition(" ")[2] for day in months})
