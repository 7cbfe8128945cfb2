"""An article page joined to the voice that reads it."""

from __future__ import annotations

from collections.abc import Callable

from hipcoach.app.article_view import ArticleSnapshot, passages
from hipcoach.app.reading import ReadingDesk
from hipcoach.ports import VoiceChoice
from hipcoach.ui.article_page import ArticlePage


def join_reading(page: ArticlePage, desk: ReadingDesk, choice: Callable[[], VoiceChoice]) -> None:
    """Let the desk read what the page asks for, with the voice that is chosen then."""

    def read(article: ArticleSnapshot) -> None:
        desk.read(passages(article), choice())

    page.readRequested.connect(read)
    page.turnRequested.connect(desk.turn)
    page.stopRequested.connect(desk.stop)
    page.voiceNeeded.connect(desk.open)
    page.left.connect(desk.close)
    desk.changed.connect(page.show_reading)
