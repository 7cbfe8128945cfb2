"""An eye on the journal: other programs of the same person write into it as well."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hipcoach.app.journal_worker import JournalWorker

MINUTE_MS = 60_000


class Outside(QObject):
    """Notices what a command, a joined journal or a copy taken back has changed."""

    changed = Signal()
    """The journal holds what was not written here."""

    def __init__(self, worker: JournalWorker) -> None:
        super().__init__()
        self._worker = worker
        self._stamp: str | None = None
        self._minutes = QTimer(self)
        self._minutes.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._minutes.setInterval(MINUTE_MS)
        self._minutes.timeout.connect(self.look)

    def watch(self, on: bool = True) -> None:
        """Look every minute from now on, and at once; or no more."""
        if on:
            self._minutes.start()
            self.look()
        else:
            self._minutes.stop()

    def heed(self, state: Qt.ApplicationState) -> None:
        """Look when somebody comes back to the window: from a terminal, it may be."""
        if state is Qt.ApplicationState.ApplicationActive and self._minutes.isActive():
            self.look()

    def look(self) -> None:
        """Ask the journal whether others wrote since the last look."""
        self._worker.read(lambda journal: journal.stamp(), self._compare, lambda _error: None)

    def _compare(self, stamp: str) -> None:
        before, self._stamp = self._stamp, stamp
        if before is not None and stamp != before:
            self.changed.emit()
