"""The first form of the journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the six tables."""
    op.create_table(
        "safety_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_safety_answers"),
    )
    op.create_index("ix_safety_answers_at", "safety_answers", ["at"])
    op.create_table(
        "sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("offset_s", sa.Integer(), nullable=False),
        sa.Column("routine", sa.Text(), nullable=False),
        sa.Column("shell", sa.Text(), nullable=False),
        sa.Column("first_side", sa.Text(), nullable=False),
        sa.Column("rungs", sa.JSON(), nullable=False),
        sa.Column("length_s", sa.Double(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
    )
    op.create_index("ix_sessions_at", "sessions", ["at"])
    _of_session(
        "segments",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("chapter", sa.Integer(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("exercise", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("planned_s", sa.Double(), nullable=False),
        sa.Column("held_s", sa.Double(), nullable=False),
        sa.Column("completed", sa.Boolean(), nullable=False),
    )
    _of_session(
        "session_events",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("exercise", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("chapter", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Double(), nullable=False),
    )
    _of_session("session_ends", sa.Column("reason", sa.Text(), nullable=False))
    _of_session(
        "session_answers",
        sa.Column("effort", sa.Integer(), nullable=True),
        sa.Column("pain_during", sa.Integer(), nullable=True),
        sa.Column("pinch", sa.Boolean(), nullable=True),
    )


def _of_session(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=f"fk_{name}_session_id_sessions"
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_session_id_at", name, ["session_id", "at"])
