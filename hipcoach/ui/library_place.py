"""The place called Library: exercises to do, articles to read, and the way between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from hipcoach.app.article_view import ArticleSnapshot, mentions
from hipcoach.app.snapshots import ExercisePageSnapshot
from hipcoach.app.words import _
from hipcoach.ui.articles_page import ArticlesPage
from hipcoach.ui.exercise_page import open_in_browser
from hipcoach.ui.library_page import LibraryPage
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import Button, row


class LibrarySwitch(QWidget):
    """Two buttons side by side: which half of the library is shown."""

    exercisesAsked = Signal()
    articlesAsked = Signal()

    def __init__(self, *, articles: bool) -> None:
        """`articles`: whether it stands in the half with the articles."""
        super().__init__()
        self._halves = (
            self._half(_("Exercises"), self.exercisesAsked, checked=not articles),
            self._half(_("Articles"), self.articlesAsked, checked=articles),
        )
        line = row(*self._halves, gap=1)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        self.setLayout(line)

    def _half(self, words: str, asked: SignalInstance, *, checked: bool) -> Button:
        made = Button(words, "segment", name=_("Library: {half}").format(half=words))
        made.setCheckable(True)
        made.setChecked(checked)
        # It stands in one half only, so that it always shows this one.
        made.clicked.connect(lambda _on=False: made.setChecked(checked))
        made.clicked.connect(asked)
        return made


class LibraryPlace(QWidget):
    """Shows one half of the library at a time; links lead from each to the other."""

    acknowledged = Signal(str)
    """The warning of the exercise of that id was read, and it is to be offered."""
    tryExerciseRequested = Signal(str)
    """The id of an exercise."""
    addRequested = Signal(str)
    """The id of an exercise, which is to be in a routine."""

    def __init__(
        self, book: PictureBook, open_address: Callable[[str], None] = open_in_browser
    ) -> None:
        super().__init__()
        to_articles, to_exercises = LibrarySwitch(articles=False), LibrarySwitch(articles=True)
        self.exercises = LibraryPage(book, open_address, switch=to_articles)
        """Every exercise."""
        self.articles = ArticlesPage(book, to_exercises, open_address)
        """Every article."""
        self.exercises.tryExerciseRequested.connect(self.tryExerciseRequested)
        self.exercises.acknowledged.connect(self.acknowledged)
        self.exercises.addRequested.connect(self.addRequested)
        self.exercises.articleRequested.connect(self.show_article)
        self.articles.article.exerciseRequested.connect(self.show_exercise)
        to_articles.articlesAsked.connect(lambda: self._turn(self.articles))
        to_exercises.exercisesAsked.connect(lambda: self._turn(self.exercises))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.exercises)
        self._stack.addWidget(self.articles)

    def show_snapshot(
        self, exercises: Sequence[ExercisePageSnapshot], articles: Sequence[ArticleSnapshot]
    ) -> None:
        """Show all this, in order."""
        self.exercises.show_mentions(mentions(articles))
        self.exercises.show_snapshot(exercises)
        self.articles.show_snapshot(articles, {one.id: one.name for one in exercises})

    def show_exercise(self, name: str) -> None:
        """Turn to the exercise of that id."""
        self._turn(self.exercises)
        self.exercises.show_exercise(name)

    def show_article(self, name: str) -> None:
        """Turn to the article of that id."""
        self._turn(self.articles)
        self.articles.show_article(name)

    def set_still(self, *, still: bool) -> None:
        """Let pictures stand still, or move."""
        self.exercises.set_still(still=still)
        self.articles.article.set_still(still=still)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on: a proxy that changes would tie the chain of Tab into a knot."""
        super().focusInEvent(event)
        half = self._stack.currentWidget()
        if half is not None:
            half.setFocus(event.reason())

    def _turn(self, half: QWidget) -> None:
        self._stack.setCurrentWidget(half)
        half.setFocus()
