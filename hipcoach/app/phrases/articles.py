"""What is said around articles."""

from __future__ import annotations

from hipcoach.app.words import _, ngettext
from hipcoach.ports import SpeechProblem


def reading_time_words(minutes: int) -> str:
    """How long an article takes to read."""
    return ngettext("{minutes} minute to read", "{minutes} minutes to read", minutes).format(
        minutes=minutes
    )


def not_read_words(voice: SpeechProblem | None, sound: SpeechProblem | None) -> str:
    """Why nothing can be read aloud; empty when it can."""
    if sound is not None:
        return _("Reading aloud has to wait: no sound can be played on this computer.")
    match voice:
        case SpeechProblem.NO_ENGINE:
            return _("Reading aloud has to wait: no voice is installed.")
        case SpeechProblem.ENGINE_FAILS | SpeechProblem.NO_SOUND:
            return _("Reading aloud has to wait: the voice does not answer.")
        case None:
            return ""


def voice_silent_words() -> str:
    """Why reading stopped: the voice took too long."""
    return _("The voice does not answer, so reading aloud has stopped.")
