"""Where in a TOML file each value stands: the line, which the standard library doesn't tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hipcoach.core.value import value

_TOKEN: Final = re.compile(
    r"""
    (?P<string>\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<note>\#[^\n]*)
    | (?P<newline>\n)
    | (?P<mark>[\[\]{},=.])
    | (?P<bare>[^\s\[\]{},=.#"']+)
    """,
    re.VERBOSE | re.DOTALL,
)
Path = tuple[str, ...]
"""The names of the tables around a value, and its own; entries of a list count from 1."""


@value
class _Token:
    kind: str
    text: str
    line: int

    @property
    def name(self) -> str:
        """What it is as a key."""
        return self.text[1:-1] if self.kind == "string" else self.text


def lines_of(written: str) -> Mapping[Path, int]:
    """The line of every value of a file that is TOML, counted from 1, by its path."""
    return _Walk(written).lines


def line_at(lines: Mapping[Path, int], entry: str, field: str) -> int:
    """The line of a field of an entry such as `steps.2`, else of what is around it; 1 at last."""
    path = tuple(part for part in (*entry.split("."), field) if part)
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Walk:
    """Goes through a file once and notes where things begin.

    What it is given has been parsed already: it need not find faults.
    """

    def __init__(self, written: str) -> None:
        self.lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._tokens = _tokens(written)
        self._here = next(self._tokens, None)
        table: Path = ()
        while self._here is not None:
            if self._here.kind == "newline":
                self._step()
            elif self._here.text == "[":
                table = self._header()
            else:
                self._pair(table)

    def _step(self) -> None:
        self._here = next(self._tokens, None)

    def _at(self, text: str) -> bool:
        return self._here is not None and self._here.kind == "mark" and self._here.text == text

    def _header(self) -> Path:
        """A table's name, or that of one more of a list of tables."""
        assert self._here is not None
        line = self._here.line
        self._step()
        listed = self._at("[")
        if listed:
            self._step()
        path = self._inside(self._key("]"))
        if listed:
            self.lines.setdefault(path, line)
            self._counts[path] = self._counts.get(path, 0) + 1
            path = (*path, str(self._counts[path]))
            self._step()
        self._step()
        self.lines.setdefault(path, line)
        return path

    def _inside(self, key: Path) -> Path:
        """A header's path, each list of tables being at its last entry."""
        path: Path = ()
        for place, name in enumerate(key):
            path = (*path, name)
            if path in self._counts and place < len(key) - 1:
                path = (*path, str(self._counts[path]))
        return path

    def _key(self, end: str) -> Path:
        """The names up to a mark, which stays."""
        names: list[str] = []
        while self._here is not None and not self._at(end):
            if self._here.kind in {"string", "bare"}:
                names.append(self._here.name)
            self._step()
        return tuple(names)

    def _pair(self, table: Path) -> None:
        assert self._here is not None
        line = self._here.line
        key = self._key("=")
        self._step()
        for depth in range(1, len(key) + 1):
            self.lines.setdefault((*table, *key[:depth]), line)
        self._value((*table, *key))

    def _value(self, path: Path) -> None:
        if self._at("["):
            self._many("]", path)
        elif self._at("{"):
            self._many("}", path)
        else:
            while self._here is not None and self._here.kind != "newline" and not self._ends():
                self._step()

    def _ends(self) -> bool:
        return self._at(",") or self._at("]") or self._at("}")

    def _many(self, end: str, path: Path) -> None:
        """The values of a list, or the pairs of a table in one line."""
        self._step()
        count = 0
        while self._here is not None and not self._at(end):
            if self._here.kind == "newline" or self._at(","):
                self._step()
            elif end == "}":
                self._pair(path)
            else:
                count += 1
                self.lines.setdefault((*path, str(count)), self._here.line)
                self._value((*path, str(count)))
        self._step()


def _tokens(written: str) -> Iterator[_Token]:
    line = 1
    for found in _TOKEN.finditer(written):
        kind = str(found.lastgroup)
        if kind != "note":
            yield _Token(kind, found[0], line)
        line += found[0].count("\n")
