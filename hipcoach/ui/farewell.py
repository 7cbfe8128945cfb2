"""The question when the window is closed: whether reminders go on without it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QMessageBox

from hipcoach.app.phrases.break_settings import keep_words
from hipcoach.app.words import _
from hipcoach.ui.main_window import MainWindow


class Farewell(QObject):
    """Holds the closing of the window up until it is known what is to go on."""

    answered = Signal(bool, bool)
    """Whether reminders go on, and whether that holds from now on; the window then closes."""

    def __init__(
        self, window: MainWindow, asks: Callable[[], bool], tray: Callable[[], bool]
    ) -> None:
        """`asks` tells whether there is a question, `tray` whether this desktop has a tray."""
        super().__init__(window)
        self._window = window
        self._asks = asks
        self._tray = tray
        self._box: QMessageBox | None = None
        window.lingers = self._hold

    def _hold(self, then: Callable[[], None]) -> bool:
        """Whether closing waits; `then` closes."""
        if self._window.running or not self._asks():
            return False
        if self._box is None:
            self._ask(then)
        return True

    def _ask(self, then: Callable[[], None]) -> None:
        box = self._box = QMessageBox(self._window)
        box.setWindowTitle("HipCoach")
        question, about = keep_words(tray=self._tray())
        box.setText(question)
        box.setInformativeText(about)
        # In the order in which every desktop puts them: what goes on first, what ends last.
        keep = box.addButton(_("&Keep reminding"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(_("&Quit HipCoach"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        again = QCheckBox(_("&Don't ask again"))
        box.setCheckBox(again)

        def done() -> None:
            self._box = None
            self.answered.emit(box.clickedButton() is not leave, again.isChecked())
            box.deleteLater()
            then()

        box.finished.connect(done)
        box.open()
