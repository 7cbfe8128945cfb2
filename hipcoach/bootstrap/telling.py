"""Telling the HipCoach that runs of the sessions in a window beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipcoach.app.snapshots import SessionSnapshot
    from hipcoach.system.instance.beat import SessionBeat
    from hipcoach.ui.shell import Shell


class WindowBeat:
    """Says that a session goes on for as long as one is shown."""

    def __init__(self, shell: Shell, beat: Callable[[], SessionBeat]) -> None:
        """`beat` is asked for when the first session begins."""
        self._make = beat
        self._beat: SessionBeat | None = None
        shell.session.shownChanged.connect(self._show)

    def close(self) -> None:
        """Say that none goes on any more."""
        if self._beat is not None:
            self._beat.close()

    def _show(self, shown: SessionSnapshot | None) -> None:
        if shown is None:
            if self._beat is not None:
                self._beat.end()
            return
        self._beat = self._beat or self._make()
        self._beat.begin()
