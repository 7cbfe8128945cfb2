"""The History page: the calendar, and the story of a day."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hipcoach.ui.calendar_page import CalendarPage
from hipcoach.ui.history_colours import history_colours
from hipcoach.ui.pieces import GAPS, column
from hipcoach.ui.tokens import Tokens


class HistoryPage(QWidget):
    """Shows one of the two."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("history")
        self.calendar = CalendarPage()
        self._views = QStackedWidget()
        self._views.addWidget(self.calendar)
        whole = column(self._views, gap=0)
        edge = GAPS.space(5)
        whole.setContentsMargins(edge, GAPS.space(4), edge, GAPS.space(4))
        self.setLayout(whole)

    def show_tokens(self, tokens: Tokens) -> None:
        """Show everything in the colours of a theme."""
        self.calendar.show_colours(history_colours(tokens))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what is shown."""
        super().focusInEvent(event)
        shown = self._views.currentWidget()
        if shown is not None:
            shown.setFocus(event.reason())
