"""A damaged journal on the desk, with copies that a test lays beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from hipcoach.app.bell import Bell
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.rescue_desk import RescueDesk
from hipcoach.app.rescue_snapshots import RescueSnapshot, Stage
from hipcoach.core.backups import BackupKind, BackupShown, JournalContents, Rescue
from hipcoach.core.errors import StoreError
from hipcoach.core.journal import SafetyAnswers
from hipcoach.ports import Journal
from tests.fakes import MemoryJournal

PATIENCE_S = 10.0
DAMAGED = StoreError("damaged", {"path": "journal.sqlite"})
ASIDE = Path("journal-damaged.sqlite")
DAY = date(2026, 3, 2)


def copy(name: str, sessions: int = 3, *, readable: bool = True) -> BackupShown:
    """A copy of that name."""
    contents = JournalContents((("sessions", sessions),), DAY, DAY)
    made = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
    return BackupShown(Path(name), contents if readable else None, BackupKind.DAILY, made)


class FakeMending:
    """Puts a good journal in the place of a damaged one; `fault` is raised by what is tried."""

    def __init__(self, put: Callable[[], None]) -> None:
        self.kept: tuple[BackupShown, ...] = (copy("newer"), copy("older", 1))
        self.fault: StoreError | None = None
        self.blind: StoreError | None = None
        """Raised by every look at the copies."""
        self.mended_elsewhere = False
        self.done: list[Path | None] = []
        self._put = put

    def find(self, besides: Collection[Path]) -> Rescue:
        if self.blind is not None:
            raise self.blind
        good = (one for one in self.kept if one.contents and one.path not in besides)
        return Rescue("journal.sqlite", next(good, None), 2)

    def copies(self) -> tuple[BackupShown, ...]:
        if self.blind is not None:
            raise self.blind
        return self.kept

    def look_again(self) -> None:
        if not self.mended_elsewhere:
            raise DAMAGED
        self._put()

    def restore(self, source: Path) -> Path | None:
        self._do(source)
        return ASIDE

    def begin_anew(self) -> Path:
        self._do(None)
        return ASIDE

    def _do(self, source: Path | None) -> None:
        if self.fault is not None:
            raise self.fault
        self.done.append(source)
        self._put()


class RescueStand:
    """A desk in front of a worker whose journal breaks when it is told to."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.journal, self.spare = MemoryJournal(), MemoryJournal()
        self.bell = Bell()
        self.worker = JournalWorker(
            lambda: self.journal, self.bell.rang.emit, spare=lambda: self.spare
        )
        self.mending = FakeMending(self.put)
        self.desk = RescueDesk(self.worker, self.mending)
        self.bell.rang.connect(self.desk.heed)
        self.shown: list[RescueSnapshot | None] = []
        self.found: list[bool] = []
        self.mended: list[bool] = []
        self.desk.changed.connect(self.shown.append)
        self.desk.found.connect(lambda: self.found.append(True))
        self.desk.mended.connect(lambda: self.mended.append(True))
        self.worker.start()

    def put(self) -> None:
        """Lay a good journal in the place of the damaged one."""
        self.journal = MemoryJournal()

    def breaks(self) -> None:
        """Let the journal break, and wait until it is known what helps."""
        self.journal.fault = DAMAGED
        before = len(self.shown)
        self.look()
        self.qtbot.waitUntil(lambda: len(self.shown) > before)

    def look(self) -> None:
        """Read anything."""
        self.worker.read(_newest, lambda _row: None, lambda _error: None)

    def until(self, stage: Stage | None) -> RescueSnapshot:
        """What is shown as soon as it is so far."""
        self.qtbot.waitUntil(lambda: bool(self.shown) and _stage(self.shown[-1]) is stage)
        return self.shown[-1]  # type: ignore[return-value] # nobody looks at nothing

    def close(self) -> None:
        """Let go of the thread."""
        self.worker.close(PATIENCE_S)
        self.worker.poll()


def _newest(journal: Journal) -> Any:
    return journal.newest(SafetyAnswers)


def _stage(shown: RescueSnapshot | None) -> Stage | None:
    return shown.stage if shown else None
