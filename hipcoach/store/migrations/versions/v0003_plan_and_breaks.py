"""The plan with all that it rests on, stretch breaks, and what a session was for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make six tables; a session until now was practice, and of some rows no offset is known."""
    op.add_column(
        "sessions", sa.Column("purpose", sa.Text(), server_default="practice", nullable=False)
    )
    for table in ("safety_answers", "self_checks"):
        op.add_column(table, sa.Column("offset_s", sa.Integer(), nullable=True))
    op.create_index(
        "ix_segments_session_id_phase_held_s",
        "segments",
        ["session_id", "phase", "held_s"],
        sqlite_where=sa.text("phase IN ('contract', 'work')"),
    )
    _make(
        "next_day_answers",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("days_after", sa.Integer(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.Column("soreness", sa.Text(), nullable=True),
        sa.Column("sketchy", sa.Boolean(), nullable=True),
    )
    _make(
        "clearances",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
    )
    _make("ceilings", sa.Column("level", sa.Integer(), nullable=False))
    _make(
        "about_you",
        sa.Column("goals", sa.JSON(), nullable=False),
        sa.Column("usual_pain", sa.Integer(), nullable=True),
        sa.Column("kneels", sa.Boolean(), nullable=True),
        sa.Column("props", sa.JSON(), nullable=True),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.Column("time_of_day", sa.Text(), nullable=False),
    )
    _make(
        "plans",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("weekly_min", sa.Integer(), nullable=False),
        sa.Column("weekly_max", sa.Integer(), nullable=False),
        sa.Column("next_day", sa.Date(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("rules_version", sa.Integer(), nullable=False),
    )
    _make(
        "break_events",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
    )


def _make(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("offset_s", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_at", name, ["at"])
