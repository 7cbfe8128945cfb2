"""The theme: colours that can be read, and that follow the system or the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from hipcoach.ui.measures import Measures, believed, density, mm
from hipcoach.ui.qss import style_sheet
from hipcoach.ui.theme import Theme, palette
from hipcoach.ui.tokens import DARK, HIGH_CONTRAST, LIGHT, THEMES, Tokens, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TEXT = 4.5
SIGN = 3.0
"""Least contrast of text, and of what tells a control from its ground (WCAG 2.2, 1.4.3, 1.4.11)."""


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:  # noqa: ARG001 - there must be an application
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Theme(application)
    yield made
    made.choose("light")
    application.setStyleSheet("")
    made.deleteLater()


def _texts(tokens: Tokens) -> list[tuple[str, str]]:
    grounds = (tokens.window, tokens.surface, tokens.sunken)
    return [
        *((ink, ground) for ink in (tokens.ink, tokens.ink_soft) for ground in grounds),
        *((tokens.accent, ground) for ground in grounds),
        *((tokens.danger, ground) for ground in grounds),
        (tokens.on_accent, tokens.accent),
        (tokens.on_accent, tokens.accent_hover),
        (tokens.on_accent, tokens.accent_pressed),
        (tokens.on_accent_soft, tokens.accent_soft),
        (tokens.on_danger, tokens.danger),
        (tokens.on_danger_soft, tokens.danger_soft),
        (tokens.on_notice_soft, tokens.notice_soft),
        (tokens.on_left, tokens.left),
        (tokens.on_right, tokens.right),
    ]


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_every_text_can_be_read_on_its_ground(tokens: Tokens) -> None:
    weak = [(ink, ground) for ink, ground in _texts(tokens) if contrast(ink, ground) < TEXT]
    assert [] == weak


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_controls_and_the_focus_ring_stand_out(tokens: Tokens) -> None:
    grounds = (tokens.window, tokens.surface, tokens.sunken)
    signs = [(sign, ground) for sign in (tokens.edge, tokens.focus) for ground in grounds]
    assert [] == [pair for pair in signs if contrast(*pair) < SIGN]


def test_high_contrast_is_far_above_the_rest() -> None:
    assert 21 == pytest.approx(contrast(HIGH_CONTRAST.ink, HIGH_CONTRAST.window))
    assert 7 < min(contrast(ink, ground) for ink, ground in _texts(HIGH_CONTRAST))


def test_contrast_is_as_the_standard_says() -> None:
    assert 1 == pytest.approx(contrast("#777777", "#777777"))
    assert 4.48 == pytest.approx(contrast("#777777", "#ffffff"), abs=0.01)
    assert contrast("#0000ff", "#ffffff") == contrast("#ffffff", "#0000ff")


def test_a_choice_changes_palette_and_sheet_at_once(theme: Theme, qtbot: QtBot) -> None:
    theme.choose("light")
    with qtbot.waitSignal(theme.changed) as told:
        theme.choose("dark")
    assert [DARK] == told.args
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert DARK.window == application.palette().color(QPalette.ColorRole.Window).name()
    assert DARK.accent in application.styleSheet()
    theme.choose("high-contrast")
    assert HIGH_CONTRAST.accent in application.styleSheet()


def test_the_same_choice_again_costs_nothing(theme: Theme, qtbot: QtBot) -> None:
    theme.choose("dark")
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")


def test_larger_text_makes_everything_larger(theme: Theme) -> None:
    theme.choose("light")
    before = theme.measures
    theme.choose("light", text_percent=200)
    assert 2 * before.base == theme.measures.base
    assert 2 * before.space(4) == theme.measures.space(4)


def test_pictures_stand_still_where_it_is_asked_for(theme: Theme) -> None:
    theme.choose("light", motion="on")
    assert theme.reduced_motion
    theme.choose("light", motion="off")
    assert not theme.reduced_motion


def test_the_sheet_has_no_holes() -> None:
    assert "$" not in style_sheet(LIGHT, Measures())
    assert "-0px" not in style_sheet(LIGHT, Measures(1))


def test_text_that_is_off_is_still_in_the_palette() -> None:
    disabled = palette(LIGHT).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert LIGHT.ink_soft == disabled.name()


@pytest.mark.parametrize(
    ("reported", "logical", "expected"),
    [
        ((96.0, 96.0), 96.0, 96.0),
        ((163.0, 161.0), 96.0, 162.0),
        ((42.0, 42.0), 96.0, 42.0),
        ((0.0, 0.0), 96.0, 96.0),
        ((2540.0, 2540.0), 120.0, 120.0),
        ((60.0, 110.0), 96.0, 96.0),
        ((float("inf"), float("inf")), 96.0, 96.0),
        ((float("nan"), float("nan")), 96.0, 96.0),
        ((5.0, 5.0), 0.0, 96.0),
    ],
)
def test_a_screen_is_believed_only_where_it_can_be_true(
    reported: tuple[float, float], logical: float, expected: float
) -> None:
    assert expected == believed(*reported, logical)


def test_who_sits_nearer_needs_less(qtbot: QtBot) -> None:  # noqa: ARG001 - for the screen
    screen = QApplication.primaryScreen()
    assert density(screen) * 52 == pytest.approx(mm(52, screen), abs=0.5)
    assert mm(52, screen) == pytest.approx(3 * mm(52, screen, 1.0), abs=2)
    assert 1 == mm(0.0, screen)
    assert 96 / 25.4 == density(None)
