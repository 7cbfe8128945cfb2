"""Several computers that write, delete and meet, in any order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given, settings

from hipcoach.core.exchange import FORGOTTEN, TABLES, CarriedRow, ExchangeError, ExchangeFault
from hipcoach.core.forgotten import Forgotten, standing
from hipcoach.core.merge import MARKS_MOST, Sieve, forgotten_first, forgotten_of, news, row_of
from tests.core.meeting import LATER, MORNING, Said, actions, entry, session

MONDAY = date(2026, 3, 2)


class Computer:
    """A journal as the rules have it: rows by their ids, and what was deleted."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, UUID], CarriedRow] = {}
        self.marks: tuple[Forgotten, ...] = ()

    def write(self, rows: list[CarriedRow]) -> None:
        for row in rows:
            self.rows[row.table, row.values[0]] = row

    def forget(self, mark: Forgotten) -> None:
        self.marks = standing([*self.marks, mark], LATER)
        self._sift()

    def carried(self) -> list[CarriedRow]:
        """All rows, in the order of a file."""
        ours = [row for name in TABLES for row in self._of(name)]
        return [*map(row_of, self.marks), *ours]

    def join(self, rows: list[CarriedRow], *, all_through: bool = False) -> Sieve:
        marks, others = forgotten_first(rows)
        self.marks = standing({one.id: one for one in (*self.marks, *marks)}.values(), LATER)
        self._sift()
        sieve = Sieve(self.marks, all_through=all_through)
        for row in others:
            for let in sieve.through([row]):
                known = {
                    key: one.values for (name, key), one in self.rows.items() if name == let.table
                }
                self.write([*news(known, [let]).values()])
        return sieve

    def _of(self, name: str) -> list[CarriedRow]:
        return [row for (table, _), row in self.rows.items() if table == name]

    def _sift(self) -> None:
        sieve = Sieve(self.marks)
        left = [row for name in TABLES for row in sieve.through(self._of(name))]
        self.rows = {(row.table, row.values[0]): row for row in left}


def done(said: list[Said], computers: list[Computer]) -> None:
    """Let them do what was said, one after the other."""
    for one in said:
        match one:
            case ("write", computer, rows):
                computers[computer].write(rows)
            case ("forget", computer, mark):
                computers[computer].forget(mark)
            case ("join", computer, other):
                computers[computer].join(computers[other].carried())


def all_met(computers: list[Computer]) -> None:
    for _ in computers:
        for one in computers:
            for other in computers:
                one.join(other.carried())


@given(said=actions(computers=3))
@settings(max_examples=200)
def test_in_whichever_order_they_meet_they_end_up_equal(said: list[Said]) -> None:
    computers = [Computer() for _ in range(3)]
    done(said, computers)

    all_met(computers)

    one, *others = computers
    assert [one.rows] * 2 == [other.rows for other in others]
    assert [one.marks] * 2 == [other.marks for other in others]


@given(said=actions(computers=3, bring_back=False))
@settings(max_examples=200)
def test_what_is_left_is_all_that_nobody_has_forgotten(said: list[Said]) -> None:
    computers = [Computer() for _ in range(3)]
    done(said, computers)
    all_met(computers)

    alone = Computer()
    done([(what, 0, with_) for what, _, with_ in said if what == "write"], [alone])
    done([(what, 0, with_) for what, _, with_ in said if what == "forget"], [alone])

    assert alone.rows == computers[0].rows
    assert alone.marks == computers[0].marks


@given(said=actions(computers=2))
def test_who_meets_again_changes_nothing(said: list[Said]) -> None:
    computers = [Computer() for _ in range(2)]
    done(said, computers)
    all_met(computers)
    before = dict(computers[0].rows), computers[0].marks

    computers[0].join(computers[1].carried())

    assert before == (computers[0].rows, computers[0].marks)


@given(said=actions(computers=2))
def test_with_all_let_through_nothing_of_the_other_is_missing(said: list[Said]) -> None:
    one, other = Computer(), Computer()
    done(said, [one, other])
    theirs = other.carried()

    sieve = one.join(theirs, all_through=True)

    assert {(row.table, row.values[0]) for row in theirs if row.table != FORGOTTEN} <= {*one.rows}
    assert {} == sieve.held_back
    if sieve.days:
        one.forget(Forgotten(UUID(int=99), LATER - timedelta(hours=1), *sieve.days, gone=False))
    one.join([])
    assert {(row.table, row.values[0]) for row in theirs if row.table != FORGOTTEN} <= {*one.rows}


