"""The pages of a report, small: how many there are, and how they look."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPageSize, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from hipcoach.app.report_snapshots import ReportSnapshot
from hipcoach.ui.pieces import label, row
from hipcoach.ui.report.pdf import PAGES, Paper, usual_paper

WIDTH: Final = 180
"""Pixels of width of a page."""
_SHARP: Final = 2.0
"""Pixels of the picture to each of the screen, at least."""


class ReportPreview(QWidget):
    """Paints one page at a time: all at once the window would stand still for a moment."""

    counted = Signal(int)
    """So many pages there are."""

    def __init__(self) -> None:
        super().__init__()
        self._report: ReportSnapshot | None = None
        self._paper: Paper | None = None
        self._painted = 0
        self._pages = [label("", wrap=False) for _number in range(PAGES)]
        line = row(*self._pages, gap=3)
        for page in self._pages:
            line.setAlignment(page, Qt.AlignmentFlag.AlignTop)
            page.hide()
        self.setLayout(line)
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._go_on)

    @property
    def pages(self) -> tuple[QLabel, ...]:
        """The pages that are shown."""
        return tuple(page for page in self._pages if not page.isHidden())

    @property
    def busy(self) -> bool:
        """Whether there is more to come."""
        return self._later.isActive()

    def show_report(self, report: ReportSnapshot) -> None:
        """Show its pages; `counted` follows."""
        self._report, self._paper, self._painted = report, None, 0
        self._later.start()

    def clear(self) -> None:
        """Show none."""
        self._later.stop()
        for page in self._pages:
            page.hide()

    def _go_on(self) -> None:
        """Lay the report out, then paint page after page."""
        assert self._report is not None
        if self._paper is None:
            self._paper = Paper(self._report, QPageSize(usual_paper(QLocale.system())))
            self.counted.emit(self._paper.pages)
            return
        number, pages = self._painted, self._paper.pages
        self._painted += 1
        shown = self._pages[number]
        if number < pages:
            shown.setPixmap(self._picture(self._paper, number))
            shown.setAccessibleName(self._report.page.format(page=number + 1, pages=pages))
        shown.setVisible(number < pages)
        if self._painted == len(self._pages):
            self._later.stop()

    def _picture(self, paper: Paper, number: int) -> QPixmap:
        sharp = max(_SHARP, self.devicePixelRatioF())
        scale = WIDTH * sharp / paper.page.width()
        picture = QPixmap(round(WIDTH * sharp), round(paper.page.height() * scale))
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.scale(scale, scale)
        paper.paint(painter, number)
        painter.resetTransform()
        painter.setPen(QColor(Qt.GlobalColor.gray))
        painter.drawRect(QRectF(picture.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        picture.setDevicePixelRatio(sharp)
        return picture
