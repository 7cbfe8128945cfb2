"""One article in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from hipcoach.app.article_view import TITLE, ArticleSnapshot
from hipcoach.app.reading import ReadingSnapshot, ReadState
from hipcoach.core.article import (
    Drawing,
    Heading,
    Items,
    Leads,
    Note,
    Paragraph,
    PictureId,
    Span,
    Target,
    Words,
)
from hipcoach.ui.article_blocks import Passage
from hipcoach.ui.article_page import ArticlePage
from hipcoach.ui.article_picture import ArticlePicture, Canvas
from hipcoach.ui.picture import PictureBook
from tests.ui.page_stand import POSES, button, click, nameless, press, settle, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _link(words: str, leads: Leads, to: str) -> Words:
    return (Span("See "), Span(words, target=Target(leads, to)), Span("."))


LONG = "Long words that fill a line, and then some more of them. " * 6
ARTICLE = ArticleSnapshot(
    id="why",
    title="Why & how",
    summary="Because.",
    minutes_words="2 minutes to read",
    blocks=(
        Paragraph(_link("the lift <now>", Leads.EXERCISE, "knee-lift")),
        Heading("A part"),
        Items((_link("other", Leads.ARTICLE, "other"), (Span("Strong", strong=True),))),
        Note(_link("page", Leads.WEB, "https://example.org/page")),
        Drawing(PictureId.TILT, "A pelvis that tips."),
        *(Paragraph((Span(LONG),)) for _number in range(8)),
    ),
    sources=(("A paper", "https://example.org/paper"),),
    exercises=("knee-lift", "gone"),
)
NAMES = {"knee-lift": "Knee lift"}


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, opened: list[str]) -> ArticlePage:
    made = ArticlePage(PictureBook(POSES), opened.append)
    made.set_still(still=True)
    made.show_snapshot(ARTICLE, NAMES)
    show(qtbot, made, 900, 600)
    return made


def _texts(page: QWidget) -> str:
    return "\n".join(one.accessibleName() or one.text() for one in page.findChildren(QLabel))


def _lit(page: ArticlePage) -> list[int]:
    return [number for number, one in enumerate(page.findChildren(Passage)) if one.lit]


def _scroll(page: ArticlePage) -> int:
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area.verticalScrollBar().value()


def _linked(page: ArticlePage, words: str) -> QLabel:
    return next(one for one in page.findChildren(QLabel) if words in one.accessibleName())


def test_all_words_are_shown_as_they_are(page: ArticlePage) -> None:
    shown = _texts(page)
    for words in (
        "Why & how",
        "2 minutes to read",
        "See the lift <now>.",
        "A part",
        "See other.",
        "Strong",
        "See page.",
        LONG.strip(),
        "Knee lift",
    ):
        assert words in shown or button(page, "Open the exercise: Knee lift").text() == words
    assert "why" == page.shown
    assert "the lift &lt;now&gt;</a>" in _linked(page, "the lift").text()


def test_a_picture_has_its_words_and_stands_still_where_that_is_wished(page: ArticlePage) -> None:
    canvas = page.findChild(Canvas)
    assert isinstance(canvas, Canvas)
    assert "A pelvis that tips." == canvas.accessibleName()
    picture = page.findChild(ArticlePicture)
    assert isinstance(picture, ArticlePicture)
    assert not picture.moving
    page.set_still(still=False)
    assert picture.moving


def test_a_link_leads_to_exercise_article_or_browser(page: ArticlePage, opened: list[str]) -> None:
    exercises, articles = told(page.exerciseRequested), told(page.articleRequested)
    _linked(page, "the lift").linkActivated.emit("exercise:knee-lift")
    _linked(page, "other").linkActivated.emit("article:other")
    assert [] == opened
    _linked(page, "page").linkActivated.emit("https://example.org/page")
    assert (["knee-lift"], ["other"], ["https://example.org/page"]) == (
        exercises,
        articles,
        opened,
    )


def test_the_keyboard_reaches_the_links(page: ArticlePage) -> None:
    exercises = told(page.exerciseRequested)
    linked = _linked(page, "the lift")
    page.setFocus()
    for _step in range(8):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is linked:
            break
    assert linked is QApplication.focusWidget()
    press(linked, Qt.Key.Key_Return)
    assert ["knee-lift"] == exercises


def test_what_is_known_of_the_exercises_can_be_opened(page: ArticlePage) -> None:
    exercises = told(page.exerciseRequested)
    click(button(page, "Open the exercise: Knee lift"))
    assert ["knee-lift"] == exercises
    with pytest.raises(AssertionError):
        button(page, "Open the exercise: gone")


def test_a_source_is_opened_by_a_click_and_not_before(page: ArticlePage, opened: list[str]) -> None:
    assert [] == opened
    link = button(page, "Open in the browser: A paper")
    assert "https://example.org/paper" == link.toolTip()
    click(link)
    assert ["https://example.org/paper"] == opened


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_keys_scroll_down_and_up(page: ArticlePage, key: Qt.Key) -> None:
    page.setFocus()
    press(page, key)
    down = _scroll(page)
    assert down > 0
    press(page, Qt.Key.Key_PageUp)
    assert _scroll(page) < down
    press(page, Qt.Key.Key_End)
    assert _scroll(page) > down
    press(page, Qt.Key.Key_Home)
    assert 0 == _scroll(page)


def test_lines_are_no_longer_than_is_read_well(page: ArticlePage) -> None:
    page.resize(1600, 700)
    settle()
    long = next(one for one in page.findChildren(QLabel) if LONG.strip() in one.accessibleName())
    letters = long.width() / (long.fontMetrics().horizontalAdvance(LONG) / len(LONG))
    assert 50 <= letters <= 80


def test_another_article_begins_at_its_top(page: ArticlePage) -> None:
    page.setFocus()
    press(page, Qt.Key.Key_End)
    other = ArticleSnapshot("b", "B", "", "1 minute", ARTICLE.blocks, (), ())
    page.show_snapshot(other, {})
    assert 0 == _scroll(page)
    assert "b" == page.shown
    assert "Why & how" not in _texts(page)


def test_it_is_read_paused_and_stopped(page: ArticlePage) -> None:
    read, turned, stopped = (
        told(page.readRequested),
        told(page.turnRequested),
        told(page.stopRequested),
    )
    click(button(page, "Read aloud"))
    assert [ARTICLE] == read
    page.show_reading(ReadingSnapshot(ReadState.READING, TITLE, "Why"))
    click(button(page, "Pause"))
    page.show_reading(ReadingSnapshot(ReadState.PAUSED, TITLE, "Why"))
    click(button(page, "Read on"))
    assert 2 == len(turned)
    click(button(page, "Stop reading"))
    assert 1 == len(stopped)
    page.show_reading(ReadingSnapshot())
    assert button(page, "Read aloud").isEnabled()
    with pytest.raises(AssertionError):
        button(page, "Stop reading")


def test_what_is_read_is_lit_and_brought_into_sight(page: ArticlePage) -> None:
    page.show_reading(ReadingSnapshot(ReadState.READING, TITLE, "Why"))
    assert [0] == _lit(page)
    assert 0 == _scroll(page)
    before = page.grab().toImage()
    page.show_reading(ReadingSnapshot(ReadState.READING, 10, "Long"))
    assert [11] == _lit(page)
    assert _scroll(page) > 0
    passage = page.findChildren(Passage)[11]
    assert not passage.visibleRegion().isEmpty()
    assert before != page.grab().toImage()
    page.show_reading(ReadingSnapshot())
    assert [] == _lit(page)


def test_without_a_voice_the_button_rests_and_says_why(page: ArticlePage) -> None:
    page.show_reading(ReadingSnapshot(ready=False, trouble="No voice here."))
    read = button(page, "Read aloud")
    assert not read.isEnabled()
    assert "No voice here." == read.accessibleDescription()
    assert "No voice here." in _texts(page)


def test_the_page_asks_for_the_voice_when_seen_and_lets_go_when_left(page: ArticlePage) -> None:
    needed, left = told(page.voiceNeeded), told(page.left)
    page.hide()
    assert ([], [None]) == (needed, left)
    page.show()
    assert [None] == needed


def test_another_article_ends_the_reading(page: ArticlePage) -> None:
    stopped = told(page.stopRequested)
    page.show_snapshot(ARTICLE, NAMES)
    assert [] == stopped
    page.show_snapshot(ArticleSnapshot("b", "B", "", "", (), (), ()), {})
    assert [None] == stopped


def test_every_control_has_a_name(page: ArticlePage) -> None:
    page.set_still(still=False)
    assert [] == nameless(page)
