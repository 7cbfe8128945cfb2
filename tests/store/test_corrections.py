"""What is added to the record afterwards, in every kind of journal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hipcoach.core.corrections import Note, Withdrawal
from hipcoach.core.errors import StoreError
from hipcoach.core.evidence import PlanLog, days_of
from hipcoach.core.journal import EventKind
from hipcoach.ports import Journal
from tests.store import samples

DAY = timedelta(days=1)


@pytest.fixture
def practised(journal: Journal) -> Journal:
    """Two sessions, each with one hold, the younger of 60 s."""
    for session, minutes, held_s in ((10, 0, 40.0), (20, 600, 60.0)):
        journal.open_session(samples.opened(session, minutes))
        journal.add_segment(samples.segment(session + 1, session, minutes + 1, held_s=held_s))
        journal.close_session(samples.closed(session + 2, session, minutes + 8))
    return journal


def withdraw(journal: Journal, session: int, minutes: float = 700, number: int = 90) -> None:
    journal.add(samples.withdrawal(number, session, minutes))


def test_a_withdrawn_session_stays_and_is_marked(practised: Journal) -> None:
    withdraw(practised, 20)

    records = practised.sessions(samples.at(-1), samples.at(1000))
    assert [(samples.uid(10), False), (samples.uid(20), True)] == [
        (one.opened.id, one.withdrawn) for one in records
    ]
    assert [60.0] == [row.held_s for row in records[1].segments]
    assert [False, True] == [row.withdrawn for row in practised.practice()]


def test_what_was_done_last_and_how_often_leaves_it_out(practised: Journal) -> None:
    withdraw(practised, 20)

    last = practised.last_session()
    assert last is not None
    assert samples.uid(10) == last.opened.id
    assert {"knee-to-chest": 1} == practised.times_done()


def test_it_can_be_taken_back_in(practised: Journal) -> None:
    withdraw(practised, 20)
    practised.add(samples.withdrawal(91, 20, 701, withdrawn=False))

    last = practised.last_session()
    assert last is not None
    assert samples.uid(20) == last.opened.id
    assert {"knee-to-chest": 2} == practised.times_done()
    assert [False, False] == [row.withdrawn for row in practised.practice()]
    assert 2 == len(practised.all_of(Withdrawal))


def test_of_several_words_the_newest_holds_however_they_came(practised: Journal) -> None:
    practised.add(samples.withdrawal(91, 20, 701, withdrawn=False))
    withdraw(practised, 20, 700)

    assert [False, False] == [row.withdrawn for row in practised.practice()]


def test_what_is_new_for_the_plan_has_the_session_that_was_withdrawn(practised: Journal) -> None:
    withdraw(practised, 10, 700)

    new = practised.practice(samples.at(650))
    assert [(samples.uid(10), True)] == [(row.session_id, row.withdrawn) for row in new]


def test_a_session_that_there_is_not_cannot_be_withdrawn(journal: Journal) -> None:
    with pytest.raises(StoreError, match="no-session"):
        withdraw(journal, 77)


def test_it_tells_the_plan_nothing(practised: Journal) -> None:
    practised.add_event(samples.event(25, 20, 602, kind=EventKind.PINCH))
    before = days_of(PlanLog(practice=practised.practice()))
    withdraw(practised, 10)
    withdraw(practised, 20, number=91)

    assert 1 == len(before)
    assert () == days_of(PlanLog(practice=practised.practice()))


def test_notes_are_told_with_their_days_whenever_they_were_written(journal: Journal) -> None:
    late = samples.note(1, 60 * 24 * 400)
    elsewhere = samples.note(2, 0, day=date(2025, 1, 1))
    for row in (late, elsewhere):
        journal.add(row)

    assert (late,) == journal.history(samples.at(0) - 3 * DAY, samples.at(0) + DAY).notes
    assert {late, elsewhere} == {*journal.all_of(Note)}
