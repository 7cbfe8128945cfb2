"""What our own commands print about the journal as a whole, as the window hears it."""

from __future__ import annotations

import json
from typing import Any

from hipcoach.core.exchange import TABLES


def shown(
    path: str = "/here/journal.sqlite",
    *,
    sessions: int | None = 12,
    made: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    """A journal or a copy, as `hipcoach restore --json` tells it; without sessions: unreadable."""
    held: dict[str, Any] = {"sessions": None, "breaks": None, "first": None, "last": None}
    if sessions is not None:
        held = {
            "sessions": sessions, "breaks": 30, "first": "2026-01-05", "last": "2026-03-02"
        }  # fmt: skip
    known = {"number": None, "path": path, "kind": None, "made": made}
    return {**known, "readable": sessions is not None, **held, **more}


def copy(number: int, sessions: int | None = 10, kind: str = "daily") -> dict[str, Any]:
    """A copy, the newest first."""
    made = f"2026-03-{10 - number:02}T07:30:00+00:00"
    return shown(f"/copies/{number}.sqlite", sessions=sessions, made=made, kind=kind, number=number)


def look(now: dict[str, Any] | None, *copies: dict[str, Any]) -> str:
    """What `hipcoach restore --json` prints."""
    return json.dumps({"backups": copies, "now": now})


def tables(**rows: int) -> dict[str, int]:
    """The rows of every table."""
    return {**dict.fromkeys(TABLES, 0), **rows}


def weight(deleted: bool = False, backups: int = 0, **rows: int) -> str:
    """What `hipcoach forget --json` prints."""
    told = {"deleted": deleted, "from": None, "to": None, "rows": sum(rows.values())}
    return json.dumps({**told, "tables": tables(**rows), "backups": backups})


def joined(added: int = 0, deleted: int = 0, left_out: int = 0) -> str:
    """What `hipcoach import --json` prints, in sessions."""
    told = {"added": added, "deleted": deleted, "left_out": left_out}
    return json.dumps({name: {"sessions": number} for name, number in told.items()})
