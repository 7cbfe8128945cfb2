"""The history on the desk: asked, kept at hand, and told anew when something changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.app.day_snapshots import DayStory
from hipcoach.app.history_snapshots import MonthSnapshot, YearSnapshot
from hipcoach.app.plan_snapshots import Told
from hipcoach.core.corrections import Note, Withdrawal
from hipcoach.core.plan_log import Reply, Soreness
from tests.app.coach_stand import DAMAGED, CoachStand
from tests.app.journal_days import keep_session

MONDAY = date(2026, 3, 2)


class Stand(CoachStand):
    """A coach whose history is written down; a session was practised yesterday."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.desk = self.coach.history
        self.months: list[MonthSnapshot] = []
        self.years: list[YearSnapshot] = []
        self.days: list[DayStory] = []
        self.desk.monthReady.connect(self.months.append)
        self.desk.yearReady.connect(self.years.append)
        self.desk.dayReady.connect(self.days.append)
        self.answered()
        self.session_id = keep_session(self.journal, self.clock, pain_during=1).id
        self.clock.advance(86_400)

    def month(self, year: int = 2026, month: int = 3) -> MonthSnapshot:
        """The month as it is shown next."""
        seen = len(self.months)
        self.desk.ask_month(year, month)
        self.qtbot.waitUntil(lambda: len(self.months) > seen)
        return self.months[-1]

    def day(self, day: date = MONDAY) -> DayStory:
        """The story of a day as it is told next."""
        seen = len(self.days)
        self.desk.ask_day(day)
        self.qtbot.waitUntil(lambda: len(self.days) > seen)
        return self.days[-1]

    def made_ready(self) -> None:
        """Wait until what is asked for ahead of time is there."""
        self.written()
        self.written()

    def told_anew(self) -> DayStory:
        """The story that is told when something has changed."""
        seen = len(self.days)
        self.qtbot.waitUntil(lambda: len(self.days) > seen)
        return self.days[-1]


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand(qtbot)
    made.begin()
    yield made
    made.close()


def test_a_month_is_told(stand: Stand) -> None:
    shown = stand.month()

    assert "March 2026" == shown.title
    assert "Gentle start" in next(one.words for one in shown.days if one.day == MONDAY)


def test_what_was_shown_and_what_is_beside_it_is_there_at_once(stand: Stand) -> None:
    stand.month()
    stand.made_ready()
    stand.journal.fault = DAMAGED
    stand.months.clear()

    for month in (2, 3, 4):
        stand.desk.ask_month(2026, month)

    assert [2, 3, 4] == [shown.month for shown in stand.months]
    assert "" == stand.months[1].advice


def test_the_months_beside_the_turn_of_a_year_are_known(stand: Stand) -> None:
    stand.month(2026, 1)
    stand.made_ready()
    stand.months.clear()

    stand.desk.ask_month(2025, 12)

    assert [(2025, 12)] == [(shown.year, shown.month) for shown in stand.months]


def test_only_what_is_wanted_last_is_shown(stand: Stand) -> None:
    stand.desk.ask_month(2026, 1)
    stand.desk.ask_month(2026, 6)
    stand.written()
    stand.written()

    assert [6] == [shown.month for shown in stand.months]


def test_a_year_is_told(stand: Stand) -> None:
    stand.desk.ask_year(2026)
    stand.qtbot.waitUntil(lambda: bool(stand.years))

    assert "1 day with practice, 5 minutes held" == stand.years[0].summary


def test_a_journal_that_cannot_be_read_is_said_to_be_so_and_asked_again(stand: Stand) -> None:
    stand.journal.fault = DAMAGED
    assert "can’t be read" in stand.month().advice

    stand.journal.fault = None
    assert "" == stand.month().advice


def test_what_is_shown_is_read_anew_when_the_plan_is(stand: Stand) -> None:
    stand.month()
    keep_session(stand.journal, stand.clock)
    seen = len(stand.months)

    stand.look()
    stand.qtbot.waitUntil(lambda: len(stand.months) > seen)

    assert stand.months[-1].summary.startswith("2 days with practice")


def test_nobody_is_told_who_does_not_look(stand: Stand) -> None:
    stand.month()
    stand.day()
    stand.desk.rest()
    seen = len(stand.months), len(stand.days)

    stand.look()
    stand.written()

    assert seen == (len(stand.months), len(stand.days))


def test_a_day_tells_its_sessions_with_each_exercise(stand: Stand) -> None:
    (session,) = stand.day().sessions

    assert session.title.endswith("· Gentle start")
    assert "5 minutes held, finished, effort 4 of 10, pain 1 of 10." == session.summary
    sides = {hold.side for hold in session.holds}
    assert {"Left", "Right"} <= sides
    assert all(hold.held and hold.rung and hold.exercise for hold in session.holds)


def test_an_answer_that_was_forgotten_is_kept_and_told(stand: Stand) -> None:
    before = stand.day()
    assert [(MONDAY, 1)] == [(one.day, one.days_after) for one in before.asked]

    stand.coach.plan.tell(Told(MONDAY, 1, Reply.ANSWERED, 2, Soreness.MILD, sketchy=False))

    (answer,) = stand.told_anew().answers
    assert "pain 2 of 10, sore muscles: mild, it felt right" in answer.words


def test_what_was_said_before_can_still_be_seen(stand: Stand) -> None:
    stand.day()
    for pain in (5, 2):
        stand.coach.plan.tell(Told(MONDAY, 1, Reply.ANSWERED, pain, Soreness.MILD, sketchy=False))
        stand.clock.advance(60)
        stand.told_anew()

    told = [(one.words.partition(": ")[2][:6], one.replaced) for one in stand.day().answers]
    assert [("pain 5", True), ("pain 2", False)] == told


def test_a_day_before_the_next_has_come_asks_nothing(stand: Stand) -> None:
    keep_session(stand.journal, stand.clock)

    assert () == stand.day(date(2026, 3, 3)).asked


def test_a_session_that_was_not_theirs_is_left_out_and_can_come_back(stand: Stand) -> None:
    stand.day()

    stand.desk.withdraw(stand.session_id, True)
    left_out = stand.told_anew()
    stand.desk.withdraw(stand.session_id, False)
    back = stand.told_anew()

    assert [True] == [one.withdrawn for one in left_out.sessions]
    assert left_out.sessions[0].holds
    assert () == left_out.asked
    assert [False] == [one.withdrawn for one in back.sessions]
    assert [True, False] == [row.withdrawn for row in stand.journal.all_of(Withdrawal)]


def test_a_note_is_kept_with_its_day(stand: Stand) -> None:
    stand.day()

    stand.desk.note(MONDAY, "A long drive.")

    (note,) = stand.told_anew().notes
    assert "A long drive." == note.words
    assert note.when.startswith("Written on Tuesday 3 March")
    assert [MONDAY] == [row.day for row in stand.journal.all_of(Note)]


def test_a_day_without_anything_says_so(stand: Stand) -> None:
    story = stand.day(date(2026, 2, 1))

    assert "No session on this day." == story.missing
    assert ((), (), "No breaks on this day.") == (
        story.sessions, story.plan, story.breaks_words,
    )  # fmt: skip
