"""Whether the voice is heard: a line is spoken, then a question asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.app.phrases.settings import unheard_words
from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, column, label, row


class VoiceTest(QWidget):
    """*Test the voice*, *Did you hear it?*, and what to check where nothing was heard."""

    testRequested = Signal()
    """Speak a line now."""
    answered = Signal(bool)
    """Whether it was heard."""

    def __init__(self) -> None:
        super().__init__()
        self._test = Button(_("&Test the voice"), "", "voice")
        self._test.clicked.connect(self._speak)
        self._heard = Button(_("&Yes"), "", "check", name=_("Yes, I heard it"))
        self._heard.clicked.connect(lambda: self._answer(heard=True))
        self._unheard = Button(_("&No"), "", "close", name=_("No, I heard nothing"))
        self._unheard.clicked.connect(lambda: self._answer(heard=False))
        question = row(label(_("Did you hear it?"), wrap=False), self._heard, self._unheard)
        self._question = QWidget()
        self._question.setLayout(question)
        self._question.hide()
        self._words = label("")
        self._words.hide()
        self._trouble = label("", "strong")
        self._trouble.hide()
        line = row(self._test, self._question, gap=5)
        line.addStretch(1)
        self.setLayout(column(line, self._trouble, self._words, gap=3))

    def show_trouble(self, words: str) -> None:
        """Say why nothing can be heard; empty words: all is well."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def _speak(self) -> None:
        self._words.hide()
        self._question.show()
        self._heard.setFocus()
        self.testRequested.emit()

    def _answer(self, *, heard: bool) -> None:
        self._words.setText(_("Good. The voice is ready.") if heard else "\n".join(unheard_words()))
        self._words.show()
        self._question.hide()
        self._test.setFocus()
        self.answered.emit(heard)
