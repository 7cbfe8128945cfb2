"""Asking the HipCoach that runs; needs no Qt where sockets have paths."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing
from threading import Event
from typing import Final

from hipcoach.core.errors import KnownError

ANSWER_S: Final = 5.0
"""The longest that it may take to answer: it may be busy with a start of its own."""
AGAIN_S: Final = 0.05
LARGEST: Final = 65_536
"""Bytes of a message."""

Plain = Mapping[str, object]
"""A message, as JSON knows it."""


def ask(
    places: Iterable[str], request: Plain, *, tries: int = 1, answer_s: float = ANSWER_S
) -> Plain:
    """The answer of the HipCoach that runs at one of these places.

    With more `tries` one that is just starting is waited for, a moment before each.
    Raises KnownError: `not-running`, `no-answer` where it is there but stays silent, or what it
    answers itself, such as `refused`.
    """
    line = json.dumps(request).encode() + b"\n"
    talk = _over_pipe if sys.platform == "win32" else _over_socket
    for turn in range(tries):
        if turn:
            Event().wait(AGAIN_S)
        for place in places:
            answer = talk(place, line, answer_s)
            if answer is not None:
                said = understood(answer)
                if fault := said.get("error"):
                    raise KnownError(str(fault))
                return said
    raise KnownError("not-running")


def raise_request(environment: Mapping[str, str] = os.environ) -> Plain:
    """Asks for the window that is there; with the right to come to the front, if we have it."""
    return {"ask": "raise", **the_right(environment)}


def the_right(environment: Mapping[str, str] = os.environ) -> Plain:
    """The right to come to the front that our starter gave us, as a message holds it."""
    token = environment.get("XDG_ACTIVATION_TOKEN") or environment.get("DESKTOP_STARTUP_ID")
    return {"token": token or ""}


def status_request() -> Plain:
    """Asks nothing but how it stands with breaks."""
    return {"ask": "breaks", "wish": "status"}


def understood(line: bytes) -> Plain:
    """What a line says; raises KnownError (`no-answer`) where it says nothing."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise KnownError("no-answer")
    return said


def _over_socket(place: str, line: bytes, answer_s: float) -> bytes | None:
    """The line that comes back; `None` where nobody listens."""
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    with closing(link):
        link.settimeout(answer_s)
        try:
            link.connect(place)
        except TimeoutError as fault:
            raise KnownError("no-answer") from fault
        except OSError:
            return None
        answer = bytearray()
        try:
            link.sendall(line)
            while not answer.endswith(b"\n") and (more := link.recv(LARGEST)):
                answer += more
        except OSError as fault:
            raise KnownError("no-answer") from fault
    return bytes(answer)


def _over_pipe(place: str, line: bytes, answer_s: float) -> bytes | None:
    """The same on Windows."""
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only there it is needed

    wait_ms = round(answer_s * 1000)
    link = QLocalSocket()
    link.connectToServer(place)
    if not link.waitForConnected(wait_ms):
        return None
    link.write(line)
    while not link.canReadLine():
        if not link.waitForReadyRead(wait_ms):
            raise KnownError("no-answer")
    answer = bytes(link.readLine().data())
    link.disconnectFromServer()
    return answer
