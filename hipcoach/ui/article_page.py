"""One article: words in a narrow column, pictures between them, and a voice that reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hipcoach.app.article_view import TITLE, ArticleSnapshot
from hipcoach.app.reading import ReadingSnapshot, ReadState
from hipcoach.app.words import _
from hipcoach.ui.article_blocks import Passage, block_widget
from hipcoach.ui.article_picture import ArticlePicture
from hipcoach.ui.exercise_page import open_in_browser
from hipcoach.ui.link_line import LinkLine
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import GAPS, Button, ScrolledColumn, column, frame, label, left_out, row

MEASURE: Final = 70
"""Letters in the longest line, so that most have about 65: longer ones are tiring."""
_PROSE: Final = 1.1
"""Size of running text as a share of the page's, as in the style sheet."""
_SAMPLE: Final = "Lift one knee toward your chest, and let it rest there for a while. "
"""Letters as they come; a font's own mean is a good deal broader."""
_ROOM: Final = 80
"""Pixels that stay free above and below what is being read."""


class ArticlePage(QWidget):
    """Shows one article, and what of it is being read aloud."""

    exerciseRequested = Signal(str)
    articleRequested = Signal(str)
    """The id that a link leads to."""
    readRequested = Signal(object)
    """Read this ArticleSnapshot aloud."""
    turnRequested = Signal()
    """Pause, or go on."""
    stopRequested = Signal()
    """Be silent."""
    voiceNeeded = Signal()
    """The page is seen: learn whether there is a voice."""
    left = Signal()
    """The page is seen no longer."""

    def __init__(
        self, book: PictureBook, open_address: Callable[[str], None] = open_in_browser
    ) -> None:
        super().__init__()
        self._book = book
        self._open_address = open_address
        self._shown: ArticleSnapshot | None = None
        self._reading = ReadingSnapshot()
        self._still = False
        self._passages: dict[int, Passage] = {}
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._read = Button(_("&Read aloud"), "", "voice")
        self._read.clicked.connect(self._ask_to_read)
        self._stop = Button(_("S&top reading"), "quiet", "stop")
        self._stop.clicked.connect(self.stopRequested)
        self._trouble = label("", "small")
        self.lead = row(gap=2)
        """Where a way back may be put, before the buttons."""
        bar = row(self.lead, self._read, self._stop, self._trouble, gap=2, margin=2)
        bar.setStretch(3, 1)
        self._scrolled = ScrolledColumn(widest=0, margin=6)
        self._body = column(gap=3)
        self._scrolled.body.addLayout(self._body)
        self._scrolled.body.addStretch(1)
        self.setLayout(column(frame("bar", bar), self._scrolled, gap=0))
        self._show_reading()

    @property
    def shown(self) -> str:
        """The id of the article that is shown; empty before the first."""
        return self._shown.id if self._shown else ""

    def show_snapshot(self, snapshot: ArticleSnapshot, names: Mapping[str, str]) -> None:
        """Show this article from its beginning; `names` are those of the exercises, by id."""
        if snapshot == self._shown:
            return
        self.stopRequested.emit()
        self._shown = snapshot
        left_out(self._body)
        self._passages = {}
        head = column(
            label(snapshot.title, "display"), label(snapshot.minutes_words, "small"), gap=1
        )
        holder = QWidget()
        holder.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self._add(TITLE, holder)
        for number, block in enumerate(snapshot.blocks):
            self._add(number, block_widget(block, self._follow, self._book))
        self._add_exercises(snapshot, names)
        self._add_sources(snapshot.sources)
        self.set_still(still=self._still)
        self._set_measure()
        self._scrolled.verticalScrollBar().setValue(0)
        self._show_reading()

    def show_reading(self, reading: ReadingSnapshot) -> None:
        """Show how the reading stands."""
        self._reading = reading
        self._show_reading()

    def set_still(self, *, still: bool) -> None:
        """Let pictures stand still, or move."""
        self._still = still
        for picture in self.findChildren(ArticlePicture):
            picture.set_still(still=still)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by key, wherever on the page the focus is."""
        bar = self._scrolled.verticalScrollBar()
        page = bar.pageStep() - self.fontMetrics().height() * 2
        line = self.fontMetrics().height() * 3
        ways = {
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + way)

    def showEvent(self, event: QShowEvent) -> None:
        """Learn whether it can be read aloud."""
        super().showEvent(event)
        self._set_measure()
        self.voiceNeeded.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is read to who has turned away."""
        super().hideEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines as long as they are read well."""
        super().resizeEvent(event)
        self._set_measure()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text makes another column."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._set_measure()

    def _set_measure(self) -> None:
        inner = self._scrolled.body.parentWidget() if hasattr(self, "_scrolled") else None
        if inner is not None:
            self.ensurePolished()
            letter = self.fontMetrics().horizontalAdvance(_SAMPLE) / len(_SAMPLE)
            inner.setMaximumWidth(round(letter * _PROSE * MEASURE) + 2 * GAPS.space(3))

    def _add(self, number: int, inner: QWidget) -> None:
        passage = Passage(inner)
        self._passages[number] = passage
        self._body.addWidget(passage)

    def _add_exercises(self, snapshot: ArticleSnapshot, names: Mapping[str, str]) -> None:
        known = [(name, names[name]) for name in snapshot.exercises if name in names]
        if not known:
            return
        links: list[QWidget] = []
        for exercise, name in known:
            link = LinkLine(name, _("Open the exercise: {name}").format(name=name))
            link.clicked.connect(lambda _on=False, to=exercise: self.exerciseRequested.emit(to))
            links.append(link)
        self._body.addWidget(_card(_("Exercises in this article"), links))

    def _add_sources(self, sources: Sequence[tuple[str, str]]) -> None:
        if not sources:
            return
        links: list[QWidget] = [label(_("A click opens your web browser."), "small")]
        for title, address in sources:
            link = LinkLine(title, _("Open in the browser: {title}").format(title=title))
            link.setToolTip(address)
            link.clicked.connect(lambda _on=False, to=address: self._open_address(to))
            links.append(link)
        self._body.addWidget(_card(_("Where this comes from"), links))

    def _follow(self, to: str) -> None:
        kind, colon, name = to.partition(":")
        if kind == "exercise" and colon:
            self.exerciseRequested.emit(name)
        elif kind == "article" and colon:
            self.articleRequested.emit(name)
        else:
            self._open_address(to)

    def _ask_to_read(self) -> None:
        if self._shown is None:
            return
        if self._reading.state is ReadState.SILENT:
            self.readRequested.emit(self._shown)
        else:
            self.turnRequested.emit()

    def _show_reading(self) -> None:
        reading = self._reading
        words = {
            ReadState.SILENT: _("&Read aloud"),
            ReadState.READING: _("&Pause"),
            ReadState.PAUSED: _("&Read on"),
        }[reading.state]
        self._read.setText(words)
        self._read.setAccessibleName(words.replace("&", ""))
        self._read.setEnabled(reading.ready)
        self._read.setAccessibleDescription(reading.trouble)
        self._stop.setVisible(reading.state is not ReadState.SILENT)
        self._trouble.setText(reading.trouble)
        for number, passage in self._passages.items():
            lit = number == reading.block
            if lit and not passage.lit:
                self._scrolled.ensureWidgetVisible(passage, 0, _ROOM)
            passage.set_lit(lit=lit)


def _card(title: str, items: Sequence[QWidget]) -> QWidget:
    return frame("card", column(label(title, "heading"), *items, gap=1, margin=4))
