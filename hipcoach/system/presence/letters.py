"""A link over a socket whose messages begin with their own length.

PulseAudio, sway and Wayland compositors all speak so, each in its own words.
"""

from __future__ import annotations

import struct
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar, Final

from hipcoach.core.presence import Blind
from hipcoach.system.presence.streams import Stream

LARGEST: Final = 1 << 24
"""Bytes of a message; whoever announces more speaks another language."""
GARBAGE: Final = (
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""What comes of reading that which is not what it should be."""


class LetterLink(ABC):
    """A link to a program on this machine, nothing of which is ever waited for.

    Where it breaks off, or says what can't be understood, it is closed: `Blind.GONE`.
    """

    HEAD: ClassVar[struct.Struct]
    """What each message begins with."""

    def __init__(self, place: Path | None, absent: Blind) -> None:
        """`place` is that of the socket; without one, as without a link, it is `absent`."""
        self.blind: Blind | None = absent
        """Why it isn't known; `None` where it is."""
        self._place, self._absent = place, absent
        self._stream: Stream | None = None
        self._read = b""

    def open(self) -> None:
        """Connect, anew where it was connected before."""
        self.close()
        if self._place is None:
            return
        try:
            self._stream = Stream(self._place)
            self._greet()
        except OSError:
            self.close()
            return
        self.blind = Blind.ASKING

    def close(self) -> None:
        """Hang up."""
        self._lose(self._absent)

    def fileno(self) -> int:
        """What is readable when something has come; -1 where it is not open."""
        return -1 if self._stream is None else self._stream.fileno()

    def poll(self) -> None:
        """Read what has come, and ask for what is to come."""
        if self._stream is None:
            return
        try:
            self._read += self._stream.receive()
            self._open_letters()
            self._follow_up()
        except (OSError, *GARBAGE):
            self._lose(Blind.GONE)

    def _open_letters(self) -> None:
        """Hear each message that is there as a whole."""
        while len(self._read) >= self.HEAD.size:
            head = self.HEAD.unpack_from(self._read)
            ends = self.HEAD.size + self._length(head)
            if ends > LARGEST:
                raise ConnectionAbortedError
            if len(self._read) < ends:
                break
            body, self._read = self._read[self.HEAD.size : ends], self._read[ends:]
            self._hear(head, body)

    def _send(self, data: bytes, ancillary: tuple[int, int, bytes] | None = None) -> None:
        """Send something, if there is a link; raises OSError."""
        if self._stream is not None:
            self._stream.send(data, ancillary)

    def _lose(self, blind: Blind) -> None:
        """Hang up, for this reason."""
        if self._stream is not None:
            self._stream.close()
        self._stream, self._read = None, b""
        self._forget()
        self.blind = blind

    @abstractmethod
    def _greet(self) -> None:
        """Say what is to be said first; raises OSError."""

    @abstractmethod
    def _length(self, head: tuple[Any, ...]) -> int:
        """Bytes of the message after its head."""

    @abstractmethod
    def _hear(self, head: tuple[Any, ...], body: bytes) -> None:
        """Take a message in; any of `GARBAGE` where it makes no sense."""

    @abstractmethod
    def _forget(self) -> None:
        """Forget what was told."""

    def _follow_up(self) -> None:  # noqa: B027 - mostly there is nothing to ask
        """Ask what is to be asked after all that has come; raises OSError."""
