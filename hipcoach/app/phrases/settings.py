"""What the settings page says: names, choices, and what was mended."""

from __future__ import annotations

from hipcoach.app.phrases.numbers import decimal_words
from hipcoach.app.words import N_, _, languages, ngettext
from hipcoach.core.errors import SettingsError
from hipcoach.core.settings import (
    BREAKS,
    ROUTINE_SOUNDS,
    SOUND_MODE,
    SYNC,
    Kind,
    Repair,
    Value,
    option,
)

_GROUPS = {
    "sound": N_("Sound"),
    "voice": N_("Voice"),
    "session": N_("Session"),
    "look": N_("Appearance"),
    "figure": N_("The figure"),
}

_NAMES = {
    "sound.mode": (N_("What you hear"), N_("Captions are always shown.")),
    "sound.count": (N_("Last three seconds"), ""),
    "sound.beeps": (N_("Volume of beeps"), ""),
    "voice.id": (N_("Voice"), ""),
    "voice.rate": (N_("Speed"), N_("Words a minute; 150 is an easy pace.")),
    "voice.volume": (N_("Volume of the voice"), ""),
    "session.first_side": (N_("Side to begin with"), ""),
    "session.distance_m": (
        N_("How far you are from the screen"),
        N_("Words and digits in a session are made large enough for it."),
    ),
    "session.keep_awake": (N_("Keep the screen on during a session"), ""),
    "session.ask_at": (
        N_("Ask on the day after how it felt"),
        N_("A quiet notice at this time, while HipCoach runs; on Today it can always be told."),
    ),
    "look.language": (N_("Language"), N_("Of all words, and of the voice.")),
    "look.theme": (N_("Colours"), ""),
    "look.text_percent": (N_("Size of text"), ""),
    "look.reduced_motion": (
        N_("Less motion"),
        N_("Pictures show the position at once and don't move."),
    ),
    "look.week_numbers": (
        N_("Numbers of weeks"),
        N_("Beside the weeks of the history."),
    ),
    "figure.skin": (N_("Skin"), ""),
    "figure.hair": (N_("Hair colour"), ""),
    "figure.hair_style": (N_("Hair style"), ""),
    "figure.clothes": (N_("Clothes"), ""),
    "figure.socks": (N_("Socks"), ""),
}

_CHOICES = {
    "sound.mode": {
        "voice+beeps": N_("Voice and beeps"),
        "voice": N_("Voice only"),
        "beeps": N_("Beeps only"),
        "none": N_("Nothing"),
    },
    "session.ask_at": {
        **{clock: clock for clock in ("07:00", "08:00", "09:00", "12:00", "17:00", "20:00")},
        "never": N_("Never"),
    },
    "sound.count": {"spoken": N_("Counted aloud"), "ticks": N_("Ticks")},
    "session.first_side": {"right": N_("Right"), "left": N_("Left")},
    "look.theme": {
        "system": N_("As the system"),
        "light": N_("Light"),
        "dark": N_("Dark"),
        "high-contrast": N_("High contrast"),
    },
    "look.reduced_motion": {
        "system": N_("As the system"),
        "on": N_("On"),
        "off": N_("Off"),
    },
    "figure.skin": {
        "porcelain": N_("Porcelain"),
        "sand": N_("Sand"),
        "honey": N_("Honey"),
        "bronze": N_("Bronze"),
        "umber": N_("Umber"),
        "cocoa": N_("Cocoa"),
    },
    "figure.hair": {
        "black": N_("Black"),
        "brown": N_("Brown"),
        "chestnut": N_("Chestnut"),
        "blond": N_("Blond"),
        "copper": N_("Copper"),
        "silver": N_("Silver"),
    },
    "figure.hair_style": {
        "crop": N_("Short"),
        "bun": N_("Bun"),
        "bob": N_("Bob"),
        "curls": N_("Curls"),
        "none": N_("None"),
    },
    "figure.clothes": {
        "lagoon": N_("Lagoon"),
        "plum": N_("Plum"),
        "sun": N_("Sun"),
        "rose": N_("Rose"),
        "moss": N_("Moss"),
        "sky": N_("Sky"),
    },
}

_OWN = {"voice.id": N_("The system's own"), "look.language": N_("As the system")}

_LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}
"""Each in its own words, for those who can't read the one that is spoken."""

_SOUNDS = {
    "": N_("Sound: as in settings"),
    "voice+beeps": N_("Sound: voice and beeps"),
    "voice": N_("Sound: voice only"),
    "beeps": N_("Sound: beeps only"),
    "none": N_("Sound: none"),
}


