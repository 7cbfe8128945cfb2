"""The words a person reads or hears, in the language chosen."""

from __future__ import annotations

import struct
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.app import words
from hipcoach.app.words import N_, PSEUDO, _, languages, ngettext, pgettext, use_language

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = {
    "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
    "Ten seconds": "Zehn Sekunden",
    "{n} hold\0{n} holds": "{n}-mal halten\0{n}-mal gehalten",
    "leg\x04Left": "Linkes",
}


def _catalogue(sentences: dict[str, str]) -> bytes:
    """A catalogue as gettext's tools compile it: two tables of lengths and places, then text."""
    pairs = sorted((key.encode(), value.encode()) for key, value in sentences.items())
    place = 28 + 16 * len(pairs)
    tables, text = [b"", b""], b""
    for which in (0, 1):
        for pair in pairs:
            tables[which] += struct.pack("<II", len(pair[which]), place + len(text))
            text += pair[which] + b"\0"
    count = len(pairs)
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, place)
    return head + tables[0] + tables[1] + text


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shelf with one language on it."""
    (tmp_path / "de.mo").write_bytes(_catalogue(GERMAN))
    monkeypatch.setattr(words, "_shelf", lambda: tmp_path)


def test_english_is_spoken_as_it_stands_in_the_code() -> None:
    assert "en" == use_language("en")
    assert "Halfway" == _("Halfway")
    assert "left" == pgettext("leg", "left")
    assert ["{n} holds", "{n} hold", "{n} holds"] == [
        ngettext("{n} hold", "{n} holds", n) for n in (0, 1, 2)
    ]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("code", ["de", "de_AT", "de-CH", "de_DE.UTF-8", "de@euro"])
def test_the_nearest_language_is_taken(code: str) -> None:
    assert "de" == use_language(code)
    assert "Zehn Sekunden" == _("Ten seconds")
    assert "{n}-mal halten" == ngettext("{n} hold", "{n} holds", 1)
    assert "{n}-mal gehalten" == ngettext("{n} hold", "{n} holds", 3)
    assert "Linkes" == pgettext("leg", "Left")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("code", ["", "C", "POSIX", "en_GB.UTF-8", "fr", "d", "../de"])
def test_a_language_that_is_not_there_becomes_english(code: str) -> None:
    use_language("de")
    assert "en" == use_language(code)
    assert "Ten seconds" == _("Ten seconds")


@pytest.mark.usefixtures("german")
def test_a_sentence_without_translation_stays_english() -> None:
    use_language("de")
    assert "Halfway" == _("Halfway")
    assert "Left" == pgettext("minutes", "Left")


@pytest.mark.usefixtures("german")
def test_nothing_to_say_is_said_as_nothing() -> None:
    use_language("de")
    assert not _("")


@pytest.mark.usefixtures("german")
def test_the_languages_on_the_shelf_are_told_english_first() -> None:
    assert ("en", "de") == languages()


def test_english_is_there_without_any_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "_shelf", lambda: tmp_path / "none")
    assert ("en",) == languages()
    assert "en" == use_language("de")


def test_a_mark_changes_nothing() -> None:
    use_language(PSEUDO)
    assert "Switch sides" == N_("Switch sides")


def test_the_pseudo_language_shows_what_passed_the_door() -> None:
    assert PSEUDO == use_language(PSEUDO)
    assert "[Šwítçh šídéš~~~~]" == _("Switch sides")


def test_the_pseudo_language_knows_one_from_many() -> None:
    use_language(PSEUDO)
    assert "[{n} hóld~~]" == ngettext("{n} hold", "{n} holds", 1)
    assert "[{n} hóldš~~~]" == ngettext("{n} hold", "{n} holds", 2)


@given(
    st.lists(
        st.sampled_from(["hold ", "{name}", "{n:.1f}", "%(side)s", "%d", "<b>", "</b>", "&amp;"])
    )
)
def test_the_pseudo_language_leaves_values_and_tags_alone(pieces: list[str]) -> None:
    use_language(PSEUDO)
    said = _("".join(pieces) or "-")
    for piece in pieces:
        assert piece == "hold " or piece in said


def test_the_door_opens_without_reading_gettext_or_qt() -> None:
    program = (
        "import sys, hipcoach.app.words as words; words._('Rest');"
        "print(sorted({'gettext', 'importlib.resources', 'PySide6'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.strip()
