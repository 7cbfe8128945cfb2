"""Two journals made one."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given

from hipcoach.core.exchange import CarriedRow, ExchangeError
from hipcoach.core.merge import news
from tests.core.carried import journals

Rows = dict[tuple[str, UUID], CarriedRow]


def joined(mine: Rows, theirs: Rows) -> Rows:
    """A journal with the rows of another one."""
    found = dict(mine)
    for table in {name for name, _ in theirs}:
        known = {key: row.values for (name, key), row in mine.items() if name == table}
        new = news(known, [row for (name, _), row in theirs.items() if name == table])
        found.update({(table, key): row for key, row in new.items()})
    return found


def alike(one: Rows, other: Rows) -> Rows:
    """The other journal, saying the same as the first in the rows that both have."""
    return {key: one.get(key, row) for key, row in other.items()}


@given(one=journals(), other=journals())
def test_in_either_order_they_end_up_equal(one: Rows, other: Rows) -> None:
    other = alike(one, other)

    assert joined(one, other) == joined(other, one)


@given(one=journals(), other=journals())
def test_nothing_is_lost_and_nothing_doubled(one: Rows, other: Rows) -> None:
    other = alike(one, other)

    both = joined(one, other)

    assert one.keys() | other.keys() == both.keys()
    assert both == joined(both, other)


@given(one=journals(), other=journals(), third=journals())
def test_three_may_meet_in_any_order(one: Rows, other: Rows, third: Rows) -> None:
    other = alike(one, other)
    third = alike({**other, **one}, third)

    assert joined(joined(one, other), third) == joined(one, joined(third, other))


def row(level: int, line: int = 0) -> CarriedRow:
    return CarriedRow("ceilings", (UUID(int=1), None, 0, level), line)


def test_a_row_that_says_something_else_is_refused() -> None:
    with pytest.raises(ExchangeError) as raised:
        news({UUID(int=1): row(1).values}, [row(2, line=9)])

    assert ("exchange-conflict", 9, str(UUID(int=1))) == (
        raised.value.code,
        raised.value.details["line"],
        raised.value.details["id"],
    )


def test_so_is_one_that_says_two_things_itself() -> None:
    assert 1 == len(news({}, [row(1), row(1)]))
    with pytest.raises(ExchangeError):
        news({}, [row(1), row(2)])
