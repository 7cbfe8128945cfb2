"""The seams to the world, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from hipcoach.core.speech import (
    Prepared,
    SpeechChanged,
    SpeechEvent,
    SpeechProblem,
    Tone,
    Voice,
    VoiceChoice,
    VoicesKnown,
)

if TYPE_CHECKING:  # a protocol needs its types only to be checked, and short commands start sooner
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from hipcoach.core.article import Article
    from hipcoach.core.autostart import AutostartState
    from hipcoach.core.break_log import BreakLogged
    from hipcoach.core.content import Content
    from hipcoach.core.corrections import Note, Withdrawal
    from hipcoach.core.errand import ErrandDone
    from hipcoach.core.found import FoundExercises, FoundRoutines
    from hipcoach.core.history import HistoryLog
    from hipcoach.core.journal import (
        SafetyAnswers,
        SegmentDone,
        SelfCheckDone,
        SessionAnswers,
        SessionClosed,
        SessionEvent,
        SessionOpened,
        SessionRecord,
    )
    from hipcoach.core.media import MediaShown
    from hipcoach.core.notice import Notice, NoticeEvent, NoticeSupport
    from hipcoach.core.own_exercise import OwnExercise
    from hipcoach.core.plan_log import (
        AboutYou,
        Ceiling,
        Clearance,
        NextDayAnswers,
        PlanDecided,
        PracticeRow,
    )
    from hipcoach.core.presence import PresenceSample, Source
    from hipcoach.core.routine import Routine
    from hipcoach.core.span_sums import SpanSums
    from hipcoach.core.wording import RoutineWords

    JournalEntry = (
        SafetyAnswers
        | SelfCheckDone
        | NextDayAnswers
        | Clearance
        | Ceiling
        | AboutYou
        | PlanDecided
        | BreakLogged
        | Note
        | Withdrawal
    )
    Entry = TypeVar("Entry", bound=JournalEntry)

__all__ = [  # what a Speaker takes and tells is asked for here, beside the Speaker itself
    "Prepared",
    "SpeechChanged",
    "SpeechEvent",
    "SpeechProblem",
    "Tone",
    "Voice",
    "VoiceChoice",
    "VoicesKnown",
]


class Clock(Protocol):
    """The only source of time, and of ids made from it."""

    def monotonic(self) -> float:
        """Seconds that never jump; stand still while the machine is suspended."""

    def boot(self) -> float:
        """Seconds that run on while the machine is suspended."""

    def now(self) -> datetime:
        """Local date and time, aware."""

    def zone(self) -> str:
        """IANA name of the local zone, or its offset where the name is not known."""

    def new_id(self) -> UUID:
        """A new UUID, version 7: sorts by the time it was made."""


class Speaker(Protocol):
    """The voice and the tones; never blocks, never raises because of the machine.

    One thing sounds at a time: a new line or tone replaces the one before.
    """

    def choose(self, choice: VoiceChoice) -> None:
        """Speak from now on like this."""

    def prepare(self, lines: Sequence[str]) -> None:
        """Turn lines into sound ahead of time; `Prepared` follows for each that worked."""

    def length_s(self, line: str) -> float | None:
        """Seconds of sound that the line takes with the voice chosen, once measured."""

    def say(self, line: str) -> None:
        """Speak the line now."""

    def play(self, tone: Tone, volume: int = 100) -> None:
        """Play a tone now; its volume is 0 to 100."""

    def stop(self) -> None:
        """Be silent at once."""

    def voices(self) -> tuple[Voice, ...]:
        """The voices that are known by now: `VoicesKnown` is told once, to whoever polls."""

    def poll(self) -> Sequence[SpeechEvent]:
        """What has happened since the last call; ask about twenty times a second."""

    def close(self) -> None:
        """End every process of its own."""


class Journal(Protocol):
    """The append-only record of what was done; the truth that everything else is folded from.

    Every method may raise `StoreError`.
    Appending the same row (same id) twice changes nothing.
    """

    def open_session(self, row: SessionOpened) -> None:
        """Write the start of a session."""

    def add_segment(self, row: SegmentDone) -> None:
        """Write a segment that ended."""

    def add_event(self, row: SessionEvent) -> None:
        """Write what the person did."""

    def close_session(self, row: SessionClosed) -> None:
        """Write the end of a session."""

    def add_answers(self, row: SessionAnswers) -> None:
        """Write how it felt."""

    def add(self, row: JournalEntry) -> None:
        """Write a row that belongs to no session."""

    def all_of(self, kind: type[Entry], since: datetime | None = None) -> tuple[Entry, ...]:
        """Every row of that kind written at or after `since`, by time."""

    def newest(self, kind: type[Entry]) -> Entry | None:
        """The newest row of that kind, or `None` where there is none."""

    def practice(self, since: datetime | None = None) -> tuple[PracticeRow, ...]:
        """Every closed session as far as the plan needs it, by time.

        With `since` those alone that ended, were answered, or were withdrawn or taken back in,
        at that moment or after it.
        """

    def history(self, since: datetime, until: datetime) -> HistoryLog:
        """What days are told from, of the rows since then and before `until`; all clearances."""

    def sums(self, first: date, last: date) -> SpanSums:
        """What these practice days add up to, both ends in it."""

    def unfinished(self) -> SessionRecord | None:
        """The newest session that was opened and never closed."""

    def sessions(self, since: datetime, until: datetime) -> tuple[SessionRecord, ...]:
        """Sessions opened at or after `since` and before `until`, by time."""

    def last_session(self) -> SessionRecord | None:
        """The newest session that is closed and not withdrawn."""

    def times_done(self) -> Mapping[str, int]:
        """For each exercise, in how many sessions at least one of its holds was completed.

        Withdrawn sessions are left out.
        """

    def stamp(self) -> str:
        """Another text after every row that others wrote."""

    def close(self) -> None:
        """Let go of the database."""


class ContentSource(Protocol):
    """Where exercises, routines, words and poses come from."""

    def programme(self, routine: str) -> Content:
        """One routine with all that it needs, and nothing else.

        Raises UsageError for an unknown name, ContentError for a bad file.
        """

    def alone(self, exercise: str) -> Content:
        """One exercise as a routine of its own, under the id `only-<exercise>`."""

    def everything(self) -> Content:
        """All of it."""

    def articles(self) -> tuple[Article, ...]:
        """Everything there is to read, in order; raises ContentError for a bad file."""

    def use_language(self, language: str) -> None:
        """Give all words in this language from now on, where there are any."""


class ExerciseFiles(Protocol):
    """Keeps the exercises that people were given."""

    def found(self) -> FoundExercises:
        """All that are kept; one that can't be used is told and leaves the others alone."""

    def check_picture(self, path: Path) -> None:
        """Raise ContentError for a file that can't be a picture of an exercise."""

    def written(self, name: str) -> tuple[OwnExercise, tuple[Path, ...]]:
        """An exercise as it was written down, and its pictures; raises ContentError."""

    def remove(self, name: str) -> None:
        """Let go of an exercise; raises KnownError (`unwritable`)."""

    def save(self, exercise: OwnExercise, pictures: Sequence[Path], over: str = "") -> str:
        """Keep an exercise with copies of its pictures, and give its id.

        With `over` it takes the place of that one.
        Raises ContentError where something of it can't be used, KnownError (`unwritable`).
        """


