"""Articles out of their files: good ones, bad ones, translated ones, and our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.app.phrases.errors import error_words
from hipcoach.core.article import (
    Article,
    Block,
    Drawing,
    Heading,
    Items,
    Leads,
    Note,
    Paragraph,
    PictureId,
    Signs,
    Span,
    Target,
    plain,
)
from hipcoach.core.errors import ContentError
from hipcoach.core.safety import URGENCIES, Urgency
from hipcoach.library.articles import ArticleShelf, article_problems
from hipcoach.library.load import own_shelf
from hipcoach.library.source import OwnContent

HEAD = """+++
title = "Why"
summary = "Because."
order = 3

[[sources]]
title = "A paper"
url = "https://example.org/paper"
+++
"""
BODY = """
Some words,
in two lines, and **strong** ones.

## A part

- See [the plank](exercise:plank).
- Or [the other](article:other), which
  goes on here.

1. First.
2. Second.

> Take care: [a page](https://example.org/).

![A row of dots.](ramp)

{signs: emergency}
"""
OTHER = '+++\ntitle = "Other"\nsummary = "Else."\n+++\n\nWords.\n'
GERMAN = (
    HEAD.split("order", maxsplit=1)[0].replace("Why", "Warum").replace("Because", "Darum")
    + "+++\n"
    + BODY
)
EXERCISES = ("plank", "bird-dog")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "why.md").write_text(HEAD + BODY, encoding="utf-8")
    (folder / "other.md").write_text(OTHER, encoding="utf-8")
    return tmp_path


def _why(shelf: Path, language: str = "en") -> Article:
    return ArticleShelf(shelf, EXERCISES).article("why", language)


def _spoil(shelf: Path, old: str, new: str, name: str = "why.md") -> ContentError:
    path = shelf / "articles" / name
    written = path.read_text(encoding="utf-8")
    assert old in written
    path.write_text(written.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        ArticleShelf(shelf, EXERCISES).article("why", "de")
    return caught.value


def test_a_file_becomes_blocks(shelf: Path) -> None:
    article = _why(shelf)
    plank = Span("the plank", target=Target(Leads.EXERCISE, "plank"))
    other = Span("the other", target=Target(Leads.ARTICLE, "other"))
    page = Span("a page", target=Target(Leads.WEB, "https://example.org/"))
    expected: tuple[Block, ...] = (
        Paragraph(
            (Span("Some words, in two lines, and "), Span("strong", strong=True), Span(" ones."))
        ),
        Heading("A part"),
        Items(
            (
                (Span("See "), plank, Span(".")),
                (Span("Or "), other, Span(", which goes on here.")),
            )
        ),
        Items(((Span("First."),), (Span("Second."),)), numbered=True),
        Note((Span("Take care: "), page, Span("."))),
        Drawing(PictureId.RAMP, "A row of dots."),
        Signs(Urgency.EMERGENCY),
    )
    assert expected == article.blocks
    assert ("why", 3, "Why", "Because.") == (
        article.id, article.order, article.title, article.summary,
    )  # fmt: skip
    assert ["https://example.org/paper"] == [source.url for source in article.sources]


def test_articles_come_in_the_order_that_they_ask_for(shelf: Path) -> None:
    assert ["other", "why"] == [one.id for one in ArticleShelf(shelf, EXERCISES).all()]
    with pytest.raises(KeyError):
        ArticleShelf(shelf, EXERCISES).article("nowhere")


def test_a_shelf_without_articles_is_empty(tmp_path: Path) -> None:
    assert () == ArticleShelf(tmp_path, ()).all()


LINE = HEAD.count("\n") + 1
"""The line of the file in which the body begins."""


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "field", "nearest"),
    [
        ("exercise:plank", "exercise:plunk", "unknown-exercise", 7, "link", "plank"),
        ("article:other", "article:othre", "unknown-article", 8, "link", "other"),
        ("(exercise:plank", "(exercises:plank", "unknown-link", 7, "link", None),
        ("(https://ex", "(http://ex", "unknown-link", 14, "link", None),
        ("(ramp)", "(rump)", "unknown-picture", 16, "picture", "ramp"),
        ("![A row of dots.]", "![ ]", "missing-field", 16, "text-alternative", None),
        ("signs: emergency", "signs: emergancy", "unknown-choice", 18, "signs", "emergency"),
        ("{signs: emergency}", "{sings: emergency}", "broken-mark", 18, "signs", None),
        ("**strong**", "**strong", "broken-mark", 2, "paragraph", None),
        ("(exercise:plank)", "(exercise:plank", "broken-mark", 7, "list", None),
        ("## A part", "## A [part](exercise:plank)", "broken-mark", 5, "heading", None),
        ("## A part", "### A part", "broken-mark", 5, "paragraph", None),
        ("(ramp)", "(ramp", "broken-mark", 16, "picture", None),
    ],
)
def test_a_bad_body_is_refused_with_the_line(
    shelf: Path, old: str, new: str, code: str, line: int, field: str, nearest: str | None
) -> None:
    error = _spoil(shelf, old, new)
    assert code == error.code
    assert "articles/why.md" == error.details["file"]
    assert LINE + line - 1 == error.details["line"]
    assert field == error.details["field"]
    if nearest is not None:
        assert nearest == error.details["nearest"]
    assert "not usable" not in error_words(error)


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("summary", "sumary", "unknown-field", "sumary"),
        ('title = "Why"\n', "", "missing-field", "title"),
        ("order = 3", "order = 3.5", "wrong-type", "order"),
        ("https://example.org/paper", "http://example.org/paper", "not-a-link", "url"),
        ("order = 3", "order = ", "not-toml", ""),
        ("+++\ntitle", "title", "missing-head", ""),
    ],
)
def test_a_bad_head_is_refused(shelf: Path, old: str, new: str, code: str, field: str) -> None:
    error = _spoil(shelf, old, new)
    assert (code, "articles/why.md", field) == (
        error.code,
        error.details["file"],
        error.details["field"],
    )
    assert "not usable" not in error_words(error)


def test_a_head_that_is_no_toml_names_the_line_of_the_file(shelf: Path) -> None:
    assert 4 == _spoil(shelf, "order = 3", "order = ").details["line"]


def test_what_is_no_text_is_refused(shelf: Path) -> None:
    path = shelf / "articles" / "why.md"
    path.write_bytes(path.read_bytes() + b"\n\xff")
    with pytest.raises(ContentError) as caught:
        _why(shelf)
    assert "not-text" == caught.value.code


def test_other_languages_stand_beside_and_english_fills_in(shelf: Path) -> None:
    (shelf / "articles" / "why.de.md").write_text(GERMAN, encoding="utf-8")
    assert "Warum" == _why(shelf, "de").title
    assert "Warum" == _why(shelf, "de-AT").title
    assert 3 == _why(shelf, "de").order
    assert "A paper" == _why(shelf, "de").sources[0].title
    assert "Why" == _why(shelf, "es").title
    assert ("why", "other") == tuple(
        one.id for one in reversed(ArticleShelf(shelf, EXERCISES).all("de"))
    )
    assert ("en", "de") == ArticleShelf(shelf, EXERCISES).languages


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("[the plank](exercise:plank)", "the plank", "link"),
        ("[the plank](exercise:plank)", "[the bird](exercise:bird-dog)", "link"),
        ("## A part", "Noch ein [Vogel](exercise:bird-dog).", "link"),
        ("![A row of dots.](ramp)", "![Ein Tisch.](desk)", "picture"),
        ("{signs: emergency}", "{signs: same-day}", "signs"),
    ],
)
def test_a_translation_shows_and_leads_to_the_same(
    shelf: Path, old: str, new: str, field: str
) -> None:
    (shelf / "articles" / "why.de.md").write_text(GERMAN, encoding="utf-8")
    error = _spoil(shelf, old, new, "why.de.md")
    assert ("unlike-english", "articles/why.de.md", field) == (
        error.code,
        error.details["file"],
        error.details["field"],
    )


def test_of_each_bad_file_the_first_fault_is_told(shelf: Path) -> None:
    folder = shelf / "articles"
    (folder / "other.md").write_text(OTHER.replace("summary", "sumary"), encoding="utf-8")
    (folder / "other.de.md").write_text("nothing", encoding="utf-8")
    (folder / "why.de.md").write_text(GERMAN.replace("(ramp)", "(rump)"), encoding="utf-8")
    told = [error.details["file"] for error in article_problems(shelf, EXERCISES)]
    assert ["articles/other.md", "articles/why.de.md"] == told


def _told(shelf: Path, *languages: str) -> list[tuple[str, str]]:
    found = article_problems(shelf, EXERCISES, languages)
    return [(error.code, str(error.details["file"])) for error in found]


def test_an_article_that_a_language_lacks_is_a_problem(shelf: Path) -> None:
    folder = shelf / "articles"
    (folder / "why.de.md").write_text(GERMAN, encoding="utf-8")
    assert [("missing-file", "articles/other.de.md")] == _told(shelf, "en", "de")
    assert [
        ("missing-file", "articles/other.de.md"),
        ("missing-file", "articles/other.es.md"),
        ("missing-file", "articles/why.es.md"),
    ] == _told(shelf, "en", "de", "es")


def test_a_region_may_have_the_articles_of_its_language(shelf: Path) -> None:
    (shelf / "articles" / "why.de.md").write_text(GERMAN, encoding="utf-8")
    (shelf / "articles" / "other.de.md").write_text(OTHER, encoding="utf-8")
    assert [] == _told(shelf, "en", "de-AT")


def test_a_language_of_articles_alone_may_leave_some_out(shelf: Path) -> None:
    (shelf / "articles" / "why.de.md").write_text(GERMAN, encoding="utf-8")
    assert [] == _told(shelf, "en")


# Our own articles.

WANTED = {
    "anterior-tilt",
    "contractions-why",
    "ergonomics-and-breaks",
    "hip-flexor-anatomy",
    "how-often",
    "not-trained-yet",
    "red-flags",
    "self-massage-safely",
    "tight-flexors-and-the-back",
    "when-it-helps",
    "when-to-see-a-professional",
}
OWN = OwnContent().articles()


def _words(block: Block) -> int:
    match block:
        case Heading(text):
            return len(text.split())
        case Paragraph(words) | Note(words):
            return len(plain(words).split())
        case Items(items):
            return sum(len(plain(words).split()) for words in items)
        case _:
            return 0


def test_all_articles_are_there() -> None:
    assert WANTED <= {article.id for article in OWN}
    shelf = own_shelf()
    assert [] == list(article_problems(shelf.root, shelf.exercise_ids))


@pytest.mark.parametrize("article", OWN, ids=lambda article: article.id)
def test_an_article_is_short_has_sources_and_leads_on(article: Article) -> None:
    assert 250 <= sum(map(_words, article.blocks)) <= 900
    assert article.sources
    assert article.targets
    longest = max(_words(one) for one in article.blocks if isinstance(one, Paragraph))
    assert longest <= 90


def test_every_picture_is_shown_somewhere() -> None:
    shown = [
        block.picture for article in OWN for block in article.blocks if isinstance(block, Drawing)
    ]
    assert sorted(PictureId) == sorted(shown)


def test_the_article_on_red_flags_names_every_sign() -> None:
    article = next(one for one in OWN if one.id == "red-flags")
    shown = [block.urgency for block in article.blocks if isinstance(block, Signs)]
    assert sorted(set(URGENCIES.values()), reverse=True) == shown


def test_who_reads_of_red_flags_can_read_on_from_everywhere_but_there() -> None:
    flags = Target(Leads.ARTICLE, "red-flags")
    leading = {article.id for article in OWN if flags in article.targets}
    assert {"when-it-helps", "when-to-see-a-professional", "self-massage-safely"} <= leading
