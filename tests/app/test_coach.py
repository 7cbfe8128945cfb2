"""The coach: what was done, what may be done, and sessions as the person wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipcoach.app.coach import Coach
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.session_controller import SessionController
from hipcoach.core.journal import SafetyAnswers
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent
from tests.fakes import FakeClock, FakeScreenAwake, FakeSpeaker, MemoryJournal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def worker(journal: MemoryJournal) -> Iterator[JournalWorker]:
    made = JournalWorker(lambda: journal)
    made.start()
    yield made
    assert made.close()


@pytest.fixture
def coach(qtbot: QtBot, journal: MemoryJournal, worker: JournalWorker) -> Coach:
    """A coach of someone whom nothing keeps from practising."""
    del qtbot
    clock, speaker = FakeClock(), FakeSpeaker()
    journal.add_safety_answers(SafetyAnswers(clock.new_id(), clock.now(), ()))
    return Coach(
        OwnContent(),
        clock,
        worker,
        FakeScreenAwake(),
        lambda: speaker,
        Settings(),
        moving=lambda _settings: False,
    )


def _opened(qtbot: QtBot, coach: Coach, worker: JournalWorker, routine: str) -> SessionController:
    opened: list[SessionController] = []
    coach.sessionOpened.connect(opened.append)
    coach.start(routine)
    coach.look()

    def there() -> bool:
        worker.poll()
        return bool(opened)

    qtbot.waitUntil(there)
    return opened[0]


@pytest.mark.parametrize(("routine", "spoken"), [("desk-reset", False), ("gentle-start", True)])
def test_a_session_sounds_as_its_routine_is_to_sound(
    qtbot: QtBot, coach: Coach, worker: JournalWorker, routine: str, *, spoken: bool
) -> None:
    coach.settings = Settings().with_sound("desk-reset", "beeps")

    session = _opened(qtbot, coach, worker, routine).session

    assert (spoken, True) == (session.sound.voice, session.sound.beeps)
    assert spoken == session.plan.options.spoken_count
