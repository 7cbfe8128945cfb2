"""How it stands between this journal and that of another computer, made ready to be shown."""

from __future__ import annotations

from datetime import datetime

from hipcoach.app.phrases.sync import (
    came_words,
    gone_words,
    joined_at_words,
    joining_words,
    left_words,
    next_words,
    not_yet_words,
    off_words,
    trouble_words,
)
from hipcoach.core.sync_choices import SyncChoices
from hipcoach.core.sync_timing import SyncTry, due_in
from hipcoach.core.value import value


@value
class SyncSnapshot:
    """What a card about it shows."""

    on: bool
    place: str
    """Without any password; empty: nowhere."""
    every: str
    """The code of how often."""
    joining: bool
    line: str
    """How it stands, in a sentence."""
    more: str
    """What came of it, and what comes next; may be empty."""
    trouble: bool
    """Whether the line says that something is wrong."""


def sync_snapshot(
    choices: SyncChoices,
    last: SyncTry | None,
    now: datetime,
    *,
    joining: bool = False,
    wished: datetime | None = None,
) -> SyncSnapshot:
    """The snapshot at a local moment; `wished` as `due_in` takes it."""
    line, more, trouble = off_words(), [], False
    if choices.on:
        line = not_yet_words()
        if last is not None:
            here = last.at.astimezone(now.tzinfo)
            trouble = bool(last.trouble)
            line = trouble_words(last) if trouble else joined_at_words(here, now.date())
            more = _about(last, now)
        left = due_in(choices.every, last, now, wished=wished)
        if left is not None and not joining:
            more.append(next_words(now + left, now, again=trouble))
        if joining:
            line, trouble = joining_words(), False
    return SyncSnapshot(
        on=choices.on,
        place=choices.shown,
        every=choices.every.value,
        joining=joining,
        line=line,
        more=" ".join(filter(None, more)),
        trouble=trouble,
    )


def _about(last: SyncTry, now: datetime) -> list[str]:
    """What came of the last time."""
    if last.trouble:
        if last.joined is None:
            return []
        return [joined_at_words(last.joined.astimezone(now.tzinfo), now.date(), before=True)]
    left = left_words(len(last.left)) if last.left else ""
    return [came_words(last.added), gone_words(last.deleted), left]
