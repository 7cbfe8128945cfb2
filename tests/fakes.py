"""Stand-ins for the world at the ports, one for each; nothing of our own is faked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from hipcoach.core.autostart import AutostartState
from hipcoach.core.break_log import BreakLogged
from hipcoach.core.corrections import Note, Withdrawal
from hipcoach.core.errand import ErrandDone
from hipcoach.core.errors import KnownError, StoreError
from hipcoach.core.history import BreakSeen, HistoryLog
from hipcoach.core.journal import (
    HOLDS,
    CloseReason,
    EventKind,
    JournalFault,
    SafetyAnswers,
    SegmentDone,
    SessionAnswers,
    SessionClosed,
    SessionEvent,
    SessionOpened,
    SessionRecord,
)
from hipcoach.core.media import MediaShown, MediaWish
from hipcoach.core.notice import (
    Notice,
    NoticeClosed,
    NoticeEnd,
    NoticeEvent,
    NoticePressed,
    NoticeSupport,
    NoticeSupportChanged,
)
from hipcoach.core.plan_log import (
    Clearance,
    NextDayAnswers,
    PlanDecided,
    PracticeRow,
)
from hipcoach.core.presence import Blind, PresenceSample, Sense, Source
from hipcoach.core.span_sums import SpanSums
from hipcoach.ports import (
    Prepared,
    SpeechChanged,
    SpeechEvent,
    SpeechProblem,
    Tone,
    Voice,
    VoiceChoice,
    VoicesKnown,
)
from tests.sums import sums_of

if TYPE_CHECKING:  # there only to be checked
    from hipcoach.ports import Entry, JournalEntry

_SessionRow = TypeVar("_SessionRow", SegmentDone, SessionEvent, SessionClosed, SessionAnswers)
_Row = TypeVar(
    "_Row",
    bound="SessionOpened | SegmentDone | SessionEvent | SessionClosed"
    " | SessionAnswers | JournalEntry",
)


class MemoryJournal:
    """A journal that forgets at the end; `fault`, while it is set, is raised by every call."""

    def __init__(self) -> None:
        self.fault: StoreError | None = None
        self.opened: dict[UUID, SessionOpened] = {}
        self.segments: dict[UUID, SegmentDone] = {}
        self.events: dict[UUID, SessionEvent] = {}
        self.ends: dict[UUID, SessionClosed] = {}
        self.answers: dict[UUID, SessionAnswers] = {}
        self.entries: dict[UUID, JournalEntry] = {}
        self.closed = False
        self.outside = 0
        """How often others have written."""

    def open_session(self, row: SessionOpened) -> None:
        self._append(self.opened, row)

    def add_segment(self, row: SegmentDone) -> None:
        self._append(self.segments, row, of_session=row.session_id)

    def add_event(self, row: SessionEvent) -> None:
        self._append(self.events, row, of_session=row.session_id)

    def close_session(self, row: SessionClosed) -> None:
        self._append(self.ends, row, of_session=row.session_id)

    def add_answers(self, row: SessionAnswers) -> None:
        self._append(self.answers, row, of_session=row.session_id)

    def add(self, row: JournalEntry) -> None:
        self._append(self.entries, row, of_session=getattr(row, "session_id", None))

    def all_of(self, kind: type[Entry], since: datetime | None = None) -> tuple[Entry, ...]:
        self._ask()
        first = None if since is None else _utc(since)
        found = [row for row in self.entries.values() if isinstance(row, kind)]
        late = [row for row in found if first is None or _utc(row.at) >= first]
        return tuple(sorted(late, key=_by_time))

    def newest(self, kind: type[Entry]) -> Entry | None:
        return max(self.all_of(kind), key=_by_time, default=None)

    def practice(self, since: datetime | None = None) -> tuple[PracticeRow, ...]:
        self._ask()
        first = None if since is None else _utc(since)
        closed = {row.session_id for row in self.ends.values()}
        rows: list[SessionClosed | SessionAnswers | Withdrawal] = [
            *self.ends.values(), *self.answers.values(), *self.all_of(Withdrawal),
        ]  # fmt: skip
        late = {row.session_id for row in rows if first is None or _utc(row.at) >= first}
        opened = [row for row in self.opened.values() if row.id in closed & late]
        return tuple(_practice(self._record(row)) for row in sorted(opened, key=_by_time))

    def history(self, since: datetime, until: datetime) -> HistoryLog:
        first, end = _utc(since), _utc(until)

        def between(rows: Iterable[_Row]) -> list[_Row]:
            return [row for row in rows if first <= _utc(row.at) < end]

        return HistoryLog(
            practice=tuple(row for row in self.practice() if first <= _utc(row.at) < end),
            next_day=tuple(between(self.all_of(NextDayAnswers))),
            safety=tuple(between(self.all_of(SafetyAnswers))),
            clearances=self.all_of(Clearance),
            plans=tuple(between(self.all_of(PlanDecided))),
            breaks=tuple(BreakSeen(row.at, row.kind) for row in between(self.all_of(BreakLogged))),
            notes=tuple(row for row in self.all_of(Note) if first.date() <= row.day <= end.date()),
        )

    def sums(self, first: date, last: date) -> SpanSums:
        records = (self._record(row) for row in sorted(self.opened.values(), key=_by_time))
        return sums_of(records, self.all_of(BreakLogged), first, last)

    def unfinished(self) -> SessionRecord | None:
        self._ask()
        closed = {row.session_id for row in self.ends.values()}
        row = _newest(row for row in self.opened.values() if row.id not in closed)
        return None if row is None else self._record(row)

    def sessions(self, since: datetime, until: datetime) -> tuple[SessionRecord, ...]:
        self._ask()
        first, end = _utc(since), _utc(until)
        rows = [row for row in self.opened.values() if first <= _utc(row.at) < end]
        return tuple(self._record(row) for row in sorted(rows, key=_by_time))

    def last_session(self) -> SessionRecord | None:
        self._ask()
        done = {row.session_id for row in self.ends.values()} - self._withdrawn()
        row = _newest(row for row in self.opened.values() if row.id in done)
        return None if row is None else self._record(row)

    def times_done(self) -> Mapping[str, int]:
        gone = self._withdrawn()
        done = {
            (row.exercise, row.session_id)
            for row in self.segments.values()
            if row.completed and row.phase in HOLDS and row.session_id not in gone
        }
        return dict(Counter(exercise for exercise, _ in done))

    def stamp(self) -> str:
        return str(self.outside)

    def close(self) -> None:
        self.closed = True

    def _withdrawn(self) -> set[UUID]:
        newest = {row.session_id: row.withdrawn for row in self.all_of(Withdrawal)}
        return {session for session, gone in newest.items() if gone}

    def _ask(self) -> None:
        if self.fault is not None:
            raise self.fault

    def _append(self, rows: dict[UUID, _Row], row: _Row, of_session: UUID | None = None) -> None:
        self._ask()
        _utc(row.at)
        if of_session is not None and of_session not in self.opened and row.id not in rows:
            raise StoreError(JournalFault.NO_SESSION.value, {"session": str(of_session)})
        rows.setdefault(row.id, row)

    def _record(self, opened: SessionOpened) -> SessionRecord:
        def of_session(rows: Iterable[_SessionRow]) -> list[_SessionRow]:
            return sorted((row for row in rows if row.session_id == opened.id), key=_by_time)

        return SessionRecord(
            opened=opened,
            segments=tuple(of_session(self.segments.values())),
            events=tuple(of_session(self.events.values())),
            closed=_newest(of_session(self.ends.values())),
            answers=_newest(of_session(self.answers.values())),
            withdrawn=opened.id in self._withdrawn(),
        )


def _practice(record: SessionRecord) -> PracticeRow:
    opened, answers = record.opened, record.answers
    return PracticeRow(
        session_id=opened.id,
        at=opened.at,
        routine=opened.routine,
        purpose=opened.purpose.value,
        length_s=opened.length_s,
        held_s=record.held_s,
        completed=record.closed is not None and record.closed.reason is CloseReason.COMPLETED,
        effort=answers.effort if answers else None,
        pain_during=answers.pain_during if answers else None,
        pinch=answers.pinch if answers else None,
        rungs=opened.rungs,
        events=tuple(
            (row.kind, row.exercise, row.amount)
            for row in record.events
            if row.kind in {EventKind.PINCH, EventKind.EASIER}
        ),
        withdrawn=record.withdrawn,
    )


def _by_time(row: _Row) -> tuple[datetime, UUID]:
    return _utc(row.at), row.id


def _newest(rows: Iterable[_Row]) -> _Row | None:
    return max(rows, key=_by_time, default=None)


def _utc(at: datetime) -> datetime:
    # Two times of one zone compare by the clock on the wall, which goes back once a year.
    if at.utcoffset() is None:
        raise ValueError("a naive time has no place in the journal")
    return at.astimezone(UTC)


class FakeClock:
    """A clock that stands until it is told to go on."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)) -> None:
        self._now = now
        self._monotonic = 1000.0
        self._boot = 5000.0
        self._ids = 0

    def advance(self, seconds: float) -> None:
        """Let time pass while the machine is awake."""
        self._monotonic += seconds
        self.suspend(seconds)

    def suspend(self, seconds: float) -> None:
        """Let time pass while the machine sleeps."""
        self._boot += seconds
        self._now += timedelta(seconds=seconds)

    def set_wall(self, now: datetime) -> None:
        """Set the wall clock alone, as a person or a time server may."""
        self._now = now

    def monotonic(self) -> float:
        return self._monotonic

    def boot(self) -> float:
        return self._boot

    def now(self) -> datetime:
        return self._now

    def zone(self) -> str:
        return "Etc/UTC"

    def new_id(self) -> UUID:
        self._ids += 1
        millis = int(self._now.timestamp() * 1000)
        return UUID(int=millis << 80 | 7 << 76 | 2 << 62 | self._ids)


