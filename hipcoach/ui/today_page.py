"""The Today page: what was done last, and one big button to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from hipcoach.app.snapshots import RoutineCard, RoutineSound, TodaySnapshot
from hipcoach.app.words import _
from hipcoach.ui.banner import Banner
from hipcoach.ui.editor_doors import broken_card, change_button, new_button
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.pieces import (
    GAPS,
    Button,
    CardGrid,
    ScrolledColumn,
    chips,
    column,
    frame,
    grown,
    label,
    left_out,
    row,
)
from hipcoach.ui.self_check_card import SelfCheckCard
from hipcoach.ui.sound_menu import SoundMenu

_SIDE_BY_SIDE = 640
"""Pixels of width from which the big card has its picture beside its words."""


class TodayPage(QWidget):
    """Last session, the one that broke off, and the routines to start."""

    startRequested = Signal(str)
    """The id of a routine."""
    resumeRequested = Signal()
    """Go on with the session that broke off."""
    closeUnfinishedRequested = Signal()
    """Close it as it is."""
    newRequested = Signal()
    """A routine of one's own is to be made."""
    changeRequested = Signal(str)
    """The id of a routine of one's own that is to be changed."""
    duplicateRequested = Signal(str)
    """The id of a routine that one's own is to be made from."""
    safetyRequested = Signal()
    """Read *Before you start* again."""
    soundChosen = Signal(object)
    """A `RoutineSound`: how a routine is to sound from now on."""

    def __init__(self, book: PictureBook) -> None:
        super().__init__()
        self.setObjectName("today")
        self._book = book
        self._shown: TodaySnapshot | None = None
        self._starts: list[Button] = []
        self._focused: QWidget | None = None
        self._sounds: dict[str, str] = {}
        self._menus: dict[str, SoundMenu] = {}
        self._last = label("", "lead")
        self._last.setProperty("role", "soft")
        self._blocked = Banner(dismissable=False)
        self._blocked.actionRequested.connect(self.safetyRequested)
        self._unfinished = self._unfinished_card()
        self._first = column()
        self.self_check = SelfCheckCard()
        self._more = label(_("Or another one"), "heading")
        self._others = CardGrid(400)
        self._new = new_button(self.newRequested.emit)
        self._broken = column()
        self._scrolled = scrolled = ScrolledColumn(widest=1280)
        body = scrolled.body
        body.addLayout(column(label(_("Today"), "display"), self._last, gap=1))
        for item in (self._blocked, self._unfinished):
            body.addWidget(item)
        body.addLayout(self._first)
        body.addWidget(self.self_check)
        body.addLayout(row(self._more, self._new))
        body.addWidget(self._others)
        body.addLayout(self._broken)
        body.addStretch(1)
        self.setLayout(column(scrolled))

    def show_snapshot(self, snapshot: TodaySnapshot) -> None:
        """Show what is true now."""
        before, self._shown = self._shown, snapshot
        self._last.setText(snapshot.last_words)
        self._blocked.show_message(
            snapshot.blocked_words, action=_("Before you start…"), grave=True
        )
        self.self_check.block(blocked=bool(snapshot.blocked_words))
        self._question.setText(snapshot.unfinished_words)
        self._unfinished.setVisible(bool(snapshot.unfinished_words))
        if before is None or before.routines != snapshot.routines:
            self._show_routines(snapshot.routines)
        left_out(self._broken)
        if snapshot.broken_words:
            self._broken.addWidget(broken_card(snapshot.broken_words))
        for button in self._starts:
            button.setEnabled(not snapshot.blocked_words)
        self._go_on.setEnabled(not snapshot.blocked_words)
        self._focus_first()
        if before is None or before.blocked_words != snapshot.blocked_words:
            self._scrolled.verticalScrollBar().setValue(0)

    def show_sounds(self, sounds: Sequence[tuple[str, str]]) -> None:
        """Show the (routine, sound mode) of those that sound in a way of their own."""
        self._sounds = dict(sounds)
        for name, menu in self._menus.items():
            menu.show_mode(self._sounds.get(name, ""))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on: with a proxy, Tab would pass by what is above it."""
        super().focusInEvent(event)
        if self._focused is not None:
            self._focused.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first picture its share of the height."""
        super().resizeEvent(event)
        for picture in self.findChildren(Picture, "first"):
            picture.setMinimumHeight(min(440, max(240, self.height() // 3)))

    def _focus_first(self) -> None:
        """What most people want next is a press of Enter away."""
        snapshot = self._shown
        if snapshot is None:
            return
        first: QWidget = self._blocked
        if snapshot.unfinished_words and not snapshot.blocked_words:
            first = self._go_on
        elif self._starts and not snapshot.blocked_words:
            first = self._starts[0]
        self._focused = first
        # The page had the focus before there was anything on it to press.
        if self.isVisible() and self.window().focusWidget() in {None, self}:
            first.setFocus()

    def _unfinished_card(self) -> QFrame:
        self._question = label("", "lead")
        self._go_on = Button(_("Go &on"), "primary", "play")
        self._go_on.clicked.connect(self.resumeRequested)
        close = Button(_("&Close it"), "", "check")
        close.clicked.connect(self.closeUnfinishedRequested)
        buttons = row(self._go_on, close, gap=3)
        buttons.addStretch(1)
        card = frame("hero", column(self._question, buttons, gap=4, margin=5))
        card.hide()
        return card

    def _show_routines(self, routines: tuple[RoutineCard, ...]) -> None:
        left_out(self._first)
        self._starts, self._menus = [], {}
        if routines:
            card = self._big_card(routines[0])
            self._first.addWidget(card)
            # Tab goes as one reads, though these two were made before the cards.
            *_before, last = card.findChildren(Button)
            QWidget.setTabOrder(last, self.self_check.button)
            QWidget.setTabOrder(self.self_check.button, self._new)
        self._others.set_cards([self._card(routine) for routine in routines[1:]])
        self._more.setVisible(len(routines) > 1)

    def _start(self, routine: RoutineCard, *, big: bool) -> Button:
        name = _("Start {routine}").format(routine=routine.name)
        if big:
            button = Button(_("&Start"), "primary", "play", name=name)
            button.setProperty("big", True)
        else:
            button = Button(_("Start"), "", "play", name=name)
        button.setObjectName(f"start-{routine.id}")
        button.clicked.connect(lambda: self.startRequested.emit(routine.id))
        self._starts.append(button)
        return button

    def _sound(self, routine: RoutineCard) -> SoundMenu:
        menu = SoundMenu(routine.name)
        menu.setObjectName(f"sound-{routine.id}")
        menu.show_mode(self._sounds.get(routine.id, ""))
        menu.modeChosen.connect(lambda mode: self.soundChosen.emit(RoutineSound(routine.id, mode)))
        self._menus[routine.id] = menu
        return menu

    def _change(self, routine: RoutineCard) -> Button:
        return change_button(routine, self.changeRequested.emit, self.duplicateRequested.emit)

    def _picture(self, routine: RoutineCard, least: QSize) -> Picture:
        words = _("Picture of {routine}").format(routine=routine.name)
        picture = Picture(self._book, words, least)
        picture.show_frame(self._book.frame(routine.preview))
        return picture

    def _big_card(self, routine: RoutineCard) -> QFrame:
        start = self._start(routine, big=True)
        start.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        start.setMinimumWidth(200)
        words = column(label(routine.name, "title"), label(routine.summary), gap=3)
        words.addLayout(_facts(routine))
        words.addWidget(self._sound(routine))
        words.addSpacing(GAPS.space(3))
        words.addLayout(_beside(start, self._change(routine)))
        words.addStretch(1)
        picture = self._picture(routine, QSize(260, 240))
        picture.setObjectName("first")
        return _BigCard(words, picture)

    def _card(self, routine: RoutineCard) -> QFrame:
        picture = self._picture(routine, QSize(132, 132))
        words = column(label(routine.name, "heading"), label(routine.summary, "soft"), gap=1)
        words.addSpacing(GAPS.space(1))
        words.addLayout(_facts(routine))
        words.addWidget(self._sound(routine))
        words.addSpacing(GAPS.space(2))
        words.addStretch(1)
        start = self._start(routine, big=False)
        start.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words.addLayout(_beside(start, self._change(routine)))
        inner = row(picture, words, gap=4, margin=4)
        inner.setStretch(0, 2)
        inner.setStretch(1, 3)
        return frame("card", inner)


class _BigCard(QFrame):
    """Words and picture, side by side where there is room."""

    def __init__(self, words: QVBoxLayout, picture: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        edge = GAPS.space(5)
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._layout.setSpacing(GAPS.space(6))
        self._layout.addLayout(words, 5)
        self._layout.addWidget(picture, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture on top where the window is narrow."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = self.width() >= grown(self, _SIDE_BY_SIDE)
        self._layout.setDirection(ways.LeftToRight if wide else ways.BottomToTop)


def _beside(*buttons: QWidget) -> QLayout:
    line = row(*buttons, gap=1)
    line.addStretch(1)
    return line


def _facts(routine: RoutineCard) -> QLayout:
    """How long it takes and what is needed, as small labels."""
    needs = ", ".join(routine.props) or _("nothing needed")
    line = row(gap=2)
    chips(line, [routine.minutes_words, needs])
    return line
