"""The way through a session: from its start to the questions how it felt, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.app.coach import Coach
from hipcoach.app.voice_desk import VoiceDesk
from hipcoach.core.controls import Action
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.pages import Pages
from hipcoach.ui.places import PLACES

if TYPE_CHECKING:
    from hipcoach.app.session_controller import SessionController
    from hipcoach.core.journal import CloseReason
    from hipcoach.ui.check_in_page import CheckIn


class SessionWay(QObject):
    """Joins the session page, and the questions after it, to what they ask for."""

    breakEnded = Signal(float)
    """A stretch break is over: seconds of its routine that were gone through."""
    shownChanged = Signal(object)
    """A `SessionSnapshot` of what runs, or `None`: nothing does."""

    def __init__(self, window: MainWindow, pages: Pages, coach: Coach, voice: VoiceDesk) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._coach = coach
        self._voice = voice
        self._controller: SessionController | None = None
        self._begin_now = True
        self._is_break = False
        self._leaving = False
        pages.built.connect(self._join)
        window.leaveAsked.connect(lambda: self.act(Action.STOP))
        window.leaveDeclined.connect(self._go_on)
        coach.sessionOpened.connect(self._run)
        coach.sessionEnded.connect(self._ended)
        coach.stopped.connect(self._give_up)
        window.placeChanged.connect(self._turned)
        # A session that can't be opened is told of as trouble; one that can is open by then.
        coach.troubleChanged.connect(
            lambda words: QTimer.singleShot(0, self, self._give_up) if words else None
        )

    @property
    def running(self) -> bool:
        """Whether a session is shown."""
        return self._controller is not None

    def start(self, routine: str, *, now: bool = True) -> None:
        """Open a session of a routine; unless `now`, the person begins it.

        While one runs nothing happens; it takes the place of a break that was not begun yet.
        """
        if self.running:
            return
        self._give_up()
        self._begin_now, self._is_break = now, False
        self._coach.start(routine)

    def start_break(self, routine: str) -> None:
        """Lead through a stretch break: nothing is asked after it, and no page is lost by it."""
        if self.running:
            self.breakEnded.emit(0.0)
            return
        # Questions after a session that nobody answered are put away.
        self._coach.leave()
        self._begin_now, self._is_break = True, True
        self._window.turn_to("session")
        self._coach.start(routine, is_break=True)

    @property
    def practising(self) -> bool:
        """Whether a session runs that is no stretch break."""
        return self.running and not self._is_break

    def leave(self) -> None:
        """The window closes: what runs is stopped, what was finished is kept."""
        self._leaving = True
        self._stop()

    def come_back(self) -> None:
        """The window is open again."""
        self._leaving = False

    def _join(self, code: str) -> None:
        """Join a page that has just been built."""
        if code == "check-in":
            self._pages.check_in.questionShown.connect(self._voice.ask)
            self._pages.check_in.answered.connect(self._check_in)
        elif code == "session":
            self._pages.session.actionRequested.connect(self.act)
            self._pages.session.stopConfirmed.connect(self._stop)
            self._pages.session.stopDeclined.connect(self._go_on)

    def _run(self, controller: SessionController) -> None:
        """A session was opened: show it, and begin."""
        self._voice.close()
        self._pages.build_ahead(False)
        self._voice.speaks = controller.session.sound.voice
        self._controller = controller
        self._window.set_running(running=True)
        if self._is_break:
            self._window.turn_to("session")
        else:
            self._window.show_page("session")
        controller.snapshotChanged.connect(self._pages.session.show_snapshot)
        controller.snapshotChanged.connect(self.shownChanged)
        controller.begin(wait=not self._begin_now)

    def act(self, action: Action) -> None:
        """Do what is asked for in the session that runs."""
        if self._controller is not None:
            self._controller.act(action)

    def _stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()

    def _go_on(self) -> None:
        if self._controller is not None:
            self._controller.go_on()

    def _ended(self, reason: CloseReason | None) -> None:
        """Ask how it felt, where anything was practised."""
        self._window.set_running(running=False)
        controller, self._controller = self._controller, None
        if controller is not None:
            controller.snapshotChanged.disconnect(self._pages.session.show_snapshot)
            self.shownChanged.emit(None)
        if self._is_break:
            self._end_break(controller)
            return
        if self._leaving:
            return
        if reason is None or controller is None or not controller.session.practised:
            self._window.show_page("today")
            return
        self._window.show_page("check-in")
        self._pages.check_in.ask(self._coach.settings.decimal("session.distance_m"))

    def _turned(self, code: str) -> None:
        """Whoever turns the questions before the first session away wants no break either."""
        if code in PLACES and self._window.shown == code:
            self._give_up()

    def _give_up(self) -> None:
        """A break that was not begun is over."""
        if self._is_break and not self.running:
            self._end_break(None)

    def _end_break(self, controller: SessionController | None) -> None:
        """Back to where one was; who pinched has said so in the middle of it."""
        self._is_break = False
        self._coach.leave()
        if not self._leaving:
            before = self._window.shown
            self._window.turn_to("today" if before in {"", "first-start", "session"} else before)
            self._pages.build_ahead()
        self.breakEnded.emit(controller.session.player.position_s if controller else 0.0)

    def _check_in(self, told: CheckIn) -> None:
        self._coach.answer(told.effort, told.pain_during, told.pinch)
        self._window.show_page("today")
        self._pages.build_ahead()
