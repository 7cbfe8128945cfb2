"""A damaged journal: what happened, what helps, and where everything is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from hipcoach.app.rescue_snapshots import CopyCard, RescueSnapshot, Stage
from hipcoach.ui.pieces import Button
from hipcoach.ui.rescue_page import RescuePage
from tests.ui.page_stand import button, click, nameless, press, settle, show, told

NEWEST = CopyCard(Path("newer"), "Monday, 07:30", "3 sessions", readable=True, lacks="2 are not.")
BROKEN = CopyCard(Path("broken"), "Sunday, 07:30", "This copy can't be read.", readable=False)
OLDER = CopyCard(Path("older"), "Saturday, 07:30", "1 session", readable=True)
ASKED = RescueSnapshot(
    Stage.ASKED,
    "Your journal is damaged",
    ("It happens.", "Nothing is thrown away."),
    newest=NEWEST,
    file_words="The file:",
    file="/home/somebody/journal.sqlite",
    question="Really an empty one?",
)
LISTED = replace(ASKED, copies=(replace(NEWEST, lacks=""), BROKEN, OLDER))
MENDED = RescueSnapshot(Stage.MENDED, "All is well", ("You go on.",), file="aside.sqlite")
CHANGES = ("Go on from this copy", "Choose another copy", "Begin with an empty journal…")


@pytest.fixture
def page(qtbot: QtBot) -> RescuePage:
    made = RescuePage()
    made.show_snapshot(ASKED)
    show(qtbot, made, 900, 900)
    return made


def words(page: RescuePage) -> str:
    return "\n".join(
        one.text().replace("\u200b", "") for one in page.findChildren(QLabel) if one.isVisible()
    )


def offered(page: RescuePage) -> list[str]:
    return [
        one.accessibleName()
        for one in page.findChildren(Button)
        if one.isVisible() and one.isEnabled()
    ]


def test_all_is_said(page: RescuePage) -> None:
    said = words(page)

    for part in (*ASKED.words, "Monday, 07:30", "3 sessions", "2 are not.", ASKED.file):
        assert part in said
    assert [] == nameless(page)


def test_the_newest_copy_has_the_keyboard(page: RescuePage) -> None:
    chosen = told(page.copyChosen)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert [Path("newer")] == chosen


def test_another_copy_is_chosen_out_of_all(page: RescuePage, qtbot: QtBot) -> None:
    asked, chosen = told(page.othersRequested), told(page.copyChosen)
    click(button(page, "Choose another copy"))
    assert [None] == asked
    page.show_snapshot(LISTED)
    settle()

    first = button(page, "Go on from the copy of Monday, 07:30")
    qtbot.waitUntil(first.hasFocus)
    click(button(page, "Go on from the copy of Saturday, 07:30"))
    assert [Path("older")] == chosen
    assert "Go on from the copy of Sunday, 07:30" not in offered(page)
    assert "This copy can't be read." in words(page)
    assert "Go on from this copy" not in offered(page)
    assert "Choose another copy" not in offered(page)


@pytest.mark.parametrize(("answer", "begun"), [("Back", []), ("Begin with an empty one", [None])])
def test_an_empty_journal_is_asked_about_first(
    page: RescuePage, answer: str, begun: list[None]
) -> None:
    heard = told(page.emptyRequested)
    click(button(page, "Begin with an empty journal…"))
    box = page.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert ASKED.question == box.text()
    next(one for one in box.buttons() if answer == one.text().replace("&", "")).click()
    settle()

    assert begun == heard


def test_without_a_copy_an_empty_journal_is_what_helps(page: RescuePage, qtbot: QtBot) -> None:
    page.show_snapshot(replace(ASKED, newest=None))
    page.setFocus()

    assert [*CHANGES[2:], "Decide later", "Close HipCoach"] == offered(page)
    qtbot.waitUntil(button(page, CHANGES[2]).hasFocus)


def test_while_something_is_done_nothing_else_can_be(page: RescuePage) -> None:
    page.show_snapshot(replace(LISTED, stage=Stage.BUSY, trouble="Working…"))
    settle()

    assert ["Decide later", "Close HipCoach"] == offered(page)
    assert "Working…" in words(page)


def test_what_did_not_help_is_said(page: RescuePage) -> None:
    page.show_snapshot(replace(ASKED, trouble="The disk is full."))
    settle()

    assert "The disk is full." in words(page)
    page.show_snapshot(ASKED)
    assert "The disk is full." not in words(page)


def test_in_the_end_one_way_leads_on(page: RescuePage, qtbot: QtBot) -> None:
    left = told(page.leaveRequested)
    page.show_snapshot(MENDED)
    settle()

    assert ["To Today"] == offered(page)
    assert "aside.sqlite" in words(page)
    assert "Monday, 07:30" not in words(page)
    qtbot.waitUntil(button(page, "To Today").hasFocus)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [None] == left


def test_nothing_has_to_be_decided_now(page: RescuePage) -> None:
    left, closed = told(page.leaveRequested), told(page.closeRequested)
    click(button(page, "Decide later"))
    click(button(page, "Close HipCoach"))

    assert ([None], [None]) == (left, closed)


def test_all_fits_into_the_smallest_window(page: RescuePage) -> None:
    page.show_snapshot(LISTED)
    page.resize(800, 520)
    settle()

    assert 800 >= page.minimumSizeHint().width()
    assert all(
        one.mapTo(page, one.rect().topRight()).x() < 800
        for one in page.findChildren(Button)
        if one.isVisible()
    )
