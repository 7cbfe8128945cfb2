"""Ids made out of the names that people give."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Final

ALONE: Final = "only-"
"""What the id of a routine begins with that is one exercise."""
LONGEST: Final = 40
"""Characters of an id; a file's name has room for it on every system."""
FALLBACK: Final = "routine"
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$")
"""Names that Windows keeps for itself."""


def id_of(name: str, taken: Collection[str]) -> str:
    """An id for a name: lower-case letters, digits and hyphens, none of those that are taken.

    A name in another script becomes *routine*; a number is added where need be.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or FALLBACK
    if _DEVICES.match(stem) or stem.startswith(ALONE):
        stem = f"my-{stem}"
    numbers = range(2, len(taken) + 3)
    return next(one for one in (stem, *(f"{stem}-{n}" for n in numbers)) if one not in taken)
