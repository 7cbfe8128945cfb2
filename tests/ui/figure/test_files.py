from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from hipcoach.core.side import Side
from hipcoach.ui.figure.palette import RoomTheme
from hipcoach.ui.figure.render import CELL, render_pose, render_sheet
from tests.ui.figure.figure_stand import HEIGHT, KNEELING, OUTWARD, POSES, WIDTH, apart, drawn

SIZE = QSize(WIDTH, HEIGHT)

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_pose_is_written_as_a_picture(tmp_path: Path) -> None:
    file = tmp_path / "pose.png"
    render_pose(KNEELING, side=Side.LEFT, size=SIZE, out_path=file)
    written = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    assert drawn(KNEELING, Side.LEFT) == written


@pytest.mark.parametrize("theme", RoomTheme)
def test_a_drawing_looks_like_the_picture(tmp_path: Path, theme: RoomTheme) -> None:
    svg, png = tmp_path / "pose.svg", tmp_path / "pose.png"
    for file in (svg, png):
        render_pose(OUTWARD, theme=theme, size=SIZE, out_path=file)
    assert ET.parse(svg).getroot().tag.endswith("svg")
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer = QSvgRenderer(str(svg))
    renderer.render(painter)
    painter.end()
    mean, unlike = apart(QImage(str(png)), image)
    assert mean < 2.5
    assert unlike < 0.03


def test_a_drawing_holds_no_pixels(tmp_path: Path) -> None:
    file = tmp_path / "pose.svg"
    render_pose(OUTWARD, size=SIZE, out_path=file)
    assert "<image" not in file.read_text(encoding="utf-8")


def test_all_poses_fit_on_one_sheet(tmp_path: Path) -> None:
    file = tmp_path / "sheet.png"
    render_sheet(list(POSES.items()), RoomTheme.DARK, file, columns=3)
    sheet = QImage(str(file))
    assert CELL.width() * 3 == sheet.width()
    assert CELL.height() * 2 < sheet.height()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="gif"):
        render_pose(KNEELING, out_path=tmp_path / "pose.gif")


@pytest.mark.parametrize("name", ["pose.png", "pose.svg"])
def test_a_folder_that_is_missing_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError, match="pose"):
        render_pose(KNEELING, out_path=tmp_path / "nowhere" / name)
