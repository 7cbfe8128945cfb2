"""The line above the calendar: which month, the way to others, and the view."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QWidget

from hipcoach.app.phrases.dates import month_words
from hipcoach.app.words import _
from hipcoach.ui.option_editors import ChoiceBox
from hipcoach.ui.pieces import GAPS, Button, restyle, row

MONTHS: Final = 12
_ACROSS: Final = QBoxLayout.Direction.LeftToRight
_DOWN: Final = QBoxLayout.Direction.TopToBottom


class HistoryHead(QWidget):
    """Turns pages, picks a month and a year, and changes between the two views."""

    turned = Signal(int)
    """So many pages on; negative: back."""
    picked = Signal(int, int)
    """(year, month): a page that is wanted."""
    todayWanted = Signal()
    trendsWanted = Signal()
    journalWanted = Signal()
    """The page of the journal as a whole."""
    viewWanted = Signal(bool)
    """Whether the year is wanted in place of the month."""

    def __init__(self) -> None:
        super().__init__()
        self._needed: dict[bool, int] = {}
        """Pixels that it takes on one line, written close or not; nothing: not measured."""
        self._turning = 0
        """Those of what turns the pages, on a line of its own and written close."""
        self._before = Button("", "icon", "back", name=_("Earlier"))
        self._before.clicked.connect(lambda: self.turned.emit(-1))
        self._after = Button("", "icon", "forward", name=_("Later"))
        self._after.clicked.connect(lambda: self.turned.emit(1))
        self._month = ChoiceBox()
        self._month.setProperty("role", "title")
        self._month.setAccessibleName(_("Month"))
        self._month.addItems([month_words(number) for number in range(1, MONTHS + 1)])
        self._month.setMaxVisibleItems(MONTHS)
        self._month.activated.connect(self._pick)
        self._year = ChoiceBox()
        self._year.setProperty("role", "title")
        self._year.setAccessibleName(_("Year"))
        self._year.activated.connect(self._pick)
        self._today = Button(_("To&day"), "quiet")
        self._today.clicked.connect(self.todayWanted)
        self._views = QButtonGroup(self)
        trends = Button(_("T&rends"), "quiet")
        trends.clicked.connect(self.trendsWanted)
        journal = Button("", "icon", "journal", name=_("Your journal"))
        journal.setToolTip(_("Your journal: save it, take a copy back, delete from it"))
        journal.clicked.connect(self.journalWanted)
        self._steps = row(self._before, self._after, gap=2)
        self._when = row(self._month, self._year, self._today, gap=2)
        self._turns = QBoxLayout(_ACROSS)
        for part in (self._steps, self._when):
            self._turns.addLayout(part)
            part.addStretch(1)
        self._turns.setStretch(1, 1)
        self._ways = row(gap=2)
        self._ways.addStretch(1)
        self._quiet = (self._today, trends)
        for button in (trends, journal):
            self._ways.addWidget(button)
        for place, words in enumerate((_("&Month"), _("&Year"))):
            button = Button(words, "segment")
            button.setCheckable(True)
            self._views.addButton(button, place)
            self._ways.addWidget(button)
        self._views.idClicked.connect(lambda place: self.viewWanted.emit(bool(place)))
        self._whole = QBoxLayout(_ACROSS)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._turns, 1)
        self._whole.addLayout(self._ways)
        self.setLayout(self._whole)

    def show_page(self, day: date, *, yearly: bool, years: range) -> None:
        """Show where the calendar stands: on the month of that day, or on its year."""
        known = [self._year.itemText(place) for place in range(self._year.count())]
        offered = [str(year) for year in years]
        if known != offered:
            self._year.clear()
            self._year.addItems(offered)
        self._year.setCurrentText(str(day.year))
        self._month.setCurrentIndex(day.month - 1)
        self._month.setVisible(not yearly)
        self._views.button(int(yearly)).setChecked(True)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it may get: it finds room for its words by itself."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for all words."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The same where the words grow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # The words themselves grow a moment later.
            QTimer.singleShot(0, self, self._fit_anew)

    def _fit_anew(self) -> None:
        self._needed = {}
        self._fit()

    def _fit(self) -> None:
        """Write month and year smaller and closer where it is narrow, then on more lines."""
        if not self._needed:
            self._needed = {close: self._measured(close=close) for close in (False, True)}
            turns = (self._before, self._after, self._month, self._year, self._today)
            self._turning = self._long(turns)
        self._close_up(close=self.width() < self._needed[False])
        self._whole.setDirection(_ACROSS if self._needed[True] <= self.width() else _DOWN)
        wide = self._turning <= self.width()
        self._turns.setDirection(_ACROSS if wide else _DOWN)
        line = self._when if wide else self._steps
        if line.indexOf(self._today) < 0:
            line.insertWidget(2, self._today)
        self.updateGeometry()

    def _measured(self, *, close: bool) -> int:
        """The width of all of it, the month among it whether it is shown or not."""
        self._close_up(close=close)
        return self._long([*self.findChildren(QPushButton), self._month, self._year])

    def _long(self, parts: Iterable[QWidget]) -> int:
        """How long these are beside each other."""
        long = [part.sizeHint().width() for part in parts]
        return sum(long) + (len(long) - 1) * self._whole.spacing()

    def _close_up(self, *, close: bool) -> None:
        for layout in (self._steps, self._when, self._turns, self._ways, self._whole):
            layout.setSpacing(GAPS.space(1 if close else 2))
        for button in self._quiet:
            restyle(button, "tight", "true" if close else "")
        for box in (self._month, self._year):
            restyle(box, "role", "" if close else "title")

    def _pick(self) -> None:
        self.picked.emit(int(self._year.currentText()), self._month.currentIndex() + 1)
