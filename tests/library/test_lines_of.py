"""Where a value stands in its file."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.library.lines_of import line_at, lines_of

WRITTEN = '''\
# [no.table]
colour = "a # b"   # = c
[words]
name = "x = [ y"
summary = """
[[steps]]
"""
[[steps]]
exercise = 'a'
[steps.more]
deep = 1

[[steps]]
"odd key" = [ 1,
  { a = 1, b = [2,
 3]}, 4
]
x.y = {c = "}", d = 2}
when = 1979-05-27T07:32:00.999
[[steps.sub]]
q = 1
[[steps.sub]]
q = 2
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("colour",), 2),
        (("words",), 3),
        (("words", "name"), 4),
        (("words", "summary"), 5),
        (("steps",), 8),
        (("steps", "1"), 8),
        (("steps", "1", "exercise"), 9),
        (("steps", "1", "more", "deep"), 11),
        (("steps", "2"), 13),
        (("steps", "2", "odd key"), 14),
        (("steps", "2", "odd key", "1"), 14),
        (("steps", "2", "odd key", "2", "b"), 15),
        (("steps", "2", "odd key", "2", "b", "2"), 16),
        (("steps", "2", "odd key", "3"), 16),
        (("steps", "2", "x", "y", "d"), 18),
        (("steps", "2", "when"), 19),
        (("steps", "2", "sub", "2", "q"), 23),
    ],
)
def test_every_value_is_found_in_its_line(path: tuple[str, ...], line: int) -> None:
    assert line == lines_of(WRITTEN)[path]


def test_only_what_is_there_is_found() -> None:
    assert ("no", "table") not in lines_of(WRITTEN)
    assert max(lines_of(WRITTEN).values()) == WRITTEN.count("\n")


@pytest.mark.parametrize(
    ("entry", "field", "line"),
    [
        ("steps.2", "when", 19),
        ("steps.2", "missing", 13),
        ("steps.9", "hold_s", 8),
        ("", "colour", 2),
        ("", "missing", 1),
    ],
)
def test_what_is_missing_is_told_where_it_should_be(entry: str, field: str, line: int) -> None:
    assert line == line_at(lines_of(WRITTEN), entry, field)


keys = st.from_regex(r"[a-z_-]{1,6}", fullmatch=True)


@given(st.dictionaries(keys, st.integers() | st.booleans(), max_size=6))
def test_it_finds_all_that_the_parser_finds(table: dict[str, object]) -> None:
    rows = [f"{key} = {str(value).lower()}" for key, value in table.items()]
    written = "\n\n".join(rows)
    assert set(tomllib.loads(written)) == {path[0] for path in lines_of(written)}
    assert [2 * number + 1 for number in range(len(rows))] == list(lines_of(written).values())
