"""Breaks as they are offered: a notice on the desktop, or a window of our own, and its answers.

What was decided is written down here, too. Journal and content are asked when a break is due
and not before: in the tray there is neither.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.app.break_desk import BreakDesk, logged
from hipcoach.app.break_showing import BREAK, MEETING, SECOND_SNOOZE, BreakShowing
from hipcoach.app.break_snapshots import OfferSnapshot
from hipcoach.app.phrases import breaks as phrases
from hipcoach.core.break_log import BreakLogged
from hipcoach.core.breaks import (
    BreakSettings,
    Command,
    Event,
    EventKind,
    MeetingFor,
    Order,
    Refusal,
    Snooze,
    Standing,
)
from hipcoach.core.notice import NoticeClosed, NoticeEnd, NoticePressed
from hipcoach.ports import Clock, ContentSource, Journal, Notifier

if TYPE_CHECKING:
    from hipcoach.app.journal_worker import JournalWorker

START, SKIP = "start", "skip"
SNOOZES: Final = {"snooze-5": 5, SECOND_SNOOZE: 15}
"""Minutes by the key of their button."""
STILL, OVER = "still", "over"
MORE_MEETING_S: Final = 1800.0
COMMANDS: Final[Mapping[str, Command]] = {
    START: Order.START,
    SKIP: Order.SKIP,
    STILL: MeetingFor(MORE_MEETING_S),
    OVER: Order.END_MEETING,
    **{key: Snooze(minutes * 60.0) for key, minutes in SNOOZES.items()},
}
"""What each button asks for."""
ENDS_BREAK: Final = frozenset(
    {
        EventKind.TAKEN,
        EventKind.CUT_SHORT,
        EventKind.SKIPPED,
        EventKind.SATISFIED,
        EventKind.MISSED,
    }
)
ENDS_RUN: Final = frozenset({EventKind.TAKEN, EventKind.CUT_SHORT, EventKind.SATISFIED})
"""What becomes of a break that was running when HipCoach ended."""
ENDS_OFFER: Final = frozenset(EventKind) - {EventKind.NOTICE, EventKind.DUE, EventKind.REFUSED}


class BreakOffers(QObject):
    """Offers what is due, and does what is answered."""

    offerChanged = Signal(object)
    """An `OfferSnapshot` for a window of our own, or `None`: there is none to show any more."""
    breakBegun = Signal(str)
    """The id of the routine to lead through; empty: a walk, of which nothing is shown."""
    otherHeard = Signal(object)
    """What became of a notice of somebody else's: a `NoticePressed` or a `NoticeClosed`."""
    refused = Signal(str)
    """Why an answer could not be followed, in a sentence."""

    def __init__(
        self,
        desk: BreakDesk,
        notifier: Notifier,
        worker: JournalWorker,
        clock: Clock,
        content: Callable[[], ContentSource],
    ) -> None:
        """`content` gives all that can be done; it is asked when a break is due."""
        super().__init__()
        self._desk = desk
        self._notifier = notifier
        self._worker = worker
        self._clock = clock
        self._content = content
        self._routine: str | None = None
        """Of the break in hand; empty: a walk; `None`: nobody has asked yet."""
        self._showing = BreakShowing(desk, notifier)
        self._showing.windowChanged.connect(self.offerChanged)
        self._own = False
        """Whether a break has begun in this run, or what ended before it is known to be closed."""
        self._walk = QTimer(self)
        self._walk.setSingleShot(True)
        self._walk.timeout.connect(lambda: desk.finish(desk.settings.break_s))
        desk.happened.connect(self._heed)
        desk.meetingOver.connect(self._ask_about_meeting)

    def poll(self) -> None:
        """Take in what was pressed on a notice, and what became of it."""
        for event in self._notifier.poll():
            match event:
                case NoticePressed(key, button) if key in {BREAK, MEETING}:
                    self.press(button)
                case NoticePressed():
                    self.otherHeard.emit(event)
                case NoticeClosed(key) if key not in {BREAK, MEETING}:
                    self.otherHeard.emit(event)
                case NoticeClosed(key, NoticeEnd.LOST):
                    self._showing.lose(key)

    def press(self, key: str) -> None:
        """Do what a button stands for."""
        if key in {STILL, OVER}:
            self._showing.withdraw()
        if key in COMMANDS:
            self.order(COMMANDS[key])

    def order(self, command: Command) -> Refusal | None:
        """Do what is asked for; why not, where it can't be done."""
        why = self._desk.tell(command)
        if why is not None:
            self.refused.emit(phrases.refusal_words(why))
        return why

    def take_up(self) -> None:
        """Show again what stood open when HipCoach ended: nothing falls due a second time."""
        if self._desk.snapshot.standing is Standing.OFFERED:
            self._prepare(self._show_offer)

    def begin_now(self) -> None:
        """Begin a break, whatever the hours, pauses and guards."""
        self._prepare(lambda: self.order(Order.BREAK_NOW))

    def finish(self, done_s: float) -> None:
        """The break that was led through is over, after so many seconds."""
        self._desk.finish(done_s)

    def close(self) -> None:
        """Offer nothing any more."""
        self._walk.stop()
        self._showing.withdraw()

    def _heed(self, event: Event) -> None:
        if event.kind in ENDS_OFFER:
            self._showing.withdraw()
        match event.kind:
            case EventKind.NOTICE:
                self._showing.announce()
            case EventKind.DUE:
                self._prepare(self._show_offer)
            case EventKind.STARTED if self._routine is None:
                self._prepare(self._begin)
            case EventKind.STARTED:
                self._begin()
        if event.kind in ENDS_BREAK:
            self._routine = None
        self._close_broken_off(event.kind)
        # Last, since whose turn it is was asked before this break counted.
        self._log(event)

    def _close_broken_off(self, kind: EventKind) -> None:
        """Close the session of a break that ended with the program: nobody goes on with it."""
        if self._own or kind not in ENDS_RUN:
            self._own = self._own or kind is EventKind.STARTED
            return
        self._own = True
        self._worker.write(lambda journal: close_broken_off(journal, self._clock))

    def _log(self, event: Event) -> None:
        row = BreakLogged(
            self._clock.new_id(),
            event.at,
            *logged(event),
            in_force(self._desk.settings),
        )
        self._worker.write(lambda journal: journal.add(row))

    def _prepare(self, then: Any) -> None:
        """Find out which routine it is to be, and go on; unread, it is the first of them."""

        def known(found: tuple[bool, str]) -> None:
            stopped, routine = found
            self._routine = "" if stopped else routine
            then()

        chosen = self._desk.choices.routine
        self._worker.read(
            lambda journal: _routine(journal, self._clock, self._content(), chosen),
            known,
            lambda _error: known((False, chosen or BY_DEFAULT)),
        )

    def _show_offer(self) -> None:
        status = self._desk.status
        if status is None or status.standing is not Standing.OFFERED:
            return  # it was taken back while the journal was read
        stopped = not self._routine
        keys = [(START, phrases.start_words(stopped=stopped))]
        if status.can_snooze:
            keys += [(key, phrases.snooze_words(minutes)) for key, minutes in SNOOZES.items()]
        keys.append((SKIP, phrases.skip_words()))
        text = phrases.offer_text(*self._named(), stopped=stopped)
        self._showing.show(
            BREAK, OfferSnapshot(phrases.offer_title(stopped=stopped), text, tuple(keys))
        )

    def _named(self) -> tuple[str, str]:
        """Name and length of the routine that is offered."""
        if not self._routine:
            return "", ""
        from hipcoach.app.lengths import lengths_of
        from hipcoach.app.phrases.lengths import length_words
        from hipcoach.core.compile import CompileOptions, compile_timeline

        # As the card of the Today page, without all that makes a card.
        content = self._content().programme(self._routine)
        routine, wording = content.routines[self._routine], content.wording
        lengths, options = lengths_of(wording), CompileOptions()
        timeline = compile_timeline(routine, content.exercises, lengths, options)
        return wording.routines[self._routine].name, length_words(timeline.length_s)

    def _ask_about_meeting(self) -> None:
        title, text = phrases.meeting_over_words()
        keys = ((STILL, phrases.still_meeting_words()), (OVER, phrases.meeting_ended_words()))
        self._showing.show(MEETING, OfferSnapshot(title, text, keys))

    def _begin(self) -> None:
        if self._desk.snapshot.standing is not Standing.RUNNING:
            return  # it was over while the journal was read
        if not self._routine:
            self._walk.start(round(self._desk.settings.break_s * 1000))
        self.breakBegun.emit(self._routine)


