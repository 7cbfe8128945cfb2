"""A picture in an article: drawn, and moving where that says more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipcoach.core.article import PictureId
from hipcoach.ui.picture import PictureBook


class ArticlePicture(QWidget):
    """One picture with its text alternative."""

    def __init__(self, picture: PictureId, words: str, book: PictureBook) -> None:
        super().__init__()
        self.picture = picture
        self._book = book
        self.setMinimumHeight(200)
        self.setAccessibleName(words)

    def set_still(self, *, still: bool) -> None:
        """Stand still, or move."""
