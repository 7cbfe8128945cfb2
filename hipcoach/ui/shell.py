"""The window with its pages, joined to the coach: what is asked for goes in, snapshots come out.

A page is built, and its module imported, when it is first needed; nothing is built while a
session runs.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QWidget

from hipcoach.app.coach import Coach
from hipcoach.app.plan import plan_of
from hipcoach.app.session_controller import SessionController
from hipcoach.app.session_view import preview_of
from hipcoach.app.snapshots import TodaySnapshot
from hipcoach.app.voice_desk import VoiceDesk
from hipcoach.core.controls import Action
from hipcoach.core.journal import CloseReason
from hipcoach.core.safety import Advice
from hipcoach.core.settings import Settings
from hipcoach.ports import ContentSource
from hipcoach.ui.figure.widget import FigureView
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.picture import PictureBook, look_of
from hipcoach.ui.session_page import SessionPage
from hipcoach.ui.theme import Theme

if TYPE_CHECKING:
    from hipcoach.ui.check_in_page import CheckIn
    from hipcoach.ui.today_page import TodayPage

LATER: Final = ("today", "session", "check-in", "library", "settings")
"""Pages that are built one by one when there is time, in this order."""
BETWEEN_MS: Final = 120
"""Time between two of them, in which the window answers."""


class Shell(QObject):
    """The main window and all that is in it."""

    def __init__(
        self,
        coach: Coach,
        content: ContentSource,
        voice: VoiceDesk,
        theme: Theme,
        save: Callable[[Settings], None],
        geometry: QSettings | None = None,
    ) -> None:
        super().__init__()
        self._coach = coach
        self._content = content
        self._voice = voice
        self._theme = theme
        self._save = save
        self._known_book: PictureBook | None = None
        self._figure: FigureView | None = None
        self._today_page: TodayPage | None = None
        self._stills: list[Callable[[bool], None]] = []
        self._today: TodaySnapshot | None = None
        self._controller: SessionController | None = None
        self._begin_now = True
        self._left = list(LATER)
        self.window = MainWindow(geometry)
        self.window.pageNeeded.connect(self._build)
        self.window.placeChanged.connect(self._turned)
        self.window.aboutToClose.connect(self._leave)
        coach.todayChanged.connect(self._show_today)
        coach.sessionOpened.connect(self._run)
        coach.sessionEnded.connect(self._ended)
        coach.safetyNeeded.connect(lambda: self.window.show_page("first-start"))
        coach.troubleChanged.connect(self.window.banner.show_message)
        theme.changed.connect(self._recolour)
        self._later = QTimer(self)
        self._later.setInterval(BETWEEN_MS)
        self._later.timeout.connect(self._build_one)

    def open(self, routine: str = "", *, start_now: bool = False) -> None:
        """Show the window: on a routine where one is named, else on Today."""
        self._apply(self._coach.settings)
        if routine:
            self._begin_now = start_now
            self.window.show_page("session")
            plan = plan_of(self._content.programme(routine), routine, self._coach.settings, {})
            self._session_page.show_snapshot(preview_of(plan))
            self._coach.start(routine)
        else:
            self.window.show_page("today")
        self.window.show()
        handle = self.window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Everything else follows when the first picture is on the screen."""
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._coach.look)
            self._later.start()
        return False

    def _build(self, code: str) -> None:
        """Build a page and take it in."""
        page: QWidget = {
            "today": self._build_today,
            "session": self._build_session,
            "check-in": self._build_check_in,
            "library": self._build_library,
            "settings": self._build_settings,
            "first-start": self._build_first_start,
        }[code]()
        self.window.add_page(code, page)
        if code in self._left:
            self._left.remove(code)

    def _build_one(self) -> None:
        """The next page that is not there yet, while nobody practises."""
        if self._coach.running:
            return
        if self._left:
            self._build(self._left[0])
        if not self._left:
            self._later.stop()

    @property
    def _book(self) -> PictureBook:
        if self._known_book is None:
            look = look_of(self._coach.settings, self._theme.tokens.name)
            self._known_book = PictureBook(self._content.everything().poses, look)
        return self._known_book

    def _build_today(self) -> QWidget:
        from hipcoach.ui.today_page import TodayPage

        page = self._today_page = TodayPage(self._book)
        page.startRequested.connect(self._start)
        page.resumeRequested.connect(self._coach.resume)
        page.closeUnfinishedRequested.connect(self._coach.close_unfinished)
        page.safetyRequested.connect(lambda: self.window.show_page("first-start"))
        if self._today is not None:
            page.show_snapshot(self._today)
        return page

    def _build_library(self) -> QWidget:
        from hipcoach.app.today_view import exercise_pages
        from hipcoach.ui.library_page import LibraryPage

        page = LibraryPage(self._book)
        page.show_snapshot(exercise_pages(self._content.everything()))
        page.set_still(still=self._theme.reduced_motion)
        page.tryExerciseRequested.connect(lambda name: self._start(f"only-{name}"))
        self._stills.append(lambda still: page.set_still(still=still))
        return page

    def _build_settings(self) -> QWidget:
        from hipcoach.ui.settings_page import SettingsPage

        page = SettingsPage(self._book, "half-kneeling-hip-flexor/tall")
        page.show_snapshot(self._coach.settings)
        page.changed.connect(self._change)
        page.testVoiceRequested.connect(lambda: self._voice.test(self._coach.settings))
        self._voice.voicesKnown.connect(
            lambda voices: page.show_voices([(voice.id, voice.name) for voice in voices])
        )
        return page

    def _build_first_start(self) -> QWidget:
        from hipcoach.ui.first_start_page import FirstStartPage

        page = self._first_start_page = FirstStartPage()
        page.answered.connect(self._answer_safety)
        page.leaveRequested.connect(lambda: self.window.show_page("today"))
        return page

    def _build_check_in(self) -> QWidget:
        from hipcoach.ui.check_in_page import CheckInPage

        page = self._check_in_page = CheckInPage()
        page.questionShown.connect(self._voice.ask)
        page.answered.connect(self._end)
        return page

    def _build_session(self) -> QWidget:
        figure = self._figure = FigureView()
        page = self._session_page = SessionPage(figure)
        page.actionRequested.connect(self._act)
        page.stopConfirmed.connect(self._stop)
        page.stopDeclined.connect(self._go_on)
        self.window.add_session_actions(page.menu_actions())
        self._recolour()
        return page

    def _start(self, routine: str) -> None:
        self._begin_now = True
        self._coach.start(routine)

    def _run(self, controller: SessionController) -> None:
        """A session was opened: show it, and begin."""
        self._voice.close()
        self._controller = controller
        self.window.set_running(running=True)
        self.window.show_page("session")
        controller.snapshotChanged.connect(self._session_page.show_snapshot)
        controller.begin(wait=not self._begin_now)

    def _act(self, action: Action) -> None:
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
        self.window.set_running(running=False)
        controller, self._controller = self._controller, None
        if controller is not None:
            controller.snapshotChanged.disconnect(self._session_page.show_snapshot)
        if reason is None:
            self._coach.leave()
            self.window.show_page("today")
            return
        self.window.show_page("check-in")
        self._check_in_page.ask(self._coach.settings.decimal("session.distance_m"))

    def _end(self, told: CheckIn) -> None:
        self._coach.answer(told.effort, told.pain_during, told.pinch)
        self.window.show_page("today")
        self._later.start()

    def _show_today(self, today: TodaySnapshot) -> None:
        self._today = today
        if self._today_page is not None:
            self._today_page.show_snapshot(today)

    def _answer_safety(self, advice: Advice) -> None:
        self._coach.answer_safety(advice.flags)
        if advice.may_start and not self._coach.running:
            self.window.show_page("today")

    def _turned(self, code: str) -> None:
        """A page is shown: the voice is asked for only where it matters."""
        if code == "first-start":
            self._first_start_page.show_snapshot(self._coach.flags)
        if code == "settings":
            self._voice.open()
        elif code != "check-in":
            self._voice.close()

    def _change(self, settings: Settings) -> None:
        self._coach.settings = settings
        self._save(settings)
        self._apply(settings)

    def _apply(self, settings: Settings) -> None:
        """Let the settings be seen."""
        self._theme.choose(
            settings.word("look.theme"),
            text_percent=settings.whole("look.text_percent"),
            motion=settings.word("look.reduced_motion"),
        )
        self._voice.speaks = settings.speaks
        self._recolour()

    def _recolour(self) -> None:
        settings, tokens = self._coach.settings, self._theme.tokens
        look = look_of(settings, tokens.name)
        if self._known_book is not None:
            self._known_book.set_look(look)
        if self._figure is not None:
            self._figure.set_look(look)
            self._session_page.show_tokens(tokens)
            self._session_page.read_from(settings.decimal("session.distance_m"))
            self._session_page.reduce_motion(self._theme.reduced_motion)
        for set_still in self._stills:
            set_still(self._theme.reduced_motion)

    def _leave(self) -> None:
        """The window closes: what runs is stopped, what was finished is kept."""
        self._later.stop()
        self._voice.close()
        self._stop()
