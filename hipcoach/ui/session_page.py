"""The session page: one exercise, one side, one number, one line, read from the floor."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from hipcoach.app.snapshots import PlayState, SessionSnapshot
from hipcoach.app.words import _, ngettext
from hipcoach.core.controls import Action
from hipcoach.ui.big_text import BigText
from hipcoach.ui.caption import Caption
from hipcoach.ui.figure.widget import FigureView
from hipcoach.ui.key_list import KeyList
from hipcoach.ui.measures import density
from hipcoach.ui.progress_line import ProgressLine
from hipcoach.ui.ring import Count, CountdownRing
from hipcoach.ui.session_actions import SessionActions
from hipcoach.ui.session_bar import SessionBar
from hipcoach.ui.session_layout import places
from hipcoach.ui.side_badge import SideBadge
from hipcoach.ui.stage import Stage
from hipcoach.ui.tokens import LIGHT, Tokens

_STANDING = frozenset(set(PlayState) - {PlayState.PLAYING, PlayState.FINISHED})


class SessionPage(QWidget):
    """Shows one snapshot at a time and says what is asked for; has no clock of its own.

    `picture` is the widget that draws the person; the page takes it over.
    """

    actionRequested = Signal(object)
    """An `Action`. After `STOP`, which pauses, one of the next two follows."""
    stopConfirmed = Signal()
    """The question was answered: stop."""
    stopDeclined = Signal()
    """It was answered: go on."""

    def __init__(self, picture: FigureView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("session")
        self.setAccessibleName(_("Session"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture = picture
        self._tokens = LIGHT
        self._distance_m = 3.0
        self._state = PlayState.PREPARING
        self.controls = SessionActions(self)
        """The session's actions, in groups, for whoever wants more than `menu_actions`."""
        self._line = ProgressLine(self)
        self._name = BigText(self, lines=2, weight=QFont.Weight.Bold)
        self._variant = BigText(self)
        self._badge = SideBadge(self)
        self._ring = CountdownRing(self)
        self._caption = Caption(self)
        self._upcoming = BigText(self, lines=3, align=Qt.AlignmentFlag.AlignHCenter)
        self._bar = SessionBar(self, self.controls)
        self._stage = Stage(self, picture)
        self._keys = KeyList(self)
        self._connect()
        self.show_tokens(LIGHT)

    def _connect(self) -> None:
        self.controls.asked.connect(self._ask)
        self.controls.help.triggered.connect(self._turn_keys)
        self._keys.dismissed.connect(self._turn_keys)
        self._stage.clicked.connect(self.controls[Action.PAUSE_RESUME].trigger)
        self._stage.putAway.connect(self._wake)
        self._stage.confirmed.connect(self.stopConfirmed)
        self._stage.declined.connect(self.stopDeclined)

    def menu_actions(self) -> tuple[QAction, ...]:
        """What can be asked for, in groups with a separator between them, for a menu."""
        found: list[QAction] = []
        for _title, actions in self.controls.groups:
            separator = QAction(self)
            separator.setSeparator(True)
            found.extend((*actions, separator))
        return (*found, self.controls.help)

    def show_snapshot(self, snapshot: SessionSnapshot) -> None:
        """Show this moment; what hasn't changed isn't touched."""
        self._name.show_words(snapshot.exercise)
        self._variant.show_words(snapshot.variant)
        self._badge.show_side(snapshot.side, snapshot.side_words)
        self._caption.show_words(snapshot.caption)
        self._upcoming.show_words(snapshot.next_words)
        self._line.show_progress(snapshot.progress)
        self._bar.done.show_words(_done_words(snapshot))
        self._bar.mute.show_reason(snapshot.muted)
        self._ring.show_count(_count(snapshot))
        self._stage.show_snapshot(snapshot)
        if snapshot.state is not self._state:
            self._state = snapshot.state
            self._bar.show_paused(snapshot.state in {PlayState.PAUSED, PlayState.WAITING})
            self._wake()

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme; the picture's own look is set on the picture."""
        self._tokens = tokens
        for part in (self._line, self._badge, self._ring, self._bar, self._stage, self._keys):
            part.show_tokens(tokens)
        self._name.ink(tokens.ink)
        self._variant.ink(tokens.ink_soft)
        self._caption.ink(tokens.ink)
        self._upcoming.ink(tokens.ink_soft)
        self.update()

    def read_from(self, distance_m: float) -> None:
        """Make everything as large as it must be from so many metres, 1 to 4."""
        self._distance_m = min(4.0, max(1.0, distance_m))
        self._lay_out()

    def reduce_motion(self, wish: bool) -> None:
        """Let nothing sweep: the ring moves once a second."""
        self._ring.step_by_second(wish)

    def ask_to_stop(self) -> None:
        """Ask whether to stop, wherever that was asked for; emits `Action.STOP` first."""
        if self._stage.asking or self._state is PlayState.FINISHED:
            return
        self._stage.ask()
        self._wake()
        self.actionRequested.emit(Action.STOP)

    @property
    def asking_to_stop(self) -> bool:
        """Whether the question is open."""
        return self._stage.asking

    @property
    def showing_keys(self) -> bool:
        """Whether the list of keys lies over the page."""
        return not self._keys.isHidden()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys answer, and mind which screen this is."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._screen_changed, Qt.ConnectionType.UniqueConnection)
        self._wake()
        self._lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the keys sleep, in the menu too."""
        super().hideEvent(event)
        self._keys.hide()
        self._wake()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give everything its place in the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), QColor(self._tokens.window))

    def _ask(self, action: Action) -> None:
        if action is not Action.STOP:
            self.actionRequested.emit(action)
        elif self.showing_keys:
            self._turn_keys()
        else:
            self.ask_to_stop()

    def _turn_keys(self) -> None:
        self._keys.setVisible(self._keys.isHidden())
        self._keys.raise_()

    def _wake(self) -> None:
        """Let the controls answer while there is something to control."""
        runs = self._state is not PlayState.FINISHED and not self._stage.asking
        self.controls.wake(self.isVisible() and runs)

    def _screen_changed(self, _screen: QScreen) -> None:
        self._lay_out()
        self._stage.show_tokens(self._tokens)

    def _lay_out(self) -> None:
        found = places(self.width(), self.height(), density(self.screen()), self._distance_m)
        self._line.setGeometry(found.line)
        self._name.place(found.name, found.cap)
        self._variant.place(found.variant, found.variant_cap)
        self._badge.setGeometry(found.badge)
        self._badge.write(found.cap, at_left=found.upright)
        self._stage.place(found.picture, found.cap)
        self._ring.setGeometry(found.ring)
        self._caption.place(found.caption, found.cap)
        self._upcoming.place(found.upcoming, found.cap)
        self._bar.setGeometry(found.bar)
        top = found.line.bottom() + 1
        self._keys.setGeometry(QRect(0, top, self.width(), found.bar.top() - top))


def _count(snapshot: SessionSnapshot) -> Count:
    return Count(
        snapshot.remaining_s,
        snapshot.length_s,
        snapshot.phase,
        snapshot.phase_words,
        resting=snapshot.state in _STANDING,
        numberless=snapshot.state is PlayState.COUNTING_IN,
    )


def _done_words(snapshot: SessionSnapshot) -> str:
    """How far it is, in words: which part of how many, and what is left."""
    part = _("{chapter} of {chapters}").format(
        chapter=min(snapshot.chapter + 1, snapshot.chapters), chapters=snapshot.chapters
    )
    # A minute and less is said in steps of ten seconds: nobody wants two countdowns.
    minutes = ceil(snapshot.left_s / 60 - 0.001)
    if minutes > 1:
        left = ngettext("{minutes} min left", "{minutes} min left", minutes)
        return f"{part}  ·  {left.format(minutes=minutes)}"
    seconds = max(0, 10 * ceil(snapshot.left_s / 10 - 0.001))
    left = ngettext("{seconds} s left", "{seconds} s left", seconds)
    return f"{part}  ·  {left.format(seconds=seconds)}"
