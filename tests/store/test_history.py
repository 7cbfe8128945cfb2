"""What every journal tells of a span."""

from __future__ import annotations

from datetime import timedelta

from hipcoach.core.history import BreakSeen, HistoryLog
from hipcoach.ports import Journal
from tests.store import samples

HOUR = timedelta(hours=1)


def test_a_new_journal_has_no_history(journal: Journal) -> None:
    assert HistoryLog() == journal.history(samples.at(-60), samples.at(60))


def test_a_span_tells_each_kind_of_row(journal: Journal) -> None:
    _write(journal)

    log = journal.history(samples.at(0), samples.at(60))

    assert [samples.uid(1)] == [row.session_id for row in log.practice]
    assert [29.95] == [row.held_s for row in log.practice]
    assert (samples.next_day(4, 5),) == log.next_day
    assert (samples.safety(5, 6),) == log.safety
    assert (samples.plan(6, 7),) == log.plans
    assert (BreakSeen(samples.at(8), "held"),) == log.breaks


def test_what_lies_outside_is_left_out_and_clearances_never(journal: Journal) -> None:
    _write(journal)

    log = journal.history(samples.at(100), samples.at(200))

    assert HistoryLog(clearances=(samples.clearance(8, 9),)) == log


def test_the_first_moment_is_in_and_the_last_is_not(journal: Journal) -> None:
    journal.add(samples.break_event(1, 0))
    journal.add(samples.break_event(2, 60))

    log = journal.history(samples.at(0), samples.at(60))

    assert (BreakSeen(samples.at(0), "held"),) == log.breaks


def test_breaks_are_told_by_the_clock_on_the_wall(journal: Journal) -> None:
    journal.add(samples.break_event(1))

    (seen,) = journal.history(samples.at(0) - HOUR, samples.at(0) + HOUR).breaks

    assert samples.at(0).isoformat() == seen.at.isoformat()


def _write(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    journal.add_segment(samples.segment(2, 1))
    journal.close_session(samples.closed(3, 1))
    journal.add(samples.next_day(4, 5))
    journal.add(samples.safety(5, 6))
    journal.add(samples.plan(6, 7))
    journal.add(samples.break_event(7, 8))
    journal.add(samples.clearance(8, 9))
