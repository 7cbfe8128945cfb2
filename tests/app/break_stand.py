"""Breaks on a fake machine, sat through by the second."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from pytestqt.qtbot import QtBot

from hipcoach.app.bell import Bell
from hipcoach.app.break_desk import BreakDesk
from hipcoach.app.break_offers import BreakOffers
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.break_log import BreakLogged
from hipcoach.core.breaks import BreakSettings
from hipcoach.core.hours import Hours
from hipcoach.core.journal import SafetyAnswers
from hipcoach.library.source import OwnContent
from tests.fakes import FakeClock, FakeNotifier, FakePresence, FakeStateKeeper, MemoryJournal

MONDAY: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)
QUICK: Final = BreakSettings(
    interval_s=60,
    break_s=20,
    notice_s=10,
    credit_s=40,
    settle_s=5,
    offer_s=20,
    again_s=30,
    snooze_limit=1,
    hours=Hours(always=True),
)
"""An hour in a minute."""


class BreakStand:
    """A person at a desk: `sit`, `press`, and what is shown of it."""

    def __init__(
        self,
        qtbot: QtBot,
        choices: BreakChoices | None = None,
        *,
        kept: str | None = None,
        begin: bool = True,
    ) -> None:
        self.qtbot = qtbot
        self.clock = FakeClock(MONDAY)
        self.presence = FakePresence()
        self.keeper = FakeStateKeeper(kept)
        self.notifier = FakeNotifier()
        self.journal = MemoryJournal()
        self.practising = False
        self._bell = Bell()
        self.worker = JournalWorker(lambda: self.journal, self._bell.rang.emit)
        self.desk = BreakDesk(
            self.clock,
            self.presence,
            self.keeper,
            choices or BreakChoices(rhythm=QUICK),
            lambda: self.practising,
        )
        content = OwnContent()
        self.offers = BreakOffers(
            self.desk, self.notifier, self.worker, self.clock, lambda: content
        )
        self._bell.rang.connect(self.worker.poll)
        self.shown = told(self.desk.changed)
        self.happened = told(self.desk.happened)
        self.windows = told(self.offers.offerChanged)
        self.begun = told(self.offers.breakBegun)
        self.refused = told(self.offers.refused)
        self.worker.start()
        if begin:
            self.desk.start()

    def sit(self, seconds: int, *, idle: bool = False) -> None:
        """Let the person be there for so long, or away from mouse and keyboard."""
        for second in range(1, seconds + 1):
            self.clock.advance(1)
            if idle:
                self.presence.now = type(self.presence.now)(idle_s=float(second), locked=False)
            self.desk.tick()
        self.presence.now = type(self.presence.now)(idle_s=0.0, locked=False)
        self.rest()

    def rest(self) -> None:
        """Wait until the journal has answered."""
        done: list[Any] = []
        self.worker.read(lambda _journal: None, done.append, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def press(self, button: str, key: str = "break") -> None:
        """Press a button of a notice."""
        self.notifier.press(key, button)
        self.offers.poll()
        self.rest()

    def stop_all(self) -> None:
        """Let the journal hold a red flag: no stretching until somebody has looked."""
        row = SafetyAnswers(self.clock.new_id(), self.clock.now(), ("bladder-or-bowel",))
        self.journal.add(row)

    @property
    def line(self) -> str:
        """What the tray says."""
        return self.desk.snapshot.line

    @property
    def kinds(self) -> list[str]:
        """What has happened, by its codes."""
        return [one.kind.value for one in self.happened]

    @property
    def logged(self) -> list[tuple[str, str]]:
        """(kind, reason) of what the journal has."""
        self.rest()
        return [(row.kind, row.reason) for row in self.journal.all_of(BreakLogged)]

    @property
    def buttons(self) -> list[str]:
        """The keys on the notice of a break."""
        return [one.key for one in self.notifier.shown["break"].buttons]

    def close(self) -> None:
        """Go."""
        self.rest()
        self.desk.stop()
        self.offers.close()
        self.worker.close()
        self.offers.deleteLater()
        self.desk.deleteLater()


def told(signal: Any) -> list[Any]:
    """What a signal says from now on."""
    heard: list[Any] = []
    signal.connect(heard.append)
    return heard