def test_a_session_goes_with_all_that_was_ever_said_of_it() -> None:
    sieve = Sieve([Forgotten(UUID(int=1), MORNING + timedelta(hours=2), MONDAY, MONDAY)])
    rows = session(1, MORNING, answered=MORNING + timedelta(days=3))

    assert [] == [row for row in rows if sieve.through([row])]
    assert {"sessions": 1, "session_ends": 1, "session_answers": 1} == sieve.held_back


def test_an_answer_that_was_given_later_stays() -> None:
    sieve = Sieve([Forgotten(UUID(int=1), MORNING + timedelta(hours=2), MONDAY, MONDAY)])
    before, after = (entry(number, MORNING + timedelta(hours=number), MONDAY) for number in (1, 3))

    assert [after] == sieve.through([before, after])


@pytest.mark.parametrize(
    ("day", "numbers", "gone"),
    [
        (2, {}, True),
        (3, {"day": "2026-03-02", "pain": 6}, True),
        (5, {"since": "2026-03-02"}, True),
        (5, {"last": "2026-03-02"}, True),
        (3, {"day": "2026-03-01"}, False),
        (1, {"until": "2026-03-02"}, False),
        (1, {"day": "2026-03-02"}, False),
        (3, {"day": "Monday", "since": 20260302}, False),
    ],
)
def test_a_plan_goes_with_every_day_that_it_tells_of(
    day: int, numbers: dict[str, object], *, gone: bool
) -> None:
    reasons = [{"code": "needs-green", "numbers": {}}, {"code": "red-day", "numbers": numbers}]
    about = date(2026, 3, day)
    values = (UUID(int=1), MORNING, 0, about, "hold", 1, 1, 2, None, reasons, 1)
    sieve = Sieve([Forgotten(UUID(int=1), LATER, MONDAY, MONDAY)])

    assert gone == (not sieve.through([CarriedRow("plans", values)]))


def test_the_night_belongs_to_the_day_before() -> None:
    sieve = Sieve([Forgotten(UUID(int=1), LATER, MONDAY, MONDAY)])
    late, early = (
        CarriedRow(
            "ceilings", (UUID(int=hour), datetime(2026, 3, 3, hour, 30, tzinfo=UTC), 3600, 2)
        )
        for hour in (2, 3)  # the clock on the wall was an hour ahead
    )

    assert [early] == sieve.through([late, early])


def test_what_was_deleted_has_to_be_known_before_the_rest() -> None:
    mark = row_of(Forgotten(UUID(int=1), MORNING, None, None))
    rows = [entry(2, MORNING, MONDAY), mark._replace(line=7)]

    marks, others = forgotten_first(rows)

    assert [] == marks
    with pytest.raises(ExchangeError) as raised:
        list(others)
    assert (ExchangeFault.LATE, 7) == (raised.value.code, raised.value.details["line"])


def test_what_was_deleted_without_end_is_nothing_of_ours() -> None:
    mark = row_of(Forgotten(UUID(int=1), MORNING, MONDAY, MONDAY))

    with pytest.raises(ExchangeError) as raised:
        forgotten_first(mark._replace(line=line) for line in count(1))

    assert (ExchangeFault.NOT_OURS, MARKS_MOST + 1) == (
        raised.value.code,
        raised.value.details["line"],
    )


@pytest.mark.parametrize(
    "span", [(MONDAY, None), (None, MONDAY), (MONDAY, MONDAY - timedelta(days=1))]
)
def test_days_that_are_no_span_are_refused(span: tuple[date | None, date | None]) -> None:
    row = CarriedRow(FORGOTTEN, (UUID(int=1), MORNING, 0, *span, True), 3)

    with pytest.raises(ExchangeError) as raised:
        forgotten_of(row)
    assert (ExchangeFault.BAD_SPAN, 3) == (raised.value.code, raised.value.details["line"])


def test_a_mark_is_its_row() -> None:
    mark = Forgotten(UUID(int=1), MORNING, MONDAY, MONDAY, gone=False)

    assert mark == forgotten_of(row_of(mark))
