"""What the library says while one looks for an exercise."""

from __future__ import annotations

from hipcoach.app.words import _, ngettext


def search_hint() -> str:
    """What can be typed into the empty search field."""
    return _("Search: name, muscle, goal")


def most_words(seconds: float) -> str:
    """A length that an exercise may take at most."""
    number = round(seconds / 60)
    return ngettext("{number} minute at most", "{number} minutes at most", number).format(
        number=number
    )


def short_most_words(seconds: float) -> str:
    """The same in few letters."""
    return _("≤ {number} min").format(number=round(seconds / 60))


def bare_words() -> str:
    """Of what is needed: nothing."""
    return _("nothing at all")


def several_words(name: str, number: int) -> str:
    """A filter with more than one choice, such as *Goal (2)*."""
    return _("{name} ({number})").format(name=name, number=number)


def filter_words(name: str, chosen: str) -> str:
    """A filter with all that is chosen in it, to be read out."""
    return _("{name}: {choices}").format(name=name, choices=chosen or _("any"))


def count_words(number: int, total: int) -> str:
    """How many exercises are shown."""
    if number == total:
        return ngettext("{number} exercise", "{number} exercises", number).format(number=number)
    return ngettext("{number} of {total} exercise", "{number} of {total} exercises", total).format(
        number=number, total=total
    )


def nothing_found_words(text: str, *, filtered: bool) -> str:
    """Why nothing is shown, and what to do."""
    if not text.strip():
        return _("No exercise fits all of these filters. Take one of them away.")
    if filtered:
        return _(
            "No exercise with “{text}” fits these filters. Take a filter away, or look for "
            "another word."
        ).format(text=text.strip())
    return _(
        "No exercise is called “{text}” or has to do with it. Try a muscle, such as "
        "“thigh”, or a single word."
    ).format(text=text.strip())
