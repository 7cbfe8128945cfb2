"""The articles of the library: all at the left, the one chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QListWidgetItem, QWidget

from hipcoach.app.article_view import ArticleSnapshot
from hipcoach.app.words import _
from hipcoach.ui.article_list import DETAIL, ArticleList
from hipcoach.ui.article_page import ArticlePage
from hipcoach.ui.exercise_page import open_in_browser
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import Button, column, frame, grown, row

NARROW: Final = 860
"""Pixels of width below which list and article take turns."""

_LIST_WIDTH: Final = 320
_UNBOUNDED: Final = 16_777_215
"""What Qt takes for no limit at all."""


class ArticlesPage(QWidget):
    """Every article, to choose and to read."""

    def __init__(
        self,
        book: PictureBook,
        switch: QWidget,
        open_address: Callable[[str], None] = open_in_browser,
    ) -> None:
        super().__init__()
        self.setObjectName("articles")
        self._articles: dict[str, ArticleSnapshot] = {}
        self._names: Mapping[str, str] = {}
        self._narrow = False
        self._reading = False
        self._list = ArticleList()
        self._list.setAccessibleName(_("Articles"))
        self._list.currentRowChanged.connect(self._show_row)
        self._list.itemClicked.connect(self._read)
        self._list.itemActivated.connect(self._read)
        self._side: QFrame = frame("side", column(switch, self._list, gap=3, margin=4))
        self.article = ArticlePage(book, open_address)
        """The article that is shown."""
        self.article.articleRequested.connect(self.show_article)
        self._back = Button(_("&All articles"), "quiet", "back")
        self._back.clicked.connect(self._leave)
        self.article.lead.addWidget(self._back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self._leave)
        self.setLayout(row(self._side, self.article, gap=0))
        self._arrange()

    def show_snapshot(
        self, articles: Sequence[ArticleSnapshot], exercises: Mapping[str, str]
    ) -> None:
        """Show these articles, in order; `exercises` are the names of exercises by id."""
        if list(articles) == list(self._articles.values()):
            return
        self._names = exercises
        self._articles = {article.id: article for article in articles}
        self._list.clear()
        for article in articles:
            item = QListWidgetItem(article.title)
            item.setData(DETAIL, article.minutes_words)
            item.setToolTip(article.summary)
            words = _("{title}, {minutes}. {summary}").format(
                title=article.title, minutes=article.minutes_words, summary=article.summary
            )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def show_article(self, name: str) -> None:
        """Turn to the article of that id; nothing happens where there is none."""
        if name in self._articles:
            self._list.setCurrentRow(list(self._articles).index(name))
            self._read()
            self.article.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the list: with a proxy, Tab would pass by what is above it."""
        super().focusInEvent(event)
        self._list.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and article together where there is room."""
        super().resizeEvent(event)
        self._narrow = self.width() < grown(self, NARROW)
        self._arrange()

    def _show_row(self, number: int) -> None:
        if 0 <= number < len(self._articles):
            article = list(self._articles.values())[number]
            self.article.show_snapshot(article, self._names)

    def _read(self) -> None:
        self._reading = True
        self._arrange()
        if self._narrow:
            self.article.setFocus()

    def _leave(self) -> None:
        self._reading = False
        self._arrange()
        self._list.setFocus()

    def _arrange(self) -> None:
        self._back.setVisible(self._narrow)
        self._side.setVisible(not self._narrow or not self._reading)
        width = grown(self, _LIST_WIDTH)
        self._side.setMaximumWidth(_UNBOUNDED if self._narrow else width)
        self._side.setMinimumWidth(0 if self._narrow else width)
        self.article.setVisible(not self._narrow or self._reading)
