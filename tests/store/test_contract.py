"""What every journal promises, in memory, in a file and on a server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from threading import Thread

import pytest

from hipcoach.core.errors import StoreError
from hipcoach.core.journal import CloseReason, EventKind, SessionAnswers, SessionRecord
from hipcoach.core.side import Side
from hipcoach.ports import Journal
from tests.store import samples
from tests.store.samples import Shelf

LONG_AGO = datetime(1990, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(2090, 1, 1, tzinfo=UTC)

Writes = Callable[[Journal, int], None]

APPENDS: dict[str, Writes] = {
    "segment": lambda journal, session: journal.add_segment(samples.segment(50, session)),
    "event": lambda journal, session: journal.add_event(samples.event(50, session)),
    "end": lambda journal, session: journal.close_session(samples.closed(50, session)),
    "answers": lambda journal, session: journal.add_answers(samples.answers(50, session)),
}


def everything(journal: Journal) -> tuple[SessionRecord, ...]:
    return journal.sessions(LONG_AGO, FAR_AHEAD)


def whole(journal: Journal) -> SessionRecord:
    """A session with a row of each kind, written; and as it is to come back."""
    record = SessionRecord(
        opened=samples.opened(1),
        segments=(samples.segment(2, 1, 1), samples.segment(3, 1, 2, side=None, completed=False)),
        events=(samples.event(4, 1, 1), samples.event(5, 1, 2, side=None, kind=EventKind.PINCH)),
        closed=samples.closed(6, 1),
        answers=samples.answers(7, 1),
    )
    assert record.closed is not None
    assert record.answers is not None
    journal.open_session(record.opened)
    for segment in record.segments:
        journal.add_segment(segment)
    for event in record.events:
        journal.add_event(event)
    journal.close_session(record.closed)
    journal.add_answers(record.answers)
    return record


def test_a_session_comes_back_as_it_was_written(journal: Journal) -> None:
    record = whole(journal)

    assert (record,) == everything(journal)


def test_what_was_written_is_there_when_it_is_opened_again(shelf: Shelf) -> None:
    record = whole(shelf.journal)

    journal = shelf.again()

    assert (record,) == everything(journal)


def test_a_new_journal_is_empty(journal: Journal) -> None:
    assert () == everything(journal)
    assert journal.unfinished() is None
    assert journal.last_session() is None
    assert {} == journal.times_done()


def test_times_come_back_as_the_clock_on_the_wall_showed_them(journal: Journal) -> None:
    noon = datetime(2026, 7, 1, 12, 0, tzinfo=samples.BERLIN)
    journal.open_session(samples.opened(1, when=noon))
    journal.add_segment(samples.segment(2, 1, at=noon + timedelta(minutes=1)))

    (record,) = everything(journal)

    assert "2026-07-01T12:00:00+02:00" == record.opened.at.isoformat()
    assert "2026-07-01T12:01:00+02:00" == record.segments[0].at.isoformat()
    assert samples.BERLIN is record.opened.at.tzinfo


@pytest.mark.parametrize("zone", ["+05:45", "Mars/Olympus", ""])
def test_a_zone_that_is_not_known_keeps_its_offset(journal: Journal, zone: str) -> None:
    there = timezone(timedelta(hours=5, minutes=45))
    journal.open_session(
        samples.opened(1, when=datetime(2026, 7, 1, 12, 0, tzinfo=there), zone=zone)
    )

    (record,) = everything(journal)

    assert "2026-07-01T12:00:00+05:45" == record.opened.at.isoformat()
    assert zone == record.opened.zone


def test_a_zone_whose_rules_have_changed_shows_the_time_of_that_day(journal: Journal) -> None:
    there = timezone(timedelta(hours=4))
    journal.open_session(samples.opened(1, when=datetime(2026, 7, 1, 12, 0, tzinfo=there)))

    (record,) = everything(journal)

    assert "2026-07-01T12:00:00+04:00" == record.opened.at.isoformat()


def test_the_same_rows_twice_change_nothing(journal: Journal) -> None:
    record = whole(journal)
    whole(journal)

    assert (record,) == everything(journal)


def test_the_first_row_of_an_id_stays(journal: Journal) -> None:
    record = whole(journal)
    assert record.closed is not None
    assert record.answers is not None

    journal.open_session(replace(record.opened, routine="other"))
    journal.add_segment(replace(record.segments[0], held_s=1.0))
    journal.add_event(replace(record.events[0], amount=1.0))
    journal.close_session(replace(record.closed, reason=CloseReason.STOPPED))
    journal.add_answers(replace(record.answers, effort=9))

    assert (record,) == everything(journal)


@pytest.mark.parametrize("append", APPENDS.values(), ids=APPENDS)
def test_a_row_of_a_session_never_opened_is_refused(journal: Journal, append: Writes) -> None:
    with pytest.raises(StoreError, match="no-session") as caught:
        append(journal, 1)

    assert str(samples.uid(1)) == caught.value.details["session"]


@pytest.mark.parametrize("append", APPENDS.values(), ids=APPENDS)
def test_a_row_that_was_refused_can_be_written_later(journal: Journal, append: Writes) -> None:
    with pytest.raises(StoreError):
        append(journal, 1)
    journal.open_session(samples.opened(1))

    append(journal, 1)

    (record,) = everything(journal)
    kept = (*record.segments, *record.events, record.closed, record.answers)
    assert [samples.uid(50)] == [row.id for row in kept if row]


def test_a_naive_time_is_refused(journal: Journal) -> None:
    naive = samples.MORNING.replace(tzinfo=None)
    journal.open_session(samples.opened(1))

    with pytest.raises(ValueError, match="naive"):
        journal.open_session(replace(samples.opened(2), at=naive))
    with pytest.raises(ValueError, match="naive"):
        journal.add_segment(replace(samples.segment(3, 1), at=naive))
    with pytest.raises(ValueError, match="naive"):
        journal.sessions(naive, FAR_AHEAD)
    with pytest.raises(ValueError, match="naive"):
        journal.sessions(LONG_AGO, naive)

    assert [samples.uid(1)] == [record.opened.id for record in everything(journal)]


def test_sessions_come_from_the_first_moment_up_to_the_last_one(journal: Journal) -> None:
    for number in (1, 2, 3, 4):
        journal.open_session(samples.opened(number, minutes=number))

    found = journal.sessions(samples.at(2), samples.at(4))

    assert [samples.uid(2), samples.uid(3)] == [record.opened.id for record in found]


def test_sessions_are_asked_for_by_the_moment_and_not_by_the_wall_clock(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    moment = samples.MORNING.astimezone(timezone(timedelta(hours=-9)))

    assert 1 == len(journal.sessions(moment, moment + timedelta(seconds=1)))
    assert () == journal.sessions(moment - timedelta(seconds=1), moment)


def test_sessions_come_by_time_and_not_as_they_were_written(journal: Journal) -> None:
    # Ids against the time as well: two journals may have been joined.
    for number, minutes in ((3, 5), (1, 9), (2, 1), (5, 5), (4, 5)):
        journal.open_session(samples.opened(number, minutes))

    ids = [record.opened.id for record in everything(journal)]

    assert [samples.uid(number) for number in (2, 3, 4, 5, 1)] == ids


def test_rows_of_a_session_come_by_time_and_not_as_they_were_written(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    for number, minutes in ((13, 5), (11, 9), (12, 1), (15, 5), (14, 5)):
        journal.add_segment(samples.segment(number, 1, minutes))
        journal.add_event(samples.event(number, 1, minutes))

    (record,) = everything(journal)

    in_order = [samples.uid(number) for number in (12, 13, 14, 15, 11)]
    assert in_order == [row.id for row in record.segments]
    assert in_order == [row.id for row in record.events]


def test_the_hour_that_comes_twice_keeps_its_order(journal: Journal) -> None:
    once = datetime(2026, 10, 25, 2, 50, tzinfo=samples.BERLIN)
    again = datetime(2026, 10, 25, 2, 10, tzinfo=samples.BERLIN, fold=1)
    journal.open_session(samples.opened(1, when=once))
    journal.open_session(samples.opened(2, when=again))
    journal.add_segment(samples.segment(3, 1, at=again))
    journal.add_segment(samples.segment(4, 1, at=once))

    first, second = everything(journal)

    assert [samples.uid(1), samples.uid(2)] == [first.opened.id, second.opened.id]
    assert [samples.uid(4), samples.uid(3)] == [row.id for row in first.segments]
    assert (0, 1) == (first.opened.at.fold, second.opened.at.fold)
    assert 1 == len(journal.sessions(again, FAR_AHEAD))


def test_each_session_has_its_own_rows(journal: Journal) -> None:
    for session in (1, 2):
        journal.open_session(samples.opened(session, minutes=session))
        journal.add_segment(samples.segment(10 * session, session, 5))
        journal.add_event(samples.event(10 * session, session, 5))
        journal.close_session(samples.closed(10 * session, session))
        journal.add_answers(samples.answers(10 * session, session))

    for record, session in zip(everything(journal), (1, 2), strict=True):
        assert (samples.segment(10 * session, session, 5),) == record.segments
        assert (samples.event(10 * session, session, 5),) == record.events
        assert samples.closed(10 * session, session) == record.closed
        assert samples.answers(10 * session, session) == record.answers


def test_a_session_is_unfinished_until_it_is_closed(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    journal.add_segment(samples.segment(2, 1))

    record = journal.unfinished()
    assert record is not None
    assert (samples.opened(1), (samples.segment(2, 1),)) == (record.opened, record.segments)
    assert record.closed is None
    assert record.answers is None

    journal.close_session(samples.closed(3, 1, reason=CloseReason.UNFINISHED))
    assert journal.unfinished() is None


def test_the_newest_unfinished_session_is_told(journal: Journal) -> None:
    for number, minutes in ((2, 2), (3, 1), (1, 2), (4, 3)):
        journal.open_session(samples.opened(number, minutes))
    journal.close_session(samples.closed(9, 4))

    record = journal.unfinished()

    assert record is not None
    assert samples.uid(2) == record.opened.id


def test_the_last_session_is_the_newest_that_was_closed(journal: Journal) -> None:
    for number, minutes in ((2, 2), (3, 1), (1, 2), (4, 3)):
        journal.open_session(samples.opened(number, minutes))
    assert journal.last_session() is None
    # Closed out of order, as when an old one is tidied up later.
    for number, session in ((11, 2), (12, 1), (13, 3)):
        journal.close_session(samples.closed(number, session, minutes=number))

    record = journal.last_session()

    assert record is not None
    assert samples.uid(2) == record.opened.id
    assert samples.closed(11, 2, minutes=11) == record.closed


def test_a_correction_is_a_newer_row(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    for number, minutes, effort in ((4, 20, 5), (5, 10, 3), (2, 20, 6)):
        journal.add_answers(samples.answers(number, 1, minutes, effort=effort))
    journal.close_session(samples.closed(4, 1, 20, CloseReason.COMPLETED))
    journal.close_session(samples.closed(5, 1, 10, CloseReason.UNFINISHED))

    (record,) = everything(journal)

    assert samples.answers(4, 1, 20, effort=5) == record.answers
    assert samples.closed(4, 1, 20, CloseReason.COMPLETED) == record.closed


def test_not_answered_is_not_zero(journal: Journal) -> None:
    for session, (effort, pain, pinch) in enumerate(((None, None, None), (0, 0, False))):
        journal.open_session(samples.opened(session, session))
        journal.add_answers(
            SessionAnswers(
                samples.uid(session), samples.uid(session), samples.at(9), effort, pain, pinch
            )
        )

    skipped, answered = [record.answers for record in everything(journal)]

    assert skipped is not None
    assert answered is not None
    assert (None, None, None) == (skipped.effort, skipped.pain_during, skipped.pinch)
    assert (0, 0, False) == (answered.effort, answered.pain_during, answered.pinch)
    assert answered.effort is not None
    assert answered.pinch is False


def test_an_exercise_is_done_once_in_a_session_however_many_holds(journal: Journal) -> None:
    for session in (1, 2):
        journal.open_session(samples.opened(session))
        journal.add_segment(samples.segment(10 * session, session, side=Side.LEFT))
        journal.add_segment(samples.segment(10 * session + 1, session, side=Side.RIGHT))
    journal.add_segment(samples.segment(30, 2, exercise="leg-swings", phase="contract"))

    assert {"knee-to-chest": 2, "leg-swings": 1} == journal.times_done()


def test_what_was_left_or_only_announced_is_not_done(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    journal.add_segment(samples.segment(2, 1, exercise="left-early", completed=False))
    journal.add_segment(samples.segment(3, 1, exercise="announced", phase="announce"))
    journal.add_segment(samples.segment(4, 1, exercise="relaxed", phase="relax"))

    assert {} == journal.times_done()


def test_it_is_not_tied_to_the_thread_that_opened_it(journal: Journal) -> None:
    records = []

    def work() -> None:
        records.append(whole(journal))
        records.extend(everything(journal))

    worker = Thread(target=work)
    worker.start()
    worker.join()

    written, read = records
    assert written == read
    assert (written,) == everything(journal)
