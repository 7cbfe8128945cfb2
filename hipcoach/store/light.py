"""SQLAlchemy without the event loops that it imports for others.

Nothing here is asynchronous, and asyncio brings OpenSSL with it: 2 MB in a session, and 10 ms
in which the journal's thread keeps the window waiting.
"""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """A module that is imported when something of it is used."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


def import_sqlalchemy() -> None:
    """Import what a journal in a file needs of it; asyncio only if somebody has it already.

    The stand-in is seen by SQLAlchemy alone: whoever imports asyncio later gets asyncio.
    """
    if "asyncio" in sys.modules:
        return
    stand_in = _Later("asyncio")
    # The one thing that is asked for at import; of a coroutine both say the same.
    stand_in.__dict__["iscoroutine"] = inspect.iscoroutine
    sys.modules["asyncio"] = stand_in
    try:
        import_module("sqlalchemy.dialects.sqlite")
    finally:
        if sys.modules["asyncio"] is stand_in:
            del sys.modules["asyncio"]
