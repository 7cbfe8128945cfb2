"""An eye on what others write into the journal."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.outside import Outside
from tests.fakes import MemoryJournal

PATIENCE_S = 10.0


class Room:
    """An eye on a journal in memory, that sees when it is told to."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self._bell = Event()
        self.worker = JournalWorker(lambda: self.journal, self._bell.set)
        self.worker.start()
        self.outside = Outside(self.worker)
        self.changes: list[None] = []
        self.outside.changed.connect(lambda: self.changes.append(None))

    def seen(self) -> int:
        """How many changes were told, when all that was asked for is answered."""
        done: list[object] = []
        self.worker.read(lambda _journal: None, done.append, done.append)
        while not done:
            assert self._bell.wait(PATIENCE_S)
            self._bell.clear()
            self.worker.poll()
        return len(self.changes)


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Room]:  # noqa: ARG001 - signals need one
    made = Room()
    yield made
    made.outside.watch(False)
    made.worker.close(PATIENCE_S)


def test_what_others_write_is_noticed_once(room: Room) -> None:
    room.outside.watch()
    assert 0 == room.seen()
    room.journal.outside += 1
    room.outside.look()
    assert 1 == room.seen()
    room.outside.look()
    assert 1 == room.seen()


def test_what_was_there_at_the_first_look_is_no_news(room: Room) -> None:
    room.journal.outside = 7
    room.outside.watch()
    assert 0 == room.seen()


def test_coming_back_to_the_window_is_a_look(room: Room) -> None:
    room.outside.watch()
    room.seen()
    room.journal.outside += 1
    room.outside.heed(Qt.ApplicationState.ApplicationInactive)
    assert 0 == room.seen()
    room.outside.heed(Qt.ApplicationState.ApplicationActive)
    assert 1 == room.seen()


def test_nobody_looks_while_there_is_no_window(room: Room) -> None:
    room.outside.watch()
    room.outside.watch(False)
    room.seen()
    room.journal.outside += 1
    room.outside.heed(Qt.ApplicationState.ApplicationActive)
    assert 0 == room.seen()
