"""What tells that others wrote into a journal, or put another one in its place."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from hipcoach.core.errors import StoreError
from hipcoach.core.journal import SafetyAnswers
from hipcoach.store.journal import open_journal
from tests.store import samples


def answers(number: int) -> SafetyAnswers:
    return SafetyAnswers(samples.uid(number), samples.at(number), ())


def test_the_stamp_of_a_file_changes_with_what_others_write(file: Path) -> None:
    with closing(open_journal(file)) as ours, closing(open_journal(file)) as theirs:
        before = ours.stamp()
        ours.add(answers(1))
        assert before == ours.stamp()
        theirs.add(answers(2))
        assert before != ours.stamp()


def test_the_stamp_of_a_server_changes_with_what_others_write(postgres_url: str) -> None:
    with closing(open_journal(postgres_url)) as ours, closing(open_journal(postgres_url)) as theirs:
        before = ours.stamp()
        assert before == ours.stamp()
        theirs.add(answers(1))
        assert before != ours.stamp()


def test_nothing_goes_into_a_file_that_was_moved_away(file: Path) -> None:
    with closing(open_journal(file)) as ours:
        aside = file.rename(file.with_name("aside.sqlite"))
        open_journal(file).close()
        with pytest.raises(StoreError) as writing:
            ours.add(answers(1))
        with pytest.raises(StoreError) as reading:
            ours.newest(SafetyAnswers)
    assert ["replaced"] * 2 == [writing.value.code, reading.value.code]
    with closing(open_journal(aside)) as moved:
        assert moved.newest(SafetyAnswers) is None


def test_a_journal_that_was_deleted_takes_no_rows_either(file: Path) -> None:
    with closing(open_journal(file)) as ours:
        file.unlink()
        with pytest.raises(StoreError) as told:
            ours.add(answers(1))
    assert "replaced" == told.value.code


def test_a_journal_opened_anew_has_another_stamp_when_the_file_is_another(file: Path) -> None:
    with closing(open_journal(file)) as ours:
        before = ours.stamp()
    file.rename(file.with_name("aside.sqlite"))
    with closing(open_journal(file)) as ours:
        assert before != ours.stamp()
