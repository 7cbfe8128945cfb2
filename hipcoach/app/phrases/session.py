"""What the session page and the terminal say about a session in progress."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.app.words import N_, _, pgettext
from hipcoach.core.side import Side
from hipcoach.core.timeline import Phase, Segment
from hipcoach.core.wording import Wording
from hipcoach.ports import SpeechProblem


def side_words(side: Side | None) -> str:
    """The side that works, or nothing."""
    match side:
        case Side.LEFT:
            return pgettext("side of the body", "Left")
        case Side.RIGHT:
            return pgettext("side of the body", "Right")
        case None:
            return ""


_PHASES: Final[Mapping[Phase, str]] = {
    Phase.ANNOUNCE: N_("Get into place"),
    Phase.TRANSITION: N_("Get into place"),
    Phase.GET_READY: N_("Get ready"),
    Phase.WORK: N_("Hold"),
    Phase.CONTRACT: N_("Hold still"),
    Phase.RELAX: N_("Relax"),
    Phase.SWITCH: N_("Switch sides"),
    Phase.REST: N_("Rest"),
    Phase.FINISH: N_("Done"),
}


def phase_words(segment: Segment) -> str:
    """What to do in a segment, in one or two words."""
    if segment.reps:
        return _("Keep moving")
    return _(_PHASES[segment.phase])


def next_words(now: Segment, then: Segment | None, wording: Wording) -> str:
    """What comes after the practice in hand."""
    if then is None:
        return _("Next: the end")
    side = side_words(then.side).lower()
    if then.step == now.step and then.side is not now.side and side:
        return _("Next: {side} side").format(side=side)
    if then.step == now.step:
        return _("Next: once more")
    name = wording.exercises[then.exercise].name
    if side:
        return _("Next: {exercise}, {side}").format(exercise=name, side=side)
    return _("Next: {exercise}").format(exercise=name)


def muted_words(voice: SpeechProblem | None, sound: SpeechProblem | None) -> str:
    """Why nothing is heard; empty when all is well."""
    if sound is not None:
        return _("No sound can be played; follow the captions. It is tried again by itself.")
    match voice:
        case SpeechProblem.NO_ENGINE:
            return _("No voice is installed; follow the captions and the tones.")
        case SpeechProblem.ENGINE_FAILS | SpeechProblem.NO_SOUND:
            return _("The voice does not answer; captions and tones go on until it does.")
        case None:
            return ""


def volume_words(volume: int) -> str:
    """The volume of the voice that was just chosen."""
    return _("Voice volume {volume}").format(volume=volume)


def unsaved_words() -> str:
    """The journal can't be written at the moment."""
    return _("This session can't be saved just now. It is kept and tried again.")


def keep_awake_words() -> str:
    """Why the screen is kept from going dark, as some desktops show it."""
    return _("A session is running")
