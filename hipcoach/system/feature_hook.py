"""Keeps PySide6 from reading the source of everything that is imported after it."""

from __future__ import annotations

import linecache
import sys
from typing import Any


def quiet_feature_hook() -> bool:
    """Whether the hook could be quieted; nothing is lost where it could not.

    PySide6 replaces the import function and looks in every module's source for
    `from __feature__`, which nobody here uses: with SQLAlchemy that is 60 ms and 25 MB.
    The name is private, so it may be gone in any release.
    """
    feature: Any = sys.modules.get("shibokensupport.feature")
    if not hasattr(feature, "_mod_uses_pyside"):
        return False
    feature._mod_uses_pyside = _never  # noqa: SLF001 - there is no public way
    linecache.clearcache()  # the sources that it has read by then: 1.5 MB
    return True


def _never(_module: object) -> bool:
    return False
