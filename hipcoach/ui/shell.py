"""The window joined to the coach: what is asked for goes in, snapshots come out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal

from hipcoach.app.coach import Coach
from hipcoach.app.session_plan import Person, plan_of, voice_of
from hipcoach.app.session_view import preview_of
from hipcoach.app.snapshots import TodaySnapshot
from hipcoach.app.voice_desk import VoiceDesk
from hipcoach.app.voices import voices_for
from hipcoach.app.words import language
from hipcoach.core.content import Content
from hipcoach.core.settings import Settings
from hipcoach.ports import ContentSource, Voice
from hipcoach.ui.editor_doors import EditorDoors
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.pages import Pages
from hipcoach.ui.places import PLACES
from hipcoach.ui.self_check_way import SelfCheckWay
from hipcoach.ui.session_way import SessionWay
from hipcoach.ui.theme import Theme

if TYPE_CHECKING:
    from hipcoach.app.editor import EditorDesk
    from hipcoach.app.reading import ReadingDesk
    from hipcoach.core.safety import Advice
    from hipcoach.ui.next_day_way import NextDayWay


class Shell(QObject):
    """The main window and the way through its pages."""

    shown = Signal()
    """Its first picture is on the screen."""

    def __init__(
        self,
        coach: Coach,
        content: ContentSource,
        voice: VoiceDesk,
        theme: Theme,
        save: Callable[[Settings], None],
        geometry: QSettings | None = None,
        reading: ReadingDesk | None = None,
        editor: Callable[[], EditorDesk] | None = None,
        speak: Callable[[Settings], bool] = lambda _settings: False,
    ) -> None:
        """`speak` uses the language of the settings; whether that is another than before."""
        super().__init__()
        self._reading = reading
        self._coach = coach
        self._content = content
        self._voice = voice
        self._save = save
        self._today: TodaySnapshot | None = None
        self.next_day: NextDayWay | None = None
        """The way to the question how a practice day felt, once pages are there."""
        self._practises = False
        """Whether the window was opened for a session; then nothing is built until that is over."""
        self.window = MainWindow(geometry)
        self.pages = Pages(self.window, content, theme, coach.settings, speak)
        self.pages.built.connect(self._join)
        self.session = SessionWay(self.window, self.pages, coach, voice)
        self._self_check = SelfCheckWay(self.window, self.pages, coach, self.session.start)
        self.pages.languageChanged.connect(coach.look)
        self._voices: tuple[Voice, ...] = ()
        voice.voicesKnown.connect(self._offer_voices)
        if reading is not None:
            reading.voicesKnown.connect(self._offer_voices)
        self._doors = (
            EditorDoors(self.window, self.pages, editor, self.session.start, coach.look)
            if editor
            else None
        )
        self.window.placeChanged.connect(self._turned)
        self.window.aboutToClose.connect(self._leave)
        self.window.redFlagsAsked.connect(self._show_red_flags)
        coach.todayChanged.connect(self._show_today)
        coach.safetyNeeded.connect(lambda: self.window.show_page("first-start"))
        coach.stopped.connect(lambda: self.window.show_page("stop"))
        coach.plan.planChanged.connect(lambda _plan: self.pages.reach(coach.plan.level))
        coach.troubleChanged.connect(self.window.banner.show_message)

    def open(
        self,
        routine: str = "",
        *,
        start_now: bool = False,
        is_break: bool = False,
        words: Content | None = None,
    ) -> None:
        """Show the window: on a routine where one is named, else on Today.

        `words` is the content of that routine, for the first picture: its own may lack poses.
        A routine that `is_break` leads to Today afterwards.
        Raises UsageError and ContentError where the routine, or what Today offers, can't be had.
        """
        self.pages.apply(self._coach.settings)
        if routine:
            self._practises = True
            self.window.shown = "today" if is_break else "session"
            self.window.turn_to("session")
            self.preview(words or self._content.programme(routine), routine)
            if is_break:
                self.session.start_break(routine)
            else:
                self.session.start(routine, now=start_now)
        else:
            # A file that is wrong is told of before a page stumbles over it.
            self._content.everything()
            self._join_plan()
            self.window.show_page("today")
        self.window.show()
        handle = self.window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def come_back(self, page: str = "today") -> None:
        """Show the window again, after it was closed, on that page; empty: as it was left."""
        self.session.come_back()
        if page and not self.session.running and self.window.shown != page:
            self.window.show_page(page)
        if not self.window.isVisible():
            self._coach.look()
            self._coach.outside.watch()
            self.pages.build_ahead()
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Everything else follows when the first picture is on the screen."""
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._settle)
        return False

    def _settle(self) -> None:
        """The window is there: what was done, and the other pages."""
        if self._practises:
            self._join_plan()
        # What others begin now would take turns with that.
        self.shown.emit()
        self._coach.look()
        self._coach.outside.watch()
        self.pages.build_ahead(not self._practises)

    def _join_plan(self) -> None:
        """Join what the plan says to the pages that tell of it."""
        from hipcoach.ui.history_way import HistoryWay  # noqa: PLC0415 - a session begins sooner
        from hipcoach.ui.next_day_way import NextDayWay  # noqa: PLC0415 - the same
        from hipcoach.ui.plan_way import PlanWay  # noqa: PLC0415 - the same
        from hipcoach.ui.set_up_way import SetUpWay  # noqa: PLC0415 - the same
        from hipcoach.ui.stop_way import StopWay  # noqa: PLC0415 - the same

        desk = self._coach.plan
        plan = PlanWay(self.window, self.pages, desk)
        StopWay(self.window, self.pages, desk, lambda: desk.today)
        HistoryWay(self.window, self.pages, self._coach.history, plan.ask, desk.tell)
        SetUpWay(self.window, self.pages, desk, self.session.start)
        self.next_day = NextDayWay(self.window, self.pages, desk)

    def preview(self, content: Content, routine: str) -> None:
        """The first moment of a session that is still being opened; the figure comes with it."""
        plan = plan_of(content, routine, self._coach.settings, Person())
        self.pages.session.show_snapshot(preview_of(plan))

    def _join(self, code: str) -> None:
        """Join a page that has just been built to what it asks for."""
        pages = self.pages
        if self._doors is not None:
            self._doors.join(code)
        match code:
            case "today":
                pages.today.startRequested.connect(self.session.start)
                pages.today.resumeRequested.connect(self._coach.resume)
                pages.today.closeUnfinishedRequested.connect(self._coach.close_unfinished)
                pages.today.safetyRequested.connect(lambda: self.window.show_page("first-start"))
                pages.today.soundChosen.connect(
                    lambda wish: self.change(
                        self._coach.settings.with_sound(wish.routine, wish.mode)
                    )
                )
                if self._today is not None:
                    pages.today.show_snapshot(self._today)
            case "library":
                pages.library.acknowledged.connect(
                    lambda name: self.change(self._coach.settings.with_acknowledged(name))
                )
                pages.library.tryExerciseRequested.connect(
                    lambda name: self.session.start(f"only-{name}")
                )
                self._join_reading()
            case "settings":
                pages.settings.changed.connect(self.change)
                pages.settings.testVoiceRequested.connect(
                    lambda: self._voice.test(self._coach.settings)
                )
                self._offer_voices(self._voices)
                self._voice.troubleChanged.connect(pages.settings.show_trouble)
            case "first-start":
                pages.first_start.answered.connect(self._answer_safety)
                pages.first_start.leaveRequested.connect(lambda: self.window.show_page("today"))

    def _join_reading(self) -> None:
        if self._reading is not None:
            from hipcoach.ui.read_aloud import join_reading  # noqa: PLC0415 - only when it is needed

            page = self.pages.library.articles.article
            join_reading(page, self._reading, lambda: voice_of(self._coach.settings))

    def _turned(self, code: str) -> None:
        """A page is shown: the voice is asked for only where it matters."""
        if code == "first-start":
            self.pages.first_start.show_snapshot(self._coach.flags)
        if code == "settings":
            self._voice.open()
        elif code != "check-in":
            self._voice.close()
        if code not in {"check-in", "session"} and not self.session.running:
            # Whoever turns the questions away has not answered them.
            self._coach.leave()
        if code in PLACES:
            self._coach.forget_wish()

    def _show_today(self, today: TodaySnapshot) -> None:
        self._today = today
        if self.pages.has("today"):
            self.pages.today.show_snapshot(today)

    def _answer_safety(self, advice: Advice) -> None:
        self._coach.answer_safety(advice.flags)
        if advice.may_start and not self._coach.running:
            self.window.show_page("today")

    def _show_red_flags(self) -> None:
        self.window.show_page("library")
        self.pages.library.show_article("red-flags")

    def _offer_voices(self, voices: tuple[Voice, ...]) -> None:
        self._voices = voices
        if voices and self.pages.has("settings"):
            suited = voices_for(voices, language())
            self.pages.settings.show_voices([(voice.id, voice.name) for voice in suited])

    def change(self, settings: Settings) -> None:
        """Let other settings hold, and keep them."""
        self._coach.settings = settings
        self._save(settings)
        self.pages.apply(settings)

    def _leave(self) -> None:
        """The window closes: what runs is stopped, what was finished is kept."""
        self.pages.build_ahead(False)
        self._coach.outside.watch(False)
        self._voice.close()
        if self._reading is not None:
            self._reading.close()
        self.session.leave()
