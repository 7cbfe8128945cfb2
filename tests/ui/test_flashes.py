"""What hears of parts that are windows for a moment, which every test of widgets relies on."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Flashes


def test_a_part_that_is_shown_before_it_has_its_place_is_heard(
    qtbot: QtBot, flashes: Flashes
) -> None:
    page, part = QWidget(), QLabel("part")
    qtbot.addWidget(page)
    part.show()
    part.setParent(page)
    assert ["QLabel"] == flashes.names
    flashes.names.clear()


def test_a_stack_that_belongs_to_nobody_yet_is_heard(qtbot: QtBot, flashes: Flashes) -> None:
    page, stack = QWidget(), QStackedLayout()
    qtbot.addWidget(page)
    stack.addWidget(QLabel("first"))
    page.setLayout(stack)
    assert ["QLabel"] == flashes.names
    flashes.names.clear()


def test_windows_and_parts_in_their_place_are_none(qtbot: QtBot, flashes: Flashes) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    part = QLabel("part", page)
    page.show()
    part.hide()
    part.show()
    assert [] == flashes.names
