"""The blocks of an article as widgets: words in readable lines, pictures between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from hipcoach.core.article import (
    Block,
    Drawing,
    Heading,
    Items,
    Leads,
    Note,
    Paragraph,
    Span,
    Words,
    plain,
)
from hipcoach.ui.article_picture import ArticlePicture
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import GAPS, column, frame, label

LINE_PERCENT: Final = 122
"""Height of a line of running text."""
_BAR: Final = 4.0
"""Pixels of the bar beside what is being read."""

Follow = Callable[[str], None]
"""Goes where a link leads: `exercise:ID`, `article:ID`, or a web address."""


class Passage(QWidget):
    """A block of the article; lit up while it is read aloud."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._lit = False
        body = QVBoxLayout(self)
        edge = GAPS.space(3)
        body.setContentsMargins(edge, GAPS.space(1), edge, GAPS.space(1))
        body.addWidget(inner)

    @property
    def lit(self) -> bool:
        """Whether it is being read."""
        return self._lit

    def set_lit(self, *, lit: bool) -> None:
        """Stand out, or no longer."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground and a bar beside it."""
        if not self._lit:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self.palette()
        area = QRectF(self.rect())
        painter.setBrush(colours.color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(area, 6.0, 6.0)
        painter.setBrush(colours.color(QPalette.ColorRole.Accent))
        bar = QRectF(area.left(), area.top() + 4.0, _BAR, area.height() - 8.0)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.end()


class Linked(QLabel):
    """Words with links; Tab goes from link to link and shows where it is."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first link at once, backward to the last: Qt waits for another Tab."""
        super().focusInEvent(event)
        ways = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}
        if event.reason() in ways:
            self.focusNextPrevChild(ways[event.reason()])


def block_widget(block: Block, follow: Follow, book: PictureBook) -> QWidget:
    """The widget of one block, not lit."""
    match block:
        case Heading(text):
            made = label(text, "heading")
            made.setContentsMargins(0, GAPS.space(3), 0, 0)
            return made
        case Paragraph(words):
            return prose(words, follow)
        case Items(items, numbered):
            return _listed(items, follow, numbered=numbered)
        case Note(words):
            return frame("care", column(prose(words, follow), margin=4))
        case Drawing(picture, words):
            return ArticlePicture(picture, words, book)
        case _:
            return QWidget()


def prose(words: Words, follow: Follow) -> QLabel:
    """Running words with their links, which mouse and keyboard reach."""
    made = Linked()
    made.setProperty("role", "prose")
    made.setWordWrap(True)
    made.setMinimumWidth(1)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(f'<p style="line-height:{LINE_PERCENT}%; margin:0">{_marked(words)}</p>')
    made.setAccessibleName(plain(words))
    if any(span.target for span in words):
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        made.linkActivated.connect(follow)
    return made


def _marked(words: Iterable[Span]) -> str:
    return "".join(_span(span) for span in words)


def _span(span: Span) -> str:
    text = escape(span.text)
    if span.target is not None:
        web = span.target.leads is Leads.WEB
        to = span.target.to if web else f"{span.target.leads}:{span.target.to}"
        return f'<a href="{escape(to)}">{text}</a>'
    return f"<b>{text}</b>" if span.strong else text


def _listed(items: Iterable[Words], follow: Follow, *, numbered: bool) -> QWidget:
    """Items with their numbers or dots in a margin of their own."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAPS.space(3))
    grid.setVerticalSpacing(GAPS.space(2))
    for number, words in enumerate(items, 1):
        mark = label(str(number) if numbered else "\u2022", "mark", wrap=False)
        grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(prose(words, follow), number, 1)
    grid.setColumnStretch(1, 1)
    return made
