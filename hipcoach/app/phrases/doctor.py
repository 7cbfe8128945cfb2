"""What `hipcoach doctor` says: what works, what is missing, and the command that mends it."""

from __future__ import annotations

from hipcoach.app.words import _, ngettext


def display_works(platform: str) -> str:
    """A window can open."""
    return _("Display: a window can open ({platform}).").format(platform=platform)


def display_missing(*, asked_for: bool) -> str:
    """No window can open."""
    if not asked_for:
        return _("Display: there is none. Routines can be followed in the terminal.")
    return _("Display: there is one, but a window can't be opened on it.")


def install_words(packages: tuple[str, ...]) -> str:
    """The command that brings packages on Debian and its relatives."""
    return _("On Debian or Ubuntu: {command}").format(
        command="sudo apt install " + " ".join(packages)
    )


def voice_works(engine: str, where: str, voices: int) -> str:
    """The engine loads."""
    origin = _("bundled") if where == "bundled" else _("of the system")
    return ngettext(
        "Voice: {engine}, {origin}, {number} voice.",
        "Voice: {engine}, {origin}, {number} voices.",
        voices,
    ).format(engine=engine, origin=origin, number=voices)


def voice_missing() -> str:
    """No engine loads."""
    return _("Voice: no speech engine can be loaded. Captions and tones work without one.")


def sound_works(player: str) -> str:
    """Sound reaches a sound card."""
    return _("Sound: works, played by {player}.").format(player=player)


def sound_missing(players: tuple[str, ...]) -> str:
    """Nothing can be heard."""
    if not players:
        return _("Sound: no program that plays sound was found. Captions work without it.")
    return _("Sound: {players} can't reach a sound card. See whether sound is running.").format(
        players=", ".join(players)
    )


def journal_works(place: str, sessions: int) -> str:
    """The journal opens."""
    return ngettext(
        "Journal: {place}, {number} session in it.",
        "Journal: {place}, {number} sessions in it.",
        sessions,
    ).format(place=place, number=sessions)


def journal_broken(why: str) -> str:
    """It does not open."""
    return _("Journal: {why}").format(why=why)


def settings_work(path: str) -> str:
    """The settings are as they should be."""
    return _("Settings: {path}").format(path=path)


def settings_mended(path: str, why: str) -> str:
    """Something in them could not be used."""
    return _("Settings: {path}: {why}").format(path=path, why=why)


def presence_found(source: str) -> str:
    """Something that reminders heed is noticed here, or is not."""
    return _("Breaks · {source}").format(source=source)


def all_well() -> str:
    """Nothing is missing."""
    return _("All is well.")
