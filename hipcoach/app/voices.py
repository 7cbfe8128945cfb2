"""Which of the machine's voices can say what is to be said."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.ports import Voice


def voices_for(voices: Iterable[Voice], language: str) -> tuple[Voice, ...]:
    """The voices that speak a language (`en`, `pt-BR`), by name; all of them where none does.

    A voice of another language reads the words by the rules of its own, which nobody follows
    with closed eyes.
    """
    known = sorted(voices, key=lambda voice: voice.name.casefold())
    wanted = _bare(language)
    suited = [voice for voice in known if wanted in map(_bare, voice.languages)]
    return tuple(suited or known)


def _bare(tag: str) -> str:
    """The language of a tag without its region; engines write `en-GB` and `en_GB` alike."""
    return tag.replace("_", "-").partition("-")[0].lower()
