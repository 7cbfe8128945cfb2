"""A guided session on a fake machine, played by the second."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from hipcoach.app.session import GuidedSession
from hipcoach.app.session_log import SessionLog, write_row
from hipcoach.app.session_plan import Person, SessionPlan, SoundChoice, plan_of
from hipcoach.core.content import Content
from hipcoach.core.journal import Shell
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent
from tests.fakes import FakeClock, FakeSpeaker, MemoryJournal

STEP_S = 0.05


@cache
def content() -> Content:
    return OwnContent().everything()


def plan(routine: str = "desk-reset", rung: int | None = None) -> SessionPlan:
    everything = content()
    made = plan_of(everything, routine, Settings(), Person())
    if rung is not None:
        exercise = everything.routines[routine].steps[0].exercise
        made = made.resumed({exercise: rung}.items(), made.options.first_side)
    return made


@dataclass
class Practice:
    """A session and the machine that it runs on."""

    clock: FakeClock = field(default_factory=FakeClock)
    speaker: FakeSpeaker = field(default_factory=FakeSpeaker)
    journal: MemoryJournal = field(default_factory=MemoryJournal)

    def open(
        self,
        made: SessionPlan | None = None,
        *,
        sound: SoundChoice | None = None,
        session_id: UUID | None = None,
        start_chapter: int = 0,
    ) -> GuidedSession:
        return GuidedSession(
            made or plan(),
            self.clock,
            self.speaker,
            SessionLog(lambda row: write_row(self.journal, row), self.clock, session_id),
            shell=Shell.TERMINAL,
            sound=sound or SoundChoice(),
            start_chapter=start_chapter,
        )

    def play(self, session: GuidedSession, seconds: float) -> None:
        """Let time pass, looked at twenty times a second."""
        for _ in range(round(seconds / STEP_S)):
            self.clock.advance(STEP_S)
            session.tick()
