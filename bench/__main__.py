"""Every measure against its limit, as one table.

`python -m bench` runs all; `python -m bench start_up` one of them.
A module of this folder takes part by having `rows()`, which measures and gives `Row`s.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Row(NamedTuple):
    """One measure; a plain tuple of the same four is as good."""

    measure: str
    value: str
    """With its unit."""
    limit: str
    """In words, such as `at most 1.8×`."""
    ok: bool


HEAD = ("measure", "value", "limit", "ok")
WIDTHS = (64, 18, 20, 3)


def names() -> list[str]:
    """The modules of this folder."""
    found = (module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    return sorted(name for name in found if name != "__main__")


def measured(name: str) -> list[Row]:
    """The rows of a module; a row that failed where it could not measure; none if it has none."""
    try:
        module = importlib.import_module(f"bench.{name}")
        if not hasattr(module, "rows"):
            return []
        return [Row(*row) for row in module.rows()]
    except Exception as error:  # noqa: BLE001 - one bench that breaks must not hide the others
        return [Row(name, "not measured", f"{type(error).__name__}: {error}", ok=False)]


def line(cells: Sequence[str]) -> str:
    """A row of the table."""
    return " | ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


def main(chosen: Sequence[str]) -> int:
    """Print the table; 1 when a limit is not kept, 2 when a name is not known."""
    if unknown := sorted({*chosen} - {*names()}):
        print(f"Not known: {', '.join(unknown)}. There are: {', '.join(names())}.", file=sys.stderr)
        return 2
    print(line(HEAD))
    print("-|-".join("-" * width for width in WIDTHS))
    kept = True
    for name in chosen or names():
        for row in measured(name):
            print(line((row.measure, row.value, row.limit, "yes" if row.ok else "NO")), flush=True)
            kept = kept and row.ok
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
