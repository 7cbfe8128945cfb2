"""The plan on the Today page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from hipcoach.app.plan_snapshots import PlanSnapshot
from hipcoach.app.snapshots import RoutineCard
from hipcoach.core.safety import advice
from hipcoach.ui.muscle_minutes import MinutesBar
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.pieces import Button, label
from hipcoach.ui.today_page import TodayPage
from tests.ui.page_stand import POSES, TODAY, button, click, nameless, press, settle, show, told
from tests.ui.plan_stand import (
    DUE,
    MONDAY,
    MUSCLES,
    OFFER,
    REST,
    STOPPED,
    STOPPED_BY_PINCHES,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EVENING = RoutineCard("evening", "Evening", "To end the day.", "10 min", 600.0, (), "knee-lift/low")
THREE = replace(TODAY, routines=(*TODAY.routines, EVENING))


@pytest.fixture
def page(qtbot: QtBot) -> TodayPage:
    made = TodayPage(PictureBook(POSES))
    made.show_snapshot(THREE)
    show(qtbot, made)
    return made


def _texts(page: TodayPage) -> list[str]:
    settle()
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def _buttons(page: TodayPage) -> list[str]:
    settle()
    return [one.accessibleName() for one in page.findChildren(Button) if one.isVisible()]


def test_the_plan_says_what_is_due_and_why(page: TodayPage) -> None:
    page.show_plan(replace(DUE, balance_words="Bend more.", break_words="3 breaks."))
    texts = _texts(page)
    for words in (
        "Due today.",
        "Because it felt fine.",
        "2 of 3–4 this week.",
        "Bend more.",
        "3 breaks.",
        "Nothing done yet.",
    ):
        assert words in texts


def test_what_there_is_not_to_say_takes_no_room(page: TodayPage) -> None:
    page.show_plan(replace(DUE, balance_words="", break_words=""))
    assert "" not in _texts(page)


def test_the_suggested_routine_has_the_one_big_start(page: TodayPage) -> None:
    page.show_plan(replace(DUE, routine="evening"))
    started = told(page.startRequested)
    settle()
    big = [one for one in page.findChildren(Button) if one.property("big") and one.isVisible()]
    assert ["Start Evening"] == [one.accessibleName() for one in big]
    page.setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert ["evening"] == started
    assert {"Start Gentle", "Start Desk"} <= {*_buttons(page)}


def test_a_routine_that_is_gone_leaves_the_first_in_its_place(page: TodayPage) -> None:
    page.show_plan(replace(DUE, routine="gone"))
    assert button(page, "Start Gentle").property("big")


def test_the_same_suggestion_is_not_built_again(page: TodayPage) -> None:
    page.show_plan(DUE)
    before = button(page, "Start Gentle")
    page.show_plan(replace(DUE, week_words="3 of 3–4 this week."))
    assert before is button(page, "Start Gentle")


def test_the_keyboard_stays_on_the_start_when_another_routine_is_suggested(
    page: TodayPage,
) -> None:
    page.setFocus()
    page.show_plan(replace(REST, routine="evening"))
    settle()
    assert button(page, "Practise anyway: Evening") is QApplication.focusWidget()


def test_a_rest_day_says_a_calm_word_before_it_starts(page: TodayPage) -> None:
    page.show_plan(REST)
    started = told(page.startRequested)
    assert "Start Gentle" not in _buttons(page)
    assert "More than the plan." not in _texts(page)
    click(button(page, "Practise anyway: Gentle"))
    assert "More than the plan." in _texts(page)
    assert [] == started
    click(button(page, "Start now: Gentle"))
    assert ["gentle"] == started
    assert "More than the plan." not in _texts(page)


def test_a_rest_day_can_be_overruled_by_two_presses_of_enter(page: TodayPage) -> None:
    page.show_plan(REST)
    started = told(page.startRequested)
    page.setFocus()
    for _press in range(2):
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert ["gentle"] == started


def test_who_rests_after_all_is_back_where_they_were(page: TodayPage) -> None:
    page.show_plan(REST)
    started = told(page.startRequested)
    click(button(page, "Practise anyway: Gentle"))
    click(button(page, "Rest today"))
    assert button(page, "Practise anyway: Gentle") is QApplication.focusWidget()
    assert "More than the plan." not in _texts(page)
    assert [] == started


def test_any_other_practice_says_the_word_and_a_stretch_break_does_not(page: TodayPage) -> None:
    page.show_plan(REST)
    assert {"Practise anyway: Evening", "Start Desk"} <= {*_buttons(page)}


def test_the_key_of_the_start_opens_the_word_on_a_rest_day(page: TodayPage, qtbot: QtBot) -> None:
    page.show_plan(REST)
    press(page, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "More than the plan." in _texts(page))


def test_the_word_is_scrolled_to_where_the_window_is_low(qtbot: QtBot) -> None:
    page = TodayPage(PictureBook(POSES))
    page.show_snapshot(THREE)
    page.show_plan(REST)
    show(qtbot, page, 760, 420)
    click(button(page, "Practise anyway: Gentle"))
    go = button(page, "Start now: Gentle")
    qtbot.waitUntil(lambda: go.visibleRegion().boundingRect() == go.rect())


def test_when_the_day_has_come_it_starts_at_once_again(page: TodayPage) -> None:
    page.show_plan(REST)
    click(button(page, "Practise anyway: Gentle"))
    page.show_plan(DUE)
    assert "More than the plan." not in _texts(page)
    started = told(page.startRequested)
    click(button(page, "Start Gentle"))
    assert ["gentle"] == started


def test_what_speaks_against_it_holds_on_a_rest_day_too(page: TodayPage) -> None:
    page.show_plan(REST)
    page.show_snapshot(replace(THREE, blocked_words="Please ask first."))
    started = told(page.startRequested)
    click(button(page, "Practise anyway: Gentle"))
    assert ([], False) == (started, "More than the plan." in _texts(page))


def test_why_is_asked_for_today_and_for_a_day_of_the_week(page: TodayPage) -> None:
    page.show_plan(DUE)
    asked = told(page.whyRequested)
    click(button(page, "Why is the plan like this?"))
    page.setFocus()
    focused = QApplication.focusWidget()
    while focused is not None and not focused.accessibleName().startswith("Wed"):
        press(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    press(focused, Qt.Key.Key_Home)
    press(focused, Qt.Key.Key_Return)
    assert [None, MONDAY] == asked
    page.clearFocus()


def test_the_offer_has_two_answers_of_one_size(page: TodayPage) -> None:
    page.show_plan(OFFER)
    accepted, declined = told(page.acceptRequested), told(page.declineRequested)
    yes, no = button(page, "Try it"), button(page, "Stay at 3–4 a week")
    assert yes.size() == no.size()
    assert yes.property("role") == no.property("role")
    click(yes)
    click(no)
    assert ([None], [None]) == (accepted, declined)
    page.show_plan(DUE)
    assert "Up to daily?" not in _texts(page)


def test_minutes_by_muscle_are_told_to_who_asks(page: TodayPage) -> None:
    page.show_plan(replace(DUE, muscles=MUSCLES))
    assert "calf" not in _texts(page)
    click(button(page, "Minutes by muscle"))
    texts = _texts(page)
    told_now = ("buttock", "11 min", "calf", "3 min", "low back", "0 min")
    assert list(told_now) == [text for text in texts if text in told_now]
    calf = next(one for one in page.findChildren(QLabel) if one.text() == "calf")
    assert "calf: 3 min" == calf.accessibleName()
    page.show_plan(replace(DUE, muscles=MUSCLES[:1]))
    assert "calf" not in _texts(page)
    click(button(page, "Minutes by muscle"))
    assert "buttock" not in _texts(page)


def test_without_any_minutes_nobody_is_asked_to_look(page: TodayPage) -> None:
    page.show_plan(DUE)
    assert "Minutes by muscle" not in _buttons(page)


def test_more_minutes_make_a_longer_bar(qtbot: QtBot) -> None:
    lengths = []
    for minutes in (0.0, 3.0, 7.0, 11.0, 12.0, 40.0):
        bar = MinutesBar(minutes)
        qtbot.addWidget(bar)
        colours = bar.palette()
        colours.setColor(QPalette.ColorRole.Accent, QColor("red"))
        bar.setPalette(colours)
        bar.resize(240, bar.sizeHint().height())
        image = bar.grab().toImage()
        row = image.height() // 2 - 1
        lengths.append(sum(image.pixelColor(x, row) == QColor("red") for x in range(240)))
    assert 0 == lengths[0]
    assert sorted({*lengths[:5]}) == lengths[:5]
    # What goes beyond the end goes no further.
    assert lengths[4] == lengths[5]


def test_under_a_stop_it_says_what_to_do_and_nothing_can_be_started(page: TodayPage) -> None:
    page.show_snapshot(replace(THREE, unfinished_words="Go on?", blocked_words="Ask first."))
    page.self_check.show_words("Where do your hips stand?")
    page.show_plan(replace(STOPPED, offer_words="Up to daily?"))
    went_on = told(page.resumeRequested)
    click(button(page, "Go on"))
    assert [] == went_on
    texts = _texts(page)
    assert "Please get medical advice today" in texts
    assert any("Fever" in text for text in texts)
    # What was asked elsewhere is said once, and nothing else is offered.
    for words in (
        "Ask first.",
        "Up to daily?",
        "Where do your hips stand?",
        "Or another one",
        "Nothing done yet.",
    ):
        assert words not in texts
    starts = ("Start", "Practise", "New")
    assert [] == [name for name in _buttons(page) if name.startswith(starts)]


def test_an_emergency_looks_like_one(page: TodayPage) -> None:
    page.show_plan(replace(STOPPED, stop=advice(["saddle-numbness"])))
    assert "Please get emergency help now" in _texts(page)


def test_a_stop_without_a_sign_says_what_happened(page: TodayPage) -> None:
    page.show_plan(STOPPED_BY_PINCHES)
    texts = _texts(page)
    assert "Three pinches." in texts
    assert "You ticked:" not in texts


def test_from_a_stop_one_gets_to_the_clearance_and_to_the_reasons(page: TodayPage) -> None:
    page.show_plan(STOPPED)
    cleared, asked = told(page.clearanceRequested), told(page.whyRequested)
    click(button(page, "I have been cleared…"))
    click(button(page, "Why is the plan like this?"))
    assert ([None], [None]) == (cleared, asked)


def test_the_keyboard_is_never_on_what_is_hidden_by_a_stop(page: TodayPage) -> None:
    page.setFocus()
    page.show_plan(STOPPED)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert "Why is the plan like this?" == focused.accessibleName()
    assert focused.isVisible()


def test_after_a_stop_it_can_be_started_again(page: TodayPage) -> None:
    page.show_plan(STOPPED)
    page.show_plan(DUE)
    started = told(page.startRequested)
    click(button(page, "Start Gentle"))
    assert ["gentle"] == started
    assert "Please get medical advice today" not in _texts(page)


def test_without_a_plan_the_page_is_what_it_was(page: TodayPage) -> None:
    page.show_plan(DUE)
    page.show_plan(None)
    texts = _texts(page)
    assert "Due today." not in texts
    assert "Nothing done yet." in texts
    assert "Why is the plan like this?" not in _buttons(page)


def test_nothing_jumps_when_the_plan_comes(page: TodayPage) -> None:
    page.expect_plan()
    settle()
    start = button(page, "Start Gentle")
    before = start.mapTo(page, start.rect().topLeft())
    page.show_plan(DUE)
    settle()
    assert before == start.mapTo(page, start.rect().topLeft())


def test_before_anything_is_known_nothing_is_offered(qtbot: QtBot) -> None:
    page = TodayPage(PictureBook(POSES))
    page.expect_plan()
    show(qtbot, page)
    assert (["Today"], []) == (_texts(page), _buttons(page))


def test_while_the_plan_is_expected_nobody_can_ask_why(page: TodayPage) -> None:
    page.expect_plan()
    assert "Why is the plan like this?" not in _buttons(page)


def test_a_plan_that_is_there_is_not_forgotten_while_another_is_expected(page: TodayPage) -> None:
    page.show_plan(DUE)
    page.expect_plan()
    assert "Due today." in _texts(page)


def test_a_card_of_someone_else_stands_above_the_plan_and_comes_first(page: TodayPage) -> None:
    card = Button("How was it?")
    page.show_plan(DUE)
    page.add_card(card)
    settle()
    dot = next(one for one in page.findChildren(QLabel) if one.text() == "Due today.")
    assert (
        card.mapTo(page, card.rect().bottomLeft()).y() < dot.mapTo(page, dot.rect().topLeft()).y()
    )
    card.setFocus()
    press(card, Qt.Key.Key_Tab)
    assert "Why is the plan like this?" == _focused()


def test_tab_goes_through_the_plan_as_one_reads(page: TodayPage) -> None:
    page.show_plan(OFFER)
    names: list[str] = []
    button(page, "Why is the plan like this?").setFocus()
    while _focused() not in names:
        names.append(_focused())
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [
        "Why is the plan like this?",
        "Wed: due.",
        "Start Gentle",
        "Duplicate and change Gentle",
        "Gentle. Sound: as in settings",
        "Try it",
        "Stay at 3–4 a week",
        "New routine",
    ] == names[:8]


def _focused() -> str:
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused else ""


@pytest.mark.parametrize("plan", [DUE, REST, OFFER, STOPPED], ids=lambda plan: plan.headline)
def test_every_control_has_a_name(page: TodayPage, plan: PlanSnapshot) -> None:
    page.show_plan(plan)
    page.add_card(label("Words alone."))
    assert [] == nameless(page)


@pytest.mark.parametrize("plan", [DUE, REST], ids=["due", "rest"])
def test_the_big_button_is_never_cut(qtbot: QtBot, plan: PlanSnapshot) -> None:
    page = TodayPage(PictureBook(POSES))
    page.show_snapshot(THREE)
    page.show_plan(plan)
    show(qtbot, page, 480, 560)
    big = [one for one in page.findChildren(Button) if one.property("big") and one.isVisible()]
    assert [True] == [one.width() >= one.sizeHint().width() >= 200 for one in big]


@pytest.mark.parametrize(("width", "beside"), [(1000, True), (500, False)])
def test_where_it_is_narrow_the_start_stands_above_the_picture(
    qtbot: QtBot, width: int, beside: bool
) -> None:
    page = TodayPage(PictureBook(POSES))
    page.show_snapshot(THREE)
    page.show_plan(DUE)
    show(qtbot, page, width, 560)
    start, picture = button(page, "Start Gentle"), page.findChild(Picture, "first")
    assert isinstance(picture, Picture)
    bottom = start.mapTo(page, start.rect().bottomLeft()).y()
    assert beside is (picture.mapTo(page, picture.rect().topLeft()).y() < bottom)


@pytest.mark.parametrize("width", [780, 560, 420])
def test_nothing_is_wider_than_a_narrow_window(qtbot: QtBot, width: int) -> None:
    page = TodayPage(PictureBook(POSES))
    page.show_snapshot(THREE)
    page.show_plan(OFFER)
    show(qtbot, page, width, 560)
    for one in page.findChildren(Button):
        if one.isVisible():
            assert width >= one.mapTo(page, one.rect().topRight()).x(), one.accessibleName()
