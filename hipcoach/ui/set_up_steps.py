"""The questions about the person, one to a page; each reads and writes its part of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, QTime
from PySide6.QtWidgets import QLineEdit, QTimeEdit, QWidget

from hipcoach.app.phrases.dates import weekday_short
from hipcoach.app.phrases.set_up import A_MONDAY, aim_words, day_name, have_words
from hipcoach.app.set_up import SetUp
from hipcoach.app.words import _
from hipcoach.core.aims import Aim
from hipcoach.ui.choice_row import ChoiceRow
from hipcoach.ui.pieces import GAPS, ScrolledColumn, column, frame, label, row
from hipcoach.ui.tick import Tick

TEN: Final = 10
EVERYWHERE: Final = frozenset({"mat", "pad", "strap", "desk", "wall", "chair", "couch"})
"""Props that most people have: ticked until somebody says otherwise."""
TIMES: Final = ("07:00", "12:30", "16:00", "19:00")


class Step(ScrolledColumn):
    """A question, why it is asked, and its answers."""

    first: QWidget
    """What has the keyboard first."""

    def __init__(self, question: str, why: str, answers: QWidget) -> None:
        super().__init__(widest=760, margin=6)
        self.body.addLayout(column(label(question, "title"), label(why, "soft"), gap=1))
        self.body.addWidget(frame("card", column(answers, margin=5)))
        self.body.addStretch(1)

    def show_answers(self, said: SetUp) -> None:
        """Show what was said."""
        raise NotImplementedError

    def answers(self, said: SetUp) -> SetUp:
        """The same with what is answered here now."""
        raise NotImplementedError

    def choose(self, number: int) -> None:
        """What a digit key does: the answer of that number."""


class GoalsStep(Step):
    """What brings somebody here."""

    def __init__(self) -> None:
        self._ticks = {aim.value: Tick(aim_words(aim)) for aim in Aim}
        super().__init__(
            _("What brings you here?"),
            _("Tick what you like. It stays yours; the plan goes by how you feel."),
            _stacked(list(self._ticks.values())),
        )
        self.first = self._ticks[Aim.SITTING]

    def show_answers(self, said: SetUp) -> None:
        """Show what was said."""
        for code, tick in self._ticks.items():
            tick.setChecked(code in said.goals)

    def answers(self, said: SetUp) -> SetUp:
        """The goals, those of a newer version as they were."""
        unknown = tuple(code for code in said.goals if code not in self._ticks)
        return replace(said, goals=(*_ticked(self._ticks), *unknown))

    def choose(self, number: int) -> None:
        """Tick the one of that number, from 1."""
        _toggle(list(self._ticks.values()), number)


class PainStep(Step):
    """The pain of an ordinary day."""

    def __init__(self) -> None:
        question = _("How much do your hips hurt on an ordinary day?")
        self._scale = ChoiceRow([(number, str(number)) for number in range(TEN + 1)], question)
        self._scale.set_ends(_("no pain"), _("the worst pain"))
        super().__init__(
            question,
            _("Without practice. What is usual for you is not counted against a session."),
            self._scale,
        )
        self.first = self._scale

    def show_answers(self, said: SetUp) -> None:
        """Show what was said."""
        self._scale.pick(said.usual_pain)

    def answers(self, said: SetUp) -> SetUp:
        """The pain, 0 to 10."""
        picked = [one for one in self._scale.picked if isinstance(one, int)]
        return replace(said, usual_pain=picked[0] if picked else None)

    def choose(self, number: int) -> None:
        """Choose that number; the nought after a one makes ten."""
        self._scale.choose(TEN if number == 0 and self._scale.picked == (1,) else number)


class KneelingStep(Step):
    """Whether kneeling is possible."""

    def __init__(self) -> None:
        question = _("Can you kneel on one knee for a minute?")
        self._choices = ChoiceRow([(True, _("Yes")), (False, _("No"))], question)
        super().__init__(
            question,
            _("On something soft. Where not, you stand instead, for the same muscles."),
            self._choices,
        )
        self.first = self._choices

    def show_answers(self, said: SetUp) -> None:
        """Show what was said."""
        self._choices.pick(said.kneels)

    def answers(self, said: SetUp) -> SetUp:
        """Yes, no, or not answered."""
        picked = self._choices.picked
        return replace(said, kneels=bool(picked[0]) if picked else None)

    def choose(self, number: int) -> None:
        """1 is yes, 2 is no."""
        if number in {1, 2}:
            self._choices.choose(number == 1)


class PropsStep(Step):
    """What is at hand."""

    def __init__(self, props: Sequence[str]) -> None:
        """`props` are the codes of all that some exercise needs."""
        self._ticks = {prop: Tick(have_words(prop)) for prop in props}
        super().__init__(
            _("What do you have at hand?"),
            _("Nothing has to be bought: exercises that need something else are left out."),
            _stacked(list(self._ticks.values())),
        )
        self.first = next(iter(self._ticks.values()), self)

    def show_answers(self, said: SetUp) -> None:
        """Show what was said; to somebody who was never asked, what most people have."""
        known = EVERYWHERE if said.props is None else said.props
        for code, tick in self._ticks.items():
            tick.setChecked(code in known)

    def answers(self, said: SetUp) -> SetUp:
        """The props; with none ticked there are none."""
        return replace(said, props=_ticked(self._ticks))

    def choose(self, number: int) -> None:
        """Tick the one of that number, from 1."""
        _toggle(list(self._ticks.values()), number)


class DaysStep(Step):
    """When practice suits."""

    def __init__(self, first_weekday: int = 0) -> None:
        """`first_weekday` is where weeks begin; 0 is Monday."""
        order = [(first_weekday + number) % 7 for number in range(7)]
        question = _("When does it suit you?")
        self._days = ChoiceRow(
            [(day, weekday_short(A_MONDAY.replace(day=A_MONDAY.day + day))) for day in order],
            question,
            several=True,
            names=[day_name(day) for day in order],
        )
        self._order = order
        parts = (_("Morning"), _("Midday"), _("Afternoon"), _("Evening"))
        self._time = ""
        self._times = ChoiceRow(list(zip(TIMES, parts, strict=True)), _("What time?"))
        self._times.changed.connect(self._take_time)
        self._clock = QTimeEdit()
        self._clock.setDisplayFormat("HH:mm")
        self._clock.setAccessibleName(_("Exactly at"))
        inner = self._clock.findChild(QLineEdit)
        assert isinstance(inner, QLineEdit), "a time is written in a line"
        inner.setTextMargins(GAPS.space(2), 0, GAPS.space(2), 0)
        self._clock.timeChanged.connect(self._mark_time)
        exact = row(label(_("Exactly at"), wrap=False), self._clock)
        exact.addStretch(1)
        self._exact = QWidget()
        self._exact.setLayout(exact)
        keeps = self._exact.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._exact.setSizePolicy(keeps)
        whole = QWidget()
        whole.setLayout(
            column(
                label(_("Days; none ticked means any"), "strong"),
                self._days,
                label(_("Time of day"), "strong"),
                self._times,
                self._exact,
                gap=2,
            )
        )
        super().__init__(
            question,
            _("The plan proposes days with rest between them. It never scolds for another day."),
            whole,
        )
        self.first = self._days

    def show_answers(self, said: SetUp) -> None:
        """Show what was said."""
        self._days.pick(*said.weekdays)
        self._show_time(said.time)

    def answers(self, said: SetUp) -> SetUp:
        """The weekdays, from Monday, and the time; empty: none in particular."""
        days = sorted(day for day in self._days.picked if isinstance(day, int))
        return replace(said, weekdays=tuple(days), time=self._time)

    def choose(self, number: int) -> None:
        """Tick the day of that number, from 1."""
        if 1 <= number <= len(self._order):
            self._days.press(self._order[number - 1])

    def _show_time(self, time: str) -> None:
        self._time = time
        self._times.pick(time)
        self._exact.setVisible(bool(time))
        if time:
            with QSignalBlocker(self._clock):
                self._clock.setTime(QTime.fromString(time, "HH:mm"))

    def _take_time(self) -> None:
        picked = self._times.picked
        self._show_time(str(picked[0]) if picked else "")

    def _mark_time(self, time: QTime) -> None:
        self._time = time.toString("HH:mm")
        self._times.pick(self._time)


def _stacked(ticks: Sequence[Tick]) -> QWidget:
    whole = QWidget()
    whole.setLayout(column(*ticks, gap=0))
    return whole


def _ticked(ticks: dict[str, Tick]) -> tuple[str, ...]:
    return tuple(code for code, tick in ticks.items() if tick.isChecked())


def _toggle(ticks: Sequence[Tick], number: int) -> None:
    if 1 <= number <= len(ticks):
        ticks[number - 1].toggle()
        ticks[number - 1].setFocus()
