"""The questions after a session, shown and spoken."""

from __future__ import annotations

from hipcoach.app.words import _


def effort_question() -> str:
    """How hard it was."""
    return _("How hard was it, from zero to ten?")


def pain_question() -> str:
    """How much it hurt while practising."""
    return _("Any pain while you practised, from zero to ten?")


def pinch_question() -> str:
    """Whether it pinched."""
    return _("Did it pinch at the front of the hip?")


def thanks() -> str:
    """After the last question."""
    return _("Thank you. That is saved on this computer.")


def questions() -> tuple[str, ...]:
    """Every line of the check-in that is spoken, in order."""
    return effort_question(), pain_question(), pinch_question(), thanks()
