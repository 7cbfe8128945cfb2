"""A socket that nobody waits for."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path
from typing import Final

CHUNK: Final = 65_536
"""Bytes that are read at once."""
MOST: Final = 64
"""Chunks that one look takes; whoever sends more has lost its senses."""


class Stream:
    """A connection to a program on this machine; raises OSError wherever it is broken."""

    def __init__(self, place: str | bytes | Path) -> None:
        """Connect; raises OSError where nobody listens, or nobody has time to."""
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.setblocking(False)
        try:
            self._socket.connect(str(place) if isinstance(place, Path) else place)
        except OSError:
            self._socket.close()
            raise

    def send(self, data: bytes, ancillary: tuple[int, int, bytes] | None = None) -> None:
        """Send a few hundred bytes: where there is no room for these, nobody reads them."""
        sent = self._socket.sendmsg([data], [ancillary] if ancillary else [])
        if sent < len(data):
            raise BrokenPipeError

    def receive(self) -> bytes:
        """All that has come; empty where nothing has."""
        data = b""
        with suppress(BlockingIOError):
            for _ in range(MOST):
                chunk = self._socket.recv(CHUNK)
                if not chunk:
                    if data:
                        break  # the next look tells that it is over
                    raise ConnectionResetError
                data += chunk
        return data

    def fileno(self) -> int:
        """What is readable when something has come."""
        return self._socket.fileno()

    def close(self) -> None:
        """Hang up."""
        self._socket.close()
