"""What is said of an exercise that somebody wrote down, and what is missing of it."""

from __future__ import annotations

from collections.abc import Mapping

from hipcoach.app.words import _, ngettext
from hipcoach.core.bounds import LONGEST_LINE, MOST_SET_UP
from hipcoach.core.exercise import Method
from hipcoach.core.own_exercise import LONGEST_NAME, Said
from hipcoach.core.side import Side


def lines_of(name: str, *, sided: bool) -> Mapping[str, Said]:
    """The lines that a session says beside what to do, by code."""
    lines = {
        "announce": _both(name + "."),
        "safety": _both(_("Stay well below pain, and come out if it turns sharp.")),
        "intent": _both(_("Steady, just as you were shown.")),
        "breathing": _both(_("Let your breath flow.")),
        "pinch": _both(_("Come out a little, and rest there.")),
    }
    if not sided:
        return lines
    left, right = _("{name}, left side.").format(name=name), _("{name}, right side.")
    return {
        **lines,
        "announce": {Side.LEFT: left, Side.RIGHT: right.format(name=name)},
        "switch": {
            Side.LEFT: _("Switch to the left side."),
            Side.RIGHT: _("Switch to the right side."),
        },
    }


def method_words(method: Method) -> str:
    """How it is done."""
    return _("Held still") if method is Method.HOLD else _("There and back, in rhythm")


def missing_words(code: str, detail: str = "") -> str:
    """What is missing, or too much, as a sentence."""
    if code == "name":
        return _("Give it a name.")
    if code == "long-name":
        return ngettext(
            "A name has {number} word at most.", "A name has {number} words at most.", LONGEST_NAME
        ).format(number=LONGEST_NAME)
    if code == "how":
        return _("Write down what to do.")
    if code == "many-lines":
        return _("No more than {number} lines are said before it begins.").format(
            number=MOST_SET_UP
        )
    if code == "long-line":
        return _("“{line}” is too long to be said: {most} words at most.").format(
            line=detail, most=LONGEST_LINE
        )
    return _("Choose at least one picture.")


def _both(words: str) -> Said:
    return dict.fromkeys(Side, words)
