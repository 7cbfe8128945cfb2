"""The break commands on the person's bus: `org.hipcoach.HipCoach`, in seconds and plain words."""

from __future__ import annotations

from typing import Any, Final

from jeepney import Message

from hipcoach.core.remote import TOMORROW, AskBreaks, BreakReport, BreakRequest, BreakWish
from hipcoach.system.bus.objects import BusInterface, BusMethod, BusObject, BusProperty
from hipcoach.system.bus.session import SessionBus

NAME: Final = "org.hipcoach.HipCoach"
PATH: Final = "/org/hipcoach/HipCoach"
INTERFACE: Final = "org.hipcoach.Breaks"

FOR_GOOD: Final = 0
"""Seconds of a pause that has no end."""

_LINE: Final = (("line", "s"),)
_SECONDS: Final = (("seconds", "u"),)


class BusBreaks:
    """Offers the break commands to other programs of the same person.

    Each answers with the line that the tray shows; a refusal is an error.
    The name belongs to the HipCoach that was first; a second one, with another data folder,
    goes without.
    """

    def __init__(self, bus: SessionBus, ask: AskBreaks) -> None:
        self._bus, self._ask = bus, ask
        self._shown: BreakReport | None = None
        self._object = BusObject(PATH, self._interface())
        bus.serve(self._object)
        bus.add(self)

    def show(self, report: BreakReport) -> None:
        """Tell whoever listens what has changed since the last time; seconds alone are no news."""
        before, self._shown = self._shown, report
        then = {} if before is None else _said(before)
        changed = {
            name: value
            for name, value in _said(report).items()
            if name != "RemainingSeconds" and then.get(name) != value
        }
        if changed:
            self._bus.send(self._object.changed(INTERFACE, changed))

    def tell(self, event: str, reason: str = "") -> None:
        """Tell whoever listens that something has happened, `due` or `taken` or `held`."""
        self._bus.send(self._object.signal(INTERFACE, "Happened", event, reason))

    def close(self) -> None:
        """Offer nothing any more."""
        self._bus.withdraw(PATH)
        self._bus.remove(self)
        self._bus.drop_name(NAME)

    def joined(self) -> None:
        """The bus is there: be known on it."""
        self._bus.take_name(NAME, lambda _ours: None)

    def left(self) -> None:
        """The bus is gone; so is whoever listened."""

    def heard(self, message: Message) -> None:
        """Nothing that others say is of interest."""

    def _interface(self) -> BusInterface:
        timed = {
            "Snooze": self._timed(BreakWish.SNOOZE),
            "Meeting": self._timed(BreakWish.MEETING),
            "Pause": BusMethod(self._pause, _SECONDS, _LINE),
        }
        plain = {
            "Start": BreakWish.START,
            "Skip": BreakWish.SKIP,
            "Resume": BreakWish.RESUME,
            "EndMeeting": BreakWish.END_MEETING,
        }
        methods = {name: self._plain(BreakRequest(wish)) for name, wish in plain.items()} | timed
        methods["PauseUntilTomorrow"] = self._plain(BreakRequest(BreakWish.PAUSE, until=TOMORROW))
        methods["Status"] = BusMethod(lambda: (self._status(),), gives=(("status", "a{sv}"),))
        properties = {
            name: BusProperty(
                kind, self._reads(name), "false" if name == "RemainingSeconds" else "true"
            )
            for name, kind in _KINDS.items()
        }
        happened = (("event", "s"), ("reason", "s"))
        return BusInterface(INTERFACE, methods, properties, {"Happened": happened})

    def _plain(self, request: BreakRequest) -> BusMethod:
        return BusMethod(lambda: (self._ask(request).line,), gives=_LINE)

    def _timed(self, wish: BreakWish) -> BusMethod:
        def call(seconds: int) -> tuple[str]:
            request = BreakRequest.of_plain({"wish": wish.value, "seconds": seconds})
            return (self._ask(request).line,)

        return BusMethod(call, _SECONDS, _LINE)

    def _pause(self, seconds: int) -> tuple[str]:
        length = None if seconds == FOR_GOOD else seconds
        request = BreakRequest.of_plain({"wish": BreakWish.PAUSE.value, "seconds": length})
        return (self._ask(request).line,)

    def _status(self) -> dict[str, tuple[str, object]]:
        return _said(self._ask(BreakRequest(BreakWish.STATUS)))

    def _reads(self, name: str) -> Any:
        return lambda: self._status()[name][1]


_KINDS: Final = {
    "State": "s",
    "Line": "s",
    "Reason": "s",
    "Until": "s",
    "RemainingSeconds": "u",
}


def _said(report: BreakReport) -> dict[str, tuple[str, object]]:
    """A report in the words of the bus; `Until` is empty where nothing ends."""
    plain = report.as_plain()
    values = {
        "State": report.state,
        "Line": report.line,
        "Reason": report.reason,
        "Until": plain["until"] or "",
        "RemainingSeconds": max(0, round(report.remaining_s)),
    }
    return {name: (kind, values[name]) for name, kind in _KINDS.items()}
