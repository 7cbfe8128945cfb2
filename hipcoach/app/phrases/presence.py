"""What HipCoach can know of the person on this desktop, and what follows where it can't."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.app.words import N_, _
from hipcoach.core.presence import Blind, Sense, Source

NAMES: Final[Mapping[Sense, str]] = {
    Sense.IDLE: N_("Time away from mouse and keyboard"),
    Sense.LOCK: N_("Locked screen"),
    Sense.DO_NOT_DISTURB: N_("Do not disturb"),
    Sense.FULLSCREEN: N_("Full screen"),
    Sense.CALL: N_("Calls (microphone in use)"),
}

REASONS: Final[Mapping[Blind, str]] = {
    Blind.ASKING: N_("no answer has come yet"),
    Blind.NO_ANSWER: N_("whoever should know it doesn't answer"),
    Blind.NO_DISPLAY: N_("there is no screen to be reached"),
    Blind.NO_LIBRARY: N_("a part of the system is missing"),
    Blind.NO_BUS: N_("there is no session bus"),
    Blind.NO_SERVER: N_("the program that knows it isn't running"),
    Blind.NOT_TOLD: N_("this desktop doesn't tell it"),
    Blind.GONE: N_("the connection broke; it is tried again"),
}

NO_SERVER: Final[Mapping[Sense, str]] = {
    Sense.DO_NOT_DISTURB: N_("no notification server is running"),
    Sense.CALL: N_("neither PipeWire nor PulseAudio is running"),
}
"""Which program it is that isn't running."""

INSTEAD: Final[Mapping[Sense, str]] = {
    Sense.IDLE: N_("Only a locked screen counts as time away."),
    Sense.LOCK: N_("A locked screen counts as time away once nothing is touched for a while."),
    Sense.DO_NOT_DISTURB: N_("Reminders come all the same; pause them when you want quiet."),
    Sense.FULLSCREEN: N_("Reminders come in front of films and slides too; pause them for these."),
    Sense.CALL: N_("Say “In a meeting” when you are in a call."),
}
"""What follows, and what to do."""

WAYS: Final[Mapping[str, str]] = {
    "x11": "X11",
    "wayland": "Wayland",
    "gnome": "GNOME",
    "kde": "KDE",
    "sway": "sway",
    "inhibitors": "D-Bus",
    "windows": "Windows",
    "macos": "macOS",
    "pulse": "PipeWire/PulseAudio",
    "screensaver": "ScreenSaver",
    "logind": "logind",
}
"""Names of those who tell; another one is told as it calls itself."""


def sense_name(sense: Sense) -> str:
    """What there is to know, such as *Full screen*."""
    return _(NAMES[sense])


def source_words(source: Source) -> str:
    """Whether it is known here and from whom, or why not and what follows."""
    what = sense_name(source.sense)
    if source.blind is None:
        return _("{what}: noticed, through {way}.").format(
            what=what, way=WAYS.get(source.way, source.way)
        )
    return _("{what}: not noticed here, because {reason}. {instead}").format(
        what=what, reason=reason_words(source), instead=_(INSTEAD[source.sense])
    )


def reason_words(source: Source) -> str:
    """Why it isn't known, to follow *because*; empty where it is."""
    if source.blind is None:
        return ""
    if source.blind is Blind.NO_SERVER and source.sense in NO_SERVER:
        return _(NO_SERVER[source.sense])
    return _(REASONS[source.blind])