class FakeSpeaker:
    """A voice that speaks at once and in silence.

    `heard` is everything that would have sounded, in order; `sounding` is the last of it
    until `stop`. `fail` takes away the voice or the sound, and gives it back.
    """

    def __init__(self) -> None:
        self.choice = VoiceChoice()
        self.heard: list[str | Tone] = []
        self.sounding: str | Tone | None = None
        self.closed = False
        self._wanted: dict[str, None] = {}
        self._made: set[tuple[str, VoiceChoice]] = set()
        self._events: list[SpeechEvent] = []
        self._problems = SpeechChanged(None, None)
        self._loaded = False
        self._hangs = False

    def hang(self, hangs: bool = True) -> None:
        """From now on nothing that is prepared comes to be known; `False`: it does again."""
        self._hangs = hangs

    def fail(self, voice: SpeechProblem | None = None, sound: SpeechProblem | None = None) -> None:
        """From now on these are the problems; none at all is *all well*."""
        problems = SpeechChanged(voice, sound)
        if problems != self._problems:
            self._problems = problems
            self._events.append(problems)
        if voice is None and self._wanted:
            self._make(self._wanted)

    def choose(self, choice: VoiceChoice) -> None:
        if choice != self.choice:
            self.choice = choice
            self._make(self._wanted)

    def prepare(self, lines: Sequence[str]) -> None:
        if self.closed:
            return
        if not self._loaded and self._problems.voice is None:
            self._loaded = True
            self._events.append(VoicesKnown(self.voices()))
        lines = [line for line in lines if any(map(str.isalnum, line))]
        self._wanted |= dict.fromkeys(lines)
        self._make(lines)

    def voices(self) -> tuple[Voice, ...]:
        return (Voice("en", "English", ("en-GB",)),) if self._loaded else ()

    def length_s(self, line: str) -> float | None:
        if not any(map(str.isalnum, line)):
            return 0.0
        made = (line, self.choice) in self._made
        return _spoken_s(line, self.choice.rate) if made and not self._hangs else None

    def say(self, line: str) -> None:
        if self._problems.voice is None and any(map(str.isalnum, line)):
            self._made.add((line, self.choice))
        self._sound(line if (line, self.choice) in self._made else None)

    def play(self, tone: Tone, volume: int = 100) -> None:
        assert 0 <= volume <= 100
        self._sound(tone)

    def stop(self) -> None:
        self.sounding = None

    def poll(self) -> Sequence[SpeechEvent]:
        events, self._events = self._events, []
        return events

    def close(self) -> None:
        self.closed = True
        self.sounding = None

    def _make(self, lines: Iterable[str]) -> None:
        if self._problems.voice is not None:
            return
        for line in lines:
            self._made.add((line, self.choice))
            self._events.append(Prepared(line, _spoken_s(line, self.choice.rate)))

    def _sound(self, what: str | Tone | None) -> None:
        self.sounding = None
        if what is not None and not self.closed and self._problems.sound is None:
            self.heard.append(what)
            self.sounding = what


