"""The other end of a socket, for tests that say themselves when it reads."""

from __future__ import annotations

import socket
from abc import ABC, abstractmethod
from pathlib import Path


class OtherEnd(ABC):
    """A program that listens at a socket, and answers whoever comes first."""

    def __init__(self, place: Path) -> None:
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(place))
        self._listening.listen()
        self._listening.settimeout(0)
        self._theirs: socket.socket | None = None
        self._read = b""

    def poll(self) -> None:
        """Answer what has been asked."""
        try:
            if self._theirs is None:
                self._theirs, _ = self._listening.accept()
            self._read += self._theirs.recv(65_536, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return
        self._answer()

    def sends(self, data: bytes) -> None:
        """Send anything."""
        assert self._theirs is not None
        self._theirs.sendall(data)

    def close(self) -> None:
        """End."""
        self._listening.close()
        if self._theirs is not None:
            self._theirs.close()

    @abstractmethod
    def _answer(self) -> None:
        """Take what is there as a whole out of what was read, and answer it."""
