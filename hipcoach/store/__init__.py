"""The journal, over SQLAlchemy."""
