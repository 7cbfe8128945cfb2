"""Looking for an exercise: words, filters, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QWidget

from hipcoach.app.phrases.finding import (
    bare_words,
    count_words,
    most_words,
    search_hint,
    short_most_words,
)
from hipcoach.app.phrases.library import goal_words, position_words, prop_words
from hipcoach.app.words import _
from hipcoach.core.exercise import Goal, Position
from hipcoach.core.finding import TIMES_S, Entry, Wanted
from hipcoach.ui.filter_menu import FilterMenu
from hipcoach.ui.icons import icon
from hipcoach.ui.pieces import Button, column, label, row

_BARE = "nothing"
"""Stands among the props for none of them."""


class LibrarySearch(QWidget):
    """A search field and four filters; tells at once what is wanted now."""

    changed = Signal(object)
    """A `Wanted`."""
    listRequested = Signal()
    """On into the list."""

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField()
        self.field.textChanged.connect(self._tell)
        self.field.downPressed.connect(self.listRequested)
        self.field.returnPressed.connect(self.listRequested)
        self._goal = FilterMenu(_("Goal"))
        self._position = FilterMenu(_("Position"))
        self._props = FilterMenu(_("At hand"), lone=_BARE)
        self._time = FilterMenu(_("Time"), single=True)
        self._filters = (self._goal, self._position, self._props, self._time)
        for one in self._filters:
            one.chosenChanged.connect(self._tell)
        self._quiet = False
        self._pairs = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pairs.setSpacing(4)
        self._pairs.addLayout(row(self._goal, self._position, gap=1))
        self._pairs.addLayout(row(self._props, self._time, gap=1))
        self._count = label("", "small", wrap=False)
        self._clear = Button(_("Clear filters"), "subtle", "close")
        self._clear.clicked.connect(self.clear)
        foot = row(self._count, gap=2)
        foot.addStretch(1)
        foot.addWidget(self._clear)
        # The list doesn't jump when there is something to clear.
        self._count.setMinimumHeight(self._clear.sizeHint().height())
        self.setLayout(column(self.field, self._pairs, foot, gap=2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        props = self._props.chosen
        times = [float(code) for code in self._time.chosen]
        return Wanted(
            text=self.field.text(),
            goals=frozenset(map(Goal, self._goal.chosen)),
            positions=frozenset(map(Position, self._position.chosen)),
            props=props - {_BARE} if props else None,
            most_s=times[0] if times else None,
        )

    def offer(self, entries: Sequence[Entry]) -> None:
        """Offer the filters that these can be told apart by."""
        self._quiet = True
        goals = {goal for one in entries for goal in one.goals}
        places = {one.position for one in entries}
        props = dict.fromkeys(prop for one in entries for prop in one.props)
        self._goal.offer(_told((goal, goal_words(goal)) for goal in Goal if goal in goals))
        self._position.offer(
            _told((place, position_words(place)) for place in Position if place in places)
        )
        named = sorted(((prop, prop_words(prop)) for prop in props), key=lambda one: one[1])
        self._props.offer(_told([(_BARE, bare_words()), *named]))
        self._time.offer(
            [(str(most), most_words(most), short_most_words(most)) for most in TIMES_S]
        )
        self._quiet = False

    def show_count(self, number: int, total: int) -> None:
        """Say how many there are."""
        self._count.setText(count_words(number, total))
        wanted = self.wanted
        self._clear.setText(_("Clear filters") if wanted.filtered else _("Clear"))
        self._clear.setAccessibleName(self._clear.text())
        self._clear.setVisible(wanted != Wanted())

    def set_narrow(self, *, narrow: bool) -> None:
        """Lay the filters in one row: `narrow` is where the list has the whole page."""
        ways = QBoxLayout.Direction
        self._pairs.setDirection(ways.LeftToRight if narrow else ways.TopToBottom)

    def clear(self) -> None:
        """Look for nothing in particular."""
        self._quiet = True
        self.field.clear()
        for one in self._filters:
            one.clear()
        self._quiet = False
        self.field.setFocus()
        self._tell()

    def clear_one(self) -> None:
        """Take back the words, or where there are none the filters."""
        if self.field.text():
            self.field.clear()
        else:
            self.clear()

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit(self.wanted)


class SearchField(QLineEdit):
    """A line to type in; Down leaves it for the list."""

    downPressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(search_hint())
        self.setAccessibleName(_("Search exercises"))
        self._sign = QAction(_("Search"), self)
        self._sign.triggered.connect(self.setFocus)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves for the list."""
        if event.key() == Qt.Key.Key_Down:
            self.downPressed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new colours over."""
        super().changeEvent(event)
        # Qt sends changes of palette while a widget is still being built.
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._tint()

    def _tint(self) -> None:
        self._sign.setIcon(icon("search", self.palette().color(QPalette.ColorRole.Dark)))


def _told(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Choices whose few words are their words."""
    return [(str(code), words, words) for code, words in choices]
