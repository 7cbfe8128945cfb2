"""This computer and this person: folders, settings, content, journal, voice."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hipcoach.core.errors import KnownError, SettingsError, StoreError
from hipcoach.core.settings import Settings
from hipcoach.core.value import value
from hipcoach.ports import Clock, Journal, RoutineFiles, Speaker, VoiceChoice
from hipcoach.system.paths import Paths

# ruff: noqa: PLC0415 - what a command does not need is not imported

if TYPE_CHECKING:
    from hipcoach.app.journal_worker import JournalWorker
    from hipcoach.app.plan_book import PlanKnown
    from hipcoach.app.session import GuidedSession
    from hipcoach.app.session_plan import SessionPlan
    from hipcoach.library.own import OwnRoutines
    from hipcoach.library.own_exercises import OwnExercises
    from hipcoach.library.source import OwnContent
    from hipcoach.system.instance.beat import SessionBeat
    from hipcoach.system.settings_file import SettingsRead

DATABASE_VARIABLE: Final = "HIPCOACH_DATABASE_URL"
"""An address of a database that SQLAlchemy knows, in place of the file in the data folder."""


@value
class TerminalParts:
    """What a session in the terminal is made of."""

    session: GuidedSession
    speaker: Speaker
    worker: JournalWorker
    clock: Clock
    told: tuple[str, ...]
    """What is to be said before it begins; mostly nothing."""


@value
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

    @property
    def own_command(self) -> tuple[str, ...]:
        """What starts this HipCoach, on these folders."""
        from hipcoach.system.autostart.choice import own_command

        usual = self.paths == Paths.of_this_user()
        return own_command(None if usual else self.paths.data)

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
        try:
            read = self.read_settings()
        except SettingsError as error:
            from hipcoach.app.phrases.errors import error_words

            return Settings(), error_words(error)
        if not read.repairs and not read.garbled:
            return read.settings, ""
        from hipcoach.app.phrases.settings import repairs_words

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
        """The journal, with what was kept beside it while it was damaged; raises StoreError."""
        from hipcoach.bootstrap.mending import opened

        return opened(self)

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """The same, let go of when it is done with."""
        journal = self.open_journal()
        try:
            yield journal
        finally:
            journal.close()

    def session_beat(self) -> SessionBeat:
        """What tells the HipCoach that runs of a session in this process."""
        from hipcoach.system.instance.beat import SessionBeat
        from hipcoach.system.instance.place import places

        return SessionBeat(places(self.paths))

    def speaker(self) -> Speaker:
        """The voice and the tones."""
        from hipcoach.system.voice.room import room_for_sounds
        from hipcoach.system.voice.speaker import ProcessSpeaker

        return ProcessSpeaker(room_for_sounds(self.paths.sounds), self.clock())

    def journal_worker(self, wake: Callable[[], None]) -> JournalWorker:
        """The journal in a thread of its own; opened there when it is first needed."""
        from hipcoach.app.journal_worker import JournalWorker
        from hipcoach.bootstrap.backups import DailyBackup
        from hipcoach.bootstrap.mending import look_daily, spare_of

        return JournalWorker(
            self.open_journal,
            wake,
            DailyBackup(self),
            look=lambda: look_daily(self),
            spare=spare_of(self),
        )

    def session_plan(self, routine: str, known: PlanKnown, journal: Journal) -> SessionPlan:
        """A routine as this person does it now, without pictures.

        Raises UsageError, ContentError, StoreError; KnownError (`red-flags`) while all is stopped.
        """
        from hipcoach.app.session_plan import plan_for

        if known.stop is not None:
            raise KnownError("red-flags", {"flags": known.stop.flags})
        content = content_of(self.paths, pictures=False)
        return plan_for(content, routine, self.settings(), known, journal.times_done())

    def routines(self) -> RoutineFiles:
        """The routines that the person made."""
        return routines_of(self.paths)

    @contextmanager
    def terminal(self, routine: str) -> Iterator[TerminalParts]:
        """The parts of a session in the terminal; let go of when it is over.

        Raises UsageError, ContentError, StoreError where the journal can't be opened, and
        KnownError (`red-flags`) where something speaks against a session.
        """
        from hipcoach.app.journal_worker import JournalWorker
        from hipcoach.app.phrases.safety import what_it_is_not
        from hipcoach.app.plan_book import read_plan
        from hipcoach.app.session import GuidedSession
        from hipcoach.app.session_log import SessionLog, write_row
        from hipcoach.app.session_plan import sound_of
        from hipcoach.bootstrap.backups import DailyBackup
        from hipcoach.bootstrap.mending import spare_of
        from hipcoach.core.journal import SafetyAnswers, Shell

        content_of(self.paths, pictures=False).programme(routine)  # known before all else is opened
        settings, trouble = self.settings_and_trouble()
        clock, journal = self.clock(), self.open_journal()
        worker = JournalWorker(lambda: journal, wrote=DailyBackup(self), spare=spare_of(self))
        worker.start()
        speaker = self.speaker()
        try:
            plan = self.session_plan(routine, read_plan(journal, clock.now()), journal)
            notes = () if journal.newest(SafetyAnswers) else what_it_is_not()
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
    return routines_of(Paths.under(data_dir) if data_dir else Paths.of_this_user())


def own_content(data_dir: Path | None) -> OwnContent:
    """All content but the poses, with what the person made; no folder is made for it."""
    return content_of(Paths.under(data_dir) if data_dir else Paths.of_this_user(), pictures=False)


def content_of(paths: Paths, *, pictures: bool = True) -> OwnContent:
    """All content with what the person made, in the language that is spoken."""
    from hipcoach.app.words import language
    from hipcoach.library.source import OwnContent

    own, given = routines_of(paths), exercises_of(paths)
    return OwnContent(language(), pictures=pictures, own=own, given=given)


def exercises_of(paths: Paths) -> OwnExercises:
    """The exercises that the person was given."""
    from hipcoach.library.load import own_shelf
    from hipcoach.library.own_exercises import OwnExercises
    from hipcoach.system.paths import replace_file

    return OwnExercises(paths.exercises, replace_file, lambda: own_shelf().exercise_ids)


def routines_of(paths: Paths) -> OwnRoutines:
    """The routines that the person made."""
    from hipcoach.library.own import OwnRoutines
    from hipcoach.system.paths import replace_file

    return OwnRoutines(paths.routines, replace_file, exercises_of(paths))
