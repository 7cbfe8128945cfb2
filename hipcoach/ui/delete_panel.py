"""The choice of what is to be deleted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.app.data_snapshots import Wish
from hipcoach.app.words import _
from hipcoach.ui.break_rows import FewChoices
from hipcoach.ui.from_to import FromToFields
from hipcoach.ui.pieces import Button, column, row
from hipcoach.ui.tick import Tick

LONG_AGO: Final = date(2000, 1, 1)
"""Where the first day is not known."""
NIGHT: Final = timedelta(days=1)
"""What is done after midnight belongs to the day before."""
DAYS, EVERYTHING = "days", "everything"


class DeletePanel(QWidget):
    """Some days or everything, with the copies or without."""

    deleteRequested = Signal(object)
    """A `Wish`; nothing is deleted before a question."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = False
        self._offered: tuple[object, date] | None = None
        """The days that were offered last, with the day that it was."""
        choices = ((DAYS, _("Some days")), (EVERYTHING, _("Everything")))
        self._what = FewChoices(_("Delete"), choices, self._choose)
        self._what.show_choice(DAYS)
        self._days = FromToFields()
        self.copies = Tick(_("Delete every copy of the journal as well"))
        """Whether the copies go, too; hidden where there can be none."""
        self._go = Button(_("&Delete…"), "", "bin")
        self._go.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._go.clicked.connect(self._ask)
        what = row(self._what, gap=0)
        what.addStretch(1)
        self.setLayout(column(what, self._days, self.copies, self._go, gap=3))
        self.setFocusProxy(self._what)

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        days = self._days.span
        return Wish(None if self._whole else (days.first, days.last), self.copies.isChecked())

    def show_days(self, days: tuple[date, date] | None, today: date) -> None:
        """Offer the days of which something is recorded; what was chosen among them stays."""
        if (days, today) == self._offered:
            return
        self._offered = days, today
        first, last = days or (LONG_AGO, today)
        self._days.offer(first - NIGHT, max(last, today))
        self._days.show_span(last, last)

    def rest(self, resting: bool) -> None:
        """Let nothing be asked for now, or again."""
        self._go.setEnabled(not resting)

    def _choose(self, code: str) -> None:
        self._whole = code == EVERYTHING
        self._days.setVisible(not self._whole)

    def _ask(self) -> None:
        self.deleteRequested.emit(self.wish)
