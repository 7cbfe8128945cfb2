"""The journal, over SQLAlchemy."""

from hipcoach.store.light import import_sqlalchemy

# Before any other of these rooms asks for it.
import_sqlalchemy()
