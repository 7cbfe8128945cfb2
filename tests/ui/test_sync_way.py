"""Another computer's journal in the window: named, joined, shown as it stands, turned off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from hipcoach.app.sync_desk import COMMAND, SyncDesk
from hipcoach.app.sync_view import sync_snapshot
from hipcoach.core.sync_choices import SyncChoices, SyncEvery
from hipcoach.core.sync_timing import SyncTry, try_text
from hipcoach.ui.pieces import ScrolledColumn
from hipcoach.ui.sync_panel import SyncPanel
from hipcoach.ui.sync_way import CODE, SyncWay
from tests.fakes import FakeClock, FakeErrands
from tests.ui.page_stand import button, nameless, press, settle, show, told
from tests.ui.way_stand import WayStand

NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)
SERVER = "postgresql+psycopg://me:sesame@server/hipcoach"
SHOWN = "postgresql+psycopg://me:***@server/hipcoach"


class SyncStand(WayStand):
    """The window on the page with the card, and a desk whose command is run when told to."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.errands = FakeErrands()
        self.kept: str | None = None
        self.sync = SyncDesk(
            FakeClock(NOW), lambda: self.errands, lambda: self.kept, SyncChoices(), lambda: False
        )
        self.chosen: list[SyncChoices] = []
        SyncWay(self.window, self.pages, lambda: self.sync, self._choose)
        self.open(CODE)

    @property
    def panel(self) -> SyncPanel:
        (panel,) = self.pages.data.findChildren(SyncPanel)
        return panel

    @property
    def words(self) -> list[str]:
        """What can be read in the card."""
        labels = self.panel.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisibleTo(self.panel)]

    def name_place(self, typed: str) -> None:
        """Type a place in and take it."""
        self.panel.place.selectAll()
        QTest.keyClicks(self.panel.place, typed)
        press(self.panel.place, Qt.Key.Key_Return)

    def end(self, **outcome: object) -> None:
        """Let the command be done."""
        last = SyncTry(self.sync.choices.shown, NOW, joined=NOW)
        self.errands.end(try_text(replace(last, **outcome)))  # type: ignore[arg-type] # of a test

    def _choose(self, choices: SyncChoices) -> None:
        self.chosen.append(choices)
        self.sync.choose(choices)


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[SyncStand]:
    made = SyncStand(qtbot)
    yield made
    made.leave()
    made.sync.deleteLater()


def test_a_folder_that_is_typed_is_joined_and_how_it_went_is_said(stand: SyncStand) -> None:
    assert "Your journal is on this computer alone." in stand.words
    stand.name_place("/home/me/Sync")
    assert [SyncChoices("/home/me/Sync")] == stand.chosen
    assert "Not joined yet." in stand.words
    stand.qtbot.waitUntil(lambda: [COMMAND] == stand.errands.begun)
    assert "Joining…" in stand.words
    assert not button(stand.panel, "Joining…").isEnabled()
    stand.end(added={"sessions": 2})
    assert "Joined today at 18:00." in stand.words
    assert "New here: 2 sessions. The next time is at 19:00." in stand.words
    button(stand.panel, "Join now").click()
    assert [COMMAND] * 2 == stand.errands.begun


def test_a_folder_can_be_chosen(stand: SyncStand, tmp_path: Path) -> None:
    button(stand.panel, "Choose a folder…").click()
    (dialog,) = stand.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert [SyncChoices(str(tmp_path))] == stand.chosen
    assert str(tmp_path) == stand.panel.place.text()


def test_an_address_loses_its_password_on_the_screen_alone(stand: SyncStand) -> None:
    stand.name_place(SERVER)
    assert SERVER == stand.chosen[-1].where
    assert SHOWN == stand.panel.place.text()
    stand.name_place(SHOWN.replace("server", "other"))
    assert SERVER.replace("server", "other") == stand.chosen[-1].where


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("file:///home/me/My%20Sync", "/home/me/My Sync"),
        ("  /home/me/Sync  ", "/home/me/Sync"),
    ],
)
def test_a_place_may_be_written_in_several_ways(stand: SyncStand, typed: str, where: str) -> None:
    stand.name_place(typed)
    assert where == stand.chosen[-1].where


def test_home_may_be_named_in_short(stand: SyncStand, home: Path) -> None:
    stand.name_place("~/Sync")
    assert str(home / "Sync") == stand.chosen[-1].where


def test_half_a_path_is_no_place(stand: SyncStand) -> None:
    stand.name_place("Sync")
    assert [] == stand.chosen
    complaint = "Name the folder in full, such as /home/me/Sync, or choose it."
    assert complaint in stand.words
    assert complaint == stand.panel.place.accessibleDescription()
    stand.name_place("/Sync")
    assert complaint not in stand.words


def test_a_complaint_is_in_sight_and_gone_when_something_else_is_typed(stand: SyncStand) -> None:
    stand.window.resize(800, 560)
    stand.name_place("Sync")
    wrong = next(one for one in stand.panel.findChildren(QLabel) if one.text().startswith("Name"))
    stand.qtbot.waitUntil(lambda: wrong.visibleRegion().boundingRect() == wrong.rect())
    QTest.keyClicks(stand.panel.place, "x")
    assert wrong.isHidden()


