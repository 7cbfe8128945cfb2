"""Where the HipCoach that runs listens: a socket, on Windows a pipe, its owner's alone."""

from __future__ import annotations

import json
import os
import socket
import struct
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QSocketNotifier

from hipcoach.core.errors import KnownError
from hipcoach.system.instance.ask import LARGEST, Plain, understood
from hipcoach.system.instance.place import own_folder
from hipcoach.system.paths import PRIVATE_FILE

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

MOST: Final = 16
"""So many may talk at once; the one that has been silent for longest gives way to another."""

Answer = Callable[[Plain], Plain]
"""What is said to a message."""


class Listener(Protocol):
    """Answers messages at one place."""

    def listen(self, place: str) -> bool:
        """Begin, in place of one that died there; whether it could."""
        ...

    def close(self) -> None:
        """Listen no more."""
        ...


def answer_line(line: bytes, answer: Answer) -> bytes:
    """The line that answers a line; what is not understood is told as an error."""
    try:
        said = answer(understood(line))
    except KnownError as error:
        said = {"error": "not-understood" if error.code == "no-answer" else error.code}
    return json.dumps(said).encode() + b"\n"


class SocketListener:
    """A socket in a folder that only its owner may enter.

    Python's own sockets: Qt's would take 2.7 MB in a program that is to be small in the tray.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._place: Path | None = None
        self._server: socket.socket | None = None
        self._accepts: QSocketNotifier | None = None
        self._talks: dict[socket.socket, tuple[QSocketNotifier, bytearray]] = {}

    def listen(self, place: str) -> bool:
        """Begin, in place of one that died there; whether it could."""
        path = Path(place)
        if not own_folder(path.parent):
            return False
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        server.setblocking(False)
        try:
            path.unlink(missing_ok=True)
            server.bind(place)
            path.chmod(PRIVATE_FILE)
            server.listen(MOST)
        except OSError:
            server.close()
            return False
        self._place, self._server = path, server
        self._accepts = QSocketNotifier(server.fileno(), QSocketNotifier.Type.Read)
        self._accepts.activated.connect(self._accept)
        return True

    def close(self) -> None:
        """Listen no more, and leave no socket behind."""
        for link in tuple(self._talks):
            self._hang_up(link)
        if self._accepts is not None:
            self._accepts.setEnabled(False)
            self._accepts.deleteLater()
        if self._server is not None:
            self._server.close()
        if self._place is not None:
            self._place.unlink(missing_ok=True)
        self._accepts = self._server = self._place = None

    def _accept(self) -> None:
        if self._server is None:
            return
        try:
            link, _address = self._server.accept()
        except OSError:
            return
        if not same_user(link):
            link.close()
            return
        if len(self._talks) >= MOST:
            self._hang_up(next(iter(self._talks)))
        link.setblocking(False)
        notifier = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(partial(self._read, link))
        self._talks[link] = notifier, bytearray()

    def _read(self, link: socket.socket, *_told: object) -> None:
        if link not in self._talks:
            return
        said = self._talks[link][1]
        try:
            more = link.recv(LARGEST)
        except BlockingIOError:
            return
        except OSError:
            more = b""
        said += more
        if b"\n" in more:
            self._say(link, bytes(said).partition(b"\n")[0])
        if not more or b"\n" in more or len(said) > LARGEST:
            self._hang_up(link)

    def _say(self, link: socket.socket, line: bytes) -> None:
        try:
            link.send(answer_line(line, self._answer))
        except OSError:
            return  # whoever asked has gone

    def _hang_up(self, link: socket.socket) -> None:
        if link in self._talks:
            notifier, _said = self._talks.pop(link)
            notifier.setEnabled(False)
            notifier.deleteLater()
        link.close()


class PipeListener:
    """A pipe of Windows', that only its owner may open."""

    def __init__(self, answer: Answer) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - only Windows needs it

        self._answer = answer
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)

    def listen(self, place: str) -> bool:
        """Begin, in place of one that died there; whether it could."""
        self._server.removeServer(place)
        return self._server.listen(place)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _accept(self) -> None:
        while (link := self._server.nextPendingConnection()) is not None:
            link.readyRead.connect(partial(self._read, link))
            link.disconnected.connect(link.deleteLater)
            self._read(link)

    def _read(self, link: QLocalSocket) -> None:
        if link.canReadLine():
            link.write(answer_line(bytes(link.readLine().data()), self._answer))
            link.flush()
            link.disconnectFromServer()
        elif link.bytesAvailable() > LARGEST:
            link.abort()


def same_user(link: socket.socket) -> bool:
    """Whether the other end is a program of ours; where nobody tells the file's mode has to do."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    form = "3i"
    told = link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize(form))
    _process, user, _group = struct.unpack(form, told)
    return bool(user == os.getuid())
