"""Faults of the world, each as one calm sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hipcoach.app.phrases.settings import settings_error_words
from hipcoach.app.words import N_, _
from hipcoach.core.errors import ContentError, KnownError, SettingsError, StoreError, UsageError

Details = Mapping[str, object]
Sentence = Callable[[Details], str]


def error_words(error: KnownError) -> str:
    """The sentence about an error; a code without one is named as it is."""
    details = error.details
    match error:
        case ContentError():
            return _content(error.code, details)
        case StoreError():
            return _STORE.get(error.code, _store_failed)({"where": _where(details), **details})
        case SettingsError():
            return settings_error_words(error)
        case UsageError():
            return _usage(error.code, details)
        case _:
            said = _MACHINE.get(error.code, N_("Something did not work: {code}."))
            return _(said).format(code=error.code, **details)


def _where(details: Details) -> object:
    return details.get("path") or details.get("url") or _("the journal")


def _store_failed(details: Details) -> str:
    return _("The journal {where} refuses: {error}. Nothing was changed.").format(
        where=details["where"], error=details.get("error", "?")
    )


_STORE: Mapping[str, Sentence] = {
    "locked": lambda d: _(
        "The journal {where} is in use by another program; close it and try again."
    ).format(**d),
    "read-only": lambda d: _(
        "The journal {where} can be read but not written; make the file and its folder writable."
    ).format(**d),
    "no-permission": lambda d: _(
        "The journal {where} is closed to you; give yourself the right to read and write it."
    ).format(**d),
    "damaged": lambda d: _(
        "The journal {where} is damaged and was left as it is; "
        "move it aside to begin a new one, and keep it."
    ).format(**d),
    "not-a-journal": lambda d: _(
        "{where} is not a journal of HipCoach; choose another folder with --data-dir."
    ).format(**d),
    "newer": lambda d: _(
        "The journal {where} was written by a newer HipCoach; update the program to read it."
    ).format(**d),
    "disk-full": lambda d: _(
        "The disk with the journal {where} is full; free some room and try again."
    ).format(**d),
    "disk-fails": lambda d: _(
        "The disk with the journal {where} gives errors; save a copy of it elsewhere."
    ).format(**d),
    "no-folder": lambda d: _(
        "The folder {where} can't be made or written; choose another one with --data-dir."
    ).format(**d),
    "bad-url": lambda _d: _(
        "HIPCOACH_DATABASE_URL is no address of a database; "
        "it looks like postgresql+psycopg://user@host/name."
    ),
    "no-driver": lambda d: _(
        "The driver for the database {where} is missing; install the Python package {driver}."
    ).format(**{"driver": "?", **d}),
    "unreachable": lambda d: _(
        "The database {where} does not answer; see whether it runs and can be reached."
    ).format(**d),
}


def _usage(code: str, details: Details) -> str:
    match code:
        case "unknown-routine":
            said = _("There is no routine called {name}.").format(name=details["name"])
        case "unknown-exercise":
            said = _("There is no exercise called {name}.").format(name=details["name"])
        case "unknown-pose":
            said = _("That exercise has no pose called {name}.").format(name=details["name"])
        case "unknown-word":
            said = _("{name} is not known.").format(name=details["name"])
            if not details["nearest"]:
                return said + " " + _("`hipcoach --help` shows what there is.")
        case "wrong-file":
            return _("A picture is a .png or .svg file; {name} is neither.").format(
                name=details["name"]
            )
        case "missing-exercise":
            return _("Say which exercise to draw; `hipcoach list` shows them.")
        case _:
            return _("{message}; `hipcoach --help` shows what there is.").format(
                message=details.get("message", code)
            )
    if details.get("nearest"):
        return said + " " + _("Did you mean {name}?").format(name=details["nearest"])
    return said + " " + _("`hipcoach list` shows what there is.")


def _content(code: str, details: Details) -> str:
    """Where it is wrong, and how."""
    place = str(details["file"])
    if details.get("entry"):
        place += f", {details['entry']}"
    if details.get("field"):
        place += f", {details['field']}"
    return f"{place}: {_wrong(code, details)}"


def _wrong(code: str, details: Details) -> str:
    known = {"value": "?", "nearest": "", "least": "?", "most": "?", **details}
    outside = "least" in details and "most" in details
    said = N_("{value} lies outside {least} to {most}.") if outside else N_("not usable ({code}).")
    words = _(_CONTENT.get(code, said)).format(**{"code": code, **known})
    if known["nearest"]:
        words += " " + _("Did you mean {nearest}?").format(nearest=known["nearest"])
    return words


_MACHINE: Mapping[str, str] = {
    "no-display": N_("There is no display; `hipcoach play desk-reset --terminal` needs none."),
    "unwritable": N_("{path} can't be written; see whether its folder is there and yours."),
}
_CONTENT: Mapping[str, str] = {
    "not-toml": N_("this is no TOML."),
    "unreadable": N_("the file can't be read."),
    "missing-file": N_("the file is missing."),
    "missing-field": N_("it is missing."),
    "missing-source": N_("every exercise names at least one source."),
    "unknown-field": N_("there is no such field."),
    "unknown-choice": N_("{value} is not one of the words that may stand here."),
    "unknown-exercise": N_("there is no exercise called {value}."),
    "unknown-pose": N_("there is no pose called {value}."),
    "unknown-prop": N_("there is no prop called {value}."),
    "unknown-gap": N_("{{{value}}} is no gap that can be filled."),
    "off-surface": N_("it misses the floor or wall by {value} body heights."),
    "below-floor": N_("it lies below the floor ({value} body heights)."),
    "sole-tilted": N_("the sole is tilted by {value} degrees; {most} at most."),
    "hand-short": N_("the hand misses what it holds by {value} body heights; {most} at most."),
    "no-prop": N_("it needs a prop that this pose does not have."),
    "wrong-type": N_("a {wanted} is wanted here."),
    "wrong-unit": N_("wrong unit; the field is called {wanted}."),
    "wrong-count": N_("there must be {wanted} of them."),
    "line-too-long": N_("{words} words are too long for a spoken line; {most} at most."),
    "not-a-link": N_("{value} is no https address."),
    "pose-circle": N_("{value} leads back to itself."),
}
