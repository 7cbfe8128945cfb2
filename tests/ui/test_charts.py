"""Charts on a page: read by pointing, by keys, by ear, as a table; labels never touch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipcoach.app.chart_snapshots import ChartSnapshot, Sign, Tick, Ticks, TrendsSnapshot
from hipcoach.app.spans import SpanChoice
from hipcoach.app.time_ticks import at, time_ticks
from hipcoach.app.trends_view import trends_snapshot
from hipcoach.core.plan import Action
from hipcoach.ui.chart_card import ChartCard
from hipcoach.ui.charts.axes import Scale, fitting, label_spot
from hipcoach.ui.charts.inks import paper_inks, screen_inks
from hipcoach.ui.charts.legend import legend_height, paint_legend
from hipcoach.ui.charts.marks import paint_turn
from hipcoach.ui.charts.view import ChartView
from hipcoach.ui.theme import Theme
from hipcoach.ui.trends_panel import TrendsPanel
from tests.app.span_stand import DAY, MONDAY, Diary, content
from tests.ui.page_stand import button, nameless, press, settle, show, told

CODES = ("pain", "soreness", "weeks", "rungs", "breaks")


@pytest.fixture(scope="module")
def trends() -> TrendsSnapshot:
    diary = Diary().practised(0, 3, during=2, after=1).practised(7, 9, rung=2)
    diary.practised(12, during=7, after=5, exercise="knee-to-chest-pnf")
    diary.breaks(0, 10, "taken", "skipped").breaks(1, 12, "satisfied").breaks(4, 10, "taken")
    return trends_snapshot(diary.facts(0, 27), content(), 0)


@pytest.fixture
def look() -> Iterator[Theme]:
    """The look of the application, taken off again."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Theme(application)
    yield made
    made.choose("light")
    application.setStyleSheet("")
    made.deleteLater()


def chart(trends: TrendsSnapshot, code: str) -> ChartSnapshot:
    (found,) = (one for one in trends.charts if one.code == code)
    return found


def panel_of(qtbot: QtBot, trends: TrendsSnapshot, width: int, height: int) -> TrendsPanel:
    panel = TrendsPanel()
    show(qtbot, panel, width, height)
    fill(qtbot, panel, trends)
    return panel


def fill(qtbot: QtBot, panel: TrendsPanel, trends: TrendsSnapshot) -> None:
    """Show trends, and wait until the last of them is there."""
    with qtbot.waitSignal(panel.filled):
        panel.show_snapshot(trends)
    settle()


def cards(panel: TrendsPanel) -> list[ChartCard]:
    return [one for one in panel.findChildren(ChartCard) if one.isVisible()]


def view_of(qtbot: QtBot, trends: TrendsSnapshot, code: str) -> ChartView:
    view = ChartView()
    view.show_chart(chart(trends, code))
    show(qtbot, view, 800, 300)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    return view


