"""The two halves of the library, and the ways between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipcoach.app.article_view import ArticleSnapshot
from hipcoach.core.article import Leads, Paragraph, Span, Target
from hipcoach.ui.article_list import ArticleList
from hipcoach.ui.library_place import LibraryPlace
from hipcoach.ui.picture import PictureBook
from tests.ui.page_stand import (
    BREATHING,
    KNEE_LIFT,
    POSES,
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


def _article(name: str, *exercises: str) -> ArticleSnapshot:
    words = tuple(Span(one, target=Target(Leads.EXERCISE, one)) for one in exercises)
    blocks = (Paragraph((Span("Some words. "), *words)),)
    return ArticleSnapshot(
        name, f"About {name}", "Short.", "1 minute to read", blocks, (), exercises
    )


ARTICLES = (_article("flags"), _article("lifts", "knee-lift"), _article("x" * 60, "knee-lift"))


@pytest.fixture
def place(qtbot: QtBot) -> LibraryPlace:
    made = LibraryPlace(PictureBook(POSES), lambda _address: None)
    made.set_still(still=True)
    made.show_snapshot((KNEE_LIFT, BREATHING), ARTICLES)
    show(qtbot, made)
    return made


def _list(place: LibraryPlace) -> ArticleList:
    found = place.findChild(ArticleList)
    assert isinstance(found, ArticleList)
    return found


def test_the_switch_turns_to_the_other_half_and_back(place: LibraryPlace) -> None:
    assert place.exercises.isVisible()
    assert button(place, "Library: Exercises").isChecked()
    click(button(place, "Library: Articles"))
    assert place.articles.isVisible()
    assert not place.exercises.isVisible()
    assert button(place, "Library: Articles").isChecked()
    assert not button(place, "Library: Exercises").isChecked()
    assert _list(place) is QApplication.focusWidget()
    click(button(place, "Library: Exercises"))
    assert place.exercises.isVisible()
    assert button(place, "Library: Exercises").isChecked()


def test_the_switch_stays_where_it_is_when_it_is_pressed_again(place: LibraryPlace) -> None:
    click(button(place, "Library: Exercises"))
    assert place.exercises.isVisible()
    assert button(place, "Library: Exercises").isChecked()
    assert not button(place, "Library: Articles").isChecked()


def test_the_arrow_keys_walk_through_the_articles(place: LibraryPlace) -> None:
    click(button(place, "Library: Articles"))
    assert "flags" == place.articles.article.shown
    press(_list(place), Qt.Key.Key_Down)
    assert "lifts" == place.articles.article.shown


def test_an_exercise_lists_the_articles_that_mention_it(place: LibraryPlace) -> None:
    click(button(place, "Open the article: About lifts"))
    assert place.articles.isVisible()
    assert "lifts" == place.articles.article.shown
    place.show_exercise("breathing")
    with pytest.raises(AssertionError):
        button(place, "Open the article: About lifts")


def test_an_article_leads_to_an_exercise(place: LibraryPlace) -> None:
    place.show_exercise("breathing")
    place.show_article("lifts")
    settle()
    tried = told(place.tryExerciseRequested)
    click(button(place, "Open the exercise: Knee lift"))
    assert place.exercises.isVisible()
    click(button(place, "Try Knee lift"))
    assert ["knee-lift"] == tried


def test_an_article_that_is_not_there_changes_nothing(place: LibraryPlace) -> None:
    place.show_article("lifts")
    place.show_article("nowhere")
    assert "lifts" == place.articles.article.shown


def test_an_article_leads_to_another(place: LibraryPlace) -> None:
    place.show_article("lifts")
    place.articles.article.articleRequested.emit("flags")
    assert "flags" == place.articles.article.shown
    assert place.articles.article is QApplication.focusWidget()
    assert 0 == _list(place).currentRow()


def test_an_exercise_can_be_tried(place: LibraryPlace) -> None:
    tried = told(place.tryExerciseRequested)
    click(button(place, "Try Knee lift"))
    assert ["knee-lift"] == tried


def test_where_it_is_narrow_list_and_article_take_turns(place: LibraryPlace) -> None:
    place.resize(700, 560)
    click(button(place, "Library: Articles"))
    settle()
    assert _list(place).isVisible()
    assert not place.articles.article.isVisible()
    press(_list(place), Qt.Key.Key_Down)
    press(_list(place), Qt.Key.Key_Return)
    assert not _list(place).isVisible()
    assert "lifts" == place.articles.article.shown
    assert place.articles.article is QApplication.focusWidget()
    click(button(place, "All articles"))
    assert _list(place) is QApplication.focusWidget()
    click(_list(place).viewport(), _list(place).visualItemRect(_list(place).item(0)).center())
    assert place.articles.article.isVisible()


def test_a_long_title_gets_the_lines_that_it_needs_at_every_width(place: LibraryPlace) -> None:
    long = ArticleSnapshot("long", " ".join(["word"] * 20), "", "1 minute", (), (), ())
    place.show_snapshot((KNEE_LIFT, BREATHING), (*ARTICLES, long))
    click(button(place, "Library: Articles"))

    def height(row: int) -> int:
        return _list(place).visualItemRect(_list(place).item(row)).height()

    for width in (820, 420, 1200, 820, 1200, 900):
        place.resize(width, 900)
        settle()
        several = width != 820
        assert several is (height(3) > height(0)), width
        assert not _list(place).grab().isNull()


def test_the_list_is_read_out_with_length_and_summary(place: LibraryPlace) -> None:
    read = _list(place).item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "About flags, 1 minute to read. Short." == read


@pytest.mark.parametrize("half", ["Exercises", "Articles"])
def test_every_control_has_a_name(place: LibraryPlace, half: str) -> None:
    click(button(place, f"Library: {half}"))
    assert [] == nameless(place)


@pytest.mark.parametrize("half", ["Exercises", "Articles"])
def test_tab_walks_from_the_list_all_the_way_round_by_the_switch(
    place: LibraryPlace, half: str
) -> None:
    click(button(place, f"Library: {half}"))
    start = QApplication.focusWidget()
    assert start is not None
    reached = [start.accessibleName()]
    for _step in range(30):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        if here is start:
            break
        reached.append(here.accessibleName())
    assert start is QApplication.focusWidget()
    assert {"Library: Exercises", "Library: Articles"} <= set(reached)
    wanted = {"Exercises": "Open in the browser: A book", "Articles": "Read aloud"}
    assert wanted[half] in reached


def test_rows_have_room_also_where_the_scroll_bar_takes_some(place: LibraryPlace) -> None:
    many = [
        ArticleSnapshot(f"a{n}", "letter " * 3 + "i" * n, "", "1 minute", (), (), ())
        for n in range(40)
    ]
    place.show_snapshot((KNEE_LIFT, BREATHING), many)
    # Before it was ever shown: rows are laid out for a width that it has not got.
    place.show_article("a30")
    for width in (1200, 820, 1200):
        place.resize(width, 600)
        settle()
        rows = range(_list(place).count())
        given = [_list(place).visualItemRect(_list(place).item(row)).height() for row in rows]
        assert [_list(place).sizeHintForRow(row) for row in rows] == given
