"""The library: looking at exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSlider,
)

from hipcoach.core.side import Side
from hipcoach.ui.exercise_list import EXERCISE
from hipcoach.ui.exercise_page import ExercisePage, open_in_browser
from hipcoach.ui.filter_menu import FilterMenu
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
    settle,
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


def _items(page: LibraryPage) -> dict[str, QListWidgetItem]:
    every = [_list(page).item(number) for number in range(_list(page).count())]
    return {item.data(EXERCISE): item for item in every}


def _seen(page: LibraryPage) -> list[str]:
    every = [_list(page).item(number) for number in range(_list(page).count())]
    return [item.text() for item in every if not item.isHidden()]


def _field(page: LibraryPage) -> QLineEdit:
    found = page.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def _filter(page: LibraryPage, name: str) -> FilterMenu:
    menus = page.findChildren(FilterMenu)
    return next(one for one in menus if one.accessibleName().startswith(f"{name}:"))


def _choose(menu: FilterMenu, choice: str) -> None:
    next(one for one in menu.menu().actions() if one.text() == choice).trigger()


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
    spot = _list(page).visualItemRect(_items(page)["breathing"]).center()
    click(_list(page).viewport(), spot)
    assert _exercise(page).isVisible()
    page.resize(WIDE, 600)
    assert _list(page).isVisible()


def test_the_list_draws_itself_and_another_look_draws_it_again(
    page: LibraryPage, book: PictureBook
) -> None:
    before = _items(page)["knee-lift"].icon().cacheKey()
    book.changed.emit()
    assert before != _items(page)["knee-lift"].icon().cacheKey()
    assert not _list(page).grab().isNull()


def test_the_list_is_read_out_with_position_and_length(page: LibraryPage) -> None:
    read = _items(page)["breathing"].data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Breathing, Seated, 45 s" == read


def test_exercises_stand_under_their_position(page: LibraryPage) -> None:
    assert ["Standing", "Knee lift", "Seated", "Breathing"] == _seen(page)


def test_a_heading_is_never_chosen(page: LibraryPage) -> None:
    click(_list(page).viewport(), _list(page).visualItemRect(_list(page).item(2)).center())
    assert "Knee lift" in _texts(page)
    assert "knee-lift" == _list(page).currentItem().data(EXERCISE)


def test_it_is_looked_for_while_one_types(page: LibraryPage) -> None:
    assert "2 exercises" in _texts(page)
    QTest.keyClicks(_field(page), "brea")
    assert ["Seated", "Breathing"] == _seen(page)
    assert "1 of 2 exercises" in _texts(page)
    assert BREATHING.name in _texts(page)
    QTest.keyClick(_field(page), Qt.Key.Key_Backspace)
    QTest.keyClicks(_field(page), "xxx")
    assert not _list(page).isVisible()
    assert any("“brexxx”" in text for text in _texts(page))


def test_from_nothing_found_one_press_leads_back_to_all(page: LibraryPage) -> None:
    before = _field(page).mapTo(page, QPoint())
    QTest.keyClicks(_field(page), "zzzz")
    settle()
    assert before == _field(page).mapTo(page, QPoint())
    click(button(page, "Show all exercises"))
    assert ["Standing", "Knee lift", "Seated", "Breathing"] == _seen(page)
    assert not _field(page).text()
    assert _field(page) is QApplication.focusWidget()


@pytest.mark.parametrize(
    ("name", "choice", "left"),
    [
        ("Goal", "Bend the hip", ["Standing", "Knee lift"]),
        ("Position", "Seated", ["Seated", "Breathing"]),
        ("At hand", "nothing at all", ["Seated", "Breathing"]),
        ("At hand", "wall", ["Standing", "Knee lift", "Seated", "Breathing"]),
        ("Time", "1 minute at most", ["Seated", "Breathing"]),
        ("Time", "2 minutes at most", ["Standing", "Knee lift", "Seated", "Breathing"]),
    ],
)
def test_a_filter_narrows_the_list_and_shows_that_it_does(
    page: LibraryPage, name: str, choice: str, left: list[str]
) -> None:
    menu = _filter(page, name)
    assert not menu.property("active")
    _choose(menu, choice)
    assert left == _seen(page)
    assert menu.property("active")
    assert f"{name}: {choice}" == menu.accessibleName()
    assert name not in menu.text()
    _choose(menu, "Any")
    assert ["Standing", "Knee lift", "Seated", "Breathing"] == _seen(page)
    assert f"{name}: any" == menu.accessibleName()


def test_several_choices_of_a_filter_go_together(page: LibraryPage) -> None:
    menu = _filter(page, "Goal")
    _choose(menu, "Bend the hip")
    _choose(menu, "Release")
    assert "Goal (2)" in menu.text()
    assert ["Standing", "Knee lift", "Seated", "Breathing"] == _seen(page)


def test_nothing_at_all_goes_with_no_prop_and_time_has_one_limit(page: LibraryPage) -> None:
    props, time = _filter(page, "At hand"), _filter(page, "Time")
    _choose(props, "wall")
    _choose(props, "nothing at all")
    assert "At hand: nothing at all" == props.accessibleName()
    _choose(props, "wall")
    assert "At hand: wall" == props.accessibleName()
    _choose(time, "1 minute at most")
    _choose(time, "5 minutes at most")
    assert "Time: 5 minutes at most" == time.accessibleName()


def test_filters_are_chosen_with_keys_and_stay_open(page: LibraryPage) -> None:
    opener = _filter(page, "Goal")
    press(opener, Qt.Key.Key_Space)
    menu = opener.menu()
    assert menu.isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        press(menu, key)
    assert menu.isVisible()
    assert "Goal: Bend the hip" == opener.accessibleName()
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert "Goal: Bend the hip, Release" == opener.accessibleName()


def test_a_click_ticks_and_the_menu_stays_open(page: LibraryPage) -> None:
    opener = _filter(page, "Goal")
    press(opener, Qt.Key.Key_Space)
    menu = opener.menu()
    action = next(one for one in menu.actions() if one.text() == "Release")
    click(menu, menu.actionGeometry(action).center())
    assert menu.isVisible()
    assert "Goal: Release" == opener.accessibleName()
    press(menu, Qt.Key.Key_Escape)


def test_filters_and_words_are_cleared_together(page: LibraryPage) -> None:
    for name in ("Clear", "Clear filters"):
        with pytest.raises(AssertionError):
            button(page, name)
    QTest.keyClicks(_field(page), "knee")
    assert button(page, "Clear").isVisible()
    _choose(_filter(page, "Position"), "Seated")
    assert any("fits these filters" in text for text in _texts(page))
    click(button(page, "Clear filters"))
    assert ["Standing", "Knee lift", "Seated", "Breathing"] == _seen(page)
    assert "2 exercises" in _texts(page)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
    ],
)
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_key_leads_to_the_search_from_everywhere(
    page: LibraryPage, key: Qt.Key, modifier: Qt.KeyboardModifier, width: int
) -> None:
    page.resize(width, 600)
    page.setFocus()
    press(_list(page), Qt.Key.Key_Return)
    press(QApplication.focusWidget(), key, modifier)
    assert _field(page) is QApplication.focusWidget()
    assert _list(page).isVisible()


def test_a_slash_can_be_typed(page: LibraryPage) -> None:
    _field(page).setFocus()
    QTest.keyClicks(_field(page), "a/b")
    assert "a/b" == _field(page).text()


def test_down_leads_from_the_search_into_the_list(page: LibraryPage) -> None:
    _field(page).setFocus()
    QTest.keyClicks(_field(page), "hip")
    press(_field(page), Qt.Key.Key_Down)
    assert _list(page) is QApplication.focusWidget()
    assert "Knee lift" in _texts(page)


def test_escape_takes_back_the_words_then_the_filters(page: LibraryPage) -> None:
    _choose(_filter(page, "Position"), "Standing")
    _field(page).setFocus()
    QTest.keyClicks(_field(page), "brea")
    press(_field(page), Qt.Key.Key_Escape)
    assert ["Standing", "Knee lift"] == _seen(page)
    press(_field(page), Qt.Key.Key_Escape)
    assert ["Standing", "Knee lift", "Seated", "Breathing"] == _seen(page)


def test_escape_leaves_the_exercise_where_it_is_narrow(page: LibraryPage) -> None:
    page.resize(NARROW, 600)
    page.setFocus()
    press(_list(page), Qt.Key.Key_Return)
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert _list(page).isVisible()


def test_an_exercise_that_was_not_looked_for_is_shown_all_the_same(page: LibraryPage) -> None:
    QTest.keyClicks(_field(page), "brea")
    page.show_exercise("knee-lift")
    assert KNEE_LIFT.summary in _texts(page)
    assert ["Standing", "Knee lift", "Seated", "Breathing"] == _seen(page)


def test_what_is_no_longer_there_is_no_longer_chosen(page: LibraryPage) -> None:
    _choose(_filter(page, "Goal"), "Release")
    page.show_snapshot((KNEE_LIFT,))
    assert "Goal: any" == _filter(page, "Goal").accessibleName()
    assert ["Standing", "Knee lift"] == _seen(page)


def test_all_of_it_has_room_in_a_small_window(page: LibraryPage) -> None:
    page.resize(800, 440)
    settle()
    for one in (_field(page), *page.findChildren(FilterMenu), _list(page)):
        assert page.rect().contains(QRect(one.mapTo(page, QPoint()), one.size()))
    assert _list(page).height() >= 180


def test_every_control_has_a_name(page: LibraryPage) -> None:
    assert [] == nameless(page)
