"""What the HipCoach that stays says to others of the same person."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

# ruff: noqa: PLC0415 - nobody may ever ask

if TYPE_CHECKING:
    from hipcoach.app.break_remote import BreakRemote
    from hipcoach.bootstrap.front import Front
    from hipcoach.ports import Clock

Asked = Mapping[str, object]
LONGEST_TOKEN: Final = 200


class Requests:
    """Answers messages: what is asked of breaks, of the window, and what is told of sessions."""

    def __init__(self, remote: BreakRemote, front: Front, clock: Clock) -> None:
        self._remote = remote
        self._front = front
        self._clock = clock
        self._practised_until_s = 0.0

    @property
    def practised_elsewhere(self) -> bool:
        """Whether a session runs in another process, as far as that one has told."""
        return self._clock.boot() < self._practised_until_s

    def __call__(self, asked: Asked) -> Mapping[str, object]:
        """The answer to a message; raises KnownError."""
        match asked.get("ask"):
            case "raise":
                take_token(asked)
                self._front.show("")
            case "play":
                self._play(asked)
            case "session":
                self._hear_of_session(asked)
            case _:
                from hipcoach.core.remote import answer_breaks

                return answer_breaks(asked, self._remote)
        return {"ok": True}

    def _play(self, asked: Asked) -> None:
        from hipcoach.core.remote import play_of

        routine, now = play_of(asked)
        take_token(asked)
        self._front.play(routine, now=now)

    def _hear_of_session(self, asked: Asked) -> None:
        from hipcoach.core.remote import session_of

        self._practised_until_s = self._clock.boot() + session_of(asked)


def take_token(asked: Asked) -> None:
    """Let the next window that comes to the front use the right that came with a message.

    Qt takes it from there on Wayland, once, where a window may not come forward by itself.
    """
    token = asked.get("token")
    if isinstance(token, str) and token.isprintable() and 0 < len(token) <= LONGEST_TOKEN:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
