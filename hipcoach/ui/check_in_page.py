"""The questions after a session, to be answered from the floor."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from hipcoach.app.phrases.check_in import effort_question, pain_question, pinch_question
from hipcoach.app.words import _
from hipcoach.core.value import value
from hipcoach.ui.answer_row import AnswerRow
from hipcoach.ui.measures import mm
from hipcoach.ui.pieces import Button, column, label, row
from hipcoach.ui.question import Question
from hipcoach.ui.session_actions import keyed

SETTLE_MS: Final = 1000
"""So long an answer is shown before the next question: time to see it, and to make 1 into 10."""
CAPITAL_MM: Final = 14.0
"""Height of the question's capitals for 3 m."""
DIGIT_MM: Final = 12.0

TEN: Final = 10
TEN_KEYS: Final = ("=", "T", "X")
SKIP_KEYS: Final = ("Space", "PgDown", "Esc", "Right", "Media Next")
BACK_KEYS: Final = ("Backspace", "PgUp", "Left", "Media Previous")
YES, NO = 1, 0


class Ask(StrEnum):
    """The questions, in order."""

    EFFORT = "effort"
    PAIN = "pain"
    PINCH = "pinch"


@value
class CheckIn:
    """The answers; `None` is *not answered*, which is different from zero."""

    effort: int | None = None
    """0 to 10."""
    pain_during: int | None = None
    """0 to 10."""
    pinch: bool | None = None
    """A pinch at the front of the hip."""


@dataclass(slots=True)
class _Asking:
    """How far the questions have come."""

    place: int = 0
    picked: int | None = None
    """What was chosen for the question in hand, and may still be changed."""
    answers: dict[Ask, int | None] = field(default_factory=dict)


