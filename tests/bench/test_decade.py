"""The ten years that are measured with."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bench.decade import ANSWERS, BREAKS, END, PHASES, SESSIONS, write_decade
from hipcoach.core.break_log import BreakLogged
from hipcoach.core.journal import Purpose, SafetyAnswers
from hipcoach.core.plan_log import Clearance, NextDayAnswers
from hipcoach.store.journal import SqlJournal, open_journal

LONG_AGO = datetime(1990, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def decade(tmp_path_factory: pytest.TempPathFactory) -> SqlJournal:
    folder = tmp_path_factory.mktemp("decade")
    write_decade(folder)
    return open_journal(folder / "journal.sqlite")


def test_there_is_as_much_as_is_to_be_measured_with(decade: SqlJournal) -> None:
    assert SESSIONS == len(decade.practice())
    assert ANSWERS == len(decade.all_of(NextDayAnswers))
    assert BREAKS == len(decade.all_of(BreakLogged))
    assert {len(PHASES)} == {
        len(record.segments) for record in decade.sessions(datetime(2025, 3, 3, tzinfo=UTC), END)
    }


def test_it_ends_where_it_is_to_end(decade: SqlJournal) -> None:
    first, last = decade.practice()[0], decade.practice()[-1]

    assert 10 * 365 - 7 < (last.at - first.at).days <= 10 * 366
    assert last.at < END


def test_a_red_flag_stops_practice_until_it_is_cleared(decade: SqlJournal) -> None:
    _, flagged = decade.all_of(SafetyAnswers)
    (cleared,) = decade.all_of(Clearance)

    assert flagged.flags
    assert [] == [row for row in decade.practice() if flagged.at <= row.at < cleared.at]


def test_most_sessions_are_practice_and_the_others_short(decade: SqlJournal) -> None:
    rows = decade.practice()

    assert SESSIONS / 2 < sum(row.purpose == Purpose.PRACTICE for row in rows) < SESSIONS
    assert {90.0} == {row.length_s for row in rows if row.purpose == Purpose.BREAK}
