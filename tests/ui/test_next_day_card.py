"""How a session felt on the day after: a few taps or keys, and nothing is forced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hipcoach.app.phrases.next_day import asked_words, kept_words
from hipcoach.app.phrases.safety import flag_words
from hipcoach.app.plan_snapshots import Asked, Told
from hipcoach.app.words import use_language
from hipcoach.core.plan_log import Reply, Soreness
from hipcoach.core.safety import RedFlag
from hipcoach.ui.flag_list import FlagList
from hipcoach.ui.next_day_card import NextDayCard
from hipcoach.ui.tick import Tick
from tests.ui.page_stand import button, click, nameless, press, settle, show, told

Key = Qt.Key
MONDAY, TUESDAY, WEDNESDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)
NOW = Asked(TUESDAY, 1, asked_words(TUESDAY, 1, WEDNESDAY))
BEFORE = Asked(MONDAY, 1, asked_words(MONDAY, 1, WEDNESDAY), quiet=True)
FELT = Told(TUESDAY, 1, Reply.ANSWERED, 2, Soreness.MILD, sketchy=False)


@pytest.fixture
def card(qtbot: QtBot) -> NextDayCard:
    made = NextDayCard()
    show(qtbot, made, 900, 400)
    made.show_asked([NOW, BEFORE])
    settle()
    made.setFocus()
    return made


def _press(card: NextDayCard, *keys: Qt.Key) -> None:
    for key in keys:
        press(QApplication.focusWidget() or card, key)


def _reads(card: NextDayCard, words: str) -> bool:
    return any(words in one.text() for one in card.findChildren(QLabel) if one.isVisible())


def _tick(card: NextDayCard, flag: RedFlag) -> None:
    (tick,) = [one for one in card.findChildren(Tick) if one.text() == flag_words(flag)]
    tick.click()


def test_three_keys_answer_it_all(card: NextDayCard) -> None:
    answers = told(card.told)
    _press(card, Key.Key_2, Key.Key_M, Key.Key_Y)
    assert [FELT] == answers


def test_three_clicks_answer_it_all_in_any_order(card: NextDayCard) -> None:
    answers = told(card.told)
    for name in ("No", "7", "Severe"):
        assert [] == answers
        click(button(card, name))
    assert [Told(TUESDAY, 1, Reply.ANSWERED, 7, Soreness.SEVERE, sketchy=True)] == answers


@pytest.mark.parametrize("ten", [(Key.Key_1, Key.Key_0), (Key.Key_T,)])
def test_there_are_two_ways_to_ten(card: NextDayCard, ten: tuple[Qt.Key, ...]) -> None:
    answers = told(card.told)
    _press(card, *ten, Key.Key_1, Key.Key_2)
    assert [Told(TUESDAY, 1, Reply.ANSWERED, 10, Soreness.NONE, sketchy=True)] == answers


@pytest.mark.parametrize(
    ("key", "soreness"),
    [
        (Key.Key_1, Soreness.NONE),
        (Key.Key_N, Soreness.NONE),
        (Key.Key_2, Soreness.MILD),
        (Key.Key_M, Soreness.MILD),
        (Key.Key_3, Soreness.MODERATE),
        (Key.Key_O, Soreness.MODERATE),
        (Key.Key_4, Soreness.SEVERE),
        (Key.Key_S, Soreness.SEVERE),
    ],
)
def test_each_soreness_has_a_number_and_a_letter(
    card: NextDayCard, key: Qt.Key, soreness: Soreness
) -> None:
    answers = told(card.told)
    _press(card, Key.Key_0, key, Key.Key_Y)
    assert [Told(TUESDAY, 1, Reply.ANSWERED, 0, soreness, sketchy=False)] == answers


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_5, Key.Key_9, Key.Key_Y])
def test_keys_that_mean_nothing_answer_nothing(card: NextDayCard, key: Qt.Key) -> None:
    answers = told(card.told)
    _press(card, Key.Key_2, key, key, Key.Key_2, Key.Key_Y)
    assert [FELT] == answers


def test_backspace_goes_back(card: NextDayCard) -> None:
    answers = told(card.told)
    _press(card, Key.Key_9, Key.Key_Backspace, Key.Key_2, Key.Key_2, Key.Key_Y)
    assert [FELT] == answers


def test_a_question_may_be_left_out(card: NextDayCard) -> None:
    answers = told(card.told)
    assert not button(card, "Done").isEnabled()
    _press(card, Key.Key_Return)
    assert [] == answers
    _press(card, Key.Key_Down, Key.Key_3, Key.Key_Return)
    assert [Told(TUESDAY, 1, Reply.ANSWERED, soreness=Soreness.MODERATE)] == answers


def test_not_yet_and_not_today_are_answers(card: NextDayCard) -> None:
    answers = told(card.told)
    click(button(card, "Not yet"))
    assert _reads(card, "three hours")
    click(button(card, "Changed your mind?"))
    click(button(card, "Don’t ask today"))
    assert [Reply.NOT_YET, Reply.NOT_TODAY] == [one.reply for one in answers]
    assert {(TUESDAY, 1, None, None, None)} == {
        (one.day, one.days_after, one.pain, one.soreness, one.sketchy) for one in answers
    }


def test_what_was_kept_is_told_and_not_asked_again(card: NextDayCard) -> None:
    _press(card, Key.Key_2, Key.Key_2, Key.Key_Y)
    assert _reads(card, kept_words(FELT))
    assert not _reads(card, NOW.words)
    card.show_asked([BEFORE])
    assert _reads(card, kept_words(FELT))


def test_an_answer_can_be_given_anew(card: NextDayCard) -> None:
    answers = told(card.told)
    _press(card, Key.Key_2, Key.Key_2, Key.Key_Y)
    card.show_asked([BEFORE])
    click(button(card, "Changed your mind?"))
    assert button(card, "Mild").isChecked()
    click(button(card, "5"))
    assert 1 == len(answers)
    click(button(card, "Done"))
    assert [FELT, replace(FELT, pain=5)] == answers


def test_what_was_put_off_is_answered_as_if_for_the_first_time(card: NextDayCard) -> None:
    answers = told(card.told)
    click(button(card, "Not yet"))
    click(button(card, "Changed your mind?"))
    _press(card, Key.Key_2, Key.Key_2, Key.Key_Y)
    assert FELT == answers[-1]


@pytest.mark.parametrize("following", [[replace(NOW, day=WEDNESDAY)], [BEFORE], []])
def test_signs_are_not_lost_where_their_question_closes_meanwhile(
    card: NextDayCard, following: list[Asked]
) -> None:
    answers = told(card.told)
    click(button(card, "Something else has changed…"))
    _tick(card, RedFlag.FEVER)
    card.show_asked(following)
    settle()
    click(button(card, "Continue"))
    assert [Told(TUESDAY, 1, Reply.ANSWERED, flags=("fever",))] == answers


def test_who_finds_no_sign_goes_on_with_the_question_of_now(card: NextDayCard) -> None:
    click(button(card, "Something else has changed…"))
    now = replace(NOW, day=WEDNESDAY, words="And today?")
    card.show_asked([now])
    click(button(card, "Back"))
    assert _reads(card, now.words)


def test_after_a_while_it_can_not_be_taken_back(qtbot: QtBot) -> None:
    card = NextDayCard(undo_ms=1)
    show(qtbot, card, 900, 400)
    card.show_asked([NOW])
    card.setFocus()
    _press(card, Key.Key_2, Key.Key_2, Key.Key_Y)
    card.show_asked([])
    qtbot.waitUntil(card.isHidden)


def test_what_was_begun_stays_when_the_plan_is_folded_anew(card: NextDayCard) -> None:
    answers = told(card.told)
    _press(card, Key.Key_2, Key.Key_2)
    card.show_asked([NOW])
    _press(card, Key.Key_Y)
    assert [FELT] == answers


def test_a_day_before_can_be_filled_in(card: NextDayCard) -> None:
    answers = told(card.told)
    click(button(card, "Fill in Monday"))
    assert _reads(card, BEFORE.words)
    _press(card, Key.Key_2, Key.Key_2, Key.Key_Y)
    assert [replace(FELT, day=MONDAY)] == answers
    card.show_asked([NOW])
    assert _reads(card, NOW.words)


def test_a_quiet_question_waits_in_the_list(card: NextDayCard) -> None:
    card.show_asked([replace(NOW, quiet=True), BEFORE])
    settle()
    assert not _reads(card, NOW.words)
    assert button(card, "Fill in Tuesday").isVisible()


def test_the_second_question_is_told_apart(card: NextDayCard) -> None:
    again = Asked(TUESDAY, 2, asked_words(TUESDAY, 2, WEDNESDAY), quiet=True)
    card.show_asked([again])
    settle()
    click(button(card, "Fill in Tuesday, two days after"))
    answers = told(card.told)
    _press(card, Key.Key_2, Key.Key_2, Key.Key_Y)
    assert [replace(FELT, days_after=2)] == answers


def test_it_is_hidden_while_there_is_nothing_to_say(card: NextDayCard) -> None:
    card.show_asked([])
    assert card.isHidden()
    assert Qt.FocusPolicy.NoFocus == card.focusPolicy()
    card.show_asked([BEFORE])
    assert not card.isHidden()


def test_what_else_has_changed_goes_with_the_answer(card: NextDayCard) -> None:
    answers = told(card.told)
    _press(card, Key.Key_2)
    click(button(card, "Something else has changed…"))
    assert not button(card, "Continue").isEnabled()
    _tick(card, RedFlag.FEVER)
    click(button(card, "Continue"))
    assert [Told(TUESDAY, 1, Reply.ANSWERED, 2, flags=("fever",))] == answers
    with pytest.raises(AssertionError):
        button(card, "Changed your mind?")


def test_who_finds_no_sign_goes_on_where_they_were(card: NextDayCard) -> None:
    answers = told(card.told)
    _press(card, Key.Key_2)
    click(button(card, "Something else has changed…"))
    _press(card, Key.Key_2, Key.Key_Y)
    click(button(card, "Back"))
    assert (card.findChildren(FlagList)[0].isVisible(), []) == (False, answers)
    _press(card, Key.Key_2, Key.Key_Y)
    assert [FELT] == answers


def test_keys_for_others_are_left_alone(card: NextDayCard, qtbot: QtBot) -> None:
    answers = told(card.told)
    other = NextDayCard()
    show(qtbot, other)
    other.show_asked([BEFORE])
    other.setFocus()
    _press(other, Key.Key_2, Key.Key_2, Key.Key_Y)
    assert [] == answers


def test_letters_are_those_of_the_language(qtbot: QtBot) -> None:
    use_language("de")
    card = NextDayCard()
    show(qtbot, card, 900, 400)
    card.show_asked([NOW])
    card.setFocus()
    answers = told(card.told)
    _press(card, Key.Key_2, Key.Key_L, Key.Key_J)
    assert [FELT] == answers


@pytest.mark.parametrize("width", [560, 1200])
def test_all_answers_are_on_the_card(card: NextDayCard, width: int) -> None:
    card.resize(width, 500)
    settle()
    for name in ("0", "10", "Severe", "No", "Something else has changed…"):
        one = button(card, name)
        assert card.rect().contains(one.mapTo(card, one.rect().bottomRight()))


def test_every_control_has_a_name(card: NextDayCard) -> None:
    assert [] == nameless(card)
    click(button(card, "Something else has changed…"))
    assert [] == nameless(card)
