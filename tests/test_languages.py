"""Every language is complete, and fits where it is said and shown.

What fails here after an English text was added is mended by `make words` and a translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from hipcoach.app.lengths import lengths_of
from hipcoach.app.words import languages, use_language
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.cueing import COUNT_S, GAP_S, LONGEST_COUNT_S, collides, estimate_s
from hipcoach.core.side import Side
from hipcoach.core.timeline import TONES, CueKind, Form, Phase, Timeline
from hipcoach.core.wording import Line
from hipcoach.library.articles import ArticleShelf
from hipcoach.library.check import LENGTH_TOLERANCE, content_problems
from hipcoach.library.lines import LONGEST_LINE
from hipcoach.library.load import load_for, load_wording, own_shelf

HOUSE = Path(__file__).parents[1] / "hipcoach"
LANGUAGES = sorted({path.stem for path in (HOUSE / "locale").glob("*.po")})
ROUTINES = own_shelf().routine_ids
GAP = re.compile(r"\{[^{}]*\}|%(?:\(\w+\))?[sr]")
WORDS_OF = {"intent": range(2, 11), "breathing": range(2, 7), "switch": range(2, 9)}
"""How many words a line may have, so that there is room where it is said."""

Key = tuple[str | None, tuple[str, ...]]


def both(texts: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms for one and for many, or the only one."""
    return (texts or "",) if isinstance(texts, str | None) else tuple(texts)


@cache
def wanted() -> dict[Key, Message]:
    """Every sentence in the code, by context and English."""
    found = Catalog()
    for _file, _line, message, _notes, context in extract_from_dir(HOUSE, [("**.py", "python")]):
        found.add(message, context=context)
    return {(message.context, both(message.id)): message for message in found if message.id}


@cache
def said(language: str) -> dict[Key, Message]:
    """Every sentence of a catalogue."""
    with (HOUSE / "locale" / f"{language}.po").open("rb") as file:
        catalogue = read_po(file)
    return {(message.context, both(message.id)): message for message in catalogue if message.id}


def lines(language: str) -> Iterator[tuple[str, Line]]:
    """Every spoken line of the content, by its full code."""
    wording = load_wording(language)
    for name, words in wording.exercises.items():
        for code, line in words.lines.items():
            yield f"{name}/{code}", line
    for code, line in wording.common.items():
        yield code, line


def score(routine: str, language: str, times: int = 0) -> Timeline:
    loaded = load_for(routine, language)
    options = CompileOptions(times_done=dict.fromkeys(loaded.exercises, times))
    return compile_timeline(loaded.routine, loaded.exercises, lengths_of(loaded.wording), options)


def test_there_is_a_language_to_look_at() -> None:
    assert "de" in LANGUAGES
    assert {"en", *LANGUAGES} == {*languages()}
    assert {*own_shelf().languages} >= {*LANGUAGES}
    assert 500 < len(wanted())


