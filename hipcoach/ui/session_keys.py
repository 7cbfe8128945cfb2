"""The controls of a session, as data: what each does, and which keys ask for it.

Keys, menu, control bar and the list of keys read this one table.
Keys are named as `QKeySequence` reads them; presenters and media remotes are keyboards too.
"""

from __future__ import annotations

from typing import Final

from hipcoach.app.words import N_, _
from hipcoach.core.controls import Action
from hipcoach.core.value import value


@value
class Control:
    """One control: its words are marked for translation, not yet translated."""

    action: Action
    label: str
    tip: str
    """What it does, in half a sentence."""
    keys: tuple[str, ...]
    """The key to be shown first is the first."""
    repeats: bool = False
    """Whether a key held down asks again and again."""


@value
class ControlGroup:
    """Controls that belong together, and what they are about."""

    title: str
    controls: tuple[Control, ...]


GROUPS: Final = (
    ControlGroup(
        N_("Pace"),
        (
            Control(
                Action.PAUSE_RESUME,
                N_("Pause or go on"),
                N_("Pause, or go on"),
                (
                    "Space",
                    "F5",
                    ".",
                    "Media Play",
                    "Toggle Media Play/Pause",
                    "Media Pause",
                ),
            ),
            Control(
                Action.NEXT,
                N_("Next"),
                N_("On to what comes next"),
                ("Right", "PgDown", "Media Next"),
            ),
            Control(
                Action.BACK,
                N_("Back"),
                N_("Start this again; twice: the one before"),
                ("Left", "PgUp", "Media Previous"),
            ),
            Control(Action.REPEAT, N_("Say it again"), N_("Repeat the last words"), ("R",)),
        ),
    ),
    ControlGroup(
        N_("Your hip"),
        (
            Control(
                Action.PINCH,
                N_("It pinches"),
                N_("Note a pinch at the front of the hip, and ease off at once"),
                ("P",),
            ),
            Control(
                Action.EASIER,
                N_("Easier"),
                N_("Too much: take an easier variant now"),
                ("-", "_"),
            ),
            Control(Action.SWAP, N_("Swap sides"), N_("Work on the other side"), ("S",)),
        ),
    ),
    ControlGroup(
        N_("Time and sound"),
        (
            Control(
                Action.LONGER,
                N_("10 seconds more"),
                N_("Stay ten seconds longer"),
                ("]", "Ctrl+Right"),
                repeats=True,
            ),
            Control(
                Action.SHORTER,
                N_("10 seconds less"),
                N_("Stay ten seconds less"),
                ("[", "Ctrl+Left"),
                repeats=True,
            ),
            Control(Action.LOUDER, N_("Louder"), N_("Turn the cues up"), ("Up",), repeats=True),
            Control(Action.SOFTER, N_("Softer"), N_("Turn the cues down"), ("Down",), repeats=True),
        ),
    ),
    ControlGroup(
        N_("End"),
        (Control(Action.STOP, N_("Stop…"), N_("Stop here; asks first"), ("Esc",)),),
    ),
)
CONTROLS: Final = {control.action: control for group in GROUPS for control in group.controls}

HELP_KEYS: Final = ("F1", "?")

# When the question is asked, a hand may still lie on a presenter: its way back goes on,
# its way forward stops.
GO_ON_KEYS: Final = (
    *CONTROLS[Action.PAUSE_RESUME].keys,
    *CONTROLS[Action.STOP].keys,
    *CONTROLS[Action.BACK].keys,
)
STOP_KEYS: Final = ("Return", "Enter", "S", "Right", "PgDown")

_WORDS: Final = {
    "Space": N_("Space"),
    "Esc": N_("Esc"),
    "PgUp": N_("Page Up"),
    "PgDown": N_("Page Down"),
    "Ctrl+Right": N_("Ctrl →"),
    "Ctrl+Left": N_("Ctrl ←"),
    "Media Play": N_("Media Play"),
    "Media Next": N_("Media Next"),
    "Media Previous": N_("Media Previous"),
    "Return": N_("Enter"),
    "-": N_("−"),
}
_ARROWS: Final = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓"}
_UNSAID: Final = frozenset({"Toggle Media Play/Pause", "Media Pause", "_", "Enter"})
"""Keys that are a second name of another in the same row."""


def key_words(key: str) -> str:
    """What is printed on a key, in the language chosen."""
    return _ARROWS.get(key) or _(_WORDS.get(key, "")) or key


def said_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys worth naming, each as it is printed on the keyboard."""
    return tuple(key_words(key) for key in keys if key not in _UNSAID)
