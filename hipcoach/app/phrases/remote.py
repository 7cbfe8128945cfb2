"""What is said to who asks a HipCoach that runs, or switches its start at login."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.app.words import N_

REMOTE: Final[Mapping[str, str]] = {
    "not-running": N_("HipCoach is not running; `hipcoach tray` starts it."),
    "no-answer": N_("HipCoach is running but does not answer; wait a moment and try again."),
    "refused": N_("That is not possible now; `hipcoach break status` says how it stands."),
    "breaks-off": N_("Break reminders are off; switch them on in HipCoach, under Breaks."),
    "session-runs": N_("HipCoach is leading through something already; finish or stop that first."),
    "not-understood": N_(
        "The HipCoach that is running does not know this; quit it and start it again."
    ),
    "autostart-not-kept": N_(
        "The start at login was not kept ({path}); look for HipCoach in your system's settings."
    ),
}
REMOTE_USAGE: Final[Mapping[str, str]] = {
    "not-a-length": N_("{text} is no length of time; it looks like 30m, 1h or 1h30."),
}