def test_what_stands_there_already_is_not_taken_again(stand: SyncStand) -> None:
    stand.name_place("/home/me/Sync")
    press(stand.panel.place, Qt.Key.Key_Return)
    assert 1 == len(stand.chosen)
    with pytest.raises(AssertionError, match="0 buttons"):
        button(stand.panel, "Use this place")


def test_what_is_being_typed_stays_while_something_is_told(stand: SyncStand) -> None:
    stand.name_place("/home/me/Sync")
    stand.panel.place.setText("/home/me/Oth")
    stand.sync.join_now()
    assert "/home/me/Oth" == stand.panel.place.text()


def test_how_often_is_chosen_from_a_list(stand: SyncStand) -> None:
    stand.name_place("/home/me/Sync")
    box = stand.panel.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findText("Every day"))
    box.activated.emit(box.currentIndex())
    assert SyncChoices("/home/me/Sync", SyncEvery.DAY) == stand.chosen[-1]


def test_turned_off_nothing_of_it_is_left_on_the_card(stand: SyncStand) -> None:
    stand.name_place("/home/me/Sync")
    off = button(stand.panel, "Turn off")
    off.setFocus()
    press(off, Qt.Key.Key_Return)
    assert SyncChoices("", SyncEvery.HOUR) == stand.chosen[-1]
    assert "" == stand.panel.place.text()
    assert not stand.panel.findChildren(QComboBox)[0].isVisibleTo(stand.panel)
    assert stand.panel.place.hasFocus()


def test_the_keys_are_in_sight_when_it_was_turned_off(stand: SyncStand) -> None:
    stand.theme.choose("light", text_percent=200)
    stand.window.resize(800, 560)
    stand.name_place("/home/me/Sync")
    settle()
    off, page = button(stand.panel, "Turn off"), stand.pages.data.findChild(ScrolledColumn)
    assert page is not None
    page.verticalScrollBar().setValue(stand.panel.y() + off.mapTo(stand.panel, QPoint()).y())
    assert stand.panel.place.visibleRegion().isEmpty()
    off.setFocus()
    press(off, Qt.Key.Key_Return)
    stand.qtbot.waitUntil(lambda: not stand.panel.place.visibleRegion().isEmpty())


def test_the_keys_are_not_lost_while_it_joins(stand: SyncStand) -> None:
    stand.name_place("/home/me/Sync")
    now = button(stand.panel, "Join now")
    now.setFocus()
    press(now, Qt.Key.Key_Return)
    assert button(stand.panel, "Turn off").hasFocus()


def test_the_keys_are_not_lost_with_the_button_that_took_a_place(stand: SyncStand) -> None:
    stand.panel.place.selectAll()
    QTest.keyClicks(stand.panel.place, "/home/me/Sync")
    take = button(stand.panel, "Use this place")
    take.setFocus()
    press(take, Qt.Key.Key_Return)
    assert stand.panel.place.hasFocus()


def test_what_was_joined_elsewhere_is_seen_when_the_page_is(stand: SyncStand) -> None:
    stand.name_place("/home/me/Sync")
    stand.window.show_page("today")
    stand.kept = try_text(SyncTry("/home/me/Sync", NOW, joined=NOW))
    stand.window.show_page(CODE)
    assert "Joined today at 18:00." in stand.words


def test_trouble_stands_out(stand: SyncStand) -> None:
    stand.name_place("/home/me/Sync")
    stand.sync.join_now()
    stand.end(trouble="sync-gone", failures=1, joined=None)
    assert "The folder isn't there just now; your journal here goes on as ever." in stand.words
    assert "It is tried again at 18:05." in stand.words


def test_a_page_that_is_built_anew_has_the_card_again(stand: SyncStand) -> None:
    stand.name_place("/home/me/Sync")
    stand.window.show_page("today")
    stand.pages._build_anew()  # what another language does
    stand.window.show_page(CODE)
    assert "/home/me/Sync" == stand.panel.place.text()
    stand.sync.join_now()
    assert "Joining…" in stand.words


@pytest.mark.parametrize("on", [True, False])
def test_every_control_has_a_name(qtbot: QtBot, *, on: bool) -> None:
    panel = SyncPanel()
    panel.show_snapshot(sync_snapshot(SyncChoices("/sync" if on else ""), None, NOW))
    panel.place.setText("/elsewhere")
    show(qtbot, panel)
    assert [] == nameless(panel)


def test_return_on_the_button_takes_what_was_typed(qtbot: QtBot) -> None:
    panel = SyncPanel()
    panel.show_snapshot(sync_snapshot(SyncChoices(), None, NOW))
    show(qtbot, panel)
    typed = told(panel.placeTyped)
    QTest.keyClicks(panel.place, "/sync")
    press(button(panel, "Use this place"), Qt.Key.Key_Return)
    assert ["/sync"] == typed
