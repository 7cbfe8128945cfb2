"""What pages there are: each is made, and its module imported, when it is first asked for."""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipcoach.core.settings import Settings
from hipcoach.ports import ContentSource
from hipcoach.ui.look import look_of
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.theme import Theme

if TYPE_CHECKING:
    from hipcoach.ui.breaks_page import BreaksPage
    from hipcoach.ui.check_in_page import CheckInPage
    from hipcoach.ui.data_page import DataPage
    from hipcoach.ui.editor_page import EditorPage
    from hipcoach.ui.first_start_page import FirstStartPage
    from hipcoach.ui.history_page import HistoryPage
    from hipcoach.ui.library_place import LibraryPlace
    from hipcoach.ui.picture import PictureBook
    from hipcoach.ui.rescue_page import RescuePage
    from hipcoach.ui.self_check_page import SelfCheckPage
    from hipcoach.ui.session_page import SessionPage
    from hipcoach.ui.set_up_page import SetUpPage
    from hipcoach.ui.settings_page import SettingsPage
    from hipcoach.ui.stop_page import StopPage
    from hipcoach.ui.today_page import TodayPage
    from hipcoach.ui.trends_page import TrendsPage
    from hipcoach.ui.why_page import WhyPage


class PageShelf(QObject):
    """The pages by their codes, an underscore for each hyphen."""

    def __init__(
        self, window: MainWindow, content: ContentSource, theme: Theme, settings: Settings
    ) -> None:
        super().__init__()
        self._window = window
        self._content = content
        self._theme = theme
        self._settings = settings
        self._level = 1
        """Of the plan: what comes later is locked."""

    @cached_property
    def book(self) -> PictureBook:
        """Every pose, drawn as the person chose it."""
        from hipcoach.ui.picture import PictureBook

        look = look_of(self._settings, self._theme.tokens.name)
        return PictureBook(self._content.everything().poses, look)

    @cached_property
    def today(self) -> TodayPage:
        """What to do now."""
        from hipcoach.ui.today_page import TodayPage

        return TodayPage(self.book)

    @cached_property
    def library(self) -> LibraryPlace:
        """Every exercise and every article."""
        from hipcoach.app.article_view import article_pages
        from hipcoach.app.today_view import exercise_pages
        from hipcoach.ui.library_place import LibraryPlace

        page = LibraryPlace(self.book)
        known = self._settings.acknowledged
        exercises = exercise_pages(self._content.everything(), known, self._level)
        page.show_snapshot(exercises, article_pages(self._content.articles()))
        return page

    @cached_property
    def editor(self) -> EditorPage:
        """A routine on the workbench."""
        from hipcoach.app.today_view import exercise_pages
        from hipcoach.ui.editor_page import EditorPage

        page = EditorPage(self.book)
        known = self._settings.acknowledged
        page.show_exercises(exercise_pages(self._content.everything(), known, self._level))
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """Every option."""
        from hipcoach.ui.settings_page import SettingsPage

        page = SettingsPage(self.book, "half-kneeling-hip-flexor/tall")
        page.show_snapshot(self._settings)
        return page

    @cached_property
    def breaks(self) -> BreaksPage:
        """Stretch breaks: how it stands, and when they come."""
        from hipcoach.app.plan_view import first_weekday
        from hipcoach.ui.breaks_page import BreaksPage

        return BreaksPage(first_weekday())

    @cached_property
    def history(self) -> HistoryPage:
        """Looking back: the calendar, and the story of each day."""
        from hipcoach.ui.history_page import HistoryPage

        return HistoryPage()

    @cached_property
    def first_start(self) -> FirstStartPage:
        """The questions before the first session."""
        from hipcoach.ui.first_start_page import FirstStartPage

        return FirstStartPage()

    @cached_property
    def self_check(self) -> SelfCheckPage:
        """A look at one's own hips."""
        from hipcoach.ui.self_check_page import SelfCheckPage

        return SelfCheckPage(self.book)

    @cached_property
    def trends(self) -> TrendsPage:
        """How practice went over weeks, months and years."""
        from hipcoach.ui.trends_page import TrendsPage

        return TrendsPage()

    @cached_property
    def data(self) -> DataPage:
        """The journal as a whole."""
        from hipcoach.ui.data_page import DataPage

        return DataPage()

    @cached_property
    def why(self) -> WhyPage:
        """Why the plan is as it is."""
        from hipcoach.ui.why_page import WhyPage

        return WhyPage()

    @cached_property
    def stop(self) -> StopPage:
        """What to do first while practice is stopped."""
        from hipcoach.ui.stop_page import StopPage

        return StopPage()

    @cached_property
    def rescue(self) -> RescuePage:
        """What helps where the journal is damaged."""
        from hipcoach.ui.rescue_page import RescuePage

        return RescuePage()

    @cached_property
    def set_up(self) -> SetUpPage:
        """Two minutes about the person."""
        from hipcoach.app.plan_view import first_weekday
        from hipcoach.core.fitting import needed_props
        from hipcoach.ui.set_up_page import SetUpPage

        return SetUpPage(needed_props(self._content.everything().exercises), first_weekday())

    @cached_property
    def check_in(self) -> CheckInPage:
        """The questions after a session."""
        from hipcoach.ui.check_in_page import CheckInPage

        return CheckInPage()

    @cached_property
    def session(self) -> SessionPage:
        """The session in progress."""
        from hipcoach.ui.figure.widget import FigureView
        from hipcoach.ui.session_page import SessionPage

        page = SessionPage(FigureView())
        self._window.add_session_actions(page.menu_actions())
        return page
