"""Tables for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.csv_text import STEERS, csv_text


def test_a_table_is_written_as_spreadsheets_read_it() -> None:
    rows = [
        (1, 2.5, None, True, False, "plain"),
        ("a,b", 'say "yes"', "two\nlines", ["x", 1], {"y": "ü"}, "-"),
    ]

    assert (
        "a,b,c,d,e,f\r\n"
        "1,2.5,,true,false,plain\r\n"
        '"a,b","say ""yes""","two\nlines","[""x"",1]","{""y"":""ü""}",\'-\r\n'
    ) == "".join(csv_text("abcdef", rows))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_is_worked_out(text: str) -> None:
    assert f"'{text}" == next(csv.reader(StringIO([*csv_text("a", [(text,)])][1], newline="")))[0]


def test_a_number_below_zero_stays_a_number() -> None:
    assert "-1.5\r\n" == [*csv_text("a", [(-1.5,)])][1]


@given(cells=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2))
def test_any_text_comes_back(cells: list[str]) -> None:
    text = "".join(csv_text(["x"] * len(cells), [cells]))

    _, found = csv.reader(StringIO(text, newline=""))

    assert cells == [
        cell[1:] if cell[1:].startswith(STEERS) and cell.startswith("'") else cell for cell in found
    ]
