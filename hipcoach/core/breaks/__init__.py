"""When a stretch break is due: a pure machine that is given samples and commands.

`begun` or `restored` gives its state, `sampled` and `told` carry it on and give the events,
`stored` writes it down, `status` and `preview` tell about it. Settings are given each time.
"""

from hipcoach.core.breaks.commands import told
from hipcoach.core.breaks.machine import Step, begun, restored, sampled
from hipcoach.core.breaks.outlook import Status, preview, standing, status
from hipcoach.core.breaks.settings import LENGTHS, BreakSettings
from hipcoach.core.breaks.state import BreakState, stored
from hipcoach.core.breaks.values import (
    Command,
    Event,
    EventKind,
    Finish,
    Guard,
    MeetingFor,
    Order,
    PauseFor,
    PauseUntil,
    Refusal,
    Sample,
    Snooze,
    Standing,
)

__all__ = [
    "LENGTHS",
    "BreakSettings",
    "BreakState",
    "Command",
    "Event",
    "EventKind",
    "Finish",
    "Guard",
    "MeetingFor",
    "Order",
    "PauseFor",
    "PauseUntil",
    "Refusal",
    "Sample",
    "Snooze",
    "Standing",
    "Status",
    "Step",
    "begun",
    "preview",
    "restored",
    "sampled",
    "standing",
    "status",
    "stored",
    "told",
]
