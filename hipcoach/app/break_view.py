"""What the Breaks page shows beside the snapshots of the desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from hipcoach.app.phrases.break_settings import no_preview_words, preview_words
from hipcoach.app.today_view import offered, routine_card
from hipcoach.core.breaks import BreakSettings, preview
from hipcoach.core.content import Content

_AHEAD: Final = 8
"""So many days are looked at for one with reminders."""


def preview_of(settings: BreakSettings, now: datetime) -> str:
    """When reminders would come on the next day that has some still to come; `now` is local."""
    zone, today = now.tzinfo, now.date()
    assert zone is not None
    for ahead in range(_AHEAD):
        day = today + timedelta(days=ahead)
        times = preview(settings, day, zone)
        if times and times[-1] > now:
            return preview_words(day, today, times)
    return no_preview_words()


def routines_of(content: Content) -> tuple[tuple[str, str], ...]:
    """(id, name and length) of what a break can be, the shortest first."""
    cards = [routine_card(content, routine.id) for routine in offered(content)]
    cards.sort(key=lambda card: card.length_s)
    return tuple((card.id, f"{card.name}, {card.minutes_words}") for card in cards)
