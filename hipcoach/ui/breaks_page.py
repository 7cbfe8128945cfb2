"""The Breaks page: how it stands, when reminders come, and what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from hipcoach.app.break_snapshots import BreakSnapshot
from hipcoach.app.phrases.break_settings import (
    amount_words,
    autostart_words,
    by_turns_words,
    choice_name,
    choices_of,
    length_name,
)
from hipcoach.app.words import _
from hipcoach.core.autostart import AutostartState
from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.week_edit import Week
from hipcoach.ui.break_panel import BreakPanel
from hipcoach.ui.break_rows import (
    AmountSlider,
    FewChoices,
    ListChoice,
    choice_row,
    switch,
    switch_row,
)
from hipcoach.ui.days_off import DaysOff
from hipcoach.ui.pieces import Button, ScrolledColumn, column, frame, label, left_out
from hipcoach.ui.week_panel import WeekPanel

_MINUTE: Final = 60
AMOUNTS: Final[dict[str, tuple[float, ...]]] = {
    "interval_s": tuple(minutes * _MINUTE for minutes in range(10, 245, 5)),
    "break_s": (30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 420, 600),
    "notice_s": (0, 10, 20, 30, 60, 120, 300),
    "snooze_limit": (1, 2, 3, 4, 5, 6, 8, 10, 0),
    "idle_after_s": (15, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1200, 1800),
    "credit_s": tuple(minutes * _MINUTE for minutes in (1, 2, 3, 4, 5, 7, 10, 15, 20, 30)),
    "settle_s": (0, 5, 10, 20, 30, 60, 120, 300),
    "offer_s": (30, 60, 90, 120, 180, 300, 600),
    "again_s": (0, 60, 120, 300, 600, 900, 1200, 1800, 3600),
}
"""Seconds that can be chosen for each length; 0 snoozes, which is no limit, come last."""
_FINE: Final = ("idle_after_s", "credit_s", "settle_s", "offer_s", "again_s")
"""What hardly anybody needs to touch."""


class BreaksPage(QWidget):
    """Shows what holds; a change holds at once."""

    asked = Signal(object)
    """A `Command` for the breaks."""
    breakAsked = Signal()
    """A break now, whatever the hours, pauses and guards."""
    chosen = Signal(object)
    """The `BreakChoices` that are to hold from now on."""
    autostartAsked = Signal(bool)
    """Whether HipCoach is to start at login."""

    def __init__(self, first_weekday: int = 0) -> None:
        """`first_weekday` is the day on which weeks begin, 0 for Monday."""
        super().__init__()
        self.setObjectName("breaks")
        self._choices = BreakChoices()
        self._amounts: dict[str, AmountSlider] = {}
        self._few: dict[str, FewChoices] = {}
        self.panel = BreakPanel()
        self.panel.asked.connect(self.asked)
        self.panel.breakAsked.connect(self.breakAsked)
        self.panel.switched.connect(lambda on: self._choose(on=on))
        self._preview = label("", "lead")
        self.week = WeekPanel(first_weekday)
        self.week.changed.connect(self._choose_week)
        self._always = switch(_("At any hour"), lambda on: self._choose_hours(always=on))
        self.days_off = DaysOff()
        self.days_off.changed.connect(lambda days: self._choose_hours(days_off=days))
        self._routine = ListChoice(_("Routine"), lambda name: self._choose(routine=name))
        self._reading = switch(_("I mostly read or watch"), lambda on: self._choose(reading=on))
        self._autostart = switch(_("Start at login"), self.autostartAsked.emit)
        self._autostart_words = label("", "small")
        self._sources = column(gap=2)
        self.offer_routines(())
        self.setLayout(column(self._body()))
        self.setFocusProxy(self.panel)
        self.show_choices(self._choices)

    def show_snapshot(self, shown: BreakSnapshot) -> None:
        """Show how it stands."""
        self.panel.show_snapshot(shown)

    def show_choices(self, choices: BreakChoices) -> None:
        """Show these choices; nothing is told."""
        self._choices = choices
        rhythm = choices.rhythm
        for name, slider in self._amounts.items():
            slider.show_amount(getattr(rhythm, name))
        for name, few in self._few.items():
            few.show_choice(getattr(choices, name))
        self._routine.show_choice(choices.routine)
        self._reading.setChecked(choices.reading)
        self._always.setChecked(rhythm.hours.always)
        self.week.setVisible(not rhythm.hours.always)
        self.week.show_week(rhythm.hours.week)
        self.days_off.show_days(rhythm.hours.days_off)

    def show_preview(self, words: str, today: date) -> None:
        """Say when reminders would come."""
        self._preview.setText(words)
        self.days_off.begin_at(today)

    def offer_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Offer these as (id, words), after the usual ones by turns."""
        self._routine.offer([("", by_turns_words()), *routines])
        self._routine.show_choice(self._choices.routine)

    def show_autostart(self, state: AutostartState, trouble: str = "") -> None:
        """Show what was found to be set up for the next login, and what went wrong."""
        self._autostart.setChecked(state is AutostartState.ON)
        self._autostart_words.setText(trouble or autostart_words(state))
        self._autostart_words.setProperty("role", "worst" if trouble else "small")
        self._autostart_words.style().unpolish(self._autostart_words)
        self._autostart_words.style().polish(self._autostart_words)

    def show_sources(self, sentences: Sequence[str]) -> None:
        """Say of each thing whether this desktop tells it."""
        left_out(self._sources)
        for sentence in sentences:
            self._sources.addWidget(label(sentence))

    def _body(self) -> ScrolledColumn:
        scrolled = ScrolledColumn(widest=860, margin=6)
        body = scrolled.body
        body.addWidget(label(_("Breaks"), "display"))
        body.addWidget(self.panel)
        when = column(
            self._preview,
            self._amount("interval_s"),
            switch_row(_("At any hour"), _("Days off count all the same."), self._always),
            self.week,
            column(label(_("Days off"), "strong"), self.days_off, gap=1),
            gap=4,
        )
        body.addWidget(_card(_("When"), when))
        each = column(
            choice_row(_("Routine"), _("Each is led through, spoken and counted."), self._routine),
            self._amount("break_s"),
            self._choice("window"),
            gap=4,
        )
        body.addWidget(_card(_("The break"), each))
        body.addWidget(_card(_("Reminders"), self._reminders()))
        told = column(
            label(_("So that no reminder comes at a bad moment. Nothing of it is kept."), "small"),
            self._sources,
            gap=2,
        )
        body.addWidget(_card(_("What this desktop tells"), told))
        body.addWidget(self._folded())
        body.addStretch(1)
        return scrolled

    def _reminders(self) -> QLayout:
        reading = _("Then you are reminded too when nothing was touched for up to 15 minutes.")
        login = _("Start HipCoach when I log in")
        return column(
            self._amount("notice_s"),
            self._amount("snooze_limit"),
            switch_row(_("I mostly read or watch"), reading, self._reading),
            switch_row(login, self._autostart_words, self._autostart),
            self._choice("background"),
            gap=4,
        )

    def _folded(self) -> QWidget:
        """What is seldom wanted, behind a button."""
        rows = column(*(self._amount(name) for name in _FINE), gap=4)
        inner = _card("", rows)
        inner.hide()
        turn = Button(_("&Fine points") + "  ▸", "quiet", name=_("Fine points"))
        turn.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        def unfold() -> None:
            inner.setVisible(inner.isHidden())
            turn.setText(_("&Fine points") + ("  ▸" if inner.isHidden() else "  ▾"))

        turn.clicked.connect(unfold)
        whole = QWidget()
        whole.setLayout(column(turn, inner, gap=2))
        return whole

    def _amount(self, name: str) -> QWidget:
        words, hint = length_name(name)
        slider = AmountSlider(
            words,
            AMOUNTS[name],
            lambda amount: amount_words(name, amount),
            lambda amount: self._choose_rhythm(name, amount),
        )
        self._amounts[name] = slider
        return choice_row(words, hint, slider)

    def _choice(self, name: str) -> QWidget:
        words, hint = choice_name(name)
        choose: Callable[[str], None] = lambda code: self._choose(**{name: code})  # noqa: E731 - typed
        self._few[name] = FewChoices(words, choices_of(name), choose)
        return choice_row(words, hint, self._few[name])

    def _choose_week(self, week: Week) -> None:
        self._choose_hours(week=week)

    def _choose_hours(self, **changed: Any) -> None:
        hours = replace(self._choices.rhythm.hours, **changed)
        self._choose(rhythm=replace(self._choices.rhythm, hours=hours))

    def _choose_rhythm(self, name: str, amount: float) -> None:
        changed: dict[str, Any] = {name: amount}
        self._choose(rhythm=replace(self._choices.rhythm, **changed))

    def _choose(self, **changed: Any) -> None:
        choices = replace(self._choices, **changed)
        if choices != self._choices:
            self.show_choices(choices)
            self.chosen.emit(choices)


def _card(title: str, inner: QLayout) -> QFrame:
    if not title:
        return frame("card", column(inner, margin=5))
    return frame("card", column(label(title, "heading"), inner, margin=5))
