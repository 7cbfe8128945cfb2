"""The door that every sentence passes which people read or hear.

English is in the code; a catalogue is read when another language is chosen, never before.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PSEUDO = "x-pseudo"
"""A language for looking at the program: English, accented and longer, so that a sentence
which misses this door, or the room that it needs, shows at once."""


class Catalogue(Protocol):
    """What a language must be able to say; the standard library's catalogues can."""

    def gettext(self, message: str, /) -> str:
        """The sentence in this language."""
        ...

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """The form of the sentence that goes with the number."""
        ...

    def pgettext(self, context: str, message: str, /) -> str:
        """The sentence as it is said in this context."""
        ...


class English:
    """The language of the code, which needs no catalogue."""

    def gettext(self, message: str, /) -> str:
        """The sentence itself."""
        return message

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """The first form for exactly one, else the second."""
        return one if number == 1 else many

    def pgettext(self, context: str, message: str, /) -> str:  # noqa: ARG002 - English needs none
        """The sentence itself."""
        return message


class _Chosen:
    """The language of this process."""

    code = "en"
    catalogue: Catalogue = English()


def _(message: str) -> str:
    """The sentence in the language chosen; an empty one stays empty."""
    return _Chosen.catalogue.gettext(message) if message else ""


def ngettext(one: str, many: str, number: int) -> str:
    """The form of the sentence that goes with the number, which is not put in yet."""
    return _Chosen.catalogue.ngettext(one, many, number)


def pgettext(context: str, message: str) -> str:
    """The sentence as it is said in this context: *Left* of a leg, *left* of a minute."""
    return _Chosen.catalogue.pgettext(context, message)


def N_(message: str) -> str:  # the name that gettext's tools look for
    """The sentence unchanged: marked here for translators, given to `_` where it is said."""
    return message


def languages() -> tuple[str, ...]:
    """Codes of the languages that HipCoach speaks, English first."""
    found = (entry.name for entry in _shelf().iterdir()) if _shelf().is_dir() else ()
    codes = {name.rpartition(".")[0] for name in found if name.endswith((".mo", ".po"))}
    return ("en", *sorted(codes))


def language() -> str:
    """Code of the language that is spoken."""
    return _Chosen.code


def use_language(*codes: str) -> str:
    """Speak the first of these languages that there is, and give the code that was found.

    A code is as systems write it (`de`, `de-AT`, `de_AT.UTF-8`, `C`).
    A language that is not there becomes its nearest (`de` for `de-AT`), at last `en`.
    """
    found = next(filter(None, map(_nearest, codes)), "en")
    if found != _Chosen.code:
        _Chosen.catalogue = _catalogue(found)
        _Chosen.code = found
    return found


def _nearest(code: str) -> str:
    """The language of HipCoach that is meant; empty where it is none of them."""
    if code == PSEUDO:
        return code
    bare = code.partition(".")[0].partition("@")[0].replace("-", "_")
    names = (bare, bare.partition("_")[0])
    if names[1] in {"en", "C", "POSIX"}:
        return "en"
    return next((name for name in names if name in languages()), "")


def _catalogue(code: str) -> Catalogue:
    """What is said in a language that there is."""
    if code == "en":
        return English()
    if code == PSEUDO:
        from hipcoach.app.pseudo import Pseudo  # noqa: PLC0415 - nobody pays who doesn't look

        return Pseudo()
    compiled = _shelf() / f"{code}.mo"
    if compiled.is_file():
        from gettext import GNUTranslations  # noqa: PLC0415 - English starts without it

        with compiled.open("rb") as file:
            return GNUTranslations(file)
    from hipcoach.app.po import PoCatalogue  # noqa: PLC0415 - only a checkout needs it

    return PoCatalogue((_shelf() / f"{code}.po").read_text(encoding="utf-8"))


def _shelf() -> Traversable:
    """The folder of the catalogues; it is not there when only English is."""
    beside = Path(__file__).parents[1] / "locale"
    if beside.is_dir():
        # `importlib.resources` would take a fifth of the time of a whole command.
        return beside
    from importlib.resources import files  # noqa: PLC0415 - only a zipped package needs it

    return files("hipcoach") / "locale"
