"""What is said where journals meet of which one has deleted something."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hipcoach.app.phrases.exchange import contents_words
from hipcoach.app.words import _


def deleted_words(deleted: Mapping[str, int]) -> str:
    """What was here until another journal told that it is deleted; empty: nothing."""
    return _told(
        deleted,
        _(
            "Deleted here, as it was there: {contents}; {rows} rows in all. "
            "Backups from before keep it."
        ),
    )


def left_out_words(left_out: Mapping[str, int]) -> str:
    """What did not come in, and how it can; empty: nothing."""
    return _told(
        left_out,
        _(
            "Left out, as it was deleted: {contents}; {rows} rows in all. "
            "`hipcoach import FILE --bring-back` takes it in, for your other computers as well."
        ),
    )


def back_words(first: date, last: date) -> str:
    """What is to be known before a copy is taken back that has what was deleted since."""
    return _(
        "This backup brings back what you deleted since, of {first} to {last}; your other "
        "computers get it as well when they are joined."
    ).format(first=first, last=last)


def _told(counts: Mapping[str, int], words: str) -> str:
    rows = sum(counts.values())
    return words.format(contents=contents_words(counts), rows=rows) if rows else ""
