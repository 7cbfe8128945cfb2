"""Cards side by side, however wide their words are."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hipcoach.ui.pieces import Button, CardGrid, frame, row


def card(words: str) -> QWidget:
    return frame("card", row(Button(words)))


@pytest.fixture
def grid(qtbot: QtBot) -> CardGrid:
    made = CardGrid(100)
    qtbot.addWidget(made)
    return made


def places(cards: list[QWidget]) -> list[tuple[int, int]]:
    """(row, column) of each card."""
    tops = sorted({one.y() for one in cards})
    lefts = sorted({one.x() for one in cards})
    return [(tops.index(one.y()), lefts.index(one.x())) for one in cards]


def test_as_many_stand_in_a_row_as_the_widest_has_room(grid: CardGrid, qtbot: QtBot) -> None:
    cards = [card("Start"), card("Save and then go on from here"), card("Stop")]
    grid.set_cards(cards)
    wide = cards[1].minimumSizeHint().width()
    grid.resize(2 * wide + 40, 300)
    grid.show()
    qtbot.waitUntil(lambda: [(0, 0), (0, 1), (1, 0)] == places(cards))
    grid.resize(2 * wide - 40, 300)
    qtbot.waitUntil(lambda: [(0, 0), (1, 0), (2, 0)] == places(cards))


def test_a_grid_needs_no_more_than_its_widest_card(grid: CardGrid) -> None:
    cards = [card("Start"), card("Save and then go on from here"), card("Stop")]
    grid.set_cards(cards)
    grid.resize(2000, 300)
    assert cards[1].minimumSizeHint().width() == grid.minimumSizeHint().width()


def test_an_empty_grid_needs_nothing(grid: CardGrid) -> None:
    assert 0 == grid.minimumSizeHint().width()