def _spoken_s(line: str, rate: int) -> float:
    return len(line.split()) / 2.5 * 150 / rate + 0.4


class FakeScreenAwake:
    """A screen that notes whether it is kept awake; `grants` says whether it can be."""

    def __init__(self, *, grants: bool = True) -> None:
        self.grants = grants
        self.held = False

    def hold(self) -> bool:
        self.held = self.grants
        return self.grants

    def release(self) -> None:
        self.held = False


class FakeNotifier:
    """A desktop that shows notices; the test presses what is on them.

    `shown` is what is seen now, by key; `use` takes the server away, or brings another one.
    """

    def __init__(self) -> None:
        self.shown: dict[str, Notice] = {}
        self._support = NoticeSupport("Stand-in", 99)
        self._events: list[NoticeEvent] = []

    def press(self, key: str, button: str, token: str = "") -> None:
        """Press a button of a notice that is shown, or the notice itself."""
        notice = self.shown[key]
        assert button in {notice.click, *(one.key for one in notice.buttons)}
        if not notice.resident:
            del self.shown[key]
        self._events.append(NoticePressed(key, button, token))

    def end(self, key: str, end: NoticeEnd) -> None:
        """Let a notice go."""
        del self.shown[key]
        self._events.append(NoticeClosed(key, end))

    def use(self, support: NoticeSupport) -> None:
        """From now on this is possible; what was shown is lost with its server."""
        if support != self._support:
            self._support = support
            self._events.append(NoticeSupportChanged(support))
        for key in tuple(self.shown):
            self.end(key, NoticeEnd.LOST)

    def support(self) -> NoticeSupport:
        return self._support

    def show(self, notice: Notice) -> bool:
        self.shown.pop(notice.key, None)
        if not self._support.server or (notice.buttons and not self._support.buttons):
            return False
        self.shown[notice.key] = notice
        return True

    def withdraw(self, key: str) -> None:
        self.shown.pop(key, None)

    def poll(self) -> Sequence[NoticeEvent]:
        events, self._events = self._events, []
        return events

    def close(self) -> None:
        self.shown.clear()
        self._events.clear()
        self._support = NoticeSupport()


