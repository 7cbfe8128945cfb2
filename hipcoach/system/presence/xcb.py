"""Questions to an X server, which are answered in a moment or taken up again at the next look.

libxcb, not Xlib: that one ends the whole program when the server is gone.
"""

from __future__ import annotations

import ctypes
import select
import struct
from typing import Any, Final

LIBRARY: Final = "libxcb.so.1"
MOMENT_MS: Final = 5
"""The longest that an answer is waited for; usual are 0.05 to 0.3."""
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
        self._ready = select.poll()
        self._ready.register(self._xcb.xcb_get_file_descriptor(self._link), select.POLLIN)

    @property
    def alive(self) -> bool:
        """Whether the connection holds."""
        return not self._xcb.xcb_connection_has_error(self._link)

    def close(self) -> None:
        """Hang up."""
        self._xcb.xcb_disconnect(self._link)

    def ask(self, question: bytes) -> int:
        """Send a question, and give the number under which it is answered."""
        # The library uses the two places before the part that it is given.
        parts = (_Part * 3)()
        parts[2] = _Part(question, len(question))
        asked = _Question(1, None, question[0], 0)
        return int(
            self._xcb.xcb_send_request(
                self._link, CHECKED, ctypes.byref(parts, 2 * ctypes.sizeof(_Part)), asked
            )
        )

    def answer(self, number: int) -> tuple[bool, bytes]:
        """Whether the answer has come within a moment, and what it is; empty for an error."""
        self._xcb.xcb_flush(self._link)
        come = self._take(number)
        while not come[0] and self._ready.poll(MOMENT_MS):
            come = self._take(number)
            if not self.alive:
                return True, b""
        return come

    def _take(self, number: int) -> tuple[bool, bytes]:
        reply, error = ctypes.c_void_p(), ctypes.c_void_p()
        come = self._xcb.xcb_poll_for_reply(
            self._link, number, ctypes.byref(reply), ctypes.byref(error)
        )
        data = b""
        if reply.value is not None:
            (words,) = struct.unpack("I", ctypes.string_at(reply.value + 4, 4))
            data = ctypes.string_at(reply.value, HEAD + 4 * words)
        _free(reply)
        _free(error)
        return bool(come), data

    def ask_atom(self, name: str) -> int:
        """Ask for the number of a name; it is at 8 of the answer."""
        return self.ask(_named(16, name))

    def ask_extension(self, name: str) -> int:
        """Ask for an extension: at 8 of the answer whether it is there, at 9 its opcode."""
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


def _free(pointer: ctypes.c_void_p) -> None:
    if pointer.value is not None:
        free = ctypes.CDLL(None).free
        free.argtypes = [ctypes.c_void_p]
        free(pointer)


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
    for name in ("connection_has_error", "disconnect", "flush", "get_file_descriptor"):
        getattr(xcb, f"xcb_{name}").argtypes = [pointer]
    return xcb
