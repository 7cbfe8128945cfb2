"""What is added to the record afterwards, as values: nothing that was recorded is changed by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipcoach.core.value import value

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


LONGEST_NOTE: Final = 10_000
"""Characters; some pages, and far less than a row of an export may have."""


@value
class Note:
    """Something that the person wrote to a practice day."""

    id: UUID
    at: datetime
    """When it was written; aware."""
    day: date
    words: str


@value
class Withdrawal:
    """Whether a session is left out of plan and counts: somebody else had followed it.

    Of several for the same session the newest holds. The session itself stays as it is.
    """

    id: UUID
    at: datetime
    """Aware."""
    session_id: UUID
    withdrawn: bool = True
    """False: it counts again."""