BY_DEFAULT: Final = "desk-reset"
"""The routine of a break where nothing is known."""


def in_force(settings: BreakSettings) -> tuple[tuple[str, int | str], ...]:
    """The settings that are not the usual ones, as the journal keeps them."""
    usual = BreakSettings().table()
    return tuple(
        (name, found if isinstance(found, int) else json.dumps(found))
        for name, found in sorted(settings.table().items())
        if found != usual[name]
    )


def close_broken_off(journal: Journal, clock: Clock) -> None:
    """Close sessions of breaks that were never closed; one that is practice stays open."""
    from hipcoach.core.journal import CloseReason, Purpose, SessionClosed

    while (record := journal.unfinished()) and record.opened.purpose is Purpose.BREAK:
        reason = CloseReason.UNFINISHED
        row = SessionClosed(clock.new_id(), record.opened.id, clock.now(), reason)
        journal.close_session(row)


def _routine(
    journal: Journal, clock: Clock, content: ContentSource, chosen: str
) -> tuple[bool, str]:
    """(Whether stretching is stopped, the routine of the next break)."""
    from hipcoach.app.plan_book import read_plan
    from hipcoach.core.break_turns import break_routine

    known = read_plan(journal, clock.now())
    done = sum(row.kind == EventKind.STARTED.value for row in journal.all_of(BreakLogged))
    return known.stop is not None, break_routine(chosen, done, content.programme, known.about)
