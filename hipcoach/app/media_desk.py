"""A guided session under the desktop's media keys: shown there, and led from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hipcoach.app.snapshots import PlayState, SessionSnapshot
from hipcoach.core.controls import Action
from hipcoach.core.media import MediaShown, MediaWish
from hipcoach.ports import MediaControls

ACTIONS: Final = {
    MediaWish.TOGGLE: Action.PAUSE_RESUME,
    MediaWish.NEXT: Action.NEXT,
    MediaWish.PREVIOUS: Action.BACK,
    MediaWish.STOP: Action.STOP,
}
STANDS: Final = frozenset({PlayState.PAUSED, PlayState.WAITING})


class MediaDesk:
    """Tells the media controls what runs, and brings their wishes to the session."""

    def __init__(self, act: Callable[[Action], None], raise_: Callable[[], None]) -> None:
        """`raise_` brings the window to the front."""
        self._act = act
        self._raise = raise_
        self._controls: MediaControls | None = None
        self._shown: SessionSnapshot | None = None

    def serve(self, controls: MediaControls) -> None:
        """Show what runs there from now on."""
        self._controls = controls

    def show(self, snapshot: SessionSnapshot | None) -> None:
        """A session is at this moment; the seconds alone are nothing new."""
        before, self._shown = self._shown, snapshot
        if self._controls is None or _told(before) == _told(snapshot):
            return
        self._controls.show(None if snapshot is None else _media(snapshot))

    def wish(self, wish: MediaWish) -> None:
        """Do what a key or a panel asks for."""
        stands = self._shown is not None and self._shown.state in STANDS
        if wish is MediaWish.RAISE:
            self._raise()
        elif wish in {MediaWish.PLAY, MediaWish.PAUSE}:
            if stands is (wish is MediaWish.PLAY):
                self._act(Action.PAUSE_RESUME)
        elif wish in ACTIONS:
            self._act(ACTIONS[wish])


def _told(snapshot: SessionSnapshot | None) -> tuple[object, ...] | None:
    """What a panel shows of a session, without the seconds."""
    if snapshot is None:
        return None
    stands = snapshot.state in STANDS
    return snapshot.exercise, snapshot.side_words, snapshot.chapter, stands, snapshot.routine


def _media(snapshot: SessionSnapshot) -> MediaShown:
    title = snapshot.exercise
    if snapshot.side_words:
        title += f" · {snapshot.side_words}"
    return MediaShown(
        title=title,
        routine=snapshot.routine,
        track=snapshot.chapter + 1,
        playing=snapshot.state not in STANDS,
        can_previous=True,
    )
