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
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.ui.big_text import BigText
from hipcoach.ui.caption import Caption
from hipcoach.ui.corners import Corners
from hipcoach.ui.figure.scene import Extras
from hipcoach.ui.figure.widget import FigureView
from hipcoach.ui.key_list import KeyList
from hipcoach.ui.measures import density
from hipcoach.ui.progress_line import ProgressLine
from hipcoach.ui.ring import Count, CountdownRing
from hipcoach.ui.session_actions import SessionActions
from hipcoach.ui.session_bar import SessionBar
from hipcoach.ui.session_layout import Places, places
from hipcoach.ui.side_badge import SideBadge
from hipcoach.ui.stop_question import StopQuestion
from hipcoach.ui.tokens import LIGHT, Tokens
from hipcoach.ui.veil import Notice, Veil

_STANDING = frozenset({PlayState.PAUSED, PlayState.COUNTING_IN, PlayState.PREPARING})


class SessionPage(QWidget):
    """Shows one snapshot at a time and says what is asked for; has no clock and no memory.

    `picture` is the widget that draws the person; the page takes it over.
    """

    actionRequested = Signal(object)
    """An `Action`."""
    stopConfirmed = Signal()
    """The question after `Action.STOP` was answered: stop."""
    stopDeclined = Signal()
    """It was answered: go on."""

    def __init__(self, picture: FigureView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("session")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tokens = LIGHT
        self._distance_m = 3.0
        self._state = PlayState.PREPARING
        self._seen_paused = False
        self._frame: FigureFrame | None = None
        self._picture = picture
        picture.setParent(self)
        self._corners = Corners(self)
        self._extras = Extras(hold_text=_("Hold still"))
        self.actions_of_session = SessionActions(self)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._line = ProgressLine(self)
        self._name = BigText(self, lines=2, weight=QFont.Weight.Bold)
        self._variant = BigText(self)
        self._badge = SideBadge(self)
        self._ring = CountdownRing(self)
        self._caption = Caption(self)
        self._upcoming = BigText(self, lines=3, align=middle)
        self._bar = SessionBar(self, self.actions_of_session)
        self._veil = Veil(self)
        self._notice = Notice(self)
        self._question = StopQuestion(self)
        self._keys = KeyList(self)
        self._connect()
        self.show_tokens(LIGHT)

    def _connect(self) -> None:
        actions = self.actions_of_session
        actions.asked.connect(self._ask)
        actions.help.triggered.connect(self._turn_keys)
        self._keys.dismissed.connect(self._turn_keys)
        self._picture.clicked.connect(self._pause_or_go_on)
        self._veil.clicked.connect(self._pause_or_go_on)
        self._question.confirmed.connect(self._confirm)
        self._question.declined.connect(self._decline)

    def menu_actions(self) -> tuple[QAction, ...]:
        """What can be asked for, in groups with a separator between them, for a menu."""
        found: list[QAction] = []
        for _title, actions in self.actions_of_session.groups:
            found.extend(actions)
            separator = QAction(self)
            separator.setSeparator(True)
            found.append(separator)
        return (*found, self.actions_of_session.help)

    def show_snapshot(self, snapshot: SessionSnapshot) -> None:
        """Show this moment; what hasn't changed isn't touched."""
        if (snapshot.exercise, snapshot.variant) != (self._name.text(), self._variant.text()):
            self._picture.setAccessibleName(f"{snapshot.exercise}, {snapshot.variant}")
        self._name.show_words(snapshot.exercise)
        self._variant.show_words(snapshot.variant)
        self._badge.show_side(snapshot.side, snapshot.side_words)
        self._caption.show_words(snapshot.caption)
        self._upcoming.show_words(snapshot.next_words)
        self._line.show_progress(snapshot.progress)
        self._bar.done.show_words(_done_words(snapshot))
        self._bar.mute.show_reason(snapshot.muted)
        self._notice.say(snapshot.notice)
        self._ring.show_count(_count(snapshot))
        if snapshot.figure is not None and snapshot.figure is not self._frame:
            self._frame = snapshot.figure
            self._picture.show_frame(snapshot.figure, self._extras)
        self._show_state(snapshot)

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        for part in (self._line, self._badge, self._ring, self._bar, self._veil, self._notice,
                     self._question, self._keys):  # fmt: skip
            part.show_tokens(tokens)
        self._name.ink(tokens.ink)
        self._variant.ink(tokens.ink_soft)
        self._caption.ink(tokens.ink)
        self._upcoming.ink(tokens.ink_soft)
        self._corners.paint(tokens.window, self.devicePixelRatioF())
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
        if self._question.asking or self._state is PlayState.FINISHED:
            return
        self._seen_paused = False
        self.actions_of_session.wake(False)
        self._veil.hide()
        self._question.ask()
        self.actionRequested.emit(Action.STOP)

    @property
    def asking_to_stop(self) -> bool:
        """Whether the question is open."""
        return self._question.asking

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
        self._wake()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give everything its place in the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), QColor(self._tokens.window))

    def _show_state(self, snapshot: SessionSnapshot) -> None:
        before, self._state = self._state, snapshot.state
        if self._question.asking:
            self._mind_question(snapshot.state)
        if snapshot.state is not before:
            self._bar.show_paused(snapshot.state is PlayState.PAUSED)
            self._wake()
        if self._question.asking:
            return
        if snapshot.state is PlayState.PAUSED:
            self._veil.say(_("Paused"), _("Space to go on"))
        elif snapshot.state is PlayState.COUNTING_IN:
            self._veil.say(str(snapshot.count_in or ""), clear=True)
        elif snapshot.state is PlayState.PREPARING:
            self._veil.say(_("Getting ready…"), _("The voice is warming up"))
        elif not self._veil.isHidden():
            self._veil.hide()

    def _mind_question(self, state: PlayState) -> None:
        """Put the question away when the session has gone on, or ended, without an answer."""
        if state is PlayState.FINISHED or (self._seen_paused and state is not PlayState.PAUSED):
            self._question.put_away()
            self._wake()
        elif state is PlayState.PAUSED:
            self._seen_paused = True

    def _ask(self, action: Action) -> None:
        if action is Action.STOP and self.showing_keys:
            self._turn_keys()
        elif action is Action.STOP:
            self.ask_to_stop()
        else:
            self.actionRequested.emit(action)

    def _pause_or_go_on(self) -> None:
        if self.actions_of_session[Action.PAUSE_RESUME].isEnabled():
            self.actionRequested.emit(Action.PAUSE_RESUME)

    def _confirm(self) -> None:
        self._question.put_away()
        self._wake()
        self.stopConfirmed.emit()

    def _decline(self) -> None:
        self._question.put_away()
        self._wake()
        self.stopDeclined.emit()

    def _turn_keys(self) -> None:
        self._keys.setVisible(self._keys.isHidden())
        self._keys.raise_()

    def _wake(self) -> None:
        awake = (
            self.isVisible() and self._state is not PlayState.FINISHED and not self._question.asking
        )
        self.actions_of_session.wake(awake)

    def _screen_changed(self, _screen: QScreen) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        found = places(self.width(), self.height(), density(self.screen()), self._distance_m)
        self._line.setGeometry(found.line)
        self._name.place(found.name, found.cap)
        self._variant.place(found.variant, found.variant_cap)
        self._badge.setGeometry(found.badge)
        self._badge.write(found.cap, at_left=found.upright)
        self._picture.setGeometry(found.picture)
        self._corners.place(found.picture)
        self._corners.paint(self._tokens.window, self.devicePixelRatioF())
        self._ring.setGeometry(found.ring)
        self._caption.place(found.caption, found.cap)
        self._upcoming.place(found.upcoming, found.cap)
        self._bar.setGeometry(found.bar)
        self._lay_over(found)

    def _lay_over(self, found: Places) -> None:
        """What lies over the picture or the page."""
        self._veil.setGeometry(found.picture)
        self._veil.write(found.cap)
        self._question.setGeometry(found.picture)
        self._question.write(found.cap)
        self._notice.place(found.picture, found.cap * 0.62)
        top = found.line.bottom() + 1
        self._keys.setGeometry(QRect(0, top, self.width(), found.bar.top() - top))


def _count(snapshot: SessionSnapshot) -> Count:
    return Count(
        snapshot.remaining_s,
        snapshot.length_s,
        snapshot.phase,
        snapshot.phase_words,
        snapshot.state in _STANDING,
        snapshot.state is PlayState.COUNTING_IN,
    )


def _done_words(snapshot: SessionSnapshot) -> str:
    """How far it is, in words: which part of how many, and what is left."""
    part = _("{chapter} of {chapters}").format(
        chapter=min(snapshot.chapter + 1, snapshot.chapters), chapters=snapshot.chapters
    )
    minutes = ceil(snapshot.left_s / 60 - 0.001)
    if minutes > 1:
        left = ngettext("{minutes} min left", "{minutes} min left", minutes)
        return f"{part}  ·  {left.format(minutes=minutes)}"
    seconds = max(0, 10 * ceil(snapshot.left_s / 10 - 0.001))
    left = ngettext("{seconds} s left", "{seconds} s left", seconds)
    return f"{part}  ·  {left.format(seconds=seconds)}"
