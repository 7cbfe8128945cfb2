"""The day after: asked once, at the time that was chosen, and never under a stop."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.app.bell import Bell
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.reminder import NEVER, NEXT_DAY, NextDayReminder
from hipcoach.core.journal import SafetyAnswers
from hipcoach.core.notice import NoticeEnd, NoticePressed, NoticeSupport
from tests.app.journal_days import keep_session
from tests.fakes import FakeClock, FakeNotifier, MemoryJournal

SUNDAY = datetime(2026, 3, 1, 18, tzinfo=UTC)
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


class Stand:
    """Somebody who practised on Sunday evening."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.journal = MemoryJournal()
        self.clock = FakeClock(SUNDAY)
        self.notifier = FakeNotifier()
        self.ask_at = "10:00"
        bell = Bell()
        self.worker = JournalWorker(lambda: self.journal, bell.rang.emit)
        bell.rang.connect(self.worker.poll)
        self._bell = bell
        keep_session(self.journal, self.clock)
        self.reminder = NextDayReminder(self.clock, self.worker, self.notifier, lambda: self.ask_at)
        self.worker.start()

    def look(self, hour: int, minute: int = 0) -> bool:
        """Whether there is a notice after a look on Monday, so late."""
        self.clock.set_wall(MONDAY.replace(hour=hour, minute=minute))
        self.reminder.look()
        answered: list[object] = []
        self.worker.read(lambda _journal: None, answered.append, answered.append)
        self._qtbot.waitUntil(lambda: answered != [])
        return NEXT_DAY in self.notifier.shown

    def close(self) -> None:
        """Leave nothing behind."""
        self.reminder.stop()
        self.worker.close()
        self.reminder.deleteLater()


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand(qtbot)
    yield made
    made.close()


def test_it_asks_at_the_time_that_was_chosen_and_not_before(stand: Stand) -> None:
    assert not stand.look(9, 59)
    assert stand.look(10)
    notice = stand.notifier.shown[NEXT_DAY]
    assert "How are your hips after Sunday’s session? It takes ten seconds." == notice.title
    assert () == notice.buttons


def test_one_question_is_shown_once(stand: Stand) -> None:
    assert stand.look(10)
    stand.notifier.shown.clear()
    assert not stand.look(11)


def test_a_notice_that_nobody_could_show_is_tried_again(stand: Stand) -> None:
    stand.notifier.use(NoticeSupport())
    assert not stand.look(10)
    stand.notifier.use(NoticeSupport("Stand-in", 99))
    assert stand.look(10, 10)


@pytest.mark.parametrize(
    ("end", "again"),
    [(NoticeEnd.LOST, True), (NoticeEnd.DISMISSED, False), (NoticeEnd.EXPIRED, False)],
)
def test_a_notice_that_nobody_saw_is_shown_again(stand: Stand, end: NoticeEnd, again: bool) -> None:
    assert stand.look(10)
    stand.notifier.end(NEXT_DAY, end)
    for event in stand.notifier.poll():
        stand.reminder.heed(event)
    assert again is stand.look(10, 10)


def test_who_wants_no_question_gets_none(stand: Stand) -> None:
    stand.ask_at = NEVER
    assert not stand.look(12)
    stand.ask_at = "11:30"
    assert stand.look(12)


def test_under_a_stop_nobody_asks_how_stretching_felt(stand: Stand) -> None:
    stand.journal.add(SafetyAnswers(UUID(int=5), MONDAY, ("fever",)))
    assert not stand.look(12)


def test_a_notice_goes_when_there_is_nothing_left_to_ask(stand: Stand) -> None:
    assert stand.look(10)
    stand.journal.add(SafetyAnswers(UUID(int=5), MONDAY, ("fever",)))
    assert not stand.look(10, 10)


def test_pressed_it_brings_the_question(stand: Stand, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(stand.reminder.wanted):
        stand.reminder.heed(NoticePressed("break", "start"))
    with qtbot.waitSignal(stand.reminder.wanted):
        stand.reminder.heed(NoticePressed(NEXT_DAY, NEXT_DAY))


def test_stopped_it_shows_nothing_any_more(stand: Stand) -> None:
    assert stand.look(10)
    stand.reminder.stop()
    assert {} == stand.notifier.shown