@pytest.mark.parametrize("language", LANGUAGES)
class TestALanguage:
    def test_says_every_sentence_of_the_code_and_no_other(self, language: str) -> None:
        missing = [key for key in wanted() if key not in said(language)]
        idle = [key for key in said(language) if key not in wanted()]
        assert ([], []) == (missing, idle)

    def test_leaves_no_sentence_empty_or_in_doubt(self, language: str) -> None:
        bad = [
            message.id
            for message in said(language).values()
            if message.fuzzy or not all(both(message.string))
        ]
        assert [] == bad

    def test_has_every_form_of_a_number(self, language: str) -> None:
        with (HOUSE / "locale" / f"{language}.po").open("rb") as file:
            forms = read_po(file).num_plurals
        wrong = [
            message.id
            for message in said(language).values()
            if (len(both(message.string)) != forms) is message.pluralizable
        ]
        assert [] == wrong

    def test_keeps_every_gap_and_adds_none(self, language: str) -> None:
        wrong = []
        for message in said(language).values():
            *_one, many = both(message.id)
            gaps = {*GAP.findall(many)}
            # The form for one may do without its number, in English too.
            least = gaps - {"{number}"} if message.pluralizable else gaps
            found = both(message.string)
            wrong += [text for text in found if not least <= {*GAP.findall(text)} <= gaps]
        assert [] == wrong

    def test_keeps_the_keys_that_are_underlined(self, language: str) -> None:
        wrong = [
            message.string
            for message in said(language).values()
            for text in both(message.string)
            if len(re.findall(r"&\w", both(message.id)[0])) != len(re.findall(r"&\w", text))
        ]
        assert [] == wrong

    def test_begins_and_ends_as_english_does(self, language: str) -> None:
        """A sentence that is joined to others keeps its spaces and its stop."""
        wrong = []
        for message in said(language).values():
            english, text = both(message.id)[-1], both(message.string)[-1]
            spaces = len(english) - len(english.strip()), len(text) - len(text.strip())
            stops = english[-1] in ".?!:…", text[-1] in ".?!:…"
            if message.context == "decimal mark":
                continue
            if spaces[0] != spaces[1] or stops[0] != stops[1]:
                wrong.append(text)
        assert [] == wrong

    def test_has_all_the_content(self, language: str) -> None:
        problems = [problem.details for problem in content_problems()]
        assert [] == [found for found in problems if f"{language}." in str(found["file"])]

    def test_has_every_article(self, language: str) -> None:
        shelf = ArticleShelf(own_shelf().root, own_shelf().exercise_ids)
        english = {article.id: article for article in shelf.all()}
        same = [one.id for one in shelf.all(language) if one.title == english[one.id].title]
        assert [] == same

    def test_speaks_in_short_lines(self, language: str) -> None:
        for code, line in lines(language):
            kind = code.rpartition("-")[2] if code.endswith("intent") else code.rpartition("/")[2]
            allowed = WORDS_OF.get(kind, range(1, LONGEST_LINE + 1))
            for text in line.texts:
                assert len(text.split()) in allowed, (code, text)

    def test_says_the_short_form_no_longer_than_the_full_one(self, language: str) -> None:
        longer = [
            line.short_left
            for _code, line in lines(language)
            if len(line.short_left.split()) > len(line.full_left.split())
        ]
        assert [] == longer

    def test_names_the_side_wherever_english_does(self, language: str) -> None:
        english = dict(lines("en"))
        for code, line in lines(language):
            for form in Form:
                told = {english[code].words(side, form) for side in Side}
                mine = {line.words(side, form) for side in Side}
                if len(told) > 1:
                    assert len(mine) > 1, (code, form)
                assert all("{" not in text for text in mine), code

    @pytest.mark.parametrize("routine", ROUTINES)
    @pytest.mark.parametrize("times", [0, 9])
    def test_fits_the_moments_of_a_routine(self, language: str, routine: str, times: int) -> None:
        timeline, english = score(routine, language, times), score(routine, "en", times)
        kinds, theirs = ([cue.kind for cue in one.cues] for one in (timeline, english))
        for kind in (CueKind.SETUP, CueKind.SAFETY, CueKind.INTENT, CueKind.BREATHING):
            assert theirs.count(kind) == kinds.count(kind)
        cues = [cue for cue in timeline.cues if cue.text not in TONES]
        counts = [cue for cue in cues if cue.kind is CueKind.COUNT]
        assert all(cue.length_s <= LONGEST_COUNT_S for cue in counts)
        spoken = [cue for cue in cues if cue.kind is not CueKind.COUNT]
        for cue, following in pairwise(spoken):
            # Where cues begin is told to the millisecond.
            assert not collides(cue, [following], GAP_S - 0.001), (cue, following)
        for segment in timeline.segments:
            if segment.phase is Phase.WORK:
                inside = [c for c in spoken if segment.start_s <= c.at_s < segment.end_s]
                assert all(cue.end_s <= segment.end_s - COUNT_S for cue in inside if cue.text.side)
        assert pytest.approx(english.length_s, rel=2 * LENGTH_TOLERANCE) == timeline.length_s

    def test_counts_in_time(self, language: str) -> None:
        common = load_wording(language).common
        for code in ("count-3", "count-2", "count-1"):
            assert LONGEST_COUNT_S >= estimate_s(common[code].short_left, language)

    def test_is_what_a_person_reads(self, language: str) -> None:
        assert language == use_language(f"{language}_XX.UTF-8")
