"""The tables of the journal: one for each kind of row, written once and never edited."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Double, ForeignKey, Index, Text, Uuid, text
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    declared_attr,
    mapped_column,
)

from hipcoach.store.columns import METADATA, UtcDateTime

HELD = text("phase IN ('contract', 'work')")
"""Of a segment: something was held. The words themselves, as an index of SQLite knows no others."""


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, repr=False, eq=False):
    """What all tables share: types, and names for every constraint.

    Words such as phase or kind are plain text, not enums with a check:
    a new word then needs no table to be rebuilt, on any database.
    """

    metadata = METADATA
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime,
        float: Double,
        str: Text,
        UUID: Uuid,
        list[tuple[str, int]]: JSON,
        list[tuple[str, str]]: JSON,
        list[str]: JSON,
    }


class SessionRow(Base):
    """The start of a session."""

    __tablename__ = "sessions"
    __table_args__ = (Index(None, "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    zone: Mapped[str]
    offset_s: Mapped[int]
    """Seconds that the local time was ahead of UTC: true even where the zone is unknown."""
    routine: Mapped[str]
    shell: Mapped[str]
    first_side: Mapped[str]
    rungs: Mapped[list[tuple[str, int]]]
    length_s: Mapped[float]
    version: Mapped[str]
    purpose: Mapped[str] = mapped_column(server_default="practice")


class OfSession(MappedAsDataclass, kw_only=True, repr=False, eq=False):
    """The columns that every row of a session has."""

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-3)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), sort_order=-2)
    at: Mapped[datetime] = mapped_column(sort_order=-1)

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Index, ...]:
        return (Index(None, "session_id", "at"),)


class SegmentRow(OfSession, Base):
    """A segment that ended."""

    __tablename__ = "segments"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Index, ...]:
        held = Index(None, "session_id", "phase", "held_s", sqlite_where=HELD)
        return (*super().__table_args__, held)

    number: Mapped[int]
    """Of the segment in its timeline; `index` is a word of SQL."""
    chapter: Mapped[int]
    phase: Mapped[str]
    exercise: Mapped[str]
    side: Mapped[str | None]
    rung: Mapped[int]
    planned_s: Mapped[float]
    held_s: Mapped[float]
    completed: Mapped[bool]


class EventRow(OfSession, Base):
    """What the person did in the middle of a session."""

    __tablename__ = "session_events"

    kind: Mapped[str]
    exercise: Mapped[str]
    side: Mapped[str | None]
    chapter: Mapped[int]
    amount: Mapped[float]


class EndRow(OfSession, Base):
    """The end of a session."""

    __tablename__ = "session_ends"

    reason: Mapped[str]


class AnswersRow(OfSession, Base):
    """How a session felt."""

    __tablename__ = "session_answers"

    effort: Mapped[int | None]
    pain_during: Mapped[int | None]
    pinch: Mapped[bool | None]
