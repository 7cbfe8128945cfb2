"""The three short questions about a practice day, with a key for every answer."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from hipcoach.app.phrases.next_day import soreness_words
from hipcoach.app.plan_snapshots import Told
from hipcoach.app.words import _
from hipcoach.core.plan_log import Reply, Soreness
from hipcoach.ui.choice_row import ChoiceRow
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import GAPS, Button, column, label
from hipcoach.ui.session_actions import keyed

TEN: Final = 10
RIGHT, WRONG = "right", "wrong"
PAIN, SORE, FELT = range(3)


class NextDayQuestions(QWidget):
    """Pain, soreness, whether it felt right: each may be left out, in any order."""

    complete = Signal()
    """All that is to be answered is."""
    replied = Signal(object)
    """A `Reply` in place of answers."""
    changesAsked = Signal()
    """Something else has changed: the red flags are to be looked through."""

    def __init__(self, host: QWidget) -> None:
        """`host` is where the keys are heard, with all that is in it."""
        super().__init__()
        self._at = PAIN
        """The question that the keys answer."""
        self._correcting = False
        self._question = label("", "heading")
        self._pain = ChoiceRow([(n, str(n)) for n in range(TEN + 1)], _("Pain"))
        self._pain.set_ends(_("no pain"), _("the worst pain"))
        self._sore = ChoiceRow([(one, soreness_words(one)) for one in Soreness], _("Sore muscles"))
        self._felt = ChoiceRow([(RIGHT, _("Yes")), (WRONG, _("No"))], _("Did it feel right?"))
        self._rows = (self._pain, self._sore, self._felt)
        self._lines = tuple(
            _Line(words, choices)
            for words, choices in zip(
                (_("Pain"), _("Sore muscles"), _("Did it feel right?")), self._rows, strict=True
            )
        )
        for place, choices in enumerate(self._rows):
            choices.changed.connect(partial(self._answered, place))
        self._hint = label("", "small")
        self._done = Button(_("Done"), "primary")
        self._done.clicked.connect(self.complete)
        self._not_yet = Button(_("Not yet"))
        self._not_yet.clicked.connect(lambda: self.replied.emit(Reply.NOT_YET))
        self._not_today = Button(_("Don’t ask today"))
        self._not_today.clicked.connect(lambda: self.replied.emit(Reply.NOT_TODAY))
        changes = Button(_("Something else has changed…"), "link")
        changes.clicked.connect(self.changesAsked)
        foot = FoldingRow(self._done, self._not_yet, self._not_today, gap=2)
        aside = FoldingRow(self._hint, changes, gap=4, widest=self._hint)
        self.setLayout(column(self._question, *self._lines, aside, foot, gap=2))
        self._letters = _letters([soreness_words(one) for one in Soreness])
        self._learn_keys(host)

    def ask(self, words: str, before: Told | None = None) -> None:
        """Ask this; `before` is what was answered and may be changed now."""
        self._correcting = before is not None
        self._question.setText(words)
        for choices in self._rows:
            choices.pick()
        if before is not None:
            self._pain.pick(before.pain)
            self._sore.pick(before.soreness)
            felt = {None: None, False: RIGHT, True: WRONG}[before.sketchy]
            self._felt.pick(felt)
        self._go_to(PAIN)

    @property
    def pain(self) -> int | None:
        """0 to 10; `None`: not answered, here and below."""
        found = [one for one in self._pain.picked if isinstance(one, int)]
        return found[0] if found else None

    @property
    def soreness(self) -> Soreness | None:
        """How sore."""
        found = [one for one in self._sore.picked if isinstance(one, Soreness)]
        return found[0] if found else None

    @property
    def sketchy(self) -> bool | None:
        """Whether it did not feel right."""
        return self._felt.picked == (WRONG,) if self._felt.picked else None

    @property
    def answered(self) -> bool:
        """Whether anything is answered."""
        return any(choices.picked for choices in self._rows)

    def enter(self) -> None:
        """What the Enter key does where it presses no button."""
        if self.answered:
            self.complete.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers below their questions where it is narrow."""
        super().resizeEvent(event)
        widest = max(line.words.sizeHint().width() for line in self._lines)
        least = max(choices.least_width for choices in self._rows)
        wide = self.width() >= widest + GAPS.space(5) + least
        for line in self._lines:
            line.lay(widest if wide else 0)

    def _learn_keys(self, host: QWidget) -> None:
        keys = {str(number): partial(self._type, number) for number in range(TEN)}
        keys["T"] = partial(self._letter, "T")
        letters = {*self._letters, "Y", "N", "T", *(_(word)[:1].upper() for word in ("Yes", "No"))}
        keys |= {letter: partial(self._letter, letter) for letter in letters}
        keys |= {
            "Backspace": partial(self._step, -1),
            "Up": partial(self._step, -1),
            "Down": partial(self._step, 1),
        }
        for key, does in keys.items():
            action = keyed(host, "", (key,))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, does=does: self._hear(does))

    def _hear(self, does: partial[None]) -> None:
        if self.isVisible():
            does()

    def _type(self, number: int) -> None:
        """A digit; the nought of a ten comes when the one has been taken already."""
        if number == 0 and self._at == SORE and self._pain.picked == (1,):
            self._pain.choose(TEN)
        elif self._at == PAIN:
            self._pain.choose(number)
        elif self._at == SORE and 1 <= number <= len(Soreness):
            self._sore.choose(tuple(Soreness)[number - 1])
        elif self._at == FELT and number in {1, 2}:
            self._felt.choose((RIGHT, WRONG)[number - 1])

    def _letter(self, letter: str) -> None:
        if self._at == PAIN and letter == "T":
            self._pain.choose(TEN)
        elif self._at == SORE and letter in self._letters:
            self._sore.choose(tuple(Soreness)[self._letters.index(letter)])
        elif self._at == FELT:
            # Words for yes and no begin with other letters elsewhere.
            if letter in {"Y", _("Yes")[:1].upper()}:
                self._felt.choose(RIGHT)
            elif letter in {"N", _("No")[:1].upper()}:
                self._felt.choose(WRONG)

    def _step(self, step: int) -> None:
        self._go_to(min(max(self._at + step, PAIN), FELT))

    def _answered(self, place: int) -> None:
        following = min(place + 1, FELT) if self._rows[place].picked else place
        self._go_to(following)
        if not self._correcting and all(choices.picked for choices in self._rows):
            self.complete.emit()

    def _go_to(self, place: int) -> None:
        self._at = place
        for number, line in enumerate(self._lines):
            line.mark(number == place)
        self._hint.setText(self._hint_words(place))
        self._done.setEnabled(self.answered)

    def _hint_words(self, place: int) -> str:
        if place == PAIN:
            return _("Keys 0 to 9 answer, T is ten · arrows go up and down")
        letters = self._letters if place == SORE else (_("Yes")[:1].upper(), _("No")[:1].upper())
        return _("Keys {letters} answer · Backspace goes back").format(letters=" ".join(letters))


class _Line(QWidget):
    """A question and its answers."""

    def __init__(self, words: str, choices: ChoiceRow) -> None:
        super().__init__()
        self.words: QLabel = label(words, wrap=False)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.words)
        self._layout.addWidget(choices, 1)
        self._choices = choices

    def lay(self, width: int) -> None:
        """Stand side by side with so many pixels for the question; 0: below each other."""
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if width else ways.TopToBottom)
        self._layout.setSpacing(GAPS.space(5 if width else 1))
        self.words.setMinimumWidth(width)
        # In the middle of the answers, not of what is written below them.
        height = self._choices.first.sizeHint().height() if width else 0
        self.words.setMinimumHeight(height)
        self._layout.setAlignment(self.words, Qt.AlignmentFlag.AlignTop)

    def mark(self, here: bool) -> None:
        """Show whether the keys answer this one."""
        self.words.setProperty("role", "step" if here else "")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)


def _letters(words: list[str]) -> tuple[str, ...]:
    """A letter for each of these words: its first one that is still free."""
    taken: list[str] = []
    for word in words:
        taken.append(next(one for one in word.upper() if one not in taken))
    return tuple(taken)
