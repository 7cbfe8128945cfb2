"""The journal as a whole on the desk: one thing at a time, and what became of each."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hipcoach.app.data_desk import DataDesk
from hipcoach.app.data_snapshots import DataSnapshot, Form, Outcome, Part, Weighed, Wish
from hipcoach.app.phrases.data import PARAGRAPH
from tests.app import data_told
from tests.fakes import FakeErrands

pytestmark = pytest.mark.usefixtures("qapp")

LOOK = ("restore", "--json")
MARCH = date(2026, 3, 1), date(2026, 3, 7)


class Stand:
    """A desk, and somebody who runs its commands when told to."""

    def __init__(self, *, in_file: bool = True) -> None:
        self.errands = FakeErrands()
        self.desk = DataDesk(
            self.errands, "/here/journal.sqlite", in_file=in_file, size=lambda: 2_300_000
        )
        self.weighed: list[Weighed] = []
        self.written = 0
        self.desk.weighed.connect(self.weighed.append)
        self.desk.journalChanged.connect(self._count)

    def _count(self) -> None:
        self.written += 1

    @property
    def shown(self) -> DataSnapshot:
        return self.desk.snapshot

    @property
    def outcome(self) -> Outcome:
        assert self.shown.outcome is not None
        return self.shown.outcome


@pytest.fixture
def stand() -> Stand:
    return Stand()


def test_a_look_tells_what_is_there(stand: Stand) -> None:
    stand.desk.look()
    assert "Reading the journal…" == stand.shown.words
    stand.errands.end(data_told.look(data_told.shown(sessions=1), data_told.copy(1)))

    assert [LOOK] == stand.errands.begun
    assert (
        ("1", "session recorded"),
        ("30", "entries about breaks"),
        ("January 2026", "when it begins"),
        ("2.3 MB", "on your disk"),
    ) == stand.shown.figures
    assert "" == stand.shown.words
    assert (date(2026, 1, 5), date(2026, 3, 2)) == stand.shown.days


def test_large_numbers_are_easy_to_read(stand: Stand) -> None:
    stand.desk.look()
    stand.errands.end(data_told.look(data_told.shown(sessions=25_000)))

    assert ("25\u202f000", "sessions recorded") == stand.shown.figures[0]


def test_copies_say_when_what_and_why(stand: Stand) -> None:
    stand.desk.look()
    stand.errands.end(
        data_told.look(
            data_told.shown(), data_told.copy(1, kind="by-hand"), data_told.copy(2, None)
        )
    )
    good, bad = stand.shown.copies

    assert good.when.startswith("Monday 9 March 2026, ")
    assert "made by you" == good.why
    assert "10 sessions, 30 break events, 5 January 2026 to 2 March 2026" == good.words
    assert good.readable
    assert ("This copy can't be read.", False) == (bad.words, bad.readable)


def test_before_a_copy_is_taken_back_the_two_are_compared(stand: Stand) -> None:
    stand.desk.look()
    stand.errands.end(data_told.look(data_told.shown(), data_told.copy(1)))
    (row,) = stand.shown.copies

    assert row.question.startswith("Take your journal back to the copy of Monday 9 March 2026")
    assert [
        "In the copy: 10 sessions, 30 break events, 5 January 2026 to 2 March 2026.",
        "In your journal now: 12 sessions, 30 break events, 5 January 2026 to 2 March 2026.",
        "2 sessions would be missing then.",
        "Your journal as it is now is kept among the copies.",
    ] == row.more.split(PARAGRAPH)


def test_in_the_place_of_a_journal_that_cannot_be_read_it_is_said_where_that_stays(
    stand: Stand,
) -> None:
    stand.desk.look()
    stand.errands.end(data_told.look(data_told.shown(sessions=None), data_told.copy(1)))

    assert stand.shown.copies[0].more.endswith("Its file is kept beside the new one.")


def test_without_a_journal_nothing_is_in_it_now(stand: Stand) -> None:
    stand.desk.look()
    stand.errands.end(data_told.look(None, data_told.copy(1)))

    assert "In your journal now: empty." in stand.shown.copies[0].more


def test_a_copy_with_as_much_in_it_lacks_nothing(stand: Stand) -> None:
    stand.desk.look()
    stand.errands.end(data_told.look(data_told.shown(), data_told.copy(1, 12)))

    assert "missing" not in stand.shown.copies[0].more


def test_an_empty_journal_is_no_riddle(stand: Stand) -> None:
    stand.desk.look()
    stand.errands.end(data_told.look(None))

    assert () == stand.shown.figures
    assert stand.shown.words.startswith("Nothing is recorded yet.")
    assert stand.shown.copies_words.startswith("There is no copy yet.")


@pytest.mark.parametrize(
    ("copies", "words"),
    [
        ([data_told.copy(1)], "One of the copies"),
        ([data_told.copy(1, None)], "there is no copy"),
        ([], "there is no copy"),
    ],
)
def test_a_journal_that_cannot_be_read_says_what_is_left(
    stand: Stand, copies: list[dict[str, Any]], words: str
) -> None:
    stand.desk.look()
    stand.errands.end(data_told.look(data_told.shown(sessions=None), *copies))

    assert words in stand.shown.words
    assert len(copies) == len(stand.shown.copies)


def test_a_look_that_fails_says_why(stand: Stand) -> None:
    stand.desk.look()
    stand.errands.end(status=1, trouble="hipcoach: The journal is closed to you.")

    assert "The journal is closed to you." == stand.shown.words


def test_only_the_newest_look_counts(stand: Stand) -> None:
    stand.desk.look()
    stand.desk.look()
    stand.errands.end(data_told.look(data_told.shown(sessions=1)))
    before = stand.shown.figures
    stand.errands.end(data_told.look(data_told.shown(sessions=2)))

    assert ((), "2") == (before, stand.shown.figures[0][0])


def test_of_a_journal_on_a_server_no_copies_are_looked_for() -> None:
    stand = Stand(in_file=False)
    stand.desk.look()

    assert [("forget", "--everything", "--dry-run", "--json")] == stand.errands.begun
    stand.errands.end(data_told.weight(sessions=2, break_events=1))

    assert ["2", "1"] == [figure for figure, _caption in stand.shown.figures]
    assert "server makes the copies" in stand.shown.copies_words
    stand.desk.look()
    stand.errands.end(data_told.weight())
    assert "Nothing is recorded" in stand.shown.words
    assert 0 == len(stand.shown.figures)


@pytest.mark.parametrize(
    ("form", "name", "asked"),
    [
        (Form.WHOLE, "all.json", ("export", "/out/all.json")),
        (Form.TABLE, "all.CSV", ("export", "--csv", "/out/all.CSV")),
        (Form.CALENDAR, "all.ics", ("export", "--ical", "/out/all.ics")),
    ],
)
def test_each_form_is_asked_for_by_its_name(
    stand: Stand, form: Form, name: str, asked: tuple[str, ...]
) -> None:
    stand.desk.take_out(form, Path("/out", name))

    assert [asked] == stand.errands.begun


def test_it_is_told_how_far_a_file_is_and_where_it_is_in_the_end(stand: Stand) -> None:
    stand.desk.take_out(Form.WHOLE, Path("/out/all.json"))
    assert stand.shown.work is not None
    assert ("Writing all.json…", None) == (stand.shown.work.words, stand.shown.work.share)
    stand.errands.step(0.4)
    assert 0.4 == stand.shown.work.share
    stand.errands.end()

    assert stand.shown.work is None
    assert ("It is in /out/all.json.", "/out/all.json") == (
        stand.outcome.words, stand.outcome.path
    )  # fmt: skip
    assert (0, 1) == (stand.written, len(stand.errands.begun))


def test_a_table_under_another_name_is_not_written(stand: Stand) -> None:
    stand.desk.take_out(Form.TABLE, Path("/out/all.txt"))

    assert [] == stand.errands.begun
    assert stand.outcome.wrong


def test_what_is_called_off_leaves_nothing(stand: Stand) -> None:
    stand.desk.take_out(Form.WHOLE, Path("/out/all.json"))
    stand.desk.call_off()

    assert "Called off: no file was written." == stand.outcome.words
    assert not stand.outcome.wrong


def test_what_was_called_off_too_late_is_there(stand: Stand) -> None:
    stand.desk.take_out(Form.WHOLE, Path("/out/all.json"))
    stand.errands.end(called_off=True)

    assert "It is in /out/all.json." == stand.outcome.words


def test_only_what_can_be_called_off_is(stand: Stand) -> None:
    stand.desk.call_off()
    stand.desk.copy()
    stand.desk.call_off()

    assert 0 == stand.errands.called_off


def test_one_thing_is_done_at_a_time(stand: Stand) -> None:
    stand.desk.copy()
    stand.desk.bring_in(Path("/in.json"))
    assert [("backup",)] == stand.errands.begun
    stand.errands.end()
    stand.errands.end(data_told.look(data_told.shown()))
    assert stand.shown.outcome is not None
    stand.desk.bring_in(Path("/in.json"))

    assert ("import", "/in.json", "--json") == stand.errands.begun[-1]
    assert stand.shown.outcome is None


def test_a_journal_that_was_joined_is_looked_at_anew(stand: Stand) -> None:
    stand.desk.bring_in(Path("/in.json"))
    stand.errands.end(data_told.joined(added=3))

    assert "New here: 3 sessions, 0 check-ins, 0 break events; 3 rows in all." == (
        stand.outcome.words
    )
    assert stand.outcome.leftover is None
    assert (1, LOOK) == (stand.written, stand.errands.begun[-1])


def test_what_was_deleted_can_be_brought_back_on_purpose(stand: Stand) -> None:
    stand.desk.bring_in(Path("/in.json"))
    stand.errands.end(data_told.joined(left_out=2))
    left = stand.outcome.leftover
    assert left is not None
    assert "2 sessions" in left.question
    assert "Left out, as it had been deleted: 2 sessions, 0 check-ins, 0 break events." == (
        stand.outcome.words
    )
    stand.errands.end(data_told.look(data_told.shown()))
    stand.desk.bring_in(Path(left.path), back=True)

    assert ("import", "/in.json", "--bring-back", "--json") == stand.errands.begun[-1]


def test_what_another_journal_has_deleted_is_told(stand: Stand) -> None:
    stand.desk.bring_in(Path("/in.json"))
    stand.errands.end(data_told.joined(deleted=2))

    assert "Deleted here, as it was there: 2 sessions" in stand.outcome.words


def test_a_file_that_is_wrong_says_in_which_line(stand: Stand) -> None:
    stand.desk.bring_in(Path("/in.json"))
    stand.errands.end(status=1, trouble="something else\nhipcoach: in.json, line 3: it is missing.")

    assert ("in.json, line 3: it is missing.", True) == (stand.outcome.words, stand.outcome.wrong)


@pytest.mark.parametrize("trouble", ["", "Traceback (most recent call last): …"])
def test_what_fails_without_a_word_is_told_all_the_same(stand: Stand, trouble: str) -> None:
    stand.desk.copy()
    stand.errands.end(status=1, trouble=trouble)

    assert stand.outcome.words.startswith("That did not work")
    assert stand.outcome.wrong


def test_words_that_no_program_of_ours_says_are_taken_for_a_fault(stand: Stand) -> None:
    stand.desk.bring_in(Path("/in.json"))
    stand.errands.end("{")

    assert stand.outcome.wrong


def test_a_copy_is_made_and_seen(stand: Stand) -> None:
    stand.desk.copy()
    stand.errands.end("2026-03-02 …")

    assert "The copy is made. It stays until you delete it." == stand.outcome.words
    assert (0, [("backup",), LOOK]) == (stand.written, stand.errands.begun)


@pytest.mark.parametrize(
    ("aside", "words"),
    [("/copies/before.sqlite", "is kept in /copies/before.sqlite."), (None, "that copy was.")],
)
def test_a_copy_is_taken_back_and_the_journal_of_before_named(
    stand: Stand, aside: str | None, words: str
) -> None:
    stand.desk.take_back("/copies/1.sqlite")
    stand.errands.end(json.dumps({"restored": "/copies/1.sqlite", "aside": aside}))

    assert ("restore", "/copies/1.sqlite", "--yes", "--json") == stand.errands.begun[0]
    assert stand.outcome.words.endswith(words)
    assert (aside or "") == stand.outcome.path
    assert 1 == stand.written


def test_days_are_weighed_before_they_are_deleted(stand: Stand) -> None:
    wish = Wish(MARCH)
    stand.desk.weigh(wish)
    stand.errands.end(data_told.weight(sessions=3, break_events=5))

    span = "--from", "2026-03-01", "--to", "2026-03-07"
    assert [("forget", *span, "--dry-run", "--json")] == stand.errands.begun
    (found,) = stand.weighed
    assert wish == found.wish
    assert "Delete 3 sessions, 0 check-ins, 5 break events for good?" == found.question
    assert [
        "That is what is recorded from 1 March 2026 to 7 March 2026, both days among them.",
        "It stays in the copies of your journal until you delete those too.",
    ] == found.more.split(PARAGRAPH)
    assert (None, 0) == (stand.shown.work, stand.written)


def test_with_the_copies_nothing_brings_it_back(stand: Stand) -> None:
    stand.desk.weigh(Wish(None, copies=True))
    stand.errands.end(data_told.weight(sessions=3))

    assert [("forget", "--everything", "--dry-run", "--json")] == stand.errands.begun
    assert [
        "That is all your journal has ever recorded.",
        "Every copy goes as well, so nothing can bring it back.",
    ] == stand.weighed[0].more.split(PARAGRAPH)


def test_one_day_is_called_one(stand: Stand) -> None:
    stand.desk.weigh(Wish((MARCH[0], MARCH[0])))
    stand.errands.end(data_told.weight(sessions=1))

    assert "That is what is recorded on 1 March 2026." in stand.weighed[0].more


def test_days_with_no_more_than_plans_are_no_riddle(stand: Stand) -> None:
    stand.desk.weigh(Wish(MARCH))
    stand.errands.end(data_told.weight(plans=2))

    assert "Delete 2 entries for good?" == stand.weighed[0].question


def test_nothing_is_asked_where_there_is_nothing(stand: Stand) -> None:
    stand.desk.weigh(Wish(MARCH))
    stand.errands.end(data_told.weight())

    assert [] == stand.weighed
    assert "There is nothing to delete." == stand.outcome.words


def test_the_copies_of_an_empty_journal_can_go(stand: Stand) -> None:
    stand.desk.weigh(Wish(None, copies=True))
    stand.errands.end(data_told.weight())

    assert "every copy" in stand.weighed[0].question


def test_what_is_deleted_is_told(stand: Stand) -> None:
    stand.desk.forget(Wish(None, copies=True))
    stand.errands.end(data_told.weight(deleted=True, backups=2, sessions=3))

    assert [("forget", "--everything", "--backups", "--yes", "--json"), LOOK] == (
        stand.errands.begun
    )
    assert stand.outcome.words.startswith("Deleted: 3 sessions,")
    assert stand.outcome.words.endswith("2 backups deleted.")
    assert 1 == stand.written


def test_what_is_deleted_but_may_be_read_still_is_told_as_well(stand: Stand) -> None:
    stand.desk.forget(Wish(MARCH))
    stand.errands.end(
        data_told.weight(deleted=True, sessions=3),
        status=1,
        trouble="hipcoach: It is deleted, but another program still reads the journal.",
    )

    deleted, trouble = stand.outcome.words.splitlines()
    assert deleted.startswith("Deleted: 3 sessions,")
    assert trouble.startswith("It is deleted, but another program")
    assert stand.outcome.wrong


def test_what_was_said_is_gone_at_the_next_visit(stand: Stand) -> None:
    stand.desk.copy()
    stand.errands.end()
    stand.desk.leave()

    assert stand.shown.outcome is None


def test_a_report_is_told_of_among_what_goes_out(stand: Stand) -> None:
    stand.desk.tell_of_report("The report was saved.")

    assert Outcome(Part.OUT, "The report was saved.") == stand.outcome
