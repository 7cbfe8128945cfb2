"""Words twice as large in the smallest window: nothing that can be pressed is cut at its sides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QResource
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from hipcoach.app.words import use_language
from hipcoach.system.resources import register_resources
from hipcoach.ui.day_story import DayStoryPage
from hipcoach.ui.foot_bar import FootBar
from hipcoach.ui.link_line import LinkLine
from hipcoach.ui.option_editors import ChoiceBox
from hipcoach.ui.pieces import Button, ScrolledColumn, column
from hipcoach.ui.rail import Rail
from tests.ui.history_stand import STORY
from tests.ui.page_stand import button, settle, show
from tests.ui.way_stand import WayStand

SMALLEST = (800, 560)
LONG = "A study of very many people & of what became of their hips in the years that followed"


class Large(WayStand):
    """The smallest window, with words twice as large."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.theme.choose("light", text_percent=200)

    def turn(self, code: str) -> QWidget:
        """Open a page; what is cut is looked for in it."""
        self.open(code)
        self.window.resize(*SMALLEST)
        settle()
        settle()
        return self.window


@pytest.fixture(scope="module", autouse=True)
def _icons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What stands beside the words takes room as well."""
    cache = tmp_path_factory.mktemp("icons")
    assert register_resources(cache)
    yield
    for compiled in cache.glob("*.rcc"):
        QResource.unregisterResource(str(compiled))


@pytest.fixture
def large(qtbot: QtBot) -> Iterator[Large]:
    made = Large(qtbot)
    yield made
    use_language("en")
    made.leave()


def cut(window: QWidget) -> list[str]:
    """The buttons and lists that have less room than their words need, or reach out."""
    found = []
    for one in window.findChildren(QWidget):
        if not isinstance(one, QPushButton | QComboBox) or not one.isVisible():
            continue
        # An icon alone keeps its size.
        bare = isinstance(one, QPushButton) and not one.text()
        needed = 0 if bare else one.minimumSizeHint().width()
        right = one.mapTo(window, QPoint(one.width(), 0)).x()
        if one.width() < needed or right > window.width():
            found.append(f"{one.accessibleName()}: {one.width()} of {needed}, up to {right}")
    return found


@pytest.mark.parametrize("language", ["en", "de", "es"])
@pytest.mark.parametrize(
    "code",
    [
        "today", "library", "editor", "settings", "first-start", "self-check", "set-up", "history",
        "trends", "data", "stop", "rescue", "check-in", "breaks",
    ],
)  # fmt: skip
def test_nothing_is_cut_at_its_sides(large: Large, code: str, language: str) -> None:
    use_language(language)
    large.window.offer("breaks")
    assert [] == cut(large.turn(code))


def test_places_do_without_their_icons_before_they_get_smaller(large: Large) -> None:
    large.window.offer("breaks")
    rail = large.turn("today").findChild(Rail)
    assert rail is not None
    places = rail.findChildren(Button)
    usual = places[0].fontInfo().pixelSize()
    assert all(one.bare for one in places)

    large.window.resize(1200, 700)
    settle()
    assert not any(one.bare for one in places)

    large.window.resize(*SMALLEST)
    for name in ("breaks", "a place with a rather long name"):
        rail.show_places([*[(one, one, "today") for one in ("today", "library")], (name,) * 3])
        settle()
    settle()
    names = [one for one in rail.findChildren(Button) if one.isVisible()]
    assert names[-1].fontInfo().pixelSize() < usual
    assert [] == cut(large.window)


def test_buttons_below_a_page_give_up_icons_and_then_the_line(large: Large) -> None:
    back, on = Button("Back", "", "back"), Button("Go on", "", "forward")
    bar = FootBar((back,), (on,))
    bar.ensurePolished()
    for one in (back, on):
        one.ensurePolished()
    long = bar.sizeHint().width()
    show(large.qtbot, bar, long + 40, 240)

    def looks(width: int) -> tuple[bool, bool]:
        """Whether icons are shown, and whether all is in one line."""
        bar.resize(width, 240)
        settle()
        settle()
        return not back.bare, back.y() == on.y()

    assert (True, True) == looks(long + 40)
    assert (False, True) == looks(long - 20)
    assert (False, False) == looks(long // 2 + 10)
    assert (True, True) == looks(long + 40)


def test_a_link_runs_over_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    link, page = LinkLine(LONG, "Open it"), QWidget()
    layout = column(link)
    layout.addStretch(1)
    page.setLayout(layout)
    show(qtbot, page, 1400, 300)
    one_line = link.height()
    page.resize(220, 300)
    settle()

    assert link.width() <= 220
    assert link.height() >= 3 * (one_line - 10)
    assert link.heightForWidth(link.width()) <= link.height()
    assert LONG.replace("&", "&&") == link.text()


def test_a_column_grows_with_its_words(large: Large) -> None:
    page = ScrolledColumn(widest=500)
    inner = QWidget()
    page.body.addWidget(inner)
    show(large.qtbot, page, 1600, 400)
    widths = []
    for percent in (200, 100, 200):
        large.theme.choose("light", text_percent=percent)
        settle()
        settle()
        widths.append(inner.width())

    assert [1000, 500, 1000] == widths


def test_a_list_shows_by_dots_that_words_are_left_out(large: Large) -> None:
    box, option = ChoiceBox(), QStyleOptionComboBox()
    box.addItem("My own level")
    show(large.qtbot, box, 200, 80)

    box.initStyleOption(option)
    assert option.currentText.endswith("…")
    assert "My own level" == box.currentText()

    box.resize(600, 80)
    box.initStyleOption(option)
    assert "My own level" == option.currentText


def test_the_title_of_a_day_has_a_line_of_its_own_where_it_is_narrow(large: Large) -> None:
    page = DayStoryPage()
    page.show_story(STORY)
    show(large.qtbot, page, 760, 420)
    leave = button(page, "To the calendar")
    title = next(one for one in page.findChildren(QLabel) if one.property("role") == "title")
    assert title.y() >= leave.geometry().bottom()

    page.resize(1500, 420)
    settle()
    assert title.y() < leave.geometry().bottom()
    assert title.geometry().right() <= leave.x()
