"""Keeps `None` alive under PySide6 6.12.0."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_PLENTY: Final = sys.maxsize // 4


def keep_none() -> None:
    """Give Python so many references to `None` that it never runs out of them.

    PySide6 6.12.0 takes one away with every call that returns nothing. From Python 3.12 on
    nobody counts them; before that the program is ended when the last one of some five
    thousand is gone, which is a few seconds of painting. PySide6 6.11 is not affected.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    count = ctypes.c_ssize_t.from_address(id(None))
    # A debug build keeps something else there.
    if abs(count.value - sys.getrefcount(None)) <= 1 and count.value < _PLENTY:
        count.value += _PLENTY
