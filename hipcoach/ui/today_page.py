"""The Today page: the plan, and one big button to begin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from hipcoach.app.plan_snapshots import PlanSnapshot
from hipcoach.app.snapshots import RoutineCard, TodaySnapshot
from hipcoach.app.words import _
from hipcoach.ui.banner import Banner
from hipcoach.ui.editor_doors import broken_card, new_button
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.pieces import (
    GAPS,
    Button,
    CardGrid,
    ScrolledColumn,
    column,
    frame,
    label,
    left_out,
    row,
)
from hipcoach.ui.plan_card import OfferCard, PlanCard
from hipcoach.ui.routine_offer import RoutineOffer
from hipcoach.ui.self_check_card import SelfCheckCard
from hipcoach.ui.stop_card import StopCard
from hipcoach.ui.tab_order import read_through


class TodayPage(QWidget):
    """The plan, the session that broke off, and the routines to start."""

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
    whyRequested = Signal(object)
    """The `date` whose plan is asked about; `None`: today."""
    acceptRequested = Signal()
    """The next level is wanted."""
    declineRequested = Signal()
    """The level of now is enough."""
    clearanceRequested = Signal()
    """That a professional has said yes is to be recorded."""

    def __init__(self, book: PictureBook) -> None:
        super().__init__()
        self.setObjectName("today")
        self._book = book
        self._shown: TodaySnapshot | None = None
        self._plan: PlanSnapshot | None = None
        self._expected = False
        """Whether a plan is on its way."""
        self._offers: list[RoutineOffer] = []
        self._focused: QWidget | None = None
        self._regain = False
        """Whether what had the keyboard has just gone."""
        self._sounds: dict[str, str] = {}
        self._last = label("", "lead")
        self._last.setProperty("role", "soft")
        self._notes = column()
        self._blocked = Banner(dismissable=False)
        self._blocked.actionRequested.connect(self.safetyRequested)
        self._unfinished = self._unfinished_card()
        self._stop = StopCard()
        self._stop.whyRequested.connect(self.whyRequested)
        self._stop.clearanceRequested.connect(self.clearanceRequested)
        self._card = PlanCard()
        self._card.strip.whyRequested.connect(self.whyRequested)
        self._offer = OfferCard()
        self._offer.accepted.connect(self.acceptRequested)
        self._offer.declined.connect(self.declineRequested)
        self.self_check = SelfCheckCard()
        self._more = label(_("Or another one"), "heading")
        self._others = CardGrid(400)
        self._new = new_button(self.newRequested.emit)
        self._broken = column()
        self._scrolled = scrolled = ScrolledColumn(widest=1280)
        body = scrolled.body
        body.addLayout(column(label(_("Today"), "display"), self._last, gap=1))
        body.addLayout(self._notes)
        for item in (self._blocked, self._unfinished, self._stop, self._card):
            body.addWidget(item)
        body.addWidget(self._offer)
        body.addWidget(self.self_check)
        more = row(self._more, self._new)
        more.setAlignment(self._new, Qt.AlignmentFlag.AlignRight)
        body.addLayout(more)
        body.addWidget(self._others)
        body.addLayout(self._broken)
        body.addStretch(1)
        self.setLayout(column(scrolled))
        self._card.hide()
        self._weigh()

    def show_snapshot(self, snapshot: TodaySnapshot) -> None:
        """Show what is true now."""
        before, self._shown = self._shown, snapshot
        self._question.setText(snapshot.unfinished_words)
        self._unfinished.setVisible(bool(snapshot.unfinished_words))
        left_out(self._broken)
        if snapshot.broken_words:
            self._broken.addWidget(broken_card(snapshot.broken_words))
        if before is None or before.routines != snapshot.routines:
            self._show_routines()
        self._weigh()
        if before is None or before.blocked_words != snapshot.blocked_words:
            self._scrolled.verticalScrollBar().setValue(0)

    def show_plan(self, plan: PlanSnapshot | None) -> None:
        """Show the plan of today; `None`: there is none, and none is on its way."""
        self._plan, self._expected = plan, False
        self._card.show_plan(plan)
        self._stop.show_plan(plan)
        self._offer.show_words(plan.offer_words if plan and not plan.stop else "")
        if [one.routine for one in self._offers] != [one.id for one in self._ranked()]:
            self._show_routines()
        # The week is walked through by keys as soon as there is one.
        read_through(self)
        self._weigh()

    def expect_plan(self) -> None:
        """Keep room for the plan, which is on its way."""
        self._expected = self._plan is None
        self._card.show_plan(self._plan, expected=self._expected)
        self._weigh()

    def add_card(self, card: QWidget) -> None:
        """Put a card below the headline, above the plan; it hides itself while it has nothing."""
        self._notes.addWidget(card)
        read_through(self)

    def show_sounds(self, sounds: Sequence[tuple[str, str]]) -> None:
        """Show the (routine, sound mode) of those that sound in a way of their own."""
        self._sounds = dict(sounds)
        for offer in self._offers:
            offer.sound.show_mode(self._sounds.get(offer.routine, ""))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on: with a proxy, Tab would pass by what is above it."""
        super().focusInEvent(event)
        self._choose_first()
        if self._focused is not None:
            self._focused.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first picture its share of the height."""
        super().resizeEvent(event)
        self._fit_picture()

    def _fit_picture(self) -> None:
        for picture in self.findChildren(Picture, "first"):
            picture.setMinimumHeight(min(440, max(200, self.height() // 3)))

    def _weigh(self) -> None:
        """Offer what may be started, as the plan has it."""
        snapshot, plan = self._shown, self._plan
        stopped = plan is not None and plan.stop is not None
        self._regain = self._regain or (stopped and self._holds_keys())
        top = self._scrolled.verticalScrollBar().value()
        blocked = snapshot.blocked_words if snapshot and not stopped else ""
        self._blocked.show_message(blocked, action=_("Before you start…"), grave=True)
        self.self_check.block(blocked=stopped or bool(blocked))
        for offer in self._offers:
            offer.show_more_words(plan.more_words if plan else "")
            offer.start.allow(allowed=not blocked)
        self._go_on.setEnabled(not blocked and not stopped)
        self._card.setVisible(bool(self._offers) and not stopped)
        for part in (self._others, self._new):
            part.setVisible(snapshot is not None and not stopped)
        self._more.setVisible(len(self._offers) > 1 and not stopped)
        last = snapshot.last_words if snapshot else ""
        planned = (plan is not None or self._expected) and not stopped
        self._card.show_last(last if planned else "")
        self._last.setText(last)
        self._last.setVisible(not planned and not stopped)
        self._choose_first()
        # The page had the focus before there was anything on it to press.
        regain = self._regain or self.window().focusWidget() in {None, self}
        if self._focused and self.isVisible() and regain:
            self._focused.setFocus()
        self._regain = False
        # Qt scrolls to whatever has the keyboard in between.
        self._scrolled.verticalScrollBar().setValue(top)

    def _choose_first(self) -> None:
        """What most people want next is a press of Enter away."""
        snapshot, plan = self._shown, self._plan
        if plan is not None and plan.stop is not None:
            self._focused = self._stop.why
        elif snapshot is None or snapshot.blocked_words:
            self._focused = self._blocked if snapshot else None
        elif snapshot.unfinished_words:
            self._focused = self._go_on
        else:
            self._focused = self._offers[0].start.first if self._offers else self._blocked

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

    def _ranked(self) -> list[RoutineCard]:
        """The routines, that of the plan first."""
        routines = self._shown.routines if self._shown else ()
        wanted = self._plan.routine if self._plan else ""
        return sorted(routines, key=lambda routine: routine.id != wanted)

    def _show_routines(self) -> None:
        # What goes hands the keyboard to whatever comes next to it.
        self._regain = self._holds_keys()
        left_out(self._card.routine)
        self._offers = [
            self._offered(routine, big=not place) for place, routine in enumerate(self._ranked())
        ]
        for offer in self._offers[:1]:
            self._card.routine.addWidget(offer)
        self._others.set_cards([*self._offers[1:]])
        self._fit_picture()
        read_through(self)

    def _holds_keys(self) -> bool:
        """Whether the keyboard is on one of the routines."""
        buttons = (one for offer in self._offers for one in offer.findChildren(Button))
        return any(button.hasFocus() for button in buttons)

    def _reveal(self, offer: RoutineOffer) -> None:
        """Scroll to what was opened below the button, once it has its place."""
        self._scrolled.ensureWidgetVisible(offer.start, 0, GAPS.space(5))

    def _offered(self, routine: RoutineCard, *, big: bool) -> RoutineOffer:
        made = RoutineOffer(routine, self._book, big=big)
        made.sound.show_mode(self._sounds.get(routine.id, ""))
        made.startRequested.connect(self.startRequested)
        made.changeRequested.connect(self.changeRequested)
        made.duplicateRequested.connect(self.duplicateRequested)
        made.soundChosen.connect(self.soundChosen)
        made.start.opened.connect(lambda: QTimer.singleShot(0, made, partial(self._reveal, made)))
        return made
