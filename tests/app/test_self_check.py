"""The desk of the self-check: due every month, compared with last time, never a diagnosis."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.phrases import self_check as phrases
from hipcoach.app.self_check import SelfCheckDesk
from hipcoach.app.snapshots import SelfCheckResult
from hipcoach.core.errors import StoreError
from hipcoach.core.journal import SelfCheckDone
from hipcoach.core.self_check import QUESTIONS, RULES, Reason
from hipcoach.core.side import Side
from hipcoach.library.source import OwnContent
from tests.app.practice import content
from tests.fakes import FakeClock, MemoryJournal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ARCHED = {"arch": "yes", "leg-hang/left": "above"}


class Stand:
    """A desk, and what it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clock = FakeClock()
        self.journal = MemoryJournal()
        self.worker = JournalWorker(lambda: self.journal)
        self.worker.start()
        self.desk = SelfCheckDesk(OwnContent(), self.clock, self.worker)
        self.cards: list[str] = []
        self.results: list[SelfCheckResult] = []
        self.desk.cardChanged.connect(self.cards.append)
        self.desk.resultReady.connect(self.results.append)

    def look(self) -> str:
        """The card after the journal was asked."""
        before = len(self.cards)
        self.desk.look()

        def told() -> bool:
            self.worker.poll()
            return len(self.cards) > before

        self._qtbot.waitUntil(told)
        return self.cards[-1]

    def finish(self, answers: dict[str, str]) -> SelfCheckResult:
        self.desk.finish(answers)
        self.look()
        return self.results[-1]

    def done_before(self, days: int, answers: dict[str, str]) -> None:
        at = self.clock.now() - timedelta(days=days)
        row = SelfCheckDone(self.clock.new_id(), at, tuple(answers.items()), "gentle-start", ())
        self.journal.add(row)


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand(qtbot)
    yield made
    assert made.worker.close()


def test_who_never_looked_is_asked_to(stand: Stand) -> None:
    assert phrases.card_words(None) == stand.look()


@pytest.mark.parametrize(("days", "asked"), [(29, ""), (30, phrases.card_words(30))])
def test_a_month_later_one_is_asked_again(stand: Stand, days: int, asked: str) -> None:
    stand.done_before(days, ARCHED)
    assert asked == stand.look()


def test_a_month_is_counted_in_practice_days(stand: Stand) -> None:
    stand.clock.set_wall(datetime(2026, 3, 31, 3, 0, tzinfo=UTC))
    row = SelfCheckDone(
        stand.clock.new_id(), datetime(2026, 3, 1, 23, 0, tzinfo=UTC), (), "gentle-start", ()
    )
    stand.journal.add(row)
    assert not stand.look()
    stand.clock.set_wall(datetime(2026, 3, 31, 5, 0, tzinfo=UTC))
    assert phrases.card_words(30) == stand.look()


def test_a_journal_that_can_not_be_read_asks_nothing(stand: Stand) -> None:
    stand.journal.fault = StoreError("locked", {"path": "journal.db"})
    assert not stand.look()


def test_what_was_answered_suggested_and_why_is_written_down(stand: Stand) -> None:
    result = stand.finish({"leg-hang/left": "above", "arch": "yes"})
    (row,) = stand.journal.all_of(SelfCheckDone)
    assert (("arch", "yes"), ("leg-hang/left", "above")) == row.answers
    assert ("balanced-hips", (Reason.LEG_STAYS_UP, Reason.ARCH)) == (row.routine, row.reasons)
    assert stand.clock.now() == row.at
    assert "balanced-hips" == result.routine
    name = content().wording.routines["balanced-hips"].name
    assert phrases.suggestion_words(name) == result.title
    assert tuple(map(phrases.reason_words, row.reasons)) == result.reasons
    assert not stand.look()


def test_who_skips_everything_leaves_nothing_behind(stand: Stand) -> None:
    result = stand.finish({})
    assert () == stand.journal.all_of(SelfCheckDone)
    assert ("", ()) == (result.since, result.changes)
    assert (phrases.reason_words(Reason.NOTHING_SAID),) == result.reasons
    assert phrases.card_words(None) == stand.look()


