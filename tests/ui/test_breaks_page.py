"""The Breaks page: how it stands, what can be asked for, and each choice in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLabel, QSlider, QWidget

from hipcoach.app.break_snapshots import BreakSnapshot, Mark
from hipcoach.core.autostart import AutostartState
from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.breaks import BreakSettings, MeetingFor, Order, PauseFor, Snooze, Standing
from hipcoach.core.breaks.settings import LENGTHS
from hipcoach.core.hours import Hours
from hipcoach.ui.break_line import BreakLine
from hipcoach.ui.breaks_page import AMOUNTS, BreaksPage
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.option_editors import Switch
from hipcoach.ui.pieces import Button
from tests.ui.page_stand import button, click, nameless, press, settle, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WAITING = BreakSnapshot(
    on=True,
    standing=Standing.WAITING,
    line="Next break in 24 min",
    mark=Mark.RUNNING,
    can_snooze=True,
    remaining_s=1440.0,
)
DUE = replace(WAITING, standing=Standing.OFFERED, line="Your break is due", remaining_s=0.0)
PAUSED = replace(WAITING, standing=Standing.PAUSED, line="Paused", can_resume=True)
OFF = BreakSnapshot(on=False, standing=Standing.OUTSIDE, line="Off", mark=Mark.PAUSED)


@pytest.fixture
def page(qtbot: QtBot) -> BreaksPage:
    made = BreaksPage()
    show(qtbot, made, 1000, 900)
    made.show_snapshot(WAITING)
    return made


def _texts(page: BreaksPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def _offered(page: BreaksPage) -> set[str]:
    """The buttons of the panel that can be seen."""
    seen = (one for one in page.panel.findChildren(Button) if one.isVisible())
    return {one.accessibleName() for one in seen}


def _switch(page: BreaksPage, name: str) -> Switch:
    return next(one for one in page.findChildren(Switch) if one.accessibleName() == name)


def _slider(page: BreaksPage, name: str) -> QSlider:
    return next(one for one in page.findChildren(QSlider) if one.accessibleName() == name)


def _choose(page: BreaksPage, opened: str, words: str) -> None:
    """Choose from a menu."""
    menu = button(page, opened).menu()
    next(one for one in menu.actions() if one.text().replace("&", "") == words).trigger()


@pytest.mark.parametrize(
    ("shown", "offered"),
    [
        (WAITING, {"Start a break now", "Pause reminders", "In a meeting"}),
        (
            DUE,
            {
                "Start a break now",
                "5 minutes later",
                "Skip this break",
                "Pause reminders",
                "In a meeting",
            },
        ),
        (PAUSED, {"Start a break now", "Resume reminders"}),
        (
            replace(WAITING, in_meeting=True),
            {"Start a break now", "Pause reminders", "The meeting is over"},
        ),
        (replace(WAITING, standing=Standing.RUNNING), {"Pause reminders"}),
        (OFF, set()),
    ],
)
def test_what_can_be_asked_for_is_offered(
    page: BreaksPage, shown: BreakSnapshot, offered: set[str]
) -> None:
    page.show_snapshot(shown)
    assert offered == _offered(page)
    assert shown.line in _texts(page)


def test_a_break_that_is_near_can_be_put_off(page: BreaksPage) -> None:
    page.show_snapshot(replace(WAITING, remaining_s=59.0))
    assert "5 minutes later" in _offered(page)
    page.show_snapshot(replace(DUE, can_snooze=False))
    assert "5 minutes later" not in _offered(page)
    assert "Skip this break" in _offered(page)


def test_every_button_asks_for_what_it_says(page: BreaksPage) -> None:
    asked, begun = told(page.asked), told(page.breakAsked)
    page.show_snapshot(DUE)
    click(button(page, "Start a break now"))
    assert [None] == begun
    click(button(page, "5 minutes later"))
    click(button(page, "Skip this break"))
    _choose(page, "Pause reminders", "For 30 minutes")
    _choose(page, "Pause reminders", "For 1 hour")
    _choose(page, "Pause reminders", "For 2 hours")
    _choose(page, "Pause reminders", "Until tomorrow")
    _choose(page, "Pause reminders", "Until I resume")
    _choose(page, "In a meeting", "For 30 minutes")
    _choose(page, "In a meeting", "For 60 minutes")
    page.show_snapshot(replace(PAUSED, in_meeting=True))
    click(button(page, "Resume reminders"))
    click(button(page, "The meeting is over"))
    assert [
        Snooze(300.0), Order.SKIP, PauseFor(1800.0), PauseFor(3600.0), PauseFor(7200.0),
        Order.PAUSE_UNTIL_TOMORROW, Order.PAUSE, MeetingFor(1800.0), MeetingFor(3600.0),
        Order.RESUME, Order.END_MEETING,
    ] == asked  # fmt: skip


def test_a_pause_without_an_end_comes_last(page: BreaksPage) -> None:
    actions = button(page, "Pause reminders").menu().actions()
    assert "Until I resume" == actions[-1].text().replace("&", "")
    assert actions[-2].isSeparator()


def test_reminders_are_switched_off_and_on(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    press(_switch(page, "Remind me of breaks"), Qt.Key.Key_Space)
    assert [BreakChoices(on=False)] == chosen


def test_each_choice_holds_at_once_and_alone(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    usual = BreakChoices()
    press(_slider(page, "A break every"), Qt.Key.Key_Right)
    assert replace(usual, rhythm=BreakSettings(interval_s=3900)) == chosen[-1]
    press(_slider(page, "A break every"), Qt.Key.Key_Left)
    press(_switch(page, "I mostly read or watch"), Qt.Key.Key_Space)
    assert replace(usual, reading=True) == chosen[-1]
    press(_switch(page, "I mostly read or watch"), Qt.Key.Key_Space)
    click(button(page, "Window of a break: Large"))
    assert replace(usual, window="large") == chosen[-1]
    click(button(page, "Window of a break: Small"))
    click(button(page, "When the window is closed: Go on reminding"))
    assert replace(usual, background="keep") == chosen[-1]


def test_snoozes_without_a_limit_come_after_all_numbers(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    press(_slider(page, "Put a break off"), Qt.Key.Key_End)
    assert 0 == chosen[-1].rhythm.snooze_limit
    assert "no limit" in _texts(page)


def test_every_length_can_be_chosen_and_its_usual_one_is_among_them() -> None:
    assert set(LENGTHS) == set(AMOUNTS)
    usual = BreakSettings()
    assert [] == [name for name in LENGTHS if getattr(usual, name) not in AMOUNTS[name]]
    for name, amounts in AMOUNTS.items():
        for amount in amounts:
            changed: dict[str, object] = {name: amount}
            assert amount == getattr(usual.with_table(changed), name)


def test_a_length_between_the_steps_is_shown_as_it_is(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    page.show_choices(BreakChoices(rhythm=BreakSettings(interval_s=20)))
    assert "20 s" in _texts(page)
    press(_switch(page, "I mostly read or watch"), Qt.Key.Key_Space)
    assert 20 == chosen[-1].rhythm.interval_s


def test_fine_points_are_folded_away(page: BreaksPage) -> None:
    assert not _slider(page, "Away after").isVisible()
    click(button(page, "Fine points"))
    assert _slider(page, "Away after").isVisible()
    click(button(page, "Fine points"))
    assert not _slider(page, "Away after").isVisible()


def test_at_any_hour_needs_no_week(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    press(_switch(page, "At any hour"), Qt.Key.Key_Space)
    assert chosen[-1].rhythm.hours.always
    assert Hours().week == chosen[-1].rhythm.hours.week
    assert not page.week.isVisible()


def test_painted_hours_hold(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    press(page.week.grid, Qt.Key.Key_Delete)
    assert page.week.grid.week == chosen[-1].rhythm.hours.week
    assert Hours().week != chosen[-1].rhythm.hours.week


def test_days_off_are_added_and_removed(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    page.show_preview("Today…", date(2026, 3, 2))
    assert "Today…" in _texts(page)
    dates = page.findChild(QDateEdit)
    assert isinstance(dates, QDateEdit)
    click(button(page, "Add day off"))
    click(button(page, "Add day off"))
    assert [frozenset({date(2026, 3, 2)})] == [one.rhythm.hours.days_off for one in chosen]
    settle()
    click(button(page, "Remove Monday 2 March 2026"))
    assert frozenset() == chosen[-1].rhythm.hours.days_off


def test_a_routine_is_chosen_and_one_that_is_gone_is_not_forgotten(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    page.offer_routines([("desk-reset", "Desk reset, 90 s")])
    box = next(one for one in page.findChildren(QComboBox) if one.accessibleName() == "Routine")
    assert "Standing, seated and kneeling by turns" == box.currentText()
    press(box, Qt.Key.Key_Down)
    assert "desk-reset" == chosen[-1].routine
    page.show_choices(BreakChoices(routine="gone"))
    assert "gone" == box.currentData()
    assert 1 == len(chosen)


def test_the_start_at_login_shows_what_is_really_there(page: BreaksPage) -> None:
    asked = told(page.autostartAsked)
    switch = _switch(page, "Start at login")
    page.show_autostart(AutostartState.ON)
    assert switch.isChecked()
    press(switch, Qt.Key.Key_Space)
    assert [False] == asked
    page.show_autostart(AutostartState.ELSEWHERE)
    assert not switch.isChecked()
    assert any("Another HipCoach" in text for text in _texts(page))
    page.show_autostart(AutostartState.OFF, "The folder can't be written.")
    assert "The folder can't be written." in _texts(page)


def test_what_the_desktop_tells_is_said_in_sentences(page: BreaksPage) -> None:
    page.show_sources(["Full screen: noticed.", "Calls: not noticed here."])
    settle()
    assert {"Full screen: noticed.", "Calls: not noticed here."} <= set(_texts(page))
    page.show_sources(["Full screen: noticed."])
    settle()
    assert "Calls: not noticed here." not in _texts(page)


def test_what_is_shown_is_told_to_nobody(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    other = BreakChoices(
        on=False,
        background="quit",
        window="large",
        reading=True,
        rhythm=BreakSettings(interval_s=1200, snooze_limit=0, hours=Hours(week=((),) * 7)),
    )
    page.show_choices(other)
    page.show_snapshot(OFF)
    assert [] == chosen
    assert {"20 min", "no limit"} <= set(_texts(page))
    assert button(page, "When the window is closed: Quit").isChecked()


def test_every_control_has_a_name(page: BreaksPage) -> None:
    click(button(page, "Fine points"))
    assert [] == nameless(page)


def test_the_line_on_today_leads_to_the_page(qtbot: QtBot) -> None:
    line = BreakLine()
    show(qtbot, line, 600, 60)
    pressed = told(line.pressed)
    line.show_words("Next break in 24 min")
    click(button(line, "Next break in 24 min. To the Breaks page"))
    assert [None] == pressed


def test_a_row_folds_where_there_is_no_room(qtbot: QtBot) -> None:
    one, other = Button("A long word or two"), Button("Another long word")
    row, host = FoldingRow(one, other), QWidget()
    row.setParent(host)
    show(qtbot, host, 600, 200)
    row.resize(600, 200)
    settle()
    assert one.y() == other.y()
    least = row.minimumSizeHint().width()
    assert least == max(one.minimumSizeHint().width(), other.minimumSizeHint().width())
    row.resize(least, 200)
    settle()
    assert other.y() > one.geometry().bottom()


def test_scrolling_over_a_control_changes_nothing(page: BreaksPage) -> None:
    chosen = told(page.chosen)
    page.offer_routines([("desk-reset", "Desk reset, 90 s")])
    for one in (*page.findChildren(QSlider), *page.findChildren(QComboBox)):
        spot = QPointF(one.rect().center())
        nothing = Qt.KeyboardModifier.NoModifier
        wheel = QWheelEvent(
            spot, one.mapToGlobal(spot), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            nothing, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(one, wheel)
    assert [] == chosen
