"""Joins the Breaks page, and the line on Today, to what they ask for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.presence import source_words
from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.errors import KnownError
from hipcoach.core.presence import Source
from hipcoach.ports import Autostart, ContentSource
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.pages import Pages

# ruff: noqa: PLC0415 - the first picture needs none of it

if TYPE_CHECKING:
    from hipcoach.app.break_desk import BreakDesk
    from hipcoach.app.break_snapshots import BreakSnapshot
    from hipcoach.ui.break_line import BreakLine

LOOK_MS: Final = 1000
"""So often it is asked what this desktop tells, while the page is seen."""


class BreaksWay(QObject):
    """Shows how it stands with breaks wherever the window tells it."""

    asked = Signal(object)
    """A `Command` for the breaks."""
    breakAsked = Signal()
    """A break now, whatever the hours, pauses and guards."""
    chosen = Signal(object)
    """The `BreakChoices` that are to hold from now on."""

    def __init__(
        self,
        window: MainWindow,
        pages: Pages,
        desk: BreakDesk,
        content: ContentSource,
        sources: Callable[[], tuple[Source, ...]],
        autostart: Autostart,
        now: Callable[[], datetime],
    ) -> None:
        """`now` gives the time, in the zone of the person."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._desk = desk
        self._content = content
        self._sources = sources
        self._autostart = autostart
        self._now = now
        self._line: BreakLine | None = None
        self._told: tuple[str, ...] = ()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._show_sources)
        window.offer("breaks")
        window.placeChanged.connect(self._turned)
        window.aboutToClose.connect(self._look.stop)
        pages.built.connect(self._join)
        desk.changed.connect(self._show)

    def show_choices(self, choices: BreakChoices) -> None:
        """Show choices that were made elsewhere."""
        if self._pages.has("breaks"):
            self._pages.breaks.show_choices(choices)
            self._show_preview()

    def _join(self, code: str) -> None:
        """Join a page that has just been built."""
        if code == "breaks":
            page = self._pages.breaks
            page.asked.connect(self.asked)
            page.breakAsked.connect(self.breakAsked)
            page.chosen.connect(self.chosen)
            page.autostartAsked.connect(self._switch_autostart)
            page.show_choices(self._desk.choices)
        elif code == "today":
            from hipcoach.ui.break_line import BreakLine

            self._line = BreakLine()
            self._line.pressed.connect(lambda: self._window.show_page("breaks"))
            self._pages.today.add_card(self._line)
        self._show(self._desk.snapshot)

    def _show(self, shown: BreakSnapshot) -> None:
        if self._line is not None and self._pages.has("today"):
            self._line.show_words(shown.line)
        if self._pages.has("breaks"):
            self._pages.breaks.show_snapshot(shown)

    def _turned(self, code: str) -> None:
        """What may have changed meanwhile is looked at when the page is seen."""
        if code != "breaks":
            self._look.stop()
            return
        from hipcoach.app.break_view import routines_of

        page = self._pages.breaks
        page.offer_routines(routines_of(self._content.everything()))
        page.show_autostart(self._autostart.state())
        self._told = ()
        self._show_sources()
        self._show_preview()
        self._look.start()

    def _show_sources(self) -> None:
        told = tuple(map(source_words, self._sources()))
        if told != self._told:
            self._told = told
            self._pages.breaks.show_sources(told)

    def _show_preview(self) -> None:
        from hipcoach.app.break_view import preview_of

        now = self._now()
        words = preview_of(self._desk.settings, now)
        self._pages.breaks.show_preview(words, now.date())

    def _switch_autostart(self, on: bool) -> None:
        trouble = ""
        try:
            self._autostart.switch(on)
        except KnownError as error:
            trouble = error_words(error)
        # What is there counts, not what was asked for.
        self._pages.breaks.show_autostart(self._autostart.state(), trouble)