def test_the_first_look_has_nothing_to_be_compared_with(stand: Stand) -> None:
    result = stand.finish(ARCHED)
    assert ("", (phrases.first_words(),)) == (result.since, result.changes)


def test_a_later_look_tells_what_has_changed_since_the_newest(stand: Stand) -> None:
    stand.done_before(90, {"arch": "not-sure"})
    stand.done_before(31, ARCHED)
    stand.look()
    result = stand.finish({"arch": "no", "leg-hang/left": "high", "morning": "yes"})
    assert phrases.since_words(31) == result.since
    assert (
        "Hollow low back: “Yes” → “No”. More ease than last time.",
        (
            "Leg at the edge of the bed, left: “A hand above it” → “Well above the bed”. "
            "Less ease than last time."
        ),
        phrases.ups_and_downs_words(),
    ) == result.changes


def test_the_next_look_is_compared_with_this_one(stand: Stand) -> None:
    stand.done_before(31, ARCHED)
    stand.look()
    stand.finish({"arch": "no"})
    stand.clock.advance(31 * 86400)
    result = stand.finish({"arch": "no"})
    assert phrases.since_words(31) == result.since
    assert (phrases.unchanged_words(1),) == result.changes


def test_a_second_look_at_once_is_compared_with_the_first(stand: Stand) -> None:
    stand.desk.finish(ARCHED)
    stand.desk.finish(ARCHED)
    assert phrases.since_words(0) == stand.results[-1].since


@pytest.mark.parametrize("before", [(), (31,)])
def test_an_answer_of_the_journal_that_comes_too_late_asks_for_no_second_look(
    stand: Stand, before: tuple[int, ...]
) -> None:
    for days in before:
        stand.done_before(days, ARCHED)
    stand.desk.look()
    stand.finish(ARCHED)
    assert not any(stand.cards)


def test_days_are_those_of_the_person_and_not_of_the_computer_in_greenwich(stand: Stand) -> None:
    there = timezone(timedelta(hours=9))
    stand.clock.set_wall(datetime(2026, 3, 31, 5, 0, tzinfo=there))
    stand.done_before(30, ARCHED)
    assert phrases.card_words(30) == stand.look()


def test_other_questions_can_not_be_compared(stand: Stand) -> None:
    stand.done_before(31, {"morning": "yes"})
    stand.look()
    assert (phrases.unchanged_words(0),) == stand.finish({"arch": "no"}).changes


def test_every_rule_leads_to_a_routine_that_there_is() -> None:
    for rule in RULES:
        assert set(rule.routines) & set(content().routines), rule.reason


def test_every_code_has_its_words() -> None:
    for question in QUESTIONS:
        words = [phrases.answer_words(code) for code in question.choices]
        assert len(words) == len(set(words))
        assert not set(words) & set(question.choices)
        assert phrases.short_words(question)
        assert all(phrases.how_words(question))
        assert bool(phrases.care_words(question)) is question.looks
    for reason in Reason:
        assert phrases.reason_words(reason)
    asked = {phrases.question_words(question) for question in QUESTIONS}
    assert len(QUESTIONS) == len(asked)


def test_a_reason_or_an_answer_of_a_newer_version_does_no_harm() -> None:
    assert not phrases.reason_words("moon-phase")
    assert "perhaps" == phrases.answer_words("perhaps")


@pytest.mark.parametrize("side", Side)
def test_a_side_is_named_where_there_is_one(side: Side) -> None:
    sided: list[Any] = [one for one in QUESTIONS if one.side is side]
    assert 2 == len(sided)
    for question in sided:
        assert phrases.question_words(question).startswith(side.value.title())
        assert phrases.short_words(question).endswith(side.value)


def test_nothing_that_is_said_names_an_illness() -> None:
    said = " ".join(
        [
            *phrases.introduction(),
            *(phrases.reason_words(reason) for reason in Reason),
            *(phrases.question_words(question) for question in QUESTIONS),
        ]
    ).lower()
    for word in ("syndrome", "lordosis", "impingement", "diagnos", "tight hip flexor", "weak"):
        assert word not in said
