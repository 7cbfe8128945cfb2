"""Every fault that is raised anywhere has a sentence of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import hipcoach
from hipcoach.app.phrases.errors import error_words
from hipcoach.core.case_file import CaseError, CaseFault
from hipcoach.core.errors import ContentError, KnownError, SettingsError, StoreError, UsageError
from hipcoach.core.journal import JournalFault

CODE = re.compile(r"[a-z]+(-[a-z]+)*")
ROOMS = ("core", "library", "store", "system", "cli", "app", "bootstrap")
OF_CONTENT = ("refuse", "ContentError", "Problem", "_known")
PLACES = {"_known": 4}
"""Where the code stands among the arguments, if not first."""
BOUNDED = {"out-of-bounds", "out-of-range"}
DETAILS = {
    "value": "x", "nearest": "", "least": 1, "most": 9, "wanted": "table", "words": 20,
    "line": 7, "reason": "no such device",
}  # fmt: skip


def raised(*callers: str) -> set[str]:
    """The codes that these are called with, wherever they stand in the program."""
    return {code for tree in _trees() for code in _codes(tree, callers)}


@cache
def _trees() -> tuple[ast.Module, ...]:
    """The whole program, parsed once."""
    return tuple(ast.parse(path.read_text()) for path in _files())


def _files() -> Iterator[Path]:
    root = Path(hipcoach.__file__).parent
    for room in ROOMS:
        yield from [root / room] if room.endswith(".py") else sorted((root / room).rglob("*.py"))


def _codes(tree: ast.Module, callers: tuple[str, ...]) -> Iterator[str]:
    kept: dict[str, ast.expr] = {}
    for node in ast.walk(tree):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, ast.expr):
            kept[target.id] = value
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in callers:
            place = PLACES.get(_name(node.func), 0)
            for given in node.args[place : place + 1]:
                yield from _texts(kept.get(_name(given), given))


def _name(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def _texts(given: ast.expr) -> Iterator[str]:
    for node in ast.walk(given):
        if isinstance(node, ast.Constant) and CODE.fullmatch(str(node.value)):
            yield str(node.value)


def of_content(code: str, **details: object) -> ContentError:
    return ContentError(code, file="routines/mine.toml", entry="steps.2", field="hold_s", **details)


def test_the_codes_are_found() -> None:
    found = raised(*OF_CONTENT)
    assert {"unknown-muscle", "missing-field", "unknown-field", "no-prop", "off-surface"} <= found
    assert {"unknown-routine", "unknown-word", "usage"} <= raised("UsageError")
    assert {"no-display", "unwritable"} <= raised("KnownError")


@pytest.mark.parametrize("code", sorted(raised(*OF_CONTENT)))
def test_every_fault_of_content_says_where_and_what(code: str) -> None:
    bounds = {} if code in BOUNDED else {"least": "?", "most": "?"}
    told = error_words(of_content(code, **{**DETAILS, **bounds}))

    place, _, wrong = told.partition(", steps.2, hold_s: ")
    assert place.startswith("routines/mine.toml")
    assert 1 == (place + wrong).count("line 7")
    assert "not usable" not in told
    assert code not in told
    assert told.endswith(".")


@pytest.mark.parametrize("code", sorted(raised("UsageError", "_unknown") - {"usage"}))
def test_every_wrong_word_has_a_sentence(code: str) -> None:
    details = {"name": "nonesuch", "day": "2026-03-04", "reason": "a full disk", "text": "soon"}
    details |= {"first": "2026-03-01", "last": "2026-03-31"}
    told = error_words(UsageError(code, {**details, "nearest": "", "known": []}))

    assert code not in told
    assert told.endswith(".")


@pytest.mark.parametrize(
    "code", sorted(raised("KnownError") | {"no-voice", "no-sound", "voice-fails"})
)
def test_every_fault_of_the_machine_has_a_sentence(code: str) -> None:
    told = error_words(KnownError(code, {"path": "picture.png", "flags": ("fever",)}))

    assert "did not work" not in told
    assert told.endswith(".")


@pytest.mark.parametrize("fault", CaseFault)
def test_every_fault_of_a_written_history_says_where_and_what(fault: CaseFault) -> None:
    details = {"field": "effort", "value": "11", "least": 0, "most": 10, "words": "none, mild"}
    told = error_words(CaseError(fault, {"row": 7, **details}))

    assert fault is CaseFault.NO_HISTORY or told.startswith("Row 7")
    assert told.endswith(".")


@pytest.mark.parametrize("fault", [*JournalFault, "no-folder"])
def test_every_fault_of_the_journal_has_a_sentence_of_its_own(fault: str) -> None:
    error = StoreError(str(fault), {"path": "journal.sqlite", "error": "SQLITE_NOMEM"})
    others = {error_words(StoreError(other, error.details)) for other in JournalFault}

    assert len(JournalFault) == len(others)
    assert "journal.sqlite" in error_words(error) or fault is JournalFault.BAD_URL
    assert error_words(error).endswith((".", "name."))


@pytest.mark.parametrize("code", ["unreadable", "unwritable"])
def test_every_fault_of_the_settings_has_a_sentence(code: str) -> None:
    told = error_words(SettingsError(code, {"path": "settings.toml", "reason": "a full disk"}))

    assert "settings.toml" in told
    assert "a full disk" in told


def test_what_is_no_toml_is_told_with_its_line() -> None:
    told = error_words(ContentError("not-toml", file="routines/mine.toml", line=12))
    assert "routines/mine.toml: line 12 is not written as TOML asks for." == told


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("table", "a table"),
        ("list", "a list"),
        ("text", "a text in quotes"),
        ("flag", "true or false"),
        ("number", "a number"),
        ("whole-number", "a whole number"),
    ],
)
def test_what_is_wanted_is_told_in_words(wanted: str, words: str) -> None:
    told = error_words(of_content("wrong-type", wanted=wanted))
    assert f"routines/mine.toml, steps.2, hold_s: {words} is wanted here." == told


def test_a_value_out_of_bounds_is_told_with_its_bounds() -> None:
    told = error_words(of_content("out-of-bounds", value=900, least=5, most=120))
    assert told.endswith("hold_s: 900 lies outside 5 to 120.")


def test_the_nearest_name_is_offered() -> None:
    told = error_words(UsageError("unknown-routine", {"name": "desk", "nearest": "desk-reset"}))
    assert "There is no routine called desk. Did you mean desk-reset?" == told


def test_of_a_few_words_all_are_told_and_of_many_where_they_are() -> None:
    few = UsageError("unknown-word", {"name": "fish", "nearest": "", "known": ["bash", "zsh"]})
    many = UsageError("unknown-word", {"name": "fish", "nearest": "", "known": list("abcde")})

    assert "fish is not known. There is: bash, zsh." == error_words(few)
    assert "fish is not known. `hipcoach --help` shows what there is." == error_words(many)
