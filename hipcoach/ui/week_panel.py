"""The hours of the week, painted above and written below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hipcoach.app.phrases.break_settings import hours_error_words, weekday_name
from hipcoach.app.words import _
from hipcoach.core.hours import WEEKDAYS, HoursError
from hipcoach.core.week_edit import Week, day_text, read_day
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, column, label
from hipcoach.ui.week_grid import WeekGrid

WORKDAYS = range(5)


class WeekPanel(QWidget):
    """A week to paint; the day that is edited can be written, too."""

    changed = Signal(object)
    """A `Week`: other hours hold."""

    def __init__(self, first_weekday: int = 0) -> None:
        """`first_weekday` is the day on which weeks begin, 0 for Monday."""
        super().__init__()
        self.grid = WeekGrid(first_weekday)
        self.grid.changed.connect(self._tell)
        self.grid.dayChosen.connect(self._show_day)
        self._name = label("", "strong", wrap=False)
        self.text = QLineEdit()
        self.text.setPlaceholderText(_("No reminders"))
        self.text.editingFinished.connect(self._read)
        self._wrong = label("", "worst")
        self._same = Button(_("&Same from Monday to Friday"), "filter")
        self._same.clicked.connect(
            lambda: self.grid.spread(self.grid.week[self.grid.day], *WORKDAYS)
        )
        self._undo = Button(_("&Undo"), "filter", "undo")
        self._undo.clicked.connect(self.grid.undo)
        for button in (self._same, self._undo):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = FoldingRow(self._name, self.text, self._same, self._undo, widest=self.text)
        hint = label(
            _(
                "Drag to paint, drag on a painted part to erase it, drag an edge to move it. "
                "With the keyboard: arrows, Shift to select, Space."
            ),
            "small",
        )
        self.setLayout(column(hint, self.grid, line, self._wrong, gap=2))
        self.setFocusProxy(self.grid)
        self._show_day()

    def show_week(self, week: Week) -> None:
        """Show these hours; nothing is told."""
        self.grid.show_week(week)
        self._show_day()

    def _tell(self, week: Week) -> None:
        self._show_day()
        self.changed.emit(week)

    def _show_day(self) -> None:
        day = self.grid.day
        self._name.setText(weekday_name(day))
        self.text.setText(day_text(self.grid.week[day]))
        self.text.setAccessibleName(_("Hours of {weekday}").format(weekday=weekday_name(day)))
        self._undo.setEnabled(self.grid.can_undo)
        self._complain("")

    def _read(self) -> None:
        day = self.grid.day
        if self.text.text() == day_text(self.grid.week[day]):
            self._complain("")
            return
        try:
            ranges = read_day(self.text.text(), WEEKDAYS[day])
        except HoursError as error:
            self._complain(hours_error_words(error))
            return
        self.grid.spread(ranges, day)
        self._show_day()

    def _complain(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.text.setAccessibleDescription(words)
