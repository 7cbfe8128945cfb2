"""Faults of the world, each as one calm sentence that says what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from hipcoach.app.phrases.exchange import (
    BACKUP_USAGE,
    BACKUPS,
    EXCHANGE_USAGE,
    exchange_words,
)
from hipcoach.app.phrases.plan_errors import CASES, PLAN_USAGE
from hipcoach.app.phrases.remote import REMOTE, REMOTE_USAGE
from hipcoach.app.phrases.report_errors import REPORT_USAGE
from hipcoach.app.phrases.safety import blocked_words
from hipcoach.app.phrases.settings import settings_error_words
from hipcoach.app.words import N_, _
from hipcoach.core.errors import ContentError, KnownError, SettingsError, StoreError, UsageError
from hipcoach.core.safety import advice

Details = Mapping[str, object]
FEW: Final = 4
"""So many words are named, where one is not known."""


def error_words(error: KnownError) -> str:  # noqa: PLR0911 - one for each kind of error
    """The sentence about an error; a code without one is named as it is."""
    details = error.details
    match error:
        case ContentError():
            return _content(error.code, details)
        case StoreError():
            told = _(_STORE.get(error.code, _STORE["failed"]))
            return told.format(**{"where": _where(details), "driver": "?", "error": "?", **details})
        case SettingsError():
            return settings_error_words(error)
        case UsageError():
            return _usage(error.code, details)
        case _ if error.code == "red-flags":
            return _not_now(details)
        case _ if error.code.startswith("exchange-"):
            return exchange_words(error)
        case _:
            said = _MACHINE.get(error.code, N_("Something did not work: {code}."))
            return _(said).format(code=error.code, **details)


def _where(details: Details) -> object:
    return details.get("path") or details.get("url") or _("the journal")


_STORE: Mapping[str, str] = {
    "locked": N_("The journal {where} is in use by another program; close it and try again."),
    "read-only": N_(
        "The journal {where} can be read but not written; make the file and its folder writable."
    ),
    "no-permission": N_(
        "The journal {where} is closed to you; give yourself the right to read and write it."
    ),
    "damaged": N_(
        "The journal {where} is damaged and was left as it is; "
        "`hipcoach restore` shows the backups, one of which can take its place."
    ),
    "not-a-journal": N_(
        "{where} is not a journal of HipCoach; choose another folder with --data-dir."
    ),
    "newer": N_(
        "The journal {where} was written by a newer HipCoach; update the program to read it."
    ),
    "disk-full": N_("The disk with the journal {where} is full; free some room and try again."),
    "disk-fails": N_(
        "The disk with the journal {where} gives errors; save a copy of it elsewhere."
    ),
    "no-folder": N_(
        "The folder {where} can't be made or written; choose another one with --data-dir."
    ),
    "bad-url": N_(
        "HIPCOACH_DATABASE_URL is no address of a database; "
        "it looks like postgresql+psycopg://user@host/name."
    ),
    "no-driver": N_(
        "The driver for the database {where} is missing; install the Python package {driver}."
    ),
    "unreachable": N_(
        "The database {where} does not answer; see whether it runs and can be reached."
    ),
    "no-session": N_(
        "The journal {where} lacks the session that this belongs to; it was not kept."
    ),
    "replaced": N_(
        "Another file lies in the place of the journal {where} by now; try again with that one."
    ),
    "failed": N_(
        "The journal {where} refuses ({error}) and was left as it is; "
        "`hipcoach doctor` looks at it again."
    ),
}


def _usage(code: str, details: Details) -> str:
    said = _USAGE.get(code, N_("{message}; `hipcoach --help` shows what there is."))
    told = _(said).format(**{"message": code, **details})
    if not code.startswith("unknown-"):
        return told
    if details.get("nearest"):
        return told + " " + _("Did you mean {name}?").format(name=details["nearest"])
    if code == "unknown-word":
        return told + " " + _known_words(details)
    return told + " " + _("`hipcoach list` shows what there is.")


def _not_now(details: Details) -> str:
    """Why no session starts, and what ends that."""
    flags = details["flags"]
    assert isinstance(flags, tuple)
    return (
        blocked_words(advice(flags))
        + " "
        + _(
            "Once a professional has cleared you, record it with `hipcoach clearance` or in "
            "HipCoach's window."
        )
    )


def _known_words(details: Details) -> str:
    """What there is in place of a word that is not known; of many, where to read of them."""
    return _few_words(details) or _("`hipcoach --help` shows what there is.")


def _few_words(details: Details) -> str:
    """The words that there are, where they are few; else nothing."""
    known = details.get("known")
    if isinstance(known, Sequence) and not isinstance(known, str) and len(known) <= FEW:
        return _("There is: {known}.").format(known=", ".join(map(str, known)))
    return ""


def _content(code: str, details: Details) -> str:
    """Where it is wrong, and how."""
    place = str(details["file"])
    if "line" in details and code not in _SAY_THE_LINE:
        place += ", " + _("line {line}").format(line=details["line"])
    if details.get("entry"):
        place += f", {details['entry']}"
    if details.get("field"):
        place += f", {details['field']}"
    return f"{place}: {_wrong(code, details)}"


def _wrong(code: str, details: Details) -> str:
    known = {**dict.fromkeys(_NAMED, "?"), "nearest": "", **details}
    known["wanted"] = _(_WANTED.get(str(known["wanted"]), str(known["wanted"])))
    outside = "least" in details and "most" in details
    said = N_("{value} lies outside {least} to {most}.") if outside else N_("not usable ({code}).")
    words = _(_CONTENT.get(code, said)).format(**{"code": code, **known})
    if known["nearest"]:
        words += " " + _("Did you mean {nearest}?").format(nearest=known["nearest"])
    elif code == "unknown-choice" and _few_words(details):
        words += " " + _few_words(details)
    return words


_USAGE: Mapping[str, str] = {
    "unknown-routine": N_("There is no routine called {name}."),
    "no-file": N_("There is no file {name}; see whether its path is right."),
    "unknown-exercise": N_("There is no exercise called {name}."),
    "unknown-pose": N_("That exercise has no pose called {name}."),
    "unknown-word": N_("{name} is not known."),
    "locked": N_("{name} has a warning to be read first, in the library."),
    "too-early": N_(
        "{name} comes later: at three sessions a week, when gentler exercises go well."
    ),
    "nothing-fits": N_(
        "Nothing of this routine is left with what you told about kneeling and props; change "
        "that under “About you”, or choose another routine."
    ),
    **PLAN_USAGE,
    **EXCHANGE_USAGE,
    **BACKUP_USAGE,
    **REMOTE_USAGE,
    **REPORT_USAGE,
    "wrong-file": N_("A picture is a .png or .svg file; {name} is neither."),
    "wrong-sheet": N_("A sheet is a .png file; {name} is none."),
    "missing-exercise": N_("Say which exercise to draw; `hipcoach list` shows them."),
}
_MACHINE: Mapping[str, str] = {
    **CASES,
    **BACKUPS,
    **REMOTE,
    "no-display": N_("There is no display; `hipcoach play desk-reset --terminal` needs none."),
    "exercise-in-use": N_(
        "{name} is in the routine that is open; save that routine and leave it first."
    ),
    "unwritable": N_("{path} can't be written; see whether its folder is there and yours."),
    "no-room": N_("There is no room left for {path}; free some, or choose another disk."),
    "no-room-to-print": N_("The disk is full, and not all was written to it; free some room."),
    "no-voice": N_("No voice is installed; `hipcoach doctor` says how to get one."),
    "voice-fails": N_("The voice does not answer; `hipcoach doctor` says what is wrong."),
    "no-sound": N_("No sound can be played here; `hipcoach doctor` says what is wrong."),
}
_WANTED: Mapping[str, str] = {
    "table": N_("a table"),
    "list": N_("a list"),
    "text": N_("a text in quotes"),
    "flag": N_("true or false"),
    "number": N_("a number"),
    "whole-number": N_("a whole number"),
}
_NAMED = ("value", "least", "most", "wanted", "words", "line", "reason")
"""What a sentence about content may name."""
_SAY_THE_LINE: Final = frozenset({"not-toml", "not-text"})
"""Codes whose sentences name the line themselves."""
_CONTENT: Mapping[str, str] = {
    "not-text": N_("line {line} is no text in UTF-8."),
    "too-deep": N_("its lists and tables lie too deep within each other."),
    "twice": N_("it is written twice."),
    "unclosed-text": N_("the text has no closing quote."),
    "unclosed-list": N_("the list has no closing bracket."),
    "unclosed-table": N_("the table has no closing brace."),
    "unclosed-heading": N_("the heading is not closed; it looks like [words] or [[steps]]."),
    "bad-escape": N_("a backslash in a text is written as two."),
    "more-on-line": N_("something follows the value; each field has a line of its own."),
    "no-value": N_("this is no value; a text stands in quotes, a number without them."),
    "no-equals": N_("a name and its value are joined by an equals sign."),
    "no-name": N_("a line begins with the name of a field or with a heading."),
    "bad-mark": N_("it holds a character that can't stand in a file like this."),
    "not-toml": N_("line {line} is not written as TOML asks for."),
    "unreadable": N_("the file can't be read ({reason})."),
    "missing-file": N_("the file is missing."),
    "missing-field": N_("it is missing."),
    "missing-source": N_("every exercise names at least one source."),
    "unknown-field": N_("there is no such field."),
    "unknown-choice": N_("{value} is not one of the words that may stand here."),
    "unknown-exercise": N_("there is no exercise called {value}."),
    "unknown-pose": N_("there is no pose called {value}."),
    "unknown-prop": N_("there is no prop called {value}."),
    "unknown-muscle": N_("there is no muscle called {value}."),
    "unknown-article": N_("there is no article called {value}."),
    "unknown-picture": N_("there is no picture called {value}."),
    "unknown-link": N_("{value} leads nowhere; write exercise:…, article:… or https://…."),
    "broken-mark": N_("a mark is not ended, or stands where none may, near “{value}”."),
    "missing-head": N_("it has to begin with a head between two lines of +++."),
    "unlike-english": N_("{value} is only here or only in the English article."),
    "unknown-gap": N_("{{{value}}} is no gap that can be filled."),
    "off-surface": N_("it misses the floor or wall by {value} body heights."),
    "below-floor": N_("it lies below the floor ({value} body heights)."),
    "sole-tilted": N_("the sole is tilted by {value} degrees; {most} at most."),
    "hand-short": N_("the hand misses what it holds by {value} body heights; {most} at most."),
    "no-prop": N_("it needs a prop that this pose does not have."),
    "wrong-type": N_("{wanted} is wanted here."),
    "wrong-unit": N_("wrong unit; the field is called {wanted}."),
    "wrong-count": N_("there must be {wanted} of them."),
    "line-too-long": N_("{words} words are too long for a spoken line; {most} at most."),
    "too-long": N_("it is {value} characters long; {most} at most."),
    "too-large": N_("the file is too large to be a routine."),
    "not-a-picture": N_("this is no picture; a PNG or an SVG is one."),
    "picture-too-large": N_("the picture is too large; make it smaller and try again."),
    "picture-not-alone": N_("the picture wants other files or programs; save it as a plain SVG."),
    "picture-elsewhere": N_("{value} lies outside the folder of the exercise."),
    "no-sides": N_("this exercise has no sides to choose from."),
    "taken": N_("there is a routine of that name already; give the file another name."),
    "not-a-link": N_("{value} is no https address."),
    "pose-circle": N_("{value} leads back to itself."),
}
