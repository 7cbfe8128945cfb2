"""The form in which a journal goes out and comes in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipcoach.core.exchange import (
    TABLES,
    CarriedRow,
    ExchangeError,
    ExchangeFault,
    plain_row,
    read_row,
    schema,
)
from hipcoach.core.exchange_text import ROW_MOST, rows_of, text_of
from tests.core.carried import rows

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
DOCS = Path(__file__).parents[2] / "docs"
HEAD = '{"format":"hipcoach-journal","version":2,"rows":['
CEILING: dict[str, Any] = {
    "table": "ceilings",
    "id": "01990000-0000-7000-8000-000000000001",
    "at": "2026-03-02T06:30:00Z",
    "offset_s": 3600,
    "level": 2,
}


def written(*found: CarriedRow) -> bytes:
    return "".join(text_of(found, "0.1.0", NOW)).encode()


def read(text: bytes | str, size: int = 4096) -> list[CarriedRow]:
    data = text.encode() if isinstance(text, str) else text
    return list(rows_of(data[at : at + size] for at in range(0, len(data), size)))


def fault(text: bytes | str, size: int = 4096) -> ExchangeError:
    with pytest.raises(ExchangeError) as raised:
        read(text, size)
    return raised.value


def file_of(**changes: Any) -> str:
    return HEAD + "\n" + json.dumps({**CEILING, **changes}) + "\n]}"


@given(found=st.lists(rows(), max_size=5), size=st.integers(1, 50))
def test_what_is_written_is_read_again(found: list[CarriedRow], size: int) -> None:
    assert found == [row._replace(line=0) for row in read(written(*found), size)]


@given(row=rows())
def test_a_row_is_plain_json(row: CarriedRow) -> None:
    plain = json.loads(json.dumps(plain_row(row)))

    assert ["table", *TABLES[row.table]] == [*plain]
    assert row == read_row(plain)


def test_an_empty_journal_is_a_file_too() -> None:
    assert [] == read(written())


def test_it_may_be_laid_out_in_any_way() -> None:
    laid_out = json.dumps(json.loads(file_of()), indent=3)

    assert [row.values for row in read(file_of())] == [row.values for row in read(laid_out, 3)]


def test_a_byte_order_mark_does_no_harm() -> None:
    assert 1 == len(read("\ufeff" + file_of()))


def test_a_row_knows_its_line() -> None:
    two = HEAD + "\n" + json.dumps(CEILING) + ",\n" + json.dumps(CEILING) + "\n]}"

    assert [2, 3] == [row.line for row in read(two)]


@given(row=rows(), data=st.data())
@settings(max_examples=200)
def test_a_row_without_a_field_is_refused(row: CarriedRow, data: st.DataObject) -> None:
    plain = plain_row(row)
    del plain[name := data.draw(st.sampled_from([*TABLES[row.table]]))]

    with pytest.raises(ExchangeError) as raised:
        read_row(plain, 7)

    assert (ExchangeFault.MISSING, name, 7) == (
        raised.value.code,
        raised.value.details["field"],
        raised.value.details["line"],
    )


HOSTILE: list[Any] = [
    None,
    True,
    10**30,
    -(10**30),
    1e308,
    float("inf"),
    "\0",
    "\ud800",
    "x",
    [[]],
    {"a": {}},
]


@given(row=rows(), data=st.data())
@settings(max_examples=300)
def test_whatever_stands_in_a_field_it_is_kept_as_it_is_or_refused(
    row: CarriedRow, data: st.DataObject
) -> None:
    plain = plain_row(row)
    name = data.draw(st.sampled_from([*TABLES[row.table]]))
    plain[name] = deepcopy(data.draw(st.sampled_from(HOSTILE)))

    try:
        found = read_row(plain)
    except ExchangeError as error:
        assert (row.table, name) == (error.details["table"], error.details["field"])  # noqa: PT017 - either is right
    else:
        assert plain == plain_row(found)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"level": 4}, "exchange-bad-number", "level"),
        ({"level": 2.0}, "exchange-bad-number", "level"),
        ({"level": True}, "exchange-bad-number", "level"),
        ({"level": None}, "exchange-bad-number", "level"),
        ({"id": "1"}, "exchange-bad-id", "id"),
        ({"id": CEILING["id"].upper().replace("0", "A")}, "exchange-bad-id", "id"),
        ({"at": "2026-03-02T06:30:00"}, "exchange-bad-moment", "at"),
        ({"at": "2026-02-30T06:30:00Z"}, "exchange-bad-moment", "at"),
        ({"at": "9999-12-31T23:59:59Z"}, "exchange-bad-moment", "at"),
        ({"at": 5}, "exchange-bad-moment", "at"),
        ({"offset_s": 86_400}, "exchange-bad-number", "offset_s"),
        ({"more": 1}, "exchange-unknown", "more"),
    ],
)
def test_a_bad_field_is_named_with_its_line(changes: dict[str, Any], code: str, field: str) -> None:
    error = fault(file_of(**changes))

    assert (code, 2, "ceilings", field) == (
        error.code,
        error.details["line"],
        error.details["table"],
        error.details["field"],
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "not-ours", 1),
        ("   \n\n", "not-ours", 3),
        ("hello", "not-ours", 1),
        ("[]", "not-ours", 1),
        ("{}", "not-ours", 1),
        ("SQLite format 3\0", "not-ours", 1),
        ('{"history": []}', "not-ours", 1),
        ('{"rows": []}', "not-ours", 1),
        ('{"format":"other","version":1,"rows":[]}', "not-ours", 1),
        ('{"format":"hipcoach-journal","version":true,"rows":[]}', "not-ours", 1),
        ('{"format":"hipcoach-journal","version":0,"rows":[]}', "not-ours", 1),
        ('{"format":"hipcoach-journal","version":3,"rows":[]}', "newer", 1),
        ("{\n" * 3, "not-ours", 2),
        (HEAD + "]} more", "not-json", 1),
        (HEAD + "\n1]}", "no-row", 2),
        (HEAD + '\n{"table":"pains"}]}', "no-row", 2),
        (HEAD + '\n{"table":["ceilings"]}]}', "no-row", 2),
        (HEAD + "\n{}]}", "no-row", 2),
        (HEAD + "\n[NaN]]}", "not-json", 2),
        (HEAD + "\n[" + "9" * 5000 + "]]}", "not-json", 2),
        ('{"format":"hipcoach-journal","version":9,"version":2,"rows":[]}', "twice", 1),
        (HEAD + "\n" + "[" * 100_000 + "]" * 100_000 + "]}", "too-deep", 2),
        (HEAD + "\n" + '"' + "x" * 2 * ROW_MOST + '"]}', "too-long", 2),
        (HEAD + "\n" + '"' + "x" * 5 * ROW_MOST + '"]}', "too-long", 2),
        (HEAD + '\n{"table":"ceilings","level":1,\n"level":2}]}', "twice", 2),
        (HEAD + '\n{"table"\n"ceilings"}]}', "not-json", 3),
        (file_of() + file_of(), "not-json", 3),
        (file_of().replace("\n]}", "\n,]}"), "not-json", 3),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_the_line(text: str, code: str, line: int) -> None:
    for size in (5, 2**16):
        error = fault(text, size) if len(text) < 10_000 else fault(text, 2**16)

        assert (f"exchange-{code}", line) == (error.code, error.details["line"])


@given(end=st.integers(0, len(file_of()) - 1))
def test_a_file_that_was_cut_off_is_refused_wherever_it_ends(end: int) -> None:
    assert fault(file_of()[:end]).code in {"exchange-cut-off", "exchange-not-ours"}


def test_a_byte_that_is_no_text_is_named_with_its_line() -> None:
    error = fault(file_of().encode().replace(b"2026", b"\xff026"), 7)

    assert ("exchange-not-text", 2) == (error.code, error.details["line"])


def test_a_file_that_ends_in_the_middle_of_a_letter_is_cut_off() -> None:
    whole = file_of(level="ä").replace("\\u00e4", "ä").encode()
    error = fault(whole[: whole.index("ä".encode()) + 1])

    assert ("exchange-cut-off", 2) == (error.code, error.details["line"])


@pytest.mark.parametrize("row", ["[{}]", '{{"table":"ceilings","id":[{}]}}'])
def test_however_deep_its_lists_lie_it_is_refused_and_no_more(row: str) -> None:
    codes = {
        fault(HEAD + row.format("[" * deep + "]" * deep) + "]}").code for deep in range(1, 1010)
    }

    assert ExchangeFault.TOO_DEEP in codes
    assert codes <= {"exchange-too-deep", "exchange-no-row", "exchange-bad-id"}


def test_a_field_that_is_there_twice_is_found_among_very_many() -> None:
    many = ",".join(f'"{number}":1' for number in range(80_000))
    # Compared each with each this takes a minute.
    error = fault(HEAD + "\n{" + many + ',"79999":1}]}', 2**16)

    assert (ExchangeFault.TWICE, "79999") == (error.code, error.details["field"])


def test_blanks_without_end_are_passed_over() -> None:
    blanks = b" " * (2**20 - 1) + b"\n"

    (row,) = rows_of(
        chain([HEAD.encode()], repeat(blanks, 50), [json.dumps(CEILING).encode(), b"]}"])
    )

    assert 51 == row.line


def test_a_value_is_named_as_json_writes_it() -> None:
    assert ["null", "true", "[1]"] == [
        fault(file_of(level=value)).details["value"] for value in (None, True, [1])
    ]


@given(data=st.binary(max_size=200), at=st.integers(0, 300))
def test_no_bytes_make_it_stumble(data: bytes, at: int) -> None:
    whole = file_of().encode()

    try:
        read(whole[:at] + data + whole[at:])
    except ExchangeError as error:
        assert error.details["line"]  # noqa: PT017 - either is right


def test_no_more_than_a_little_is_held_in_memory() -> None:
    taken = 0

    def chunks() -> Iterator[bytes]:
        nonlocal taken
        yield HEAD.encode()
        while True:
            taken += 1
            yield (json.dumps(CEILING) + ",\n").encode() * 100

    read_by = rows_of(chunks())
    for _ in range(1000):
        next(read_by)

    assert taken * 100 * len(json.dumps(CEILING)) < 4 * ROW_MOST


def test_the_schema_is_the_one_that_is_written_down() -> None:
    kept = json.loads((DOCS / "export.schema.json").read_text("utf-8"))

    assert schema() == kept


@pytest.mark.parametrize("table", [*TABLES])
def test_every_table_and_field_is_explained_where_the_journal_is(table: str) -> None:
    page = (DOCS / "journal.md").read_text("utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith(f"| `{table}` |")]

    assert [] == [
        name
        for name in TABLES[table]
        if name not in {"id", "at", "offset_s"} and f"`{name}`" not in line
    ]
