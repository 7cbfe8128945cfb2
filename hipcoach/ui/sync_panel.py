"""The card about a journal on another computer: where they meet, how often, how it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QSizePolicy

from hipcoach.app.phrases.sync import every_choices
from hipcoach.app.sync_view import SyncSnapshot
from hipcoach.app.words import _
from hipcoach.ui.break_rows import FewChoices, choice_row
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, column, label


class SyncPanel(QFrame):
    """Shows how it stands; what is asked for is told."""

    placeTyped = Signal(str)
    """A folder or an address that is to be joined with; as it is shown, where it was left alone."""
    folderRequested = Signal()
    """A folder is to be chosen from those that there are."""
    everyChosen = Signal(str)
    """The code of how often."""
    joinRequested = Signal()
    """Now, please."""
    offRequested = Signal()
    """No more of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("sync")
        self._shown: SyncSnapshot | None = None
        self._line = label("", "strong")
        self._more = label("", "small")
        self._wrong = label("", "worst")
        self._wrong.hide()
        self.place = QLineEdit()
        self.place.setAccessibleName(_("Folder or address"))
        self.place.setPlaceholderText(_("Folder, or address of a database"))
        # A path is read from its left in every language.
        self.place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.place.textEdited.connect(self._typed)
        self.place.returnPressed.connect(self._use)
        self._choose = Button(_("Choose a fo&lder…"))
        self._choose.clicked.connect(self.folderRequested)
        self._take = Button(_("&Use this place"), "primary")
        self._take.clicked.connect(self._use)
        self._every = FewChoices(_("How often"), every_choices(), self.everyChosen.emit)
        self._often = choice_row(_("How often"), "", self._every)
        self._join = Button("", "primary", "swap-sides")
        self._join.clicked.connect(self.joinRequested)
        self._off = Button(_("Tu&rn off"), "quiet")
        self._off.clicked.connect(self.offRequested)
        self.place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        where = FoldingRow(self.place, self._take, self._choose, widest=self.place)
        self.setLayout(
            column(
                label(_("Two computers"), "heading"),
                column(self._line, self._more, gap=1),
                column(label(_("Where the two meet")), where, self._wrong, gap=1),
                self._often,
                FoldingRow(self._join, self._off),
                label(_how_words(), "small"),
                gap=4,
                margin=5,
            )
        )
        self.setFocusProxy(self.place)

    def show_snapshot(self, shown: SyncSnapshot) -> None:
        """Show how it stands; what is being typed stays."""
        before, self._shown = self._shown, shown
        self._line.setText(shown.line)
        _dress(self._line, "worst" if shown.trouble else "strong")
        self._more.setText(shown.more)
        self._more.setVisible(bool(shown.more))
        self.setAccessibleName(f"{_('Two computers')}: {shown.line}")
        if before is None or before.place != shown.place:
            self.place.setText(shown.place)
            self.place.setCursorPosition(0)
            self.complain("")
        self._every.show_choice(shown.every)
        had_focus = self._join.hasFocus() or self._off.hasFocus()
        for part in (self._often, self._join, self._off):
            part.setVisible(shown.on)
        if had_focus and not shown.on:
            self.place.setFocus()
        self._join.setEnabled(not shown.joining)
        words = _("Joining…") if shown.joining else _("&Join now")
        self._join.setText(words)
        self._join.setAccessibleName(words.replace("&", ""))
        self._typed()

    def complain(self, words: str) -> None:
        """Say what is wrong with what was typed; empty: nothing."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.place.setAccessibleDescription(words)

    def _typed(self) -> None:
        """Offer to use what stands there, where that is something new."""
        typed = self.place.text().strip()
        self._take.setVisible(
            bool(typed) and self._shown is not None and typed != self._shown.place
        )

    def _use(self) -> None:
        if self._take.isVisibleTo(self):
            self.place.setFocus()
            self.placeTyped.emit(self.place.text().strip())


def _how_words() -> str:
    """How a folder comes to the other computer."""
    return _(
        "Any folder will do that Syncthing, a cloud drive or a stick carries: choose the same one "
        "on the other computer. Nothing is doubled, and nothing is lost."
    )


def _dress(words: QLabel, role: str) -> None:
    if words.property("role") != role:
        words.setProperty("role", role)
        words.style().unpolish(words)
        words.style().polish(words)
