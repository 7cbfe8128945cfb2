"""The picture with all that may lie over it: a pause, a count, a notice, a question."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.app.snapshots import PlayState, SessionSnapshot
from hipcoach.app.words import _
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.ui.corners import Corners
from hipcoach.ui.figure.extras import Extras
from hipcoach.ui.figure.widget import FigureView
from hipcoach.ui.stop_question import StopQuestion
from hipcoach.ui.tokens import Tokens
from hipcoach.ui.veil import Notice, Veil


class Stage(QObject):
    """Puts the picture and its overlays on a page, and knows which of them is to be seen."""

    clicked = Signal()
    """The picture, or the veil over it, was clicked."""
    confirmed = Signal()
    """The question was answered: stop."""
    declined = Signal()
    """It was answered: go on."""
    putAway = Signal()
    """The question is gone, answered or not."""

    def __init__(self, page: QWidget, picture: FigureView) -> None:
        super().__init__(page)
        self._page = page
        self._picture = picture
        picture.setParent(page)
        self._frame: FigureFrame | None = None
        self._extras = Extras(hold_text=_("Hold still"))
        self._corners = Corners(page)
        self._veil = Veil(page)
        self._notice = Notice(page)
        self._question = StopQuestion(page)
        self._paused_once = False
        picture.clicked.connect(self.clicked)
        self._veil.clicked.connect(self.clicked)
        self._question.confirmed.connect(self._confirm)
        self._question.declined.connect(self._decline)

    def show_snapshot(self, snapshot: SessionSnapshot) -> None:
        """Show the picture of this moment, and what is to be said over it."""
        name = f"{snapshot.exercise}, {snapshot.variant}"
        if name != self._picture.accessibleName():
            self._picture.setAccessibleName(name)
        self._notice.say(snapshot.notice)
        if snapshot.figure is not None and snapshot.figure is not self._frame:
            self._frame = snapshot.figure
            self._picture.show_frame(snapshot.figure, self._extras)
        if self.asking:
            self._mind_question(snapshot.state)
        if not self.asking:
            self._show_state(snapshot)

    def ask(self) -> None:
        """Ask whether to stop."""
        self._paused_once = False
        self._veil.hide()
        self._question.ask()

    @property
    def asking(self) -> bool:
        """Whether the question waits for its answer."""
        return self._question.asking

    def place(self, box: QRect, cap: float) -> None:
        """Take this rectangle of the page, with capitals of about so many pixels."""
        self._picture.setGeometry(box)
        self._corners.place(box)
        self._veil.setGeometry(box)
        self._veil.write(cap)
        self._question.setGeometry(box)
        self._question.write(cap)
        self._notice.place(box, cap * 0.62)

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme; the picture has a look of its own."""
        self._corners.paint(tokens.window, self._page.devicePixelRatioF())
        self._veil.show_tokens(tokens)
        self._notice.show_tokens(tokens)
        self._question.show_tokens(tokens)

    def _show_state(self, snapshot: SessionSnapshot) -> None:
        if snapshot.state is PlayState.PAUSED:
            self._veil.say(_("Paused"), _("Space to go on"))
        elif snapshot.state is PlayState.COUNTING_IN:
            self._veil.say(str(snapshot.count_in or ""), clear=True)
        elif snapshot.state is PlayState.WAITING:
            self._veil.say(_("Ready when you are"), _("Space to begin"))
        elif snapshot.state is PlayState.PREPARING:
            under = "" if snapshot.muted else _("The voice warms up")
            self._veil.say(_("Getting ready…"), under)
        elif not self._veil.isHidden():
            self._veil.hide()

    def _mind_question(self, state: PlayState) -> None:
        """Put the question away when the session has gone on, or ended, without an answer."""
        if state is PlayState.PAUSED:
            self._paused_once = True
        elif self._paused_once or state is PlayState.FINISHED:
            self._put_away()

    def _confirm(self) -> None:
        self._put_away()
        self.confirmed.emit()

    def _decline(self) -> None:
        self._put_away()
        self.declined.emit()

    def _put_away(self) -> None:
        self._question.put_away()
        self._page.setFocus()
        self.putAway.emit()
