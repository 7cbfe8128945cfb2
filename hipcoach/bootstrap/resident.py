"""HipCoach as it stays: breaks and tray, an ear for others, and a window when one is wanted."""

from __future__ import annotations

import gc
from functools import cache
from typing import TYPE_CHECKING, Final

from hipcoach.bootstrap.environment import Environment
from hipcoach.bootstrap.process import Process

# ruff: noqa: PLC0415 - what the tray does not need comes with the window

if TYPE_CHECKING:
    from hipcoach.core.settings import Settings
    from hipcoach.ui.tray import Tray

AFTER_ICON_MS: Final = 250
"""So soon the rest comes after the icon in the tray: the desktop asks how it looks before that."""
AFTER_WINDOW_MS: Final = 300
"""The same after the window."""
TELL_MS: Final = 2000
"""By then it is known what shows notices here."""


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
    single = SingleInstance(environment.paths.data, where, lambda asked: resident().requests(asked))
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
    from hipcoach.system.instance.ask import ask, raise_request, status_request

    try:
        ask(where, raise_request() if window else status_request(), tries=40)
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
        from hipcoach.bootstrap.front import Front
        from hipcoach.bootstrap.requests import Requests
        from hipcoach.system.bus.breaks import BusBreaks
        from hipcoach.system.bus.session import SessionBus, session_bus_address
        from hipcoach.system.notify.notifier import BusNotifier
        from hipcoach.system.presence.desktop import desktop_presence
        from hipcoach.system.state_file import StateFile

        self._process = process
        self._here = QObject(process.application)
        self._to_tell: list[str] = []
        application, paths = process.application, process.environment.paths
        application.setQuitOnLastWindowClosed(False)
        self._bus = SessionBus(session_bus_address())
        self._notifier = BusNotifier(self._bus, process.bell.rang.emit)
        presence = desktop_presence(process.clock)
        self.desk = BreakDesk(
            process.clock,
            presence,
            StateFile(paths.data / "breaks.json"),
            process.settings.breaks,
            lambda: self.requests.practised_elsewhere or self.front.practising,
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
        self.front = Front(
            process, self.desk, self.offers, self.corner, tray, presence, lambda: self._bus
        )
        self.requests = Requests(self.remote, self.front, process.clock)
        process.syncing.heed(lambda: self.requests.practised_elsewhere)
        self._join()

    def _join(self) -> None:
        """Bring what each part says to whom it concerns."""
        from hipcoach.app.phrases.breaks import anew_words, refused_title
        from hipcoach.bootstrap.rescue import join_notice

        process, front = self._process, self.front
        process.bell.rang.connect(process.worker.poll)
        process.bell.rang.connect(self.offers.poll)
        process.changed = self._take_settings
        self.desk.changed.connect(self.tray.show_snapshot)
        self.desk.changed.connect(lambda _shown: self._on_bus.show(self.remote.report()))
        self.desk.begunAnew.connect(lambda aside: self._tell_later(anew_words(aside)))
        self.desk.happened.connect(
            lambda event: self._on_bus.tell(event.kind.value, event.reason or "")
        )
        self.offers.otherHeard.connect(self.reminder.heed)
        self.reminder.wanted.connect(front.ask)
        self.offers.breakBegun.connect(front.lead_break)
        self.offers.refused.connect(lambda words: self.corner.tell(refused_title(), words))
        self.tray.asked.connect(self.offers.order)
        self.tray.breakAsked.connect(self.offers.begin_now)
        self.tray.windowAsked.connect(front.show)
        self.tray.switched.connect(front.switch)
        self.tray.quitAsked.connect(front.quit)
        join_notice(self, process, self._notifier)

    def begin(self) -> None:
        """Start to count; what is wrong with the settings is told, for there is no window."""
        # The commands' arguments and all else that the start has dropped; it stays for days.
        gc.collect()
        self._settle()
        self._process.worker.start()
        if trouble := self._process.trouble:
            self._tell_later(trouble)

    def begin_in_window(self) -> None:
        """Show the window, and count from its first picture on."""
        from PySide6.QtCore import QTimer

        self.front.built().open()
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

    def _settle(self) -> None:
        self.tray.take_place()
        self._bus.open()
        self.desk.start()
        self.reminder.start()
        self._process.syncing.start()
        self.offers.take_up()

    def _tell_later(self, words: str) -> None:
        """Say something as soon as it is known what shows notices here."""
        from PySide6.QtCore import QTimer

        def tell() -> None:
            self.corner.tell("HipCoach", "\n".join(self._to_tell))
            self._to_tell.clear()

        if not self._to_tell:
            QTimer.singleShot(TELL_MS, self._here, tell)
        self._to_tell.append(words)

    def _take_settings(self, settings: Settings) -> None:
        self.desk.choose(settings.breaks)
        self._process.syncing.take(settings)
        self.front.show_choices(self.desk.choices)
