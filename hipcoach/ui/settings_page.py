"""The settings, as the options declare them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from hipcoach.app.phrases.settings import group_words, hint_words, option_words
from hipcoach.app.words import _
from hipcoach.core.settings import OPTIONS, Option, Settings, Value
from hipcoach.core.side import Side
from hipcoach.ui.banner import Banner
from hipcoach.ui.option_editors import Editor, ListEditor, editor
from hipcoach.ui.option_row import OptionRow
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.pieces import Button, ScrolledColumn, column, frame, label, row
from hipcoach.ui.voice_test import VoiceTest


class SettingsPage(QWidget):
    """Every option with its control; a change holds at once."""

    changed = Signal(object)
    """The `Settings` that are to hold from now on."""
    testVoiceRequested = Signal()
    """Speak a line with the voice chosen."""
    voiceHeard = Signal(bool)
    """Whether that line was heard."""
    aboutRequested = Signal()
    """The questions about the person are to be asked again."""
    journalRequested = Signal()
    """The page of the journal as a whole is wanted."""

    def __init__(self, book: PictureBook, pose: str = "") -> None:
        """`pose` is the full name of the pose in which the figure is shown."""
        super().__init__()
        self.setObjectName("settings")
        self._settings = Settings()
        self._before: Settings | None = None
        self._editors: dict[str, Editor] = {}
        self._undo = Banner()
        self._undo.actionRequested.connect(self._take_back)
        self._voice_test = VoiceTest()
        self._voice_test.testRequested.connect(self.testVoiceRequested)
        self._voice_test.answered.connect(self.voiceHeard)
        self._figure = Picture(book, _("The figure as you have chosen it"), QSize(220, 260))
        shown = book.frame(pose, Side.RIGHT)
        self._figure.show_frame(shown and replace(shown, teaching=False))
        scrolled = ScrolledColumn(widest=860, margin=6)
        scrolled.body.addWidget(label(_("Settings"), "display"))
        scrolled.body.addWidget(self._undo)
        scrolled.body.addWidget(self._about())
        for group in dict.fromkeys(one.group for one in OPTIONS):
            scrolled.body.addWidget(self._group(group))
        reset = Button(_("&Back to the usual settings"), "", "restart")
        reset.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        reset.clicked.connect(self._reset)
        scrolled.body.addWidget(reset)
        scrolled.body.addStretch(1)
        self._scrolled = scrolled
        self.setLayout(column(scrolled))
        self.setFocusProxy(self._editors[OPTIONS[0].key])
        self.show_snapshot(self._settings)

    def show_snapshot(self, settings: Settings) -> None:
        """Show these settings."""
        self._settings = settings
        for key, control in self._editors.items():
            control.show_value(settings[key])

    def return_to(self, key: str) -> None:
        """Bring an option into sight, with its control ready for the keys."""
        control = self._editors[key]
        control.setFocus()
        self.layout().activate()  # type: ignore[union-attr] # set when it was built
        self._scrolled.ensureWidgetVisible(control)

    def show_voices(self, voices: Sequence[tuple[str, str]]) -> None:
        """Offer these voices as (id, name); the system's own stays the first."""
        control = self._editors["voice.id"]
        assert isinstance(control, ListEditor)
        control.offer(voices)
        control.show_value(self._settings["voice.id"])

    def show_trouble(self, words: str) -> None:
        """Say beside the voice why it can't be heard; empty words: all is well."""
        self._voice_test.show_trouble(words)

    def _about(self) -> QWidget:
        """The ways to what the plan knows of the person, and to the journal as a whole."""
        again = Button(_("About &you…"), "", "forward", name=_("About you"))
        again.clicked.connect(self.aboutRequested)
        self.journal = Button(_("Your &journal…"), "", "forward", name=_("Your journal"))
        self.journal.clicked.connect(self.journalRequested)
        return frame(
            "card",
            column(
                _way(
                    _("About you"),
                    _("Usual pain, kneeling, props, and the days that suit you."),
                    again,
                ),
                frame("rule"),
                _way(
                    _("Your journal"),
                    _("Save it, bring another in, take a copy back, or delete from it."),
                    self.journal,
                ),
                gap=4,
                margin=5,
            ),
        )

    def _group(self, group: str) -> QWidget:
        rows = column(gap=4)
        for one in OPTIONS:
            if one.group == group:
                rows.addWidget(self._row(one))
        if group == "voice":
            rows.addWidget(self._voice_test)
        if group == "figure":
            rows.addStretch(1)
            both = row(rows, self._figure, gap=5)
            both.setStretch(0, 3)
            both.setStretch(1, 2)
            return frame("card", column(label(group_words(group), "heading"), both, margin=5))
        return frame("card", column(label(group_words(group), "heading"), rows, margin=5))

    def _row(self, one: Option) -> QWidget:
        control = editor(one, lambda value: self._change(one.key, value))
        self._editors[one.key] = control
        words = column(label(option_words(one.key)), gap=0)
        hint = hint_words(one.key)
        if hint:
            words.addWidget(label(hint, "small"))
            control.setToolTip(hint)
        return OptionRow(words, control)

    def _change(self, key: str, value: Value) -> None:
        if value == self._settings[key]:
            return
        self._undo.hide()
        settings = self._settings.with_value(key, value)
        # A voice that was chosen for one language is no choice for another.
        self._tell(settings.with_value("voice.id", "") if key == "look.language" else settings)

    def _reset(self) -> None:
        # Breaks have a page of their own, and hours that took time to paint; so has the journal,
        # with a place to join it that may hold a password nobody sees any more.
        now = self._settings
        usual = Settings(break_table=now.break_table, sync_table=now.sync_table)
        if self._settings == usual:
            self._undo.show_message(_("These are the usual settings already."))
        else:
            self._before = self._settings
            self._tell(usual)
            self._undo.show_message(_("The usual settings hold again."), action=_("&Undo"))
        self._scrolled.verticalScrollBar().setValue(0)

    def _take_back(self) -> None:
        if self._before is not None:
            self._tell(self._before)
        self._undo.hide()

    def _tell(self, settings: Settings) -> None:
        self.show_snapshot(settings)
        self.changed.emit(settings)


def _way(name: str, words: str, button: Button) -> QLayout:
    """What lies elsewhere, with the button that leads there."""
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    line = row(column(label(name, "heading"), label(words), gap=1), button)
    line.setStretch(0, 1)
    return line
