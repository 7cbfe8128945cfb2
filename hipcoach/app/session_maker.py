"""Sessions for the window: new ones, and those that broke off."""

# ruff: noqa: PLC0415 - what a session needs is imported with the first one
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.session_plan import SessionPlan, plan_for, sound_of
from hipcoach.core.settings import Settings
from hipcoach.ports import Clock, ContentSource, ScreenAwake, Speaker

if TYPE_CHECKING:
    from hipcoach.app.plan_book import PlanKnown
    from hipcoach.app.session_controller import SessionController
    from hipcoach.app.session_log import Row, SessionLog
    from hipcoach.core.compile import Adjustment
    from hipcoach.core.journal import SessionRecord


class SessionMaker:
    """Makes a session of content, settings and journal; begins none.

    Its methods raise UsageError for a routine that isn't there, ContentError for a bad file.
    """

    def __init__(
        self,
        content: ContentSource,
        clock: Clock,
        worker: JournalWorker,
        awake: ScreenAwake,
        speaker: Callable[[], Speaker],
        moving: Callable[[Settings], bool],
    ) -> None:
        self._content = content
        self._clock = clock
        self._worker = worker
        self._awake = awake
        self._speaker = speaker
        self._moving = moving

    def fresh(
        self,
        routine: str,
        settings: Settings,
        known: PlanKnown | None,
        times_done: Mapping[str, int],
        *,
        is_break: bool = False,
    ) -> SessionController:
        """A session of a routine, from its start."""
        from hipcoach.app.session_log import SessionLog
        from hipcoach.core.journal import Purpose

        plan = plan_for(self._content, routine, settings, known, times_done)
        purpose = Purpose.BREAK if is_break else Purpose.PRACTICE
        return self._made(plan, settings, SessionLog(self._write, self._clock, purpose=purpose))

    def resumed(
        self,
        record: SessionRecord,
        settings: Settings,
        known: PlanKnown | None,
        times_done: Mapping[str, int],
    ) -> SessionController:
        """The session that broke off, with its rungs and sides, from where it was left."""
        from hipcoach.app.session import adjusted_as, goes_on_with
        from hipcoach.app.session_log import SessionLog

        opened = record.opened
        plan = plan_for(self._content, opened.routine, settings, known, times_done)
        plan = plan.resumed(opened.rungs, opened.first_side)
        adjustments = adjusted_as(record, plan)
        chapter = goes_on_with(record, plan, adjustments)
        log = SessionLog(self._write, self._clock, opened.id)
        return self._made(plan, settings, log, chapter, adjustments)

    def _made(
        self,
        plan: SessionPlan,
        settings: Settings,
        log: SessionLog,
        start_chapter: int = 0,
        adjustments: tuple[Adjustment, ...] = (),
    ) -> SessionController:
        from hipcoach.app.session import GuidedSession
        from hipcoach.app.session_controller import SessionController
        from hipcoach.core.journal import Shell

        session = GuidedSession(
            plan,
            self._clock,
            self._speaker(),
            log,
            shell=Shell.WINDOW,
            sound=sound_of(settings, plan.routine.id),
            start_chapter=start_chapter,
            adjustments=adjustments,
        )
        return SessionController(
            session,
            self._clock,
            self._awake,
            moving=self._moving(settings),
            saved=lambda: self._worker.saving,
        )

    def _write(self, row: Row) -> None:
        from hipcoach.app.session_log import write_row

        self._worker.write(lambda journal: write_row(journal, row))
