"""The pages of the window: each is built, and its module imported, when it is first needed."""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.core.content import Content
from hipcoach.core.settings import Settings
from hipcoach.ports import ContentSource
from hipcoach.ui.look import look_of
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.theme import Theme

if TYPE_CHECKING:
    from hipcoach.ui.check_in_page import CheckInPage
    from hipcoach.ui.editor_page import EditorPage
    from hipcoach.ui.first_start_page import FirstStartPage
    from hipcoach.ui.library_place import LibraryPlace
    from hipcoach.ui.picture import PictureBook
    from hipcoach.ui.self_check_page import SelfCheckPage
    from hipcoach.ui.session_page import SessionPage
    from hipcoach.ui.settings_page import SettingsPage
    from hipcoach.ui.stop_page import StopPage
    from hipcoach.ui.today_page import TodayPage
    from hipcoach.ui.why_page import WhyPage

LATER: Final = ("today", "session", "check-in", "library", "settings")
"""Pages that are built ahead, one by one when there is time, in this order."""
BETWEEN_MS: Final = 120
"""Time between two of them, in which the window answers."""


class Pages(QObject):
    """Builds the pages, gives them to the window, and lets the settings be seen in all of them."""

    built = Signal(str)
    """The page of that name is there now, and wants to be joined to what it asks for."""
    languageChanged = Signal()
    """Another language is spoken from now on."""

    def __init__(
        self,
        window: MainWindow,
        content: ContentSource,
        theme: Theme,
        settings: Settings,
        speak: Callable[[Settings], bool],
    ) -> None:
        """`speak` uses the language of the settings; whether that is another than before."""
        super().__init__()
        self._speak = speak
        self._window = window
        self._content = content
        self._theme = theme
        self._settings = settings
        self._level = 1
        self._there: set[str] = set()
        self._later = QTimer(self)
        self._later.setInterval(BETWEEN_MS)
        self._later.timeout.connect(self._build_next)
        window.pageNeeded.connect(self._build)
        theme.changed.connect(self._dress)

    def has(self, code: str) -> bool:
        """Whether that page has been built."""
        return code in self._there

    def build_ahead(self, go_on: bool = True) -> None:
        """Build what is missing while there is time; `False`: there is none."""
        if go_on:
            self._later.start()
        else:
            self._later.stop()

    def apply(self, settings: Settings) -> None:
        """Let the settings be seen."""
        before, self._settings = self._settings, settings
        if settings.acknowledged != before.acknowledged:
            self.learn(self._content.everything())
            for name in set(settings.acknowledged) - set(before.acknowledged):
                self.library.show_exercise(name)
        self._theme.choose(
            settings.word("look.theme"),
            text_percent=settings.whole("look.text_percent"),
            motion=settings.word("look.reduced_motion"),
        )
        self._dress()
        # In a session nothing is exchanged. What asks for another language is exchanged with
        # the rest, so let it come to its end first.
        if not self._window.running and self._speak(settings):
            QTimer.singleShot(0, self, self._build_anew)

    def reach(self, level: int) -> None:
        """Offer what comes with this level of the plan."""
        before, self._level = self._level, level
        if level != before and (self.has("editor") or self.has("library")):
            self.learn(self._content.everything())

    @cached_property
    def book(self) -> PictureBook:
        """Every pose, drawn as the person chose it."""
        from hipcoach.ui.picture import PictureBook

        look = look_of(self._settings, self._theme.tokens.name)
        return PictureBook(self._content.everything().poses, look)

    def learn(self, content: Content) -> None:
        """Offer what is in the content now, in every page that is there."""
        from hipcoach.app.article_view import article_pages
        from hipcoach.app.today_view import exercise_pages

        self.book.learn(content.poses)
        exercises = exercise_pages(content, self._settings.acknowledged, self._level)
        if self.has("editor"):
            self.editor.show_exercises(exercises)
        if self.has("library"):
            self.library.show_snapshot(exercises, article_pages(self._content.articles()))

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
    def check_in(self) -> CheckInPage:
        """The questions after a session."""
        from hipcoach.ui.check_in_page import CheckInPage

        return CheckInPage()

    @cached_property
    def session(self) -> SessionPage:
        """The session in progress."""
        from hipcoach.ui.figure.widget import FigureView
        from hipcoach.ui.session_page import SessionPage

        self._figure = FigureView()
        page = SessionPage(self._figure)
        self._window.add_session_actions(page.menu_actions())
        return page

    def _build(self, code: str) -> None:
        """Build a page and give it to the window."""
        page: Any = getattr(self, code.replace("-", "_"))
        self._window.add_page(code, page)
        self._there.add(code)
        self._dress()
        self.built.emit(code)

    def _build_anew(self) -> None:
        """Build everything in the language that is spoken now; the page that is shown stays."""
        shown = self._window.shown
        for code in self._there:
            self.__dict__.pop(code.replace("-", "_"), None)
        self._there.clear()
        self._window.put_words()
        self._window.turn_to(shown)
        if shown == "settings":
            self.settings.return_to("look.language")
        self.languageChanged.emit()
        self.build_ahead()

    def _build_next(self) -> None:
        missing = [code for code in LATER if code not in self._there]
        if missing:
            self._build(missing[0])
        else:
            self._later.stop()

    def _dress(self) -> None:
        """Colours, figure and motion as they are now, in every page that is there."""
        tokens, still = self._theme.tokens, self._theme.reduced_motion
        look = look_of(self._settings, tokens.name)
        if "book" in self.__dict__:
            self.book.set_look(look)
        if self.has("today"):
            self.today.show_sounds(self._settings.sounds)
        if self.has("settings"):
            self.settings.show_snapshot(self._settings)
        if self.has("library"):
            self.library.set_still(still=still)
        if self.has("session"):
            self._figure.set_look(look)
            self.session.show_tokens(tokens)
            self.session.read_from(self._settings.decimal("session.distance_m"))
            self.session.reduce_motion(still)
