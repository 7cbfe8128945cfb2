"""The History page: the calendar, and the story of a day."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hipcoach.app.day_snapshots import DayStory
from hipcoach.ui.calendar_page import CalendarPage
from hipcoach.ui.day_story import DayStoryPage
from hipcoach.ui.history_colours import history_colours
from hipcoach.ui.pieces import GAPS, column
from hipcoach.ui.tokens import Tokens


class HistoryPage(QWidget):
    """Shows one of the two."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("history")
        self.calendar, self.story = CalendarPage(), DayStoryPage()
        self._views = QStackedWidget()
        self._views.addWidget(self.calendar)
        self._views.addWidget(self.story)
        whole = column(self._views, gap=0)
        edge = GAPS.space(5)
        whole.setContentsMargins(edge, GAPS.space(4), edge, GAPS.space(4))
        self.setLayout(whole)

    def show_tokens(self, tokens: Tokens) -> None:
        """Show everything in the colours of a theme."""
        for view in (self.calendar, self.story):
            view.show_colours(history_colours(tokens))

    @property
    def tells(self) -> bool:
        """Whether it is the story of a day that is shown."""
        return self._views.currentWidget() is self.story

    def show_day(self, story: DayStory) -> None:
        """Tell a day."""
        self.story.show_story(story)
        if not self.tells:
            self._views.setCurrentWidget(self.story)
            self.story.setFocus()

    def show_calendar(self) -> None:
        """Go back to the calendar, with the keys on the day that was told."""
        if self.tells and self.story.story is not None:
            self.calendar.go_to(self.story.story.day)
        self._views.setCurrentWidget(self.calendar)
        self.calendar.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what is shown."""
        super().focusInEvent(event)
        shown = self._views.currentWidget()
        if shown is not None:
            shown.setFocus(event.reason())
