"""How the person in the pictures looks, as it was chosen."""

from __future__ import annotations

from hipcoach.core.settings import Settings
from hipcoach.ui.figure.palette import HairStyle, Look, RoomTheme


def look_of(settings: Settings, theme: str) -> Look:
    """The figure as the person chose it, in the light of the theme that is shown."""
    return Look(
        theme=RoomTheme(theme),
        skin=settings.word("figure.skin"),
        hair=settings.word("figure.hair"),
        hair_style=HairStyle(settings.word("figure.hair_style")),
        clothes=settings.word("figure.clothes"),
        socks=settings.switch("figure.socks"),
    )
