from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from hipcoach.ui.caption import is_worth_telling
from hipcoach.ui.fitted_text import PITCH, fit, for_capitals

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = st.lists(st.text("abcdefgäöüßMW-", min_size=1, max_size=28), min_size=1, max_size=14)


@settings(max_examples=60)
@given(
    words=WORDS,
    width=st.integers(60, 1600),
    height=st.integers(24, 300),
    cap=st.floats(10, 90),
    lines=st.integers(1, 3),
)
def test_words_stay_in_their_box(
    words: list[str], width: int, height: int, cap: float, lines: int
) -> None:
    fitted = fit(" ".join(words), QFont(), (width, height), cap, lines=lines)
    metrics = QFontMetricsF(fitted.font)
    assert len(fitted.lines) <= lines
    assert all(metrics.horizontalAdvance(line) <= width + 1 for line in fitted.lines)
    assert fitted.cap <= cap + 0.01
    assert fitted.height <= max(height + 0.5, PITCH * 9)


@settings(max_examples=60)
@given(words=WORDS, width=st.integers(200, 1600), lines=st.integers(1, 3))
def test_no_word_is_lost_unless_it_says_so(words: list[str], width: int, lines: int) -> None:
    text = " ".join(words)
    fitted = fit(text, QFont(), (width, 300), 60, lines=lines)
    whole = "".join(fitted.lines).replace(" ", "") == text.replace(" ", "")
    assert whole is not fitted.cut


def test_words_that_fit_are_as_large_as_asked_for() -> None:
    fitted = fit("Hold", QFont(), (600, 120), 40)
    assert pytest.approx(40, abs=1) == fitted.cap
    assert pytest.approx(40, abs=1.5) == QFontMetricsF(fitted.font).capHeight()


def test_a_long_word_gets_smaller_and_stays_in_one_piece() -> None:
    fitted = fit("Beckenbodenaufrichtung", QFont(), (300, 200), 60, lines=2)
    assert ("Beckenbodenaufrichtung",) == fitted.lines
    assert fitted.cap < 60


def test_two_lines_are_about_as_long_as_each_other() -> None:
    box = (960.0, 200.0)
    fitted = fit("Brace, and squeeze your right glute", QFont(), box, 48, lines=2)
    metrics = QFontMetricsF(for_capitals(QFont(), fitted.cap))
    first, second = (metrics.horizontalAdvance(line) for line in fitted.lines)
    assert 0.7 < min(first, second) / max(first, second)


def test_what_cannot_be_shown_ends_in_an_ellipsis() -> None:
    fitted = fit("word " * 80, QFont(), (200, 40), 30, lines=2)
    assert fitted.cut
    assert fitted.lines[-1].endswith("…")


def test_no_words_take_no_room() -> None:
    fitted = fit("", QFont(), (200, 40), 30)
    assert ((), 0.0) == (fitted.lines, fitted.height)


@pytest.mark.parametrize(
    ("words", "worth"), [("Halfway", True), ("3", False), ("", False), ("–", False)]
)
def test_a_screen_reader_is_spared_the_counting(words: str, worth: bool) -> None:
    assert worth is is_worth_telling(words)


def test_the_same_words_are_not_fitted_again(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    from hipcoach.ui.big_text import BigText  # noqa: PLC0415

    host = QWidget()
    qtbot.addWidget(host)
    text = BigText(host)
    text.resize(300, 60)
    text.show_words("Hold")
    before = text.fitted
    text.show_words("Hold")
    assert before is text.fitted
    text.show_words("Rest")
    assert ("Rest",) == text.fitted.lines
