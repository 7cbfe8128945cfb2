"""How Alembic runs a migration: on the connection and in the transaction it is given."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="journal_schema",
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
