"""The voices that can be chosen."""

from __future__ import annotations

import pytest

from hipcoach.app.voices import voices_for
from hipcoach.ports import Voice

BRITISH = Voice("gmw/en", "English (Great Britain)", ("en-GB", "en"))
AMERICAN = Voice("gmw/en-us", "english (America)", ("en_US",))
GERMAN = Voice("gmw/de", "German", ("de",))
SILENT = Voice("x", "Of no language", ())
ALL = (GERMAN, BRITISH, SILENT, AMERICAN)


@pytest.mark.parametrize("language", ["en", "en-AU", "EN", "en_GB"])
def test_voices_of_the_language_are_offered_by_name(language: str) -> None:
    assert (AMERICAN, BRITISH) == voices_for(ALL, language)


def test_where_no_voice_speaks_the_language_all_are_offered() -> None:
    assert (AMERICAN, BRITISH, GERMAN, SILENT) == voices_for(ALL, "fi")


def test_a_language_is_not_taken_for_one_that_begins_alike() -> None:
    assert (GERMAN,) == voices_for((GERMAN, Voice("y", "Delaware", ("del",))), "de")


def test_without_voices_none_is_offered() -> None:
    assert () == voices_for((), "en")
