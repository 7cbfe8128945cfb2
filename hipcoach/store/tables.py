"""Tables that know their rows: a column for each field of a `NamedTuple`.

SQLAlchemy's mapper would do as much; it takes seven megabytes, and the journal is always open.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, Generic, Protocol, TypeVar, get_args, get_type_hints
from uuid import UUID

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Double,
    Integer,
    MetaData,
    Table,
    Text,
    Uuid,
    select,
)
from sqlalchemy.schema import SchemaItem

from hipcoach.store.moments import UtcDateTime

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


class Row(Protocol):
    """A `NamedTuple` with an id and the moment at which it was made."""

    @property
    def id(self) -> UUID:
        """Which row it is, in this journal and any other."""
        ...

    @property
    def at(self) -> datetime:
        """When."""
        ...

    def _asdict(self) -> dict[str, Any]: ...


_Row = TypeVar("_Row", bound=Row)


class RowTable(Generic[_Row]):
    """The table of one kind of row, with its indexes and references.

    What is of no plain type is kept as JSON; a field's default is the column's,
    for rows that are older than the column.
    """

    def __init__(self, name: str, row: Callable[..., _Row], *more: SchemaItem) -> None:
        defaults = getattr(row, "_field_defaults", {})
        self._row = row
        self.table = Table(
            name,
            METADATA,
            *(
                _column(field, hint, defaults.get(field))
                for field, hint in get_type_hints(row).items()
            ),
            *more,
        )
        self.c = self.table.c

    def add(self, connection: Connection, *rows: _Row) -> None:
        """Write rows, their texts as far as any database and any file can keep them."""
        connection.execute(
            self.table.insert(),
            [{name: _storable(told) for name, told in row._asdict().items()} for row in rows],
        )

    def holds(self, connection: Connection, key: UUID) -> bool:
        """Whether there is a row of this id."""
        return connection.scalar(select(self.c.id).where(self.c.id == key)) is not None

    def rows(self, connection: Connection, *conditions: ColumnElement[bool]) -> list[_Row]:
        """The rows that meet the conditions, by time."""
        asked = select(self.table).where(*conditions).order_by(self.c.at, self.c.id)
        return [self._row(*row) for row in connection.execute(asked).all()]

    def newest(self, connection: Connection, *conditions: ColumnElement[bool]) -> _Row | None:
        """The newest of the rows that meet the conditions."""
        asked = select(self.table).where(*conditions)
        row = connection.execute(
            asked.order_by(self.c.at.desc(), self.c.id.desc()).limit(1)
        ).first()
        return None if row is None else self._row(*row)


def _storable(told: Any) -> Any:
    """A text without halves of letters, such as a terminal of another encoding gives, and NULs."""
    if not isinstance(told, str) or (told.isascii() and "\0" not in told):
        return told
    return told.encode("utf-8", "replace").decode().replace("\0", "")


def _column(name: str, hint: Any, default: str | None) -> Column[Any]:
    optional = type(None) in get_args(hint)
    plain = get_args(hint)[0] if optional else hint
    return Column(
        name,
        _TYPES.get(plain) or JSON(none_as_null=True),
        primary_key=name == "id",
        nullable=optional,
        server_default=default,
    )
