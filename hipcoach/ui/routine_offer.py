"""A routine as the Today page offers it: big where it is the one for today, else on a card."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout

from hipcoach.app.snapshots import RoutineCard, RoutineSound
from hipcoach.app.words import _
from hipcoach.core.evidence import SHORTEST_PRACTICE_S
from hipcoach.ui.calm_start import CalmStart
from hipcoach.ui.editor_doors import change_button
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.pieces import GAPS, chips, column, grown, label, row
from hipcoach.ui.sound_menu import SoundMenu

_SIDE_BY_SIDE = 600
"""Pixels of width from which the big picture stands beside its words."""


class RoutineOffer(QFrame):
    """Picture, name, length, what is needed; starts it, chooses its sound, changes it."""

    startRequested = Signal(str)
    """The id of the routine, here and below."""
    changeRequested = Signal(str)
    duplicateRequested = Signal(str)
    soundChosen = Signal(object)
    """A `RoutineSound`."""

    def __init__(self, routine: RoutineCard, book: PictureBook, *, big: bool) -> None:
        super().__init__()
        self._routine = routine
        change = change_button(routine, self.changeRequested.emit, self.duplicateRequested.emit)
        self.start = CalmStart(routine.name, routine.id, change, big=big)
        self.start.startRequested.connect(lambda: self.startRequested.emit(routine.id))
        self.sound = SoundMenu(routine.name)
        self.sound.setObjectName(f"sound-{routine.id}")
        self.sound.modeChosen.connect(
            lambda mode: self.soundChosen.emit(RoutineSound(routine.id, mode))
        )
        words = _("Picture of {routine}").format(routine=routine.name)
        self._picture = Picture(book, words, QSize(260, 200) if big else QSize(132, 132))
        self._picture.show_frame(book.frame(routine.preview))
        if big:
            self._lay_out_big()
        else:
            self.setProperty("role", "card")
            self._lay_out()

    @property
    def routine(self) -> str:
        """The id of the routine."""
        return self._routine.id

    def show_more_words(self, words: str) -> None:
        """Say this before it starts; of a stretch break, which is never too much, nothing."""
        counts = self._routine.length_s >= SHORTEST_PRACTICE_S
        self.start.show_more_words(words if counts else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the big picture below its words where the window is narrow: the start comes first."""
        super().resizeEvent(event)
        layout = self.layout()
        if isinstance(layout, QBoxLayout) and self._picture.objectName() == "first":
            ways = QBoxLayout.Direction
            wide = self.width() >= grown(self, _SIDE_BY_SIDE)
            layout.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _lay_out_big(self) -> None:
        words = column(label(self._routine.name, "heading"), gap=3)
        words.addLayout(self._facts())
        words.addSpacing(GAPS.space(1))
        # What it is like comes last: on a low screen the button is seen without scrolling.
        words.addWidget(self.start)
        words.addSpacing(GAPS.space(1))
        words.addWidget(label(self._routine.summary, "soft"))
        words.addWidget(self.sound)
        words.addStretch(1)
        self._picture.setObjectName("first")
        layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAPS.space(6))
        layout.addLayout(words, 5)
        layout.addWidget(self._picture, 6)

    def _lay_out(self) -> None:
        name, summary = label(self._routine.name, "heading"), label(self._routine.summary, "soft")
        words = column(name, summary, gap=1)
        words.addSpacing(GAPS.space(1))
        words.addLayout(self._facts())
        words.addWidget(self.sound)
        words.addSpacing(GAPS.space(2))
        words.addStretch(1)
        words.addWidget(self.start)
        inner = row(self._picture, words, gap=4, margin=4)
        inner.setStretch(0, 2)
        inner.setStretch(1, 3)
        self.setLayout(inner)

    def _facts(self) -> QLayout:
        """How long it takes and what is needed, as small labels."""
        needs = ", ".join(self._routine.props) or _("nothing needed")
        line = row(gap=2)
        chips(line, [self._routine.minutes_words, needs])
        return line
