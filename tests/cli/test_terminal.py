"""A session followed in the terminal, on a fake machine that needs no time."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from threading import Event

import pytest

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.session import GuidedSession
from hipcoach.app.session_log import SessionLog, write_row
from hipcoach.app.session_plan import SoundChoice
from hipcoach.bootstrap import TerminalParts
from hipcoach.cli.terminal import TerminalPlayer
from hipcoach.core.errors import StoreError
from hipcoach.core.journal import CloseReason, EventKind, SessionRecord, Shell
from hipcoach.core.timeline import Phase
from hipcoach.ports import SpeechProblem, Tone
from hipcoach.system.keyboard import NoKeys
from tests.app.practice import plan
from tests.fakes import FakeClock, FakeKeys, FakeSpeaker, MemoryJournal

EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
PATIENCE_S = 10.0
EFFORT, PAIN, PINCH = "How hard was it", "Any pain while you practised", "Did it pinch"
AFTER = 200.0
"""Seconds after which the session is over, whatever was asked of it."""


class Terminal:
    """One session in a terminal that somebody sits at."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.watched = False
        self.clock = FakeClock()
        self.keys = FakeKeys(self.clock)
        self.speaker = FakeSpeaker()
        self.journal = MemoryJournal()
        self.bell = Event()
        self.worker = JournalWorker(lambda: self.journal, self.bell.set)
        self.told: tuple[str, ...] = ()
        self.sound = SoundChoice()
        self.rung: int | None = None
        self.err = ""
        self.raw = ""

    def follow(self, keys: NoKeys | None = None) -> tuple[int, str]:
        """The status, and everything that was printed as lines."""
        made = GuidedSession(
            plan(rung=self.rung),
            self.clock,
            self.speaker,
            SessionLog(
                lambda row: self.worker.write(lambda journal: write_row(journal, row)), self.clock
            ),
            shell=Shell.TERMINAL,
            sound=self.sound,
        )
        self.worker.start()
        self.session = made
        self._monkeypatch.setattr(sys.stdout, "isatty", lambda: self.watched)
        parts = TerminalParts(made, self.speaker, self.worker, self.clock, self.told)
        status = TerminalPlayer(parts, keys or self.keys).run()
        told = self._capsys.readouterr()
        self.err = told.err
        self.raw = told.out
        # What was wiped or written over is not what stays on the screen.
        kept = re.sub(r"[^\n]*\r\x1b\[K|\r[^\n]*\r", "", told.out)
        return status, kept

    @property
    def record(self) -> SessionRecord:
        (only,) = self.journal.sessions(*EVER)
        return only

    @property
    def ended(self) -> CloseReason | None:
        return self.record.closed.reason if self.record.closed else None

    def lose_the_journal(self) -> None:
        self.journal.fault = StoreError("disk-full", {"path": "journal.sqlite"})

    def wait_for_the_worker(self) -> None:
        assert self.bell.wait(PATIENCE_S)
        self.bell.clear()

    def pause(self) -> None:
        self.session.pause()

    def find_the_journal(self) -> None:
        self.journal.fault = None


@pytest.fixture
def piped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Terminal]:
    """A session whose lines go into a file."""
    made = Terminal(capsys, monkeypatch)
    yield made
    made.find_the_journal()
    made.worker.close(PATIENCE_S)


@pytest.fixture
def terminal(piped: Terminal) -> Terminal:
    """A session that somebody watches."""
    piped.watched = True
    return piped


def test_a_whole_routine_is_led_from_the_first_line_to_the_thanks(terminal: Terminal) -> None:
    terminal.keys.at(AFTER, "3", "0", "n")
    status, out = terminal.follow()

    assert 0 == status
    assert out.startswith("\nDesk reset · ")
    assert CloseReason.COMPLETED is terminal.ended
    words = terminal.session.plan.wording.words
    spoken = [words(cue.text) for cue in terminal.session.player.timeline.cues if words(cue.text)]
    heard = [line for line in terminal.speaker.heard if not isinstance(line, Tone)]
    assert spoken == [line for line in heard if not line.startswith((EFFORT, PAIN, PINCH))]
    places = [out.index(line) for line in (EFFORT, PAIN, PINCH, "Thank you.")]
    assert sorted(places) == places


def test_every_caption_is_a_line(terminal: Terminal) -> None:
    terminal.keys.at(AFTER, "space", "space", "space")
    _, out = terminal.follow()

    words = terminal.session.plan.wording.words
    sides = [line.partition(" · ")[2] for line in out.splitlines() if line.startswith("Standing")]
    assert ["Right", "Left"] == sides
    cues = terminal.session.player.timeline.cues
    marks = {"safety": "! ", "setup": "  ", "intent": "  ", "halfway": "  "}
    lines = [marks[cue.kind] + words(cue.text) for cue in cues if cue.kind in marks]
    assert lines == [line for line in out.splitlines() if line in lines]


