"""What the journal keeps of stretch breaks; every row is written once and never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipcoach.core.value import value

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@value
class BreakLogged:
    """Something that happened to a stretch break."""

    id: UUID
    at: datetime
    """Aware, in the person's zone."""
    kind: str
    """Code of the event, as `core.breaks` has it: `due`, `taken`, `skipped`…"""
    reason: str = ""
    """Code of the guard that holds it back; empty where there is none."""
    settings: tuple[tuple[str, int | str], ...] = ()
    """(name, value) of the settings in force that are not the defaults, sorted by name."""
