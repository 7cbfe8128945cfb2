"""Catalogues as translators write them: what a checkout speaks from, where none is compiled."""

from __future__ import annotations

import re
from gettext import c2py
from typing import Final

_KEYWORD: Final = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])?\s*"')
_ESCAPED: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {"n": "\n", "t": "\t"}
_CONTEXT: Final = "\x04"
"""Stands between context and sentence, as in a compiled catalogue."""

Entry = dict[str, str]
"""The texts of an entry by keyword; the forms of a plural by `msgstr0`, `msgstr1`…"""


class PoCatalogue:
    """The sentences of a `.po` file; what is marked as fuzzy is not yet said."""

    def __init__(self, written: str) -> None:
        self._said: dict[str, tuple[str, ...]] = {}
        for entry in entries(written):
            forms = tuple(entry[key] for key in sorted(entry) if key.startswith("msgstr"))
            if all(forms):
                context = entry["msgctxt"] + _CONTEXT if "msgctxt" in entry else ""
                self._said[context + entry["msgid"]] = forms
        head = "".join(self._said.pop("", ()))
        rule = re.search(r"plural=([^;\n]+);", head)
        self._form = c2py(rule[1] if rule else "n != 1")

    def gettext(self, message: str, /) -> str:
        """The sentence in this language, else as it is."""
        return self._said.get(message, (message,))[0]

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """The form of the sentence that goes with the number."""
        forms = self._said.get(one)
        if forms is None:
            return one if number == 1 else many
        return forms[min(self._form(number), len(forms) - 1)]

    def pgettext(self, context: str, message: str, /) -> str:
        """The sentence as it is said in this context."""
        return self._said.get(context + _CONTEXT + message, (message,))[0]


def entries(written: str) -> list[Entry]:
    """Every entry of a `.po` file that is in use and not fuzzy, its head first."""
    blocks = re.split(r"\n\s*\n", written)
    return [entry for block in blocks if (entry := _entry(block))]


def _entry(block: str) -> Entry:
    """The texts of one entry; none where it is fuzzy, or nothing but a note."""
    entry: Entry = {}
    keyword = ""
    for line in block.splitlines():
        if line.startswith("#"):
            if line.startswith("#,") and "fuzzy" in line:
                return {}
            continue
        found = _KEYWORD.match(line)
        if found:
            keyword = found[1] + (found[2] or "")
        if keyword:
            quoted = line[found.end() - 1 :] if found else line
            entry[keyword] = entry.get(keyword, "") + _text(quoted)
    return entry


def _text(quoted: str) -> str:
    """The text between the quotes."""
    inner = quoted.strip()[1:-1]
    return _ESCAPED.sub(lambda mark: _ESCAPES.get(mark[1], mark[1]), inner)
