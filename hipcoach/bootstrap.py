"""Builds everything, once and in order; the only module that knows all the others.

What a command does not need is not imported: a score is printed without Qt, a session
followed in the terminal likewise.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hipcoach.core.errors import KnownError, SettingsError, StoreError
from hipcoach.core.settings import Settings
from hipcoach.ports import Clock, Journal, RoutineFiles, Speaker, VoiceChoice
from hipcoach.system.paths import Paths

# ruff: noqa: PLC0415 - see the module's docstring

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from hipcoach.app.coach import Coach
    from hipcoach.app.editor import EditorDesk
    from hipcoach.app.journal_worker import JournalWorker
    from hipcoach.app.session import GuidedSession
    from hipcoach.core.content import Content
    from hipcoach.library.own import OwnRoutines
    from hipcoach.library.own_exercises import OwnExercises
    from hipcoach.library.source import OwnContent
    from hipcoach.system.settings_file import SettingsRead

TURN_S: Final = 0.0001
"""So long the journal's thread may let the window's wait for its turn; Python's own 5 ms add up
when much is read from disk, for every reading gives the turn away."""

SESSION_MODULES: Final = (
    "hipcoach.app.session_controller",
    "hipcoach.ui.figure.scene",
    "hipcoach.system.voice.speaker",
    "uuid6",
)
"""What a session in the window takes beside the content, with all that they import."""

DATABASE_VARIABLE: Final = "HIPCOACH_DATABASE_URL"
"""An address of a database that SQLAlchemy knows, in place of the file in the data folder."""


@dataclass(frozen=True, slots=True)
class TerminalParts:
    """What a session in the terminal is made of."""

    session: GuidedSession
    speaker: Speaker
    worker: JournalWorker
    clock: Clock
    told: tuple[str, ...]
    """What is to be said before it begins; mostly nothing."""


@dataclass(frozen=True, slots=True)
class Environment:
    """This computer and this person: folders, settings, journal, voice."""

    paths: Paths

    @classmethod
    def of(cls, data_dir: Path | None) -> Environment:
        """Everything in one folder where one is named, else where the system keeps such things.

        Raises StoreError where the folders can't be made.
        """
        paths = Paths.under(data_dir) if data_dir else Paths.of_this_user()
        try:
            paths.create()
        except OSError as fault:
            raise StoreError("no-folder", {"path": fault.filename or str(paths.data)}) from fault
        return cls(paths)

    @property
    def journal_place(self) -> Path | str:
        """Where the journal is: a file, or an address."""
        return os.environ.get(DATABASE_VARIABLE) or self.paths.data / "journal.sqlite"

    @property
    def journal_shown(self) -> str:
        """The same for people to read: no password in it."""
        from hipcoach.store.place import place_of

        place = place_of(self.journal_place)
        return str(place.path or place.url.render_as_string(hide_password=True))

    def clock(self) -> Clock:
        """The machine's clock."""
        from hipcoach.system.clock import SystemClock

        return SystemClock()

    def read_settings(self) -> SettingsRead:
        """The settings as they hold, and what had to be mended; raises SettingsError."""
        from hipcoach.system.settings_file import SettingsFile

        return SettingsFile(self.paths.config / "settings.toml").read()

    def write_settings(self, settings: Settings) -> None:
        """Keep the settings; raises SettingsError."""
        from hipcoach.system.settings_file import SettingsFile

        SettingsFile(self.paths.config / "settings.toml").write(settings)

    def settings(self) -> Settings:
        """The settings as they hold; the defaults where the file can't be opened."""
        try:
            return self.read_settings().settings
        except SettingsError:
            return Settings()

    def settings_and_trouble(self) -> tuple[Settings, str]:
        """The same, and what is to be said about them; mostly nothing."""
        from hipcoach.app.phrases.errors import error_words
        from hipcoach.app.phrases.settings import repairs_words

        try:
            read = self.read_settings()
        except SettingsError as error:
            return Settings(), error_words(error)
        kept = str(read.kept_aside) if read.kept_aside else ""
        return read.settings, repairs_words(read.repairs, garbled=read.garbled, kept_aside=kept)

    def voice(self) -> VoiceChoice:
        """The voice that is chosen, for the language that is spoken."""
        from hipcoach.app.session_plan import voice_of

        return voice_of(self.settings())

    def cached_lengths(self) -> Callable[[str], float | None]:
        """Seconds of lines that the chosen voice has spoken before; needs no engine."""
        from hipcoach.system.voice.cache import cached_lengths

        return cached_lengths(self.paths.sounds, self.voice())

    def open_journal(self) -> Journal:
        """The journal; raises StoreError."""
        from hipcoach.store.journal import open_journal

        return open_journal(self.journal_place)

    def speaker(self) -> Speaker:
        """The voice and the tones."""
        from hipcoach.system.voice.speaker import ProcessSpeaker

        return ProcessSpeaker(self.paths.sounds, self.clock())

    def journal_worker(self, wake: Callable[[], None]) -> JournalWorker:
        """The journal in a thread of its own; opened there when it is first needed.

        What a session is made of is imported in that thread too: in the window's own it would
        stand still for the blink of an eye just when the session begins.
        """
        from hipcoach.app.journal_worker import JournalWorker

        def opened() -> Journal:
            journal = self.open_journal()
            for module in SESSION_MODULES:
                import_module(module)
            return journal

        return JournalWorker(opened, wake)

    def routines(self) -> RoutineFiles:
        """The routines that the person made."""
        return _routines(self.paths)

    @contextmanager
    def terminal(self, routine: str) -> Iterator[TerminalParts]:
        """The parts of a session in the terminal; let go of when it is over.

        Raises UsageError, ContentError, StoreError where the journal can't be opened, and
        KnownError (`red-flags`) where something speaks against a session.
        """
        from hipcoach.app.journal_worker import JournalWorker
        from hipcoach.app.phrases.safety import what_it_is_not
        from hipcoach.app.session import GuidedSession
        from hipcoach.app.session_log import SessionLog, write_row
        from hipcoach.app.session_plan import plan_of, sound_of
        from hipcoach.core.journal import Shell

        content = _content(self.paths, pictures=False).programme(routine)
        settings, trouble = self.settings_and_trouble()
        clock, journal = self.clock(), self.open_journal()
        worker = JournalWorker(lambda: journal)
        worker.start()
        speaker = self.speaker()
        try:
            safety = journal.safety_answers()
            if safety is not None and safety.flags:
                raise KnownError("red-flags", {"flags": safety.flags})
            plan = plan_of(content, routine, settings, journal.times_done())
            notes = what_it_is_not() if safety is None else ()
            yield TerminalParts(
                GuidedSession(
                    plan,
                    clock,
                    speaker,
                    SessionLog(lambda row: worker.write(lambda j: write_row(j, row)), clock),
                    shell=Shell.TERMINAL,
                    sound=sound_of(settings, routine),
                ),
                speaker,
                worker,
                clock,
                (*notes, *([trouble] if trouble else [])),
            )
        finally:
            speaker.close()
            worker.close()


