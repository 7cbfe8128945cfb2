"""A routine's file, looked at by itself: what it holds, or everything that is wrong, by line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Protocol

from hipcoach.core.errors import ContentError
from hipcoach.core.exercise import Exercise
from hipcoach.core.routine import Routine
from hipcoach.core.value import value
from hipcoach.core.wording import ExerciseWords, RoutineWords
from hipcoach.library.lines_of import line_at, lines_of
from hipcoach.library.reading import Place
from hipcoach.library.routines import read_routine, routine_faults

LARGEST: Final = 200_000
"""Bytes; sixty steps with every field set take 10,000."""
_LINE: Final = re.compile(r"\(at line (\d+)")
_KEY: Final = re.compile(r"^\s*([A-Za-z0-9_.-]+)\s*(=|$)")
_HEADING: Final = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]?\s*$")
"""A heading that lacks one of its brackets."""
_SLIPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("twice", ("Cannot declare", "Cannot overwrite", "Cannot redefine", "Duplicate inline")),
    (
        "unclosed-text",
        ("Unterminated string", "Expected '", 'Expected "', "Illegal character '\\n'"),
    ),
    ("unclosed-list", ("Unclosed array",)),
    ("unclosed-table", ("Unclosed inline table",)),
    ("bad-escape", ("Unescaped '\\'", "Invalid hex value", "Escaped character")),
    ("more-on-line", ("Expected newline or end",)),
    ("no-value", ("Invalid value", "Invalid date")),
    ("no-name", ("Invalid initial character", "Invalid statement")),
    ("bad-mark", ("Found invalid character", "Illegal character")),
)
"""Codes of what the standard library says of a file that is no TOML, by how it begins."""
_VALUE: Final = re.compile(r"^[^=#\[]*=\s*(.*)")
_PAIRS: Final = {"unclosed-list": ("[", "]"), "unclosed-table": ("{", "}")}
_QUOTES: Final = ('"""', "'''", '"', "'")
_HEADINGS: Final = ("Expected ']'", "Expected ']]'")


@value
class RoutineFile:
    """What a file holds, or everything that is wrong with it."""

    routine: Routine | None
    words: RoutineWords | None
    faults: tuple[ContentError, ...]
    """By line, each with its `line` counted from 1."""

    def held(self) -> tuple[Routine, RoutineWords]:
        """The routine and its words; raises the first fault."""
        if self.routine is None or self.words is None:
            raise self.faults[0]
        return self.routine, self.words


class Exercises(Protocol):
    """What a routine may be made of."""

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """Ids of all of them."""
        ...

    def exercise(self, name: str) -> tuple[Exercise, ExerciseWords]:
        """One by its id."""
        ...


def look_at(path: Path, shelf: Exercises) -> RoutineFile:
    """Read a file; its routine's id is the file's name. Nothing is raised."""
    place = Place(str(path))
    try:
        written = _written(path, place)
    except ContentError as fault:
        return RoutineFile(None, None, (fault,))
    mended = _Mended(written.replace("\r\n", "\n"), place)
    if mended.tables is None:
        return RoutineFile(None, None, tuple(mended.slips))
    lines = lines_of(mended.text)

    def with_line(fault: ContentError) -> ContentError:
        return _at(fault, line_at(lines, *_spot(fault)))

    known = shelf.exercise_ids
    faults = [
        with_line(fault)
        for fault in routine_faults(mended.tables, place, known, lambda one: shelf.exercise(one)[0])
    ]
    faults = [fault for fault in faults if fault.details["line"] not in mended.lines]
    if faults or mended.slips:
        return RoutineFile(None, None, tuple(_by_line([*mended.slips, *faults])))
    routine, words = read_routine(
        path.stem, mended.tables, place, known, lambda one: shelf.exercise(one)[0]
    )
    return RoutineFile(routine, words, ())


def _written(path: Path, place: Place) -> str:
    """The file's text; raises ContentError where there is none."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise ContentError("unreadable", file=place.file, reason=error.strerror or "") from error
    if len(content) > LARGEST:
        raise ContentError("too-large", file=place.file)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ContentError("not-text", file=place.file, line=line) from error


class _Mended:
    """A file's tables, lines that are no TOML being told and passed over."""

    def __init__(self, written: str, place: Place) -> None:
        self.text = written
        self.slips: list[ContentError] = []
        self.lines: set[int] = set()
        """Lines that hold what nobody wrote: what is wrong with it is told already."""
        self.tables: dict[str, object] | None = None
        self._place = place
        while self.tables is None:
            try:
                self.tables = tomllib.loads(self.text)
            except tomllib.TOMLDecodeError as error:
                if not self._pass_over(str(error)):
                    break
            except RecursionError:
                self.slips.append(ContentError("too-deep", file=place.file))
                break

    def _pass_over(self, said: str) -> bool:
        """Tell a slip, and put something readable in its line; whether that is possible."""
        at = _LINE.search(said)
        rows = self.text.split("\n")
        number = int(at[1]) if at else len(rows)
        row = rows[number - 1] if number <= len(rows) else ""
        code = _code(said, row)
        began = _beginning(rows[:number], code)
        if began:
            number, row = began, rows[began - 1]
        key = _KEY.match(row)
        again = number in self.lines
        if not again:
            field = key[1] if key else ""
            self.slips.append(ContentError(code, file=self._place.file, field=field, line=number))
        heading = _HEADING.match(row)
        if again or not row.strip() or (row.lstrip().startswith("[") and not heading):
            return False
        self.lines.add(number)
        rows[number - 1] = f"{key[1]} = 0" if key and code != "twice" else ""
        if heading:
            rows[number - 1] = f"[[{heading[2]}]]" if heading[1] == "[[" else f"[{heading[2]}]"
        self.text = "\n".join(rows)
        return True


def _code(said: str, row: str) -> str:
    """The code of a slip, from what the standard library says of it."""
    if row.lstrip().startswith("[") and said.startswith(_HEADINGS):
        return "unclosed-heading"
    if said.startswith("Expected '='"):
        return "no-equals"
    return next((code for code, starts in _SLIPS if said.startswith(starts)), "not-toml")


def _beginning(rows: list[str], code: str) -> int:
    """The line in which something began that was never closed; 0 where it is not found.

    The end of it is found, or missed, lines later.
    """
    for number in range(len(rows), 0, -1):
        value = _VALUE.match(rows[number - 1])
        if value is None:
            continue
        opened, closed = _PAIRS.get(code, ("", ""))
        if opened and value[1].startswith(opened):
            return number if value[1].count(opened) > value[1].count(closed) else 0
        quote = next((mark for mark in _QUOTES if value[1].startswith(mark)), "")
        if code == "unclosed-text" and quote and quote not in value[1][len(quote) :]:
            return number
    return 0


def _spot(fault: ContentError) -> tuple[str, str]:
    return str(fault.details["entry"]), str(fault.details["field"])


def _at(fault: ContentError, line: int) -> ContentError:
    """The same fault with its line."""
    about = {name: value for name, value in fault.details.items() if name not in _PLACE}
    entry, field = _spot(fault)
    file = str(fault.details["file"])
    return ContentError(fault.code, file=file, entry=entry, field=field, **{**about, "line": line})


_PLACE: Final = frozenset({"file", "entry", "field"})


def _by_line(faults: Iterable[ContentError]) -> list[ContentError]:
    return sorted(faults, key=lambda fault: int(str(fault.details["line"])))
