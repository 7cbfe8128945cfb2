"""A damaged journal: what helps is offered, done, and said; nothing is done twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hipcoach.app.rescue_notice import RESCUE, RescueNotice
from hipcoach.app.rescue_snapshots import Stage
from hipcoach.core.errors import StoreError
from hipcoach.core.notice import NoticeEnd, NoticeSupport
from tests.app.rescue_stand import ASIDE, DAMAGED, RescueStand, copy
from tests.fakes import FakeNotifier

FULL = StoreError("disk-full", {"path": "journal.sqlite"})


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[RescueStand]:
    made = RescueStand(qtbot)
    yield made
    made.close()


def test_a_sound_journal_asks_nothing(stand: RescueStand) -> None:
    stand.look()
    stand.desk.heed()

    assert not stand.desk.damaged
    assert not stand.desk.waits
    assert stand.desk.snapshot() is None


def test_the_newest_good_copy_is_offered_with_what_it_lacks(stand: RescueStand) -> None:
    stand.mending.kept = (copy("broken", readable=False), copy("newer"), copy("older"))
    stand.breaks()

    shown = stand.until(Stage.ASKED)
    assert [True] == stand.found
    assert stand.desk.waits
    assert shown.newest is not None
    assert Path("newer") == shown.newest.path
    assert "3 sessions, up to 2 March 2026 · made by itself" == shown.newest.words
    assert "2 sessions after that are not in it." == shown.newest.lacks
    assert "journal.sqlite" == shown.file
    assert shown.copies is None


def test_going_on_from_the_copy_is_said_with_where_the_damaged_file_is(stand: RescueStand) -> None:
    stand.breaks()
    stand.desk.take(Path("newer"))

    assert Stage.BUSY is stand.shown[-1].stage  # type: ignore[union-attr] # it is shown at once
    done = stand.until(Stage.MENDED)
    assert [Path("newer")] == stand.mending.done
    assert str(ASIDE) == done.file
    assert done.words[0].startswith("You go on from the copy of Monday 2 March 2026, ")
    assert [True] == stand.mended
    assert not stand.desk.damaged
    assert not stand.desk.waits


def test_while_it_is_done_nothing_else_is_begun(stand: RescueStand) -> None:
    stand.breaks()
    stand.desk.take(Path("newer"))
    stand.desk.take(Path("older"))
    stand.desk.begin_anew()
    stand.desk.show_all()
    stand.desk.look_again()

    stand.until(Stage.MENDED)
    stand.desk.take(Path("older"))
    stand.desk.begin_anew()
    assert [Path("newer")] == stand.mending.done


def test_every_copy_is_shown_when_another_is_wanted(stand: RescueStand) -> None:
    stand.mending.kept = (copy("newer"), copy("broken", readable=False), copy("older", 1))
    stand.breaks()
    stand.desk.show_all()

    stand.qtbot.waitUntil(lambda: bool(stand.shown[-1] and stand.shown[-1].copies))
    shown = stand.until(Stage.ASKED)
    assert shown.copies is not None
    assert [("newer", True), ("broken", False), ("older", True)] == [
        (one.path.name, one.readable) for one in shown.copies
    ]
    assert "1 session, up to 2 March 2026 · made by itself" == shown.copies[2].words
    stand.desk.take(Path("older"))
    assert "copy of Monday" in stand.until(Stage.MENDED).words[0]


def test_an_empty_journal_is_begun(stand: RescueStand) -> None:
    stand.breaks()
    stand.desk.begin_anew()

    assert "You begin with an empty journal." == stand.until(Stage.MENDED).words[0]
    assert [None] == stand.mending.done


def test_no_copy_at_all_is_said(stand: RescueStand) -> None:
    stand.mending.kept = ()
    stand.breaks()

    shown = stand.until(Stage.ASKED)
    assert shown.newest is None
    assert "There is no copy that can be read." in shown.words[-1]


def test_a_copy_that_breaks_in_the_act_changes_nothing_and_the_next_is_offered(
    stand: RescueStand,
) -> None:
    stand.breaks()
    stand.mending.fault = DAMAGED
    stand.desk.take(Path("newer"))

    shown = stand.until(Stage.ASKED)
    assert "turned out to be damaged as well" in shown.trouble
    assert shown.newest is not None
    assert Path("older") == shown.newest.path
    assert stand.desk.damaged
    assert [] == stand.mended
    stand.mending.fault = None
    stand.desk.take(Path("older"))
    assert "" == stand.until(Stage.MENDED).trouble
    assert [True] == stand.found


def test_a_full_disk_is_said_and_the_same_copy_is_offered_again(stand: RescueStand) -> None:
    stand.breaks()
    stand.mending.fault = FULL
    stand.desk.take(Path("newer"))

    shown = stand.until(Stage.ASKED)
    assert "The disk with the journal" in shown.trouble
    assert shown.trouble.endswith("Nothing was changed.")
    assert shown.newest is not None
    assert Path("newer") == shown.newest.path
    stand.desk.show_all()
    assert "" == stand.until(Stage.ASKED).trouble


def test_copies_that_nobody_may_look_at_are_told_of(stand: RescueStand) -> None:
    stand.mending.blind = StoreError("no-permission", {"path": "journal.sqlite"})
    stand.breaks()

    shown = stand.until(Stage.ASKED)
    assert shown.newest is None
    assert "is closed to you" in shown.trouble


def test_what_breaks_again_at_once_is_asked_about_again(stand: RescueStand) -> None:
    stand.breaks()
    stand.desk.take(Path("newer"))
    stand.until(Stage.MENDED)
    stand.journal.fault = StoreError("damaged", {"path": "journal.sqlite"})
    stand.look()

    shown = stand.until(Stage.ASKED)
    assert shown.newest is not None
    assert Path("older") == shown.newest.path
    assert stand.desk.waits


def test_what_was_read_is_put_away(stand: RescueStand) -> None:
    stand.breaks()
    stand.desk.leave()
    assert stand.desk.waits  # nothing was done yet

    stand.desk.begin_anew()
    stand.until(Stage.MENDED)
    stand.desk.leave()
    assert stand.shown[-1] is None
    assert stand.desk.snapshot() is None


def test_what_was_mended_elsewhere_is_asked_about_no_more(stand: RescueStand) -> None:
    stand.breaks()
    stand.desk.look_again()
    stand.mending.mended_elsewhere = True
    stand.desk.look_again()

    stand.until(None)
    assert not stand.desk.damaged
    assert not stand.desk.waits


class Desktop:
    """Notices, with or without a window."""

    def __init__(self, stand: RescueStand) -> None:
        self.notifier = FakeNotifier()
        self.seen = False
        self.said: list[str] = []
        self.wanted: list[bool] = []
        self.notice = RescueNotice(
            stand.desk,
            self.notifier,
            lambda: self.seen,
            lambda title, text: self.said.append(f"{title}. {text}"),
            later_ms=0,
        )
        self.notice.wanted.connect(lambda: self.wanted.append(True))
        self._stand = stand

    def breaks(self) -> None:
        """Let the journal break, and a moment pass."""
        self._stand.breaks()
        later = self.notice.findChild(QTimer)
        assert isinstance(later, QTimer)
        self._stand.qtbot.waitUntil(lambda: not later.isActive())

    def heed(self) -> None:
        for event in self.notifier.poll():
            self.notice.heed(event)


@pytest.fixture
def desktop(stand: RescueStand) -> Desktop:
    return Desktop(stand)


def test_without_a_window_a_notice_leads_to_what_helps(desktop: Desktop) -> None:
    desktop.breaks()
    assert "Your journal is damaged" == desktop.notifier.shown[RESCUE].title

    desktop.notifier.press(RESCUE, RESCUE)
    desktop.heed()
    assert [True] == desktop.wanted


def test_beside_a_window_no_notice_is_shown(desktop: Desktop) -> None:
    desktop.seen = True
    desktop.breaks()

    assert {} == desktop.notifier.shown
    assert [] == desktop.said


def test_where_there_are_no_notices_it_is_said_in_the_corner(desktop: Desktop) -> None:
    desktop.notifier.use(NoticeSupport())
    desktop.breaks()

    assert 1 == len(desktop.said)


def test_a_notice_that_nobody_saw_is_said_in_the_corner(desktop: Desktop) -> None:
    desktop.breaks()
    desktop.notifier.end(RESCUE, NoticeEnd.LOST)
    desktop.heed()

    assert 1 == len(desktop.said)
    assert [] == desktop.wanted


def test_the_notice_goes_when_all_is_well_and_leads_nowhere(
    stand: RescueStand, desktop: Desktop
) -> None:
    desktop.breaks()
    stand.desk.begin_anew()
    stand.until(Stage.MENDED)
    stand.desk.leave()

    assert {} == desktop.notifier.shown
    desktop.notice.lead()
    assert [] == desktop.wanted


def test_what_was_mended_at_once_is_no_news(stand: RescueStand, desktop: Desktop) -> None:
    later = desktop.notice.findChild(QTimer)
    assert isinstance(later, QTimer)
    later.setInterval(60_000)  # the moment passes when the test says so
    stand.desk.found.connect(stand.desk.begin_anew)
    stand.breaks()
    stand.until(Stage.MENDED)
    later.timeout.emit()

    assert {} == desktop.notifier.shown
