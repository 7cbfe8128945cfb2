"""What joins this journal with that of another computer, while a window or the tray is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.core.settings import Settings
from hipcoach.ports import Clock, Errands

# ruff: noqa: PLC0415 - nothing is imported where no place is chosen

if TYPE_CHECKING:
    from hipcoach.app.sync_desk import SyncDesk
    from hipcoach.core.sync_choices import SyncChoices
    from hipcoach.ui.shell import Shell


class Syncing:
    """The desk that does it, from the first place that is chosen on."""

    def __init__(
        self,
        clock: Clock,
        errands: Callable[[], Errands],
        data: Path,
        settings: Callable[[], Settings],
    ) -> None:
        """`data` is the folder of the journal, `settings` are those that hold now."""
        self._clock = clock
        self._errands = errands
        self._data = data
        self._settings = settings
        self._desk: SyncDesk | None = None
        self._busy: list[Callable[[], bool]] = []
        self._came: Callable[[], None] = lambda: None
        self._page = ""

    @property
    def desk(self) -> SyncDesk:
        """The one desk of this process."""
        return self._desk or self._made(self._settings().sync)

    def heed(self, practising: Callable[[], bool]) -> None:
        """Join nothing while somebody practises, as that tells."""
        self._busy.append(practising)

    def start(self) -> None:
        """Begin, where a place is chosen."""
        if _chosen(self._settings()):
            self.desk.start()

    def take(self, settings: Settings) -> None:
        """Let other settings hold."""
        if self._desk is None and not _chosen(settings):
            return
        from hipcoach.core.sync_choices import SyncChoices

        desk = self._desk or self._made(SyncChoices())
        desk.choose(settings.sync)

    def join(self, shell: Shell, came: Callable[[], None]) -> None:
        """Show it in a window that has opened, and join now and when a session in it is over.

        `came` is called whenever rows have come into the journal.
        """
        from hipcoach.ui.sync_way import SyncWay

        def choose(choices: SyncChoices) -> None:
            shell.change(self._settings().with_sync(choices))

        SyncWay(shell.window, shell.pages, lambda: self.desk, choose)
        self._came = came
        self.heed(lambda: shell.session.practising)
        shell.window.placeChanged.connect(self._turned)
        self._wish()

    def _turned(self, page: str) -> None:
        """A session begins, or the questions after it come up or are answered."""
        before, self._page = self._page, page
        if page == "session" and self._desk is not None:
            self._desk.make_way()
        if "check-in" in {before, page}:
            self._wish()

    def _wish(self) -> None:
        if _chosen(self._settings()):
            self.desk.wish()

    def _tell_came(self) -> None:
        self._came()

    def _made(self, choices: SyncChoices) -> SyncDesk:
        from hipcoach.app.sync_desk import SyncDesk
        from hipcoach.core.sync_timing import LAST
        from hipcoach.system.state_file import StateFile

        self._desk = SyncDesk(
            self._clock,
            self._errands,
            StateFile(self._data / LAST).read,
            choices,
            lambda: any(practising() for practising in self._busy),
        )
        self._desk.journalChanged.connect(self._tell_came)
        return self._desk


def _chosen(settings: Settings) -> bool:
    """Whether a place is chosen; asked without all that a choice is made of."""
    return bool(dict(settings.sync_table).get("where"))
