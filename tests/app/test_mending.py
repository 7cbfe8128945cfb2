"""A journal that turns out to be damaged: let be, written beside, mended, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.core.errors import KnownError, StoreError
from hipcoach.core.journal import SafetyAnswers
from hipcoach.ports import Journal
from tests.fakes import FakeClock, MemoryJournal
from tests.store import samples

PATIENCE_S = 10.0
DAMAGED = StoreError("damaged", {"path": "journal.sqlite"})


class Bench:
    """A worker whose journal can break, with a spare one; mending puts another in its place."""

    def __init__(self) -> None:
        self.journal, self.spare = MemoryJournal(), MemoryJournal()
        self.copy = MemoryJournal()
        self.clock, self.bell = FakeClock(), Event()
        self.opened = 0
        self.looks: list[KnownError | None] = []
        """What is found when the journal is looked through, the last first; sound where empty."""
        self.full: StoreError | None = None
        self.worker = JournalWorker(
            self._open, self.bell.set, look=self._look, spare=self._open_spare
        )
        self.found: list[Any] = []

    def _open(self) -> Journal:
        self.opened += 1
        return self.journal

    def _open_spare(self) -> Journal:
        if self.full is not None:
            raise self.full
        return self.spare

    def _look(self) -> None:
        if self.looks and (found := self.looks.pop()) is not None:
            raise found

    def add(self, *flags: str) -> SafetyAnswers:
        row = SafetyAnswers(self.clock.new_id(), self.clock.now(), flags)
        self.worker.write(lambda journal: journal.add(row))
        return row

    def ask(self) -> None:
        self.worker.read(
            lambda journal: journal.newest(SafetyAnswers), self.found.append, self.found.append
        )

    def replace(self, fault: StoreError | None = None) -> Callable[[], str]:
        """What puts the copy in the place of the damaged journal."""

        def job() -> str:
            if fault is not None:
                raise fault
            self.journal = self.copy
            return "aside"

        return job

    def mend(self, job: Callable[[], Any]) -> Any:
        self.worker.mend(job, self.found.append, self.found.append)
        return self.wait()

    def wait(self) -> Any:
        """The next thing that is handed out."""
        before = len(self.found)
        self.until(lambda: len(self.found) > before)
        return self.found[before]

    def until(self, so: Callable[[], bool]) -> None:
        while not so():
            assert self.bell.wait(PATIENCE_S)
            self.bell.clear()
            self.worker.poll()

    def broken(self) -> None:
        """The journal breaks, and that is seen."""
        self.journal.fault = DAMAGED
        self.ask()
        assert self.wait() is DAMAGED

    def settled(self) -> None:
        """All that was asked for has been done; the journal is damaged still."""
        self.ask()
        assert self.wait() is DAMAGED


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    made.worker.start()
    yield made
    made.worker.close(PATIENCE_S)


def flags(journal: MemoryJournal) -> list[tuple[str, ...]]:
    return [row.flags for row in journal.all_of(SafetyAnswers)]


def test_damage_is_told_and_let_be(bench: Bench) -> None:
    bench.broken()

    assert bench.worker.damage is DAMAGED
    assert bench.worker.problem is DAMAGED
    assert bench.journal.closed
    bench.journal.fault = None
    bench.ask()
    assert bench.wait() is DAMAGED
    assert 1 == bench.opened


def test_what_is_written_meanwhile_goes_beside_it_and_counts_as_kept(bench: Bench) -> None:
    bench.broken()
    bench.add("fever")
    bench.add("calf")
    assert bench.worker.close(PATIENCE_S)

    assert [("fever",), ("calf",)] == flags(bench.spare)
    assert bench.worker.saving
    assert bench.spare.closed


def test_the_row_that_found_the_damage_is_not_lost(bench: Bench) -> None:
    bench.journal.fault = DAMAGED
    bench.add("fever")
    assert bench.worker.close(PATIENCE_S)

    assert bench.worker.damage is DAMAGED
    assert [("fever",)] == flags(bench.spare)


def test_what_was_written_in_this_run_before_goes_beside_it_too(bench: Bench) -> None:
    bench.add("fever")
    bench.ask()
    bench.wait()
    bench.broken()
    bench.add("calf")
    assert bench.worker.close(PATIENCE_S)

    assert [("fever",), ("calf",)] == flags(bench.spare)


def test_damage_that_a_look_finds_is_damage(bench: Bench) -> None:
    bench.looks.append(DAMAGED)
    bench.ask()
    assert bench.wait() is None

    bench.until(lambda: bench.worker.damage is not None)
    assert bench.worker.damage is DAMAGED


@pytest.mark.parametrize("fault", [StoreError("locked"), None])
def test_a_look_that_finds_no_damage_changes_nothing(
    bench: Bench, fault: StoreError | None, caplog: pytest.LogCaptureFixture
) -> None:
    bench.looks.append(fault)
    bench.ask()
    bench.wait()
    bench.ask()
    bench.wait()

    assert bench.worker.damage is None
    assert bench.worker.problem is None
    assert 1 == bench.opened
    assert (1 if fault else 0) == len(caplog.records)


def test_a_mended_journal_is_opened_anew_and_read(bench: Bench) -> None:
    bench.broken()
    row = SafetyAnswers(bench.clock.new_id(), bench.clock.now(), ("calf",))
    bench.copy.add(row)

    assert "aside" == bench.mend(bench.replace())

    assert bench.worker.damage is None
    assert bench.worker.problem is None
    bench.ask()
    assert row == bench.wait()


def test_a_mending_that_fails_leaves_all_as_it_was(bench: Bench) -> None:
    bench.broken()
    full = StoreError("disk-full")

    assert bench.mend(bench.replace(full)) is full

    assert bench.worker.damage is DAMAGED
    bench.add("fever")
    bench.settled()
    assert [("fever",)] == flags(bench.spare)


def test_what_nobody_foresaw_in_mending_is_told_as_a_fault(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.broken()

    def stumbles() -> None:
        raise LookupError("nobody foresaw it")

    assert "failed" == bench.mend(stumbles).code
    assert 1 == len([one for one in caplog.records if one.exc_info])


def test_rows_that_find_no_room_beside_it_wait_and_are_in_the_mended_journal(bench: Bench) -> None:
    bench.full = StoreError("disk-full")
    bench.broken()
    bench.add("fever")
    bench.until(lambda: not bench.worker.saving)

    bench.mend(bench.replace())
    bench.ask()
    assert ("fever",) == bench.wait().flags
    assert bench.worker.saving


def test_what_found_no_room_beside_it_before_is_in_the_mended_journal_too(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.add("fever")
    bench.ask()
    bench.wait()
    bench.full = StoreError("disk-full")
    bench.broken()

    bench.mend(bench.replace())
    bench.ask()

    assert ("fever",) == bench.wait().flags
    assert ["Nothing can be kept beside the damaged journal: disk-full"] == caplog.messages


def test_a_session_that_found_no_room_beside_it_is_written_from_its_start(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.worker.write(lambda journal: journal.open_session(samples.opened(1)))
    bench.worker.write(lambda journal: journal.add_segment(samples.segment(2, 1)))
    bench.ask()
    bench.wait()
    bench.full = StoreError("disk-full")
    bench.broken()

    bench.mend(bench.replace())
    assert bench.worker.close(PATIENCE_S)

    assert (1, 1) == (len(bench.copy.opened), len(bench.copy.segments))
    assert 1 == len(caplog.messages)


def test_no_room_the_second_time_costs_nothing_either(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.add("fever")
    bench.ask()
    bench.wait()
    bench.broken()
    bench.mend(bench.replace())
    bench.ask()
    bench.wait()
    bench.full, bench.copy = StoreError("disk-full"), MemoryJournal()
    bench.broken()

    bench.mend(bench.replace())
    assert bench.worker.close(PATIENCE_S)

    assert [("fever",)] == flags(bench.copy)
    assert 1 == len(caplog.messages)


def test_the_end_of_a_session_from_an_earlier_run_is_in_the_mended_journal(bench: Bench) -> None:
    bench.journal.open_session(samples.opened(1))
    bench.copy.open_session(samples.opened(1))
    bench.worker.write(lambda journal: journal.close_session(samples.closed(2, 1)))
    bench.ask()
    bench.wait()
    bench.broken()

    bench.mend(bench.replace())
    assert bench.worker.close(PATIENCE_S)

    assert 1 == len(bench.copy.ends)


def test_a_sound_journal_is_let_go_of_too_before_another_is_put_in_its_place(bench: Bench) -> None:
    bench.ask()
    bench.wait()
    before = bench.journal

    bench.mend(bench.replace())

    assert before.closed
    bench.ask()
    bench.wait()
    assert 2 == bench.opened


def test_what_was_written_in_this_run_is_kept_beside_it_at_once(bench: Bench) -> None:
    bench.add("fever")
    bench.ask()
    bench.wait()
    bench.broken()

    assert [("fever",)] == flags(bench.spare)
    bench.mend(bench.replace())
    assert bench.worker.close(PATIENCE_S)
    assert [] == flags(bench.copy)  # what opens it takes it in


def test_a_row_whose_session_only_the_journal_knows_waits_for_the_mended_one(
    bench: Bench,
) -> None:
    bench.copy.open_session(samples.opened(1))
    bench.broken()
    bench.worker.write(lambda journal: journal.close_session(samples.closed(2, 1)))
    bench.add("fever")
    bench.settled()

    bench.mend(bench.replace())
    assert bench.worker.close(PATIENCE_S)

    assert 1 == len(bench.copy.ends)
    assert [("fever",)] == flags(bench.spare)


def test_such_a_row_is_lost_where_nothing_is_mended_and_that_is_said(bench: Bench) -> None:
    bench.broken()
    bench.worker.write(lambda journal: journal.close_session(samples.closed(2, 1)))

    assert not bench.worker.close(PATIENCE_S)
    assert bench.worker.problem is DAMAGED


def test_something_beside_it_is_done_without_opening_anything(bench: Bench) -> None:
    bench.worker.beside(lambda: "copies", bench.found.append, bench.found.append)

    assert "copies" == bench.wait()
    assert 0 == bench.opened
