"""SQLAlchemy without what it imports for others.

Nothing here is asynchronous, looks for plugins or hashes. asyncio, hashlib and the reading of
package metadata bring OpenSSL and `email` with them: 8 MB in a session, and 20 ms in which the
journal's thread keeps the window waiting.
"""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

NEEDLESS: Final = ("asyncio", "hashlib", "importlib.metadata")


class _Later(ModuleType):
    """A module that is imported when something of it is used."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def import_sqlalchemy() -> None:
    """Import what a journal in a file needs of it; the needless only if somebody has it already.

    The stand-ins are seen by SQLAlchemy alone: whoever imports asyncio later gets asyncio.
    """
    stand_ins = {name: _Later(name) for name in NEEDLESS if name not in sys.modules}
    if "asyncio" in stand_ins:
        # The one thing that is asked for at import; of a coroutine both say the same.
        vars(stand_ins["asyncio"])["iscoroutine"] = inspect.iscoroutine
    sys.modules.update(stand_ins)
    try:
        import_module("sqlalchemy.dialects.sqlite")
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
