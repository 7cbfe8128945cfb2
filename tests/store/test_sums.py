"""What every journal says that days add up to: the same as its rows do, one by one."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from random import Random  # noqa: TID251 - seeded: nothing is left to chance
from zoneinfo import ZoneInfo

from hipcoach.core.break_hours import BreakEnds
from hipcoach.core.break_log import BreakLogged
from hipcoach.core.held import HeldOn
from hipcoach.core.journal import EventKind
from hipcoach.core.span_sums import SpanSums
from hipcoach.ports import Journal
from tests.store import samples
from tests.sums import sums_of

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
KNEE = "knee-to-chest"


def test_a_new_journal_adds_up_to_nothing(journal: Journal) -> None:
    assert SpanSums() == journal.sums(MONDAY, MONDAY + 7 * DAY)
    assert SpanSums() == journal.sums(date.min, date.max)


def test_holds_and_contractions_count_and_nothing_else(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    journal.add_segment(samples.segment(2, 1))
    journal.add_segment(samples.segment(3, 1, phase="contract", held_s=5.0))
    journal.add_segment(samples.segment(4, 1, phase="rest"))

    assert (HeldOn(MONDAY, KNEE, 2, 2, 34.95),) == journal.sums(MONDAY, MONDAY).held


def test_a_hold_that_was_broken_off_gives_its_seconds_alone(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    journal.add_segment(samples.segment(2, 1, completed=False, held_s=8.0))

    (found,) = journal.sums(MONDAY, MONDAY).held

    assert (0, 8.0) == (found.holds, found.held_s)


def test_a_day_with_two_sessions_is_one_day_at_its_highest_rung(journal: Journal) -> None:
    for number, hours, rung in ((1, 0, 3), (2, 20, 1)):  # half past three in the night
        journal.open_session(samples.opened(number, hours * 60))
        journal.add_segment(samples.segment(10 + number, number, hours * 60, rung=rung))
    for number in (21, 22):
        journal.add_event(samples.event(number, 2, kind=EventKind.PINCH))
    journal.add_event(samples.event(23, 1, kind=EventKind.EASIER))
    journal.add_event(samples.event(24, 1, kind=EventKind.PAUSED))

    assert (HeldOn(MONDAY, KNEE, 3, 2, 59.9, 2, 1),) == journal.sums(MONDAY, MONDAY).held


def test_what_was_somebody_elses_is_left_out(journal: Journal) -> None:
    journal.open_session(samples.opened(1))
    journal.add_segment(samples.segment(2, 1))
    journal.add(samples.withdrawal(3, 1, 5))

    assert () == journal.sums(MONDAY, MONDAY).held
    journal.add(samples.withdrawal(4, 1, 6, withdrawn=False))
    assert 1 == len(journal.sums(MONDAY, MONDAY).held)


def test_breaks_are_counted_by_the_clock_on_the_wall(journal: Journal) -> None:
    tokyo = datetime(2026, 3, 3, 3, 59, 59, 900_000, tzinfo=ZoneInfo("Asia/Tokyo"))
    journal.add(BreakLogged(samples.uid(1), tokyo, "taken"))
    journal.add(BreakLogged(samples.uid(2), tokyo + timedelta(seconds=0.2), "taken"))

    assert {(1, 3): BreakEnds(taken=1)} == journal.sums(MONDAY, MONDAY).breaks
    assert {(1, 4): BreakEnds(taken=1)} == journal.sums(MONDAY + DAY, MONDAY + DAY).breaks


def test_all_of_many_rows_add_up_as_they_do_one_by_one(journal: Journal) -> None:
    random, breaks = Random(7), []
    for number in range(1, 60):
        zone = timezone(timedelta(minutes=random.randrange(-720, 780, 15)))
        at = datetime(2026, 3, 1, tzinfo=zone) + timedelta(minutes=random.randrange(12 * 1440))
        journal.open_session(samples.opened(number, when=at, zone=str(zone)))
        for part in range(3):
            rung, name = random.randrange(4), random.choice("abc")
            made = samples.segment(1000 + 3 * number + part, number, rung=rung, exercise=name)
            journal.add_segment(made)
        if random.random() < 0.2:
            journal.add(samples.withdrawal(5000 + number, number))
        kind = random.choice(("taken", "satisfied", "missed", "due", "snoozed"))
        breaks.append(BreakLogged(samples.uid(7000 + number), at, kind))
        journal.add(breaks[-1])
    records = journal.sessions(samples.at(-20_000), samples.at(40_000))

    for days in range(9):
        span = MONDAY + days * DAY, MONDAY + 8 * DAY
        wanted, found = sums_of(records, breaks, *span), journal.sums(*span)
        assert wanted.breaks == found.breaks
        assert _rounded(wanted.held) == _rounded(found.held)


def _rounded(held: tuple[HeldOn, ...]) -> list[tuple[object, ...]]:
    return [(one.day, one.exercise, one.rung, one.holds, round(one.held_s, 6)) for one in held]
