"""To the question about a damaged journal when nothing is interrupted by it, and out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.app.rescue_snapshots import Stage
from hipcoach.ui.rescue_way import RescueWay
from tests.app.rescue_stand import RescueStand
from tests.ui.page_stand import button, click, settle, told
from tests.ui.way_stand import WayStand


class Stand(WayStand):
    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.rescue = RescueStand(qtbot)
        self.way = RescueWay(self.window, self.pages, self.rescue.desk)

    @property
    def banner(self) -> str:
        banner = self.window.banner
        return banner.accessibleName() if banner.isVisible() else ""

    def click(self, name: str) -> None:
        click(button(self.pages.rescue, name))

    def breaks(self) -> None:
        """Let the journal break, as the window tells of it in general words."""
        self.rescue.breaks()
        self.window.banner.show_message("The journal is damaged; type a command.")
        self.way.heed("The journal is damaged; type a command.")

    def leave(self) -> None:
        self.rescue.close()
        super().leave()


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand(qtbot)
    made.open()
    yield made
    made.leave()


def test_it_is_asked_at_once_where_nobody_is_at_work(stand: Stand) -> None:
    stand.breaks()

    assert "rescue" == stand.window.shown
    assert "" == stand.banner


def test_going_on_from_the_copy_leads_back_to_today(stand: Stand) -> None:
    stand.breaks()
    stand.click("Go on from this copy")
    stand.rescue.until(Stage.MENDED)
    stand.click("To Today")

    assert [Path("newer")] == stand.rescue.mending.done
    assert "today" == stand.window.shown
    assert "" == stand.banner
    assert stand.rescue.desk.snapshot() is None


def test_another_copy_and_an_empty_journal_are_handed_on(stand: Stand) -> None:
    stand.breaks()
    stand.click("Choose another copy")
    stand.qtbot.waitUntil(lambda: bool(stand.rescue.shown[-1] and stand.rescue.shown[-1].copies))
    stand.rescue.until(Stage.ASKED)
    stand.pages.rescue.emptyRequested.emit()
    stand.rescue.until(Stage.MENDED)

    assert [None] == stand.rescue.mending.done


def test_a_banner_leads_back_for_who_decides_later(stand: Stand) -> None:
    stand.breaks()
    stand.click("Decide later")
    assert "today" == stand.window.shown
    assert stand.banner.startswith("Your journal is damaged.")

    stand.window.show_page("library")
    assert stand.banner.startswith("Your journal is damaged.")
    click(button(stand.window, "See what helps"))
    assert "rescue" == stand.window.shown
    assert "" == stand.banner


@pytest.mark.parametrize("code", ["session", "check-in"])
def test_nothing_is_said_in_a_session_and_it_is_asked_after_it(stand: Stand, code: str) -> None:
    stand.window.show_page(code)
    stand.window.set_running(running=code == "session")
    stand.breaks()
    assert code == stand.window.shown
    assert "" == stand.banner

    stand.window.set_running(running=False)
    stand.window.show_page("today")
    stand.qtbot.waitUntil(lambda: "rescue" == stand.window.shown)


def test_a_break_in_front_of_today_is_not_interrupted(stand: Stand) -> None:
    stand.window.set_running(running=True)
    stand.window.turn_to("session")
    stand.breaks()
    settle()
    assert "today" == stand.window.shown
    assert "" == stand.banner

    stand.window.set_running(running=False)
    stand.window.turn_to("today")
    stand.qtbot.waitUntil(lambda: "rescue" == stand.window.shown)


def test_a_break_after_it_was_put_off_is_not_disturbed_either(stand: Stand) -> None:
    stand.breaks()
    stand.click("Decide later")
    stand.window.set_running(running=True)
    stand.window.turn_to("session")

    assert "" == stand.banner


def test_an_answer_under_way_is_not_interrupted(stand: Stand) -> None:
    stand.window.show_page("set-up")
    stand.breaks()
    assert "set-up" == stand.window.shown
    assert "" == stand.banner

    stand.window.show_page("library")
    stand.qtbot.waitUntil(lambda: "rescue" == stand.window.shown)


def test_a_window_that_is_built_later_asks_as_well(qtbot: QtBot) -> None:
    rescue = RescueStand(qtbot)
    rescue.breaks()
    made = WayStand(qtbot)
    RescueWay(made.window, made.pages, rescue.desk)
    made.open()

    qtbot.waitUntil(lambda: "rescue" == made.window.shown)
    rescue.close()
    made.leave()


def test_a_page_that_a_notice_has_led_to_before_is_filled(qtbot: QtBot) -> None:
    rescue = RescueStand(qtbot)
    rescue.breaks()
    made = WayStand(qtbot)
    made.open("rescue")
    RescueWay(made.window, made.pages, rescue.desk)

    click(button(made.pages.rescue, "Go on from this copy"))
    rescue.until(Stage.MENDED)
    rescue.close()
    made.leave()


def test_what_was_mended_elsewhere_leaves_the_page(stand: Stand) -> None:
    stand.breaks()
    stand.rescue.mending.mended_elsewhere = True
    stand.rescue.desk.look_again()

    stand.qtbot.waitUntil(lambda: "today" == stand.window.shown)
    assert "" == stand.banner


def test_whoever_turns_the_page_after_it_has_read_it(stand: Stand) -> None:
    stand.breaks()
    stand.rescue.desk.begin_anew()
    stand.rescue.until(Stage.MENDED)
    stand.window.show_page("history")

    assert stand.rescue.desk.snapshot() is None
    assert "history" == stand.window.shown


def test_closing_ends_hipcoach(stand: Stand) -> None:
    stand.breaks()
    asked = told(stand.window.quitAsked)
    stand.click("Close HipCoach")

    assert [None] == asked
    assert not stand.window.isVisible()


def test_the_words_of_others_in_the_banner_are_left_alone(stand: Stand) -> None:
    stand.window.banner.show_message("A file is wrong.")
    stand.way.heed("A file is wrong.")

    assert "A file is wrong." == stand.banner
