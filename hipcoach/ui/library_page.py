"""The library: all exercises at the left, the one chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from hipcoach.app.phrases.finding import nothing_found_words
from hipcoach.app.snapshots import ExercisePageSnapshot
from hipcoach.app.words import _
from hipcoach.core.finding import Entry, Wanted, found
from hipcoach.ui.exercise_list import ExerciseList
from hipcoach.ui.exercise_page import ExercisePage, open_in_browser
from hipcoach.ui.library_search import LibrarySearch
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import GAPS, Button, column, frame, grown, label, row

NARROW: Final = 860
"""Pixels of width below which list and exercise take turns."""

_LIST_WIDTH: Final = 320
_UNBOUNDED: Final = 16_777_215
"""What Qt takes for no limit at all."""


class LibraryPage(QWidget):
    """Every exercise, to look at and to try."""

    acknowledged = Signal(str)
    """The warning of the exercise of that id was read, and it is to be offered."""
    tryExerciseRequested = Signal(str)
    """The id of an exercise."""
    addRequested = Signal(str)
    """The id of an exercise, which is to be in a routine."""
    articleRequested = Signal(str)
    """The id of an article."""

    def __init__(
        self,
        book: PictureBook,
        open_address: Callable[[str], None] = open_in_browser,
        *,
        switch: QWidget | None = None,
    ) -> None:
        """`switch` leads to the other half of the library."""
        super().__init__()
        self._switch = switch
        self.setObjectName("library")
        self._book = book
        self._exercises: dict[str, ExercisePageSnapshot] = {}
        self._narrow = False
        self._reading = False
        self._list = ExerciseList(book)
        self._list.exerciseChanged.connect(self._show)
        self._list.exerciseOpened.connect(self._read)
        self._search = LibrarySearch()
        self._search.changed.connect(self._look_for)
        self._search.listRequested.connect(self._list.setFocus)
        self._side = self._list_panel()
        self._page = ExercisePage(book, open_address)
        self._page.tryExerciseRequested.connect(self.tryExerciseRequested)
        self._page.acknowledged.connect(self.acknowledged)
        self._page.addRequested.connect(self.addRequested)
        self._page.articleRequested.connect(self.articleRequested)
        self._back = Button(_("&All exercises"), "quiet", "back")
        self._back.clicked.connect(self._leave)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self._leave)
        for keys in (QKeySequence(QKeySequence.StandardKey.Find), QKeySequence("/")):
            QShortcut(keys, self, self._search_now)
        QShortcut(QKeySequence("Esc"), self, self._take_back)
        self._top = frame("bar", row(self._back, margin=1))
        self._top.layout().addStretch(1)  # type: ignore[union-attr] # a row, as made above
        self._detail = QWidget()
        self._detail.setLayout(column(self._top, self._page, gap=0))
        self.setLayout(row(self._side, self._detail, gap=0))
        self._arrange()

    def show_snapshot(self, exercises: Sequence[ExercisePageSnapshot]) -> None:
        """Show these exercises, in order."""
        if tuple(exercises) == tuple(self._exercises.values()):
            return
        self._exercises = {one.id: one for one in exercises}
        self._search.offer(self._entries)
        self._list.show_exercises(tuple(self._exercises.values()))
        self._look_for(self._search.wanted)

    def show_exercise(self, name: str) -> None:
        """Turn to the exercise of that id, also where it was not looked for."""
        if name in self._exercises:
            self._search.clear()
            self._list.choose(name)
            self._read()

    def show_mentions(self, mentions: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Know for each exercise the (id, title) of the articles that mention it."""
        self._page.show_mentions(mentions)

    def set_still(self, *, still: bool) -> None:
        """Let the picture stand still, or move."""
        self._page.set_still(still=still)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the list: with a proxy, Tab would pass by what is above it."""
        super().focusInEvent(event)
        self._list.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and exercise together where there is room."""
        super().resizeEvent(event)
        self._narrow = self.width() < grown(self, NARROW)
        self._arrange()

    @property
    def _entries(self) -> list[Entry]:
        return [one.entry for one in self._exercises.values()]

    def _list_panel(self) -> QFrame:
        title = self._switch or label(_("Library"), "title")
        self._nothing = label("", "soft")
        self._all = Button(_("Show all exercises"))
        self._all.clicked.connect(self._search.clear)
        self._none = QWidget()
        words = column(self._nothing, self._all, gap=4)
        words.addStretch(1)
        self._none.setLayout(words)
        self._none.hide()
        # With large words in a small window the search needs the room more than the list does.
        self._list.setMinimumHeight(GAPS.space(8))
        return frame("side", column(title, self._search, self._none, self._list, gap=3, margin=4))

    def _look_for(self, wanted: Wanted) -> None:
        ids = [one.id for one in found(self._entries, wanted)]
        self._list.keep(ids)
        self._search.show_count(len(ids), len(self._exercises))
        self._nothing.setText(nothing_found_words(wanted.text, filtered=wanted.filtered))
        lost = not ids and bool(self._exercises)
        self._none.setVisible(lost)
        self._list.setVisible(not lost)

    def _search_now(self) -> None:
        if self._narrow and self._reading:
            self._leave()
        self._search.field.setFocus()
        self._search.field.selectAll()

    def _take_back(self) -> None:
        if self._narrow and self._reading:
            self._leave()
        else:
            self._search.clear_one()

    def _show(self, name: str) -> None:
        self._page.show_snapshot(self._exercises[name])

    def _read(self) -> None:
        self._reading = True
        self._arrange()
        if self._narrow:
            self._back.setFocus()

    def _leave(self) -> None:
        self._reading = False
        self._arrange()
        self._list.setFocus()

    def _arrange(self) -> None:
        self._top.setVisible(self._narrow)
        self._side.setVisible(not self._narrow or not self._reading)
        self._search.set_narrow(narrow=self._narrow)
        width = grown(self, _LIST_WIDTH)
        self._side.setMaximumWidth(_UNBOUNDED if self._narrow else width)
        self._side.setMinimumWidth(0 if self._narrow else width)
        self._detail.setVisible(not self._narrow or self._reading)
