"""Which routine a stretch break is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from hipcoach.core.errors import UsageError
from hipcoach.core.fitting import fits

if TYPE_CHECKING:
    from hipcoach.core.content import Content
    from hipcoach.core.plan_log import AboutYou

BY_TURNS: Final = ("desk-reset", "desk-reset-seated", "desk-reset-kneeling")
"""Standing, seated, kneeling: one after the other, so that no position is the only one."""


def break_routine(
    chosen: str, done: int, programme: Callable[[str], Content], about: AboutYou | None = None
) -> str:
    """The id of the routine for a break, after `done` others.

    The chosen one where it is there; else those by turns, without what somebody can't do.
    `programme` gives the content of a routine, and raises UsageError for one that isn't there.
    """
    if chosen and _there(chosen, programme):
        return chosen
    able = [name for name in BY_TURNS if _fits(programme(name), name, about)] or list(BY_TURNS)
    return able[done % len(able)]


def _there(name: str, programme: Callable[[str], Content]) -> bool:
    try:
        programme(name)
    except UsageError:
        return False
    return True


def _fits(content: Content, name: str, about: AboutYou | None) -> bool:
    return fits(content.routines[name], content.exercises, about)
