"""The body of an article: Markdown of a small kind, read strictly.

`## Heading`, paragraphs, `- ` and `1. ` lists, `> ` notes, `**strong**`,
`[words](exercise:ID)`, `[words](article:ID)`, `[words](https://…)`,
`![what is to be seen](PICTURE)` and `{signs: emergency}`, each block set off by an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Final, NoReturn

from hipcoach.core.article import (
    Block,
    Drawing,
    Heading,
    Items,
    Leads,
    Note,
    Paragraph,
    PictureId,
    Signs,
    Span,
    Target,
    Words,
)
from hipcoach.core.errors import ContentError
from hipcoach.core.safety import Urgency
from hipcoach.core.value import value
from hipcoach.library.reading import Place, nearest

_INLINE: Final = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|\[(?P<text>[^\]]+)\]\((?P<to>[^)\s]+)\)")
_PICTURE: Final = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<to>[^)\s]*)\)")
_SIGNS: Final = re.compile(r"\{signs: *(?P<urgency>[^}]*)\}")
_ITEM: Final = re.compile(r"(?:-|(?P<number>\d+)\.) +")
_STRAY: Final = ("**", "](", "![")
"""What is left where a mark was begun and not ended."""
_URGENCIES: Final[Mapping[str, Urgency]] = {
    urgency.name.lower().replace("_", "-"): urgency for urgency in Urgency
}


@value
class Spot:
    """A line of a file."""

    file: str
    line: int

    def refuse(self, code: str, field: str, **details: object) -> NoReturn:
        """Raise ContentError about something in this line."""
        raise ContentError(code, file=self.file, entry="", field=field, line=self.line, **details)


class BodyReader:
    """Reads bodies in which these exercises and articles are known.

    Raises ContentError with the line: `unknown-exercise`, `unknown-article`,
    `unknown-picture`, `unknown-link`, `unknown-choice`, `broken-mark`, `missing-field`.
    """

    def __init__(self, exercises: Collection[str], articles: Collection[str]) -> None:
        self._known = {Leads.EXERCISE: exercises, Leads.ARTICLE: articles}

    def read(self, body: str, place: Place, first_line: int = 1) -> tuple[Block, ...]:
        """All blocks in order; `first_line` is the body's first in its file."""
        lines = ["", *body.split("\n"), ""]
        empty = [number for number, line in enumerate(lines) if not line.strip()]
        return tuple(
            self._block(lines[before + 1 : after], Spot(place.file, first_line + before))
            for before, after in pairwise(empty)
            if after > before + 1
        )

    def _block(self, lines: list[str], place: Spot) -> Block:
        first = lines[0]
        whole = " ".join(line.strip() for line in lines)
        if first.startswith("## "):
            return Heading(self._plain(whole.removeprefix("## "), place, "heading"))
        if first.startswith("> "):
            said = " ".join(line.removeprefix(">").strip() for line in lines)
            return Note(self._words(said, place, "note"))
        if first.startswith("!["):
            return self._drawing(whole, place)
        if first.startswith("{"):
            return _signs(whole, place)
        if _ITEM.match(first):
            return self._items(lines, place)
        return Paragraph(self._words(whole, place, "paragraph"))

    def _drawing(self, written: str, place: Spot) -> Drawing:
        found = _PICTURE.fullmatch(written)
        if found is None:
            place.refuse("broken-mark", "picture", value=written)
        known = [picture.value for picture in PictureId]
        if found["to"] not in known:
            near = nearest(found["to"], known)
            place.refuse("unknown-picture", "picture", value=found["to"], nearest=near)
        if not found["words"].strip():
            place.refuse("missing-field", "text-alternative")
        return Drawing(PictureId(found["to"]), found["words"])

    def _items(self, lines: list[str], place: Spot) -> Items:
        written: list[tuple[Spot, str]] = []
        for number, line in enumerate(lines, place.line):
            mark = _ITEM.match(line)
            if mark:
                written.append((Spot(place.file, number), line[mark.end() :].strip()))
            else:
                spot, before = written[-1]
                written[-1] = spot, f"{before} {line.strip()}"
        numbered = lines[0][0].isdigit()
        return Items(tuple(self._words(one, spot, "list") for spot, one in written), numbered)

    def _plain(self, written: str, place: Spot, field: str) -> str:
        """A text that has no marks in it."""
        if any(mark in written for mark in _STRAY) or written.startswith("#"):
            place.refuse("broken-mark", field, value=written)
        return written.strip()

    def _words(self, written: str, place: Spot, field: str) -> Words:
        found: list[Span] = []
        at = 0
        for mark in _INLINE.finditer(written):
            found.append(Span(self._between(written[at : mark.start()], place, field)))
            if mark["strong"]:
                found.append(Span(mark["strong"], strong=True))
            else:
                found.append(Span(mark["text"], target=self._target(mark["to"], place)))
            at = mark.end()
        found.append(Span(self._between(written[at:], place, field)))
        return tuple(span for span in found if span.text)

    def _between(self, written: str, place: Spot, field: str) -> str:
        if any(mark in written for mark in _STRAY) or written.startswith("#"):
            place.refuse("broken-mark", field, value=written.strip())
        return written

    def _target(self, written: str, place: Spot) -> Target:
        kind, _, name = written.partition(":")
        if written.startswith("https://"):
            return Target(Leads.WEB, written)
        known = self._known.get(Leads(kind)) if kind in {"exercise", "article"} else None
        if known is None:
            place.refuse("unknown-link", "link", value=written)
        if name not in known:
            near = nearest(name, known)
            place.refuse(f"unknown-{kind}", "link", value=name, nearest=near)
        return Target(Leads(kind), name)


def _signs(written: str, place: Spot) -> Signs:
    found = _SIGNS.fullmatch(written)
    if found is None:
        place.refuse("broken-mark", "signs", value=written)
    name = found["urgency"].strip()
    if name not in _URGENCIES:
        place.refuse("unknown-choice", "signs", value=name, nearest=nearest(name, _URGENCIES))
    return Signs(_URGENCIES[name])
