"""Catalogues as translators write them, read without being compiled."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.app.po import PoCatalogue

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
GERMAN = (
    HEAD
    + """
#: hipcoach/app/phrases/session.py:3
msgid "Ten seconds"
msgstr "Zehn Sekunden"

msgid ""
"{number} hold, "
"then rest"
msgid_plural "{number} holds, then rest"
msgstr[0] "{number}-mal halten"
msgstr[1] ""
"{number}-mal halten, "
"dann Pause"

msgctxt "leg"
msgid "Left"
msgstr "Linkes"

#, fuzzy, python-brace-format
msgid "Halfway"
msgstr "Hälftig"

msgid "Not yet"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Weg"

# Said \\"so\\" in quotes
msgid "Say \\"go\\"\\n\\tnow\\\\then"
msgstr "Sag „los“\\n\\tjetzt\\\\dann"
"""
)


@pytest.fixture
def german() -> PoCatalogue:
    return PoCatalogue(GERMAN)


def test_a_sentence_is_found(german: PoCatalogue) -> None:
    assert "Zehn Sekunden" == german.gettext("Ten seconds")


@pytest.mark.parametrize("message", ["Unheard of", "Halfway", "Not yet", "Gone", "Left"])
def test_what_is_missing_doubtful_or_gone_stays_english(german: PoCatalogue, message: str) -> None:
    assert message == german.gettext(message)


def test_a_sentence_has_its_own_words_in_its_context(german: PoCatalogue) -> None:
    assert "Linkes" == german.pgettext("leg", "Left")
    assert "Left" == german.pgettext("minute", "Left")


def test_marks_within_a_sentence_are_kept(german: PoCatalogue) -> None:
    assert "Sag „los“\n\tjetzt\\dann" == german.gettext('Say "go"\n\tnow\\then')


def test_the_form_goes_with_the_number(german: PoCatalogue) -> None:
    one, many = "{number} hold, then rest", "{number} holds, then rest"
    assert "{number}-mal halten" == german.ngettext(one, many, 1)
    assert "{number}-mal halten, dann Pause" == german.ngettext(one, many, 0)
    assert "b" == german.ngettext("a", "b", 2)
    assert "a" == german.ngettext("a", "b", 1)


def test_a_language_says_how_many_forms_it_has() -> None:
    polish = PoCatalogue(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && '
        '(n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
        'msgid "{n} day"\nmsgid_plural "{n} days"\n'
        'msgstr[0] "{n} dzień"\nmsgstr[1] "{n} dni"\nmsgstr[2] "{n} dnia"\n'
    )
    forms = [polish.ngettext("{n} day", "{n} days", n) for n in (1, 2, 5, 22)]
    assert ["{n} dzień", "{n} dni", "{n} dnia", "{n} dni"] == forms


def test_an_empty_file_says_everything_in_english() -> None:
    assert "Rest" == PoCatalogue("").gettext("Rest")


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.just("\n")
)


@given(st.dictionaries(TEXTS.filter(str.strip), TEXTS.filter(str.strip), max_size=8))
def test_what_translators_tools_write_is_read(said: dict[str, str]) -> None:
    catalogue, file = Catalog(locale="de"), BytesIO()
    for message, translation in said.items():
        catalogue.add(message, translation)
    write_po(file, catalogue)
    read = PoCatalogue(file.getvalue().decode())
    assert said == {message: read.gettext(message) for message in said}
