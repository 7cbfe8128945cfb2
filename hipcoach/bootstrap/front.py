"""The window of what stays: built when one is wanted, shown, left, and built no second time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hipcoach.app.break_desk import BreakDesk
from hipcoach.app.break_offers import BreakOffers
from hipcoach.bootstrap.corner import Corner
from hipcoach.bootstrap.process import Process
from hipcoach.core.errors import KnownError, SettingsError
from hipcoach.ports import Presence

# ruff: noqa: PLC0415 - what the tray does not need comes with the window

if TYPE_CHECKING:
    from hipcoach.bootstrap.media import WindowMedia
    from hipcoach.core.break_choices import BreakChoices
    from hipcoach.system.bus.session import SessionBus
    from hipcoach.ui.break_lead import BreakLead
    from hipcoach.ui.breaks_way import BreaksWay
    from hipcoach.ui.shell import Shell
    from hipcoach.ui.tray import Tray


class Front:
    """What of HipCoach is seen in a window, and what goes on when that is closed."""

    def __init__(
        self,
        process: Process,
        desk: BreakDesk,
        offers: BreakOffers,
        corner: Corner,
        tray: Tray,
        presence: Presence,
        bus: Callable[[], SessionBus],
    ) -> None:
        self._process = process
        self._desk = desk
        self._offers = offers
        self._corner = corner
        self._tray = tray
        self._presence = presence
        self._bus = bus
        self._shell: Shell | None = None
        self._way: BreaksWay | None = None
        self._lead: BreakLead | None = None
        self._media: WindowMedia | None = None
        self._asked = False
        """Whether the person has said in this run what closing the window does."""
        self._quitting = False

    @property
    def practising(self) -> bool:
        """Whether a session runs in it that is no stretch break."""
        return self._shell is not None and self._shell.session.practising

    @property
    def running(self) -> bool:
        """Whether a session or a break runs in it."""
        return self._shell is not None and self._shell.session.running

    @property
    def visible(self) -> bool:
        """Whether a window is there to be seen."""
        return self._shell is not None and self._shell.window.isVisible()

    def built(self) -> Shell:
        """The window, not shown yet, with what it asks for and what becomes of it."""
        from hipcoach.bootstrap.media import WindowMedia
        from hipcoach.bootstrap.window import shell_of
        from hipcoach.system.autostart.choice import autostart
        from hipcoach.ui.breaks_way import BreaksWay
        from hipcoach.ui.farewell import Farewell

        process = self._process
        shell = self._shell = shell_of(process)
        way = self._way = BreaksWay(
            shell.window,
            shell.pages,
            self._desk,
            process.content,
            self._presence.sources,
            autostart((*process.environment.own_command, "tray")),
            lambda: process.clock.now().astimezone(),
        )
        way.asked.connect(self._offers.order)
        way.breakAsked.connect(self._offers.begin_now)
        way.chosen.connect(self._choose)
        shell.pages.languageChanged.connect(self._tray.put_words)
        shell.session.breakEnded.connect(self._offers.finish)
        self._media = WindowMedia(shell, self._bus, lambda: self.show(""))
        shell.window.quitAsked.connect(partial(setattr, self, "_quitting", True))
        shell.window.leaveDeclined.connect(partial(setattr, self, "_quitting", False))
        farewell = Farewell(shell.window, self._asks, self._tray.available)
        farewell.answered.connect(self._take_answer)
        shell.window.aboutToClose.connect(self._closed)
        return shell

    def show(self, page: str) -> None:
        """Bring the window to the front, on that page; empty: as it is."""
        shell = self._shell
        if shell is None:
            shell = self.built()
            shell.open()
        if self._lead is not None:
            self._lead.stay()
        shell.come_back(page)

    def play(self, routine: str, *, now: bool) -> None:
        """Open the window on a routine; unless `now`, the person begins it.

        Raises UsageError and ContentError where there is no such routine, and KnownError
        (`session-runs`) where something is led through already: then that is shown.
        """
        content, shell = self._process.content.programme(routine), self._shell
        if shell is None:
            self.built().open(routine, start_now=now, words=content)
            return
        runs = shell.session.running
        self.show("" if runs else "today")
        if runs:
            raise KnownError("session-runs")
        shell.session.start(routine, now=now)

    def ask(self) -> None:
        """Show the question how a practice day felt."""
        self.show("today")
        if self._shell is not None and self._shell.next_day is not None:
            self._shell.next_day.ask()

    def lead_break(self, routine: str) -> None:
        """Lead through a break in the window; a walk needs none."""
        from hipcoach.app.phrases.breaks import offer_text, offer_title, refused_title
        from hipcoach.app.phrases.errors import error_words

        if not routine:
            if self._shell is not None and self._shell.window.isActiveWindow():
                # It was asked for there, and nobody has offered it yet.
                self._corner.tell(offer_title(stopped=True), offer_text("", "", stopped=True))
            return
        from hipcoach.ui.break_lead import BreakLead

        try:
            content = self._process.content.programme(routine)
        except KnownError as error:
            self._corner.tell(refused_title(), error_words(error))
            self._offers.finish(0.0)
            return
        opened = self._shell is not None
        shell = self._shell or self.built()
        if self._lead is None:
            self._lead = BreakLead(shell)
        small = self._desk.choices.window == "small"
        self._lead.begin(routine, content, small=small, opened=opened)

    def show_choices(self, choices: BreakChoices) -> None:
        """Show choices that were made elsewhere, where there is a window."""
        if self._way is not None:
            self._way.show_choices(choices)

    def switch(self, on: bool) -> None:
        """Turn reminders on or off."""
        self._choose(replace(self._desk.choices, on=on))

    def quit(self) -> None:
        """End, when nothing is lost by it."""
        self._quitting = True
        if self._shell is not None and self.visible:
            self._shell.window.close()
        else:
            self._process.application.quit()

    def _asks(self) -> bool:
        """Whether it is to be asked what goes on when the window closes."""
        choices = self._desk.choices
        known = self._quitting or self._asked or choices.background != "ask"
        return choices.on and not known

    def _take_answer(self, keep: bool, always: bool) -> None:
        self._asked, self._quitting = keep, not keep
        if always:
            background = "keep" if keep else "quit"
            self._choose(replace(self._desk.choices, background=background))

    def _closed(self) -> None:
        """The window has gone: what goes on depends on what the person chose."""
        from hipcoach.app.phrases.break_settings import gone_on_words

        keep = self._desk.choices.on and self._desk.choices.background != "quit"
        if self._quitting or not keep:
            self._process.application.quit()
        elif not self._tray.available():
            self._corner.tell(*gone_on_words())

    def _choose(self, choices: BreakChoices) -> None:
        changed = self._process.settings.with_breaks(choices)
        if self._shell is not None:
            self._shell.change(changed)
            return
        try:
            self._process.keep(changed)
        except SettingsError as error:
            from hipcoach.app.phrases.errors import error_words

            # It holds until the end; without a window there is no banner to say more.
            self._corner.tell("HipCoach", error_words(error))
