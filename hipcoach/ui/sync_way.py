"""Joins the card about another computer's journal to what does the joining.

What it takes is imported when the card is looked at: the first picture needs none of it.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

if TYPE_CHECKING:
    from hipcoach.app.sync_desk import SyncDesk
    from hipcoach.app.sync_view import SyncSnapshot
    from hipcoach.core.sync_choices import SyncChoices
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages
    from hipcoach.ui.sync_panel import SyncPanel

CODE = "data"
"""The name of the page on which the card stands."""


class SyncWay(QObject):
    """Shows how it stands in a card, and lets places be chosen there."""

    def __init__(
        self,
        window: MainWindow,
        pages: Pages,
        desk: Callable[[], SyncDesk],
        choose: Callable[[SyncChoices], None],
    ) -> None:
        """`desk` gives the one that joins; `choose` lets other choices hold."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._make_desk = desk
        self._choose = choose
        self._desk: SyncDesk | None = None
        self._panel: SyncPanel | None = None
        pages.meet(self._join_page)
        window.placeChanged.connect(self._turned)

    def join(self, panel: SyncPanel) -> None:
        """Let a card show it from now on."""
        if self._desk is None:
            self._desk = self._make_desk()
            self._desk.changed.connect(self._show)
        desk, self._panel = self._desk, panel
        panel.placeTyped.connect(self._take_place)
        panel.folderRequested.connect(self._ask_folder)
        panel.everyChosen.connect(self._take_every)
        panel.joinRequested.connect(desk.join_now)
        panel.offRequested.connect(lambda: self._choose(replace(desk.choices, where="")))
        panel.show_snapshot(desk.snapshot)

    def _join_page(self, code: str) -> None:
        """Put a card on the page, when it has just been built."""
        if code == CODE:
            from hipcoach.ui.sync_panel import SyncPanel

            panel = SyncPanel()
            self._pages.data.add_panel(panel)
            self.join(panel)

    def _turned(self, code: str) -> None:
        """The page is looked at: what was done meanwhile elsewhere is told as well."""
        if code == CODE and self._desk is not None:
            self._show(self._desk.snapshot)

    def _show(self, shown: SyncSnapshot) -> None:
        if self._panel is not None:
            self._panel.show_snapshot(shown)

    def _take_every(self, code: str) -> None:
        from hipcoach.core.sync_choices import SyncEvery

        if self._desk is not None:
            self._choose(replace(self._desk.choices, every=SyncEvery(code)))

    def _take_place(self, typed: str) -> None:
        """Join with what was typed, if it is a place at all."""
        from hipcoach.app.phrases.sync import not_whole_words

        if self._desk is None or self._panel is None:
            return
        url = QUrl(typed)
        place = url.toLocalFile() if url.isLocalFile() else typed
        if "://" not in place:
            folder = Path(place).expanduser()
            if not folder.is_absolute():
                self._panel.complain(not_whole_words())
                return
            place = str(folder)
        self._panel.complain("")
        self._choose(self._desk.choices.with_typed(place))

    def _ask_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from hipcoach.app.words import _

        where = self._desk.choices.where if self._desk is not None else ""
        start = where if where and "://" not in where else str(Path.home())
        dialog = QFileDialog(self._window, _("The folder where the two meet"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
