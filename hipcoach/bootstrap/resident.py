"""HipCoach as it stays: breaks and tray, an ear for others, and a window when one is wanted."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from hipcoach.bootstrap.environment import Environment
from hipcoach.bootstrap.process import Process
from hipcoach.core.errors import SettingsError

# ruff: noqa: PLC0415 - what the tray does not need comes with the window

if TYPE_CHECKING:
    from hipcoach.bootstrap.media import WindowMedia
    from hipcoach.core.break_choices import BreakChoices
    from hipcoach.core.settings import Settings
    from hipcoach.ui.break_lead import BreakLead
    from hipcoach.ui.breaks_way import BreaksWay
    from hipcoach.ui.shell import Shell
    from hipcoach.ui.tray import Tray

AFTER_ICON_MS: Final = 250
"""So soon the rest comes after the icon in the tray: the desktop asks how it looks before that."""
AFTER_WINDOW_MS: Final = 300
"""The same after the window."""
TELL_MS: Final = 2000
"""By then it is known what shows notices here."""
ASK: Final = "ask"
"""What somebody who talks to us wants: `raise` or `breaks`."""


def stay(environment: Environment, *, window: bool) -> int:
    """Run until somebody quits: with the window at once, or in the tray; the exit status.

    Where another one runs for the same folder, that one is asked to show itself instead; in the
    tray it is enough that it answers.
    Raises KnownError where neither is possible, StoreError for what could not be kept.
    """
    from PySide6.QtCore import QTimer

    from hipcoach.system.instance.place import places
    from hipcoach.system.instance.single import SingleInstance
    from hipcoach.ui.tray import Tray

    process = Process(environment)
    tray = Tray()

    @cache
    def resident() -> Resident:
        return Resident(process, tray)

    def begin() -> None:
        single.listen()
        try:
            resident().begin()
        except Exception:
            # An icon that reminds of nothing must not stay.
            process.application.exit(1)
            raise

    where = places(environment.paths)
    single = SingleInstance(environment.paths.data, where, lambda asked: resident().answer(asked))
    # Hearing takes what the icon need not wait for.
    if not single.claim(hears=window) and (
        _other_answers(where, window=window) or not single.take_over(hears=window)
    ):
        return 0
    try:
        if window:
            resident().begin_in_window()
        else:
            tray.take_place()
            QTimer.singleShot(AFTER_ICON_MS, tray, begin)
        return process.run()
    finally:
        resident().end()
        single.release()


def _other_answers(where: tuple[str, ...], *, window: bool) -> bool:
    """Whether the other one is really there, and has shown its window where one is wanted.

    One that was killed leaves a lock, which holds as soon as a stranger has its number.
    """
    from hipcoach.core.errors import KnownError
    from hipcoach.system.instance.ask import ask, raise_request

    try:
        ask(where, raise_request() if window else {ASK: "breaks", "wish": "status"}, tries=40)
    except KnownError as error:
        if error.code == "not-running":
            return False
        if window:
            raise
    return True


class Resident:
    """Joins what stays: each part says what is asked for, and is told what has changed."""

    def __init__(self, process: Process, tray: Tray) -> None:
        from PySide6.QtCore import QObject

        from hipcoach.app.break_desk import BreakDesk
        from hipcoach.app.break_offers import BreakOffers
        from hipcoach.app.break_remote import BreakRemote
        from hipcoach.app.reminder import NextDayReminder
        from hipcoach.bootstrap.corner import Corner
        from hipcoach.system.bus.breaks import BusBreaks
        from hipcoach.system.bus.session import SessionBus, session_bus_address
        from hipcoach.system.notify.notifier import BusNotifier
        from hipcoach.system.presence.desktop import desktop_presence
        from hipcoach.system.state_file import StateFile

        self._process = process
        self._shell: Shell | None = None
        self._way: BreaksWay | None = None
        self._lead: BreakLead | None = None
        self._asked = False
        """Whether the person has said in this run what closing the window does."""
        self._quitting = False
        self._media: WindowMedia | None = None
        self._here = QObject(process.application)
        application, paths = process.application, process.environment.paths
        application.setQuitOnLastWindowClosed(False)
        self._bus = SessionBus(session_bus_address())
        self._notifier = BusNotifier(self._bus, process.bell.rang.emit)
        self._presence = desktop_presence(process.clock)
        self.desk = BreakDesk(
            process.clock,
            self._presence,
            StateFile(paths.data / "breaks.json"),
            process.settings.breaks,
            lambda: self._shell is not None and self._shell.session.practising,
        )
        self.offers = BreakOffers(
            self.desk,
            self._notifier,
            process.worker,
            process.clock,
            lambda: process.content,
        )
        self.corner = Corner(process, self.offers, self._notifier)
        self.remote = BreakRemote(self.desk)
        self._on_bus = BusBreaks(self._bus, self.remote)
        self.reminder = NextDayReminder(
            process.clock,
            process.worker,
            self._notifier,
            lambda: process.settings.word("session.ask_at"),
        )
        self.tray = tray
        self._join()

    def _join(self) -> None:
        """Bring what each part says to whom it concerns."""
        from hipcoach.app.phrases.breaks import refused_title

        process = self._process
        process.bell.rang.connect(process.worker.poll)
        process.bell.rang.connect(self.offers.poll)
        process.changed = self._take_settings
        self.desk.changed.connect(self.tray.show_snapshot)
        self.desk.changed.connect(lambda _shown: self._on_bus.show(self.remote.report()))
        self.desk.happened.connect(
            lambda event: self._on_bus.tell(event.kind.value, event.reason or "")
        )
        self.offers.otherHeard.connect(self.reminder.heed)
        self.reminder.wanted.connect(self._ask)
        self.offers.breakBegun.connect(self._lead_break)
        self.offers.refused.connect(lambda words: self.corner.tell(refused_title(), words))
        self.tray.asked.connect(self.offers.order)
        self.tray.breakAsked.connect(self.offers.begin_now)
        self.tray.windowAsked.connect(self.show_window)
        self.tray.switched.connect(self._switch)
        self.tray.quitAsked.connect(self.quit)

    def begin(self) -> None:
        """Start to count; what is wrong with the settings is told, for there is no window."""
        from PySide6.QtCore import QTimer

        # The commands' arguments and all else that the start has dropped; it stays for days.
        gc.collect()
        self._settle()
        self._process.worker.start()
        if trouble := self._process.trouble:
            QTimer.singleShot(TELL_MS, self._here, lambda: self.corner.tell("HipCoach", trouble))

    def begin_in_window(self) -> None:
        """Show the window, and count from its first picture on."""
        from PySide6.QtCore import QTimer

        self._built().open()
        QTimer.singleShot(AFTER_WINDOW_MS, self._here, self._settle)
        self._process.worker.start()

    def end(self) -> None:
        """Let go of everything."""
        self.desk.stop()
        self.reminder.stop()
        self.offers.close()
        self.corner.close()
        self._notifier.close()
        self._on_bus.close()
        self._bus.close()
        self.tray.hide()

    def answer(self, request: Mapping[str, object]) -> Mapping[str, object]:
        """What is said to somebody who talks to us; raises KnownError."""
        if request.get(ASK) == "raise":
            self.show_window("")
            return {"ok": True}
        from hipcoach.core.remote import answer_breaks

        return answer_breaks(request, self.remote)

    def show_window(self, page: str) -> None:
        """Bring the window to the front, on that page; empty: as it is."""
        shell = self._shell
        if shell is None:
            shell = self._built()
            shell.open()
        if self._lead is not None:
            self._lead.stay()
        shell.come_back(page)

    def quit(self) -> None:
        """End, when nothing is lost by it."""
        self._quitting = True
        if self._shell is not None and self._shell.window.isVisible():
            self._shell.window.close()
        else:
            self._process.application.quit()

    def _settle(self) -> None:
        self.tray.take_place()
        self._bus.open()
        self.desk.start()
        self.reminder.start()
        self.offers.take_up()

    def _built(self) -> Shell:
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
            self.desk,
            process.content,
            self._presence.sources,
            autostart((*process.environment.own_command, "tray")),
            lambda: process.clock.now().astimezone(),
        )
        way.asked.connect(self.offers.order)
        way.breakAsked.connect(self.offers.begin_now)
        way.chosen.connect(self._choose)
        shell.pages.languageChanged.connect(self.tray.put_words)
        shell.session.breakEnded.connect(self.offers.finish)
        self._media = WindowMedia(shell, lambda: self._bus, lambda: self.show_window(""))
        shell.window.quitAsked.connect(partial(setattr, self, "_quitting", True))
        shell.window.leaveDeclined.connect(partial(setattr, self, "_quitting", False))
        farewell = Farewell(shell.window, self._asks, self.tray.available)
        farewell.answered.connect(self._take_answer)
        shell.window.aboutToClose.connect(self._closed)
        return shell

    def _asks(self) -> bool:
        """Whether it is to be asked what goes on when the window closes."""
        choices = self.desk.choices
        known = self._quitting or self._asked or choices.background != "ask"
        return choices.on and not known

    def _take_answer(self, keep: bool, always: bool) -> None:
        self._asked, self._quitting = keep, not keep
        if always:
            background = "keep" if keep else "quit"
            self._choose(replace(self.desk.choices, background=background))

    def _closed(self) -> None:
        """The window has gone: what goes on depends on what the person chose."""
        from hipcoach.app.phrases.break_settings import gone_on_words

        keep = self.desk.choices.on and self.desk.choices.background != "quit"
        if self._quitting or not keep:
            self._process.application.quit()
        elif not self.tray.available():
            self.corner.tell(*gone_on_words())

    def _lead_break(self, routine: str) -> None:
        """Lead through a break in the window; a walk needs none."""
        from hipcoach.app.phrases.breaks import offer_text, offer_title, refused_title
        from hipcoach.app.phrases.errors import error_words
        from hipcoach.core.errors import KnownError

        if not routine:
            if self._shell is not None and self._shell.window.isActiveWindow():
                # It was asked for there, and nobody has offered it yet.
                self.corner.tell(offer_title(stopped=True), offer_text("", "", stopped=True))
            return
        from hipcoach.ui.break_lead import BreakLead

        try:
            content = self._process.content.programme(routine)
        except KnownError as error:
            self.corner.tell(refused_title(), error_words(error))
            self.offers.finish(0.0)
            return
        opened = self._shell is not None
        shell = self._shell or self._built()
        if self._lead is None:
            self._lead = BreakLead(shell)
        small = self.desk.choices.window == "small"
        self._lead.begin(routine, content, small=small, opened=opened)

    def _take_settings(self, settings: Settings) -> None:
        self.desk.choose(settings.breaks)
        if self._way is not None:
            self._way.show_choices(self.desk.choices)

    def _switch(self, on: bool) -> None:
        self._choose(replace(self.desk.choices, on=on))

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
            self.corner.tell("HipCoach", error_words(error))

    def _ask(self) -> None:
        """The notice was pressed: show the question how it felt."""
        self.show_window("today")
        if self._shell is not None and self._shell.next_day is not None:
            self._shell.next_day.ask()
