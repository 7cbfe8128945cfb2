"""Ids out of names: whatever somebody types becomes a file's name on every system."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.names import ALONE, LONGEST, id_of


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Evening hips", "evening-hips"),
        ("Übung für zwei", "ubung-fur-zwei"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "c-windows-x"),
        ("con", "my-con"),
        ("LPT1", "my-lpt1"),
        ("only-leg-swings", "my-only-leg-swings"),
        ("髋关节", "routine"),
        ("", "routine"),
        ("...", "routine"),
        ("a" * 200, "a" * LONGEST),
        ("\x00\ud800", "routine"),
    ],
)
def test_a_name_becomes_an_id(name: str, made: str) -> None:
    assert made == id_of(name, ())


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert "mine-3" == id_of("Mine", {"mine", "mine-2"})


@given(st.text(), st.sets(st.text(alphabet="ab-2", max_size=4)))
def test_an_id_is_plain_short_and_free(name: str, taken: set[str]) -> None:
    made = id_of(name, taken)
    assert made not in taken
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert LONGEST + 10 >= len(made)
    assert not made.startswith(ALONE)
