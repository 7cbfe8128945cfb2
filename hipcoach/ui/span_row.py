"""The choice of how far back something goes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.app.spans import SpanChoice
from hipcoach.app.words import _, pgettext
from hipcoach.ui.choice_row import ChoiceRow
from hipcoach.ui.pieces import column

_BOLD = 1.2
"""What is chosen is written in bold, and wants more room."""


class SpanRow(QWidget):
    """Spans side by side, of which one is chosen until it is let go."""

    spanChosen = Signal(object)
    """Another `SpanChoice`."""

    def __init__(self, chosen: SpanChoice) -> None:
        super().__init__()
        self.chosen = chosen
        self._row = ChoiceRow(
            [
                (SpanChoice.FOUR_WEEKS, _("4 weeks")),
                (SpanChoice.THREE_MONTHS, _("3 months")),
                (SpanChoice.YEAR, _("1 year")),
                (SpanChoice.ALL, pgettext("span", "All")),
            ],
            _("How far back?"),
        )
        self._row.pick(chosen)
        self._row.stop_at(chosen)
        self._row.changed.connect(self._choose)
        self.setLayout(column(self._row, gap=0))
        self.setFocusProxy(self._row)

    @property
    def least_width(self) -> int:
        """Pixels of width in which every span can be read."""
        return round(self._row.least_width * _BOLD)

    def let_go(self) -> None:
        """Show none as chosen: it is another span that holds."""
        self._row.pick()

    def _choose(self) -> None:
        """Take what was pressed; pressed again it stays."""
        picked = self._row.picked
        if not picked:
            self._row.pick(self.chosen)
            return
        (span,) = picked
        assert isinstance(span, SpanChoice)
        self.chosen = span
        self._row.stop_at(span)
        self.spanChosen.emit(span)
