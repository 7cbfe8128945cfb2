"""Facts may come from articles, sentences may not: no eight words running are theirs.

`tests/data/foreign_words.txt` knows every run of eight words of the three articles that the
content was drawn from, as the first ten digits of a hash, so that their text stays theirs.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import hipcoach

RUN = 8
FOREIGN = frozenset(
    (Path(__file__).parents[1] / "data" / "foreign_words.txt").read_text("utf-8").split()
)
PACKAGE = Path(hipcoach.__file__).parent
ENGLISH = sorted(
    path
    for path in (PACKAGE / "library" / "content").rglob("*")
    if path.suffix in {".toml", ".md"} and not re.search(r"\bde\b|\bes\b", path.name)
)


def runs(text: str) -> Iterator[str]:
    """Every run of eight words, in small letters and without signs."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    for start in range(len(words) - RUN + 1):
        yield " ".join(words[start : start + RUN])


def taken(text: str, foreign: frozenset[str] = FOREIGN) -> list[str]:
    """The runs of a text that are somebody else's."""
    return [run for run in runs(text) if mark(run) in foreign]


def mark(run: str) -> str:
    return hashlib.sha256(run.encode()).hexdigest()[:10]


def test_eight_words_running_are_found_whatever_the_signs_between_them() -> None:
    known = frozenset({mark("b c d e f g h i")})
    assert ["b c d e f g h i"] == taken("A: b, c – d. E f; g (h) I! J", known)
    assert [] == taken("b c d e f g h, x i", known)
    assert 3000 < len(FOREIGN)


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sentence_of_the_content_is_theirs(path: Path) -> None:
    assert [] == taken(path.read_text("utf-8"))


def test_no_sentence_of_the_program_is_theirs() -> None:
    for path in (PACKAGE / "app").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        said = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        assert [] == [run for text in said if isinstance(text, str) for run in taken(text)]
