"""The card about a journal on another computer: where they meet, how often, how it stands."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QSizePolicy, QWidget

from hipcoach.app.phrases.sync import every_choices
from hipcoach.app.sync_view import SyncSnapshot
from hipcoach.app.words import _
from hipcoach.ui.break_rows import ListChoice, choice_row
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, column, label

_ROOM: Final = 40
"""Pixels that are seen above and below what is brought into sight."""
_LAID_OUT_MS: Final = 50
"""By then words that fold in a narrow card have told the page how high it is."""


class SyncPanel(QFrame):
    """Shows how it stands; what is asked for is told."""

    placeTyped = Signal(str)
    """A folder or an address that is to be joined with."""
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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(_("Two computers"))
        self._shown: SyncSnapshot | None = None
        self._standing = SyncStrip()
        self._wrong = label("", "worst")
        self._wrong.hide()
        self.place = QLineEdit()
        self.place.setAccessibleName(_("Folder or address"))
        self.place.setPlaceholderText(_("Folder, or address of a database"))
        # As high as the buttons beside it.
        self.place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.place.textEdited.connect(self._typed)
        self.place.returnPressed.connect(self._take_typed)
        self._choose = Button(_("Choose a fo&lder…"))
        self._choose.clicked.connect(self.folderRequested)
        self._take = Button(_("&Use this place"), "primary")
        self._take.clicked.connect(self._take_typed)
        self._every = ListChoice(_("How often"), self.everyChosen.emit)
        self._every.offer(every_choices())
        self._often = choice_row(_("How often"), "", self._every)
        self._join = Button("", "primary", "swap-sides")
        self._join.clicked.connect(self.joinRequested)
        self._off = Button(_("Tu&rn off"), "quiet")
        self._off.clicked.connect(self.offRequested)
        self._deeds = FoldingRow(self._join, self._off)
        where = FoldingRow(self.place, self._take, self._choose, widest=self.place)
        self.setLayout(
            column(
                column(label(_("Two computers"), "heading"), label(_what_words(), "soft"), gap=1),
                self._standing,
                column(label(_("Where the two meet")), where, self._wrong, gap=1),
                self._often,
                self._deeds,
                gap=4,
                margin=5,
            )
        )
        self.setFocusProxy(self.place)

    def show_snapshot(self, shown: SyncSnapshot) -> None:
        """Show how it stands; what is being typed stays."""
        before, self._shown = self._shown, shown
        if before is None or before.place != shown.place:
            self.place.setText(shown.place)
            self.place.setCursorPosition(0)
            self.complain("")
        had_keys = self._join.hasFocus() or self._off.hasFocus()
        self._standing.show_snapshot(shown)
        self._every.show_choice(shown.every)
        self._join.setEnabled(not shown.joining)
        words = _("Joining…") if shown.joining else _("&Join now")
        self._join.setText(words)
        self._join.setAccessibleName(words.replace("&", ""))
        for part in (self._often, self._deeds):
            part.setVisible(shown.on)
        if had_keys and not (shown.on and self._join.isEnabled()):
            (self._off if shown.on else self.place).setFocus()
            _bring_into_sight(self.place)
        self._offer_to_take()

    def complain(self, words: str) -> None:
        """Say what is wrong with what was typed; empty: nothing."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.place.setAccessibleDescription(words)
        if words:
            _bring_into_sight(self._wrong)

    def _typed(self) -> None:
        self.complain("")
        self._offer_to_take()

    def _offer_to_take(self) -> None:
        """Offer to use what stands there, where that is something new."""
        typed = self.place.text().strip()
        new = bool(typed) and (self._shown is None or typed != self._shown.place)
        had_keys = self._take.hasFocus()
        self._take.setVisible(new)
        if had_keys and not new:
            self.place.setFocus()

    def _take_typed(self) -> None:
        if not self._take.isHidden():
            self.placeTyped.emit(self.place.text().strip())


class SyncStrip(QFrame):
    """How it stands, in a sentence or two that stand out where something is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._line = label("", "strong")
        self._more = label("")
        self.setLayout(column(self._line, self._more, gap=1, margin=3))

    def show_snapshot(self, shown: SyncSnapshot) -> None:
        """Say it, to those who listen as well where it is new."""
        new = self._line.text() not in {"", shown.line}
        self._line.setText(shown.line)
        self._more.setText(shown.more)
        self._more.setVisible(bool(shown.more))
        self._dress("banner" if shown.trouble else "told")
        words = f"{shown.line} {shown.more}".rstrip()
        self.setAccessibleName(words)
        if new and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _dress(self, role: str) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            for widget in (self, self._line, self._more):
                widget.style().unpolish(widget)
                widget.style().polish(widget)


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll the page to it as soon as it has its place."""
    page = widget.parentWidget()
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    if page is not None:
        QTimer.singleShot(_LAID_OUT_MS, widget, partial(page.ensureWidgetVisible, widget, 0, _ROOM))


def _what_words() -> str:
    """What it does, and how a folder comes to the other computer."""
    return _(
        "This journal and that of another computer become the same, and nothing is doubled or "
        "lost. Any folder will do that Syncthing, a cloud drive or a stick carries: choose the "
        "same one on both."
    )