class TestKeys:
    @pytest.mark.parametrize("code", CODES)
    def test_every_place_is_reached_in_order(
        self, qtbot: QtBot, trends: TrendsSnapshot, code: str
    ) -> None:
        view = view_of(qtbot, trends, code)
        heard = told(view.placeChanged)
        press(view, Qt.Key.Key_Home)
        first = view.words
        for _ in range(60):
            press(view, Qt.Key.Key_Right)
        last = view.words
        press(view, Qt.Key.Key_Right)

        assert last == view.words
        forward = list(dict.fromkeys(heard))
        heard.clear()
        press(view, Qt.Key.Key_End)
        for _ in range(60):
            press(view, Qt.Key.Key_Left)
        assert [*reversed(forward)] == list(dict.fromkeys(heard))
        assert (first, True) == (view.words, all(forward))

    def test_with_the_keyboard_the_newest_place_comes_first(
        self, qtbot: QtBot, trends: TrendsSnapshot
    ) -> None:
        view = view_of(qtbot, trends, "pain")

        assert view.words.startswith("Saturday 14 March: while practising 7 of 10")

    def test_up_and_down_go_from_row_to_row(self, qtbot: QtBot, trends: TrendsSnapshot) -> None:
        view = view_of(qtbot, trends, "breaks")
        press(view, Qt.Key.Key_Home)
        words = [view.words]
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            press(view, key)
            words.append(view.words)

        assert ["Monday", "Tuesday", "Friday", "Friday", "Tuesday"] == [
            one.partition(" ")[0] for one in words
        ]

    def test_what_the_keys_are_on_is_named_to_who_cannot_see_it(
        self, qtbot: QtBot, trends: TrendsSnapshot
    ) -> None:
        view = view_of(qtbot, trends, "weeks")
        press(view, Qt.Key.Key_Home)

        assert (
            "Minutes a week, against the plan: Week from 2 Mar 2026: 2 sessions; 10 minutes; "
            "plan: 2 a week."
        ) == view.accessibleName()
        assert chart(trends, "weeks").words == view.accessibleDescription()
        assert QAccessible.Role.Graphic == QAccessible.queryAccessibleInterface(view).role()
        view.clearFocus()
        assert "Minutes a week, against the plan" == view.accessibleName()

    def test_keys_that_mean_nothing_here_go_on_to_the_page(
        self, qtbot: QtBot, trends: TrendsSnapshot
    ) -> None:
        card = ChartCard(chart(trends, "pain"))
        show(qtbot, card, 800, 400)
        card.view.setFocus(Qt.FocusReason.TabFocusReason)
        before = card.view.words

        press(card.view, Qt.Key.Key_Down)

        assert before == card.view.words


class TestPointing:
    def test_what_is_pointed_at_is_told(self, qtbot: QtBot, trends: TrendsSnapshot) -> None:
        view = view_of(qtbot, trends, "breaks")
        heard = told(view.placeChanged)
        for across in range(0, 800, 8):
            for down in range(10, 120, 8):
                QTest.mouseMove(view, QPoint(across, down))

        found = {one for one in heard if one}
        assert {"Monday", "Tuesday", "Friday"} >= {one.partition(" ")[0] for one in found}
        assert any(one.startswith("Monday from 10:00: 1 taken") for one in found)

    def test_beside_everything_nothing_is_told(self, qtbot: QtBot, trends: TrendsSnapshot) -> None:
        view = view_of(qtbot, trends, "pain")
        view.clearFocus()
        QTest.mouseMove(view, QPoint(400, view.height() - 3))

        assert "" == view.words

    def test_the_card_shows_it_and_else_says_how_to_get_there(
        self, qtbot: QtBot, trends: TrendsSnapshot
    ) -> None:
        card = ChartCard(chart(trends, "pain"))
        show(qtbot, card, 800, 400)
        assert card.said.startswith("Point at the chart")

        card.view.setFocus(Qt.FocusReason.TabFocusReason)

        assert card.view.words == card.said


