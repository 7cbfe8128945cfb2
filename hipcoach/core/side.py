"""The two sides of a body."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """The side that works: one value drives the picture, the words and the journal."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT
