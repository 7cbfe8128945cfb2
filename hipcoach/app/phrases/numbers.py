"""Numbers, as one writes them."""

from __future__ import annotations

from hipcoach.app.words import pgettext


def decimal_words(value: float, digits: int | None = None) -> str:
    """A number with so many digits after its mark; as many as it needs where none are given."""
    written = f"{value:g}" if digits is None else f"{value:.{digits}f}"
    return written.replace(".", pgettext("decimal mark", "."))