class FakeErrands:
    """Somebody who runs commands when told to: `begun` are those that were asked for, in order."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, ...]] = []
        self.called_off = 0
        self._waiting: dict[int, tuple[Callable[[ErrandDone], None], Callable[[float], None]]] = {}

    def begin(
        self,
        arguments: Sequence[str],
        then: Callable[[ErrandDone], None],
        step: Callable[[float], None] = lambda _share: None,
    ) -> int:
        self.begun.append(tuple(arguments))
        self._waiting[len(self.begun)] = then, step
        return len(self.begun)

    def step(self, share: float) -> None:
        """Let the first that waits be so far."""
        self._waiting[min(self._waiting)][1](share)

    def end(
        self, said: str = "", status: int = 0, trouble: str = "", *, called_off: bool = False
    ) -> None:
        """Let the first that waits be done."""
        then, _step = self._waiting.pop(min(self._waiting))
        then(ErrandDone(status, said, trouble, called_off))

    def call_off(self, number: int) -> None:
        self.called_off += 1
        if number in self._waiting:
            self._waiting.pop(number)[0](ErrandDone(1, "", called_off=True))

    def poll(self) -> None:
        """What was told has been handed out already."""

    def close(self) -> None:
        self._waiting.clear()


class FakeMediaControls:
    """A panel of the desktop's; `shown` is what is seen on it."""

    def __init__(self, asked: Callable[[MediaWish], None]) -> None:
        self.press = asked
        self.shown: MediaShown | None = None

    def show(self, shown: MediaShown | None) -> None:
        self.shown = shown

    def close(self) -> None:
        self.shown = None