def test_a_narrow_terminal_breaks_no_word(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    terminal.keys.at(AFTER, "space", "space", "space")
    _, out = terminal.follow()

    assert 30 >= max(map(len, out.splitlines()))
    assert "  Hands on the desk. Right\n  foot one short step back.\n" in out


def test_the_count_is_written_once_a_second_and_not_at_every_look(terminal: Terminal) -> None:
    terminal.keys.at(AFTER, "space", "space", "space")
    terminal.follow()

    counts = re.findall(r"\r(  Hold · [^\r]*)(?=\r)", terminal.raw)
    assert 60 <= len(counts) <= 140


def test_what_is_to_be_said_first_comes_before_the_session(terminal: Terminal) -> None:
    terminal.told = ("It is no medical device.", "Speed is now 150.")
    terminal.keys.at(AFTER, "space", "space", "space")
    _, out = terminal.follow()
    assert out.startswith("\nIt is no medical device.\nSpeed is now 150.\n")


def test_a_pause_costs_nothing_but_the_count_back_in(terminal: Terminal) -> None:
    terminal.keys.at(30, "space")
    terminal.keys.at(90, "space")
    terminal.keys.at(AFTER, "space", "space", "space")
    _, out = terminal.follow()

    assert "Paused. Space goes on." in out
    kinds = [event.kind for event in terminal.record.events]
    assert [EventKind.PAUSED, EventKind.RESUMED] == kinds
    closed = terminal.record.closed
    assert closed is not None
    lasted = (closed.at - terminal.record.opened.at).total_seconds()
    assert terminal.session.player.timeline.length_s + 63 == pytest.approx(lasted, abs=0.2)


def test_escape_asks_and_yes_stops(terminal: Terminal) -> None:
    terminal.keys.at(30, "escape")
    terminal.keys.at(500, "y")
    terminal.keys.at(501, "5", "1", "n")
    status, out = terminal.follow()

    assert 0 == status
    assert "Stop here? What you did is kept. Y stops, Space goes on." in out
    assert CloseReason.STOPPED is terminal.ended
    assert all(row.completed for row in terminal.record.segments[:-1])
    assert not terminal.record.segments[-1].completed
    assert [5] == [row.effort for row in terminal.journal.answers.values()]


@pytest.mark.parametrize("key", ["space", "n", "escape"])
def test_any_other_answer_goes_on(terminal: Terminal, key: str) -> None:
    terminal.keys.at(30, "q")
    terminal.keys.at(60, key)
    terminal.keys.at(AFTER, "space", "space", "space")
    terminal.follow()

    assert CloseReason.COMPLETED is terminal.ended


def test_who_stops_before_the_first_hold_is_asked_nothing(terminal: Terminal) -> None:
    terminal.keys.at(3, "escape", "y")
    status, out = terminal.follow()

    assert 0 == status
    assert CloseReason.STOPPED is terminal.ended
    assert EFFORT not in out
    assert {} == terminal.journal.answers


def test_an_interrupt_stops_and_keeps_what_was_done(terminal: Terminal) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    terminal.keys.at(30, interrupt)
    terminal.keys.at(31, "space", "space", "space")
    status, _ = terminal.follow()

    assert 0 == status
    assert CloseReason.STOPPED is terminal.ended
    assert terminal.record.segments


@pytest.mark.parametrize("at_s", [30, AFTER])
def test_a_terminal_that_goes_away_keeps_what_was_done(terminal: Terminal, at_s: float) -> None:
    def gone() -> None:
        raise EOFError

    terminal.keys.at(at_s, gone)
    status, _ = terminal.follow()

    assert 0 == status
    assert (CloseReason.COMPLETED if at_s == AFTER else CloseReason.STOPPED) is terminal.ended
    assert {} == terminal.journal.answers


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("p", EventKind.PINCH),
        ("P", EventKind.PINCH),
        ("-", EventKind.EASIER),
        ("right", EventKind.SKIPPED),
        ("page-down", EventKind.SKIPPED),
        ("left", EventKind.RESTARTED),
        ("page-up", EventKind.RESTARTED),
        ("s", EventKind.SWAPPED),
        ("]", EventKind.LENGTHENED),
        ("+", EventKind.LENGTHENED),
        ("[", EventKind.LENGTHENED),
        (".", EventKind.PAUSED),
        ("f5", EventKind.PAUSED),
    ],
)
def test_a_key_does_what_it_says_and_the_journal_knows(
    terminal: Terminal, key: str, kind: EventKind
) -> None:
    terminal.rung = 3
    terminal.keys.at(30, key)
    if kind is EventKind.PAUSED:
        terminal.keys.at(31, key)
    terminal.keys.at(AFTER, "space", "space", "space")
    terminal.follow()

    assert kind is terminal.record.events[0].kind
    assert CloseReason.COMPLETED is terminal.ended


