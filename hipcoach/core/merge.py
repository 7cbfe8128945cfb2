"""How two journals become one: rows are told apart by their ids, and nothing is ever edited.

So joining is a union: in whichever order, and however often, the journals end up equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from hipcoach.core.exchange import CarriedRow, ExchangeError, ExchangeFault

if TYPE_CHECKING:
    from uuid import UUID


def news(
    known: Mapping[UUID, tuple[object, ...]], rows: Iterable[CarriedRow]
) -> dict[UUID, CarriedRow]:
    """Those of some rows of one table that a journal does not have yet.

    `known` holds, by id, the values of the rows that it has with the same ids.
    Raises `ExchangeError` (`CONFLICT`) where the same row says two things.
    """
    found: dict[UUID, CarriedRow] = {}
    for row in rows:
        key: UUID = row.values[0]
        before = known.get(key)
        if before is None and key in found:
            before = found[key].values
        if before is None:
            found[key] = row
        elif before != row.values:
            raise ExchangeError(
                ExchangeFault.CONFLICT.value,
                {"line": row.line, "table": row.table, "id": str(key)},
            )
    return found
