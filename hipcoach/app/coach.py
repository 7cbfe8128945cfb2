"""The journeys through the window: today, a session, how it felt, and back.

What a session is made of is imported when one begins: the first picture comes sooner.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from hipcoach.app.history_desk import HistoryDesk
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.known import Known, read_known
from hipcoach.app.outside import Outside
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.safety import blocked_words
from hipcoach.app.plan_desk import PlanDesk
from hipcoach.app.self_check import SelfCheckDesk
from hipcoach.app.session_maker import SessionMaker
from hipcoach.core.errors import KnownError
from hipcoach.core.settings import Settings
from hipcoach.ports import Clock, ContentSource, ScreenAwake, Speaker

if TYPE_CHECKING:
    from hipcoach.app.plan_book import PlanKnown
    from hipcoach.app.session_controller import SessionController


class Coach(QObject):
    """Knows what was done and what may be done, and opens sessions."""

    todayChanged = Signal(object)
    """A TodaySnapshot."""
    sessionOpened = Signal(object)
    """A SessionController, not begun yet."""
    sessionEnded = Signal(object)
    """The CloseReason."""
    safetyNeeded = Signal()
    """The questions before the first session have to be answered."""
    stopped = Signal()
    """Something was asked for that waits for a clearance."""
    troubleChanged = Signal(str)
    """What is wrong, in a sentence; empty: nothing."""

    def __init__(
        self,
        content: ContentSource,
        clock: Clock,
        worker: JournalWorker,
        awake: ScreenAwake,
        speaker: Callable[[], Speaker],
        settings: Settings,
        *,
        moving: Callable[[Settings], bool],
    ) -> None:
        super().__init__()
        self.settings = settings
        self.self_check = SelfCheckDesk(content, clock, worker)
        self.plan = PlanDesk(content, clock, worker)
        self.plan.changed.connect(self.look)
        self.outside = Outside(worker)
        # After a session it is looked anyway.
        self.outside.changed.connect(lambda: None if self.running else self.look())
        self.history = HistoryDesk(content, clock, worker, self.plan)
        self._content = content
        self._clock = clock
        self._worker = worker
        self._maker = SessionMaker(content, clock, worker, awake, speaker, moving)
        self._known: Known | None = None
        self._wanted: Callable[[], None] | None = None
        """What waits for the journal, or for the questions before the first session."""
        self._controller: SessionController | None = None
        self._told = ""
        """What is said to be wrong at the moment."""
        self._failed = False
        """Whether that is the journal."""

    @property
    def running(self) -> bool:
        """Whether a session is open."""
        return self._controller is not None

    @property
    def flags(self) -> tuple[str, ...] | None:
        """The red flags that still hold; `None` where the questions were never answered."""
        if self._known is None or self._known.safety is None:
            return None
        return self._known.stop.flags if self._known.stop else ()

    def look(self) -> None:
        """Ask the journal what was done; the Today page follows."""
        now, before = self._clock.now(), self._known
        self._worker.read(
            lambda journal: read_known(journal, now, before), self._learn, self._learn_nothing
        )
        self.self_check.look()

    def heed(self) -> None:
        """Take in what the journal has to say: answers, and whether rows can be written.

        That they can't be is said after a session; in it the session itself says so.
        """
        self._worker.poll()
        problem = self._worker.problem
        if self.running or (problem is None) is not self._failed:
            return
        if problem is None:
            self.look()
        else:
            self._failed = True
            self._tell(error_words(problem))

    def forget_wish(self) -> None:
        """Nothing waits any longer for the questions before the first session."""
        if self._known is not None:
            self._wanted = None

    def start(self, routine: str, *, is_break: bool = False) -> None:
        """Open a session of a routine, as soon as that may be; for practice, or for a break."""
        self._when_allowed(
            lambda: self._open(
                lambda known, done: self._maker.fresh(
                    routine, self.settings, known, done, is_break=is_break
                )
            )
        )

    def resume(self) -> None:
        """Go on with the session that broke off."""
        record = self._known.unfinished if self._known else None
        if record is not None:
            self._when_allowed(
                lambda: self._open(
                    lambda known, done: self._maker.resumed(record, self.settings, known, done)
                )
            )

    def close_unfinished(self) -> None:
        """Leave the session that broke off as it is."""
        record = self._known.unfinished if self._known else None
        if record is not None:
            from hipcoach.core.journal import CloseReason, SessionClosed

            reason = CloseReason.UNFINISHED
            row = SessionClosed(self._clock.new_id(), record.opened.id, self._clock.now(), reason)
            self._worker.write(lambda journal: journal.close_session(row))
            self.look()

    def answer_safety(self, flags: tuple[str, ...]) -> None:
        """Keep what applies of the red flags; what waited for it goes on if nothing does."""
        from hipcoach.core.journal import SafetyAnswers

        row = SafetyAnswers(self._clock.new_id(), self._clock.now(), flags)
        self._worker.write(lambda journal: journal.add(row))
        self._known = replace(self._known or Known(), safety=row)
        # What can't be written now holds all the same, so nobody waits for the journal.
        self._go_ahead()
        self.look()

    def answer(self, effort: int | None, pain_during: int | None, pinch: bool | None) -> None:
        """Keep how the last session felt."""
        if self._controller is not None:
            self._controller.session.answer(effort=effort, pain_during=pain_during, pinch=pinch)
        self.leave()

    def pause(self) -> None:
        """The person has gone: what runs stands still."""
        if self._controller is not None:
            self._controller.pause()

    def leave(self) -> None:
        """Done with the last session, if there was one."""
        if self._controller is not None:
            self._controller.deleteLater()
            self._controller = None
            self.look()
            self.heed()

    def _when_allowed(self, wanted: Callable[[], None]) -> None:
        """Do it now, or after the journal was read, or after the questions were answered."""
        if self.running:
            return
        if self._known is None:
            self._wanted = wanted
        elif self._known.safety is None:
            self._wanted = wanted
            self.safetyNeeded.emit()
        elif self._known.stop is not None:
            self.stopped.emit()
        else:
            wanted()

    def _learn(self, known: Any) -> None:
        first = self._known is None
        answered = self._known.safety if self._known else None
        if answered is not None and (known.safety is None or known.safety.at < answered.at):
            # The journal was read before that was written.
            known = replace(known, safety=answered)
        self._known = known
        self.plan.learn(known.plan)
        self._failed = False
        self._tell("")
        if known.safety is None and first and self._wanted is None:
            self.safetyNeeded.emit()
        self._go_ahead()

    def _learn_nothing(self, error: Any) -> None:
        """The journal can't be read: practise all the same, and say what is wrong."""
        self._known = self._known or Known()
        self.plan.learn(self._known.plan)
        self._failed = True
        self._tell(error_words(error))
        self._go_ahead()

    def _go_ahead(self) -> None:
        """Begin what has waited; where nothing runs then, show what there is to do.

        Today is looked at after a session: to read all content now would hold its start up.
        """
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._when_allowed(wanted)
        if not self.running:
            self.plan.show()
            self._show_today()

    def _tell(self, trouble: str) -> None:
        """Say what is wrong, once; what others have said is not wiped away."""
        if trouble != self._told:
            self._told = trouble
            self.troubleChanged.emit(trouble)

    def _show_today(self) -> None:
        from hipcoach.app.today_view import today_of

        known = self._known or Known()
        try:
            content = self._content.everything()
        except KnownError as error:
            self._tell(error_words(error))
            return
        blocked = blocked_words(known.stop) if known.stop else ""
        now = self._clock.now()
        self.todayChanged.emit(
            today_of(
                content,
                known.last,
                known.unfinished,
                now,
                blocked_words=blocked,
                times_done=known.times_done,
            )
        )

    def _open(
        self, make: Callable[[PlanKnown | None, Mapping[str, int]], SessionController]
    ) -> None:
        known = self._known or Known()
        try:
            controller = make(known.plan, known.times_done or {})
        except KnownError as error:
            self._tell(error_words(error))
            return
        self._controller = controller
        controller.setParent(self)
        controller.finished.connect(self.sessionEnded)
        self.sessionOpened.emit(controller)
