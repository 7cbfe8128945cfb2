"""The journal as a whole: where it is, how it goes out and comes in, its copies, its end."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from hipcoach.app.data_snapshots import DataSnapshot, Form, Part
from hipcoach.app.phrases.data import lead_words
from hipcoach.app.words import _
from hipcoach.ui.copies_list import CopiesList
from hipcoach.ui.data_card import DataCard, deed_row
from hipcoach.ui.delete_panel import DeletePanel
from hipcoach.ui.pieces import (
    Button,
    CardGrid,
    ScrolledColumn,
    column,
    frame,
    label,
    row,
)
from hipcoach.ui.session_actions import keyed
from hipcoach.ui.tab_order import read_through

_FIGURE_WIDTH = 150


class DataPage(QWidget):
    """Shows what is there, and says what is asked for."""

    leaveRequested = Signal()
    """Back to where one came from."""
    takeOutRequested = Signal(object)
    """The `Form` in which the journal is to go out."""
    reportRequested = Signal()
    """A report for a professional is wanted."""
    bringInRequested = Signal()
    """Another journal is to be joined."""
    bringBackRequested = Signal(object)
    """The `Leftover` of such a journal that is to come in all the same."""
    copyRequested = Signal()
    """A copy is wanted now."""
    takeBackRequested = Signal(object)
    """The `CopyRow` that is to take the place of the journal."""
    deleteRequested = Signal(object)
    """A `Wish`."""
    callOffRequested = Signal()
    """What is being done is not to be done."""
    folderRequested = Signal(str)
    """The folder of this file is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("data")
        self._shown: DataSnapshot | None = None
        self._back: QWidget | None = None
        """What had the keys before something was begun."""
        self._doers: list[Button] = []
        """What can be pressed while nothing is being done."""
        self._figures = CardGrid(_FIGURE_WIDTH)
        self._lead = label("")
        self._words = label("")
        self._place = label("", "small")
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._folder = Button(_("Show in folder"), "link", name=_("Show the journal in its folder"))
        self._folder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._folder.clicked.connect(self._show_folder)
        self.copies = CopiesList()
        self.copies.takeBackRequested.connect(self.takeBackRequested)
        self.delete = DeletePanel()
        self.delete.deleteRequested.connect(self.deleteRequested)
        self._panels: QVBoxLayout = column(gap=5)
        self._cards = {
            Part.OUT: self._out(),
            Part.IN: self._in(),
            Part.COPIES: self._copies(),
            Part.DELETE: self._delete(),
        }
        for card in self._cards.values():
            card.deed.callOffRequested.connect(self.callOffRequested)
            card.deed.folderRequested.connect(self.folderRequested)
            card.deed.bringBackRequested.connect(self.bringBackRequested)
        self._scrolled = self._body()
        leave = Button(_("&Back"), "quiet", "back")
        leave.clicked.connect(self.leaveRequested)
        foot = row(margin=3)
        foot.addStretch(1)
        foot.addWidget(leave)
        whole = column(gap=0)
        whole.addWidget(self._scrolled, 1)
        whole.addWidget(frame("foot", foot))
        self.setLayout(whole)
        keyed(self, "", ("Esc",)).triggered.connect(leave.click)
        read_through(self)

    def add_panel(self, panel: QWidget) -> None:
        """Put one more card on the page, between the copies and what deletes.

        It brings its own title and is as wide as the others; `frame("card", …)` looks like them.
        The page owns it then.
        """
        self._panels.addWidget(panel)
        read_through(self)

    def show_snapshot(self, shown: DataSnapshot, today: date) -> None:
        """Show how it stands."""
        before, self._shown = self._shown, shown
        self._lead.setText(lead_words(in_file=shown.in_file))
        if before is None or shown.figures != before.figures:
            self._figures.set_cards([_figure(*one) for one in shown.figures])
        self._figures.setVisible(bool(shown.figures))
        self._words.setText(shown.words)
        self._words.setVisible(bool(shown.words))
        self._place.setText(shown.place)
        for part in (self._folder, self._copy_now, self.delete.copies):
            part.setVisible(shown.in_file)
        self.copies.show_copies(shown.copies, shown.copies_words)
        self.delete.show_days(shown.days, today)
        self._show_deeds(before, shown)
        read_through(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the first thing that can be done."""
        super().focusInEvent(event)
        self._doers[0].setFocus(event.reason())

    def _show_deeds(self, before: DataSnapshot | None, shown: DataSnapshot) -> None:
        """Show what is being done; nothing else can be begun meanwhile.

        What goes to rest or out of sight gives the keys away first: Qt would carry them, and the
        page with them, to whatever comes next.
        """
        work, outcome = shown.work, shown.outcome
        was = before.work if before else None
        if work is None:
            self._rest(False)
            if was is not None:
                self._give_back()
        elif was is None:
            self._back = self.focusWidget()
        for part, card in self._cards.items():
            card.deed.show_deed(
                work if work and work.part is part else None,
                outcome if outcome and outcome.part is part else None,
            )
        if work is not None:
            strip = self._cards[work.part].deed
            if was is None:
                (strip.call_off if work.stoppable else strip).setFocus()
                self._bring_into_sight(strip)
            self._rest(True)
        elif was is not None and outcome is not None:
            self._bring_into_sight(self._cards[outcome.part].deed)

    def _rest(self, resting: bool) -> None:
        for button in self._doers:
            button.setEnabled(not resting)
        self.copies.rest(resting)
        self.delete.rest(resting)

    def _give_back(self) -> None:
        """Let the keys be where they were before; what was there then may be gone."""
        back, self._back = self._back, None
        if back is not None and back in self.findChildren(QWidget) and back.isVisible():
            back.setFocus()
        else:
            self.setFocus()

    def _bring_into_sight(self, widget: QWidget) -> None:
        """As soon as it has its place."""
        QTimer.singleShot(0, widget, lambda: self._scrolled.ensureWidgetVisible(widget, 0, 40))

    def _show_folder(self) -> None:
        if self._shown is not None:
            self.folderRequested.emit(self._shown.place)

    def _body(self) -> ScrolledColumn:
        scrolled = ScrolledColumn(widest=860, margin=6)
        body = scrolled.body
        body.addWidget(label(_("Your journal"), "display"))
        place = row(self._place, self._folder, gap=3)
        place.setStretch(0, 1)
        body.addWidget(
            frame("card", column(self._lead, self._figures, self._words, place, gap=4, margin=5))
        )
        for part in (Part.OUT, Part.IN, Part.COPIES):
            body.addWidget(self._cards[part])
        body.addLayout(self._panels)
        body.addWidget(self._cards[Part.DELETE])
        body.addStretch(1)
        return scrolled

    def _out(self) -> DataCard:
        rows: QLayout = column(
            self._form(
                Form.WHOLE,
                _("Everything"),
                _("For another computer, or to keep. HipCoach can bring it in again."),
                _("&Save as JSON…"),
            ),
            self._form(
                Form.TABLE,
                _("Table of sessions"),
                _("A line for each session and how it felt, for a spreadsheet."),
                _("Save as &CSV…"),
            ),
            self._form(
                Form.CALENDAR,
                _("Calendar"),
                _("The sessions you did, and the next one on plan."),
                _("Save as &iCalendar…"),
            ),
            self._doer(
                _("Report for a professional"),
                _("One or two pages for a doctor or physiotherapist."),
                _("Save as &PDF…"),
                self.reportRequested,
            ),
            gap=4,
        )
        words = _("Into a file, wherever you like. What is in HipCoach stays as it is.")
        return DataCard(_("Take it out"), words, rows)

    def _in(self) -> DataCard:
        words = _(
            "A journal that HipCoach saved as JSON is joined with yours. Nothing is doubled and "
            "nothing is lost; if a line of it is wrong, nothing changes."
        )
        line = row(self._button(_("Choose a &file…"), self.bringInRequested))
        line.addStretch(1)
        return DataCard(_("Bring in another journal"), words, line)

    def _copies(self) -> DataCard:
        words = _(
            "The first thing recorded on a day makes a copy; the seven newest of these stay. "
            "A copy of your own stays until you delete it."
        )
        self._copy_now = self._button(_("C&opy now"), self.copyRequested)
        line = row(self._copy_now)
        line.addStretch(1)
        return DataCard(_("Copies"), words, column(self.copies, line, gap=4))

    def _delete(self) -> DataCard:
        words = _("What you delete is gone from the disk. You are asked before.")
        return DataCard(_("Delete"), words, column(self.delete))

    def _form(self, form: Form, name: str, hint: str, words: str) -> QWidget:
        button = self._button(words)
        button.clicked.connect(lambda: self.takeOutRequested.emit(form))
        return deed_row(name, hint, button)

    def _doer(self, name: str, hint: str, words: str, signal: object) -> QWidget:
        return deed_row(name, hint, self._button(words, signal))

    def _button(self, words: str, signal: object = None) -> Button:
        """What begins something, and rests while something is being done."""
        made = Button(words)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if signal is not None:
            made.clicked.connect(signal)
        self._doers.append(made)
        return made


def _figure(number: str, caption: str) -> QFrame:
    """A figure with what it counts."""
    made = QFrame()
    made.setLayout(column(label(number, "heading", wrap=False), label(caption, "small"), gap=0))
    made.setAccessibleName(f"{number} {caption}")
    return made
