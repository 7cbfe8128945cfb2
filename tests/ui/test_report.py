"""A report on paper: one page or two, whatever there is to tell."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter

from hipcoach.app.report_snapshots import Entries, Figure, ReportSnapshot
from hipcoach.app.report_view import report_of
from hipcoach.ui.report.blocks import EntriesBlock, Figures
from hipcoach.ui.report.pdf import PAGES, Paper, pdf_of, usual_paper
from hipcoach.ui.report.type import POINT, Type, height_of_words
from tests.app.span_stand import Diary, content, every

pytestmark = pytest.mark.usefixtures("qapp")


def small() -> ReportSnapshot:
    return report_of(Diary().practised(0).facts(0, 27), content(), 0)


def large() -> ReportSnapshot:
    diary = Diary().practised(*every(3, 0, 360)).breaks(0, 10, "taken", "skipped")
    for number in range(12):
        diary.practised(number, exercise=f"of-somebody-{number}")
    return report_of(diary.flagged(200, "calf").cleared(210).facts(0, 364), content(), 0)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def sizes(pdf: bytes) -> set[tuple[int, int]]:
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    return {(round(float(width)), round(float(height))) for width, height in boxes}


def test_little_fits_on_one_page_and_much_on_two() -> None:
    assert [1, 2] == [pages(pdf_of(one)) for one in (small(), large())]
    assert 1 == pages(pdf_of(small(), QPageSize.PageSizeId.Letter))


def test_however_many_lines_there_are_it_stays_at_two_pages() -> None:
    lines = tuple((f"{number} Mar 2026", "Something was told. " * 12) for number in range(300))
    entries = Entries("Notes", lines, tuple(f"and {number} earlier" for number in range(301)))

    pdf = pdf_of(replace(large(), notes=entries, turns=entries))

    assert PAGES == pages(pdf)


def test_warning_signs_are_the_last_to_be_left_out() -> None:
    lines = tuple((f"{number} Mar 2026", "Something was told. " * 12) for number in range(30))
    more = tuple(f"and {number} earlier" for number in range(31))
    signs = Entries("Warning signs and clearances", lines[:6], more[:7])
    report = replace(large(), signs=signs, notes=Entries("Notes", lines, more))

    paper = Paper(report, QPageSize(QPageSize.PageSizeId.A4))

    listed = {
        block._entries.title: len(block._entries.lines)
        for page in paper._pages
        for block, _spot in page
        if isinstance(block, EntriesBlock)
    }
    assert PAGES == paper.pages
    assert 6 == listed["Warning signs and clearances"]
    assert 2 <= listed["Notes"] < 30


def test_a_word_that_is_longer_than_its_line_is_broken() -> None:
    type_ = Type()
    width = 120 * POINT
    line = height_of_words("x", type_.body, width)

    assert line == height_of_words("a-few-words here", type_.body, width)
    assert 5 * line < height_of_words("x" * 200, type_.body, width)


def test_it_is_a_pdf_that_says_what_it_is() -> None:
    pdf = pdf_of(small())

    assert pdf.startswith(b"%PDF-1.")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert "Hip mobility practice, 2 Mar to 29 Mar 2026".encode("utf-16-be") in pdf


def test_it_has_the_paper_that_is_used_there() -> None:
    usual = {
        name: usual_paper(QLocale(name)) for name in ("en_US", "en_CA", "de_DE", "es_ES", "es_MX")
    }
    letter, a4 = QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.A4

    assert {"en_US": letter, "en_CA": letter, "de_DE": a4, "es_ES": a4, "es_MX": letter} == usual
    assert {(595, 842)} == sizes(pdf_of(small(), a4))
    assert {(612, 792)} == sizes(pdf_of(large(), letter))


def test_on_the_smaller_paper_it_fits_as_well() -> None:
    assert PAGES == pages(pdf_of(large(), QPageSize.PageSizeId.Letter))


def test_it_is_printed_in_greys_alone() -> None:
    inks = Type().inks
    told = (inks.ink, inks.soft, inks.line, inks.accent, inks.alarm, *map(inks.band, range(4)))

    assert all(one.red() == one.green() == one.blue() for one in told)


def test_numbers_that_stand_for_much_stand_in_one_line() -> None:
    type_ = Type()
    width = 520 * POINT
    short = tuple(Figure(str(number), "words") for number in range(6))
    long = (*short[:5], Figure("2659 of 137–138", "words"))

    heights = [Figures(one, type_).height(width) for one in (short, long)]

    assert heights[1] < heights[0] + height_of_words("2659", type_.figures[0], width)
    assert Figures(long, type_).height(width) <= heights[0]


def test_a_part_paints_within_its_spot() -> None:
    type_ = Type()
    figures = Figures(tuple(Figure("12 of 34", "words that are told") for _ in range(6)), type_)
    spot = QRectF(100, 100, 520 * POINT / 10, figures.height(520 * POINT) / 10)
    image = QImage(720, 300, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.translate(spot.topLeft())
    painter.scale(0.1, 0.1)
    figures.paint(painter, QRectF(0, 0, spot.width() * 10, spot.height() * 10))
    painter.end()

    inked = [
        (across, down)
        for across in range(image.width())
        for down in range(image.height())
        if image.pixelColor(across, down).lightness() < 200
    ]
    assert inked
    around = spot.adjusted(-2, -2, 2, 2)
    assert all(around.contains(across, down) for across, down in inked)
