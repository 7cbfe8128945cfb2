"""An article to read: blocks of words, and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from hipcoach.core.exercise import Source
from hipcoach.core.safety import Urgency
from hipcoach.core.value import value


class Leads(StrEnum):
    """What a link leads to."""

    EXERCISE = "exercise"
    ARTICLE = "article"
    WEB = "https"


class PictureId(StrEnum):
    """The pictures that an article can show; each is drawn, and sharp at every size."""

    FLEXORS = "flexors"
    """The hip flexors from the low back to the kneecap."""
    TILT = "tilt"
    """Pelvis and low back, moving between neutral and tipped forward."""
    SOCKET = "socket"
    """The head of the thigh bone in its socket, and the image of pushing it back."""
    DESK = "desk"
    """Sitting at a desk, and the clock of the breaks."""
    CONTRACT_RELAX = "contract-relax"
    """Push, let go, ease deeper, as a round."""
    RAMP = "ramp"
    """Days of practice in the first weeks, as dots."""


@value
class Target:
    """Where a link goes: the id of an exercise or an article, or a whole web address."""

    leads: Leads
    to: str


@value
class Span:
    """Words of one kind."""

    text: str
    strong: bool = False
    target: Target | None = None


Words = tuple[Span, ...]


@value
class Heading:
    """The title of a part."""

    text: str


@value
class Paragraph:
    """Running words."""

    words: Words


@value
class Items:
    """A list."""

    items: tuple[Words, ...]
    numbered: bool = False


@value
class Note:
    """Words that stand out: what to take care of."""

    words: Words


@value
class Drawing:
    """A picture, and what is to be seen in it for those who don't see it."""

    picture: PictureId
    words: str


@value
class Signs:
    """The red flags of one urgency, in the words of the questions before the first session."""

    urgency: Urgency


Block = Heading | Paragraph | Items | Note | Drawing | Signs


@value
class Article:
    """One article in one language."""

    id: str
    order: int
    """Where it stands in the list; equal ones by id."""
    title: str
    summary: str
    """What it is about, in a sentence."""
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]

    @property
    def targets(self) -> tuple[Target, ...]:
        """What it leads to, each once, in order."""
        found = (span.target for words in self._written() for span in words if span.target)
        return tuple(dict.fromkeys(found))

    def _written(self) -> Iterator[Words]:
        for block in self.blocks:
            match block:
                case Paragraph(words) | Note(words):
                    yield words
                case Items(items):
                    yield from items
                case _:
                    pass


def plain(words: Words) -> str:
    """The words without what they lead to."""
    return "".join(span.text for span in words)


_END: Final = re.compile(r"(?<=[.!?…])[”\"’)]?\s+(?=[\"“(„¿¡]?[^\W_a-z])")
"""After a full stop that a capital letter or a number follows."""
_SHORTENED: Final = ("Dr.", "e.g.", "i.e.", "vs.", "No.", "St.", "z. B.", "bzw.", "ca.")


def sentences(text: str) -> tuple[str, ...]:
    """A text cut into its sentences, each to be said in one breath."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        sentence = text[start : end.end()].strip()
        if not sentence.endswith(_SHORTENED):
            found.append(sentence)
            start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)
