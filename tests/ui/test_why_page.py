"""Why the plan of a day is as it is, and the days around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from hipcoach.ui.pieces import Button
from hipcoach.ui.why_page import WhyPage
from tests.ui.page_stand import button, click, nameless, press, settle, show, told
from tests.ui.plan_stand import NOT_KEPT, WHY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EARLIER, LATER = "The day before", "The day after"


@pytest.fixture
def page(qtbot: QtBot) -> WhyPage:
    made = WhyPage()
    made.show_snapshot(WHY)
    show(qtbot, made)
    return made


def _texts(page: WhyPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_it_says_the_day_the_evidence_the_rule_and_what_would_change_it(page: WhyPage) -> None:
    texts = _texts(page)
    for words in (WHY.title, WHY.headline, *WHY.evidence, WHY.rule, *WHY.change, "Version 1."):
        assert words in texts
    titles = ("What it rests on", "The rule", "What would change it")
    assert list(titles) == [text for text in texts if text in titles]


def test_a_day_without_a_plan_says_so_and_nothing_else(page: WhyPage) -> None:
    page.show_snapshot(NOT_KEPT)
    texts = _texts(page)
    assert "Nothing kept." in texts
    for words in ("What it rests on", "The rule", "What would change it", *WHY.evidence, ""):
        assert words not in texts


def test_another_day_takes_the_place_of_the_first(page: WhyPage) -> None:
    page.show_snapshot(replace(WHY, evidence=("Sunday felt fine.",)))
    assert "Monday felt fine." not in _texts(page)


def test_the_buttons_go_to_the_days_around_it(page: WhyPage) -> None:
    days = told(page.dayRequested)
    click(button(page, EARLIER))
    click(button(page, LATER))
    assert [WHY.earlier, WHY.later] == days


@pytest.mark.parametrize(
    ("key", "modifier", "earlier"),
    [
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, True),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, False),
    ],
)
def test_keys_go_to_the_days_around_it(
    page: WhyPage, key: Qt.Key, modifier: Qt.KeyboardModifier, earlier: bool
) -> None:
    days = told(page.dayRequested)
    press(page, key, modifier)
    assert [WHY.earlier if earlier else WHY.later] == days


def test_where_no_other_day_was_kept_there_is_no_way_to_it(page: WhyPage) -> None:
    page.show_snapshot(replace(WHY, earlier=None, later=None))
    days = told(page.dayRequested)
    for name, key in ((EARLIER, Qt.Key.Key_PageUp), (LATER, Qt.Key.Key_PageDown)):
        assert not button(page, name).isEnabled()
        press(page, key)
    assert [] == days


def test_esc_goes_back(page: WhyPage) -> None:
    left = told(page.leaveRequested)
    press(page, Qt.Key.Key_Escape)
    page.setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [None, None] == left


def test_a_long_list_is_read_with_the_arrow_keys(qtbot: QtBot) -> None:
    page = WhyPage()
    page.show_snapshot(replace(WHY, evidence=tuple(f"Day {day}." for day in range(40))))
    show(qtbot, page, 600, 300)
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    press(page, Qt.Key.Key_Down)
    down = bar.value()
    assert 0 < down
    press(page, Qt.Key.Key_Up)
    assert 0 == bar.value()
    bar.setValue(down)
    page.show_snapshot(WHY)
    assert 0 == bar.value()


def test_ones_own_limit_can_be_lifted_where_there_is_one(page: WhyPage) -> None:
    page.show_snapshot(replace(WHY, may_lift=True))
    lifted = told(page.liftRequested)
    settle()
    click(button(page, "Allow up to daily"))
    assert [None] == lifted
    page.show_snapshot(WHY)
    settle()
    assert [] == [one for one in page.findChildren(Button) if "daily" in one.text()]


def test_every_control_has_a_name(page: WhyPage) -> None:
    assert [] == nameless(page)
