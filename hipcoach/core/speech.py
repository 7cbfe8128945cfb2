"""What a voice is asked for, and what it tells: which voices there are, what is heard."""

from __future__ import annotations

from enum import StrEnum

from hipcoach.core.value import value


@value
class VoiceChoice:
    """How a line is to be spoken."""

    voice: str = ""
    """Id as `VoicesKnown` tells it; empty: the system's default for the language."""
    rate: int = 150
    """Words a minute, 100 to 220."""
    volume: int = 100
    """0 to 100."""
    language: str = "en"
    """BCP 47 tag of what is said; a voice of another one gives way to one that speaks it."""


@value
class Voice:
    """A voice that is installed."""

    id: str
    name: str
    languages: tuple[str, ...]
    """BCP 47 tags, such as `en-GB`."""


class SpeechProblem(StrEnum):
    """Why nothing is heard."""

    NO_ENGINE = "no-engine"
    """No speech engine can be loaded."""
    ENGINE_FAILS = "engine-fails"
    """It hangs, dies or gives empty files again and again; tried again later."""
    NO_SOUND = "no-sound"
    """No player, no sound card, or the sound server is gone; tried again later."""


@value
class Prepared:
    """A line has been turned into sound: its length is known."""

    line: str
    length_s: float


@value
class SpeechChanged:
    """What can be heard has changed: `None` is *all well*."""

    voice: SpeechProblem | None
    sound: SpeechProblem | None
    """Of tones and ticks, which need no engine."""


@value
class VoicesKnown:
    """The engine has told its voices."""

    voices: tuple[Voice, ...]


SpeechEvent = Prepared | SpeechChanged | VoicesKnown


class Tone(StrEnum):
    """The short sounds of a session."""

    TICK = "tick"
    START = "start"
    END = "end"
