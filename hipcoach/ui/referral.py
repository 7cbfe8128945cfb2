"""What to do first where practice is stopped."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from hipcoach.app.phrases.plan import clearance_words, look_at_it_words
from hipcoach.app.phrases.safety import (
    flag_words,
    urgency_title,
    urgency_words,
    why_not_now_words,
)
from hipcoach.app.words import _
from hipcoach.core.safety import Advice, Urgency
from hipcoach.ui.pieces import column, label, left_out


class Referral(QFrame):
    """A card that sends on to someone who can look at it; it names no diagnosis."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "referral")
        self._body = column(gap=4, margin=6)
        self.setLayout(self._body)

    def show_advice(self, found: Advice, why: str = "") -> None:
        """Say what to do, because of what, and what is stopped.

        Without a sign it isn't urgent; `why` is the reason of the plan then, in a sentence.
        """
        left_out(self._body)
        urgency = found.urgency or Urgency.APPOINTMENT
        self.setProperty("tone", "danger" if urgency is Urgency.EMERGENCY else "")
        self.style().unpolish(self)
        self.style().polish(self)
        does = urgency_words(urgency) if found.flags else look_at_it_words()
        self._body.addWidget(label(urgency_title(urgency), "display"))
        self._body.addWidget(label(does, "lead"))
        if found.flags:
            self._body.addWidget(label(_("You ticked:"), "strong"))
            why = why_not_now_words(urgency)
        for code in found.flags:
            self._body.addWidget(label(f"•  {flag_words(code)}"))
        for words in filter(None, (why, clearance_words())):
            self._body.addWidget(label(words))
