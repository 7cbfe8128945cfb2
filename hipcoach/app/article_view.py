"""Articles from content to what is shown and read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import Final

from hipcoach.app.phrases.articles import reading_time_words
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
    Signs,
    Span,
    plain,
    sentences,
)
from hipcoach.core.safety import URGENCIES, Urgency
from hipcoach.core.value import value

WORDS_A_MINUTE: Final = 200
"""What adults read quietly of such a text, at ease."""
TITLE: Final = -1
"""The title in place of a block's number."""


@value
class ArticleSnapshot:
    """An article as it is shown; signs have become headings and lists."""

    id: str
    title: str
    summary: str
    minutes_words: str
    """How long it takes to read."""
    blocks: tuple[Block, ...]
    sources: tuple[tuple[str, str], ...]
    """(title, address)."""
    exercises: tuple[str, ...]
    """Ids of the exercises that it mentions."""


@value
class Passage:
    """What is read aloud in one go and lit up meanwhile."""

    block: int
    """Number of the block, `TITLE` for the title."""
    lines: tuple[str, ...]


def article_pages(articles: Iterable[Article]) -> tuple[ArticleSnapshot, ...]:
    """Every article as it is shown."""
    return tuple(_page(article) for article in articles)


def mentions(articles: Iterable[ArticleSnapshot]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """For each exercise the (id, title) of the articles that mention it, in their order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for article in articles:
        for exercise in article.exercises:
            found.setdefault(exercise, []).append((article.id, article.title))
    return found


def passages(article: ArticleSnapshot) -> tuple[Passage, ...]:
    """What is read aloud, in order: sentence by sentence, without sources."""
    found = [Passage(TITLE, sentences(article.title))]
    found += (Passage(number, _lines(block)) for number, block in enumerate(article.blocks))
    return tuple(passage for passage in found if passage.lines)


def _page(article: Article) -> ArticleSnapshot:
    blocks = tuple(one for block in article.blocks for one in _shown(block))
    words = sum(len(line.split()) for block in blocks for line in _lines(block))
    return ArticleSnapshot(
        id=article.id,
        title=article.title,
        summary=article.summary,
        minutes_words=reading_time_words(max(1, ceil(words / WORDS_A_MINUTE))),
        blocks=blocks,
        sources=tuple((source.title, source.url) for source in article.sources),
        exercises=tuple(one.to for one in article.targets if one.leads is Leads.EXERCISE),
    )


def _shown(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, Signs):
        return (block,)
    flags = (flag for flag, urgency in URGENCIES.items() if urgency is block.urgency)
    listed = Items(tuple((Span(flag_words(flag)),) for flag in flags))
    if block.urgency is Urgency.EMERGENCY:
        note = Note((Span(urgency_words(block.urgency), strong=True),))
        return Heading(urgency_title(block.urgency)), listed, note
    return Heading(urgency_title(block.urgency)), listed


def _lines(block: Block) -> tuple[str, ...]:
    match block:
        case Heading(text):
            return (text,)
        case Paragraph(words) | Note(words):
            return sentences(plain(words))
        case Items(items):
            return tuple(line for words in items for line in sentences(plain(words)))
        case Drawing(_, words):
            return sentences(words)
        case _:
            return ()