class TestTables:
    def test_a_chart_can_be_read_as_a_table(self, qtbot: QtBot, trends: TrendsSnapshot) -> None:
        card = ChartCard(chart(trends, "weeks"))
        show(qtbot, card, 800, 500)
        button(card, "Show as table").click()
        settle()

        assert (True, False) == (card.table.isVisible(), card.view.isVisible())
        assert "Minutes a week, against the plan" == card.table.accessibleName()
        header = [card.table.horizontalHeaderItem(n) for n in range(card.table.columnCount())]
        assert ["Week from", "Sessions", "Minutes", "Plan"] == [one.text() for one in header if one]
        assert [] == nameless(card)
        button(card, "Show as chart").click()
        assert (False, True) == (card.table.isVisible(), card.view.isVisible())

    def test_a_table_can_be_taken_along(self, qtbot: QtBot, trends: TrendsSnapshot) -> None:
        card = ChartCard(chart(trends, "breaks"))
        show(qtbot, card, 800, 500)
        button(card, "Show as table").click()

        button(card, "Copy as CSV").click()
        everything = QGuiApplication.clipboard().text()
        card.table.selectRow(1)
        press(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

        header, monday, tuesday, friday = everything.splitlines()
        assert "Weekday,Hour,Taken,Time away,Skipped" == header
        assert ["Monday,10:00,1,0,1", "Friday,10:00,1,0,0"] == [monday, friday]
        assert f"{header}\n{tuesday}\n" == QGuiApplication.clipboard().text().replace("\r", "")

    def test_where_nothing_can_be_drawn_the_words_stand_alone(self, qtbot: QtBot) -> None:
        empty = Diary().practised(0, during=None, after=None, sore=None).facts(0, 27)
        card = ChartCard(trends_snapshot(empty, content(), 0).charts[0])
        show(qtbot, card, 800, 300)

        assert not card.view.isVisible()
        assert "" == card.said


class TestThePanel:
    def test_tab_goes_through_it_as_it_is_read(self, qtbot: QtBot, trends: TrendsSnapshot) -> None:
        panel = panel_of(qtbot, trends, 1000, 2400)
        panel.setFocus()
        walked = []
        for _ in range(6):
            focused = QApplication.focusWidget()
            assert focused is not None
            walked.append(focused.accessibleName().partition(":")[0])
            press(focused, Qt.Key.Key_Tab)

        assert [
            "3 months",
            "Report for a professional…",
            "Pain, and the plan behind it",
            "Show as table",
            "Soreness on the day after",
            "Show as table",
        ] == walked

    def test_another_span_is_asked_for(self, qtbot: QtBot) -> None:
        panel = TrendsPanel()
        show(qtbot, panel, 1000, 300)
        asked = told(panel.spanChosen)
        before = panel.chosen

        button(panel, "1 year").click()
        button(panel, "1 year").click()

        assert [SpanChoice.YEAR] == asked
        assert [SpanChoice.THREE_MONTHS, SpanChoice.YEAR] == [before, panel.chosen]

    def test_an_empty_time_says_what_to_do_and_offers_no_report(self, qtbot: QtBot) -> None:
        panel = TrendsPanel()
        show(qtbot, panel, 1000, 300)
        panel.show_snapshot(trends_snapshot(Diary().facts(0, 6), content(), 0))

        assert not panel.report.isEnabled()
        assert [] == panel.findChildren(ChartCard)

    def test_another_span_is_shown_in_place_of_the_one_before(
        self, qtbot: QtBot, trends: TrendsSnapshot
    ) -> None:
        panel = panel_of(qtbot, trends, 1000, 2400)
        before = cards(panel)
        button(before[2], "Show as table").click()
        before[0].view.setFocus()
        other = trends_snapshot(Diary().practised(3, 4, 5, 6).facts(0, 27), content(), 0)
        fill(qtbot, panel, other)

        assert before == cards(panel)
        assert before[0].view is QApplication.focusWidget()
        assert other.charts[0].words == before[0].view.accessibleDescription()
        minutes = before[2].table.item(0, 2)
        assert "20" == (minutes and minutes.text()) != trends.charts[2].table.rows[0][2]
        assert before[2].table.isVisible()
        assert not before[4].view.isVisible()  # there were no breaks

    def test_a_time_without_anything_hides_the_charts_of_another(
        self, qtbot: QtBot, trends: TrendsSnapshot
    ) -> None:
        panel = panel_of(qtbot, trends, 1000, 900)
        panel.show_snapshot(trends_snapshot(Diary().facts(0, 6), content(), 0))
        assert [] == cards(panel)

        fill(qtbot, panel, trends)
        assert len(CODES) == len(cards(panel))

    @pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
    @pytest.mark.parametrize("width", [420, 1000])
    def test_every_chart_is_painted(
        self, qtbot: QtBot, trends: TrendsSnapshot, look: Theme, theme: str, width: int
    ) -> None:
        look.choose(theme)
        panel = panel_of(qtbot, trends, width, 2600)

        whole = panel.grab()
        for view in panel.findChildren(ChartView):
            corner = view.mapTo(panel, QPoint(0, 0))
            image = whole.copy(QRect(corner, view.size())).toImage()
            seen = [
                image.pixelColor(across, down).rgb()
                for across in range(0, image.width(), 3)
                for down in range(0, image.height(), 3)
            ]
            colours = {*seen}
            assert 4 < len(colours)
            lights = [QColor(colour).lightness() for colour in seen]
            assert (theme == "light") is (128 < sum(lights) / len(lights))
            assert view.width() <= width


@pytest.mark.usefixtures("qapp")
@given(
    days=st.integers(6, 4000),
    width=st.integers(120, 1600),
    size=st.integers(10, 30),
    weekday=st.integers(0, 6),
)
def test_labels_of_an_axis_never_touch(days: int, width: int, size: int, weekday: int) -> None:
    inks = paper_inks(_font(size))
    last = MONDAY + days * DAY
    scale = Scale(at(MONDAY), at(last) + 1, 40.0, 40.0 + width)
    ticks = time_ticks(MONDAY, last, weekday)

    shown = fitting(ticks, scale, inks, (20.0, 60.0 + width))

    spots = [label_spot(tick, scale, inks, middle=True) for tick in shown]
    assert all(end < begin for (_, end), (begin, _) in pairwise(spots))
    assert all(20.0 <= begin and end <= 60.0 + width for begin, end in spots)


@pytest.mark.usefixtures("qapp")
def test_where_even_the_coarsest_is_too_close_labels_are_left_out() -> None:
    inks = paper_inks(_font(12))
    ticks = Ticks((tuple(Tick(float(n), f"label {n}") for n in range(20)),))

    shown = fitting(ticks, Scale(0.0, 19.0, 0.0, 400.0), inks, (-50.0, 450.0))

    assert 1 < len(shown) < 20
    spots = [label_spot(tick, Scale(0.0, 19.0, 0.0, 400.0), inks, middle=True) for tick in shown]
    assert all(end < begin for (_, end), (begin, _) in pairwise(spots))


@pytest.mark.usefixtures("qapp")
@given(width=st.integers(60, 900), lengths=st.lists(st.integers(1, 60), max_size=8))
def test_a_legend_stays_within_its_width(width: int, lengths: list[int]) -> None:
    inks = paper_inks(_font(14))
    legend = [(Sign.BAR, "word " * length) for length in lengths]
    image = QImage(1400, 600, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_legend(painter, legend, QRectF(10, 10, width, 0), inks)
    painter.end()

    below = 10 + legend_height(legend, width, inks) + 3
    pixels = bytes(image.constBits())
    inked = [place for place, grey in enumerate(pixels) if grey < 128]
    line = image.bytesPerLine()
    assert all(place % line <= 12 + width and place // line <= below for place in inked)


@pytest.mark.usefixtures("qapp")
def test_every_turn_of_the_plan_has_a_shape_of_its_own() -> None:
    drawn = set()
    for action in (Action.ADVANCE, Action.BACK_OFF, Action.STOP_REFER, Action.START):
        image = QImage(40, 40, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_turn(painter, QRectF(QPointF(4, 4), QPointF(36, 36)), action, paper_inks(_font(12)))
        painter.end()
        drawn.add(bytes(image.constBits()))

    assert 4 == len(drawn)


@pytest.mark.usefixtures("qapp")
def test_each_level_of_the_plan_is_darker_than_the_one_before() -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for inks in (paper_inks(_font(12)), screen_inks(application.palette(), _font(12))):
        lights = [inks.band(level).lightness() for level in range(4)]
        assert sorted(lights, reverse=True) == lights
        assert 4 == len({*lights})


def _font(size: int) -> QFont:
    made = QFont()
    made.setPixelSize(size)
    return made
