"""What other programs of the same person ask about breaks, done and answered."""

from __future__ import annotations

from typing import Final

from hipcoach.app.break_desk import BreakDesk
from hipcoach.app.phrases.breaks import refusal_words
from hipcoach.core.breaks import Command, MeetingFor, Order, PauseFor, Snooze
from hipcoach.core.errors import KnownError
from hipcoach.core.remote import TOMORROW, BreakReport, BreakRequest, BreakWish


class BreakRemote:
    """Answers requests as the tray's menu would."""

    def __init__(self, desk: BreakDesk) -> None:
        self._desk = desk

    def __call__(self, request: BreakRequest) -> BreakReport:
        """Do it, and tell how it stands; raises KnownError (`refused`, `breaks-off`)."""
        if request.wish is not BreakWish.STATUS:
            self._do(request)
        return self.report()

    def report(self) -> BreakReport:
        """How it stands."""
        status, shown = self._desk.status, self._desk.snapshot
        return BreakReport(
            state=status.standing.value if status else "off",
            remaining_s=status.remaining_s if status else 0.0,
            line=shown.line,
            reason=status.guard.value if status and status.guard else "",
            until=status.paused_until if status else None,
        )

    def _do(self, request: BreakRequest) -> None:
        if self._desk.status is None:
            raise KnownError("breaks-off")
        # Whoever asks here is told here, not on the desktop too.
        why = self._desk.tell(_command(request))
        if why is not None:
            raise KnownError("refused", {"words": refusal_words(why), "reason": why.value})


_ORDERS: Final = {
    BreakWish.START: Order.BREAK_NOW,
    BreakWish.SKIP: Order.SKIP,
    BreakWish.RESUME: Order.RESUME,
    BreakWish.END_MEETING: Order.END_MEETING,
}


def _command(request: BreakRequest) -> Command:
    """What the machine is told; raises KnownError (`not-understood`)."""
    match request:
        case BreakRequest(BreakWish.SNOOZE, float(seconds)):
            return Snooze(seconds)
        case BreakRequest(BreakWish.MEETING, float(seconds)):
            return MeetingFor(seconds)
        case BreakRequest(BreakWish.PAUSE, float(seconds)):
            return PauseFor(seconds)
        case BreakRequest(BreakWish.PAUSE, None, until):
            return Order.PAUSE_UNTIL_TOMORROW if until == TOMORROW else Order.PAUSE
        case _ if request.wish in _ORDERS:
            return _ORDERS[request.wish]
    raise KnownError("not-understood", {"wish": request.wish.value})
