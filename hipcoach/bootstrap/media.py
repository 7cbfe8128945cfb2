"""Media keys for the sessions of a window, from the first of them on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

# ruff: noqa: PLC0415 - before the first session nobody looks for a player

if TYPE_CHECKING:
    from hipcoach.app.media_desk import MediaDesk
    from hipcoach.app.snapshots import SessionSnapshot
    from hipcoach.system.bus.session import SessionBus
    from hipcoach.ui.shell import Shell


class WindowMedia:
    """Shows what runs in the window on the person's bus, and does what is pressed there."""

    def __init__(
        self, shell: Shell, bus: Callable[[], SessionBus], raise_: Callable[[], None]
    ) -> None:
        """`bus` gives our place on the bus, `raise_` brings the window to the front."""
        self._shell = shell
        self._bus = bus
        self._raise = raise_
        self._desk: MediaDesk | None = None
        shell.session.shownChanged.connect(self.show)

    def show(self, shown: SessionSnapshot | None) -> None:
        """A session is at this moment; `None`: there is none."""
        if self._desk is None:
            if shown is None:
                return
            from hipcoach.app.media_desk import MediaDesk
            from hipcoach.system.mpris import BusMedia

            self._desk = MediaDesk(self._shell.session.act, self._raise)
            self._desk.serve(BusMedia(self._bus(), self._desk.wish))
        self._desk.show(shown)


def bus_of_its_own() -> SessionBus:
    """A place on the person's bus for a window without a tray."""
    from hipcoach.system.bus.session import SessionBus, session_bus_address

    bus = SessionBus(session_bus_address())
    bus.open()
    return bus
