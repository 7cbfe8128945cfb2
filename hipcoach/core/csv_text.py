"""Tables as CSV (RFC 4180), so that any spreadsheet reads them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

STEERS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - as wide
"""A spreadsheet takes a text that begins so for a formula, and works it out."""


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The names of the columns and then the rows, line by line with their ends.

    Nothing is an empty cell, a list is JSON, and before a text that a spreadsheet would work out
    stands an apostrophe.
    """
    line = StringIO()
    writer = csv.writer(line)
    writer.writerow(columns)
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow([_cell(cell) for cell in row])
        yield line.getvalue()


def _cell(cell: object) -> object:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list | dict):
        cell = json.dumps(cell, ensure_ascii=False, separators=(",", ":"))
    if isinstance(cell, str) and cell.startswith(STEERS):
        return f"'{cell}"
    return cell
