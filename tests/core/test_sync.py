"""What is remembered between one joining and the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.sync import (
    SyncPlace,
    SyncState,
    file_name,
    files_of_others,
    read_state,
    state_text,
    unread,
    unwritten,
)

ME, YOU = "0123456789ab", "ba9876543210"
COUNTS = {"sessions": 3, "plans": 9}
words = st.text(st.characters(codec="utf-8"))
places = st.builds(
    SyncPlace,
    seen=st.dictionaries(words, words),
    written=words,
    counts=st.dictionaries(words, st.integers(0, 2**40)),
)


@given(places=st.dictionaries(words, places, max_size=3), host=words)
def test_what_is_remembered_is_known_again(places: dict[str, SyncPlace], host: str) -> None:
    state = SyncState(ME, host, places)

    assert state == read_state(state_text(state), host)


def test_a_copy_on_another_computer_begins_anew() -> None:
    text = state_text(SyncState(ME, "desk"))

    assert read_state(text, "laptop") is None


@pytest.mark.parametrize(
    "text",
    [None, "", "{", "[]", "{}", "null", '{"computer": "../..", "host": "h", "places": {}}',
     '{"computer": "0123456789ab", "host": "h", "places": {"x": 1}}',
     '{"computer": "0123456789ab", "host": "h", "places": {"x": {"seen": [], "written": ""}}}',
     "[" * 100_000],
)  # fmt: skip
def test_what_makes_no_sense_is_forgotten(text: str | None) -> None:
    assert read_state(text, "h") is None


def test_only_files_of_other_computers_are_looked_at() -> None:
    names = [
        file_name(YOU),
        file_name(ME),
        "hipcoach-journal-ba9876543210.sync-conflict-20260302.json",
        ".hipcoach-journal-ba9876543210.json.x7",
        "hipcoach-journal-BA9876543210.json",
        "holiday.json",
    ]

    assert (file_name(YOU),) == files_of_others(names, ME)


def test_a_file_is_read_once() -> None:
    place = SyncPlace({"a": "1-1"}, counts=COUNTS)

    assert not unread(place, "a", "1-1", COUNTS)
    assert not unread(place, "a", "1-1", {**COUNTS, "plans": 10})
    assert unread(place, "a", "1-2", COUNTS)
    assert unread(place, "b", "1-1", COUNTS)


def test_a_journal_that_has_lost_rows_reads_everything_again() -> None:
    place = SyncPlace({"a": "1-1"}, counts=COUNTS)

    assert unread(place, "a", "1-1", {"sessions": 2, "plans": 90})
    assert unread(place, "a", "1-1", {})


def test_our_own_file_is_written_where_it_would_say_more() -> None:
    place = SyncPlace(written="1-1", counts=COUNTS)

    assert not unwritten(place, "1-1", COUNTS)
    assert unwritten(place, "1-1", {**COUNTS, "plans": 10})
    assert unwritten(place, "2-1", COUNTS)
    assert unwritten(place, "", COUNTS)
    assert unwritten(SyncPlace(), "", {})
