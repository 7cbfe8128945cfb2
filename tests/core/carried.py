"""Rows of journals, made by hypothesis and by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from hipcoach.core import exchange_fields as fields
from hipcoach.core.exchange import FORGOTTEN, TABLES, CarriedRow
from hipcoach.core.exchange_fields import EXACT_MOST, INT_MOST, SECONDS_MOST

IDS = st.integers(1, 40).map(lambda number: UUID(int=number))
"""Few, so that journals have rows in common."""
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
MOMENTS = st.datetimes(datetime(1801, 1, 1), datetime(2499, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
DAYS = st.dates(date(1801, 1, 1), date(2499, 1, 1))
COUNTS = st.integers(0, INT_MOST)
NAMED = st.dictionaries(TEXTS, st.integers(-EXACT_MOST, EXACT_MOST) | TEXTS, max_size=3)

_OF: dict[int, st.SearchStrategy[Any]] = {
    id(fields.ID): IDS,
    id(fields.MOMENT): MOMENTS,
    id(fields.DAY): DAYS,
    id(fields.DAY_OR_NONE): st.none() | DAYS,
    id(fields.CLOCK): st.sampled_from(["", "07:30", "23:59"]),
    id(fields.TEXT): TEXTS,
    id(fields.TEXTS): st.lists(TEXTS, max_size=3),
    id(fields.TEXTS_OR_NONE): st.none() | st.lists(TEXTS, max_size=3),
    id(fields.YES_NO): st.booleans(),
    id(fields.YES_NO_OR_NONE): st.none() | st.booleans(),
    id(fields.COUNT): COUNTS,
    id(fields.RUNG): COUNTS,
    id(fields.LEVEL): st.integers(1, 3),
    id(fields.OFFSET): st.integers(-86_399, 86_399),
    id(fields.OFFSET_OR_NONE): st.none() | st.integers(-86_399, 86_399),
    id(fields.LENGTH): st.floats(0, SECONDS_MOST),
    id(fields.SECONDS): st.floats(-SECONDS_MOST, SECONDS_MOST),
    id(fields.WEEKDAYS): st.lists(st.integers(0, 6), max_size=7),
    id(fields.RUNGS): st.lists(st.tuples(TEXTS, COUNTS).map(list), max_size=3),
    id(fields.ANSWERS): st.lists(st.tuples(TEXTS, TEXTS).map(list), max_size=3),
    id(fields.SETTINGS): NAMED,
    id(fields.REASONS): st.lists(
        st.fixed_dictionaries({"code": TEXTS, "numbers": NAMED}), max_size=2
    ),
}


def _values(schema: Any) -> st.SearchStrategy[Any]:
    """Values of the fields that are made for one table alone, by what their schema says."""
    if "anyOf" in schema:
        return st.none() | _values(schema["anyOf"][0])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    return st.integers(schema["minimum"], schema["maximum"])


@st.composite
def rows(draw: st.DrawFn, table: str | None = None) -> CarriedRow:
    """A row of any table, or of this one."""
    name = table or draw(st.sampled_from([*TABLES]))
    fields_ = TABLES[name].values()
    values = [
        draw(_OF[id(field)] if id(field) in _OF else _values(field.schema)) for field in fields_
    ]
    return CarriedRow(name, tuple(values))


@st.composite
def journals(draw: st.DrawFn) -> dict[tuple[str, UUID], CarriedRow]:
    """The rows of a journal by table and id, of which nothing was ever deleted.

    Rows of sessions belong to one of them.
    """
    sessions = draw(st.lists(rows("sessions"), max_size=3, unique_by=lambda row: row.values[0]))
    others = draw(st.lists(rows().filter(lambda row: row.table != FORGOTTEN), max_size=6))
    found = {(row.table, row.values[0]): row for row in sessions}
    for row in others:
        if "session_id" in TABLES[row.table]:
            if not sessions:
                continue
            session = draw(st.sampled_from(sessions)).values[0]
            row = row._replace(values=(row.values[0], session, *row.values[2:]))  # noqa: PLW2901 - the same row, of a session that is there
        found.setdefault((row.table, row.values[0]), row)
    return found
