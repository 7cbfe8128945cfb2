"""The language of nobody, which makes an untranslated sentence stand out."""

from __future__ import annotations

import re

_ACCENTED = str.maketrans("aceinorsuyzACEINORSUYZ", "áçéíñóřšúýžÁÇÉÍÑÓŘŠÚÝŽ")

_KEPT = re.compile(r"(\{[^{}]*\}|%\(\w+\)\w|%\w|<[^<>]*>|&\w+;)")
"""What is no word: names of values, tags, entities."""

_LONGER = 0.3
"""German and Finnish sentences take about a third more room than English ones."""


class Pseudo:
    """Accented, longer, in brackets; still readable as English."""

    def gettext(self, message: str, /) -> str:
        """The sentence in disguise."""
        pieces = _KEPT.split(message)
        pieces[::2] = [piece.translate(_ACCENTED) for piece in pieces[::2]]
        room = "~" * round(len(message) * _LONGER)
        return f"[{''.join(pieces)}{room}]"

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """The English form for the number, in disguise."""
        return self.gettext(one if number == 1 else many)

    def pgettext(self, context: str, message: str, /) -> str:  # noqa: ARG002 - as in English
        """The sentence in disguise."""
        return self.gettext(message)
