"""The window and everything in it, built once and in order."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from hipcoach.bootstrap.environment import Environment, content_of, exercises_of
from hipcoach.core.errors import SettingsError
from hipcoach.core.settings import Settings
from hipcoach.ports import Speaker

# ruff: noqa: PLC0415 - what the first picture does not need comes after it

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from hipcoach.app.coach import Coach
    from hipcoach.app.editor import EditorDesk
    from hipcoach.app.journal_worker import JournalWorker
    from hipcoach.core.content import Content
    from hipcoach.library.source import OwnContent

TURN_S: Final = 0.0001
"""So long the journal's thread may let the window's wait for its turn; Python's own 5 ms add up
when much is read from disk, for every reading gives the turn away."""


def open_window(
    environment: Environment, *, routine: str, start_now: bool, words: Content | None = None
) -> int:
    """Run the window until it is closed; the exit status.

    `words` is the content of the routine without its poses, where it has been read already.

    Raises UsageError and ContentError where there is no such routine, StoreError where
    something could not be kept.

    What the first picture needs comes first: journal, voice and the other pages follow when it
    is on the screen.
    """
    from PySide6.QtCore import QSettings, QTimer

    from hipcoach.system.feature_hook import quiet_feature_hook

    quiet_feature_hook()  # before all that it would read

    from PySide6.QtWidgets import QApplication

    from hipcoach.app.bell import Bell
    from hipcoach.app.coach import Coach
    from hipcoach.app.phrases.errors import error_words
    from hipcoach.app.phrases.session import keep_awake_words
    from hipcoach.app.reading import ReadingDesk
    from hipcoach.app.voice_desk import VoiceDesk
    from hipcoach.system.logs import log_exceptions, log_qt, log_to
    from hipcoach.system.resources import register_resources
    from hipcoach.system.screen import SystemScreenAwake
    from hipcoach.ui.shell import Shell
    from hipcoach.ui.theme import Theme

    log_to(environment.paths.data / "hipcoach.log")
    log_exceptions()
    log_qt()
    sys.setswitchinterval(TURN_S)
    application = QApplication(["hipcoach"])
    application.setApplicationName("HipCoach")
    application.setDesktopFileName("hipcoach")
    register_resources(environment.paths.cache)
    settings, trouble = environment.settings_and_trouble()
    content, bell = content_of(environment.paths), Bell()
    speaker = cache(environment.speaker)
    worker = environment.journal_worker(bell.rang.emit)
    theme = Theme(application)
    coach = Coach(
        content,
        environment.clock(),
        worker,
        SystemScreenAwake(keep_awake_words()),
        speaker,
        settings,
        moving=lambda _settings: not theme.reduced_motion,
    )
    bell.rang.connect(coach.heed)
    window_file = str(environment.paths.config / "window.ini")
    geometry = QSettings(window_file, QSettings.Format.IniFormat)

    def keep(changed: Settings) -> None:
        try:
            environment.write_settings(changed)
        except SettingsError as error:
            shell.window.banner.show_message(error_words(error))

    reading = ReadingDesk(speaker, environment.clock())

    def editor() -> EditorDesk:
        from hipcoach.app.editor import EditorDesk

        return EditorDesk(content, environment.routines(), exercises_of(environment.paths))

    shell = Shell(
        coach,
        content,
        VoiceDesk(speaker),
        theme,
        keep,
        geometry,
        reading,
        editor,
        _speaking(application, content),
    )
    shell.open(routine, start_now=start_now, words=words)
    if trouble:
        shell.window.banner.show_message(trouble)
    worker.start()
    QTimer.singleShot(0, application, lambda: _show_icon(application))
    # Nobody locks the screen in the first second, and the first picture is there sooner.
    QTimer.singleShot(1000, coach, lambda: _watch_lock(coach))
    return until_closed(application.exec, speaker, worker)


def _speaking(application: QCoreApplication, content: OwnContent) -> Callable[[Settings], bool]:
    """What makes all speak the language of the settings, and tells whether that is a new one."""
    from hipcoach.app.words import language, use_language
    from hipcoach.system.language import system_languages
    from hipcoach.system.qt_words import QtWords

    qt_words = QtWords(application)
    qt_words.use_language(language())

    def speak(settings: Settings) -> bool:
        before, chosen = language(), settings.word("look.language")
        found = use_language(*([chosen] if chosen else system_languages()))
        if found == before:
            return False
        content.use_language(found)
        qt_words.use_language(found)
        return True

    return speak


def _show_icon(application: QApplication) -> None:
    """The window's icon, as soon as its first picture is there."""
    from PySide6.QtGui import QIcon

    application.setWindowIcon(QIcon(":/icons/hipcoach.svg"))


def _watch_lock(coach: Coach) -> None:
    """Pause while the screen is locked or the machine sleeps."""
    from hipcoach.system.lock import LockWatch

    watch = LockWatch(coach.pause)
    watch.setParent(coach)
    watch.listen()


def until_closed(
    run: Callable[[], int], speaker: Callable[[], Speaker], worker: JournalWorker
) -> int:
    """The exit status of what runs; raises StoreError where something could not be kept."""
    try:
        status = run()
    finally:
        speaker().close()
        saved = worker.close()
    if not saved and worker.problem is not None:
        raise worker.problem
    return status
