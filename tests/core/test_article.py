"""Articles as values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.article import (
    Article,
    Heading,
    Items,
    Leads,
    Note,
    Paragraph,
    Span,
    Target,
    plain,
    sentences,
)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("It is 2.6 degrees further.", ("It is 2.6 degrees further.",)),
        ("Some foods, e.g. Quark, are soft.", ("Some foods, e.g. Quark, are soft.",)),
        ("“Not yet.” He smiled.", ("“Not yet.”", "He smiled.")),
        ("Take 3. 5 are too many.", ("Take 3.", "5 are too many.")),
        ("Über allem steht Ruhe. Ähnlich ist es hier.", None),
        ("no stop at all", ("no stop at all",)),
        ("", ()),
    ],
)
def test_a_text_is_cut_where_one_breathes(text: str, cut: tuple[str, ...] | None) -> None:
    if cut is None:
        cut = ("Über allem steht Ruhe.", "Ähnlich ist es hier.")
    assert cut == sentences(text)


@given(st.text(alphabet="abcABC .!?é1", max_size=60))
def test_no_letter_is_lost_in_cutting(text: str) -> None:
    letters = "".join(text.split())
    assert letters == "".join("".join(sentences(text)).split())


def test_an_article_knows_what_it_leads_to_each_once_and_in_order() -> None:
    exercise = Target(Leads.EXERCISE, "plank")
    other = Target(Leads.ARTICLE, "red-flags")
    web = Target(Leads.WEB, "https://example.org/")
    article = Article(
        "one",
        0,
        "One",
        "About one.",
        (
            Heading("First"),
            Paragraph((Span("Do "), Span("this", target=exercise))),
            Items(((Span("again", target=exercise),), (Span("or that", target=web),))),
            Note((Span("read", target=other),)),
        ),
        (),
    )
    assert (exercise, web, other) == article.targets


def test_words_are_said_without_what_they_lead_to() -> None:
    words = (Span("Do "), Span("this", strong=True), Span(".", target=None))
    assert "Do this." == plain(words)
