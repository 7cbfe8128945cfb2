"""A report as a PDF: one or two pages, on the paper that is used where the person lives."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from hipcoach import __version__
from hipcoach.app.report_snapshots import ReportSnapshot
from hipcoach.ui.report.blocks import (
    Block,
    ChartBlock,
    EntriesBlock,
    Figures,
    Head,
    Paragraph,
    TableBlock,
)
from hipcoach.ui.report.type import POINT, Type, put_words

PAGES: Final = 2
_DOTS: Final = 1200
"""Dots an inch."""
_MARGIN: Final = 42.0
"""Points around the text."""
_GAP: Final = 11 * POINT
"""Between two parts."""
_FOOT: Final = 20 * POINT
_ALL: Final = (40, 40, 40)
_LISTED: Final = (
    _ALL,
    *((40, max(most, 9), most) for most in (24, 16, 12, 9, 7, 5, 4, 3, 2)),
    *((40, most, 2) for most in (7, 5, 4, 3)),
    *((most, 2, 1) for most in (24, 16, 12, 9, 7, 5, 4, 3)),
    (1, 1, 1),
)
"""Warning signs, turns of the plan, notes: as many as leave it at two pages. The signs go last."""
_LOWER: Final = 0.72
"""How high charts are at least, of their usual height."""
_LETTER: Final = frozenset({
    QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico,
    QLocale.Country.Philippines, QLocale.Country.Chile, QLocale.Country.Colombia,
    QLocale.Country.Venezuela, QLocale.Country.Guatemala, QLocale.Country.CostaRica,
})  # fmt: skip
"""Where people print on Letter."""


class Paper:
    """A report on its pages; lengths are tenths of a point. Needs a QGuiApplication."""

    def __init__(self, report: ReportSnapshot, size: QPageSize) -> None:
        points = size.sizePoints()
        self.page = QRectF(0, 0, points.width() * POINT, points.height() * POINT)
        self._report = report
        self._type = Type()
        self._pages = _set(report, self._type, _inner(self.page))

    @property
    def pages(self) -> int:
        """How many there are, at least 1."""
        return len(self._pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page; the first is 0."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, spot in self._pages[number]:
            painter.save()
            block.paint(painter, spot)
            painter.restore()
        _paint_foot(painter, self._report, self._type, self.page, (number + 1, self.pages))


def pdf_of(report: ReportSnapshot, paper: QPageSize.PageSizeId | None = None) -> bytes:
    """The report as a file; without `paper` on that of the person's country.

    Needs a QGuiApplication.
    """
    size = QPageSize(usual_paper(QLocale.system()) if paper is None else paper)
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(drawn)
    writer.setResolution(_DOTS)
    writer.setTitle(f"{report.title}, {report.span}")
    writer.setCreator(f"HipCoach {__version__}")
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    laid = Paper(report, size)
    painter = QPainter(writer)
    scale = _DOTS / 72 / POINT
    painter.scale(scale, scale)
    for number in range(laid.pages):
        if number:
            writer.newPage()
        laid.paint(painter, number)
    painter.end()
    return bytes(drawn.data().data())


def usual_paper(locale: QLocale) -> QPageSize.PageSizeId:
    """What people print on there."""
    letter = locale.territory() in _LETTER
    return QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4


def _inner(page: QRectF) -> QRectF:
    edge = _MARGIN * POINT
    return page.adjusted(edge, edge * 0.85, -edge, -edge * 0.7 - _FOOT)


def _set(report: ReportSnapshot, type_: Type, inner: QRectF) -> list[list[tuple[Block, QRectF]]]:
    """The parts on their pages.

    With lower charts where that spares a page, and as many entries as two have room for.
    """

    def flow(most: tuple[int, int, int], share: float = 1.0) -> list[list[tuple[Block, QRectF]]]:
        return _flow(_blocks(report, type_, most, share), inner)

    for share in (1.0, _LOWER):
        pages = flow(_ALL, share)
        if len(pages) == 1:
            return pages
    place = bisect_left(_LISTED, True, key=lambda most: len(flow(most)) <= PAGES)
    return flow(_LISTED[place]) if place < len(_LISTED) else flow(_LISTED[-1], _LOWER)


def _blocks(
    report: ReportSnapshot, type_: Type, most: tuple[int, int, int], share: float = 1.0
) -> list[Block]:
    signs, turns, notes = most
    found: list[Block] = [Head(report, type_), Figures(report.figures, type_)]
    if report.signs.lines:
        found.append(EntriesBlock(report.signs.cut(signs), type_))
    found += [ChartBlock(chart, type_, share) for chart in report.charts]
    if report.exercises.rows:
        found.append(TableBlock(report.exercises_title, report.exercises, type_))
    for entries, listed in ((report.turns, turns), (report.notes, notes)):
        if entries.lines:
            found.append(EntriesBlock(entries.cut(listed), type_))
    if report.breaks is not None:
        found.append(ChartBlock(report.breaks, type_, share))
    found.append(Paragraph(report.rules_title, report.rules, type_))
    return found


def _flow(blocks: Sequence[Block], inner: QRectF) -> list[list[tuple[Block, QRectF]]]:
    pages: list[list[tuple[Block, QRectF]]] = [[]]
    top = inner.top()
    for block in blocks:
        height = block.height(inner.width())
        if pages[-1] and top + height > inner.bottom():
            pages.append([])
            top = inner.top()
        pages[-1].append((block, QRectF(inner.left(), top, inner.width(), height)))
        top += height + _GAP
    return pages


def _paint_foot(
    painter: QPainter, report: ReportSnapshot, type_: Type, page: QRectF, place: tuple[int, int]
) -> None:
    edge = _MARGIN * POINT
    spot = QRectF(edge, page.bottom() - edge * 0.7 - _FOOT * 0.6, page.width() - 2 * edge, _FOOT)
    inks = type_.inks
    painter.setPen(inks.hair())
    painter.drawLine(spot.topLeft(), spot.topRight())
    spot.adjust(0, 4 * POINT, 0, 0)
    put_words(painter, spot, report.foot, type_.small, inks.soft)
    said = report.page.format(page=place[0], pages=place[1])
    put_words(painter, spot, said, type_.small, inks.soft, Qt.AlignmentFlag.AlignRight)
