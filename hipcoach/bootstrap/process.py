"""What the window and the tray share: one application, one journal, one voice."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Final

from hipcoach.bootstrap.environment import Environment
from hipcoach.core.settings import Settings
from hipcoach.ports import Errands, Journal, Speaker

# ruff: noqa: PLC0415 - nothing of Qt is imported before it is asked for

if TYPE_CHECKING:
    from hipcoach.app.journal_worker import JournalWorker
    from hipcoach.app.rescue_desk import RescueDesk
    from hipcoach.bootstrap.syncing import Syncing
    from hipcoach.library.source import OwnContent
    from hipcoach.ui.theme import Theme

SESSION_MODULES: Final = (
    "hipcoach.app.session_controller",
    "hipcoach.app.media_desk",
    "hipcoach.system.mpris",
    "hipcoach.ui.figure.scene",
    "hipcoach.system.voice.speaker",
    "uuid",
)
"""What a session in the window takes beside the content, with all that they import."""

TURN_S: Final = 0.0001
"""So long the journal's thread may let the window's wait for its turn; Python's own 5 ms add up
when much is read from disk, for every reading gives the turn away."""


class Process:
    """The Qt application, and what is needed with a window as without one.

    `changed` is called with settings that were changed anywhere.
    """

    def __init__(self, environment: Environment) -> None:
        from PySide6.QtCore import QTimer

        from hipcoach.system.feature_hook import quiet_feature_hook

        quiet_feature_hook()  # before all that it would read

        from PySide6.QtWidgets import QApplication

        from hipcoach.app.bell import Bell
        from hipcoach.system.logs import log_exceptions, log_qt, log_to
        from hipcoach.system.resources import register_resources

        log_to(environment.paths.data / "hipcoach.log")
        log_exceptions()
        log_qt()
        sys.setswitchinterval(TURN_S)
        self.environment = environment
        self.clock = environment.clock()
        self.application = QApplication(["hipcoach"])
        self.application.setApplicationName("HipCoach")
        self.application.setDesktopFileName("hipcoach")
        register_resources(environment.paths.cache)
        self.bell = Bell()
        self.changed: Callable[[Settings], None] = lambda _settings: None
        QTimer.singleShot(0, self.application, self._show_icon)

    @cached_property
    def settings(self) -> Settings:
        """As they hold now."""
        return self._found[0]

    @property
    def trouble(self) -> str:
        """What is to be said about the settings as they were found; mostly nothing."""
        return self._found[1]

    @cached_property
    def _found(self) -> tuple[Settings, str]:
        """The settings and what was wrong with them; the icon in the tray needs neither."""
        return self.environment.settings_and_trouble()

    @cached_property
    def speaker(self) -> Speaker:
        """The voice and the tones, from their first use on."""
        return self.environment.speaker()

    @cached_property
    def worker(self) -> JournalWorker:
        """The journal, in a thread of its own."""
        return self.environment.journal_worker(self.bell.rang.emit)

    @cached_property
    def errands(self) -> Errands:
        """Our own commands beside the window, from the first of them on."""
        from hipcoach.system.errands import OwnErrands

        errands = OwnErrands(self.environment.own_command, self.bell.rang.emit)
        self.bell.rang.connect(errands.poll)
        return errands

    @cached_property
    def syncing(self) -> Syncing:
        """What joins this journal with that of another computer."""
        from hipcoach.bootstrap.syncing import Syncing

        data = self.environment.paths.data
        return Syncing(self.clock, lambda: self.errands, data, lambda: self.settings)

    @cached_property
    def rescue(self) -> RescueDesk:
        """What leads out of it where the journal is damaged."""
        from hipcoach.app.rescue_desk import RescueDesk
        from hipcoach.bootstrap.mending import JournalMending

        desk = RescueDesk(self.worker, JournalMending(self.environment))
        self.bell.rang.connect(desk.heed)
        self.application.applicationStateChanged.connect(desk.look_again)
        return desk

    @cached_property
    def content(self) -> OwnContent:
        """All that can be done, from its first use on; the tray alone has none."""
        from hipcoach.bootstrap.environment import content_of

        return content_of(self.environment.paths)

    @cached_property
    def theme(self) -> Theme:
        """The look of every window, from the first of them on."""
        from hipcoach.ui.theme import Theme

        made = Theme(self.application)
        made.choose(
            self.settings.word("look.theme"),
            text_percent=self.settings.whole("look.text_percent"),
            motion=self.settings.word("look.reduced_motion"),
        )
        return made

    def expect_session(self, routine: str = "") -> None:
        """Import what a session is made of, in the journal's thread, and read that routine.

        In the window's own it would stand still for the blink of an eye just when one begins.
        """
        content = self.content

        def prepared(_journal: Journal) -> None:
            for module in SESSION_MODULES:
                import_module(module)
            from hipcoach.system.voice.tones import make_tones

            make_tones()
            if routine:
                content.programme(routine)

        # Read, for what can't be read is not tried again; whoever begins the session says so.
        self.worker.read(prepared, lambda _none: None, lambda _error: None)

    def keep(self, settings: Settings) -> None:
        """Let other settings hold; raises SettingsError where they can't be kept."""
        self.settings = settings
        self.changed(settings)
        self.environment.write_settings(settings)

    def run(self) -> int:
        """Until all is over: the exit status; raises StoreError for what could not be kept."""
        return until_closed(self.application.exec, self._fall_silent, self.worker)

    def _fall_silent(self) -> None:
        """Let go of the voice and of what runs beside, where anybody has asked for them."""
        if "errands" in self.__dict__:
            self.errands.close()
        if "speaker" in self.__dict__:
            self.speaker.close()

    def _show_icon(self) -> None:
        """The icon of the windows, as soon as the first picture is there."""
        from PySide6.QtGui import QIcon

        self.application.setWindowIcon(QIcon(":/icons/hipcoach.svg"))


def until_closed(
    run: Callable[[], int], fall_silent: Callable[[], None], worker: JournalWorker
) -> int:
    """The exit status of what runs; raises StoreError where something could not be kept."""
    try:
        status = run()
    finally:
        fall_silent()
        saved = worker.close()
    if not saved and worker.problem is not None:
        raise worker.problem
    return status