class FakeAutostart:
    """A switch for a start at login; `found` is what is there, `keeps` whether it may change."""

    def __init__(self) -> None:
        self.found = AutostartState.OFF
        self.keeps = True

    def state(self) -> AutostartState:
        return self.found

    def switch(self, on: bool) -> None:
        if not self.keeps:
            raise KnownError("unwritable", {"path": "autostart"})
        self.found = AutostartState.ON if on else AutostartState.OFF


class FakeKeys:
    """A keyboard that types by the clock; whoever waits for it lets the time pass.

    `at` says what happens so many seconds after now: a key, or anything else that is called.
    """

    LONGEST_S = 3600.0

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._start_s = clock.monotonic()
        self._script: list[tuple[float, str | Callable[[], object]]] = []

    def at(self, seconds: float, *happens: str | Callable[[], object]) -> None:
        """Let this happen, one after the other, so many seconds after the start."""
        self._script += [(self._start_s + seconds, one) for one in happens]
        self._script.sort(key=lambda entry: entry[0])

    def wait(self, timeout_s: float) -> str:
        assert self._clock.monotonic() - self._start_s < self.LONGEST_S, "nobody presses a key"
        # A wait that takes no time at all would never end.
        until_s = self._clock.monotonic() + max(timeout_s, 0.001)
        at_s, happens = self._script[0] if self._script else (until_s + 1, "")
        self._clock.advance(max(0.0, min(at_s, until_s) - self._clock.monotonic()))
        if at_s > until_s:
            return ""
        del self._script[0]
        if isinstance(happens, str):
            return happens
        happens()
        return ""


class FakePresence:
    """A desktop that tells what it is told to tell.

    `now` is the next sample; `blind` says what can't be known, and why. It counts the samples
    that were taken, and whether it runs.
    """

    def __init__(self) -> None:
        self.now = PresenceSample(idle_s=0.0, locked=False)
        self.blind: dict[Sense, Blind] = {}
        self.running = False
        self.samples = 0

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    def sample(self) -> PresenceSample:
        self.samples += 1
        if not self.running:
            return PresenceSample()
        guards = self.now.guards - frozenset(self.blind)
        return PresenceSample(
            None if Sense.IDLE in self.blind else self.now.idle_s,
            None if Sense.LOCK in self.blind else self.now.locked,
            guards,
        )

    def sources(self) -> tuple[Source, ...]:
        return tuple(Source(sense, "fake", self.blind.get(sense)) for sense in Sense)


class FakeStateKeeper:
    """A drawer for one text; `kept` is what lies in it, `writes` counts how often it changed."""

    def __init__(self, kept: str | None = None) -> None:
        self.kept = kept
        self.aside: str | None = None
        self.writes = 0

    def read(self) -> str | None:
        return self.kept

    def write(self, text: str) -> None:
        self.kept = text
        self.writes += 1

    def set_aside(self) -> str:
        self.aside, self.kept = self.kept, None
        return "state.json.bad-1"
