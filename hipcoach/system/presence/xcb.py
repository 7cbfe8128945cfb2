"""Questions to an X server, which nobody waits for, and what it tells unasked.

libxcb, not Xlib: that one ends the whole program when the server is gone.
"""

from __future__ import annotations

import ctypes
import struct
from typing import Any, Final

LIBRARY: Final = "libxcb.so.1"
CHECKED: Final = 1
"""An error belongs to the question, not to the stream of events."""
HEAD: Final = 32
"""Bytes of an answer before what it may bring along."""


class _Part(ctypes.Structure):
    """`struct iovec`."""

    _fields_ = (("base", ctypes.c_char_p), ("length", ctypes.c_size_t))


class _Question(ctypes.Structure):
    """`xcb_protocol_request_t`."""

    _fields_ = (
        ("count", ctypes.c_size_t),
        ("extension", ctypes.c_void_p),
        ("opcode", ctypes.c_uint8),
        ("is_void", ctypes.c_uint8),
    )


class _Roots(ctypes.Structure):
    """`xcb_screen_iterator_t`."""

    _fields_ = (
        ("data", ctypes.POINTER(ctypes.c_uint32)),
        ("rest", ctypes.c_int),
        ("index", ctypes.c_int),
    )


class XServer:
    """A connection to an X server; raises OSError where there is no libxcb or no server."""

    def __init__(self, display: str) -> None:
        self._xcb = _library()
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        number = ctypes.c_int()
        self._link = ctypes.c_void_p(self._xcb.xcb_connect(display.encode(), ctypes.byref(number)))
        if not self.alive:
            self.close()
            raise ConnectionRefusedError
        roots = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._link))
        for _ in range(number.value):
            self._xcb.xcb_screen_next(ctypes.byref(roots))
        self.root: int = roots.data[0]
        """The window that all others are in."""
        self.descriptor: int = self._xcb.xcb_get_file_descriptor(self._link)
        """Readable when something has come."""

    @property
    def alive(self) -> bool:
        """Whether the connection holds."""
        return not self._xcb.xcb_connection_has_error(self._link)

    def close(self) -> None:
        """Hang up."""
        self._xcb.xcb_disconnect(self._link)

    def ask(self, question: bytes) -> int:
        """Send a question, and give the number under which it is answered."""
        return self._send(question, CHECKED, is_void=False)

    def tell(self, order: bytes) -> None:
        """Send what has no answer; where it fails nothing happens."""
        self._send(order, 0, is_void=True)

    def flush(self) -> None:
        """Let what was sent be on its way."""
        self._xcb.xcb_flush(self._link)

    def new_id(self) -> int:
        """A number for something new of ours."""
        return int(self._xcb.xcb_generate_id(self._link))

    def answer(self, number: int) -> bytes | None:
        """What came under this number: empty for an error, `None` for nothing yet."""
        reply, error = ctypes.c_void_p(), ctypes.c_void_p()
        come = self._xcb.xcb_poll_for_reply(
            self._link, number, ctypes.byref(reply), ctypes.byref(error)
        )
        data = b""
        if reply.value is not None:
            (words,) = struct.unpack("I", ctypes.string_at(reply.value + 4, 4))
            data = ctypes.string_at(reply.value, HEAD + 4 * words)
        self._free(reply)
        self._free(error)
        return data if come else None

    def event(self) -> bytes | None:
        """The next thing that it told unasked; `None` where there is none."""
        found = ctypes.c_void_p(self._xcb.xcb_poll_for_event(self._link))
        if found.value is None:
            return None
        data = ctypes.string_at(found.value, HEAD)
        self._free(found)
        return data

    def _send(self, request: bytes, flags: int, *, is_void: bool) -> int:
        # The library uses the two places before the part that it is given.
        parts = (_Part * 3)()
        parts[2] = _Part(request, len(request))
        part = ctypes.byref(parts, 2 * ctypes.sizeof(_Part))
        asked = _Question(1, None, request[0], is_void)
        return int(self._xcb.xcb_send_request(self._link, flags, part, asked))

    def ask_atom(self, name: str) -> int:
        """Ask for the number of a name; it is at 8 of the answer."""
        return self.ask(_named(16, name))

    def ask_extension(self, name: str) -> int:
        """Ask for an extension: at 8 whether it is there, at 9 its opcode, at 10 its events."""
        return self.ask(_named(98, name))

    def ask_property(self, window: int, name: int, most: int = 16) -> int:
        """Ask for the first numbers of a window's property; the answer goes to `numbers`."""
        return self.ask(struct.pack("BxHIIIII", 20, 6, window, name, 0, 0, most))


def _named(opcode: int, name: str) -> bytes:
    text = name.encode()
    text += bytes(-len(text) % 4)
    return struct.pack("BxHHxx", opcode, 2 + len(text) // 4, len(name)) + text


def numbers(answer: bytes) -> tuple[int, ...] | None:
    """What `ask_property` asked for; `None` where the window has no such property."""
    if not answer or answer[1] != 32:  # noqa: PLR2004 - bits: X tells the width of a property
        return None
    (length,) = struct.unpack_from("I", answer, 16)
    return struct.unpack_from(f"{length}I", answer, HEAD)


def _library() -> Any:
    xcb = ctypes.CDLL(LIBRARY)
    pointer, number = ctypes.c_void_p, ctypes.c_int
    xcb.xcb_connect.restype = pointer
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, pointer]
    xcb.xcb_get_setup.restype = pointer
    xcb.xcb_get_setup.argtypes = [pointer]
    xcb.xcb_setup_roots_iterator.restype = _Roots
    xcb.xcb_setup_roots_iterator.argtypes = [pointer]
    xcb.xcb_screen_next.argtypes = [pointer]
    xcb.xcb_send_request.restype = ctypes.c_uint
    xcb.xcb_send_request.argtypes = [pointer, number, pointer, ctypes.POINTER(_Question)]
    xcb.xcb_poll_for_reply.argtypes = [pointer, ctypes.c_uint, pointer, pointer]
    xcb.xcb_poll_for_event.restype = pointer
    xcb.xcb_generate_id.restype = ctypes.c_uint32
    for name in (
        "connection_has_error",
        "disconnect",
        "flush",
        "generate_id",
        "get_file_descriptor",
        "poll_for_event",
    ):
        getattr(xcb, f"xcb_{name}").argtypes = [pointer]
    return xcb
