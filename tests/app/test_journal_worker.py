"""The journal at arm's length: in order, tried again, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, current_thread, main_thread
from typing import Any

import pytest

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.core.errors import KnownError, StoreError
from hipcoach.core.journal import CloseReason, SafetyAnswers, SessionClosed
from hipcoach.ports import Journal
from tests.fakes import FakeClock, MemoryJournal

PATIENCE_S = 10.0


class Desk:
    """A worker with a journal in memory, and a bell that rings when there is something to poll."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self.bell = Event()
        self.worker = JournalWorker(lambda: self.journal, self.bell.set)
        self.clock = FakeClock()
        self.found: list[Any] = []

    def row(self, *flags: str) -> SafetyAnswers:
        return SafetyAnswers(self.clock.new_id(), self.clock.now(), flags)

    def write(self, *flags: str) -> None:
        row = self.row(*flags)
        self.worker.write(lambda journal: journal.add(row))

    def ask(self) -> None:
        self.worker.read(
            lambda journal: journal.newest(SafetyAnswers), self.found.append, self.found.append
        )

    def wait(self) -> Any:
        """The next thing that is handed out."""
        before = len(self.found)
        while len(self.found) == before:
            assert self.bell.wait(PATIENCE_S)
            self.bell.clear()
            self.worker.poll()
        return self.found[-1]


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.journal.fault = None
    made.worker.close(PATIENCE_S)


def test_what_is_asked_after_a_row_knows_of_it(desk: Desk) -> None:
    desk.write("fever")
    desk.ask()
    desk.worker.start()

    assert ("fever",) == desk.wait().flags


def test_the_journal_is_opened_and_used_in_another_thread_and_answers_come_in_ours(
    desk: Desk,
) -> None:
    threads = []
    desk.worker.read(
        lambda _journal: threads.append(current_thread()),
        lambda _none: desk.found.append(current_thread()),
        desk.found.append,
    )
    desk.worker.start()

    assert main_thread() is desk.wait()
    assert main_thread() is not threads[0]


def test_a_row_that_fails_is_tried_again_when_the_next_comes_and_nothing_is_lost(
    desk: Desk,
) -> None:
    desk.journal.fault = StoreError("disk-full")
    desk.write("fever")
    desk.worker.start()
    assert desk.bell.wait(PATIENCE_S)
    desk.bell.clear()
    assert desk.worker.problem is not None
    assert "disk-full" == desk.worker.problem.code

    desk.journal.fault = None
    desk.write("calf")
    desk.ask()
    assert ("calf",) == desk.wait().flags
    assert [("fever",), ("calf",)] == [row.flags for row in desk.journal.all_of(SafetyAnswers)]
    assert desk.worker.problem is None


def test_a_reading_that_fails_is_answered_with_the_fault(desk: Desk) -> None:
    desk.journal.fault = StoreError("damaged")
    desk.ask()
    desk.worker.start()

    assert "damaged" == desk.wait().code


def _stumbles(_journal: Journal) -> None:
    raise LookupError("nobody foresaw it")


def test_what_nobody_foresaw_is_answered_and_noted_and_the_journal_goes_on(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.worker.read(_stumbles, desk.found.append, desk.found.append)
    desk.worker.write(_stumbles)
    desk.write("fever")
    desk.worker.start()

    assert ("failed", "LookupError") == (desk.wait().code, desk.found[0].details["error"])
    desk.ask()
    assert ("fever",) == desk.wait().flags
    assert 2 == len([one for one in caplog.records if one.exc_info])


def test_a_row_of_a_session_that_is_gone_keeps_no_other_from_being_written(desk: Desk) -> None:
    at, gone = desk.clock.now(), desk.clock.new_id()
    row = SessionClosed(desk.clock.new_id(), gone, at, CloseReason.COMPLETED)
    desk.worker.write(lambda journal: journal.close_session(row))
    desk.write("fever")
    desk.worker.start()

    assert desk.worker.close(PATIENCE_S)
    assert [("fever",)] == [one.flags for one in desk.journal.all_of(SafetyAnswers)]


def test_closing_writes_what_waits_and_lets_go(desk: Desk) -> None:
    desk.worker.start()
    for _ in range(50):
        desk.write("fever")

    assert desk.worker.close(PATIENCE_S)
    assert 50 == len(desk.journal.all_of(SafetyAnswers))
    assert desk.journal.closed


def test_closing_says_when_something_could_not_be_written(desk: Desk) -> None:
    desk.journal.fault = StoreError("disk-full")
    desk.write("fever")
    desk.worker.start()

    assert not desk.worker.close(PATIENCE_S)


def test_a_journal_that_cannot_be_opened_is_a_fault_like_any_other() -> None:
    found: list[KnownError] = []
    bell = Event()

    def closed() -> Journal:
        raise StoreError("newer")

    worker = JournalWorker(closed, bell.set)
    worker.read(lambda journal: journal.last_session(), lambda _found: None, found.append)
    worker.start()
    assert bell.wait(PATIENCE_S)
    worker.close(PATIENCE_S)
    worker.poll()

    assert ["newer"] == [error.code for error in found]


def test_a_journal_that_was_exchanged_is_opened_anew_and_nothing_is_lost() -> None:
    moved, new = MemoryJournal(), MemoryJournal()
    moved.fault = StoreError("replaced")
    journals = iter((moved, new))
    clock = FakeClock()
    worker = JournalWorker(lambda: next(journals))
    row = SafetyAnswers(clock.new_id(), clock.now(), ("fever",))
    worker.write(lambda journal: journal.add(row))
    worker.start()

    assert worker.close(PATIENCE_S)
    assert moved.closed
    assert row == new.newest(SafetyAnswers)