def own_routines(data_dir: Path | None) -> OwnRoutines:
    """The routines that the person made; no folder is made to look for them."""
    return _routines(Paths.under(data_dir) if data_dir else Paths.of_this_user())


def own_content(data_dir: Path | None) -> OwnContent:
    """All content but the poses, with what the person made; no folder is made for it."""
    return _content(Paths.under(data_dir) if data_dir else Paths.of_this_user(), pictures=False)


def _content(paths: Paths, *, pictures: bool = True) -> OwnContent:
    from hipcoach.app.words import language
    from hipcoach.library.source import OwnContent

    own, given = _routines(paths), _exercises(paths)
    return OwnContent(language(), pictures=pictures, own=own, given=given)


def _exercises(paths: Paths) -> OwnExercises:
    from hipcoach.library.load import own_shelf
    from hipcoach.library.own_exercises import OwnExercises
    from hipcoach.system.paths import replace_file

    return OwnExercises(paths.exercises, replace_file, lambda: own_shelf().exercise_ids)


def _routines(paths: Paths) -> OwnRoutines:
    from hipcoach.library.own import OwnRoutines
    from hipcoach.system.paths import replace_file

    return OwnRoutines(paths.routines, replace_file, _exercises(paths))


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
    content, bell = _content(environment.paths), Bell()
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

        return EditorDesk(content, environment.routines(), _exercises(environment.paths))

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
    return _until_closed(application.exec, speaker, worker)


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


def _until_closed(
    run: Callable[[], int], speaker: Callable[[], Speaker], worker: JournalWorker
) -> int:
    """The status of the window; raises StoreError where something could not be kept."""
    try:
        status = run()
    finally:
        speaker().close()
        saved = worker.close()
    if not saved and worker.problem is not None:
        raise worker.problem
    return status
