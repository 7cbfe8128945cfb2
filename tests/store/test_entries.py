"""Rows that belong to no session, and practice told for the plan: in every kind of journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from hipcoach.core.journal import CloseReason, EventKind, Purpose, SessionAnswers
from hipcoach.core.plan import Action, Plan
from hipcoach.core.plan_log import Ceiling, NextDayAnswers, PracticeRow, Reply
from hipcoach.ports import Journal
from tests.store import samples
from tests.store.samples import ENTRIES, Shelf

Makes = Callable[..., Any]

BARE: dict[str, Any] = {
    "no red flag": samples.safety(1),
    "several red flags": samples.safety(1, flags=("fever", "calf")),
    "a self-check in which all was skipped": samples.self_check(
        1, answers=(), reasons=("nothing-said",)
    ),
    "an answer put off": samples.next_day(
        1, reply=Reply.NOT_YET, pain=None, soreness=None, sketchy=None
    ),
    "the second question": samples.next_day(1, days_after=2, sketchy=True),
    "a clearance without words": samples.clearance(1, by="", words=""),
    "nothing about oneself": samples.about_you(
        1, goals=(), usual_pain=None, kneels=None, props=None, weekdays=(), time=""
    ),
    "no props at hand": samples.about_you(1, props=(), kneels=True, usual_pain=0),
    "a plan that is stopped": samples.plan(
        1, plan=Plan(Action.STOP_REFER, 1, 0, 0, next_day=None, reasons=(), rules_version=7)
    ),
    "a break by default settings": samples.break_event(1, kind="due", reason="", settings=()),
}

every_kind = pytest.mark.parametrize("make", ENTRIES.values(), ids=ENTRIES)


@every_kind
def test_a_row_comes_back_as_it_was_written(shelf: Shelf, make: Makes) -> None:
    row = make(1)
    shelf.journal.add(row)

    assert (row,) == shelf.journal.all_of(type(row))
    assert (row,) == shelf.again().all_of(type(row))


@pytest.mark.parametrize("row", BARE.values(), ids=BARE)
def test_what_was_left_open_comes_back_open(journal: Journal, row: Any) -> None:
    journal.add(row)

    assert (row,) == journal.all_of(type(row))


@every_kind
def test_a_new_journal_has_none(journal: Journal, make: Makes) -> None:
    assert () == journal.all_of(type(make(1)))
    assert journal.newest(type(make(1))) is None


@every_kind
def test_a_row_shows_the_local_time_of_its_day(journal: Journal, make: Makes) -> None:
    there = timezone(timedelta(hours=5, minutes=45))
    journal.add(make(1, at=datetime(2026, 7, 1, 23, 30, tzinfo=there)))
    journal.add(make(2, at=datetime(2026, 7, 2, 12, 0, tzinfo=samples.BERLIN)))

    told = [row.at.isoformat() for row in journal.all_of(type(make(1)))]

    assert ["2026-07-01T23:30:00+05:45", "2026-07-02T12:00:00+02:00"] == told


@every_kind
def test_the_first_row_of_an_id_is_kept(journal: Journal, make: Makes) -> None:
    row = make(1)
    journal.add(row)
    journal.add(row)
    journal.add(make(1, minutes=5))

    assert (row,) == journal.all_of(type(row))


@every_kind
def test_rows_come_by_time_and_not_as_they_were_written(journal: Journal, make: Makes) -> None:
    for number, minutes in ((3, 5), (1, 9), (2, 1), (5, 5), (4, 5)):
        journal.add(make(number, minutes))

    ids = [row.id for row in journal.all_of(type(make(1)))]

    assert [samples.uid(number) for number in (2, 3, 4, 5, 1)] == ids


@every_kind
def test_rows_are_told_from_a_moment_on(journal: Journal, make: Makes) -> None:
    for number in (1, 2, 3):
        journal.add(make(number, number))
    moment = samples.at(2).astimezone(UTC)

    found = journal.all_of(type(make(1)), since=moment)

    assert [samples.uid(2), samples.uid(3)] == [row.id for row in found]


@every_kind
def test_the_newest_row_is_told(journal: Journal, make: Makes) -> None:
    kind = type(make(1))
    assert journal.newest(kind) is None
    for number, minutes in ((3, 5), (1, 9), (2, 1), (4, 9), (5, 8)):
        journal.add(make(number, minutes))

    assert make(4, 9) == journal.newest(kind)


@every_kind
def test_a_naive_time_is_refused(journal: Journal, make: Makes) -> None:
    naive = datetime(2026, 3, 2, 7, 30)  # noqa: DTZ001 - it is what is refused

    with pytest.raises(ValueError, match="naive"):
        journal.add(make(1, at=naive))
    with pytest.raises(ValueError, match="naive"):
        journal.all_of(type(make(1)), since=naive)

    assert () == journal.all_of(type(make(1)))


def test_each_kind_is_told_by_itself(journal: Journal) -> None:
    rows = [make(1) for make in ENTRIES.values()]
    for number, make in enumerate(ENTRIES.values(), start=2):
        journal.add(make(number))

    assert [[type(row)] for row in rows] == [
        [type(found) for found in journal.all_of(type(row))] for row in rows
    ]


def practised(journal: Journal, number: int, minutes: float = 0, **changes: Any) -> None:
    """A session of practice with nothing in it, closed."""
    journal.open_session(replace(samples.opened(number, minutes), **changes))
    journal.close_session(samples.closed(number, number, minutes + 8))


def test_practice_tells_a_session_without_its_segments(journal: Journal) -> None:
    practised(journal, 1)
    for number, phase, held_s in (
        (2, "announce", 64.0),
        (3, "work", 30.5),
        (4, "contract", 4.25),
        (5, "relax", 32.0),
        (6, "work", 1.0),
    ):
        journal.add_segment(
            samples.segment(number, 1, phase=phase, held_s=held_s, completed=number != 6)
        )
    for number, kind in enumerate(EventKind, start=10):
        journal.add_event(samples.event(number, 1, minutes=30 - number, kind=kind))
    journal.add_answers(samples.answers(7, 1))

    assert (
        PracticeRow(
            session_id=samples.uid(1),
            at=samples.MORNING,
            routine="gentle-start",
            purpose="practice",
            length_s=482.25,
            held_s=35.75,
            completed=True,
            effort=4,
            pain_during=0,
            pinch=False,
            rungs=(("knee-to-chest", 2), ("leg-swings", 0)),
            events=(
                (EventKind.EASIER, "knee-to-chest", -10.0),
                (EventKind.PINCH, "knee-to-chest", -10.0),
            ),
        ),
    ) == journal.practice()


def test_practice_tells_of_a_session_only_what_there_is(journal: Journal) -> None:
    practised(journal, 1)

    (row,) = journal.practice()

    assert (0.0, None, None, None, ()) == (
        row.held_s,
        row.effort,
        row.pain_during,
        row.pinch,
        row.events,
    )


def test_practice_shows_the_local_time_of_a_session(journal: Journal) -> None:
    there = timezone(timedelta(hours=-10))
    practised(journal, 1, at=datetime(2026, 7, 1, 12, 0, tzinfo=samples.BERLIN))
    practised(journal, 2, at=datetime(2026, 7, 1, 23, 0, tzinfo=there), zone="Mars/Olympus")

    told = [row.at.isoformat() for row in journal.practice()]

    assert ["2026-07-01T12:00:00+02:00", "2026-07-01T23:00:00-10:00"] == told


def test_practice_comes_by_time_and_leaves_open_sessions_out(journal: Journal) -> None:
    for number, minutes in ((13, 5), (11, 9), (12, 1), (15, 5), (14, 5)):
        practised(journal, number, minutes)
    journal.open_session(samples.opened(1))

    ids = [row.session_id for row in journal.practice()]

    assert [samples.uid(number) for number in (12, 13, 14, 15, 11)] == ids


def test_practice_goes_by_the_newest_end_and_the_newest_answers(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    for number, minutes, effort in ((4, 20, 5), (5, 10, 3), (2, 20, 6)):
        journal.add_answers(samples.answers(number, 1, minutes, effort=effort))
    journal.close_session(samples.closed(4, 1, 20, CloseReason.STOPPED))
    journal.close_session(samples.closed(5, 1, 10, CloseReason.COMPLETED))
    journal.close_session(samples.closed(2, 1, 20, CloseReason.COMPLETED))

    (row,) = journal.practice()

    assert (False, 5) == (row.completed, row.effort)


def test_practice_is_told_from_a_moment_on(journal: Journal) -> None:
    for number, minutes in ((1, 0), (2, 10), (3, 20), (4, 30)):
        practised(journal, number, minutes)
        journal.add_segment(samples.segment(10 + number, number, held_s=number * 1.5))
        journal.add_event(samples.event(10 + number, number, kind=EventKind.PINCH))
        journal.add_answers(samples.answers(10 + number, number, minutes + 7, effort=number))
    journal.open_session(samples.opened(5, 40))
    journal.add_answers(samples.answers(21, 1, 60, effort=9))
    journal.add_answers(samples.answers(25, 5, 60))

    everything = journal.practice()
    found = journal.practice(since=samples.at(28).astimezone(UTC))

    assert [samples.uid(number) for number in (1, 3, 4)] == [row.session_id for row in found]
    assert [row for row in everything if row.session_id != samples.uid(2)] == [*found]
    assert (9, 1.5, 1) == (found[0].effort, found[0].held_s, len(found[0].events))
    assert found[:1] == journal.practice(since=samples.at(60))
    assert () == journal.practice(since=samples.at(61))


def test_practice_is_told_from_an_aware_moment_alone(journal: Journal) -> None:
    with pytest.raises(ValueError, match="naive"):
        journal.practice(since=datetime(2026, 3, 2, 7, 30))  # noqa: DTZ001 - it is what is refused


@pytest.mark.parametrize("reason", CloseReason)
def test_practice_tells_what_was_completed(journal: Journal, reason: CloseReason) -> None:
    journal.open_session(samples.opened(1))
    journal.close_session(samples.closed(2, 1, reason=reason))

    (row,) = journal.practice()

    assert (reason is CloseReason.COMPLETED) is row.completed


def test_practice_tells_each_session_its_own(journal: Journal) -> None:
    for session, effort in ((1, 1), (2, 2)):
        practised(journal, session, session)
        journal.add_segment(samples.segment(10 + session, session, held_s=session * 10.0))
        journal.add_event(samples.event(10 + session, session, kind=EventKind.PINCH))
        journal.add_answers(
            SessionAnswers(
                samples.uid(session), samples.uid(session), samples.at(9), effort, None, True
            )
        )

    found = [(row.held_s, row.effort, len(row.events)) for row in journal.practice()]

    assert [(10.0, 1, 1), (20.0, 2, 1)] == found


def test_a_session_keeps_what_it_was_for(journal: Journal) -> None:
    practised(journal, 1, purpose=Purpose.BREAK)
    practised(journal, 2, minutes=1)

    assert ["break", "practice"] == [row.purpose for row in journal.practice()]
    last = journal.last_session()
    assert last is not None
    assert Purpose.PRACTICE is last.opened.purpose


def test_types_come_back_with_their_values(journal: Journal) -> None:
    journal.add(samples.next_day(1))
    journal.add(samples.ceiling(2))

    (felt,) = journal.all_of(NextDayAnswers)
    (most,) = journal.all_of(Ceiling)

    assert date is type(felt.day)
    assert felt.sketchy is False
    assert Reply.ANSWERED is felt.reply
    assert int is type(most.level)