class CheckInPage(QWidget):
    """One question at a time in big type; every key of a presenter or number pad will do."""

    answered = Signal(object)
    """A `CheckIn`, after the last question."""
    questionShown = Signal(str)
    """The words of the question that is shown now, to be spoken."""

    def __init__(self, settle_ms: int = SETTLE_MS) -> None:
        super().__init__()
        self.setObjectName("check-in")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._asking = _Asking()
        self._distance_m = 3.0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(settle_ms)
        self._settle.timeout.connect(self._go_on)
        self._where = label("", "overline", wrap=False)
        self._where.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._question = Question()
        self._scale = AnswerRow([(number, str(number)) for number in range(TEN + 1)])
        self._pinch = AnswerRow([(YES, _("Yes")), (NO, _("No"))])
        for answers in (self._scale, self._pinch):
            answers.chosen.connect(self._pick)
        self._hint = label("", "lead")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._back = Button(_("&Back"), "", "back")
        self._back.clicked.connect(self._go_back)
        self._skip = Button(_("&Skip"), "", "forward", name=_("Skip this question"))
        self._skip.clicked.connect(self._skip_it)
        buttons = row(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._skip)
        self.setLayout(
            column(
                self._where,
                self._question,
                self._scale,
                self._pinch,
                self._hint,
                buttons,
                gap=5,
                margin=6,
            )
        )
        self._learn_keys()
        self._show_question()

    def _learn_keys(self) -> None:
        for number in range(TEN):
            action = keyed(self, "", (str(number),))
            action.triggered.connect(lambda _on=False, number=number: self._type(number))
        keyed(self, "", TEN_KEYS).triggered.connect(lambda: self._type(TEN))
        # Words for yes and no begin with other letters elsewhere.
        yes, no = _("Yes")[:1], _("No")[:1]
        keyed(self, "", tuple(dict.fromkeys(("Y", yes)))).triggered.connect(lambda: self._say(YES))
        keyed(self, "", tuple(dict.fromkeys(("N", no)))).triggered.connect(lambda: self._say(NO))
        keyed(self, "", SKIP_KEYS).triggered.connect(self._skip_by_key)
        keyed(self, "", BACK_KEYS).triggered.connect(self._go_back)
        keyed(self, "", ("Return", "Enter")).triggered.connect(self._enter)

    def ask(self, distance_m: float = 3.0) -> None:
        """Begin with the first question, for someone so many metres away."""
        self._asking = _Asking()
        self._distance_m = distance_m
        self._show_question()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the letters fit."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever turns the page away answers nothing more."""
        super().hideEvent(event)
        self._settle.stop()

    @property
    def _ask(self) -> Ask:
        return tuple(Ask)[self._asking.place]

    def _show_question(self) -> None:
        ask, number = self._ask, self._asking.place + 1
        words = {
            Ask.EFFORT: effort_question(),
            Ask.PAIN: pain_question(),
            Ask.PINCH: pinch_question(),
        }[ask]
        self._settle.stop()
        self._where.setText(_("Question {number} of {total}").format(number=number, total=len(Ask)))
        self._question.setText(words)
        self._scale.setVisible(ask is not Ask.PINCH)
        self._pinch.setVisible(ask is Ask.PINCH)
        self._scale.set_ends(*_ends(ask))
        self._hint.setText(
            _("Y or N answers · Space skips · Backspace goes back")
            if ask is Ask.PINCH
            else _("Keys 0 to 9 answer, T is ten · Space skips · Backspace goes back")
        )
        self._back.setEnabled(self._asking.place > 0)
        self._asking.picked = self._asking.answers.get(ask)
        self._mark()
        self._fit()
        # Keys answer wherever the focus is; on the page itself Space can't press a button.
        self.setFocus()
        if self.isVisible():
            self.questionShown.emit(words)

    def _fit(self) -> None:
        screen = self.screen()
        self._question.cap = mm(CAPITAL_MM, screen, self._distance_m)
        digit = mm(DIGIT_MM, screen, self._distance_m)
        for answers in (self._scale, self._pinch):
            answers.fit(self.width(), digit)
        letters = max(digit // 2, self.fontInfo().pixelSize())
        letters = min(letters, self.width() // 42, self.height() // 24)
        self._hint.setStyleSheet(f"font-size: {letters}px;")

    def _mark(self) -> None:
        for answers in (self._scale, self._pinch):
            answers.mark(self._asking.picked)

    def _type(self, number: int) -> None:
        """A digit: the answer, or the second half of ten."""
        if self._ask is Ask.PINCH:
            return
        ten = number == 0 and self._asking.picked == 1 and self._settle.isActive()
        self._pick(TEN if ten else number)

    def _say(self, answer: int) -> None:
        if self._ask is Ask.PINCH:
            self._pick(answer)

    def _pick(self, answer: int) -> None:
        self._asking.picked = answer
        self._mark()
        self._settle.start()

    def _skip_by_key(self) -> None:
        """Space presses the button that Tab has led to; else, and with an answer, it goes on."""
        focused = QApplication.focusWidget()
        if isinstance(focused, Button) and self.isAncestorOf(focused):
            focused.click()
        elif self._settle.isActive():
            self._go_on()
        else:
            self._skip_it()

    def _skip_it(self) -> None:
        self._asking.picked = None
        self._go_on()

    def _enter(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, Button) and self.isAncestorOf(focused):
            focused.click()
        elif self._asking.picked is not None:
            self._go_on()

    def _go_back(self) -> None:
        if self._settle.isActive():
            self._settle.stop()
            self._asking.picked = None
            self._mark()
        elif self._asking.place:
            self._asking.place -= 1
            self._show_question()

    def _go_on(self) -> None:
        self._settle.stop()
        self._asking.answers[self._ask] = self._asking.picked
        if self._asking.place + 1 < len(Ask):
            self._asking.place += 1
            self._show_question()
            return
        given = self._asking.answers
        pinch = given[Ask.PINCH]
        self.answered.emit(
            CheckIn(given[Ask.EFFORT], given[Ask.PAIN], None if pinch is None else pinch == YES)
        )


def _ends(ask: Ask) -> tuple[str, str]:
    """What zero and ten mean."""
    if ask is Ask.EFFORT:
        return _("no effort at all"), _("as hard as it can be")
    return _("no pain"), _("the worst pain")
