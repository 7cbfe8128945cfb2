"""A damaged journal told: values become what the page shows."""

from __future__ import annotations

from pathlib import Path

from hipcoach.app.phrases import rescue as phrases
from hipcoach.app.phrases.data import kind_words, unreadable_copy_words
from hipcoach.app.rescue_snapshots import CopyCard, RescueSnapshot, Stage
from hipcoach.core.backups import BackupShown, Rescue
from hipcoach.core.errors import KnownError


def rescue_snapshot(
    rescue: Rescue,
    copies: tuple[BackupShown, ...] | None,
    trouble: KnownError | None,
    *,
    busy: str,
    mended: bool,
    source: BackupShown | None,
    aside: Path | None,
) -> RescueSnapshot:
    """What there is to choose, or what was done.

    `source` is the copy that was taken, `aside` where the damaged file is then; `busy` says what
    is being done.
    """
    if mended:
        made = source.made if source else None
        return RescueSnapshot(
            Stage.MENDED,
            phrases.mended_title(),
            phrases.mended_words(made, empty=source is None),
            file_words=phrases.file_words(aside=True) if aside else "",
            file=str(aside or ""),
        )
    newest = rescue.newest
    words = phrases.damaged_words()
    return RescueSnapshot(
        Stage.BUSY if busy else Stage.ASKED,
        phrases.damaged_title(),
        words if newest else (*words, phrases.no_copy_words()),
        newest=_card(newest, phrases.lacks_words(rescue.sessions_since)) if newest else None,
        copies=tuple(map(_card, copies)) if copies is not None else None,
        trouble=busy or (phrases.failed_words(trouble) if trouble else ""),
        file_words=phrases.file_words(aside=False),
        file=rescue.damaged,
        question=phrases.empty_question(),
    )


def _card(shown: BackupShown, lacks: str = "") -> CopyCard:
    when, contents = phrases.made_words(shown.made), shown.contents
    if contents is None:
        return CopyCard(shown.path, when, unreadable_copy_words(), readable=False)
    kind = kind_words(shown.kind.value) if shown.kind else ""
    words = " · ".join(filter(None, (phrases.copy_words(contents), kind)))
    return CopyCard(shown.path, when, words, readable=True, lacks=lacks)
