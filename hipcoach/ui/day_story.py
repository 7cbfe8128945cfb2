"""The story of a day: what was done, how it felt, what was on plan and why, breaks and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QWidget,
)

from hipcoach.app.day_snapshots import AnswerStory, DayStory, HoldLine, SessionStory
from hipcoach.app.words import _
from hipcoach.core.tolerance import Tolerance
from hipcoach.ui.break_strip import OPEN, BreakStrip
from hipcoach.ui.day_marks import paint_tolerance
from hipcoach.ui.day_notes import DayNotes
from hipcoach.ui.day_table import steps_on
from hipcoach.ui.history_colours import HistoryColours, history_colours
from hipcoach.ui.next_day_card import NextDayCard
from hipcoach.ui.pieces import (
    GAPS,
    Button,
    ScrolledColumn,
    column,
    frame,
    grown,
    label,
    left_out,
    row,
)
from hipcoach.ui.session_actions import keyed
from hipcoach.ui.tokens import LIGHT

ROOMY: Final = 640
"""Pixels of width above which the title stands between the buttons."""


class DayStoryPage(QWidget):
    """Tells a day, and takes corrections: each is kept beside what was recorded."""

    dayWanted = Signal(object)
    """The `date` of another day."""
    leaveWanted = Signal()
    """Back to the calendar."""
    whyWanted = Signal(object)
    """The `date` whose plan is asked about."""
    told = Signal(object)
    """A `Told`: how the day felt."""
    withdrawalWanted = Signal(object, bool)
    """The id of a session, and whether it is to be left out; else it counts again."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("day-story")
        self._story: DayStory | None = None
        self._colours: HistoryColours = history_colours(LIGHT)
        self._leave = Button(_("To the &calendar"), "quiet", "calendar")
        self._leave.clicked.connect(self.leaveWanted)
        self._earlier = Button("", "icon", "back", name=_("The day before"))
        self._earlier.clicked.connect(lambda: self._go(-1))
        self._later = Button("", "icon", "forward", name=_("The day after"))
        self._later.clicked.connect(lambda: self._go(1))
        self._title = label("", "title")
        self._top = column(gap=4)
        self._asks = NextDayCard()
        self._asks.told.connect(self.told)
        self._asks.hide()
        self._rest = column(gap=4)
        self.notes = DayNotes()
        self._head = QGridLayout()
        self._head.setSpacing(GAPS.space(2))
        self._head.setColumnStretch(1, 1)
        self._head.addLayout(row(self._earlier, self._later, gap=2), 0, 0)
        self._head.addWidget(self._leave, 0, 2)
        self._roomy: bool | None = None
        """Whether the title stands between the buttons, not below."""
        self._scrolled = ScrolledColumn(widest=860, margin=2)
        body = self._scrolled.body
        body.addLayout(self._top)
        body.addWidget(self._asks)
        body.addLayout(self._rest)
        body.addWidget(self.notes)
        body.addStretch(1)
        whole = column(self._head, self._scrolled, gap=2)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        keyed(self, "", ("Esc",)).triggered.connect(self._leave.click)
        keyed(self, "", ("PgUp", "Alt+Left")).triggered.connect(self._earlier.click)
        keyed(self, "", ("PgDown", "Alt+Right")).triggered.connect(self._later.click)
        bar, steps = self._scrolled.verticalScrollBar(), QAbstractSlider.SliderAction
        for key, step in (("Up", steps.SliderSingleStepSub), ("Down", steps.SliderSingleStepAdd)):
            scroll = partial(bar.triggerAction, step)
            keyed(self, "", (key,), repeats=True).triggered.connect(lambda _on, do=scroll: do())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title a line of its own where there is little room."""
        super().resizeEvent(event)
        roomy = self.width() >= grown(self, ROOMY)
        if roomy != self._roomy:
            self._roomy = roomy
            self._head.removeWidget(self._title)
            if roomy:
                self._head.addWidget(self._title, 0, 1)
            else:
                self._head.addWidget(self._title, 1, 0, 1, 3)

    @property
    def story(self) -> DayStory | None:
        """What is told."""
        return self._story

    def show_story(self, story: DayStory) -> None:
        """Tell a day; the same day again stays where it was scrolled to."""
        before, self._story = self._story, story
        same = before is not None and before.day == story.day
        held = self._rebuilt_with_keys()
        top = self._scrolled.verticalScrollBar().value()
        self._title.setText(story.title)
        self._later.setEnabled(story.later)
        if not same:
            self._asks.show_asked(())
        self.notes.show_notes(story.day, story.notes)
        for layout in (self._top, self._rest):
            left_out(layout)
        for part in self._before_asking(story):
            self._top.addWidget(part)
        for part in self._after_asking(story):
            self._rest.addWidget(part)
        if held:
            # Qt shows what was just put in a moment later.
            QTimer.singleShot(0, self, partial(self._give_keys, held))
        self._scrolled.verticalScrollBar().setValue(top if same else 0)

    def show_colours(self, colours: HistoryColours) -> None:
        """Show everything in these colours."""
        self._colours = colours
        if self._story is not None:
            self.show_story(self._story)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the way back."""
        super().focusInEvent(event)
        self._leave.setFocus(event.reason())

    def _go(self, days: int) -> None:
        if self._story is not None:
            self.dayWanted.emit(steps_on(self._story.day, days))

    def _give_keys(self, name: str) -> None:
        """Put the keys on what has come in the place of what had them."""
        found = self.findChild(Button, name)
        (found or self._leave).setFocus()

    def _rebuilt_with_keys(self) -> str:
        """Name of the button that has the keys and is built anew; empty: none."""
        return next((one.objectName() for one in self.findChildren(Button) if one.hasFocus()), "")

    def _before_asking(self, story: DayStory) -> Iterable[QWidget]:
        for words in story.events:
            yield frame("referral", column(label(words), margin=4))
        if story.missing:
            yield label(story.missing, "lead")
        for session in story.sessions:
            yield self._session(session)
        if story.sessions or story.answers:
            yield self._felt(story)

    def _after_asking(self, story: DayStory) -> Iterable[QWidget]:
        if story.plan:
            why = Button(_("&Why?"), "link")
            why.setObjectName("why-of-day")
            why.clicked.connect(lambda: self.whyWanted.emit(story.day))
            line = row(why)
            line.addStretch(1)
            words = column(label(story.plan_title, "strong"), *map(label, story.plan), gap=1)
            yield _card(_("The plan of the day"), column(words, line, gap=2))
        yield self._breaks(story)

    def _session(self, session: SessionStory) -> QFrame:
        colour = _swatch(self._colours.routine(session.colour))
        title = row(colour, label(session.title, "heading"), gap=2)
        title.setStretch(1, 1)
        happened = [label(words, "small") for words in session.happened]
        parts = column(title, label(session.summary), _grid(session.holds), *happened, gap=2)
        words = _("&It was me: count it again") if session.withdrawn else _("&This was not me")
        correct = Button(words, "link")
        wanted = not session.withdrawn
        correct.setObjectName(f"correct-{session.id}")
        correct.clicked.connect(lambda: self.withdrawalWanted.emit(session.id, wanted))
        line = row(correct)
        line.addStretch(1)
        if session.withdrawn:
            _strike(parts)
            parts.addWidget(label(_("Left out of plan and counts: it was not you.")))
        parts.addLayout(line)
        return frame("card", column(parts, margin=5))

    def _felt(self, story: DayStory) -> QFrame:
        parts: list[QWidget | QLayout] = []
        if story.tolerance is not None:
            line = row(_mark(story.tolerance, self._colours), label(story.felt, "strong"), gap=2)
            line.setStretch(1, 1)
            parts.append(line)
        parts += [_answer(one) for one in story.answers]
        if not story.answers:
            parts.append(label(_("Nothing was said of the day after."), "soft"))
        if story.asked:
            words = _("&Answer anew") if story.answers else _("&Fill it in")
            ask = Button(words)
            ask.setObjectName("answer")
            ask.clicked.connect(lambda: self._ask(story))
            line = row(ask)
            line.addStretch(1)
            parts.append(line)
        return _card(_("How it felt"), column(*parts, gap=2))

    def _ask(self, story: DayStory) -> None:
        self._asks.show_asked(story.asked)
        self._asks.setFocus()
        self._scrolled.ensureWidgetVisible(self._asks)

    def _breaks(self, story: DayStory) -> QFrame:
        parts = column(label(story.breaks_words), gap=2)
        if story.breaks:
            strip = BreakStrip()
            strip.show_colours(self._colours)
            strip.show_breaks(story.breaks, story.breaks_words)
            parts.addWidget(strip)
        ends = [mark.words for mark in story.breaks if mark.kind not in OPEN]
        if ends:
            parts.addWidget(label(" · ".join(ends), "small"))
        return _card(_("Breaks"), parts)


