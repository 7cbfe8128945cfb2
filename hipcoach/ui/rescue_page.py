"""The page that stands for everything once the journal is damaged: what happened, what helps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from hipcoach.app.rescue_snapshots import CopyCard, RescueSnapshot, Stage
from hipcoach.app.words import _
from hipcoach.ui.dialogs import ask
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, ScrolledColumn, column, frame, label, left_out, row


class RescuePage(QWidget):
    """Offers the newest good copy, every other one, and an empty journal; then says what is."""

    copyChosen = Signal(object)
    """The `Path` of the copy to go on from."""
    othersRequested = Signal()
    """Every copy is to be shown."""
    emptyRequested = Signal()
    """An empty journal is to be begun."""
    leaveRequested = Signal()
    """On to the other pages; nothing is chosen, or all is well."""
    closeRequested = Signal()
    """HipCoach is to end, and nothing to be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rescue")
        self._shown: RescueSnapshot | None = None
        self._title = label("", "display")
        self._words = column(gap=2)
        self._trouble = label("")
        self._care = frame("care", column(self._trouble, margin=4))
        self._newest = _Newest()
        self._newest.chosen.connect(self.copyChosen)
        self._list = column(label(_("All copies"), "heading"), gap=3, margin=5)
        self._rows = column(gap=3)
        self._list.addLayout(self._rows)
        self._copies = frame("card", self._list)
        self._file_words, self._file = label("", "small"), label("", "small")
        self._file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._others = Button(_("Choose &another copy"))
        self._others.clicked.connect(self.othersRequested)
        self._empty = Button(_("Begin with an &empty journal…"))
        self._empty.clicked.connect(self._ask_empty)
        self._later = Button(_("Decide &later"), "quiet")
        self._later.clicked.connect(self.leaveRequested)
        self._close = Button(_("&Close HipCoach"), "quiet")
        self._close.clicked.connect(self.closeRequested)
        self._on = Button(_("To &Today"), "primary")
        self._on.clicked.connect(self.leaveRequested)
        self._page = ScrolledColumn(widest=760)
        body = self._page.body
        body.addLayout(column(self._title, self._words, gap=3))
        for part in (self._care, self._newest, self._copies):
            body.addWidget(part)
        ways = column(gap=2)
        for buttons in ((self._others, self._empty), (self._on, self._later, self._close)):
            ways.addWidget(FoldingRow(*buttons, gap=3))
        body.addLayout(ways)
        body.addLayout(column(self._file_words, self._file, gap=0))
        body.addStretch(1)
        self.setLayout(column(self._page))

    def show_snapshot(self, rescue: RescueSnapshot) -> None:
        """Show what there is to choose, or what was done."""
        before, self._shown = self._shown, rescue
        asked, mended = rescue.stage is Stage.ASKED, rescue.stage is Stage.MENDED
        self._title.setText(rescue.title)
        if before is None or before.words != rescue.words:
            left_out(self._words)
            for words in rescue.words:
                self._words.addWidget(label(words))
        self._trouble.setText(rescue.trouble)
        self._care.setVisible(bool(rescue.trouble))
        self._newest.show_copy(rescue.newest if rescue.copies is None else None)
        self._show_copies(rescue.copies)
        self._file_words.setText(rescue.file_words)
        self._file.setText(_breakable(rescue.file))
        self._file.setVisible(bool(rescue.file))
        self._others.setVisible(rescue.newest is not None and rescue.copies is None)
        self._on.setVisible(mended)
        for button in (self._empty, self._later, self._close):
            button.setVisible(not mended)
        for button in self._choices():
            button.setEnabled(asked)
        if before is None or before.stage is not rescue.stage or before.copies != rescue.copies:
            self._page.verticalScrollBar().setValue(0)
            if self.isVisible():
                # What was just put in can take the keyboard when it has been laid out.
                QTimer.singleShot(0, self, lambda: self._first().setFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what helps most likely."""
        super().focusInEvent(event)
        self._first().setFocus(event.reason())

    def _choices(self) -> list[Button]:
        """What changes something, in order."""
        listed = self._copies.findChildren(Button)
        return [self._newest.button, *listed, self._others, self._empty]

    def _first(self) -> QWidget:
        ready = (one for one in (*self._choices(), self._on, self._close) if one.isEnabled())
        return next((one for one in ready if one.isVisibleTo(self)), self._close)

    def _show_copies(self, copies: tuple[CopyCard, ...] | None) -> None:
        left_out(self._rows)
        self._copies.setVisible(bool(copies))
        for number, copy in enumerate(copies or ()):
            if number:
                self._rows.addWidget(frame("rule"))
            self._rows.addWidget(self._row(copy))

    def _row(self, copy: CopyCard) -> QWidget:
        words = label(copy.words, "small" if copy.readable else "worst")
        line = row(column(label(copy.when), words, gap=0), gap=3)
        line.setStretch(0, 1)
        if copy.readable:
            name = _("Go on from the copy of {when}").format(when=copy.when)
            take = Button(_("Go on from it"), name=name)
            take.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            take.clicked.connect(partial(self.copyChosen.emit, copy.path))
            line.addWidget(take, 0, Qt.AlignmentFlag.AlignVCenter)
        made = QWidget()
        made.setLayout(line)
        return made

    def _ask_empty(self) -> None:
        assert self._shown is not None
        ask(
            self,
            self._shown.question,
            stay=_("&Back"),
            leave=_("Begin with an &empty one"),
            then=self.emptyRequested.emit,
            otherwise=lambda: None,
        )


class _Newest(QFrame):
    """The newest good copy, large: for most people it is what helps."""

    chosen = Signal(object)
    """Its `Path`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "hero")
        self._copy: CopyCard | None = None
        self._when, self._words = label("", "heading"), label("")
        self._lacks = label("")
        self.button = Button(_("Go on from this co&py"), "primary")
        self.button.setProperty("big", True)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._take)
        told = column(label(_("The newest good copy"), "overline"), self._when, self._words, gap=1)
        self.setLayout(column(told, self._lacks, self.button, gap=3, margin=5))

    def show_copy(self, copy: CopyCard | None) -> None:
        """Show it; `None`: there is none."""
        self._copy = copy
        self.setVisible(copy is not None)
        if copy is not None:
            self._when.setText(copy.when)
            self._words.setText(copy.words)
            self._lacks.setText(copy.lacks)
            self.button.setAccessibleDescription(f"{copy.when}. {copy.words}. {copy.lacks}")

    def _take(self) -> None:
        if self._copy is not None:
            self.chosen.emit(self._copy.path)


def _breakable(path: str) -> str:
    """A path that may go on in the next line behind each part of it."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
