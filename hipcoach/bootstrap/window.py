"""The window and everything in it, built once and in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.bootstrap.environment import Environment, exercises_of
from hipcoach.bootstrap.process import Process
from hipcoach.core.errors import SettingsError
from hipcoach.core.settings import Settings

# ruff: noqa: PLC0415 - what the first picture does not need comes after it

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from hipcoach.app.coach import Coach
    from hipcoach.app.editor import EditorDesk
    from hipcoach.app.trends_desk import TrendsDesk
    from hipcoach.core.content import Content
    from hipcoach.library.source import OwnContent
    from hipcoach.ui.shell import Shell
    from hipcoach.ui.trends_way import TrendsWay


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
    from hipcoach.bootstrap.media import WindowMedia, bus_of_its_own
    from hipcoach.bootstrap.telling import WindowBeat

    process = Process(environment)
    shell = shell_of(process, routine)
    process.changed = lambda settings: process.syncing.take(settings)  # noqa: PLW0108 - made later
    _media = WindowMedia(shell, bus_of_its_own, lambda: shell.come_back(""))
    told = WindowBeat(shell, environment.session_beat)
    # What the journal's thread imports would have its turns before the first picture.
    shell.shown.connect(process.worker.start)
    shell.shown.connect(lambda: process.syncing.start())  # noqa: PLW0108 - the same
    shell.open(routine, start_now=start_now, words=words)
    try:
        return process.run()
    finally:
        told.close()


def shell_of(process: Process, routine: str = "") -> Shell:
    """The window of a process, not shown yet; `routine` is what it is opened for."""
    from PySide6.QtCore import QSettings, QTimer

    from hipcoach.app.coach import Coach
    from hipcoach.app.phrases.errors import error_words
    from hipcoach.app.phrases.session import keep_awake_words
    from hipcoach.app.reading import ReadingDesk
    from hipcoach.app.voice_desk import VoiceDesk
    from hipcoach.system.screen import SystemScreenAwake
    from hipcoach.ui.shell import Shell

    environment, content = process.environment, process.content
    theme = process.theme
    coach = Coach(
        content,
        process.clock,
        process.worker,
        SystemScreenAwake(keep_awake_words()),
        lambda: process.speaker,
        process.settings,
        moving=lambda _settings: not theme.reduced_motion,
    )
    process.bell.rang.connect(coach.heed)
    process.application.applicationStateChanged.connect(coach.outside.heed)
    window_file = str(environment.paths.config / "window.ini")

    def keep(changed: Settings) -> None:
        try:
            process.keep(changed)
        except SettingsError as error:
            shell.window.banner.show_message(error_words(error))

    def editor() -> EditorDesk:
        from hipcoach.app.editor import EditorDesk

        return EditorDesk(content, environment.routines(), exercises_of(environment.paths))

    shell = Shell(
        coach,
        content,
        VoiceDesk(lambda: process.speaker),
        theme,
        keep,
        QSettings(window_file, QSettings.Format.IniFormat),
        ReadingDesk(lambda: process.speaker, process.clock),
        editor,
        _speaking(process.application, content),
    )
    shell.shown.connect(lambda: _join_journal(shell, process, coach))
    process.expect_session(routine)
    if process.trouble:
        shell.window.banner.show_message(process.trouble)
    # Nobody locks the screen in the first second, and the first picture is there sooner.
    QTimer.singleShot(1000, coach, lambda: _watch_lock(coach))
    return shell


def _join_journal(shell: Shell, process: Process, coach: Coach) -> None:
    """Lead to all that is done with the journal as a whole, once the window is there."""
    from hipcoach.bootstrap.data import join_data
    from hipcoach.bootstrap.rescue import join_rescue

    trends = _join_trends(shell, process, coach)
    data = join_data(shell, process, trends.ask_report)
    data.journalChanged.connect(coach.outside.look)
    process.syncing.join(shell, coach.outside.look)
    join_rescue(shell, process, coach, data)


def _join_trends(shell: Shell, process: Process, coach: Coach) -> TrendsWay:
    """Let trends be read when they are looked at."""
    from hipcoach.ui.trends_way import TrendsWay

    def desk() -> TrendsDesk:
        from hipcoach.app.plan_view import first_weekday
        from hipcoach.app.trends_desk import TrendsDesk

        return TrendsDesk(
            process.content,
            process.clock,
            process.worker,
            first_weekday(),
            lambda: coach.plan.known,
        )

    def keep(path: Path, content: bytes) -> None:
        from hipcoach.bootstrap.report import keep_report

        keep_report(path, content)

    return TrendsWay(shell.window, shell.pages, desk, keep)


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


def _watch_lock(coach: Coach) -> None:
    """Pause while the screen is locked or the machine sleeps."""
    from hipcoach.system.lock import LockWatch

    watch = LockWatch(coach.pause)
    watch.setParent(coach)
    watch.listen()
