"""A guided session for media keys, headphones and panels: MPRIS 2 on the person's bus.

The names are those of https://specifications.freedesktop.org/mpris-spec/latest/.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Final

from jeepney import Message

from hipcoach.core.media import MediaShown, MediaWish
from hipcoach.system.bus.objects import BusInterface, BusMethod, BusObject, BusProperty
from hipcoach.system.bus.session import SessionBus

NAME: Final = "org.mpris.MediaPlayer2.hipcoach"
PATH: Final = "/org/mpris/MediaPlayer2"
ROOT: Final = "org.mpris.MediaPlayer2"
PLAYER: Final = "org.mpris.MediaPlayer2.Player"
TRACK: Final = "/org/hipcoach/HipCoach/track/"

MICROSECONDS: Final = 1_000_000
BACK_S: Final = 0.5
"""A position that goes back by more than this was set back; less is how it is measured."""

_NOTHING: Final = MediaShown("", "", 0, playing=False)


class BusMedia:
    """`hipcoach.ports.MediaControls`; `asked` is called with what is wished for."""

    def __init__(self, bus: SessionBus, asked: Callable[[MediaWish], None]) -> None:
        self._bus, self._asked = bus, asked
        self._shown: MediaShown | None = None
        self._name = NAME
        self._object = BusObject(PATH, self._root(), self._player())
        bus.add(self)

    def show(self, shown: MediaShown | None) -> None:
        """Let this be seen from now on; `None`: there is no session."""
        before, self._shown = self._shown, shown
        if shown is None:
            if before is not None:
                self._bus.withdraw(PATH)
                self._bus.drop_name(self._name)
            return
        if before is None:
            self._appear()
            return
        now, then = _said(shown), _said(before)
        changed = {name: value for name, value in now.items() if value != then[name]}
        if changed:
            self._bus.send(self._object.changed(PLAYER, changed))
        if shown.track == before.track and shown.position_s < before.position_s - BACK_S:
            self._bus.send(self._object.signal(PLAYER, "Seeked", self._position()))

    def close(self) -> None:
        """Be seen no more."""
        self.show(None)
        self._bus.remove(self)

    def joined(self) -> None:
        """The bus is there: be known on it, if there is something to be seen."""
        if self._shown is not None:
            self._appear()

    def left(self) -> None:
        """The bus is gone; so is whoever looked."""

    def heard(self, message: Message) -> None:
        """Nothing that others say is of interest."""

    def _appear(self) -> None:
        def taken(ours: bool) -> None:
            # Another HipCoach, with another data folder, may be in a session too.
            if not ours and self._name == NAME:
                self._name = f"{NAME}.instance{os.getpid()}"
                self._bus.take_name(self._name, lambda _ours: None)

        self._name = NAME
        self._bus.serve(self._object)
        self._bus.take_name(NAME, taken)

    def _position(self) -> int:
        return round((self._shown or _NOTHING).position_s * MICROSECONDS)

    def _root(self) -> BusInterface:
        fixed = {
            "CanQuit": ("b", False),  # breaks go on without a session
            "CanRaise": ("b", True),
            "HasTrackList": ("b", False),
            "Identity": ("s", "HipCoach"),
            "DesktopEntry": ("s", "hipcoach"),
            "SupportedUriSchemes": ("as", []),
            "SupportedMimeTypes": ("as", []),
        }
        methods = self._methods({"Raise": MediaWish.RAISE}) | {"Quit": BusMethod(lambda: None)}
        return BusInterface(ROOT, methods, _constants(fixed))

    def _player(self) -> BusInterface:
        wishes = {
            "Play": MediaWish.PLAY,
            "Pause": MediaWish.PAUSE,
            "PlayPause": MediaWish.TOGGLE,
            "Next": MediaWish.NEXT,
            "Previous": MediaWish.PREVIOUS,
            "Stop": MediaWish.STOP,
        }
        # A session goes at its own pace; these are asked of every player all the same.
        ignored = {
            "Seek": (("offset", "x"),),
            "SetPosition": (("track", "o"), ("position", "x")),
            "OpenUri": (("uri", "s"),),
        }
        methods = self._methods(wishes) | {
            name: BusMethod(lambda *_given: None, takes) for name, takes in ignored.items()
        }
        fixed = {
            "Rate": ("d", 1.0),
            "MinimumRate": ("d", 1.0),
            "MaximumRate": ("d", 1.0),
            "Volume": ("d", 1.0),
            "CanPlay": ("b", True),
            "CanPause": ("b", True),
            "CanSeek": ("b", False),
            "CanControl": ("b", True),
        }
        properties = _constants(fixed) | {
            name: BusProperty(kind, self._reads(name))
            for name, (kind, _value) in _said(_NOTHING).items()
        }
        properties["Position"] = BusProperty("x", self._position, "false")
        return BusInterface(PLAYER, methods, properties, {"Seeked": (("position", "x"),)})

    def _methods(self, wishes: dict[str, MediaWish]) -> dict[str, BusMethod]:
        def asks(wish: MediaWish) -> BusMethod:
            return BusMethod(lambda: self._asked(wish))

        return {name: asks(wish) for name, wish in wishes.items()}

    def _reads(self, name: str) -> Callable[[], object]:
        return lambda: _said(self._shown or _NOTHING)[name][1]


def _said(shown: MediaShown) -> dict[str, tuple[str, object]]:
    """What is told when it changes, in MPRIS's words."""
    metadata: dict[str, tuple[str, object]] = {
        "mpris:trackid": ("o", f"{TRACK}{shown.track}"),
        "xesam:title": ("s", shown.title),
        "xesam:album": ("s", shown.routine),
        "xesam:artist": ("as", [shown.routine]),
    }
    if shown.length_s is not None:
        metadata["mpris:length"] = ("x", round(shown.length_s * MICROSECONDS))
    return {
        "PlaybackStatus": ("s", "Playing" if shown.playing else "Paused"),
        "Metadata": ("a{sv}", metadata),
        "CanGoNext": ("b", shown.can_next),
        "CanGoPrevious": ("b", shown.can_previous),
    }


def _constants(values: dict[str, tuple[str, Any]]) -> dict[str, BusProperty]:
    """Properties that never change."""

    def constant(kind: str, value: object) -> BusProperty:
        return BusProperty(kind, lambda: value, "const")

    return {name: constant(kind, value) for name, (kind, value) in values.items()}
