"""The library: looking at exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QSlider

from hipcoach.core.side import Side
from hipcoach.ui.exercise_page import ExercisePage, open_in_browser
from hipcoach.ui.library_page import LibraryPage
from hipcoach.ui.picture import Picture, PictureBook
from tests.ui.page_stand import (
    ARCH,
    BREATHING,
    KNEE_LIFT,
    LIFT,
    POSES,
    STAND,
    button,
    click,
    nameless,
    press,
    show,
    told,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipcoach.core.figure.frame import FigureFrame

NARROW, WIDE = 700, 1200


class Opened(list[str]):
    """The addresses that were opened."""


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def book() -> PictureBook:
    return PictureBook(POSES)


@pytest.fixture
def page(qtbot: QtBot, opened: Opened, book: PictureBook) -> LibraryPage:
    made = LibraryPage(book, opened.append)
    made.set_still(still=True)
    made.show_snapshot((KNEE_LIFT, BREATHING))
    show(qtbot, made, WIDE)
    return made


def _texts(page: LibraryPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def _exercise(page: LibraryPage) -> ExercisePage:
    found = page.findChild(ExercisePage)
    assert isinstance(found, ExercisePage)
    return found


def _frame(page: LibraryPage) -> FigureFrame:
    found = page.findChild(Picture)
    assert isinstance(found, Picture)
    assert found.frame_shown is not None
    return found.frame_shown


def _list(page: LibraryPage) -> QListWidget:
    found = page.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def _slider(page: LibraryPage) -> QSlider:
    found = page.findChild(QSlider)
    assert isinstance(found, QSlider)
    return found


def test_all_that_is_to_be_known_is_said(page: LibraryPage) -> None:
    texts = _texts(page)
    for words in (
        KNEE_LIFT.summary,
        *KNEE_LIFT.how,
        *KNEE_LIFT.goals,
        KNEE_LIFT.feel,
        *(words for fault in KNEE_LIFT.faults for words in fault),
        *KNEE_LIFT.safety,
        KNEE_LIFT.dose,
        *KNEE_LIFT.props,
        *KNEE_LIFT.rungs[0],
    ):
        assert words in texts
    assert any(KNEE_LIFT.muscles[0] in text for text in texts)


def test_the_arrow_keys_walk_through_the_list(page: LibraryPage) -> None:
    page.setFocus()
    assert _list(page) is QApplication.focusWidget()
    press(_list(page), Qt.Key.Key_Down)
    assert "Breathing" in _texts(page)
    assert STAND == _frame(page).pose
    press(_list(page), Qt.Key.Key_Up)
    assert "Knee lift" in _texts(page)


def test_the_side_turns_the_picture(page: LibraryPage) -> None:
    assert Side.RIGHT is _frame(page).side
    click(button(page, "Left side"))
    assert Side.LEFT is _frame(page).side
    assert LIFT == _frame(page).pose


def test_what_has_no_sides_offers_none(page: LibraryPage) -> None:
    page.show_exercise("breathing")
    assert _frame(page).side is None
    assert not _slider(page).isVisible()
    with pytest.raises(AssertionError):
        button(page, "Left side")


def test_the_ladder_shows_the_variant(page: LibraryPage) -> None:
    press(_slider(page), Qt.Key.Key_Right)
    assert POSES["knee-lift/high"] == _frame(page).pose
    texts = _texts(page)
    assert "High" in texts
    assert "All the way." in texts
    assert "Low" not in texts


def test_the_worst_fault_is_drawn(page: LibraryPage) -> None:
    wrong = page.findChildren(Picture)[1]
    assert wrong.frame_shown is not None
    assert ARCH == wrong.frame_shown.pose
    assert KNEE_LIFT.faults[0][0] in wrong.accessibleName()
    assert not wrong.grab().isNull()


def test_the_picture_moves_there_and_back_only_while_it_is_seen(
    page: LibraryPage, qtbot: QtBot
) -> None:
    page.set_still(still=False)
    assert _exercise(page).moving
    qtbot.waitUntil(lambda: _frame(page).pose not in {STAND, LIFT}, timeout=5000)
    page.hide()
    assert not _exercise(page).moving
    page.show()
    assert _exercise(page).moving


def test_with_less_motion_the_end_pose_stands_still(page: LibraryPage) -> None:
    page.set_still(still=False)
    page.set_still(still=True)
    assert not _exercise(page).moving
    assert LIFT == _frame(page).pose
    page.hide()
    page.show()
    assert not _exercise(page).moving


def test_a_source_is_opened_by_a_click_and_not_before(page: LibraryPage, opened: Opened) -> None:
    assert [] == opened
    link = button(page, "Open in the browser: A book")
    assert "https://example.org/book" == link.toolTip()
    assert "A click opens your web browser." in _texts(page)
    click(link)
    assert ["https://example.org/book"] == opened


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/", True),
        ("http://example.org/", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("", False),
    ],
)
def test_nothing_but_a_web_page_is_ever_opened(
    monkeypatch: pytest.MonkeyPatch, address: str, shown: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    open_in_browser(address)
    assert ([address] if shown else []) == asked


def test_an_exercise_can_be_tried(page: LibraryPage) -> None:
    tried = told(page.tryExerciseRequested)
    click(button(page, "Try Knee lift"))
    assert ["knee-lift"] == tried


def test_where_it_is_narrow_list_and_exercise_take_turns(page: LibraryPage) -> None:
    page.resize(NARROW, 600)
    assert _list(page).isVisible()
    assert not _exercise(page).isVisible()
    page.setFocus()
    press(_list(page), Qt.Key.Key_Down)
    press(_list(page), Qt.Key.Key_Return)
    assert not _list(page).isVisible()
    assert "Breathing" in _texts(page)
    assert button(page, "All exercises") is QApplication.focusWidget()
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert _list(page).isVisible()
    assert _list(page) is QApplication.focusWidget()


def test_a_click_opens_the_exercise_where_it_is_narrow(page: LibraryPage) -> None:
    page.resize(NARROW, 600)
    spot = _list(page).visualItemRect(_list(page).item(1)).center()
    click(_list(page).viewport(), spot)
    assert _exercise(page).isVisible()
    page.resize(WIDE, 600)
    assert _list(page).isVisible()


def test_the_list_draws_itself_and_another_look_draws_it_again(
    page: LibraryPage, book: PictureBook
) -> None:
    before = _list(page).item(0).icon().cacheKey()
    book.changed.emit()
    assert before != _list(page).item(0).icon().cacheKey()
    assert not _list(page).grab().isNull()


def test_the_list_is_read_out_with_the_position(page: LibraryPage) -> None:
    read = _list(page).item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Breathing, Lying" == read


def test_every_control_has_a_name(page: LibraryPage) -> None:
    assert [] == nameless(page)
