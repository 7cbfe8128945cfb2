"""The History page: the calendar, and the story of a day."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hipcoach.app.day_snapshots import DayStory
from hipcoach.ui.calendar_page import CalendarPage
from hipcoach.ui.history_colours import history_colours
from hipcoach.ui.pieces import GAPS, column
from hipcoach.ui.tokens import LIGHT, Tokens

if TYPE_CHECKING:
    from hipcoach.ui.day_story import DayStoryPage


class HistoryPage(QWidget):
    """Shows one of the two."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("history")
        self._colours = history_colours(LIGHT)
        self.calendar = CalendarPage()
        self._views = QStackedWidget()
        self._views.addWidget(self.calendar)
        whole = column(self._views, gap=0)
        edge = GAPS.space(5)
        whole.setContentsMargins(edge, GAPS.space(4), edge, GAPS.space(4))
        self.setLayout(whole)

    def show_tokens(self, tokens: Tokens) -> None:
        """Show everything in the colours of a theme."""
        self._colours = history_colours(tokens)
        self.calendar.show_colours(self._colours)
        if "story" in self.__dict__:
            self.story.show_colours(self._colours)

    @cached_property
    def story(self) -> DayStoryPage:
        """The page of a day, made when it is first asked for: the calendar is there sooner."""
        from hipcoach.ui.day_story import DayStoryPage  # noqa: PLC0415 - see above

        made = DayStoryPage()
        made.show_colours(self._colours)
        self._views.addWidget(made)
        return made

    @property
    def told(self) -> date | None:
        """The day whose story is shown; `None`: it is the calendar that is."""
        if self._views.currentWidget() is self.calendar or self.story.story is None:
            return None
        return self.story.story.day

    def show_day(self, story: DayStory) -> None:
        """Tell a day."""
        self.story.show_story(story)
        if self._views.currentWidget() is not self.story:
            self._views.setCurrentWidget(self.story)
            self.story.setFocus()

    def show_calendar(self) -> None:
        """Go back to the calendar, with the keys on the day that was told."""
        if self.told is not None:
            self.calendar.go_to(self.told)
        self._views.setCurrentWidget(self.calendar)
        self.calendar.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what is shown."""
        super().focusInEvent(event)
        shown = self._views.currentWidget()
        if shown is not None:
            shown.setFocus(event.reason())
