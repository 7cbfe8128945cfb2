"""A journal's file as text: written line by line, read row by row.

Neither way is more than a little of it held in memory.
"""

from __future__ import annotations

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final, NoReturn

from hipcoach.core.exchange import (
    FORMAT,
    VERSION,
    CarriedRow,
    ExchangeError,
    ExchangeFault,
    check_head,
    plain_row,
    read_row,
)
from hipcoach.core.exchange_fields import MOMENT

ROW_MOST: Final = 2**20
"""Characters of the longest row that is read; ours have some hundred."""
_BLANK: Final = " \t\r\n"
_BLANKS: Final = re.compile(rf"[{_BLANK}]*")
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def text_of(rows: Iterable[CarriedRow], program: str, written_at: datetime) -> Iterator[str]:
    """The file: a head, each row on a line of its own, and an end."""
    assert MOMENT.write
    head = {
        "format": FORMAT,
        "version": VERSION,
        "program": program,
        "written_at": MOMENT.write(written_at),
    }
    yield _ENCODE(head)[:-1] + ',"rows":['
    before = "\n"
    for row in rows:
        yield before + _ENCODE(plain_row(row))
        before = ",\n"
    yield "\n]}\n"


def rows_of(chunks: Iterable[bytes]) -> Iterator[CarriedRow]:
    """The rows of a file, in their order; raises `ExchangeError` with the line."""
    text = _Text(chunks)
    _read_head(text)
    text.take("[")
    if text.next_letter() == "]":
        text.take("]")
    else:
        while True:
            line, found = text.value()
            yield read_row(found, line)
            if text.next_letter() != ",":
                break
            text.take(",")
        text.take("]")
    text.take("}")
    if text.next_letter():
        text.fail(ExchangeFault.NOT_JSON)


def _read_head(text: _Text) -> None:
    """Everything up to the rows."""
    head: dict[str, Any] = {}
    known = {"format", "version"}
    if text.next_letter() != "{":
        text.fail(ExchangeFault.NOT_OURS)
    text.take("{")
    while True:
        if text.next_letter() != '"':
            text.fail(ExchangeFault.NOT_OURS)
        _, name = text.value()
        text.take(":")
        if name == "rows":
            check_head(head)
            return
        _, told = text.value()
        if name in head:
            text.fail(ExchangeFault.TWICE, field=name)
        if name in known:  # who makes up a million others fills no memory
            head[name] = told
        if text.next_letter() == "}":
            check_head(head)
            text.fail(ExchangeFault.NOT_OURS)
        text.take(",")


class _Text:
    """JSON of any length, read value by value."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._decoder = getincrementaldecoder("utf-8-sig")()
        self._buffer = ""
        self._at = 0
        self._line = 1
        self._ended = False
        self._scan = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number).raw_decode

    def next_letter(self) -> str:
        """The letter after what was read, blanks left out; empty at the end."""
        while True:
            self._fill()
            rest = self._buffer
            blanks = _BLANKS.match(rest, self._at)
            at = blanks.end() if blanks else self._at
            self._pass(at)
            if at < len(rest) or self._ended:
                return rest[at : at + 1]

    def take(self, letter: str) -> None:
        """Pass over this letter, which has to be there."""
        found = self.next_letter()
        if found != letter:
            self.fail(ExchangeFault.NOT_JSON if found else ExchangeFault.CUT_OFF)
        self._pass(self._at + 1)

    def value(self) -> tuple[int, Any]:
        """The next value, and the line on which it begins."""
        if not self.next_letter():
            self.fail(ExchangeFault.CUT_OFF)
        line = self._line
        try:
            found, end = self._scan(self._buffer, self._at)
        except json.JSONDecodeError as error:
            self._broken(error)
        except RecursionError:
            self.fail(ExchangeFault.TOO_DEEP)
        except _TwiceError as twice:
            self.fail(ExchangeFault.TWICE, field=str(twice)[:40])
        except ValueError:  # a number of more digits than Python reads, or none at all
            self.fail(ExchangeFault.NOT_JSON)
        if end - self._at > ROW_MOST:
            self.fail(ExchangeFault.TOO_LONG)
        self._pass(end)
        return line, found

    def fail(self, fault: ExchangeFault, **details: object) -> NoReturn:
        """Raise that fault of this line."""
        raise ExchangeError(fault.value, {"line": self._line, **details}) from None

    def _broken(self, error: json.JSONDecodeError) -> NoReturn:
        """Raise what a value is that can't be read: cut off, too long, or no JSON."""
        at_end = error.pos >= len(self._buffer) - 1 or error.msg.startswith("Unterminated")
        if at_end and not self._ended:
            self.fail(ExchangeFault.TOO_LONG)
        if self._ended and not self._buffer.rstrip(_BLANK).endswith("}"):
            self.fail(ExchangeFault.CUT_OFF)
        self._line += self._buffer.count("\n", self._at, error.pos)
        self.fail(ExchangeFault.NOT_JSON)

    def _pass(self, to: int) -> None:
        self._line += self._buffer.count("\n", self._at, to)
        self._at = to

    def _fill(self) -> None:
        """Have the longest row in the buffer, or the end."""
        if self._ended or len(self._buffer) - self._at > ROW_MOST:
            return
        parts, length = [self._buffer[self._at :]], len(self._buffer) - self._at
        while length <= 2 * ROW_MOST and not self._ended:
            chunk = next(self._chunks, b"")
            self._ended = not chunk
            try:
                parts.append(self._decoder.decode(chunk, final=not chunk))
            except UnicodeDecodeError as error:
                before = "".join(parts).count("\n") + error.object[: error.start].count(b"\n")
                self._line += before
                # The start of a letter, and then the end of the file.
                self.fail(ExchangeFault.NOT_TEXT if chunk else ExchangeFault.CUT_OFF)
            length += len(parts[-1])
        self._buffer, self._at = "".join(parts), 0


class _TwiceError(ValueError):
    """A name that an object has twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            raise _TwiceError(name)
        seen.add(name)
    raise AssertionError


def _no_number(word: str) -> NoReturn:
    """NaN and Infinity are no JSON."""
    raise ValueError(word)