def test_a_pinch_eases_the_exercise_at_once(terminal: Terminal) -> None:
    terminal.rung = 3
    terminal.keys.at(30, "p")
    terminal.keys.at(AFTER, "space", "space", "space")
    terminal.follow()

    rungs = [row.rung for row in terminal.record.segments if row.phase == Phase.WORK]
    assert 3 not in rungs[1:]
    assert 2 == rungs[-1]


def test_a_key_that_means_nothing_does_nothing(terminal: Terminal) -> None:
    terminal.keys.at(30, "x", "tab", "ß", "f")
    terminal.keys.at(AFTER, "space", "space", "space")
    terminal.follow()
    assert () == terminal.record.events


def test_the_volume_is_told(terminal: Terminal) -> None:
    terminal.keys.at(30, "down", "down", "up")
    terminal.keys.at(AFTER, "space", "space", "space")
    _, out = terminal.follow()

    assert ["90", "80", "90"] == re.findall(r"^Voice volume (\d+)$", out, re.MULTILINE)
    assert 90 == terminal.speaker.choice.volume


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (("7", "t", "y"), (7, 10, True)),
        (("0", "0", "n"), (0, 0, False)),
        (("space", "space", "space"), (None, None, None)),
        (("x", "9", "escape"), (None, 9, None)),
    ],
)
def test_answers_are_kept_and_no_answer_is_no_zero(
    terminal: Terminal,
    keys: tuple[str, str, str],
    answers: tuple[int | None, int | None, bool | None],
) -> None:
    terminal.keys.at(AFTER, *keys)
    terminal.follow()

    (row,) = terminal.journal.answers.values()
    assert answers == (row.effort, row.pain_during, row.pinch)


def test_questions_are_spoken_only_where_the_session_was(terminal: Terminal) -> None:
    terminal.sound = SoundChoice(voice=False)
    terminal.keys.at(AFTER, "1", "2", "y")
    _, out = terminal.follow()

    assert EFFORT in out
    assert not [line for line in terminal.speaker.heard if not isinstance(line, Tone)]


def test_where_nobody_looks_nothing_is_asked(piped: Terminal) -> None:
    status, out = piped.follow()

    assert 0 == status
    assert EFFORT not in out
    assert "\r" not in out
    assert CloseReason.COMPLETED is piped.ended
    assert {} == piped.journal.answers


def test_where_nobody_can_type_nothing_is_asked(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = NoKeys()
    monkeypatch.setattr(nobody, "wait", terminal.keys.wait)
    status, out = terminal.follow(nobody)

    assert 0 == status
    assert EFFORT not in out


def test_a_voice_that_is_lost_is_told_once_and_the_session_goes_on(terminal: Terminal) -> None:
    terminal.keys.at(20, lambda: terminal.speaker.fail(sound=SpeechProblem.NO_SOUND))
    terminal.keys.at(AFTER, "space", "space", "space")
    status, out = terminal.follow()

    assert 0 == status
    assert 1 == out.count("(No sound can be played; follow the captions.")
    assert CloseReason.COMPLETED is terminal.ended


def in_turn(terminal: Terminal, *steps: tuple[float, Callable[[], object]]) -> None:
    for at_s, step in steps:
        terminal.keys.at(at_s, step)


def test_a_journal_that_fails_is_told_and_so_is_its_return(terminal: Terminal) -> None:
    in_turn(
        terminal,
        (30, terminal.lose_the_journal),
        (30, terminal.pause),
        (30, terminal.wait_for_the_worker),
        (32, terminal.find_the_journal),
    )
    terminal.keys.at(32, "space", terminal.wait_for_the_worker)
    terminal.keys.at(AFTER, "space", "space", "space")
    status, out = terminal.follow()

    assert 0 == status
    assert 1 == out.count("This session can't be saved just now.")
    assert 1 == out.count("Saved again.")
    kinds = [event.kind for event in terminal.record.events]
    assert [EventKind.PAUSED, EventKind.RESUMED] == kinds


def test_a_journal_that_stays_lost_ends_with_a_sentence_and_a_status(terminal: Terminal) -> None:
    in_turn(
        terminal,
        (30, terminal.lose_the_journal),
        (30, terminal.pause),
        (30, terminal.wait_for_the_worker),
    )
    terminal.keys.at(40, "space")
    terminal.keys.at(AFTER, "space", "space", "space")
    status, out = terminal.follow()

    assert 1 == status
    assert "This session can't be saved just now." in out
    assert "Saved again." not in out
    assert (
        "hipcoach: The disk with the journal journal.sqlite is full;"
        " free some room and try again.\n"
    ) == terminal.err
