"""One question of the look at one's own hips: how to find out, and the answers."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from hipcoach.app.phrases.self_check import (
    answer_words,
    care_words,
    how_words,
    question_words,
)
from hipcoach.app.words import _
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.self_check import Question
from hipcoach.core.self_check_poses import range_pose, sign_pose
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.pieces import (
    GAPS,
    Button,
    CardGrid,
    ScrolledColumn,
    column,
    frame,
    grown,
    label,
    left_out,
    row,
)

_CARD: Final = QSize(140, 100)
_LEAST: Final = 160
"""Pixels of width of a card: four have room in the smallest window."""
_SIGN: Final = QSize(220, 230)
_MOST: Final = 300
"""Pixels of height from which a picture shows no more."""
_WORDS: Final = 350
"""Pixels of height that the words of a look take, with the air around them."""
_FEW_WORDS: Final = 160
"""The same of a question with yes and no."""


class QuestionStep(ScrolledColumn):
    """Shows one question after another."""

    answered = Signal(str)
    """The code of the answer that was chosen."""

    def __init__(self, book: PictureBook) -> None:
        super().__init__(widest=980, margin=6)
        self.body.setSpacing(GAPS.space(3))
        self._book = book
        self._buttons: list[Button] = []
        self._question: Question | None = None

    def show_question(self, question: Question, chosen: str | None) -> None:
        """Ask this; `chosen` is the answer that was given before, if any."""
        self._question = question
        left_out(self.body)
        self._buttons = [self._button(question, code, chosen) for code in question.choices]
        self.body.addWidget(label(question_words(question), "title"))
        if question.looks:
            self._show_look(question)
        else:
            self._show_sign(question)
        self.body.addStretch(1)
        self._give_height()
        self.verticalScrollBar().setValue(0)

    @property
    def first(self) -> Button:
        """The answer that has the keyboard first: the one that was given before, if any."""
        return next((one for one in self._buttons if one.isChecked()), self._buttons[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pictures what height there is."""
        super().resizeEvent(event)
        self._give_height()

    def choose(self, number: int) -> None:
        """Give the answer of that number, from 1; nothing where there is none."""
        if self._question is not None and 1 <= number <= len(self._question.choices):
            self.answered.emit(self._question.choices[number - 1])

    def _give_height(self) -> None:
        looks = self._question is not None and self._question.looks
        least = _CARD if looks else _SIGN
        free = self.height() - grown(self, _WORDS if looks else _FEW_WORDS)
        for picture in self.findChildren(Picture):
            picture.setFixedHeight(min(_MOST, max(least.height(), free)))

    def _show_sign(self, question: Question) -> None:
        picture = self._picture(_("Picture of what is asked"), _SIGN)
        picture.show_frame(FigureFrame(sign_pose(question.topic), question.side))
        answers = column(label(how_words(question)[0], "soft"), gap=3)
        for button in self._buttons:
            button.setProperty("big", True)
            answers.addWidget(button)
        answers.addStretch(1)
        both = row(picture, answers, gap=6, margin=4)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.body.addWidget(frame("card", both))

    def _show_look(self, question: Question) -> None:
        care = frame("care", column(label(care_words(question)), gap=0, margin=3))
        care.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        both = row(gap=5)
        both.addWidget(_numbered(how_words(question)), 3)
        both.addWidget(care, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(both)
        cards: list[QWidget] = []
        for code, button in zip(question.choices, self._buttons, strict=True):
            picture = self._picture(_("Picture: {answer}").format(answer=answer_words(code)), _CARD)
            pose = range_pose(question, code)
            picture.show_frame(FigureFrame(pose, question.side))
            cards.append(_Choice(picture, button))
        grid = CardGrid(_LEAST)
        grid.set_cards(cards)
        self.body.addWidget(grid)

    def _picture(self, words: str, least: QSize) -> Picture:
        return Picture(self._book, words, least)

    def _button(self, question: Question, code: str, chosen: str | None) -> Button:
        number = question.choices.index(code) + 1
        button = Button(f"{number}   {answer_words(code)}", "option", name=answer_words(code))
        button.setCheckable(True)
        button.setChecked(code == chosen)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.answered.emit(code))
        return button


class _Choice(QFrame):
    """A card with a picture that stands for its button."""

    def __init__(self, picture: Picture, button: Button) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._button = button
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setLayout(column(picture, button, gap=2, margin=2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the picture is one on the button."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._button.click()


def _numbered(lines: tuple[str, ...]) -> QWidget:
    """Lines with their numbers in a margin of their own."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAPS.space(3))
    grid.setVerticalSpacing(GAPS.space(1))
    for number, line in enumerate(lines, 1):
        grid.addWidget(label(str(number), "step", wrap=False), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(line), number, 1)
    grid.setColumnStretch(1, 1)
    made = QWidget()
    made.setLayout(grid)
    return made
