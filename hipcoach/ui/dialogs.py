"""The few questions that stand in front of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from hipcoach import __version__
from hipcoach.app.words import _


def ask(
    parent: QWidget,
    question: str,
    *,
    stay: str,
    leave: str,
    then: Callable[[], None],
    otherwise: Callable[[], None] = lambda: None,
    more: str = "",
) -> None:
    """Ask before something that can't be taken back; Enter and Esc change nothing.

    `more` is what is to be known before one answers.
    """
    box = QMessageBox(parent)
    box.setWindowTitle("HipCoach")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(more)
    kept = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    done = box.addButton(leave, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(kept)
    box.setEscapeButton(kept)
    box.finished.connect(lambda: then() if box.clickedButton() is done else otherwise())
    box.finished.connect(box.deleteLater)
    box.open()


def ask_to_keep(
    parent: QWidget,
    question: str,
    *,
    keep: Callable[[], None] | None,
    discard: Callable[[], None],
) -> None:
    """Ask what is to become of changes; Esc changes nothing. Without `keep` they can't be kept."""
    box = QMessageBox(parent)
    box.setWindowTitle("HipCoach")
    box.setText(question)
    gone = box.addButton(_("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("&Go on editing"), QMessageBox.ButtonRole.RejectRole)
    kept = box.addButton(_("&Save"), QMessageBox.ButtonRole.AcceptRole) if keep else None
    box.setDefaultButton(kept or stay)
    box.setEscapeButton(stay)

    def answered() -> None:
        if box.clickedButton() is gone:
            discard()
        elif keep is not None and box.clickedButton() is kept:
            keep()

    box.finished.connect(answered)
    box.finished.connect(box.deleteLater)
    box.open()


def show_about(parent: QWidget) -> None:
    """Say what this is, and under which terms."""
    box = QMessageBox(parent)
    box.setWindowTitle(_("About HipCoach"))
    box.setText(_("HipCoach {version}").format(version=__version__))
    box.setInformativeText(
        _(
            "A spoken hip-mobility coach. It works without the internet, and what you do "
            "stays on this computer.\n\nIt does not replace a doctor or physiotherapist."
            "\n\nFree software under the GNU General Public License, version 3 or later."
        )
    )
    box.finished.connect(box.deleteLater)
    box.open()
