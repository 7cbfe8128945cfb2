"""Days in a table, walked through by keys, pointed at and opened: the month's and the year's.

A table, so that a screen reader finds its cells, their columns and their words by itself.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
)

from hipcoach.ui.history_colours import HistoryColours, history_colours
from hipcoach.ui.tokens import LIGHT

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
_NOTCH: Final = 120
"""What a wheel tells for one notch, in eighths of a degree."""


class OneDay(Protocol):
    """What is shown of a day."""

    @property
    def day(self) -> date:
        """Which it is."""
        ...

    @property
    def ahead(self) -> bool:
        """Whether it is still to come."""
        ...

    @property
    def words(self) -> str:
        """All that is shown of it."""
        ...


class Days(QAbstractTableModel):
    """Days by rows and columns; their pictures are painted, their words are told."""

    def day(self, _index: Index) -> OneDay | None:
        """The day in a place; `None`: there is none."""
        return None

    def place(self, _day: date) -> Index:
        """Where a day is."""
        return NOWHERE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a day for whoever reads them."""
        day = self.day(index)
        told = {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}
        return day.words if day is not None and role in told else None


class DayPainter(QStyledItemDelegate):
    """Paints days in the colours of a theme."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.view = view
        self.colours: HistoryColours = history_colours(LIGHT)
        self.pointed: date | None = None
        """The day under the mouse."""


class DayTable(QTableView):
    """Arrow keys walk through the days, Enter or a click opens one, the wheel turns the page."""

    dayWanted = Signal(object)
    """The `date` that the keys go to, on this page or another."""
    dayChosen = Signal(object)
    """The `date` of a day that is to be opened."""
    dayPointed = Signal(object)
    """The `OneDay` under the mouse, or `None`."""
    turned = Signal(int)
    """So many pages on, by the wheel; negative: back."""

    def __init__(self) -> None:
        super().__init__()
        self._notches = 0
        self.days = Days(self)
        self.painter = DayPainter(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)

    def use(self, days: Days, painter: DayPainter) -> None:
        """Show these days, painted so."""
        self.days, self.painter = days, painter
        self.setModel(days)
        self.setItemDelegate(painter)

    def call(self, name: str) -> None:
        """Give the table a name, for who can't see what it shows."""
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.setAccessibleName(name)

    def show_colours(self, colours: HistoryColours) -> None:
        """Show everything in these colours."""
        self.painter.colours = colours
        self.viewport().update()

    def select(self, day: date) -> None:
        """Put the keys on that day, where it is shown."""
        place = self.days.place(day)
        if place.isValid():
            self.setCurrentIndex(self.days.index(place.row(), place.column()))

    @property
    def selected(self) -> OneDay | None:
        """The day that the keys are on."""
        return self.days.day(self.currentIndex())

    def reached(self, day: date, key: Qt.Key) -> date | None:  # noqa: ARG002 - who shows days knows
        """Where a key leads from a day; `None`: nowhere.

        May raise OverflowError where the calendar ends.
        """
        return None

    def may_hold_keys(self, day: OneDay) -> bool:  # noqa: ARG002 - the same
        """Whether a click puts the keys on that day."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the days, turn the page, open a day."""
        day, key = self.selected, event.key()
        wanted = None
        if day is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
                self._choose(day)
                return
            try:
                wanted = self.reached(day.day, Qt.Key(key))
            except OverflowError:
                return
        if wanted is None:
            # Not for the view: it would look for a day that begins with that letter.
            event.ignore()
        else:
            self.dayWanted.emit(wanted)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the pages, one a notch."""
        self._notches -= event.angleDelta().y()
        pages = int(self._notches / _NOTCH)
        if pages:
            self._notches -= pages * _NOTCH
            self.turned.emit(pages)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which day is pointed at."""
        day = self._under(event)
        opens = day is not None and not day.ahead
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self._point(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the keys there."""
        day = self._under(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if day is not None and self.may_hold_keys(day):
            self.dayWanted.emit(day.day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day."""
        day = self._under(event)
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of two is no third thing."""
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point(None)

    def _under(self, event: QMouseEvent) -> OneDay | None:
        return self.days.day(self.indexAt(event.position().toPoint()))

    def _choose(self, day: OneDay) -> None:
        if not day.ahead:
            self.dayChosen.emit(day.day)

    def _point(self, day: OneDay | None) -> None:
        pointed = day.day if day else None
        if pointed != self.painter.pointed:
            self.painter.pointed = pointed
            self.viewport().update()
            self.dayPointed.emit(day)


def steps_on(day: date, days: int) -> date:
    """So many days later; raises OverflowError where the calendar ends."""
    return day + timedelta(days=days)


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is shorter.

    Raises OverflowError where the calendar ends.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year < date.max.year:
        raise OverflowError
    after = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return min(steps_on(date(year, month + 1, 1), day.day - 1), steps_on(after, -1))