def group_words(group: str) -> str:
    """The heading of a group of options."""
    return _(_GROUPS[group])


def option_words(key: str) -> str:
    """The name of an option."""
    return _(_NAMES[key][0])


def hint_words(key: str) -> str:
    """What an option changes, where its name doesn't say it; else empty."""
    return _(_NAMES[key][1])


def choice_words(key: str, code: str) -> str:
    """One choice of an option."""
    return _(_CHOICES[key][code])


def names_offered(key: str) -> tuple[tuple[str, str], ...]:
    """The names that an option can have, as (name, words), as far as they are known already.

    The machine's own choice, an empty name, comes first.
    """
    own = ("", _(_OWN[key]))
    if key != "look.language":
        return (own,)
    return (own, *((code, language_words(code)) for code in languages()))


def language_words(code: str) -> str:
    """The name of a language, in that language."""
    return _LANGUAGES.get(code, code)


def sound_choice_words(mode: str) -> str:
    """One way in which a routine can sound; an empty mode: as all do."""
    return choice_words(SOUND_MODE, mode) if mode else _("As in settings")


def sound_words(mode: str) -> str:
    """How a routine sounds; an empty mode: as all do."""
    return _(_SOUNDS[mode])


def value_words(key: str, value: Value) -> str:
    """A value as it is shown beside its slider or in a sentence."""
    kind = option(key).kind
    if kind is Kind.SWITCH:
        return _("on") if value else _("off")
    if kind is Kind.CHOICE:
        return choice_words(key, str(value))
    if key == "session.distance_m":
        assert isinstance(value, int | float)
        return _("{metres} m").format(metres=decimal_words(value))
    if key == "voice.rate":
        return str(value)
    if kind is Kind.WHOLE:
        return _("{percent} %").format(percent=value)
    name = language_words(str(value)) if key == "look.language" else str(value)
    return name or _("the system's own")


def repairs_words(repairs: tuple[Repair, ...], *, garbled: bool, kept_aside: str) -> str:
    """What was wrong with the settings file, and what holds now; empty when nothing was."""
    if garbled:
        told = _("The settings file could not be understood, so the usual settings hold.")
    elif repairs:
        names = ", ".join(_repair_words(one) for one in repairs[:3])
        more = len(repairs) - 3
        told = ngettext(
            "{number} setting could not be used: {names}.",
            "{number} settings could not be used: {names}.",
            len(repairs),
        ).format(number=len(repairs), names=names + (", …" if more > 0 else ""))
    else:
        return ""
    if not kept_aside:
        return told
    return told + " " + _("The file as it was is kept as {path}.").format(path=kept_aside)


def _repair_words(one: Repair) -> str:
    """One option that was mended."""
    if one.used is None:
        return _("{key} is not known").format(key=one.key)
    group, _point, routine = one.key.partition(".")
    if group == ROUTINE_SOUNDS:
        return _("{routine} sounds as all routines do").format(routine=routine)
    if group in {BREAKS, SYNC}:
        return _("{key} is as usual").format(key=one.key)
    return _("{option} is now {value}").format(
        option=option_words(one.key), value=value_words(one.key, one.used)
    )


def settings_error_words(error: SettingsError) -> str:
    """Why settings are not read or kept, and what to do."""
    path, reason = error.details.get("path", ""), error.details.get("reason", "")
    if error.code == "unreadable":
        return _(
            "The settings in {path} can't be read ({reason}); the usual settings hold. Check who "
            "may read that file."
        ).format(path=path, reason=reason)
    return _(
        "The settings can't be saved in {path} ({reason}). They hold until HipCoach is closed; "
        "check that the disk has room and that the folder may be written to."
    ).format(path=path, reason=reason)


def voice_test_words() -> str:
    """The line that is spoken to test the voice."""
    return _("Lie down, breathe out, and let the leg get heavy.")


def unheard_words() -> tuple[str, ...]:
    """What to check where the voice was not heard, the commonest first."""
    return (
        _("Nothing is lost: every cue is shown as a caption too. To hear it, check:"),
        _("•  Is the computer muted, or its volume low? Are headphones plugged in?"),
        _("•  Does the system's sound settings page name the right speakers?"),
        _("•  Does “What you hear” above include the voice, and is its volume above zero?"),
        _("•  Try another voice in the list, then test again."),
        _("•  In a terminal, “hipcoach doctor” says what is missing and how to mend it."),
    )
