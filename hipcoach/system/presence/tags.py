"""Values as PulseAudio writes them: a letter for the kind, then the value."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Any, Final

FORMS: Final = {
    **dict.fromkeys("LV", ">I"),
    **dict.fromkeys("RU", ">Q"),
    "B": ">B",
    "r": ">q",
    "T": ">II",
    "a": ">BBI",
}
"""Kinds of a fixed length: a number, a time, how sound is sampled."""


def number(value: int) -> bytes:
    """A number of 32 bits."""
    return struct.pack(">cI", b"L", value)


def raw(value: bytes) -> bytes:
    """Bytes."""
    return struct.pack(">cI", b"x", len(value)) + value


def text(value: str | None) -> bytes:
    """A text, or none."""
    return b"N" if value is None else b"t" + value.encode() + b"\0"


def names(values: dict[str, str]) -> bytes:
    """Texts by name."""
    entries = ((text(k), v.encode() + b"\0") for k, v in values.items())
    return b"P" + b"".join(k + number(len(v)) + raw(v) for k, v in entries) + b"N"


def values(data: bytes) -> Iterator[Any]:
    """The values of a message.

    Raises ValueError, LookupError or struct.error where it is none.
    """
    at = 0
    while at < len(data):
        value, at = _value(data, at)
        yield value


def _value(data: bytes, at: int) -> tuple[Any, int]:
    return READ[chr(data[at])](data, at + 1)


def _struct(form: str) -> Callable[[bytes, int], tuple[Any, int]]:
    known = struct.Struct(form)

    def read(data: bytes, at: int) -> tuple[Any, int]:
        found = known.unpack_from(data, at)
        return found if len(found) > 1 else found[0], at + known.size

    return read


def _text(data: bytes, at: int) -> tuple[str, int]:
    end = data.index(b"\0", at)
    return data[at:end].decode("utf-8", "replace"), end + 1


def _raw(data: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">I", data, at)
    return data[at + 4 : at + 4 + length], at + 4 + length


def _names(data: bytes, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while True:
        name, at = _value(data, at)
        if name is None:
            return found, at
        _length, at = _value(data, at)
        value, at = _value(data, at)
        found[name] = value.rstrip(b"\0").decode("utf-8", "replace")


READ: Final[dict[str, Callable[[bytes, int], tuple[Any, int]]]] = {
    **{kind: _struct(form) for kind, form in FORMS.items()},
    "0": lambda _data, at: (False, at),
    "1": lambda _data, at: (True, at),
    "N": lambda _data, at: (None, at),
    "t": _text,
    "x": _raw,
    "P": _names,
    "m": lambda data, at: (data[at + 1 : at + 1 + data[at]], at + 1 + data[at]),
    "v": lambda data, at: (data[at + 1 : at + 1 + 4 * data[at]], at + 1 + 4 * data[at]),
}
"""How each kind is read: what it is, and where the next one begins."""
