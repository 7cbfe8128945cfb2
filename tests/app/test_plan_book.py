"""The plan read from the journal: newer rows alone lead to the same as all of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.app.plan_book import keep_plan, read_plan
from hipcoach.core.journal import SafetyAnswers, SessionAnswers
from hipcoach.core.plan import Action
from hipcoach.core.plan_log import NextDayAnswers, PlanDecided, Reply, Soreness
from hipcoach.core.practice_day import practice_day
from tests.app.journal_days import keep_session
from tests.fakes import FakeClock, MemoryJournal

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 10), st.one_of(st.none(), st.integers(0, 10))),
        max_size=12,
    )
)
def test_what_is_read_bit_by_bit_is_what_is_read_at_once(
    told: list[tuple[int, int, int | None]],
) -> None:
    journal, clock = MemoryJournal(), FakeClock(START)
    known = read_plan(journal, clock.now())
    for ahead, during, after in told:
        clock.advance(ahead * 3600.0)
        session = keep_session(journal, clock, pain_during=during)
        known = read_plan(journal, clock.now(), known)
        if after is not None:
            clock.advance(60)
            day = practice_day(session.at)
            journal.add(
                NextDayAnswers(
                    clock.new_id(), clock.now(), day, 1, Reply.ANSWERED, after, Soreness.MILD, False
                )
            )
        known = read_plan(journal, clock.now(), known)

        whole = read_plan(journal, clock.now())
        assert whole.plan == known.plan
        assert whole.log == known.log
        assert whole.ramp.states == known.ramp.states


def test_a_session_that_is_answered_later_is_read_anew() -> None:
    journal, clock = MemoryJournal(), FakeClock(START)
    session = keep_session(journal, clock)
    known = read_plan(journal, clock.now())
    clock.advance(3600)
    journal.add_answers(SessionAnswers(clock.new_id(), session.id, clock.now(), 4, 8, False))

    assert Action.BACK_OFF is read_plan(journal, clock.now(), known).plan.action


def test_what_was_written_with_an_older_time_is_seen_on_the_next_day() -> None:
    journal, clock = MemoryJournal(), FakeClock(START)
    known = read_plan(journal, clock.now())
    journal.add(SafetyAnswers(clock.new_id(), START - DAY, ("fever",)))
    clock.advance(24 * 3600)

    assert read_plan(journal, clock.now(), known).plan.stopped


@pytest.mark.parametrize("times", [1, 3])
def test_a_plan_that_stands_there_already_is_not_written_again(times: int) -> None:
    journal, clock = MemoryJournal(), FakeClock(START)
    for _ in range(times):
        keep_plan(journal, clock, read_plan(journal, clock.now()))

    assert 1 == len(journal.all_of(PlanDecided))
