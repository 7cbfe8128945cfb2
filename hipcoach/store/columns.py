"""How the tables of the journal are made: a column for each field of its rows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any, Final, get_type_hints
from uuid import UUID

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.schema import SchemaItem

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table, and a name for each constraint."""


def ahead_of_utc(moment: datetime) -> timedelta:
    """How far the local time of a moment is ahead of UTC; raises `ValueError` for a naive one."""
    ahead = moment.utcoffset()
    if ahead is None:
        raise ValueError("a naive time has no place in the journal")
    return ahead


def offset_s(moment: datetime) -> int:
    """Seconds that the local time of a moment is ahead of UTC; raises `ValueError` as above."""
    return round(ahead_of_utc(moment).total_seconds())


def local(moment: datetime, offset_s: int | None) -> datetime:
    """The moment as the clock on the wall showed it then; in UTC where that is not known."""
    return moment.astimezone(_zone(offset_s or 0))


@cache
def _zone(offset_s: int) -> timezone:
    return timezone(timedelta(seconds=offset_s)) if offset_s else UTC


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept in UTC; a naive time raises `ValueError`."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC, as it is written."""
        del dialect
        if value is None:
            return None
        ahead_of_utc(value)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC; SQLite gives it back without a zone."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# Words such as phase or kind are plain text, not enums with a check:
# a new word then needs no table to be rebuilt, on any database.
_TYPES: Final[dict[Any, Any]] = {
    UUID: Uuid,
    bool: Boolean,
    date: Date,
    datetime: UtcDateTime,
    float: Double,
    int: Integer,
    str: Text,
}


def table(name: str, row: type[tuple[Any, ...]], *more: SchemaItem) -> Table:
    """The table that keeps the rows of a `NamedTuple`, with its indexes and references.

    What is of no plain type is kept as JSON.
    A field's default is the column's, for rows that are older than the column.
    """
    columns = []
    for field, hint in get_type_hints(row).items():
        plain, optional = _plain(hint)
        columns.append(
            Column(
                field,
                _TYPES.get(plain) or JSON(none_as_null=True),
                primary_key=field == "id",
                nullable=optional,
                server_default=getattr(row, "_field_defaults", {}).get(field),
            )
        )
    return Table(name, METADATA, *columns, *more)


def _plain(hint: Any) -> tuple[Any, bool]:
    """A hint without `None`, and whether it had it."""
    kinds = getattr(hint, "__args__", ()) if type(None) in getattr(hint, "__args__", ()) else ()
    if not kinds:
        return hint, False
    (plain,) = [kind for kind in kinds if kind is not type(None)]
    return plain, True