class RoutineFiles(Protocol):
    """Keeps the routines that people make; what they wrote is never lost without their word."""

    def found(self) -> FoundRoutines:
        """All that are kept; a file that can't be used is told and leaves the others alone."""

    def read(self, path: Path) -> tuple[Routine, RoutineWords]:
        """A routine out of any file; raises ContentError."""

    def save(self, routine: Routine, words: RoutineWords, over: str = "") -> str:
        """Keep a routine and give its id: that of the one it replaces (`over`), or a new one.

        Raises KnownError (`unwritable`), here and below.
        """

    def write(self, routine: Routine, words: RoutineWords, path: Path) -> None:
        """Write a routine into any file, in place of what was there."""

    def remove(self, name: str) -> None:
        """Let go of a routine that is kept."""


class ScreenAwake(Protocol):
    """Keeps the screen from going dark while a session runs."""

    def hold(self) -> bool:
        """Ask for it; whether this desktop could grant it."""

    def release(self) -> None:
        """Let the screen sleep again."""


class Presence(Protocol):
    """What the machine knows about the person; never blocks and never raises."""

    def start(self) -> None:
        """Begin to look; the first answers are there some seconds later."""

    def stop(self) -> None:
        """Look no more: nothing runs and nothing is open."""

    def sample(self) -> PresenceSample:
        """What is known now, to be asked once a second; nothing while it is stopped."""

    def sources(self) -> tuple[Source, ...]:
        """One for each `Sense`, in that order."""


class StateKeeper(Protocol):
    """Keeps a small text for the next start; never raises because of the machine."""

    def read(self) -> str | None:
        """What was kept, empty where it can't be read; `None` where nothing was kept."""

    def write(self, text: str) -> None:
        """Keep this in place of what was there."""

    def set_aside(self) -> str:
        """Let what was kept lie beside; the name it has there, empty where that can't be done."""


class Notifier(Protocol):
    """Notices on the desktop; never blocks, never raises because of the machine."""

    def support(self) -> NoticeSupport:
        """What is possible now."""

    def show(self, notice: Notice) -> bool:
        """Show a notice; `False` where it can't be, or not with buttons that it has.

        After `True` it may still turn out that nobody sees it: `NoticeClosed` says so (`LOST`).
        """

    def withdraw(self, key: str) -> None:
        """Take a notice away; nothing is told of it any more."""

    def poll(self) -> Sequence[NoticeEvent]:
        """What has happened since the last call."""

    def close(self) -> None:
        """Take every notice away, and show no more."""


class Errands(Protocol):
    """Runs HipCoach's own commands beside the window, one after the other."""

    def begin(
        self,
        arguments: Sequence[str],
        then: Callable[[ErrandDone], None],
        step: Callable[[float], None] = ...,
    ) -> int:
        """Run a command when those before it have ended, without asking anything: its number.

        `step` is told which share of it is done, from 0 to 1, `then` what became of it; both
        are called from `poll`.
        """

    def call_off(self, number: int) -> None:
        """End that one, or let it never begin; it changes nothing then, and others go on."""

    def poll(self) -> None:
        """Hand out what was told, in the caller's thread."""

    def close(self) -> None:
        """Begin nothing more; what runs is called off, and nothing is told of it."""


class MediaControls(Protocol):
    """The desktop's media keys and panels, told where to bring what is asked (`MediaWish`)."""

    def show(self, shown: MediaShown | None) -> None:
        """Let a session be seen as it is now; `None`: there is none."""

    def close(self) -> None:
        """Be seen no more."""


class Autostart(Protocol):
    """The switch for a start at login."""

    def state(self) -> AutostartState:
        """What will happen at the next login, looked up now."""

    def switch(self, on: bool) -> None:
        """Turn it on or off; raises KnownError: `unwritable`, `autostart-not-kept`."""
