"""The life of the pages: built when they are needed or when there is time, and kept in style."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal

from hipcoach.core.content import Content
from hipcoach.core.settings import Settings
from hipcoach.ports import ContentSource
from hipcoach.ui.look import look_of
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.page_shelf import PageShelf
from hipcoach.ui.theme import Theme

LATER: Final = ("today", "session", "check-in", "library", "history", "settings")
"""Pages that are built ahead, one by one when there is time, in this order."""
BETWEEN_MS: Final = 120
"""Time between two of them, in which the window answers."""


class Pages(PageShelf):
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
        super().__init__(window, content, theme, settings)
        self._speak = speak
        self._there: set[str] = set()
        self._later = QTimer(self)
        self._later.setInterval(BETWEEN_MS)
        self._later.timeout.connect(self._build_next)
        window.pageNeeded.connect(self._build)
        theme.changed.connect(self._dress)

    def has(self, code: str) -> bool:
        """Whether that page has been built."""
        return code in self._there

    def meet(self, join: Callable[[str], None]) -> None:
        """Let `join` have the code of each page: now of what is there, of others when built."""
        for code in sorted(self._there):
            join(code)
        self.built.connect(join)

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

    def learn(self, content: Content) -> None:
        """Offer what is in the content now, in every page that is there."""
        from hipcoach.app.article_view import article_pages  # noqa: PLC0415 - no page needs it first
        from hipcoach.app.today_view import exercise_pages  # noqa: PLC0415 - the same

        self.book.learn(content.poses)
        exercises = exercise_pages(content, self._settings.acknowledged, self._level)
        if self.has("editor"):
            self.editor.show_exercises(exercises)
        if self.has("library"):
            self.library.show_snapshot(exercises, article_pages(self._content.articles()))

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
        if not missing:
            self._later.stop()
            return
        module = f"hipcoach.ui.{missing[0].replace('-', '_')}_page"
        if module in sys.modules:
            self._build(missing[0])
        else:
            # In one go with the building it would keep the window waiting for too long.
            import_module(module)

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
        if self.has("history"):
            self.history.show_tokens(tokens)
            numbered = self._settings.switch("look.week_numbers")
            self.history.calendar.grid.number_weeks(on=numbered)
        if self.has("session"):
            self.session.picture.set_look(look)
            self.session.show_tokens(tokens)
            self.session.read_from(self._settings.decimal("session.distance_m"))
            self.session.reduce_motion(still)
