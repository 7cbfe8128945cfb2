"""Messages to the bus and from it, through a socket that nobody waits for."""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Callable
from typing import Final

from jeepney import Message, Parser
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus import get_connectable_addresses
from PySide6.QtCore import QSocketNotifier

CHUNK: Final = 65_536
"""Bytes that are read at once."""


class Wire:
    """A connection: `told` gets each message, `lost` is called when the other end is gone.

    Neither is called before `open` has returned, nor after `close`.
    """

    def __init__(self, told: Callable[[Message], None], lost: Callable[[], None]) -> None:
        self._told, self._lost = told, lost
        self._socket: socket.socket | None = None
        self._notifiers: tuple[QSocketNotifier, ...] = ()
        self._greeting = Authenticator()
        self._parser = Parser()
        self._inbox: deque[Message] = deque()
        self._outbox = bytearray(self._greeting.data_to_send() or b"")
        self._later = bytearray()
        self._serial = 0

    def open(self, address: str) -> bool:
        """Connect to a bus, once; `False` where there is none under this address."""
        try:
            places = list(get_connectable_addresses(address))
        except (ValueError, RuntimeError):
            return False
        for place in places:
            link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            link.setblocking(False)
            try:
                link.connect(place)
            except OSError:
                link.close()
            else:
                self._begin(link)
                return True
        return False

    def send(self, message: Message) -> int:
        """Send a message, now or as soon as it can be; gives its serial number."""
        self._serial += 1
        greeted: bool = self._greeting.authenticated
        (self._outbox if greeted else self._later).extend(message.serialise(serial=self._serial))
        if greeted:
            self._write()
        return self._serial

    def close(self) -> None:
        """Hang up."""
        for notifier in self._notifiers:
            notifier.setEnabled(False)
            notifier.deleteLater()
        self._notifiers = ()
        if self._socket is not None:
            self._socket.close()
        self._socket = None

    def _begin(self, link: socket.socket) -> None:
        self._socket = link
        reads = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Read)
        writes = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Write)
        reads.activated.connect(self._read)
        writes.activated.connect(self._write)
        self._notifiers = (reads, writes)

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        try:
            whole = bool(data) and self._take(data)
        except (ValueError, KeyError, AssertionError):  # so the parser says that it is garbled
            whole = False
        # Whoever is told may fail, or hang up; what is left waits for the next time.
        while self._inbox and self._socket is not None:
            self._told(self._inbox.popleft())
        if not whole and self._socket is not None:
            self.close()
            self._lost()

    def _take(self, data: bytes) -> bool:
        if self._greeting.authenticated:
            self._inbox.extend(self._parser.feed(data))
            return True
        self._greeting.feed(data)
        if self._greeting.authenticated:
            self._outbox += BEGIN + self._later
            self._write()
        return True

    def _write(self) -> None:
        """Send what there is room for; the notifier says when there is more."""
        if self._socket is None:
            return
        try:
            sent = self._socket.send(self._outbox) if self._outbox else 0
        except BlockingIOError:
            sent = 0
        except OSError:
            sent = len(self._outbox)  # reading will tell that the other end is gone
        del self._outbox[:sent]
        self._notifiers[1].setEnabled(bool(self._outbox))
