"""Articles as they are shown and read aloud."""

from __future__ import annotations

import pytest

from hipcoach.app.article_view import TITLE, article_pages, mentions, passages
from hipcoach.app.phrases.safety import flag_words, urgency_title, urgency_words
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
)
from hipcoach.core.exercise import Source
from hipcoach.core.safety import URGENCIES, Urgency

PLANK = Target(Leads.EXERCISE, "plank")


def _article(*blocks: Block, name: str = "one") -> Article:
    return Article(
        name, 0, f"About {name}", "Sum.", blocks, (Source("A paper", "https://example.org/"),)
    )


@pytest.mark.parametrize("urgency", Urgency)
def test_signs_are_told_in_the_words_of_the_questions(urgency: Urgency) -> None:
    page = article_pages([_article(Signs(urgency))])[0]
    heading, listed, *more = page.blocks
    assert Heading(urgency_title(urgency)) == heading
    assert isinstance(listed, Items)
    told = [words[0].text for words in listed.items]
    assert [flag_words(flag) for flag, how in URGENCIES.items() if how is urgency] == told
    assert (urgency is Urgency.EMERGENCY) is bool(more)
    if more:
        assert Note((Span(urgency_words(urgency), strong=True),)) == more[0]


def test_the_time_to_read_follows_from_the_words() -> None:
    short = _article(Paragraph((Span("word " * 150),)))
    long = _article(Paragraph((Span("word " * 450),)))
    told = [page.minutes_words for page in article_pages([short, long])]
    assert ["1 minute to read", "3 minutes to read"] == told


def test_an_exercise_knows_the_articles_that_mention_it() -> None:
    one = _article(Paragraph((Span("x", target=PLANK), Span("y", target=PLANK))))
    none = _article(Paragraph((Span("x", target=Target(Leads.ARTICLE, "one")),)), name="none")
    two = _article(Items(((Span("x", target=PLANK),),)), name="two")
    found = mentions(article_pages([one, none, two]))
    assert {"plank": [("one", "About one"), ("two", "About two")]} == dict(found)


def test_it_is_read_from_the_title_on_sentence_by_sentence_and_without_sources() -> None:
    page = article_pages(
        [
            _article(
                Heading("First"),
                Paragraph((Span("One. "), Span("Two", target=PLANK), Span(" too."))),
                Drawing(PictureId.RAMP, "Dots. In rows."),
                Items(((Span("A."),), (Span("B."),))),
                Note((Span("Careful."),)),
            )
        ]
    )[0]
    read = passages(page)
    assert (TITLE, 0, 1, 2, 3, 4) == tuple(passage.block for passage in read)
    assert (
        ("About one",), ("First",), ("One.", "Two too."), ("Dots.", "In rows."), ("A.", "B."),
        ("Careful.",),
    ) == tuple(passage.lines for passage in read)  # fmt: skip
