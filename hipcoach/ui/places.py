"""The places of the window, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from hipcoach.app.words import _

ALWAYS: Final = frozenset({"today", "library", "history", "settings"})
"""What every window has; breaks are where HipCoach stays."""

PLACES: Final = ALWAYS | {"breaks"}
"""All that can be offered."""


def places(offered: Collection[str]) -> tuple[tuple[str, str, str], ...]:
    """Those as (code, words, icon)."""
    known = (
        ("today", _("Today"), "today"),
        ("library", _("Library"), "library"),
        ("history", _("History"), "calendar"),
        ("breaks", _("Breaks"), "clock"),
        ("settings", _("Settings"), "settings"),
    )
    return tuple(one for one in known if one[0] in offered)
