"""The line above the calendar: which month, the way to others, and the view."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from hipcoach.app.phrases.dates import month_words
from hipcoach.app.words import _
from hipcoach.ui.option_editors import ChoiceBox
from hipcoach.ui.pieces import Button, row

MONTHS: Final = 12


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
        today = Button(_("To&day"), "quiet")
        today.clicked.connect(self.todayWanted)
        self._views = QButtonGroup(self)
        line = row(self._before, self._after, self._month, self._year, today, gap=2)
        line.addStretch(1)
        trends = Button(_("T&rends"), "quiet")
        trends.clicked.connect(self.trendsWanted)
        line.addWidget(trends)
        journal = Button("", "icon", "journal", name=_("Your journal"))
        journal.setToolTip(_("Your journal: save it, take a copy back, delete from it"))
        journal.clicked.connect(self.journalWanted)
        line.addWidget(journal)
        for place, words in enumerate((_("&Month"), _("&Year"))):
            button = Button(words, "segment")
            button.setCheckable(True)
            self._views.addButton(button, place)
            line.addWidget(button)
        self._views.idClicked.connect(lambda place: self.viewWanted.emit(bool(place)))
        self.setLayout(line)

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

    def _pick(self) -> None:
        self.picked.emit(int(self._year.currentText()), self._month.currentIndex() + 1)
