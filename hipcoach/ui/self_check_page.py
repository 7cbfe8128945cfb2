"""The look at one's own hips: one question at a time, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from hipcoach.app.phrases import self_check as phrases
from hipcoach.app.snapshots import SelfCheckResult
from hipcoach.app.words import _
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.self_check import QUESTIONS
from hipcoach.core.self_check_poses import range_pose
from hipcoach.ui.flag_list import FlagList
from hipcoach.ui.foot_bar import FootBar
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.pieces import (
    Button,
    ScrolledColumn,
    column,
    frame,
    grown,
    label,
    left_out,
    row,
)
from hipcoach.ui.self_check_question import QuestionStep
from hipcoach.ui.session_actions import keyed

_SIDE_BY_SIDE: Final = 720
"""Pixels of width below which the words of the result need all of it."""
_NUMBERS: Final = 4
"""Answers that a question has at most."""


class SelfCheckPage(QWidget):
    """Introduction, red flags, the questions, the result; everything can be skipped but the flags.

    Where a red flag applies it tells so, and goes no further.
    """

    flagsAnswered = Signal(object)
    """An `Advice`: the red flags that apply."""
    finished = Signal(object)
    """The answers, by the keys of their questions."""
    startRequested = Signal(str)
    """The id of the routine that was suggested."""
    leaveRequested = Signal()
    """Back to the other pages."""

    def __init__(self, book: PictureBook) -> None:
        super().__init__()
        self.setObjectName("self-check")
        self._book = book
        self._answers: dict[str, str] = {}
        self._place = 0
        self._first: QWidget = self
        """What has the keyboard first in the step that is shown."""
        self._where = label("", "overline", wrap=False)
        self._leave = Button(_("To &Today"), "quiet", "close")
        self._leave.clicked.connect(self.leaveRequested)
        self._back = Button(_("&Back"), "", "back")
        self._back.clicked.connect(self._go_back)
        self._skip = Button(_("&Skip"), "", "forward", name=_("Skip this question"))
        self._skip.clicked.connect(self._skip_it)
        self._next = Button(_("&Continue"), "primary")
        self._next.clicked.connect(self._go_on)
        self._introduction = self._written()
        self._flags = FlagList()
        self._flags.changed.connect(self._weigh)
        self._signs = self._asked_first()
        self._step = QuestionStep(book)
        self._step.answered.connect(self._answer)
        self._result = ScrolledColumn(widest=860, margin=6)
        self._start: QWidget = self._result
        self._stack = QStackedWidget()
        for page in (self._introduction, self._signs, self._step, self._result):
            self._stack.addWidget(page)
        foot = FootBar((self._back, self._where), (self._leave, self._skip, self._next))
        whole = column(gap=0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(foot)
        self.setLayout(whole)
        self._learn_keys()
        self.begin(None)

    def begin(self, flags: Sequence[str] | None) -> None:
        """Begin anew; `flags` are the red flags that were ticked last, `None`: never asked."""
        self._answers = {}
        self._place = 0
        # None of them last month says nothing about today.
        self._flags.show_flags(flags or None)
        self._turn_to(self._introduction)

    def show_result(self, result: SelfCheckResult) -> None:
        """Show what the answers come to."""
        left_out(self._result.body)
        body = self._result.body
        body.addWidget(self._suggestion(result))
        if result.changes:
            lines = [label(line) for line in result.changes]
            heading = label(result.since or _("What has changed"), "heading")
            body.addWidget(frame("card", column(heading, *lines, gap=2, margin=5)))
        last = [label(phrases.see_someone_words(), "soft")]
        if result.changes:
            last.insert(0, label(phrases.next_words(), "soft"))
        body.addLayout(column(*last, gap=2))
        body.addStretch(1)
        self._turn_to(self._result)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on: with a proxy, Tab would go around within that."""
        super().focusInEvent(event)
        self._first.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture of the routine its share of the width."""
        super().resizeEvent(event)
        for picture in self.findChildren(Picture, "suggested"):
            picture.setVisible(self.width() >= grown(self, _SIDE_BY_SIDE))

    def _learn_keys(self) -> None:
        for number in range(1, _NUMBERS + 1):
            action = keyed(self, "", (str(number),))
            action.triggered.connect(lambda _on=False, number=number: self._choose(number))
        for number, word in enumerate((_("Yes"), _("No")), 1):
            key = keyed(self, "", (word[:1],))
            key.triggered.connect(lambda _on=False, number=number: self._say(number))
        keyed(self, "", ("Backspace", "PgUp")).triggered.connect(self._back.click)
        keyed(self, "", ("PgDown",)).triggered.connect(self._skip.click)

    def _written(self) -> ScrolledColumn:
        page = ScrolledColumn(widest=760)
        page.body.addWidget(label(phrases.title(), "display"))
        for line in phrases.introduction():
            page.body.addWidget(label(line, "lead"))
        picture = Picture(self._book, _("Someone who draws a knee to the chest"), QSize(200, 150))
        picture.setMaximumHeight(320)
        looked_at = next(question for question in QUESTIONS if question.looks)
        picture.show_frame(FigureFrame(range_pose(looked_at, "past-upright"), looked_at.side))
        page.body.addWidget(frame("card", column(picture, margin=3)), 1)
        page.body.addStretch(1)
        return page

    def _asked_first(self) -> ScrolledColumn:
        page = ScrolledColumn(widest=860, margin=6)
        page.body.addWidget(label(phrases.safety_question(), "title"))
        page.body.addWidget(label(_("Tick all that apply."), "soft"))
        page.body.addWidget(frame("card", column(self._flags, margin=4)))
        page.body.addStretch(1)
        return page

    def _suggestion(self, result: SelfCheckResult) -> QWidget:
        start = Button(_("&Start"), "primary", "play")
        start.setProperty("big", True)
        start.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        start.clicked.connect(lambda: self.startRequested.emit(result.routine))
        words = column(label(result.title, "title"), gap=3)
        for reason in result.reasons:
            words.addWidget(label(reason))
        line = row(start)
        line.addStretch(1)
        words.addLayout(line)
        words.addStretch(1)
        picture = Picture(self._book, _("Picture of the routine"), QSize(240, 220))
        picture.setObjectName("suggested")
        picture.setMaximumSize(grown(self, 300), grown(self, 280))
        picture.show_frame(self._book.frame(result.preview))
        both = row(words, picture, gap=5, margin=5)
        both.setStretch(0, 1)
        both.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        self._start = start
        return frame("card", both)

    def _turn_to(self, page: QWidget) -> None:
        """Show a step, with the buttons that belong to it."""
        asking = page is self._step
        self._stack.setCurrentWidget(page)
        self._where.setText(phrases.place_words(self._place + 1) if asking else phrases.title())
        self._back.setVisible(page not in {self._introduction, self._result})
        self._skip.setVisible(asking)
        self._next.setVisible(page in {self._introduction, self._signs})
        self._weigh()
        if asking:
            question = QUESTIONS[self._place]
            self._step.show_question(question, self._answers.get(question.key))
        focus: dict[QWidget, QWidget] = {
            self._introduction: self._next,
            self._signs: self._flags,
            self._result: self._start,
        }
        self._first = self._step.first if asking else focus[page]
        if self.isVisible():
            self._first.setFocus()

    def _weigh(self) -> None:
        """The flags want an answer."""
        asked = self._stack.currentWidget() is self._signs
        self._next.setEnabled(not asked or self._flags.answered)

    def _go_on(self) -> None:
        if self._stack.currentWidget() is self._introduction:
            self._turn_to(self._signs)
            return
        found = self._flags.advice
        self.flagsAnswered.emit(found)
        if found.may_start:
            self._turn_to(self._step)

    def _go_back(self) -> None:
        here = self._stack.currentWidget()
        if here is self._step and self._place:
            self._place -= 1
            self._turn_to(self._step)
        elif here is self._step:
            self._turn_to(self._signs)
        elif here is self._signs:
            self._turn_to(self._introduction)

    def _choose(self, number: int) -> None:
        if self._stack.currentWidget() is self._step:
            self._step.choose(number)

    def _say(self, number: int) -> None:
        if not QUESTIONS[self._place].looks:
            self._choose(number)

    def _answer(self, code: str) -> None:
        self._answers[QUESTIONS[self._place].key] = code
        self._ask_next()

    def _skip_it(self) -> None:
        if self._stack.currentWidget() is not self._step:
            return
        self._answers.pop(QUESTIONS[self._place].key, None)
        self._ask_next()

    def _ask_next(self) -> None:
        if self._place + 1 < len(QUESTIONS):
            self._place += 1
            self._turn_to(self._step)
        else:
            self.finished.emit(dict(self._answers))
