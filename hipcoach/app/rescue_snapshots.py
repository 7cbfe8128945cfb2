"""What is shown of a journal that is damaged, and of what helps."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from hipcoach.core.value import value


class Stage(Enum):
    """How far it is."""

    ASKED = auto()
    """The person chooses what is to be done."""
    BUSY = auto()
    """It is being done, or copies are being looked at."""
    MENDED = auto()
    """There is a sound journal again."""


@value
class CopyCard:
    """A copy, as it can be chosen."""

    path: Path
    when: str
    words: str
    """What is in it, and why it was made."""
    readable: bool
    lacks: str = ""
    """What the damaged journal may have beyond it."""


@value
class RescueSnapshot:
    """All that is to be said, and what can be chosen."""

    stage: Stage
    title: str
    words: tuple[str, ...]
    newest: CopyCard | None = None
    """The newest copy that is sound."""
    copies: tuple[CopyCard, ...] | None = None
    """All of them; `None`: nobody has asked for them."""
    trouble: str = ""
    """Why the last try did not help."""
    file_words: str = ""
    """What is said of the damaged file."""
    file: str = ""
    """Where that is."""
    question: str = ""
    """Asks before an empty journal is begun."""
