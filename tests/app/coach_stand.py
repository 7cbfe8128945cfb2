"""A coach on a fake machine, with a real worker in a thread of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from pytestqt.qtbot import QtBot

from hipcoach.app.bell import Bell
from hipcoach.app.coach import Coach
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.session_controller import SessionController
from hipcoach.core.errors import StoreError
from hipcoach.core.journal import SafetyAnswers, SessionRecord
from hipcoach.core.player import State
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent
from hipcoach.ports import ContentSource
from tests.app.practice import STEP_S
from tests.fakes import FakeClock, FakeScreenAwake, FakeSpeaker, MemoryJournal

EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
PATIENCE_S = 10.0
FULL = StoreError("disk-full", {"path": "journal.sqlite"})
LOCKED = StoreError("locked", {"path": "journal.sqlite"})
DAMAGED = StoreError("damaged", {"path": "journal.sqlite"})


class CoachStand:
    """What the coach says is written down; the journal answers once `begin` was called."""

    def __init__(
        self,
        qtbot: QtBot,
        journal: MemoryJournal | None = None,
        content: ContentSource | None = None,
        settings: Settings | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.journal = journal or MemoryJournal()
        self.clock = FakeClock()
        self.speaker = FakeSpeaker()
        self.awake = FakeScreenAwake()
        self.bell = Bell()
        self.content = content or OwnContent()
        self.worker = JournalWorker(lambda: self.journal, self.bell.rang.emit)
        self.coach = Coach(
            self.content,
            self.clock,
            self.worker,
            self.awake,
            lambda: self.speaker,
            settings or Settings(),
            moving=lambda _settings: False,
        )
        self.bell.rang.connect(self.coach.heed)
        self.todays = _told(self.coach.todayChanged)
        self.opened = _told(self.coach.sessionOpened)
        self.ended = _told(self.coach.sessionEnded)
        self.asked = _told(self.coach.safetyNeeded)
        self.troubles = _told(self.coach.troubleChanged)

    def begin(self) -> None:
        """Let the journal be opened, and look at it."""
        self.worker.start()
        self.look()

    def look(self) -> None:
        """Ask the journal, and wait until the page knows or a session has begun."""
        seen = len(self.todays)
        self.coach.look()
        self.qtbot.waitUntil(lambda: len(self.todays) > seen or bool(self.opened))

    def written(self) -> None:
        """Wait until the journal has all that was handed to it."""
        done: list[Any] = []
        self.worker.read(lambda _journal: None, done.append, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def answered(self, *flags: str, number: int = 1) -> CoachStand:
        """The questions before the first session were answered before."""
        row = SafetyAnswers(UUID(int=number), self.clock.now(), flags)
        self.journal.add(row)
        return self

    def session(self) -> SessionController:
        """The session that was opened last."""
        found = self.opened[-1]
        assert isinstance(found, SessionController)
        return found

    def practise(self, routine: str) -> None:
        """Start a session, and wait until it plays."""
        self.coach.start(routine)
        self.go()

    def go(self) -> None:
        """Begin the session that was opened, and wait until it plays."""
        session = self.session()
        session.begin()
        self.qtbot.waitUntil(lambda: session.session.player.state is State.PLAYING)

    def play(self, seconds: float) -> None:
        """Let time pass in the session, looked at twenty times a second."""
        session = self.session().session
        for _ in range(round(seconds / STEP_S)):
            self.clock.advance(STEP_S)
            session.tick()

    def into_hold(self, number: int = 1, seconds: float = 5.0) -> None:
        """To so many seconds after the start of a hold."""
        player = self.session().session.player
        holds = [s for s in player.timeline.segments if s.phase.practised]
        self.play(holds[number - 1].start_s + seconds - player.position_s)

    def over(self) -> None:
        """Wait until the controller has seen that it is over."""
        self.qtbot.waitUntil(lambda: bool(self.ended))

    def record(self) -> SessionRecord:
        """The only session in the journal."""
        self.written()
        (only,) = self.journal.sessions(*EVER)
        return only

    def close(self) -> None:
        """Let go of the thread."""
        self.journal.fault = None
        if self.worker.close(PATIENCE_S):
            self.worker.poll()


def _told(signal: Any) -> list[Any]:
    heard: list[Any] = []
    signal.connect(lambda *values: heard.append(values[0] if values else None))
    return heard