def _card(title: str, inner: QLayout) -> QFrame:
    return frame("card", column(label(title, "heading"), inner, gap=2, margin=5))


def _answer(answer: AnswerStory) -> QLabel:
    """What was said; struck through, and said to be so, where something newer counts."""
    if not answer.replaced:
        return label(answer.words)
    made = label(_("{words} (answered anew later)").format(words=answer.words), "soft")
    font = made.font()
    font.setStrikeOut(True)
    made.setFont(font)
    return made


def _strike(layout: QLayout) -> None:
    """Strike all words in a layout through."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            _strike(inner)
        elif isinstance(widget, QLabel):
            font = widget.font()
            font.setStrikeOut(True)
            widget.setFont(font)


def _grid(holds: Sequence[HoldLine]) -> QLayout:
    """Exercise, side, time held and variant, a line each."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAPS.space(4))
    grid.setVerticalSpacing(GAPS.space(1))
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(3, 3)
    for number, hold in enumerate(holds):
        held = _("{held}, left early").format(held=hold.held) if hold.cut else hold.held
        cells = (label(hold.exercise), label(hold.side, "soft", wrap=False),
                 label(held, wrap=False), label(hold.rung, "soft"))  # fmt: skip
        for place, cell in enumerate(cells):
            grid.addWidget(cell, number, place, Qt.AlignmentFlag.AlignTop)
    return grid


def _swatch(colour: str) -> QLabel:
    """A bar in the colour of a routine."""
    return _painted(lambda painter, spot: _bar(painter, spot, colour))


def _bar(painter: QPainter, spot: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(spot.adjusted(0, 5, 0, -5), 4, 4)


def _mark(tolerance: Tolerance, colours: HistoryColours) -> QLabel:
    return _painted(
        lambda painter, spot: paint_tolerance(
            painter, spot.adjusted(2, 2, -2, -2), tolerance, colours
        )
    )


def _painted(paint: Callable[[QPainter, QRectF], None]) -> QLabel:
    """A small picture in a line of words."""
    edge = 22
    picture = QPixmap(edge * 2, edge * 2)
    picture.setDevicePixelRatio(2.0)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(0, 0, edge, edge))
    painter.end()
    made = label("", wrap=False)
    made.setPixmap(picture)
    return made
